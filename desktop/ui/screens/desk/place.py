"""主管: what the reps did, what they wrote, and whether it is so."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout

from desktop.services.desk.card_checks import CheckState, due_checks
from desktop.services.desk.inbox import done_ids
from desktop.services.desk.loans import overdue_loans
from desktop.ui.kit.tabs import Tabs
from desktop.ui.office import Office
from desktop.ui.screen import Screen
from desktop.ui.screens.desk.inbox.read_marks import ReadMarks
from desktop.ui.screens.desk.pages import KEYS, pages


class DeskPlace(Screen):
    """A tab for each thing a supervisor does, with the number of what waits in it.

    `visit`: a tab's key, "inbox:<id>" for what the tab itself knows.
    """

    SHOWS = frozenset({"follow_up", "card_check", "loan", "customer", "rep"})

    def __init__(self, office: Office) -> None:
        super().__init__(office)
        self.tabs = Tabs(pages(office))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.tabs)
        self.tabs.changed.connect(lambda _: self.reload())

    def reload(self) -> None:
        """Count what waits: follow-ups nobody read here, reps whose check is overdue, cards that should be back."""
        today = self.office.today()
        marks = ReadMarks(self.office.seen, today)
        with self.office.store.read() as session:
            done = done_ids(session, marks.first_day(today), today)
            overdue = sum(one.state is CheckState.OVERDUE for one in due_checks(session, today))
            out = len(overdue_loans(session, today))
        unread = sum(not marks.read(one) for one in done)
        for key, count in (("inbox", unread), ("checks", overdue), ("loans", out)):
            self.tabs.say(key, f"({count})" if count else "")

    def visit(self, what: object) -> None:
        key, inside, thing = str(what or "").partition(":")
        if key not in KEYS:
            return
        self.tabs.go_to(key)
        page = self.tabs.page(key)
        if inside and isinstance(page, Screen):
            page.visit(thing)

    def here(self) -> object:
        return self.tabs.key

    def may_leave(self) -> bool:
        return all(page.may_leave() for page in self.tabs.built().values() if isinstance(page, Screen))
