"""The Chinese calendar from 1900-01-31 to 2101-01-28: which day of the moon a day is, and back."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import accumulate

from desktop.rules.lunar_table import FIRST_YEAR, YEARS
from desktop.words import N_

LAST_YEAR = FIRST_YEAR + len(YEARS) - 1

# New year's day of every year of the table, as ordinals.
_NEW_YEARS = [date(FIRST_YEAR + at, 1, 1).toordinal() + (bits >> 17) for at, bits in enumerate(YEARS)]

_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_ANIMALS = (
    N_("Rat"), N_("Ox"), N_("Tiger"), N_("Rabbit"), N_("Dragon"), N_("Snake"),
    N_("Horse"), N_("Goat"), N_("Monkey"), N_("Rooster"), N_("Dog"), N_("Pig"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class LunarDay:
    """A day of the moon; `year` is the year whose new year's day began it, `leap` the second month of a number."""

    year: int
    month: int
    day: int
    leap: bool = False


@dataclass(frozen=True, slots=True)
class LunarMonth:
    """A month of a lunar year: its number, whether it is the leap one, its days (29 or 30), the ordinal of the 1st."""

    month: int
    leap: bool
    days: int
    first: int


@lru_cache(maxsize=len(YEARS))
def months_of(year: int) -> tuple[LunarMonth, ...]:
    """The 12 or 13 months of a lunar year in their order; () outside the table."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return ()
    bits = YEARS[year - FIRST_YEAR]
    leap = bits >> 13 & 15
    order = [(month, second) for month in range(1, 13) for second in ((False, True) if month == leap else (False,))]
    lengths = [29 + (bits >> place & 1) for place in range(len(order))]
    firsts = accumulate(lengths, initial=_NEW_YEARS[year - FIRST_YEAR])
    return tuple(LunarMonth(*named, days, first) for named, days, first in zip(order, lengths, firsts, strict=False))


def month_of(year: int, month: int, leap: bool = False) -> LunarMonth | None:
    """That month of that lunar year; None where the year has no such leap month or is outside the table."""
    return next((one for one in months_of(year) if (one.month, one.leap) == (month, leap)), None)


def lunar_of(day: date) -> LunarDay | None:
    """The day of the moon; None outside the table."""
    ordinal = day.toordinal()
    year = FIRST_YEAR + bisect_right(_NEW_YEARS, ordinal) - 1
    for month in reversed(months_of(year)):
        if month.first <= ordinal < month.first + month.days:
            return LunarDay(year, month.month, ordinal - month.first + 1, month.leap)
    return None


def solar_of(day: LunarDay) -> date | None:
    """The day of the sun; None where the year has no such day of the moon, lacking the leap month or the 30th."""
    month = month_of(day.year, day.month, day.leap)
    if month is None or not 1 <= day.day <= month.days:
        return None
    return date.fromordinal(month.first + day.day - 1)


def stem_and_branch(lunar_year: int) -> str:
    """The name of a year in the cycle of sixty: 2026 is 丙午."""
    return _STEMS[(lunar_year - 4) % 10] + _BRANCHES[(lunar_year - 4) % 12]


def animal(lunar_year: int) -> str:
    """生肖 of a lunar year, as an English source text: 2026 gives "Horse". The animal changes at the lunar new year."""
    return _ANIMALS[(lunar_year - 4) % 12]
