"""领卡/还卡: which cards are out, the box into which one is typed or scanned that comes back, and the register."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout

from db.queries.journal import last_action
from db.queries.loans import LoanRow, cards_out, loan_register
from db.queries.office import reps
from db.store import Doing
from desktop.progress import Progress
from desktop.rules.errors import RuleBroken
from desktop.rules.periods import Unit, period_of
from desktop.rules.tiers import Tier
from desktop.services.desk.loans import give_back, loans_by_code
from desktop.services.desk.papers import register_pdf
from desktop.services.tiers import tiers
from desktop.ui import failures
from desktop.ui.keeping import keep
from desktop.ui.kit import theme
from desktop.ui.kit.actions import Action
from desktop.ui.kit.buttons import button
from desktop.ui.kit.fill import Fill
from desktop.ui.kit.inputs import Choice, Line
from desktop.ui.kit.list_panel import ListPanel
from desktop.ui.kit.list_view import ListView
from desktop.ui.kit.table import ListModel
from desktop.ui.loan_box import ask_lend
from desktop.ui.office import Office
from desktop.ui.screen import Screen
from desktop.ui.screens.desk.loans.loans_columns import SORTS, columns
from desktop.ui.screens.desk.period_bar import PeriodBar, period_words
from desktop.ui.screens.desk.saving import save_made
from desktop.ui.top_line import take_back
from desktop.ui.words import current, tr
from desktop.words import N_

OUT, OVERDUE, REGISTER = "out", "overdue", "register"
_SHOWN = ((OUT, N_("Cards out")), (OVERDUE, N_("Overdue")), (REGISTER, N_("Register of a period")))


class LoansPage(Screen):
    """Enter in the return box takes a card back and leaves the cursor there for the next one."""

    SHOWS = frozenset({"loan", "customer", "rep", "policy"})

    def __init__(self, office: Office) -> None:
        super().__init__(office)
        self._rows: dict[int, LoanRow] = {}
        self._tiers: tuple[Tier, ...] = ()
        self.which, self.rep = _choice(tr("Which cards")), _choice(tr("Taken by"))
        for key, text in _SHOWN:
            self.which.addItem(current().text(text), key)
        self.rep.addItem(tr("All reps"), None)
        self.period = PeriodBar(office, (Unit.DAY, Unit.WEEK, Unit.MONTH, Unit.FREE), Unit.MONTH)
        self.code = Line(limit=200)
        self.code.setAccessibleName(tr("Card that comes back"))
        self.code.setPlaceholderText(tr("Number, name or scanned code"))
        self.code.setMinimumWidth(theme.px(230))
        self.said = QLabel()
        self.model: ListModel[LoanRow] = ListModel(columns(office.today, lambda: self._tiers), self._fetch)
        self.view = ListView(self.model, "desk.loans", office.seen, self._actions())
        self.view.setAccessibleName(tr("Cards lent"))
        Fill(self.view, "customer")
        self.panel = ListPanel(self.view)
        self.take = button(tr("Take out cards…"), self._take_out, icon="upload", look="primary")
        self.back = button(tr("Card is back"), lambda: self._return(self.view.chosen()), icon="download", tip="Ctrl+R")
        self.print_ = button(tr("Save register as PDF…"), self._print, icon="printer", look="quiet")
        self._lay_out()
        for box in (self.which, self.rep):
            box.currentIndexChanged.connect(lambda _: self.reload())
        self.period.changed.connect(self.reload)
        self.code.returnPressed.connect(self._scan)
        self.view.opened.connect(lambda one: self._open([one]))
        self.view.chosen_changed.connect(self._allow)
        self.view.sort_wanted.connect(lambda *_: self._show())

    def _lay_out(self) -> None:
        first, second = _bar(), _bar()
        box = QLabel(tr("Card comes back"))
        box.setBuddy(self.code)
        for widget in (box, self.code):
            first[1].addWidget(widget)
        first[1].addWidget(self.said, 1)
        for made in (self.back, self.take):
            first[1].addWidget(made)
        show = QLabel(tr("Show"))
        show.setBuddy(self.which)
        for part in (show, self.which, self.rep, self.period):
            second[1].addWidget(part)
        second[1].addStretch(1)
        second[1].addWidget(self.print_)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(first[0])
        outer.addWidget(second[0])
        outer.addWidget(self.panel, 1)

    def _actions(self) -> tuple[Action, ...]:
        def may(ids: Sequence[int]) -> bool:
            out = any(one in self._rows and self._rows[one].returned_on is None for one in ids)
            return out and not self.office.store.read_only

        return (
            Action("open", N_("Open card"), self._open, "id", needs=(1, 1)),
            Action("back", N_("Card is back"), self._return, "download", "Ctrl+R", allowed=may),
        )

    # What is shown

    def reload(self) -> None:
        with self.office.store.read() as session:
            self._tiers = tiers(session)
            people = reps(session)
            rows = self._found(session)
        was = self.rep.currentData()
        self.rep.blockSignals(True)
        self.rep.clear()
        self.rep.addItem(tr("All reps"), None)
        for one in people:
            self.rep.addItem(one.name, one.id)
        self.rep.setCurrentIndex(max(self.rep.findData(was), 0) if was is not None else 0)
        self.rep.blockSignals(False)
        self.period.setVisible(self.which.currentData() == REGISTER)
        self.take.setEnabled(not self.office.store.read_only)
        self.code.setEnabled(not self.office.store.read_only)
        self._rows = {row.id: row for row in rows if was is None or row.rep_id == was}
        self._show()

    def _found(self, session: Any) -> list[LoanRow]:
        which, today = self.which.currentData(), self.office.today()
        if which == REGISTER:
            return loan_register(session, self.period.period.first, self.period.period.last)
        found = cards_out(session)
        return [one for one in found if one.late(today)] if which == OVERDUE else found

    def _show(self) -> None:
        sort, descending = self.view.head.sorted_by or ("", False)
        rows = list(self._rows.values())
        if sort in SORTS:
            rows.sort(key=SORTS[sort], reverse=descending)
        self.model.set_ids([row.id for row in rows])
        today = self.office.today()
        late = sum(row.returned_on is None and bool(row.late(today)) for row in rows)
        self.panel.foot.say(
            tr("{count} cards", count=f"{len(rows):,}") if rows else "", [(tr("overdue"), f"{late:,}")] if late else ()
        )
        if self.which.currentData() == REGISTER:
            self.panel.empty.say("cards", tr("No card was out in this period."))
        elif self.office.store.read_only:
            self.panel.empty.say("circle-check", tr("No card is out."))
        else:
            said = tr("No card is out. Cards are taken out here, or by a right click in the list of customers.")
            self.panel.empty.say("circle-check", said, tr("Take out cards…"), self._take_out)
        self._allow()

    def _fetch(self, ids: Sequence[int]) -> list[LoanRow]:
        return [self._rows[one] for one in ids if one in self._rows]

    def _allow(self) -> None:
        out = [one for one in self.view.chosen() if one in self._rows and self._rows[one].returned_on is None]
        self.back.setEnabled(bool(out) and not self.office.store.read_only)

    # What is done

    def _scan(self) -> None:
        """Take back the card that was typed or scanned; where several loans of it are open, all of them."""
        typed = self.code.text()
        if not typed.strip():
            return
        try:
            with self.office.store.read() as session:
                found = loans_by_code(session, typed)
        except RuleBroken as broken:
            self._tell(failures.sentence(broken), "error")
            self.code.selectAll()
            return
        if self._give_back([one.id for one in found]):
            self._tell(tr("Returned: {name}", name=found[0].customer), "good")
            self.code.clear()

    def _tell(self, text: str, look: str) -> None:
        self.said.setText(text)
        theme.set_look(self.said, look)

    def _return(self, ids: Sequence[int]) -> None:
        out = [one for one in ids if one in self._rows and self._rows[one].returned_on is None]
        if out:
            self._give_back(out)

    def _give_back(self, ids: Sequence[int]) -> bool:
        office, today = self.office, self.office.today()
        if not keep(office, Doing("loan.back", {"count": len(ids)}), lambda session: give_back(session, ids, today)):
            return False
        with office.store.read() as session:
            last = last_action(session)
        if last is not None:
            said = tr("Returned: {count} cards", count=len(ids))
            office.notice.say(said, "good", tr("Undo"), lambda: take_back(office, last.id))
        return True

    def _take_out(self) -> None:
        """Ask for one customer; several are taken out of the list of customers."""
        from desktop.ui.finding_customers import customer_finder

        question = tr("Whose card is taken out?")
        found = self.office.ask.pick(question, customer_finder(self.office), yes=tr("Take it out"))
        if isinstance(found, int):
            ask_lend(self.office, [found], self)

    def _print(self) -> None:
        office, words = self.office, current()
        chosen = self.which.currentData() == REGISTER
        period = self.period.period if chosen else period_of(Unit.DAY, office.today())
        name = tr("Register of lent cards {period}", period=period_words(period))

        def make(progress: Progress) -> bytes:
            made = register_pdf(office.store, period.first, period.last, words, today=office.today(), progress=progress)
            return made.data

        save_made(office, self, tr("Save register as PDF"), name, "pdf", make)

    def _open(self, ids: Sequence[int]) -> None:
        row = self._rows.get(ids[0])
        if row is not None:
            self.office.show_customer(row.customer_id)


def _bar() -> tuple[QFrame, QHBoxLayout]:
    bar = QFrame()
    bar.setProperty("look", "pane")
    row = QHBoxLayout(bar)
    row.setContentsMargins(theme.px(12), theme.px(6), theme.px(12), theme.px(6))
    row.setSpacing(theme.px(8))
    return bar, row


def _choice(name: str) -> Choice:
    made = Choice()
    made.setAccessibleName(name)
    made.setToolTip(name)
    made.setMinimumWidth(theme.px(140))
    return made
