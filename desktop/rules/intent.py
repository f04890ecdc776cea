"""意向等级 of one customer on one day: the day he is expected to close says it, else what was told by hand."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from db.intent import LATER, borders
from db.vocabulary import IntentLevel


@dataclass(frozen=True, slots=True)
class Intent:
    """The level that holds; `expects_on` is the day it follows from, `passed` whether that day has gone by."""

    level: IntentLevel | None
    expects_on: date | None = None
    passed: bool = False


def intent_of(by_hand: IntentLevel | None, expects_on: date | None, today: date) -> Intent:
    """The level on `today`. A day that has passed counts as A: somebody has to ask."""
    if expects_on is None:
        return Intent(by_hand)
    level = next((level for last, level in borders(today) if expects_on <= last), LATER)
    return Intent(level, expects_on, expects_on < today)
