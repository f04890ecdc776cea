"""A day with a time of day, as it is typed and shown: 2026-11-22 14:30, 昨天 9点, 14:30 alone for today.

The file keeps moments in UTC; people and the hours of the office are local.
"""

from __future__ import annotations

from datetime import UTC, datetime

from desktop.rules.dates import Lean, read_date
from desktop.rules.times import read_time


def local(at: datetime) -> datetime:
    """A moment of the file in this machine's time, without a zone."""
    return at.astimezone().replace(tzinfo=None)


def stored(at: datetime) -> datetime:
    """A local moment as the file keeps it."""
    return at.astimezone(UTC)


def show_moment(at: datetime | None) -> str:
    """ "2026-11-22 14:30", "" for none; `at` is local."""
    return "" if at is None else at.strftime("%Y-%m-%d %H:%M")


def read_moment(text: str, now: datetime) -> datetime | None:
    """The local moment typed at `now`, None for nothing; what happened lies behind: 3-5 is the last 5 March.

    Raises ValueError where the time of day is missing or unreadable, RuleBroken("bad_date") for a day that is none.
    """
    words = text.split()
    if not words:
        return None
    at = read_time(words[-1])
    if at is None or (len(words) == 1 and words[0].isdigit() and len(words[0]) > 4):
        raise ValueError(text)
    day = read_date(" ".join(words[:-1]), now.date(), Lean.BACKWARD) if len(words) > 1 else now.date()
    return datetime.combine(day or now.date(), at)
