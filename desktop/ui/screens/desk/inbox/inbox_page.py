"""跟进批阅: the list of what was done on the left, the one that is read on the right."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout

from db.queries.comments import unanswered_for
from db.queries.office import RepRow, reps
from db.vocabulary import RepRole
from desktop.rules.tiers import Tier
from desktop.services.desk.inbox import InboxLine, inbox, lines_of, to_answer, told
from desktop.services.tiers import tiers
from desktop.ui.callback_box import ask_callback
from desktop.ui.kit import theme
from desktop.ui.kit.actions import Action
from desktop.ui.kit.buttons import button, tool
from desktop.ui.kit.empty import EmptyState
from desktop.ui.kit.fill import Fill
from desktop.ui.kit.inputs import Choice
from desktop.ui.kit.list_panel import ListPanel
from desktop.ui.kit.list_view import ListView
from desktop.ui.kit.splitter import split
from desktop.ui.kit.table import ListModel
from desktop.ui.office import Office
from desktop.ui.screen import Screen
from desktop.ui.screens.desk.inbox.follow_up_pane import FollowUpPane
from desktop.ui.screens.desk.inbox.inbox_columns import columns
from desktop.ui.screens.desk.inbox.read_marks import ReadMarks
from desktop.ui.words import current, tr
from desktop.words import N_

UNREAD, TODAY, YESTERDAY, WEEK, TWO_WEEKS, ANSWERS = "unread", "today", "yesterday", "week", "two_weeks", "answers"
_SHOWN = (
    (UNREAD, N_("Not yet read")), (TODAY, N_("Today")), (YESTERDAY, N_("Yesterday")), (WEEK, N_("This week")),
    (TWO_WEEKS, N_("Past 14 days")), (ANSWERS, N_("To be answered")),
)  # fmt: skip
_EFFECTS = ((None, N_("Effective or not")), (True, N_("Effective")), (False, N_("Without effect")))


class InboxPage(Screen):
    """Whoever is shown is read once the next one is; Alt+Down and Alt+Up go on and back, from the text field too."""

    SHOWS = frozenset({"follow_up", "follow_up_comment", "callback", "promise", "customer", "rep"})

    def __init__(self, office: Office) -> None:
        super().__init__(office)
        self.marks = ReadMarks(office.seen, office.today())
        self._lines: dict[int, InboxLine] = {}
        self._tiers: tuple[Tier, ...] = ()
        self._begun = False  # False: what is shown at the first look of whoever sits here
        self._shown: int | None = None
        self._sticky: set[int] = set()  # read since the list was made: they stay in it
        self.which, self.rep, self.effect = (
            _choice(tr("Which follow-ups")),
            _choice(tr("Rep")),
            _choice(tr("Outcome"), 140),
        )
        for key, text in _SHOWN:
            self.which.addItem(current().text(text), key)
        for wanted, text in _EFFECTS:
            self.effect.addItem(current().text(text), wanted)
        self.rep.addItem(tr("All reps"), None)
        shown = columns(self._unread, lambda: self._tiers, office.today, office.veil.anyone)
        self.model: ListModel[InboxLine] = ListModel(shown, self._fetch)
        self.view = ListView(self.model, "desk.inbox", office.seen, self._actions())
        self.view.setAccessibleName(tr("Follow-ups to read"))
        Fill(self.view, "what")
        self.panel = ListPanel(self.view)
        self.pane = FollowUpPane(office)
        self.back = tool("chevron-up", f"{tr('The one before')} (Alt+Up)", lambda: self.step(-1))
        self.on = tool("chevron-down", f"{tr('The next one')} (Alt+Down)", lambda: self.step(1))
        for keys, by in (("Alt+Up", -1), ("Alt+Down", 1)):  # a button would wait for its picture of being pressed
            inside = Qt.ShortcutContext.WidgetWithChildrenShortcut
            QShortcut(QKeySequence(keys), self, partial(self.step, by), context=inside)
        self.all_read = button(tr("Mark all as read"), self._mark_all, icon="check", look="quiet")
        self._lay_out()
        for box in (self.which, self.rep, self.effect):
            box.currentIndexChanged.connect(lambda _: self._ask_anew())
        self.view.current_changed.connect(self._show)
        self.view.opened.connect(lambda _: self.pane.comments.entry.setFocus())
        self.pane.verify_wanted.connect(self._verify)
        office.bus.became.connect(self._on_became)

    def _lay_out(self) -> None:
        bar = QFrame()
        bar.setProperty("look", "pane")
        row = QHBoxLayout(bar)
        row.setContentsMargins(theme.px(12), theme.px(6), theme.px(12), theme.px(6))
        row.setSpacing(theme.px(8))
        show = QLabel(tr("Show"))
        show.setBuddy(self.which)
        for widget in (show, self.which, self.rep, self.effect):
            row.addWidget(widget)
        row.addStretch(1)
        for made in (self.back, self.on, self.all_read):
            row.addWidget(made)
        self.side = QStackedWidget()
        self.side.addWidget(EmptyState("inbox", tr("Choose a follow-up on the left to read it.")))
        self.side.addWidget(self.pane)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(bar)
        outer.addWidget(split(self.panel, self.side, "desk.inbox", self.office.seen, (3, 2)), 1)

    def _actions(self) -> tuple[Action, ...]:
        def may(_: Sequence[int]) -> bool:
            return not self.office.store.read_only

        return (
            Action("open", N_("Open card"), self._open, "id", needs=(1, 1)),
            Action("verify", N_("Verify…"), lambda _: self._verify(), "phone", needs=(1, 1), allowed=may),
            Action("unread", N_("Mark as not read"), lambda ids: self._mark(ids, read=False), "inbox", apart=True),
            Action("read", N_("Mark as read"), lambda ids: self._mark(ids, read=True), "check"),
        )

    # What is shown

    def reload(self) -> None:
        office = self.office
        with office.store.read() as session:
            self._tiers = tiers(session)
            people = reps(session)
        was = self.rep.currentData() if self._begun else self._mine(people)
        self.rep.blockSignals(True)
        self.rep.clear()
        self.rep.addItem(tr("All reps"), None)
        for one in people:
            self.rep.addItem(one.name, one.id)
        self.rep.setCurrentIndex(max(self.rep.findData(was), 0) if was is not None else 0)
        self.rep.blockSignals(False)
        self._put(self._found())

    def _on_became(self) -> None:
        """Another person looks for the first time; at once where the page is in front."""
        self._begun, self._stale = False, True
        self.which.blockSignals(True)
        self.which.setCurrentIndex(self.which.findData(UNREAD))
        self.which.blockSignals(False)
        if self.isVisible():
            self.reload_if_stale()

    def _mine(self, people: Sequence[RepRow]) -> int | None:
        """At the first look a rep sees his own, first of all what he has to answer; a supervisor sees everybody's."""
        self._begun = True
        me = self.office.me.rep_id
        if not any(one.id == me and one.role is RepRole.REP for one in people) or me is None:
            return None
        with self.office.store.read() as session:
            waiting = bool(unanswered_for(session, me))
        if waiting:
            self.which.blockSignals(True)
            self.which.setCurrentIndex(self.which.findData(ANSWERS))
            self.which.blockSignals(False)
        return me

    def _found(self) -> list[InboxLine]:
        """What the choice above leaves, from the file."""
        which, today, rep = self.which.currentData(), self.office.today(), self.rep.currentData()
        first = {
            UNREAD: self.marks.first_day(today),
            YESTERDAY: today - timedelta(days=1),
            WEEK: today - timedelta(days=today.weekday()),
            TWO_WEEKS: today - timedelta(days=13),
        }.get(which, today)
        last = first if which == YESTERDAY else today
        whose = None if rep is None else [rep]
        with self.office.store.read() as session:
            found = to_answer(session, whose) if which == ANSWERS else inbox(session, first, last, whose)
            if self._shown is not None and self._shown in self._sticky:
                found += [] if any(one.id == self._shown for one in found) else lines_of(session, [self._shown])
        effect = self.effect.currentData()
        return [
            one for one in found
            if (effect is None or one.row.effective == effect)
            and (which != UNREAD or self._unread(one.id) or one.id in self._sticky)
        ]  # fmt: skip

    def _put(self, found: Sequence[InboxLine]) -> None:
        self._lines = {one.id: one for one in found}
        self.model.set_ids(self._lines)
        unread = sum(self._unread(one) for one in self._lines)
        self.panel.foot.say(
            tr("{count} follow-ups", count=f"{len(found):,}") if found else "",
            [(tr("not yet read"), f"{unread:,}")] if unread else (),
        )
        if self.which.currentData() == UNREAD:
            self.panel.empty.say("circle-check", tr("Everything has been read."), tr("Show this week"), self._show_week)
        else:
            self.panel.empty.say("inbox", tr("Nothing was done that fits."))
        self.all_read.setEnabled(bool(unread))
        if self.view.current_id() is None and found:
            self.view.go_to(found[0].id)
        self._show(self.view.current_id())

    def _ask_anew(self) -> None:
        self._sticky.clear()
        self._shown = None
        self._put(self._found())

    def _show_week(self) -> None:
        self.which.setCurrentIndex(self.which.findData(WEEK))

    def _fetch(self, ids: Sequence[int]) -> list[InboxLine]:
        return [self._lines[one] for one in ids if one in self._lines]

    def _unread(self, one: int) -> bool:
        line = self._lines.get(one)
        day = None if line is None else line.row.day
        return not self.marks.read(one) and (day is None or day >= self.marks.first_day(self.office.today()))

    def _show(self, one: int | None) -> None:
        """Whoever was shown before has been read by now."""
        if one != self._shown and self._shown is not None:
            self._mark([self._shown], read=True)
        self._shown = one
        found = None
        if one is not None:
            with self.office.store.read() as session:
                found = told(session, one)
        self.side.setCurrentIndex(0 if found is None else 1)
        if found is not None:
            self.pane.put(found, self._tiers)

    # What is done

    def step(self, by: int) -> None:
        """Go on to the next one, or back; at the end the last one has been read too."""
        ids = list(self.model.ids)
        at = ids.index(self._shown) + by if self._shown in ids else 0
        if 0 <= at < len(ids):
            self.view.go_to(ids[at])
        elif self._shown is not None and by > 0:
            self._mark([self._shown], read=True)

    def _mark(self, ids: Sequence[int], *, read: bool) -> None:
        self._sticky |= set(ids)
        self.marks.mark(ids, read=read)
        self.model.refresh()
        unread = sum(self._unread(one) for one in self._lines)
        self.all_read.setEnabled(bool(unread))

    def _mark_all(self) -> None:
        self._mark(list(self._lines), read=True)
        self._ask_anew()

    def _open(self, ids: Sequence[int]) -> None:
        line = self._lines.get(ids[0])
        if line is not None:
            self.office.show_customer(line.row.customer_id, "timeline")

    def _verify(self) -> None:
        if self._shown is not None and ask_callback(self.office, self._shown, self):
            self._show(self._shown)

    def visit(self, what: object) -> None:
        """Show one follow-up, whenever it was done."""
        if not str(what).isdigit():
            return
        self._shown = int(str(what))
        self._sticky.add(self._shown)
        one = self._shown
        self._stale = False
        self.reload()
        self.view.go_to(one)

    def may_leave(self) -> bool:
        return self.pane.may_leave()


def _choice(name: str, width: int = 124) -> Choice:
    made = Choice()
    made.setAccessibleName(name)
    made.setToolTip(name)
    made.setMinimumWidth(theme.px(width))
    return made
