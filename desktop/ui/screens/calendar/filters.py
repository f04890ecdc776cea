"""What the calendar shows: whose follow-ups, what the colours say, what lies over them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from desktop.services.calendar.layers import Layer
from desktop.ui.kit import icons, theme
from desktop.ui.kit.buttons import tool
from desktop.ui.office import Office
from desktop.ui.screens.calendar.choice import EVERYONE, MINE, CalendarChoice, Colours, Extra
from desktop.ui.screens.calendar.layer_words import LAYER_ICONS, LAYER_TITLES
from desktop.ui.words import current, tr
from desktop.words import N_

EXTRA_TITLES = {
    Extra.HOLIDAYS: N_("Holidays and festivals"),
    Extra.LUNAR: N_("Lunar days and solar terms"),
    Extra.CANCELLED: N_("Cancelled plans"),
}
SIDE = "calendar.side"


class Filters(QWidget):
    """Three menus, and the button that shows the list beside."""

    def __init__(self, office: Office, choice: CalendarChoice, beside: Callable[[bool], None]) -> None:
        super().__init__()
        self._office, self._choice = office, choice
        self.whose = self._chooser("users", tr("Whose follow-ups"), self._whose_menu)
        self.colours = self._chooser("sun", tr("What the colours say"), self._colours_menu)
        self.layers = self._chooser("stack-2", tr("What lies over them"), self._layers_menu)
        self.side = tool("layout-sidebar", tr("Overdue and unplanned beside it"))
        self.side.setCheckable(True)
        self.side.setChecked(office.seen.get(SIDE, "1") == "1")
        self.side.toggled.connect(beside)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(2))
        for made in (self.whose, self.colours, self.layers, self.side):
            row.addWidget(made)
        choice.changed.connect(self.say)

    def _chooser(self, icon: str, name: str, fill: Callable[[QMenu], None]) -> QToolButton:
        made = QToolButton()
        made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        made.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        made.setAccessibleName(name)
        made.setToolTip(name)
        icons.put(made, icon)
        menu = QMenu(made)
        menu.aboutToShow.connect(menu.clear)
        menu.aboutToShow.connect(lambda: fill(menu))
        made.setMenu(menu)
        return made

    def say(self) -> None:
        """Name what is chosen."""
        self.whose.setText(self._whose_words())
        by_tier = self._choice.colours is Colours.TIER
        self.colours.setText(tr("Colour: tier") if by_tier else tr("Colour: way"))
        on, every = len(self._choice.layers & {*Layer}), len(Layer)
        self.layers.setText(tr("Layers {on}/{every}", on=on, every=every))

    def _whose_words(self) -> str:
        choice = self._choice
        found = choice.rep_ids
        if found is None:
            return tr("Everyone")
        names = [one.name for one in choice.people if one.id in found]
        if len(names) == 1:
            return names[0]
        return tr("{count} people", count=len(names))

    # Menus

    def _whose_menu(self, menu: QMenu) -> None:
        choice = self._choice
        everyone = menu.addAction(tr("Everyone"), lambda: choice.show_of(EVERYONE))
        everyone.setCheckable(True)
        everyone.setChecked(choice.rep_ids is None)
        mine = menu.addAction(tr("Only mine"), lambda: choice.show_of(MINE))
        mine.setEnabled(any(one.id == self._office.me.rep_id for one in choice.people))
        menu.addSeparator()
        for one in choice.people:
            entry = menu.addAction(one.name.replace("&", "&&"))
            entry.setCheckable(True)
            entry.setChecked(choice.rep_ids is not None and one.id in choice.rep_ids)
            entry.triggered.connect(lambda on=False, key=one.id: self._turn(key, on))

    def _turn(self, rep_id: int, on: bool) -> None:
        now = self._choice.rep_ids or frozenset()
        self._choice.show_of(now | {rep_id} if on else now - {rep_id})

    def _colours_menu(self, menu: QMenu) -> None:
        for colours, title in ((Colours.KIND, tr("Way of contact")), (Colours.TIER, tr("Value tier"))):
            entry = menu.addAction(title, lambda key=colours: self._choice.colour_by(key))
            entry.setCheckable(True)
            entry.setChecked(self._choice.colours is colours)

    def _layers_menu(self, menu: QMenu) -> None:
        for layer, title in LAYER_TITLES.items():
            self._add_layer(menu, layer, title, LAYER_ICONS[layer][0])
        menu.addSeparator()
        for extra, title in EXTRA_TITLES.items():
            self._add_layer(menu, extra, title, "")

    def _add_layer(self, menu: QMenu, layer: Layer | Extra, title: str, icon: str) -> None:
        entry = menu.addAction(current().text(title))
        if icon:
            icons.put(entry, icon)
        entry.setCheckable(True)
        entry.setChecked(layer in self._choice.layers)
        entry.triggered.connect(lambda on=False, key=layer: self._choice.lay(key, on))
