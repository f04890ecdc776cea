"""What can be done with the chosen rows, declared as data: menu, shortcut and buttons come from one place."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from desktop.ui.kit import icons
from desktop.ui.words import current

Ids = Sequence[int]


@dataclass(frozen=True, slots=True)
class Action:
    """One thing to do with the ids chosen; `text` and the rest are English marked with N_."""

    key: str
    text: str
    do: Callable[[Ids], None]
    icon: str = ""
    shortcut: str = ""
    needs: tuple[int, int | None] = (1, None)  # at least, at most so many rows
    allowed: Callable[[Ids], bool] = lambda _: True  # a further condition, asked when the menu opens
    danger: bool = False
    apart: bool = False  # a line above it in the menu

    def possible(self, ids: Ids) -> bool:
        """Whether it can be done with `ids`."""
        least, most = self.needs
        return len(ids) >= least and (most is None or len(ids) <= most) and self.allowed(ids)


def menu_of(actions: Iterable[Action], ids: Ids, parent: QWidget) -> QMenu:
    """A pop-up menu; what cannot be done with `ids` is greyed."""
    menu = QMenu(parent)
    for action in actions:
        if action.apart and not menu.isEmpty():
            menu.addSeparator()
        entry = menu.addAction(current().text(action.text))
        if action.icon:
            icons.put(entry, action.icon, "red" if action.danger else None)
        if action.shortcut:
            entry.setShortcut(QKeySequence(action.shortcut))
            entry.setShortcutVisibleInContextMenu(True)
        entry.setEnabled(action.possible(ids))
        entry.triggered.connect(lambda _=False, action=action: action.do(ids))
    return menu


def put_shortcuts(actions: Iterable[Action], chosen: Callable[[], Ids], on: QWidget) -> list[QAction]:
    """Let the shortcuts work while `on` or a child of it has the focus."""
    made = []
    for action in actions:
        if not action.shortcut:
            continue
        entry = QAction(current().text(action.text), on)
        entry.setShortcut(QKeySequence(action.shortcut))
        entry.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        entry.triggered.connect(lambda _=False, action=action: _do(action, chosen()))
        on.addAction(entry)
        made.append(entry)
    return made


def _do(action: Action, ids: Ids) -> None:
    if action.possible(ids):
        action.do(ids)
