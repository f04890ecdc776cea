"""A list with its foot line, and what stands there while it is empty."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from desktop.ui.kit import theme
from desktop.ui.kit.empty import EmptyState
from desktop.ui.kit.labels import ElidedLabel
from desktop.ui.kit.list_view import ListView
from desktop.ui.words import tr


class FootLine(QFrame):
    """Count on the left, sums on the right."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "foot")
        self._count = ElidedLabel(look="muted")
        self._sums = QLabel()
        self._count_text = ""
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(8), 0, theme.px(8), 0)
        row.addWidget(self._count, 1)
        row.addWidget(self._sums)
        self.setFixedHeight(theme.px(28))

    def say(self, count: str, sums: Sequence[tuple[str, str]] = ()) -> None:
        """`count` ("312 customers") and pairs of what was added up and the sum."""
        self._count_text = count
        self._count.say(count)
        self._sums.setText("    ".join(f"{what} {amount}" for what, amount in sums))

    def say_chosen(self, number: int, sums: Sequence[tuple[str, str]] = ()) -> None:
        """Add how many rows are chosen, from two on, and what those come to."""
        chosen = tr("{count} chosen", count=f"{number:,}") if number > 1 else ""
        own = [f"{what} {amount}" for what, amount in sums] if number > 1 else []
        self._count.say(" · ".join(filter(None, (self._count_text, chosen, *own))))


class ListPanel(QWidget):
    """Give it a ListView; after `model.set_ids` tell the foot with `foot.say`. `empty.say` sets the advice."""

    def __init__(self, view: ListView, empty: EmptyState | None = None) -> None:
        super().__init__()
        self.view, self.empty, self.foot = view, empty or EmptyState(sentence=tr("Nothing here yet")), FootLine()
        self._stack = QStackedWidget()
        self._stack.addWidget(view)
        self._stack.addWidget(self.empty)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self._stack, 1)
        box.addWidget(self.foot)
        view.rows.modelReset.connect(self._turn)
        view.chosen_changed.connect(lambda: self.foot.say_chosen(len(view.chosen())))
        self._turn()

    def _turn(self, *_: Any) -> None:
        wanted: QWidget = self.view if len(self.view.rows.ids) else self.empty
        if self._stack.currentWidget() is not wanted:
            had_focus = self._stack.currentWidget().hasFocus()
            self._stack.setCurrentWidget(wanted)
            if had_focus:
                wanted.setFocus()
