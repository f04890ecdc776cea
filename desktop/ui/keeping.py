"""One way to keep what a form holds: what stands against it is told, and what was typed stays where it is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Protocol

from db.problems import StoreProblem
from db.store import Doing
from desktop.rules.errors import RuleBroken
from desktop.ui import failures
from desktop.ui.office import Office


class Fields(Protocol):
    """A form, or a line of one, as far as a mistake is told at its field."""

    def show_error(self, field: str, sentence: str) -> bool: ...

    def focus(self, field: str = "") -> None: ...


def keep(office: Office, doing: Doing, work: Callable[[Any], object], forms: Sequence[Fields] = ()) -> bool:
    """Run `work(session)` as one action; False where it was refused, after saying why, at its field if there is one."""
    try:
        with office.store.write(doing) as session:
            work(session)
    except RuleBroken as broken:
        sentence = failures.sentence(broken)
        for form in forms:
            if broken.field and form.show_error(broken.field, sentence):
                form.focus(broken.field)
                return False
        failures.tell(office.ask, broken)
        return False
    except StoreProblem as problem:
        failures.tell(office.ask, problem)
        return False
    return True
