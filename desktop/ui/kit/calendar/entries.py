"""What stands on a calendar, as values: entries and the marks of days. All texts are already translated."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, time
from typing import Literal

Look = Literal["plain", "quiet", "late", "layer", "off"]

DAY_MINUTES = 24 * 60
DRAWN = 22  # minutes that the shortest entry is drawn with: one line of text
STEP = 15  # minutes that a drag goes by
UNKNOWN = 30  # minutes an entry takes of which nothing is known


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry. Without `at` it stands all day; `last` is its last day where it takes several; `usual` the minutes
    it is drawn with where it does not say how long it takes.

    `tint` is the name of a hue ("series:2", "tier:0", "red"), `icon` and `mark` (a letter in a pill) say the same
    without colour. `look`: plain; quiet for what is over; late; layer for what is only told; off for what is struck
    out. `order` sorts within a day before the time. `column` is the key of the column it stands in where several
    columns are of one day.
    """

    key: object
    day: date
    title: str
    last: date | None = None
    at: time | None = None
    minutes: int | None = None
    usual: int = UNKNOWN
    note: str = ""
    tint: str = "grey"
    icon: str = ""
    mark: str = ""
    mark_ink: int | str = "grey"
    look: Look = "plain"
    movable: bool = True
    order: int = 0
    column: str = ""

    @property
    def last_day(self) -> date:
        """The last of its days; never before the first."""
        return self.day if self.last is None else max(self.last, self.day)

    @property
    def starts(self) -> int:
        """The minute of the day it begins at; 0 for one that stands all day."""
        return 0 if self.at is None else self.at.hour * 60 + self.at.minute

    @property
    def ends(self) -> int:
        """The minute of the day it is drawn to: at most midnight, however long it takes."""
        return min(self.starts + max(self.minutes or self.usual, DRAWN), DAY_MINUTES)

    @property
    def all_day(self) -> bool:
        """Whether it stands above the hours: no time of day, or several days."""
        return self.at is None or self.last_day > self.day

    @property
    def sorts(self) -> tuple[int, int, str]:
        """Its place among those of one day."""
        return self.order, -1 if self.at is None else self.starts, self.title

    def times(self) -> str:
        """ "09:30–10:15", "23:30–01:00" over midnight, "09:30" where its length is not known, "" for all day."""
        if self.at is None:
            return ""
        if not self.minutes:
            return clock(self.starts)
        return f"{clock(self.starts)}–{clock((self.starts + self.minutes) % DAY_MINUTES)}"


@dataclass(frozen=True, slots=True)
class DayMark:
    """What stands in the head of a day: `note` (day of the moon, solar term, festival), `badge` (休, 班).

    `title` names the day ("11月20日 周五"), `tip` says everything. `strong`: the note is a feast, not only a number.
    `off`: nobody works.
    """

    title: str = ""
    note: str = ""
    strong: bool = False
    badge: str = ""
    badge_ink: str = "green"
    off: bool = False
    tip: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """Where something is, or is to go: a day; a minute of it or None for all day; the key of a column where they are
    of one day. `timed` says whether the view knows times at all: a month only changes the day."""

    day: date
    minute: int | None = None
    column: str = ""
    timed: bool = False

    @property
    def at(self) -> time | None:
        """The time of day."""
        return None if self.minute is None else time(*divmod(min(self.minute, DAY_MINUTES - 1), 60))


@dataclass(frozen=True, slots=True)
class DayColumn:
    """One column of hours: a day, or what one person does on it (`key`, `title`, `note`)."""

    day: date
    key: str = ""
    title: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Shown:
    """Everything a view shows."""

    entries: Sequence[Entry] = ()
    marks: dict[date, DayMark] = field(default_factory=dict)
    today: date = date.min


def clock(minute: int) -> str:
    """ "09:05" of a minute of the day."""
    return f"{minute // 60:02}:{minute % 60:02}"
