"""Cards at the pointer: what travels with a drag, and a board that rolls on when the pointer comes to its edge."""

from __future__ import annotations

import json
from collections.abc import Sequence

from PySide6.QtCore import QMimeData, QTimer
from PySide6.QtWidgets import QScrollArea

from desktop.ui.kit import theme

_CARDS = "application/x-kezha-cards"


def pack(board: str, column: str, ids: Sequence[int]) -> QMimeData:
    """Cards of a column as they hang at the pointer; `board` is the name of the only board that will take them."""
    data = QMimeData()
    data.setData(_CARDS, json.dumps({"board": board, "column": column, "ids": list(ids)}).encode())
    return data


def unpack(board: str, data: QMimeData) -> tuple[str, list[int]] | None:
    """The column the cards are from and their ids; None where they are of another board, or no cards."""
    if not data.hasFormat(_CARDS):
        return None
    told = json.loads(bytes(data.data(_CARDS).data()))
    return (told["column"], told["ids"]) if told["board"] == board else None


class EdgeRoll(QTimer):
    """Rolls an area sideways for as long as the pointer of a drag stays at its left or right edge."""

    def __init__(self, area: QScrollArea) -> None:
        super().__init__(area)
        self._area, self._by = area, 0
        self.setInterval(40)
        self.timeout.connect(self._on)

    def pointer_at(self, x: int) -> None:
        """The pointer is `x` pixels from the left edge of what can be seen."""
        edge, width = theme.px(32), self._area.viewport().width()
        self._by = -theme.px(24) if x < edge else theme.px(24) if x > width - edge else 0
        if not self._by:
            self.stop()
        elif not self.isActive():
            self.start()

    def _on(self) -> None:
        bar = self._area.horizontalScrollBar()
        bar.setValue(bar.value() + self._by)
