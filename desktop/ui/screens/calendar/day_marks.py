"""What stands in the head of a day: the day of the moon, solar term, festival, 休 or 班."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta

from db.vocabulary import CalendarKind
from desktop.rules.festivals import festivals_on
from desktop.rules.key_days import KeyDay
from desktop.rules.lunar import LunarDay, lunar_of
from desktop.rules.moon_words import moon_day, say_key_day
from desktop.rules.solar_terms import term_on
from desktop.rules.work_calendar import Mark, WorkCalendar
from desktop.ui.key_day_wording import date_words
from desktop.ui.kit.calendar.entries import DayMark
from desktop.ui.screens.calendar.choice import Extra
from desktop.ui.words import current, tr


def day_marks(
    first: date, last: date, calendar: WorkCalendar, today: date, extras: Collection[object]
) -> dict[date, DayMark]:
    """The marks of the days from `first` to `last`."""
    days = (first + timedelta(n) for n in range((last - first).days + 1))
    return {day: day_mark(day, calendar, today, extras) for day in days}


def day_mark(day: date, calendar: WorkCalendar, today: date, extras: Collection[object]) -> DayMark:
    """The mark of a day; `extras` say whether moon and holidays are shown."""
    moon = lunar_of(day) if Extra.LUNAR in extras else None
    term = current().text(term_on(day)) if Extra.LUNAR in extras and term_on(day) else ""
    feasts = [current().text(one) for one in festivals_on(day)] if Extra.HOLIDAYS in extras else []
    found = calendar.mark(day) if Extra.HOLIDAYS in extras else None
    short = next(iter(feasts), "") or term or (short_moon(moon) if moon else "")
    badge = {Mark.OFF: tr("Off"), Mark.WORK: tr("Work"), None: ""}[found]
    name = calendar.name(day)
    why = " ".join(filter(None, (current().text(name) if name and found else "", _badge_words(found))))
    told = [date_words(day, today), full_moon(moon) if moon else "", "、".join(filter(None, (*feasts, term))), why]
    return DayMark(
        date_words(day, today),
        short,
        bool(feasts or term),
        badge,
        "green" if found is Mark.OFF else "amber",
        not calendar.is_working(day),
        "\n".join(filter(None, told)),
    )


def _badge_words(mark: Mark | None) -> str:
    return {Mark.OFF: tr("day off"), Mark.WORK: tr("worked to make up"), None: ""}[mark]


def short_moon(moon: LunarDay) -> str:
    """初四; on the first of a month its name: 十月, 闰四月. In English: lunar 10/4."""
    if not current().language.startswith("zh"):
        return full_moon(moon)
    whole = moon_day(moon.month, moon.day, moon.leap)
    month, _, day = whole.partition("月")
    return f"{month}月" if moon.day == 1 else day


def full_moon(moon: LunarDay) -> str:
    """农历十月初四; English: lunar 10/4."""
    return say_key_day(KeyDay(moon.month, moon.day, None, CalendarKind.LUNAR, moon.leap), current())
