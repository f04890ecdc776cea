"""What an import of a calendar would do, event by event, before anything is written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from desktop.documents.calendars.event import CalendarEvent
from desktop.rules.errors import RuleBroken


class Fate(StrEnum):
    """What becomes of an event. OPEN: it is not known whom it is about, somebody has to say."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    OPEN = "open"
    LEFT_OUT = "left_out"
    REFUSED = "refused"


COMING_IN = (Fate.NEW, Fate.CHANGED)


@dataclass(frozen=True, slots=True)
class Reason:
    """A code of the sentences with its facts."""

    code: str
    facts: Mapping[str, object] = field(default_factory=dict)


def broken_reason(broken: RuleBroken) -> Reason:
    """Why a rule did not allow it."""
    return Reason(broken.code, broken.facts)


@dataclass(frozen=True, slots=True)
class Row:
    """One event of the file. `follow_up_id` or `series_id` is what it changes, `uid` the name it is kept under.

    `one_by_one`: it is kept as single follow-ups. `parent` is the number of the row of the series whose occurrence it
    changes.
    """

    number: int
    title: str
    fate: Fate
    reason: Reason
    event: CalendarEvent | None = None
    customer_id: int | None = None
    customer: str = ""
    follow_up_id: int | None = None
    series_id: int | None = None
    uid: str = ""
    parent: int | None = None
    one_by_one: bool = False


@dataclass(frozen=True, slots=True)
class Proposal:
    """All rows in the order of the file."""

    rows: tuple[Row, ...]

    @property
    def counts(self) -> Mapping[Fate, int]:
        """How many rows of each fate."""
        return Counter(row.fate for row in self.rows)

    @property
    def coming_in(self) -> int:
        """Rows that would be written."""
        return sum(row.fate in COMING_IN for row in self.rows)
