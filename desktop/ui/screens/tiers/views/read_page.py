"""What the views of tiers share: they read in a job, show what they had meanwhile, and say what stands in the way."""

from __future__ import annotations

from typing import Any, ClassVar, Generic, TypeVar

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop.progress import Progress
from desktop.rules.errors import RuleBroken
from desktop.ui import failures
from desktop.ui.kit.empty import EmptyState
from desktop.ui.office import Office
from desktop.ui.screen import Screen
from desktop.ui.screens.tiers.choice import SchemeChoice
from desktop.ui.words import tr

Picture = TypeVar("Picture")

BASIS = frozenset(
    {"customer", "rep", "sales_order", "rating_round", "tier_override", "tier_scheme", "scheme_version", "policy"}
)


class ReadPage(Screen, Generic[Picture]):
    """A view makes its `content`, gives `reading` to a job, and shows in `put` what that found.

    Where there is nothing to show, `put` calls `say_nothing` instead. A scheme that cannot be applied is told there.
    """

    SHOWS: ClassVar[frozenset[str]] = BASIS

    def __init__(self, office: Office, choice: SchemeChoice) -> None:
        super().__init__(office)
        self.choice = choice
        self.seen: Picture | None = None  # what is shown
        self.empty = EmptyState("clock", tr("Counting the customers…"))
        self._asked = 0
        self._job: Progress | None = None
        self._pages = QStackedWidget()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self._pages)
        self._body = self.content()
        self._pages.addWidget(self._body)
        self._pages.addWidget(self.empty)
        self._pages.setCurrentWidget(self.empty)
        choice.changed.connect(self.read_anew)

    def content(self) -> QWidget:
        """The view, made once."""
        raise NotImplementedError

    def reading(self) -> Any:
        """A function of `progress` that gives what is to be shown; it runs beside the window and asks no widget."""
        raise NotImplementedError

    def put(self, seen: Picture) -> None:
        """Show what was read."""
        raise NotImplementedError

    def reload(self) -> None:
        """Read again; what was asked for before and has not come yet is not wanted any more."""
        if self._job is not None:
            self._job.cancel()
        self._asked += 1
        asked = self._asked
        self._job = self.office.jobs.run(
            tr("Counting the customers"),
            self.reading(),
            lambda seen: self._done(seen, asked),
            failed=lambda problem: self._failed(problem, asked),
            cancelled=lambda: self._stopped(asked),
            owner=self,
        )

    def read_anew(self) -> None:
        """Read when it is next looked at, or now: something else is wanted."""
        self._stale = True
        if self.isVisible():
            self.reload_if_stale()

    def say_nothing(self, icon: str, sentence: str, action: str = "", tab: str = "") -> None:
        """Say in place of the view what is missing; the button leads to another tab of the tiers."""
        self.empty.say(icon, sentence, action, lambda: self.office.go("tiers", tab))
        self._pages.setCurrentWidget(self.empty)

    def _done(self, seen: Picture, asked: int) -> None:
        if asked != self._asked:
            return
        self._job, self.seen = None, seen
        self._pages.setCurrentWidget(self._body)
        self.put(seen)

    def _stopped(self, asked: int) -> None:
        """The user cancelled the job: what stood there stays, or it is said that nothing was counted."""
        if asked == self._asked:
            self._job = None
            if self.seen is None:
                self.empty.say("clock", tr("Counting was stopped."), tr("Count again"), self.reload)

    def _failed(self, problem: BaseException, asked: int) -> None:
        if asked != self._asked:
            return
        self._job = None
        if isinstance(problem, RuleBroken):
            self.say_nothing("alert-triangle", failures.sentence(problem), tr("To the schemes"), "schemes")
        else:
            failures.tell(self.office.ask, problem)
