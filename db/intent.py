"""意向等级: the level that a day of expected closing means. Within a month A, three B, six C, later D."""

from __future__ import annotations

from datetime import date

from db.days import months_later
from db.vocabulary import IntentLevel

_MONTHS = ((1, IntentLevel.A), (3, IntentLevel.B), (6, IntentLevel.C))
LATER = IntentLevel.D


def borders(today: date) -> tuple[tuple[date, IntentLevel], ...]:
    """The last day of each level as seen from `today`, the nearest first; every day after them is LATER."""
    if today.year >= date.max.year:  # no calendar goes further
        return ((date.max, IntentLevel.A),)
    return tuple((months_later(today, months), level) for months, level in _MONTHS)
