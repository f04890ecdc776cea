"""How the tests answer the box that sets a class by hand: it opens over everything and waits, as for a user."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from desktop.ui.screens.tiers.hand_box import HandBox


def in_box(do: Callable[[HandBox], object]) -> list[HandBox]:
    """Call `do` with the box when it has opened, and close it should it still be there; the list tells that it was."""
    opened: list[HandBox] = []

    def answer() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, HandBox), "no box has opened"
        opened.append(box)
        try:
            do(box)
        finally:
            if box.isVisible():
                box.done(0)

    QTimer.singleShot(0, answer)
    return opened


def fill(box: HandBox, **values: object) -> None:
    """Put values into its fields and accept."""
    for key, value in values.items():
        box.form.editor(key).put(value)
    box.yes.click()
