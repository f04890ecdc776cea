"""工作日历 of the office: what was announced, with the days it wrote itself."""

from __future__ import annotations

from sqlalchemy.orm import Session

from db.queries.holidays import holidays
from desktop.rules.holiday_files import source_name
from desktop.rules.work_calendar import HolidayDay, WorkCalendar, calendar_of


def work_calendar(session: Session) -> WorkCalendar:
    """The days on which the office works."""
    return calendar_of(HolidayDay(one.on, one.kind, source_name(one.name)) for one in holidays(session))
