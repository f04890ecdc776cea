"""节假日 that the office writes or imports itself: they hold where they contradict what was announced."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import Holiday
from desktop.rules.errors import RuleBroken
from desktop.rules.holiday_files import FIRST_YEAR, LAST_YEAR, LONGEST_NAME
from desktop.rules.holiday_years import changes, is_announced_as
from desktop.rules.work_calendar import HolidayDay
from desktop.services.calendar.days import work_calendar


def save_day(session: Session, day: HolidayDay) -> None:
    """Let `day` be what it says; one that is announced the same way needs no row and loses the one it had.

    Raises RuleBroken: out_of_range at "on", too_long at "name".
    """
    if not FIRST_YEAR <= day.on.year <= LAST_YEAR:
        raise RuleBroken("out_of_range", "on", low=FIRST_YEAR, high=LAST_YEAR)
    name = " ".join((day.name or "").split()) or None
    if name is not None and len(name) > LONGEST_NAME:
        raise RuleBroken("too_long", "name", length=len(name), longest=LONGEST_NAME)
    row = session.scalars(select(Holiday).where(Holiday.on == day.on)).first()
    if is_announced_as(HolidayDay(day.on, day.kind, name)):
        if row is not None:
            session.delete(row)
    elif row is None:
        session.add(Holiday(on=day.on, kind=day.kind, name=name))
    else:
        row.kind, row.name = day.kind, name


def remove_day(session: Session, on: date) -> None:
    """Let `on` be again what was announced of it."""
    row = session.scalars(select(Holiday).where(Holiday.on == on)).first()
    if row is not None:
        session.delete(row)


def remove_year(session: Session, year: int) -> int:
    """Let all days of a year be what was announced of them; how many rows of the office went."""
    rows = session.scalars(select(Holiday).where(Holiday.on.between(date(year, 1, 1), date(year, 12, 31)))).all()
    for row in rows:
        session.delete(row)
    return len(rows)


def import_holidays(session: Session, days: Sequence[HolidayDay]) -> int:
    """Write the days of a file that differ from what the calendar says; how many they were.

    Days that the file does not name stay as they are. See `holiday_years.changes` for the preview.
    """
    found = changes(work_calendar(session), days).days
    for one in found:
        save_day(session, one.day)
    return len(found)
