"""Pairs of customers that may be one, as rows and side by side."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout

from db.queries.duplicates import Known
from desktop.rules.likeness import Reason
from desktop.rules.lookalikes import Pair
from desktop.rules.phones import show_phone
from desktop.rules.reasons import LIKENESS
from desktop.ui.kit import theme
from desktop.ui.kit.buttons import button
from desktop.ui.kit.field_view import ValueLabel
from desktop.ui.kit.labels import Badge
from desktop.ui.kit.palettes import Tone
from desktop.ui.kit.scroll import Page
from desktop.ui.kit.table import Column
from desktop.ui.office import Office
from desktop.ui.wording import day, words_of
from desktop.ui.words import current, tr
from desktop.words import N_


@dataclass(frozen=True, slots=True)
class PairRow:
    """One line: `mark_id` is that of the mark “not the same customer”, None for a pair that was found."""

    id: int
    one: Known
    other: Known
    pair: Pair
    mark_id: int | None = None

    @property
    def why(self) -> str:
        """The reasons in words."""
        return " · ".join(map(reason_words, self.pair.reasons))

    @property
    def strength(self) -> str:
        """How sure it is, in a word."""
        if self.mark_id is not None:
            return tr("different")
        return tr("strong") if self.pair.strong else tr("weak")

    @property
    def tone(self) -> Tone:
        """The tone of that word."""
        return "grey" if self.mark_id is not None else "red" if self.pair.strong else "amber"


def reason_words(reason: Reason) -> str:
    """One reason as it reads."""
    return current().text(LIKENESS[reason.code]).format(value=reason.value)


def columns() -> tuple[Column[PairRow], ...]:
    """The columns of the list."""
    return (
        Column(
            "strength", N_("How sure"), lambda row: row.strength, 72, "centre", badge=lambda row: row.tone, fixed=True
        ),
        Column("one", N_("Customer"), lambda row: row.one.name, 170, fixed=True, tip=lambda row: row.one.name),
        Column("other", N_("Looks like"), lambda row: row.other.name, 170, fixed=True, tip=lambda row: row.other.name),
        Column("why", N_("Why"), lambda row: row.why, 150, tip=lambda row: row.why),
        Column("owner", N_("Rep"), _reps, 110, shown=False),
    )


def _reps(row: PairRow) -> str:
    return " / ".join(dict.fromkeys(filter(None, (row.one.owner, row.other.owner))))


class SideBySide(QFrame):
    """The two customers of a pair beside each other, the reasons above them."""

    def __init__(self, office: Office, open_card: Callable[[int], None]) -> None:
        super().__init__()
        self.setProperty("look", "pane")
        self.office, self._open = office, open_card
        self.sure = Badge("", "grey")
        self.why = QLabel()
        self.why.setWordWrap(True)
        self.why.setTextFormat(Qt.TextFormat.PlainText)
        self.merge = button(tr("Merge…"), icon="arrow-merge", look="primary")
        self.apart = button(tr("Not the same"), icon="x", tip=tr("Remember that these are two customers"))
        head = QHBoxLayout()
        head.setContentsMargins(theme.px(16), theme.px(8), theme.px(16), 0)
        head.setSpacing(theme.px(8))
        head.addWidget(self.sure)
        head.addStretch(1)
        head.addWidget(self.apart)
        head.addWidget(self.merge)
        self.page = Page()
        self.grid = QGridLayout()
        self.grid.setHorizontalSpacing(theme.px(12))
        self.grid.setVerticalSpacing(theme.px(6))
        self.grid.setColumnStretch(1, 1)
        self.grid.setColumnStretch(2, 1)
        self.page.box.addWidget(self.why)
        self.page.box.addLayout(self.grid)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addLayout(head)
        box.addWidget(self.page, 1)

    def put(self, row: PairRow | None) -> None:
        """Show a pair; nothing for None."""
        while self.grid.count():
            old = self.grid.takeAt(0).widget()
            old.hide()
            old.deleteLater()
        self.setVisible(row is not None)
        if row is None:
            return
        self.sure.say(row.strength, row.tone)
        self.why.setText(self.office.veil.anyone("\n".join(map(reason_words, row.pair.reasons))))
        self.apart.setText(tr("Take the mark back") if row.mark_id is not None else tr("Not the same"))
        for at, (name, one, other) in enumerate(self._lines(row.one, row.other)):
            label = QLabel(name)
            label.setProperty("look", "label")
            self.grid.addWidget(label, at, 0, Qt.AlignmentFlag.AlignTop)
            for column, text in ((1, one), (2, other)):
                shown = ValueLabel(self.office.veil.anyone(text))
                shown.setAccessibleName(f"{name}: {shown.text()}")
                if at == 0:
                    shown.setProperty("look", "section")
                elif text and one == other and name not in (tr("Kind"), tr("Rep"), tr("Last contact")):
                    shown.setProperty("look", "bad" if row.pair.strong else "warn")
                self.grid.addWidget(shown, at, column)
        last = self.grid.rowCount()
        for column, customer in ((1, row.one), (2, row.other)):
            go = button(tr("Open card"), partial(self._open, customer.id), icon="eye", look="quiet")
            go.setAccessibleName(tr("Open the card of {name}", name=customer.name))
            self.grid.addWidget(go, last, column, Qt.AlignmentFlag.AlignLeft)

    def _lines(self, one: Known, other: Known) -> list[tuple[str, str, str]]:
        told: tuple[tuple[str, Callable[[Known], str]], ...] = (
            (tr("Customer name"), lambda it: it.name),
            (tr("Number"), lambda it: it.number or ""),
            (tr("Kind"), lambda it: words_of(it.kind)),
            (tr("Short name"), lambda it: it.short_name or ""),
            (tr("Former names"), lambda it: it.former_names or ""),
            (tr("Credit code"), lambda it: it.credit_code or ""),
            (tr("Phones"), lambda it: "、".join(show_phone(number) for number in dict.fromkeys(it.phones))),
            (tr("E-mail, WeChat, QQ"), lambda it: "、".join(it.addresses)),
            (tr("Birthday"), lambda it: it.birthday.replace(" L", tr(" (lunar)"))),
            (tr("Employer"), lambda it: it.employer or ""),
            (tr("Contacts"), lambda it: "、".join(it.contacts)),
            (tr("Rep"), lambda it: it.owner or ""),
            (tr("Last contact"), lambda it: day(it.last_on) or tr("never contacted")),
        )
        lines = [(name, read(one), read(other)) for name, read in told]
        return [line for line in lines if line[1] or line[2]]
