"""What the pages of the settings are put together from: explanations, rows, and a line for each number."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtWidgets import QAbstractSpinBox, QGridLayout, QHBoxLayout, QLabel, QWidget

from desktop.ui.kit import theme
from desktop.ui.words import current

READABLE, GRID, LINE = 640, 760, 32  # widths of an explanation and of a grid, height of a line, at 100 %

# (field, title, what stands behind the number, what it means)
NumberLine = tuple[str, str, str, str]


def quiet(words: str, width: int = READABLE) -> QLabel:
    """An explanation, no wider than `width` at 100 %; 0: over the whole page.

    In a column of its page a widest width is overlooked when the height of several lines is reckoned.
    """
    made = muted(words)
    made.setWordWrap(True)
    if width:
        made.setMaximumWidth(theme.px(width))
    return made


def muted(words: str) -> QLabel:
    """A remark in one line."""
    made = QLabel(words)
    made.setProperty("look", "muted")
    return made


def beside(*widgets: QWidget, gap: int = 8) -> QHBoxLayout:
    """These in a row, from the left."""
    row = QHBoxLayout()
    row.setSpacing(theme.px(gap))
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    return row


def number_lines(
    lines: Iterable[NumberLine], names: int, number: Callable[[str, str, str], QAbstractSpinBox]
) -> QWidget:
    """A line for each number: its name (`names` wide at 100 %), `number(field, title, unit)`, and what it means."""
    around = QWidget()
    around.setMaximumWidth(theme.px(GRID))
    grid = QGridLayout(around)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(theme.px(12))
    grid.setVerticalSpacing(theme.px(6))
    grid.setColumnStretch(2, 1)
    grid.setColumnMinimumWidth(0, theme.px(names))
    for line, (field, *texts) in enumerate(lines):
        title, unit, meaning = (current().text(text) if text else "" for text in texts)
        name, made, said = QLabel(title), number(field, title, unit), muted(meaning)
        made.setAccessibleDescription(meaning)
        name.setBuddy(made)
        for column, widget in enumerate((name, made, said)):
            grid.addWidget(widget, line, column)
        grid.setRowMinimumHeight(line, theme.px(LINE))
    return around
