"""二十四节气: the day on which each of the 24 solar terms falls, from 1900 to 2100, by the time of Beijing."""

from __future__ import annotations

from datetime import date
from enum import IntEnum
from functools import lru_cache

from desktop.rules.solar_term_table import EARLIEST, FIRST_YEAR, YEARS
from desktop.words import N_

LAST_YEAR = FIRST_YEAR + len(YEARS) - 1

# In the order of the year of the sun: the first falls early in January.
TERMS = (
    N_("Minor Cold"), N_("Major Cold"), N_("Start of Spring"), N_("Rain Water"),
    N_("Awakening of Insects"), N_("Spring Equinox"), N_("Pure Brightness"), N_("Grain Rain"),
    N_("Start of Summer"), N_("Grain Full"), N_("Grain in Ear"), N_("Summer Solstice"),
    N_("Minor Heat"), N_("Major Heat"), N_("Start of Autumn"), N_("End of Heat"),
    N_("White Dew"), N_("Autumn Equinox"), N_("Cold Dew"), N_("Frost's Descent"),
    N_("Start of Winter"), N_("Minor Snow"), N_("Major Snow"), N_("Winter Solstice"),
)  # fmt: skip


class Term(IntEnum):
    """Places in TERMS that other rules ask for by name."""

    QINGMING = 6
    WINTER_SOLSTICE = 23


@lru_cache(maxsize=len(YEARS))
def terms_of(year: int) -> tuple[date, ...]:
    """The days of the 24 terms of a year, in the order of TERMS; () outside the table."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return ()
    bits = YEARS[year - FIRST_YEAR]
    return tuple(date(year, at // 2 + 1, low + (bits >> 2 * at & 3)) for at, low in enumerate(EARLIEST))


def term_on(day: date) -> str:
    """The solar term that begins on `day`, as an English source text; "" for none, and outside the table."""
    two = 2 * (day.month - 1)
    days = terms_of(day.year)[two : two + 2]
    return TERMS[two + days.index(day)] if day in days else ""
