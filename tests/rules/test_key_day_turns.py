"""A key date told by the other calendar, or without its year."""

from __future__ import annotations

import pytest

from db.vocabulary import CalendarKind
from desktop.rules.key_day_turns import animal_of, by_calendar, without_year
from desktop.rules.key_days import KeyDay

SOLAR, LUNAR, BOTH = CalendarKind.SOLAR, CalendarKind.LUNAR, CalendarKind.BOTH


@pytest.mark.parametrize(
    ("day", "calendar", "turned"),
    [
        (KeyDay(8, 15), LUNAR, KeyDay(8, 15, None, LUNAR)),
        (KeyDay(8, 31), LUNAR, None),
        (KeyDay(8, 15, None, LUNAR), SOLAR, KeyDay(8, 15)),
        (KeyDay(2, 30, None, LUNAR), SOLAR, None),
        (KeyDay(2, 29, 1985, LUNAR), SOLAR, None),
        (KeyDay(4, 8, 2020, LUNAR, leap=True), SOLAR, KeyDay(4, 8, 2020)),
        (KeyDay(11, 26, 1984), BOTH, KeyDay(11, 26, 1984, BOTH)),
        (KeyDay(11, 26), BOTH, None),
        (KeyDay(12, 23, 1962, LUNAR), BOTH, KeyDay(1, 18, 1963, BOTH)),
        (KeyDay(8, 15, None, LUNAR), BOTH, None),
        (KeyDay(11, 26, 1984, BOTH), SOLAR, KeyDay(11, 26, 1984)),
        (KeyDay(11, 26, 1984, BOTH), LUNAR, KeyDay(10, 4, 1984, LUNAR, leap=True)),
        (KeyDay(3, 5), SOLAR, KeyDay(3, 5)),
    ],
)
def test_by_another_calendar(day: KeyDay, calendar: CalendarKind, turned: KeyDay | None) -> None:
    assert by_calendar(day, calendar) == turned


def test_without_its_year_a_day_is_kept_by_one_calendar() -> None:
    assert without_year(KeyDay(11, 26, 1984, BOTH)) == KeyDay(11, 26)
    assert without_year(KeyDay(4, 8, 2020, LUNAR, leap=True)) == KeyDay(4, 8, None, LUNAR, leap=True)


@pytest.mark.parametrize(
    ("day", "beast"),
    [
        (KeyDay(1, 18, 1963), "Tiger"),
        (KeyDay(1, 25, 1963), "Rabbit"),
        (KeyDay(12, 23, 1962, LUNAR), "Tiger"),
        (KeyDay(11, 26), ""),
        (KeyDay(1, 1, 1850), ""),
        (KeyDay(2, 29, 2023), ""),
    ],
)
def test_the_animal_changes_at_the_lunar_new_year(day: KeyDay, beast: str) -> None:
    assert animal_of(day) == beast
