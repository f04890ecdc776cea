"""分级: how the customers are classed by the chosen scheme, why, how that moved, and the rounds that decide it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from desktop.services.rating.publishing import rounds_due
from desktop.ui.kit import theme
from desktop.ui.kit.buttons import button
from desktop.ui.kit.inputs import Choice
from desktop.ui.kit.tabs import Tabs
from desktop.ui.office import Office, Planning, Rate, Why
from desktop.ui.screen import Screen
from desktop.ui.screens.tiers.choice import SchemeChoice
from desktop.ui.screens.tiers.pages import KEYS, pages
from desktop.ui.wording import day
from desktop.ui.words import current, tr

if TYPE_CHECKING:
    from desktop.ui.screens.tiers.reasons.why_page import WhyPage

ABOUT_ALL = frozenset({"warnings", "schemes"})  # pages that speak of no single scheme


class TiersPlace(Screen):
    """A scheme to look at, and a tab for each way to look. `visit`: a tab's key, a Why, a Planning."""

    SHOWS = frozenset({"tier_scheme", "scheme_version", "policy", "rating_round"})

    def __init__(self, office: Office) -> None:
        super().__init__(office)
        self.choice = SchemeChoice(office)
        self.choice.read()
        self.head = QLabel(tr("Tier scheme"))
        self.scheme = Choice()
        self.scheme.setAccessibleName(tr("Tier scheme"))
        self.scheme.setMinimumWidth(theme.px(300))
        self.due = QLabel()
        self.due.setProperty("look", "warn")
        self.rate = button(tr("Rate now…"), self._rate, icon="target-arrow", look="quiet")
        self.tabs = Tabs(pages(office, self.choice))
        self.bar = self._bar()
        self.why: WhyPage | None = None
        self.stack = QStackedWidget()
        front = QWidget()
        box = QVBoxLayout(front)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.bar)
        box.addWidget(self.tabs, 1)
        self.stack.addWidget(front)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.stack)
        self.tabs.changed.connect(lambda _: self._fit_bar())
        self.scheme.activated.connect(lambda _: self.choice.choose(str(self.scheme.currentData())))
        self.choice.changed.connect(self._show)
        self._fit_bar()

    def _bar(self) -> QFrame:
        bar = QFrame()
        bar.setProperty("look", "pane")
        row = QHBoxLayout(bar)
        row.setContentsMargins(theme.px(12), theme.px(6), theme.px(12), theme.px(6))
        row.setSpacing(theme.px(8))
        row.addWidget(self.head)
        row.addWidget(self.scheme)
        row.addWidget(self.due, 1)
        row.addWidget(self.rate)
        return bar

    def reload(self) -> None:
        self.choice.read()
        self._show()

    def _show(self) -> None:
        self.scheme.blockSignals(True)
        self.scheme.clear()
        for one in self.choice.schemes:
            name = current().text(one.scheme.name)
            self.scheme.addItem(tr("{name} (leading)", name=name) if one.leads else name, one.key)
        self.scheme.setCurrentIndex(max(self.scheme.findData(self.choice.key), 0))
        self.scheme.blockSignals(False)
        self._show_due()

    def _show_due(self) -> None:
        with self.office.store.read() as session:
            due = {one.key: last for one, last in rounds_due(session, self.office.today())}
        last = due.get(self.choice.key)
        text = ""
        if self.choice.key in due:
            text = tr("The next round is due; the last one was on {day}.", day=day(last)) if last else ""
            text = text or tr("Not rated yet by this scheme.")
        self.due.setText(text)

    def _fit_bar(self) -> None:
        """Some pages speak of all schemes, and the rating has a button of its own; the tabs stay where they are."""
        one = self.tabs.key not in ABOUT_ALL
        for widget in (self.head, self.scheme, self.due):
            widget.setEnabled(one)
        self.rate.setVisible(self.tabs.key != "round")

    def _rate(self) -> None:
        self.tabs.go_to("round")

    def visit(self, what: object) -> None:
        if isinstance(what, Why):
            self._show_why(what)
        elif isinstance(what, Planning):
            self._leave_why()
            self.tabs.go_to("plans")
            page = self.tabs.page("plans")
            if isinstance(page, Screen):
                page.visit(what)
        elif isinstance(what, Rate):
            self._leave_why()
            self.choice.choose(what.key)
            self._show()
            self.tabs.go_to("round")
        elif isinstance(what, str) and what in KEYS:
            self._leave_why()
            self.tabs.go_to(what)

    def here(self) -> object:
        return self.why.asked if self.why is not None else self.tabs.key

    def _show_why(self, what: Why) -> None:
        from desktop.ui.screens.tiers.reasons.why_page import WhyPage

        self._leave_why()
        self.why = WhyPage(self.office, self.choice, what)
        self.why.left.connect(self._leave_why)
        self.stack.addWidget(self.why)
        self.stack.setCurrentWidget(self.why)

    def _leave_why(self) -> None:
        if self.why is not None:
            self.stack.setCurrentIndex(0)
            self.stack.removeWidget(self.why)
            self.why.deleteLater()
            self.why = None

    def may_leave(self) -> bool:
        return all(page.may_leave() for page in self.tabs.built().values() if isinstance(page, Screen))
