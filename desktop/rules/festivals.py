"""节日: what a day is called, by the moon, by the sun and by rule; and 节日关怀, which tiers are greeted when."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from desktop.rules.lunar import LunarDay, lunar_of, months_of, solar_of
from desktop.rules.solar_terms import Term, terms_of
from desktop.rules.strategy import FESTIVALS, Festival, Strategies
from desktop.words import N_

SUNDAY = 6
LAYUE = 12  # 腊月, the last month of the moon

# (month, day) of the moon; a leap month has none of them.
BY_MOON = {
    (1, 1): FESTIVALS[Festival.SPRING],
    (1, 15): FESTIVALS[Festival.LANTERN],
    (2, 2): N_("Dragon Raises Its Head"),
    (5, 5): FESTIVALS[Festival.DRAGON_BOAT],
    (7, 7): N_("Qixi"),
    (7, 15): N_("Zhongyuan"),
    (8, 15): FESTIVALS[Festival.MID_AUTUMN],
    (9, 9): N_("Double Ninth"),
    (LAYUE, 8): N_("Laba"),
    (LAYUE, 23): N_("Little New Year"),  # in the north; the south keeps it a day later
}
BY_SUN = {
    (1, 1): FESTIVALS[Festival.NEW_YEAR],
    (3, 8): N_("Women's Day"),
    (3, 12): N_("Tree Planting Day"),
    (3, 15): N_("Consumer Rights Day"),
    (5, 1): N_("Labour Day"),
    (5, 4): N_("Youth Day"),
    (6, 1): N_("Children's Day"),
    (7, 1): N_("Party Founding Day"),
    (8, 1): N_("Army Day"),
    (9, 10): N_("Teachers' Day"),
    (10, 1): FESTIVALS[Festival.NATIONAL],
}
# (month, which Sunday of it)
BY_SUNDAY = {(5, 2): N_("Mother's Day"), (6, 3): N_("Father's Day")}
NEW_YEARS_EVE = N_("Lunar New Year's Eve")
QINGMING = N_("Qingming")

_MOON_DAYS = {
    Festival.SPRING: (1, 1),
    Festival.LANTERN: (1, 15),
    Festival.DRAGON_BOAT: (5, 5),
    Festival.MID_AUTUMN: (8, 15),
}
_SUN_DAYS = {Festival.NEW_YEAR: (1, 1), Festival.NATIONAL: (10, 1)}


@dataclass(frozen=True, slots=True)
class CareDay:
    """A day on which customers of these tiers are greeted, best tier first; NO_TIER are those in none."""

    on: date
    festival: Festival
    tiers: tuple[str, ...]


@lru_cache(maxsize=4096)  # a calendar asks for each of its days each time it is drawn
def festivals_on(day: date) -> tuple[str, ...]:
    """The festivals of `day` as English source texts, that of the moon first; () for an ordinary day.

    Those of the moon are known from 1900-01-31 to 2101-01-28, Qingming from 1900 to 2100.
    """
    return tuple(
        one for one in (_by_moon(day), _by_term(day), BY_SUN.get((day.month, day.day)), _by_sunday(day)) if one
    )


def festival_day(festival: Festival, year: int) -> date | None:
    """The day of a festival in a year of the sun; None where the moon of that year is not known."""
    if festival in _SUN_DAYS:
        return date(year, *_SUN_DAYS[festival])
    return solar_of(LunarDay(year, *_MOON_DAYS[festival]))


def care_days(strategies: Strategies, first: date, last: date) -> tuple[CareDay, ...]:
    """节日关怀 from `first` to `last`, both included, in their order: festivals on which some tier is greeted."""
    greeted = {festival: tuple(_greeted(strategies, festival)) for festival in Festival}
    days = (
        CareDay(on, festival, tiers)
        for year in range(first.year, last.year + 1)
        for festival, tiers in greeted.items()
        if tiers and (on := festival_day(festival, year)) and first <= on <= last
    )
    return tuple(sorted(days, key=lambda one: one.on))


def _greeted(strategies: Strategies, festival: Festival) -> Iterable[str]:
    return (tier for tier, one in strategies.all().items() if festival in one.care.festivals)


def _by_moon(day: date) -> str | None:
    moon = lunar_of(day)
    if moon is None or moon.leap:
        return None
    if moon.month == LAYUE and moon.day >= 29 and _is_last(day, moon.year):
        return NEW_YEARS_EVE
    return BY_MOON.get((moon.month, moon.day))


def _is_last(day: date, lunar_year: int) -> bool:
    """Whether the year of the moon ends with `day`, on the 29th or the 30th of its last month."""
    month = months_of(lunar_year)[-1]
    return day.toordinal() == month.first + month.days - 1


def _by_term(day: date) -> str | None:
    days = terms_of(day.year)
    return QINGMING if days and days[Term.QINGMING] == day else None


def _by_sunday(day: date) -> str | None:
    return BY_SUNDAY.get((day.month, (day.day - 1) // 7 + 1)) if day.weekday() == SUNDAY else None
