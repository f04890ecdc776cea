"""Before what was typed is thrown away: ask once, and only if something would be lost."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from desktop.ui.kit.ask import Ask, Verb
from desktop.ui.words import tr


class Typed(Protocol):
    """A form, as far as leaving it is concerned."""

    @property
    def dirty(self) -> bool: ...


def may_drop(ask: Ask, form: Typed, save: Callable[[], bool]) -> bool:
    """Whether the form may be left: nothing was typed, or it is kept by `save`, or the user lets it go."""
    if not form.dirty:
        return True
    verbs = [
        Verb("save", tr("Save the changes")),
        Verb("drop", tr("Drop the changes"), danger=True),
        Verb("", tr("Go on editing")),
    ]
    answer = ask.choose(tr("Something was changed and is not saved yet."), verbs)
    return save() if answer == "save" else answer == "drop"
