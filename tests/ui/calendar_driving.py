"""A calendar grid driven as a user does: by keys, by the mouse, and by what is dragged in from a list."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, time
from typing import Any

from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.ui.kit.calendar.entries import Entry, Place
from desktop.ui.kit.calendar.grid_keys import DrivenGrid
from desktop.ui.kit.calendar.grid_parts import Spot

LEFT, PLAIN = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
BOTH = CONTROL | Qt.KeyboardModifier.ShiftModifier
MONTH = date(2026, 11, 1)
TODAY = date(2026, 11, 20)


def on(day: int, key: int, hour: int | None = None, minute: int = 0, **more: Any) -> Entry:
    """An entry of November."""
    at = None if hour is None else time(hour, minute)
    return Entry(key, date(2026, 11, day), f"entry {key}", at=at, **more)


@dataclass
class Told:
    """What a grid announced."""

    moved: list[tuple[Entry, Entry]] = field(default_factory=list)
    stretched: list[tuple[Entry, Entry]] = field(default_factory=list)
    refused: list[object] = field(default_factory=list)
    opened: list[object] = field(default_factory=list)
    dropped: list[tuple[object, Place]] = field(default_factory=list)
    new: list[Place] = field(default_factory=list)
    days: list[date] = field(default_factory=list)
    pages: list[int] = field(default_factory=list)


def listen(grid: DrivenGrid) -> Told:
    """Note what the grid announces from now on."""
    told = Told()
    grid.moved.connect(lambda was, now: told.moved.append((was, now)))
    grid.stretched.connect(lambda was, now: told.stretched.append((was, now)))
    grid.refused.connect(lambda entry: told.refused.append(entry.key))
    grid.opened.connect(told.opened.append)
    grid.dropped.connect(lambda items, place: told.dropped.append((items, place)))
    grid.new_wanted.connect(told.new.append)
    grid.day_wanted.connect(told.days.append)
    grid.page_wanted.connect(told.pages.append)
    return told


def shown(qtbot: QtBot, grid: DrivenGrid, size: tuple[int, int] = (980, 640)) -> Told:
    """Bring the grid to the screen."""
    qtbot.addWidget(grid)
    grid.resize(*size)
    with qtbot.waitActive(grid):
        grid.show()
    grid.setFocus()
    return listen(grid)


def spot(grid: DrivenGrid, key: object) -> Spot:
    """Where an entry stands, its first piece."""
    return next(one for one in grid.spots() if one.entry.key == key)


def click(grid: DrivenGrid, at: QPoint) -> None:
    QTest.mouseClick(grid.viewport(), LEFT, PLAIN, at)


def press_key(grid: DrivenGrid, *keys: Qt.Key, held: Qt.KeyboardModifier = PLAIN) -> None:
    for key in keys:
        QTest.keyClick(grid, key, held)


def pull(grid: DrivenGrid, start: QPoint, end: QPoint) -> None:
    """Press, draw the mouse to another point, let go."""
    QTest.mousePress(grid.viewport(), LEFT, PLAIN, start)
    for step in (start + QPoint(3, 3), QPoint((start.x() + end.x()) // 2, (start.y() + end.y()) // 2), end):
        QTest.mouseMove(grid.viewport(), step)
    QTest.mouseRelease(grid.viewport(), LEFT, PLAIN, end)


def drop(grid: DrivenGrid, data: QMimeData, at: QPoint) -> bool:
    """Bring what is dragged over a point and let go; False where it is not wanted there."""
    entering = QDragEnterEvent(at, Qt.DropAction.MoveAction, data, LEFT, PLAIN)
    entering.setAccepted(False)
    grid.dragEnterEvent(entering)
    hovering = QDragMoveEvent(at, Qt.DropAction.MoveAction, data, LEFT, PLAIN)
    hovering.setAccepted(False)
    grid.dragMoveEvent(hovering)
    dropping = QDropEvent(at.toPointF(), Qt.DropAction.MoveAction, data, LEFT, PLAIN)
    dropping.setAccepted(False)
    grid.dropEvent(dropping)
    QApplication.processEvents()
    return entering.isAccepted() and hovering.isAccepted() and dropping.isAccepted()
