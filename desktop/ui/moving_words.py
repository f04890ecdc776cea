"""Days of follow-ups in few words, and how often one was put off: apart from the box, which nothing shown needs."""

from __future__ import annotations

from datetime import date

from desktop.ui.wording import near_day
from desktop.ui.words import current, tr
from desktop.words import N_

WEEKDAYS = (N_("Mon"), N_("Tue"), N_("Wed"), N_("Thu"), N_("Fri"), N_("Sat"), N_("Sun"))


def moved_words(first_planned_on: date | None, planned_on: date | None, postponed: int, today: date) -> str:
    """原定 11-20，已改期 2 次; "" for one that stands where it was first planned."""
    if first_planned_on is None or (first_planned_on == planned_on and not postponed):
        return ""
    first = short_day(first_planned_on, today)
    if not postponed:
        return tr("first planned for {day}", day=first)
    if postponed == 1:
        return tr("first planned for {day}, put off once", day=first)
    return tr("first planned for {day}, put off {count} times", day=first, count=postponed)


def short_day(on: date, today: date) -> str:
    """11-20; of another year with the year."""
    return on.isoformat() if on.year != today.year else f"{on.month:02}-{on.day:02}"


def day_words(on: date, today: date) -> str:
    """明天 周二; further away 11-20 周五."""
    return f"{near_day(on, today)} {current().text(WEEKDAYS[on.weekday()])}"
