"""What the box of a series says: the days to come with weekday, moon and shift, and what becomes of rare days."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from db.vocabulary import CalendarKind
from desktop.rules.key_days import KeyDay
from desktop.rules.lunar import lunar_of
from desktop.rules.moon_words import say_key_day
from desktop.rules.series_choice import Fate
from desktop.rules.series_days import SeriesDay
from desktop.rules.work_calendar import Mark, WorkCalendar
from desktop.ui.key_day_wording import date_words
from desktop.ui.words import current, tr


def fate_words(fates: Sequence[Fate], day: int) -> str:
    """What becomes of a day that not every month or year has; "" for nothing."""
    said = {
        Fate.SHORT_MONTHS: tr("A month without a day {day} takes its last day.", day=day),
        Fate.LEAP_DAY: tr("A year without a 29 February takes the 28th."),
        Fate.LUNAR_30: tr("A lunar month of 29 days takes the 29th."),
        Fate.LEAP_MONTHS: tr("A leap month counts for what comes monthly; what comes yearly keeps the ordinary month."),
    }
    return " ".join(said[one] for one in fates)


def moon_words(day: date) -> str:
    """农历十月初四; "" beyond the table."""
    moon = lunar_of(day)
    if moon is None:
        return ""
    return say_key_day(KeyDay(moon.month, moon.day, None, CalendarKind.LUNAR, moon.leap), current())


def day_line(one: SeriesDay, today: date, calendar: WorkCalendar) -> str:
    """One day of the preview: 12月6日 周日 · 农历… → 12月4日 周五（休）."""
    told = " · ".join(filter(None, (date_words(one.exact, today), moon_words(one.exact), off_words(one, calendar))))
    if one.on == one.exact:
        return told
    return tr("{day} → {other}", day=told, other=date_words(one.on, today))


def off_words(one: SeriesDay, calendar: WorkCalendar) -> str:
    """What is said of the day of the rule: a holiday by its name, 休, 班, that a year is not announced."""
    day = one.exact
    name = current().text(calendar.name(day)) if calendar.name(day) else ""
    mark = {Mark.OFF: tr("day off"), Mark.WORK: tr("worked"), None: ""}[calendar.mark(day)]
    if not mark and not calendar.is_working(day):
        mark = tr("weekend")
    told = " ".join(filter(None, (name, mark)))
    if calendar.is_known(day.year):
        return told
    return " · ".join(filter(None, (told, tr("holidays not announced yet"))))
