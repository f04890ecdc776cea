"""How key dates read on the screen: the day itself, who was born under which animal, and when it comes round."""

from __future__ import annotations

from datetime import date

from db.vocabulary import CalendarKind, KeyDateKind
from desktop.rules.key_day_turns import animal_of
from desktop.rules.key_days import KeyDay
from desktop.rules.moon_words import say_key_day
from desktop.rules.occurrences import SHIFT_WORDS, Occurrence, is_missing, lunar_side, solar_side
from desktop.ui.words import current, tr


def date_words(on: date, today: date) -> str:
    """ "12月4日 周五"; with its year where that is not this year's."""
    weekday = (tr("Mon"), tr("Tue"), tr("Wed"), tr("Thu"), tr("Fri"), tr("Sat"), tr("Sun"))[on.weekday()]
    if not current().language.startswith("zh"):
        return f"{weekday} {on.isoformat() if on.year != today.year else on.isoformat()[5:]}"
    year = "" if on.year == today.year else f"{on.year}年"
    return f"{year}{on.month}月{on.day}日 {weekday}"


def days_words(days: int) -> str:
    """今天, 明天, 还有 12 天."""
    close = {0: tr("today"), 1: tr("tomorrow")}
    return close.get(days) or tr("{days} days to go", days=days)


def day_words(day: KeyDay) -> str:
    """ "1984-11-26（农历闰十月初四）", "农历八月十五"; English: "lunar 8/15"."""
    return say_key_day(day, current())


def other_side(day: KeyDay) -> str:
    """The same day by the calendar it is not told by, "" where its year is unknown."""
    if day.calendar is CalendarKind.LUNAR:
        exact = solar_side(day)
        return "" if exact is None else exact.isoformat()
    moon = lunar_side(day) if day.calendar is CalendarKind.SOLAR else None
    return "" if moon is None else day_words(moon)


def animal_words(day: KeyDay, kind: KeyDateKind) -> str:
    """ "属鼠", for birthdays whose year is known; "" else."""
    beast = animal_of(day) if kind is KeyDateKind.BIRTHDAY else ""
    return tr("year of the {animal}", animal=current().text(beast)) if beast else ""


def years_words(kind: KeyDateKind, years: int | None) -> str:
    """ "满 42 岁", "23 周年"; "" where the year is unknown and for the day itself."""
    if not years or years < 0:
        return ""
    return tr("turns {years}", years=years) if kind is KeyDateKind.BIRTHDAY else tr("{years} years", years=years)


def coming_words(one: Occurrence, kind: KeyDateKind, today: date) -> str:
    """ "还有 12 天 · 12月4日 周五 · 满 42 岁"."""
    parts = (days_words((one.on - today).days), date_words(one.on, today), years_words(kind, one.years))
    return " · ".join(filter(None, parts))


def shift_words(one: Occurrence) -> str:
    """Why the day is kept on another than its own, "" where it is not."""
    return "; ".join(current().text(SHIFT_WORDS[shift]) for shift in one.shifts)


def doubt_words(day: KeyDay) -> str:
    """What is strange about a day that is kept all the same, "" for nothing."""
    if is_missing(day):
        return tr("The lunar year {year} had no such day.", year=day.year)
    return ""
