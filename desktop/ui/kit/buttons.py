"""Buttons in one line."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QPushButton, QToolButton

from desktop.ui.kit import icons

Look = Literal["", "primary", "quiet", "danger"]
_ICON_COLOURS = {"": "muted", "primary": "on_accent", "quiet": "link", "danger": "red"}


def button(
    text: str, do: Callable[[], object] | None = None, *, icon: str = "", look: Look = "", tip: str = ""
) -> QPushButton:
    """A button that says what will happen; `text` is already translated."""
    made = QPushButton(text)
    made.setProperty("look", look)
    made.setAutoDefault(False)
    if icon:
        icons.put(made, icon, _ICON_COLOURS[look])
    if tip:
        made.setToolTip(tip)
    if do is not None:
        made.clicked.connect(lambda _=False: do())
    return made


def tool(
    icon: str, tip: str, do: Callable[[], object] | None = None, *, shortcut: str = "", colour: str | None = None
) -> QToolButton:
    """A button of nothing but an icon; `tip` is its name for the mouse and for screen readers.

    `shortcut` works in its whole window and is named in the tip.
    """
    made = QToolButton()
    icons.put(made, icon, colour, size=18)
    made.setAccessibleName(tip)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    made.setToolTip(tip)
    if shortcut:
        keys = QKeySequence(shortcut)
        made.setShortcut(keys)
        made.setToolTip(f"{tip} ({keys.toString(QKeySequence.SequenceFormat.NativeText)})")
    if do is not None:
        made.clicked.connect(lambda _=False: do())
    return made
