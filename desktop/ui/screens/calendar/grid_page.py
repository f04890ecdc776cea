"""The views that are grids: their entries are opened, moved, stretched and planned where they stand."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu, QVBoxLayout

from desktop.ui.kit import icons
from desktop.ui.kit.actions import Action, menu_of, put_shortcuts
from desktop.ui.kit.calendar.entries import Entry, Place
from desktop.ui.kit.calendar.grid_keys import DrivenGrid
from desktop.ui.office import Office
from desktop.ui.screens.calendar.choice import CalendarChoice
from desktop.ui.screens.calendar.foot import CalendarFoot
from desktop.ui.screens.calendar.layer_words import tell_layers
from desktop.ui.screens.calendar.view_page import ViewPage
from desktop.ui.words import tr
from desktop.words import N_


class GridPage(ViewPage):
    """A grid with its foot line. A kind of page makes its `grid` and gives it to `furnish`."""

    grid: DrivenGrid

    def __init__(self, office: Office, choice: CalendarChoice) -> None:
        super().__init__(office, choice)
        self.foot = CalendarFoot()
        self._pointing = False

    def furnish(self, grid: DrivenGrid) -> None:
        """Put the grid in its place and connect what it announces."""
        self.grid = grid
        grid.movable = not self.office.store.read_only
        grid.opened.connect(self._open)
        grid.moved.connect(self.acts.drag)
        grid.stretched.connect(self.acts.stretch)
        grid.refused.connect(self.acts.refuse)
        grid.dropped.connect(self.acts.drop)
        grid.new_wanted.connect(self.acts.new)
        grid.day_wanted.connect(self.day_wanted)
        grid.page_wanted.connect(self.page_wanted)
        grid.today_wanted.connect(self.today_wanted)
        grid.place_changed.connect(self._on_place)
        grid.menu_wanted.connect(self._pop_up)
        put_shortcuts((*self.acts.actions(), self._new_action()), self.chosen, grid)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(grid, 1)
        box.addWidget(self.foot)
        self.setFocusProxy(grid)

    def _new_action(self) -> Action:
        return Action("new", N_("New plan on this day…"), lambda _: self._new(), "plus", "N", (0, None))

    def _new(self) -> None:
        self.acts.new(self.grid.place())

    def chosen(self) -> Sequence[int]:
        """The id of the chosen follow-up."""
        wanted = self.follow_up_id(self.grid.chosen())
        return [] if wanted is None else [wanted]

    def tell(self, entry: Entry) -> str:
        """The bubble of an entry."""
        if self.seen is None:
            return entry.title
        if isinstance(entry.key, tuple):
            group = [self.seen.layers[number] for number in entry.key[1]]
            return tell_layers(group, self.office.veil, self.office.today())
        row = self.seen.rows.get(entry.key) if isinstance(entry.key, int) else None
        return entry.title if row is None else self.maker().tell(row)

    def place(self) -> Place:
        """The place of the chosen day."""
        return Place(self.choice.day)

    def point(self) -> None:
        if not self._pointing and self.grid.place().day != self.choice.day:
            self.grid.go_to(self.place())

    def _on_place(self, place: Place) -> None:
        self._pointing = True
        self.choice.go(place.day)
        self._pointing = False

    def _open(self, key: object) -> None:
        wanted = self.follow_up_id(key)
        if wanted is None:
            self.open_layer(key)
        else:
            self.acts.open(wanted)

    def menu(self, key: object) -> QMenu:
        """What can be done with an entry, or on an empty place."""
        wanted, place = self.follow_up_id(key), self.grid.place()
        if key is not None and wanted is None:
            menu = QMenu(self)
            menu.addAction(tr("Show"), lambda: self.open_layer(key))
            return menu
        menu = menu_of(self.acts.actions(), [wanted], self) if wanted is not None else QMenu(self)
        if not menu.isEmpty():
            menu.addSeparator()
        new = menu.addAction(tr("New plan on this day…"), lambda: self.acts.new(place))
        new.setShortcut(QKeySequence("N"))
        new.setShortcutVisibleInContextMenu(True)
        icons.put(new, "plus")
        new.setEnabled(self.grid.movable)
        menu.addAction(tr("Show this day"), lambda: self.day_wanted.emit(place.day))
        return menu

    def _pop_up(self, key: object, at: QPoint) -> None:
        menu = self.menu(key)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(at)
