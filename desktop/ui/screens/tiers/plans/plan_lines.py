"""Lines of the pane of a plan: widgets beside each other, quiet words, a column that is filled anew."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.ui.kit import theme
from desktop.ui.kit.labels import ElidedLabel


def beside(*parts: QWidget, right: bool = False) -> QWidget:
    """These beside each other, an elided one taking what room is left; `right` pushes them to the end."""
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(theme.px(8))
    if right:
        row.addStretch(1)
    for part in parts:
        row.addWidget(part, 1 if isinstance(part, ElidedLabel) else 0)
    return made


def muted(text: str = "") -> QLabel:
    """Quiet words that break into lines."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(True)
    made.setProperty("look", "muted")
    return made


def fill(box: QVBoxLayout, lines: Sequence[QWidget]) -> None:
    """Put these lines in place of those before."""
    while box.count():
        item = box.takeAt(0)
        old = item.widget() if item is not None else None
        if old is not None:
            old.hide()
            old.deleteLater()
    for line in lines:
        box.addWidget(line)
