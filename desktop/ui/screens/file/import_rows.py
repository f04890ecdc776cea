"""What becomes of each row: a list with its reasons, filtered by outcome, and the reasons counted beside it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop import sentences
from desktop.services.exchange.outcome import ImportReport, Outcome, RowReport
from desktop.services.exchange.report_sheet import said
from desktop.ui.kit import theme
from desktop.ui.kit.cards import KeyValueCard
from desktop.ui.kit.fill import Fill
from desktop.ui.kit.list_panel import ListPanel
from desktop.ui.kit.list_view import ListView
from desktop.ui.kit.scroll import Page
from desktop.ui.kit.table import Column, ListModel, veiled
from desktop.ui.office import Office
from desktop.ui.words import current, tr
from desktop.words import N_

WOULD = {
    Outcome.CREATED: N_("New"),
    Outcome.UPDATED: N_("Changed"),
    Outcome.SKIPPED: N_("Left out"),
    Outcome.REFUSED: N_("Refused"),
}
TONES = {Outcome.CREATED: "green", Outcome.UPDATED: "ink", Outcome.SKIPPED: "grey", Outcome.REFUSED: "red"}
MADE = {
    "customers": N_("Customers"),
    "contacts": N_("Contacts"),
    "reaches": N_("Phones and addresses"),
    "orders": N_("Orders"),
    "lines": N_("Order lines"),
    "products": N_("Products"),
    "payments": N_("Payments"),
    "follow_ups": N_("Follow-ups"),
    "key_dates": N_("Key dates"),
    "answers": N_("Answers to custom fields"),
    "updated": N_("Customers changed"),
}


ALL, REMARKED = "all", "remarked"
FILTERS: tuple[Outcome | str, ...] = (ALL, *Outcome, REMARKED)


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the report with the number the list knows it by."""

    id: int
    report: RowReport


def _why(row: Row) -> str:
    words = current()
    reason = [said(row.report.reason, words)] if row.report.reason else []
    return "  ".join([*reason, *(said(one, words) for one in row.report.remarks)])


COLUMNS: tuple[Column[Row], ...] = (
    Column("row", N_("Row"), lambda row: f"{row.report.number:,}", 70, "right", fixed=True),
    Column(
        "outcome",
        N_("Outcome"),
        lambda row: current().text(WOULD[row.report.outcome]),
        96,
        badge=lambda row: TONES[row.report.outcome],
        fixed=True,
    ),
    Column("what", N_("What"), lambda row: row.report.what, 240),
    Column("why", N_("Reason and remarks"), _why, 520, tip=_why),
)


class RowsView(QWidget):
    """`put(report)` shows a report; its buttons choose the outcome that is listed."""

    def __init__(self, office: Office) -> None:
        super().__init__()
        self._report: ImportReport | None = None
        self.model: ListModel[Row] = ListModel(veiled(COLUMNS, office.veil.anyone), self._fetch)
        self.panel = ListPanel(ListView(self.model, "import.rows", office.seen))
        self.panel.empty.say("filter-off", tr("No rows of this kind."))
        Fill(self.panel.view, "why")
        self._filters = QButtonGroup(self)
        self.buttons: dict[Outcome | str, QPushButton] = {}
        line = QHBoxLayout()
        line.setContentsMargins(theme.px(16), 0, theme.px(16), theme.px(8))
        line.setSpacing(theme.px(8))
        for number, outcome in enumerate(FILTERS):
            made = QPushButton()
            made.setCheckable(True)
            made.setAutoDefault(False)
            self._filters.addButton(made, number)
            self.buttons[outcome] = made
            line.addWidget(made)
        line.addStretch(1)
        self.buttons[ALL].setChecked(True)
        self.reasons = KeyValueCard(tr("Reasons"))
        self.made = KeyValueCard(tr("Brought in"))
        self.remarks = KeyValueCard(tr("Remarks, counted"))
        self.side = Page()
        self.side.setFixedWidth(theme.px(272))
        for card in (self.made, self.reasons, self.remarks):
            self.side.box.addWidget(card)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.panel, 1)
        row.addWidget(self.side)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(line)
        box.addLayout(row, 1)
        self._filters.idToggled.connect(lambda _, on: self._list() if on else None)

    def put(self, report: ImportReport) -> None:
        """Show `report`; what matters most, the refused rows, is listed first where there are any."""
        self._report = report
        words = current()
        remarked = report.results.remarks
        self.buttons[ALL].setText(tr("All {count}", count=f"{report.rows:,}"))
        self.buttons[REMARKED].setText(tr("With remarks {count}", count=f"{len(remarked):,}"))
        self.buttons[REMARKED].setVisible(bool(remarked))
        for outcome in Outcome:
            count = report.counts.get(outcome, 0)
            self.buttons[outcome].setText(f"{words.text(WOULD[outcome])} {count:,}")
            self.buttons[outcome].setVisible(bool(count))
        _count(self.reasons, report.reasons)
        _count(self.remarks, Counter(one.code for said_of in remarked.values() for one in said_of))
        made = [(words.text(MADE[key]), f"{count:,}") for key, count in report.records.items() if key in MADE and count]
        self.made.put(made)
        self.made.setVisible(bool(made))
        self.side.setVisible(bool(made or report.reasons or remarked))
        first = Outcome.REFUSED if report.counts.get(Outcome.REFUSED) else ALL
        self.buttons[first].setChecked(True)
        self._list()

    def _list(self) -> None:
        if self._report is None:
            return
        wanted = FILTERS[self._filters.checkedId()]
        results = self._report.results
        ids: Sequence[int] = range(self._report.rows)
        if wanted == REMARKED:
            ids = sorted(results.remarks)
        elif wanted != ALL:
            ids = [at for at, one in enumerate(results.outcomes) if (one or Outcome.SKIPPED) is wanted]
        self.model.set_ids(ids)
        self.panel.foot.say(tr("{count} rows", count=f"{len(ids):,}"))

    def _fetch(self, ids: Sequence[int]) -> list[Row]:
        assert self._report is not None
        return [Row(at, self._report.line(at)) for at in ids]


def _count(card: KeyValueCard, codes: Mapping[str, int]) -> None:
    """Show how often each reason was given, the most frequent first."""
    words = current()
    ordered = sorted(codes.items(), key=lambda pair: -pair[1])
    card.put([(f"{count:,}", sentences.reason(words, code)) for code, count in ordered])
    card.setVisible(bool(ordered))
