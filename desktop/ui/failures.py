"""How failures are told: one window that says what is wrong and what to do; a slip of our own goes to the log."""

from __future__ import annotations

import logging
import traceback

from PySide6.QtWidgets import QWidget

from db.problems import StoreProblem
from desktop import sentences
from desktop.rules.errors import RuleBroken
from desktop.ui.kit.ask import Ask
from desktop.ui.words import current, tr

log = logging.getLogger("kezha")


def sentence(error: RuleBroken) -> str:
    """The sentence of a broken rule in the window's language."""
    return sentences.rule(current(), error.code, error.facts)


def tell(ask: Ask, error: BaseException) -> None:
    """Tell the user of `error` in the way its kind asks for."""
    if isinstance(error, StoreProblem):
        wrong, remedy = sentences.problem(current(), error.code, error.facts)
        ask.tell(wrong, remedy)
    elif isinstance(error, RuleBroken):
        ask.tell(sentence(error))
    else:
        details = without_values(error)
        log.error("unexpected: %s", details)
        ask.tell(
            tr("Something went wrong in the program itself."),
            tr(
                "Your data is as it was at the last save. Please pass the details on to whoever looks after the program."
            ),
            details,
        )


def without_values(error: BaseException) -> str:
    """Where `error` happened, without its message: messages quote names and phone numbers."""
    lines: list[str] = []
    seen: BaseException | None = error
    while seen is not None:
        lines.append(type(seen).__name__)
        lines += [f"  {frame.filename.rpartition('/')[2]}:{frame.lineno} {frame.name}" for frame in _frames(seen)]
        seen = seen.__cause__ or seen.__context__
    return "\n".join(lines)


def _frames(error: BaseException) -> list[traceback.FrameSummary]:
    return list(traceback.extract_tb(error.__traceback__))


class Failures:
    """Where uncaught errors of slots and jobs end."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self.ask = Ask(parent)

    def tell(self, error: BaseException) -> None:
        """Tell the user."""
        tell(self.ask, error)
