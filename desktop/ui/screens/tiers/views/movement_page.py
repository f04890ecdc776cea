"""变动: two rounds of a scheme held against each other, its classes over all rounds, and where growth comes from."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.progress import Progress
from desktop.services.rating.movement import Movement, movement
from desktop.ui.kit import theme
from desktop.ui.kit.inputs import Choice
from desktop.ui.kit.tabs import TabPage, Tabs
from desktop.ui.screens.tiers.views.movement_flows import Flows
from desktop.ui.screens.tiers.views.movement_growth import Growth
from desktop.ui.screens.tiers.views.movement_sizes import Sizes
from desktop.ui.screens.tiers.views.read_page import BASIS, ReadPage
from desktop.ui.wording import day
from desktop.ui.words import tr
from desktop.words import N_


class MovementPage(ReadPage[Movement]):
    """Two dates to choose, and three views of what happened between them."""

    SHOWS = BASIS | {"rating"}

    def content(self) -> QWidget:
        office = self.office
        self._fresh: set[str] = set()
        self._pair: tuple[int, int] | None = None
        self._key = ""
        self.earlier, self.later = self._choice(tr("Earlier round")), self._choice(tr("Later round"))
        self.rounds = QFrame()
        self.rounds.setProperty("look", "pane")
        row = QHBoxLayout(self.rounds)
        row.setContentsMargins(theme.px(12), theme.px(6), theme.px(12), 0)
        row.setSpacing(theme.px(8))
        for widget in (QLabel(tr("From the round of")), self.earlier, QLabel(tr("to that of")), self.later):
            row.addWidget(widget)
        row.addStretch(1)
        self.tabs = Tabs(
            (
                TabPage("flows", N_("From class to class"), lambda: Flows(office)),
                TabPage("growth", N_("Where growth comes from"), lambda: Growth(office)),
                TabPage("sizes", N_("Sizes over time"), lambda: Sizes(office)),
            )
        )
        self.tabs.changed.connect(lambda _: self._turn())
        whole = QWidget()
        box = QVBoxLayout(whole)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.rounds)
        box.addWidget(self.tabs, 1)
        return whole

    def _choice(self, name: str) -> Choice:
        made = Choice()
        made.setAccessibleName(name)
        made.setMinimumContentsLength(14)
        made.activated.connect(self._on_pair)
        return made

    def reading(self) -> Callable[[Progress], Movement]:
        store, key = self.office.store, self.choice.key
        if key != self._key:
            self._key, self._pair = key, None
        pair = self._pair
        return lambda progress: movement(store, key, pair, progress)

    def _on_pair(self) -> None:
        """Two rounds were chosen; the older of them is the earlier one whichever way they were chosen."""
        if self.seen is None:
            return
        order = [one.id for one in self.seen.rounds]
        pair = sorted((int(self.earlier.currentData()), int(self.later.currentData())), key=order.index)
        if pair[0] == pair[1]:
            self.office.notice.say(tr("Choose two different rounds."), "bad")
            self._show_pair()
            return
        self._pair = pair[0], pair[1]
        self.read_anew()

    def put(self, seen: Movement) -> None:
        if seen.earlier is None or seen.later is None:
            told = tr("Movement shows between two published rounds of a scheme. None has been published yet.")
            if seen.rounds:
                told = tr("Movement shows between two published rounds of a scheme. So far there is one, of {day}.",
                          day=day(seen.rounds[0].as_of))  # fmt: skip
            self.say_nothing("target-arrow", told, tr("Rate the customers"), "round")
            return
        self._show_pair()
        self._fresh.clear()
        self._turn()

    def _show_pair(self) -> None:
        seen = self.seen
        if seen is None or seen.earlier is None or seen.later is None:
            return
        for choice, chosen in ((self.earlier, seen.earlier), (self.later, seen.later)):
            choice.clear()
            for one in reversed(seen.rounds):
                choice.addItem(day(one.as_of), one.id)
            choice.setCurrentIndex(choice.findData(chosen.id))

    def _turn(self) -> None:
        """Show in the view in front what it does not show yet."""
        key = self.tabs.key
        page = self.tabs.page(key)
        seen = self.seen
        if seen is None or seen.later is None or key in self._fresh:
            return
        if isinstance(page, Flows | Growth | Sizes):
            self._fresh.add(key)
            page.put(seen)
