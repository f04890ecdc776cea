"""Two panes side by side whose border stays where it was left."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QWidget

from desktop.ui.kit.list_head import Memory


def split(
    left: QWidget, right: QWidget, name: str, memory: Memory, shares: tuple[int, int] = (2, 3), *, upright: bool = False
) -> QSplitter:
    """A splitter that remembers its place under `name`. `shares` divide the room at first; `upright` puts one above."""
    made = QSplitter(Qt.Orientation.Vertical if upright else Qt.Orientation.Horizontal)
    made.setChildrenCollapsible(False)
    made.setHandleWidth(5)
    key = f"split.{name}"
    for number, (pane, share) in enumerate(zip((left, right), shares, strict=True)):
        made.addWidget(pane)
        made.setStretchFactor(number, share)
    kept = [int(part) for part in memory.get(key, "").split(",") if part.isdigit()]
    made.setSizes(kept if len(kept) == 2 else [share * 1000 for share in shares])
    made.splitterMoved.connect(lambda *_: memory.__setitem__(key, ",".join(map(str, made.sizes()))))
    return made
