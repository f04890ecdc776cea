"""The colour of a next step, from its day alone."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

SOON_DAYS = 3


class NextState(StrEnum):
    """Grey nothing planned, red overdue, amber today or soon, green planned."""

    NONE = "none"
    OVERDUE = "overdue"
    SOON = "soon"
    PLANNED = "planned"


def due_on(planned_on: date | None, until_on: date | None, today: date) -> date | None:
    """The day a planned one is due: of one that takes several days the first that is not over, else its last."""
    if planned_on is None or until_on is None:
        return planned_on
    return max(planned_on, min(until_on, today))


def next_state(next_on: date | None, today: date) -> NextState:
    """How a next step planned for `next_on` stands on `today`."""
    if next_on is None:
        return NextState.NONE
    days = (next_on - today).days
    if days < 0:
        return NextState.OVERDUE
    return NextState.SOON if days <= SOON_DAYS else NextState.PLANNED
