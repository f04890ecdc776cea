"""The line over the keying back: which sheet, how far one is, and where a number or a code is typed or scanned."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from desktop.ui.kit import theme
from desktop.ui.kit.buttons import tool
from desktop.ui.kit.inputs import Line, mark_wrong
from desktop.ui.office import Office
from desktop.ui.screens.today.sheet_choice import SheetChoice
from desktop.ui.words import tr


class KeyingBar(QFrame):
    """`typed` takes the number or code; who reads it says with `say_wrong` what it cannot be."""

    def __init__(self, office: Office, go_back: Callable[[], object]) -> None:
        super().__init__()
        self.setProperty("look", "pane")
        self.which = SheetChoice(office)
        self.typed = Line()
        self.typed.setAccessibleName(tr("Number or code"))
        self.typed.setPlaceholderText(tr("Number, customer number or code"))
        self.typed.setFixedWidth(theme.px(240))
        self.wrong, self.progress, head = QLabel(), QLabel(), QLabel(tr("Key back"))
        self.wrong.setProperty("look", "error")
        for made in (self.progress, head):
            made.setProperty("look", "title")
        self.progress.setMinimumWidth(theme.px(72))
        label = QLabel(tr("&Number or code"))
        label.setBuddy(self.typed)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(12), theme.px(6), theme.px(12), theme.px(6))
        row.setSpacing(theme.px(8))
        before: tuple[QWidget, ...] = (tool("arrow-left", tr("Back to the day"), go_back), head, self.which)
        for widget in (*before, self.progress):
            row.addWidget(widget)
        row.addStretch(1)
        for widget in (self.wrong, label, self.typed):
            row.addWidget(widget)

    def say_progress(self, settled: int, count: int) -> None:
        """ "7/12"."""
        self.progress.setText(f"{settled}/{count}")
        self.progress.setAccessibleName(tr("{settled} of {count} lines settled", settled=settled, count=count))

    def say_wrong(self, sentence: str) -> None:
        """What is wrong with what was typed; "" for nothing."""
        self.wrong.setText(sentence)
        mark_wrong(self.typed, bool(sentence))
