"""Our rules give what KDE's and libical's programs give for the rules of the RFC, each and every one."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from desktop.rules.recurrence.days import days_of, moments_of
from desktop.rules.recurrence.rule import rule_of, rule_text
from tests.rules.recurrence.calendar_refs import Case, events, kde, moment

LOS_ANGELES = ZoneInfo("America/Los_Angeles")
FIRST, LAST = date(1990, 1, 1), date(2600, 1, 1)


def expand(case: Case, text: str, most: int) -> list[datetime]:
    rule = rule_of(text)
    assert rule_of(rule_text(rule)) == rule
    if case.whole_day:
        days = days_of(rule, case.start.date(), FIRST, LAST, most=most)
        return [datetime(day.year, day.month, day.day) for day in days]
    return moments_of(rule, case.start, FIRST, LAST, most=most)


def test_all_rules_of_kde_give_the_same_moments_and_days(shared_data: Path) -> None:
    """None disagrees. The references are cut after 500 lines, of which days the last may be incomplete."""
    cases = kde(shared_data / "calendars" / "kde_rrule")
    assert len(cases) == 21
    for case, moments, days in cases:
        found = [one.replace(tzinfo=None) for one in expand(case, case.rule, 500)]
        assert found == moments, case.name
        several_a_day = len({one.date() for one in found}) < len(found)
        on = sorted({one.date() for one in expand(case, case.rule, 24 * len(days) if several_a_day else len(days))})
        assert on[: len(days)] == days, case.name


def test_all_rules_of_libical_give_as_many_events(shared_data: Path) -> None:
    """None disagrees. Two say more than a rule: an EXDATE, and EXRULEs, which RFC 5545 took out again; both are
    subtracted here, as the importer subtracts an EXDATE and refuses an EXRULE."""
    text = (shared_data / "calendars" / "libical_recur.txt").read_text("utf-8")
    cases = events(text, LOS_ANGELES.key, "libical")
    assert len(cases) == 57
    for case in cases:
        found = set(expand(case, case.rule, 1000))
        for name, value in case.lines:
            if name == "EXDATE":
                found.discard(moment(value, LOS_ANGELES))
            if name == "EXRULE":
                found -= set(expand(case, value, 1000))
        assert len(found) == case.number, case.name


@pytest.mark.parametrize(
    ("start", "rule", "expected"),
    [
        ("2026-03-07", "FREQ=DAILY;COUNT=3", ["14:30", "13:30", "13:30"]),  # New York goes on summer time on 8 March
        ("2026-10-31", "FREQ=DAILY;COUNT=3", ["13:30", "14:30", "14:30"]),
    ],
)
def test_the_wall_time_recurs_over_a_change_of_the_clock(start: str, rule: str, expected: list[str]) -> None:
    new_york = datetime.fromisoformat(f"{start}T09:30").replace(tzinfo=ZoneInfo("America/New_York"))
    found = moments_of(rule_of(rule), new_york, FIRST, LAST)
    assert [one.astimezone(UTC).strftime("%H:%M") for one in found] == expected
    assert {one.strftime("%H:%M") for one in found} == {"09:30"}


def test_a_wall_time_that_is_left_out_is_an_hour_later_and_one_that_comes_twice_is_the_first() -> None:
    zone = ZoneInfo("America/New_York")
    spring = moments_of(rule_of("FREQ=DAILY;COUNT=3"), datetime(2026, 3, 7, 2, 30, tzinfo=zone), FIRST, LAST)
    assert [one.strftime("%d %H:%M") for one in spring] == ["07 02:30", "08 03:30", "09 02:30"]
    autumn = moments_of(rule_of("FREQ=DAILY;COUNT=2"), datetime(2026, 10, 31, 1, 30, tzinfo=zone), FIRST, LAST)
    assert [one.astimezone(UTC).strftime("%H:%M") for one in autumn] == ["05:30", "05:30"]
