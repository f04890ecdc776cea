"""意向等级 by the day of expected closing."""

from __future__ import annotations

from datetime import date

import pytest

from db.vocabulary import IntentLevel
from desktop.rules.intent import Intent, intent_of

TODAY = date(2026, 11, 30)


@pytest.mark.parametrize(
    ("expects_on", "level"),
    [
        (date(2026, 11, 1), IntentLevel.A),
        (TODAY, IntentLevel.A),
        (date(2026, 12, 30), IntentLevel.A),
        (date(2026, 12, 31), IntentLevel.B),
        (date(2027, 2, 28), IntentLevel.B),
        (date(2027, 3, 1), IntentLevel.C),
        (date(2027, 5, 30), IntentLevel.C),
        (date(2027, 5, 31), IntentLevel.D),
        (date.max, IntentLevel.D),
    ],
)
def test_the_day_says_the_level_whatever_was_told_by_hand(expects_on: date, level: IntentLevel) -> None:
    assert intent_of(IntentLevel.E, expects_on, TODAY) == Intent(level, expects_on, expects_on < TODAY)


def test_without_a_day_what_was_told_holds() -> None:
    assert intent_of(IntentLevel.E, None, TODAY) == Intent(IntentLevel.E)
    assert intent_of(None, None, TODAY) == Intent(None)


def test_the_last_year_of_the_calendar_has_a_level_too() -> None:
    assert intent_of(None, date.max, date(9999, 12, 30)).level is IntentLevel.A
