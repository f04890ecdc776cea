"""Working days of the state calendar: 法定节假日 off, 调休 Saturdays and Sundays worked.

The one module that knows the library of the announced years. The State Council announces a year in the November before;
for years not announced when this program was made Monday to Friday are taken, and `is_known` says so.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache

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
