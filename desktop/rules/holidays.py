"""Working days of the state calendar: 法定节假日 off, 调休 Saturdays and Sundays worked.

The one module that knows the library of the announced years. The State Council announces a year in the November before;
for years not announced when this program was made Monday to Friday are taken, and `is_known` says so.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from desktop.words import N_

SATURDAY = 5


@lru_cache(maxsize=1)
def known_years() -> range:
    """The years whose holidays are known, from the first to the last without a gap."""
    from chinese_calendar.constants import holidays

    return range(min(holidays).year, max(holidays).year + 1)


def is_known(day: date) -> bool:
    """Whether the holidays of its year are known."""
    return day.year in known_years()


@lru_cache(maxsize=4096)  # a case that is late by a year asks for each of its days
def is_working_day(day: date) -> bool:
    """Whether offices work on `day`: by the state calendar, in years it does not know from Monday to Friday."""
    if not is_known(day):
        return day.weekday() < SATURDAY
    from chinese_calendar import is_workday

    return bool(is_workday(day))


@dataclass(frozen=True, slots=True)
class Announced:
    """A day of the state calendar: off for a holiday, or a weekend worked for one; `name` is an English source text."""

    off: bool
    name: str


NAMES = {
    "New Year's Day": N_("New Year's Day"),
    "Spring Festival": N_("Spring Festival"),
    "Tomb-sweeping Day": N_("Qingming"),
    "Labour Day": N_("Labour Day"),
    "Dragon Boat Festival": N_("Dragon Boat Festival"),
    "National Day": N_("National Day"),
    "Mid-autumn Festival": N_("Mid-Autumn Festival"),
    "Anti-Fascist 70th Day": N_("Victory Day"),
}


@lru_cache(maxsize=4096)
def announced(day: date) -> Announced | None:
    """What was announced of `day`: None for an ordinary day, and for any of a year that is not known."""
    if not is_known(day):
        return None
    from chinese_calendar.constants import holidays, workdays

    if day in holidays:
        return Announced(True, NAMES.get(str(holidays[day]), str(holidays[day])))
    return Announced(False, NAMES.get(str(workdays[day]), str(workdays[day]))) if day in workdays else None
