"""考核表: a line for each rep, and below it what each part of his score was measured by."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout

from desktop.progress import Progress
from desktop.rules.appraisal import Scored
from desktop.rules.appraisal_words import NOTE, RULE, TITLES, percent_words, points_words
from desktop.rules.desk_policy import Part
from desktop.rules.periods import Unit
from desktop.services.desk.appraisal import AppraisalTable, RepAppraisal, appraisals
from desktop.services.desk.appraisal_papers import appraisal_pdf, appraisal_xlsx, period_text, why_of
from desktop.ui.kit import theme
from desktop.ui.kit.buttons import button
from desktop.ui.kit.fill import Fill
from desktop.ui.kit.labels import ElidedLabel
from desktop.ui.kit.list_panel import ListPanel
from desktop.ui.kit.list_view import ListView
from desktop.ui.kit.splitter import split
from desktop.ui.kit.table import Column, ListModel
from desktop.ui.office import Office
from desktop.ui.screen import Screen
from desktop.ui.screens.desk.list_rows import present
from desktop.ui.screens.desk.period_bar import PeriodBar
from desktop.ui.screens.desk.saving import save_made
from desktop.ui.words import current, tr
from desktop.words import N_


@dataclass(frozen=True, slots=True)
class PartLine:
    """One part of the appraisal of the chosen rep; `why` is in words."""

    id: int
    scored: Scored
    why: str


class AppraisalPage(Screen):
    """Reads in a job; a click on a rep shows his parts. Saved as PDF to sign, or as a workbook to count on with."""

    SHOWS = frozenset({"follow_up", "customer", "card_check", "loan", "callback", "policy", "rep", "holiday"})

    def __init__(self, office: Office) -> None:
        super().__init__(office)
        self.table: AppraisalTable | None = None
        self._lines: dict[int, RepAppraisal] = {}
        self._parts: dict[int, PartLine] = {}
        self.period = PeriodBar(office, (Unit.MONTH, Unit.WEEK, Unit.FREE), Unit.MONTH)
        self.model: ListModel[RepAppraisal] = ListModel(_columns(), lambda ids: present(self._lines, ids))
        self.view = ListView(self.model, "desk.appraisal", office.seen)
        self.view.setAccessibleName(tr("Appraisal"))
        Fill(self.view, "rep")
        self.panel = ListPanel(self.view)
        self.panel.empty.say("report", tr("There is no rep to appraise."), tr("To the people"), self._go_to_people)
        self.parts: ListModel[PartLine] = ListModel(_part_columns(), lambda ids: present(self._parts, ids))
        self.why = ListView(self.parts, "desk.appraisal.parts", office.seen)
        self.why.setAccessibleName(tr("Parts of the score"))
        Fill(self.why, "why")
        self.why_panel = ListPanel(self.why)
        self.title = ElidedLabel(look="section")
        self._lay_out()
        self.period.changed.connect(self.reload)
        self.view.current_changed.connect(lambda _: self._show_parts())

    def _lay_out(self) -> None:
        bar = QFrame()
        bar.setProperty("look", "pane")
        row = QHBoxLayout(bar)
        row.setContentsMargins(theme.px(12), theme.px(6), theme.px(12), theme.px(6))
        row.setSpacing(theme.px(8))
        row.addWidget(self.period)
        row.addStretch(1)
        for made in (
            button(tr("Weights…"), lambda: self.office.go("settings", "desk"), icon="adjustments", look="quiet"),
            button(tr("Save as Excel…"), lambda: self._save("xlsx"), icon="file-spreadsheet", look="quiet"),
            button(tr("Save as PDF…"), lambda: self._save("pdf"), icon="printer", look="quiet"),
        ):
            row.addWidget(made)
        low = QFrame()
        low.setProperty("look", "pane")
        box = QVBoxLayout(low)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        self.title.setContentsMargins(theme.px(8), theme.px(6), theme.px(8), theme.px(6))
        note = QLabel(f"{current().text(RULE)} {current().text(NOTE)}")
        note.setProperty("look", "small")
        note.setWordWrap(True)
        note.setContentsMargins(theme.px(8), theme.px(4), theme.px(8), theme.px(6))
        for widget, share in ((self.title, 0), (self.why_panel, 1), (note, 0)):
            box.addWidget(widget, share)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(bar)
        outer.addWidget(split(self.panel, low, "desk.appraisal", self.office.seen, (2, 3), upright=True), 1)

    def reload(self) -> None:
        period, today, store = self.period.period, self.office.today(), self.office.store

        def work(_progress: Progress) -> AppraisalTable:
            with store.read() as session:
                return appraisals(session, period, today)

        def done(table: AppraisalTable) -> None:
            if period == self.period.period:
                self._put(table)

        self.office.jobs.run(tr("Adding up the figures"), work, done, owner=self, reads=True)

    def _put(self, table: AppraisalTable) -> None:
        self.table = table
        self._lines = {one.id: one for one in table.lines}
        self.model.set_ids(self._lines)
        days = tr("{count} working days so far", count=table.working_days)
        self.panel.foot.say(" · ".join((tr("{count} reps", count=len(table.lines)), days)) if table.lines else "")
        if self.view.current_id() is None and self._lines:
            self.view.go_to(next(iter(self._lines)))
        self._show_parts()

    def _show_parts(self) -> None:
        one = self._lines.get(self.view.current_id() or 0)
        if one is None or self.table is None:
            self._parts = {}
            self.title.say("")
        else:
            table = self.table
            self._parts = {
                at: PartLine(at, part, why_of(one, part.part, table, current()))
                for at, part in enumerate(one.appraisal.parts, 1)
            }
            self.title.say(tr("{rep} · score {score}", rep=one.rep, score=_score(one)))
        self.parts.set_ids(self._parts)
        known = 0 if one is None else one.appraisal.known
        self.why_panel.foot.say(tr("{known} of 100 by weight are known", known=known) if one is not None else "")

    def _save(self, ending: str) -> None:
        office, period, words = self.office, self.period.period, current()
        name = tr("Appraisal {period}", period=period_text(period))

        def make(progress: Progress) -> bytes:
            if ending == "xlsx":
                return appraisal_xlsx(office.store, period, words, today=office.today(), progress=progress)
            return appraisal_pdf(office.store, period, words, today=office.today(), progress=progress).data

        save_made(office, self, tr("Save appraisal"), name, ending, make)

    def _go_to_people(self) -> None:
        self.office.go("settings", "people")


def _score(one: RepAppraisal) -> str:
    return "—" if one.appraisal.score is None else f"{one.appraisal.score}"


def _columns() -> tuple[Column[RepAppraisal], ...]:
    return (
        Column("rep", N_("Rep"), lambda row: row.rep, 100, fixed=True),
        Column("score", N_("Score"), _score, 72, "right", fixed=True),
        *(_part_column(part) for part in Part),
    )


def _part_column(part: Part) -> Column[RepAppraisal]:
    return Column(part.value, TITLES[part], lambda row: percent_words(row.appraisal.of(part)), 132, "right")


def _part_columns() -> tuple[Column[PartLine], ...]:
    return (
        Column("part", N_("Part of the score"), lambda row: current().text(TITLES[row.scored.part]), 180, fixed=True),
        Column("why", N_("Measured"), lambda row: row.why, 320, tip=lambda row: row.why),
        Column("percent", N_("Per cent"), lambda row: percent_words(row.scored), 88, "right"),
        Column("weight", N_("Weight"), lambda row: f"{row.scored.weight}", 72, "right"),
        Column("points", N_("Points"), lambda row: points_words(row.scored), 72, "right"),
    )
