"""How the tests answer a box that opens over everything and waits, as for a user."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog

Box = TypeVar("Box", bound=QDialog)


def answering(kind: type[Box], do: Callable[[Box], object]) -> list[Box]:
    """Call `do` with the box when it has opened, and close it should it still be there; the list tells that it was."""
    opened: list[Box] = []

    def answer() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, kind), "no box has opened"
        opened.append(box)
        try:
            do(box)
        finally:
            if box.isVisible():
                box.done(0)

    QTimer.singleShot(0, answer)
    return opened
