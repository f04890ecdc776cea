"""The line under a form that is being written: what is being written, keep it, drop it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel

from desktop.ui.kit import theme
from desktop.ui.kit.buttons import button
from desktop.ui.words import tr


class EditBar(QFrame):
    """Stays at the foot of its tab while the form above it scrolls."""

    def __init__(self, keep_text: str, keep: Callable[[], object], drop: Callable[[], object]) -> None:
        super().__init__()
        self.setProperty("look", "foot")
        self.words = QLabel()
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setProperty("look", "muted")
        self.keep = button(keep_text, keep, look="primary", icon="check", tip="Ctrl+S")
        self.drop = button(tr("Drop"), drop, tip="Esc")
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(16), theme.px(8), theme.px(16), theme.px(8))
        row.setSpacing(theme.px(8))
        row.addWidget(self.words, 1)
        row.addWidget(self.drop)
        row.addWidget(self.keep)

    def say(self, words: str) -> None:
        """What is being written."""
        self.words.setText(words)
