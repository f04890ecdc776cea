"""The order in which Tab walks through a form whose lines come and go: that in which it is read."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget


def tab_stops(around: QWidget) -> list[QWidget]:
    """The widgets within `around` that Tab can stop at, as its layouts hold them."""
    layout = around.layout()
    return [] if layout is None else list(_stops(layout))


def _stops(layout: QLayout) -> Iterator[QWidget]:
    for at in range(layout.count()):
        item = layout.itemAt(at)
        assert item is not None
        held: tuple[QLayout | QWidget | None, ...] = (item.layout(), item.widget())  # a blank holds neither
        for one in held:
            if isinstance(one, QLayout):
                yield from _stops(one)
            elif one is not None and one.focusPolicy() & Qt.FocusPolicy.TabFocus:
                yield one
            elif one is not None and (own := one.layout()) is not None:
                yield from _stops(own)


def tab_in_order(stops: list[QWidget]) -> None:
    """Let Tab walk through these one after the other. Lines made later would else come last."""
    for before, after in pairwise(stops):
        QWidget.setTabOrder(before, after)
