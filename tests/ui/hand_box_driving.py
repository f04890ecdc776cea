"""How the tests answer the box that sets a class by hand, and what they put into it."""

from __future__ import annotations

from collections.abc import Callable

from desktop.ui.screens.tiers.hand_box import HandBox
from tests.ui.box_driving import answering


def in_box(do: Callable[[HandBox], object]) -> list[HandBox]:
    """Answer the box when it has opened."""
    return answering(HandBox, do)


def fill(box: HandBox, **values: object) -> None:
    """Put values into its fields and accept."""
    for key, value in values.items():
        box.form.editor(key).put(value)
    box.yes.click()
