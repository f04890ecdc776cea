"""A rule is read or refused with its reason; whatever it says, it is worked out at once."""

from __future__ import annotations

from datetime import UTC, date, datetime
from itertools import islice
from typing import Any

import pytest
from dateutil.rrule import rrulestr
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from desktop.rules.errors import RuleBroken
from desktop.rules.lunar import lunar_of
from desktop.rules.recurrence import days
from desktop.rules.recurrence.days import days_of, moments_of
from desktop.rules.recurrence.moon import lunar_days_of
from desktop.rules.recurrence.rule import rule_of, rule_text

MANY = ",".join(map(str, range(60)))
HOURS = ",".join(map(str, range(24)))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "rule_unreadable"),
        ("FREQ=", "rule_unreadable"),
        ("FREQ=FORTNIGHTLY", "rule_unreadable"),
        ("INTERVAL=2", "rule_unreadable"),
        ("FREQ=DAILY;INTERVAL=0", "rule_out_of_range"),
        ("FREQ=DAILY;INTERVAL=-1", "rule_out_of_range"),
        ("FREQ=DAILY;INTERVAL=10000", "rule_out_of_range"),
        ("FREQ=DAILY;INTERVAL=1e9", "rule_unreadable"),
        ("FREQ=DAILY;INTERVAL=１", "rule_unreadable"),
        ("FREQ=DAILY;COUNT=0", "rule_out_of_range"),
        ("FREQ=DAILY;COUNT=99999999999999999999", "rule_unreadable"),
        ("FREQ=DAILY;COUNT=2;COUNT=3", "rule_twice"),
        ("FREQ=DAILY;COUNT=2;UNTIL=20260101", "rule_count_and_until"),
        ("FREQ=DAILY;UNTIL=20260230", "rule_unreadable"),
        ("FREQ=DAILY;UNTIL=tomorrow", "rule_unreadable"),
        ("FREQ=SECONDLY", "rule_every_second"),
        ("FREQ=YEARLY;BYMONTH=0", "rule_out_of_range"),
        ("FREQ=YEARLY;BYMONTH=13", "rule_out_of_range"),
        ("FREQ=MONTHLY;BYMONTHDAY=32", "rule_out_of_range"),
        ("FREQ=MONTHLY;BYMONTHDAY=1,,2", "rule_unreadable"),
        ("FREQ=MONTHLY;BYDAY=54MO", "rule_out_of_range"),
        ("FREQ=MONTHLY;BYDAY=0MO", "rule_out_of_range"),
        ("FREQ=WEEKLY;BYDAY=MONDAY", "rule_unreadable"),
        ("FREQ=WEEKLY;BYDAY=1MO", "rule_not_with"),
        ("FREQ=WEEKLY;BYMONTHDAY=1", "rule_not_with"),
        ("FREQ=MONTHLY;BYWEEKNO=1", "rule_not_with"),
        ("FREQ=DAILY;BYYEARDAY=1", "rule_not_with"),
        ("FREQ=YEARLY;BYWEEKNO=1;BYDAY=1MO", "rule_not_with"),
        ("FREQ=MONTHLY;BYSETPOS=1", "rule_setpos_alone"),
        ("FREQ=DAILY;BYSECOND=61", "rule_out_of_range"),
        ("FREQ=DAILY;WKST=XX", "rule_unreadable"),
        ("FREQ=YEARLY;BYEASTER=0", "rule_part_unknown"),
        ("RSCALE=CHINESE;FREQ=YEARLY", "rule_part_unknown"),
        ("FREQ=YEARLY;BYYEARDAY=" + ",".join(map(str, range(1, 300))), "rule_too_long"),
    ],
)
def test_what_cannot_be_worked_out_is_refused_with_its_reason(text: str, code: str) -> None:
    with pytest.raises(RuleBroken) as broken:
        rule_of(text)
    assert (broken.value.code, broken.value.field) == (code, "rule")


@given(st.text(alphabet="FREQ=DAILYMNTHWKUBO;,0123456789-+:Z", max_size=60))
def test_any_text_is_a_rule_or_refused(text: str) -> None:
    for start in (text, f"FREQ=MONTHLY;{text}"):
        try:
            rule = rule_of(start)
        except RuleBroken:
            continue
        assert rule_of(rule_text(rule)) == rule
        days_of(rule, date(2026, 1, 1), date(2026, 1, 1), date(2026, 12, 31))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("RRULE:freq=daily; interval=2;", "FREQ=DAILY;INTERVAL=2"),
        ("FREQ=MONTHLY;BYDAY=+1MO,MO,MO", "FREQ=MONTHLY;BYDAY=MO,1MO"),
        ("FREQ=DAILY;COUNT=999999999", "FREQ=DAILY"),  # no life is so long
        ("FREQ=DAILY;UNTIL=20260105T090000Z", "FREQ=DAILY;UNTIL=20260105T090000Z"),
        ("UNTIL=20260105;FREQ=WEEKLY;WKST=SU", "FREQ=WEEKLY;UNTIL=20260105;WKST=SU"),
    ],
)
def test_a_rule_is_written_in_one_way(text: str, expected: str) -> None:
    assert rule_text(rule_of(text)) == expected


@pytest.fixture
def looked_at(monkeypatch: pytest.MonkeyPatch) -> list[date]:
    """Every day the engine asked about: how much it worked, whatever the machine."""
    seen: list[date] = []
    ask = days._fits
    monkeypatch.setattr(days, "_fits", lambda rule, day: seen.append(day) or ask(rule, day))  # type: ignore[func-returns-value]
    return seen


@pytest.mark.parametrize(
    ("text", "number", "work"),
    [
        ("FREQ=DAILY", 31, 40),  # begun in 1970: leapt over
        ("FREQ=DAILY;COUNT=100000", 31, 21_000),
        ("FREQ=DAILY;COUNT=999999999", 31, 40),
        ("FREQ=YEARLY", 1, 40),
        ("FREQ=MONTHLY;BYMONTHDAY=31;BYMONTH=2", 0, 40),
        ("FREQ=DAILY;BYMONTHDAY=31;BYMONTH=2;COUNT=5", 0, 21_000),
        ("FREQ=MINUTELY;BYMONTHDAY=31;BYMONTH=2", 0, 40),
        ("FREQ=MINUTELY;INTERVAL=2;BYMINUTE=1;COUNT=100000", 0, 0),
        ("FREQ=MINUTELY", 1000, 40),
        (f"FREQ=DAILY;BYHOUR={HOURS};BYMINUTE={MANY};BYSECOND={MANY}", 1000, 40),
        (f"FREQ=DAILY;BYHOUR={HOURS};BYMINUTE={MANY};BYSECOND={MANY};BYSETPOS=-1", 31, 40),
        ("FREQ=DAILY;UNTIL=19690101", 0, 0),
        ("FREQ=YEARLY;BYWEEKNO=53;BYMONTH=6", 0, 40),
    ],
)
def test_a_month_of_2026_costs_little_whatever_the_rule(
    text: str, number: int, work: int, looked_at: list[date]
) -> None:
    found = moments_of(rule_of(text), datetime(1970, 1, 1), date(2026, 1, 1), date(2026, 1, 31))
    assert len(found) == number
    assert len(looked_at) <= work


def test_what_never_comes_is_not_looked_for_to_the_end_of_time(looked_at: list[date]) -> None:
    rule = rule_of("FREQ=DAILY;BYMONTHDAY=31;BYMONTH=2")
    assert days_of(rule, date(1, 1, 1), date(1, 1, 1), date.max) == []
    assert len(looked_at) == days.MOST_PERIODS


@pytest.mark.parametrize("text", ["FREQ=YEARLY", "FREQ=MONTHLY", "FREQ=WEEKLY;WKST=WE", "FREQ=DAILY", "FREQ=HOURLY"])
def test_the_edges_of_the_calendar(text: str) -> None:
    rule = rule_of(text)
    moments_of(rule, datetime(1, 1, 1), date.min, date(2, 1, 1), most=5)
    assert moments_of(rule, datetime(9998, 12, 31, 23), date(9999, 12, 1), date.max)
    weeks = rule_of("FREQ=YEARLY;BYWEEKNO=1,53,-1;BYDAY=MO,SU")
    assert days_of(weeks, date(1, 1, 1), date.min, date(2, 1, 1))
    assert days_of(weeks, date(9999, 1, 1), date.min, date.max)


def test_whole_days_end_with_the_day_of_until_and_know_no_hours() -> None:
    start = date(2026, 1, 1)
    for text in ("FREQ=DAILY;UNTIL=20260103", "FREQ=DAILY;UNTIL=20260103T000000Z", "FREQ=DAILY;BYHOUR=9,10;COUNT=3"):
        assert days_of(rule_of(text), start, start, date.max) == [date(2026, 1, day) for day in (1, 2, 3)]
    assert days_of(rule_of("FREQ=HOURLY"), start, start, date.max) == []
    assert rule_of("FREQ=HOURLY").within_day
    assert rule_of("FREQ=DAILY;BYHOUR=9").within_day


def test_until_is_held_against_the_zone_of_the_start_or_its_clock() -> None:
    rule, first, last = rule_of("FREQ=DAILY;UNTIL=20260103T090000Z"), date(2026, 1, 1), date(2026, 2, 1)
    assert len(moments_of(rule, datetime(2026, 1, 1, 9, tzinfo=UTC), first, last)) == 3
    assert len(moments_of(rule, datetime(2026, 1, 1, 9, 1, tzinfo=UTC), first, last)) == 2
    assert len(moments_of(rule, datetime(2026, 1, 1, 9), first, last)) == 3
    day = rule_of("FREQ=DAILY;UNTIL=20260103")
    assert len(moments_of(day, datetime(2026, 1, 1, 23, tzinfo=UTC), first, last)) == 3


def numbers(low: int, high: int, *, signed: bool = False) -> st.SearchStrategy[list[int]]:
    one = st.integers(low, high)
    return st.lists(one | one.map(lambda n: -n) if signed else one, max_size=3, unique=True)


@st.composite
def rules(draw: st.DrawFn) -> str:
    """Rules of which dateutil and the RFC think alike: a plain and an n-th weekday together, a week without its day,
    weeks counted from behind over the turn of the year, and the place within a week that began before the start (which
    dateutil takes for shorter) are left out."""
    freq = draw(st.sampled_from(["YEARLY", "MONTHLY", "WEEKLY", "DAILY", "HOURLY"]))
    parts: dict[str, Any] = {"FREQ": freq, "INTERVAL": draw(st.integers(1, 5)), "COUNT": 12}
    parts["BYMONTH"] = draw(numbers(1, 12))
    nth = draw(st.booleans()) and freq in ("YEARLY", "MONTHLY")
    days_named = draw(st.lists(st.sampled_from(["MO", "TU", "WE", "TH", "FR", "SA", "SU"]), max_size=3, unique=True))
    parts["BYDAY"] = [f"{draw(st.sampled_from([1, 2, 5, -1, -3]))}{day}" if nth else day for day in days_named]
    if freq != "WEEKLY":
        parts["BYMONTHDAY"] = draw(numbers(1, 31, signed=True))
    if freq == "YEARLY" and draw(st.booleans()) and days_named and not nth:
        parts["BYWEEKNO"] = draw(numbers(1, 53))
    if freq == "YEARLY":
        parts["BYYEARDAY"] = draw(numbers(1, 366, signed=True))
    parts["BYHOUR"] = draw(numbers(0, 23))
    parts["BYMINUTE"] = draw(numbers(0, 59)) if freq != "HOURLY" else []
    if any(parts[name] for name in ("BYMONTH", "BYDAY", "BYHOUR")) and freq not in ("WEEKLY", "HOURLY"):
        parts["BYSETPOS"] = draw(numbers(1, 4, signed=True))
    parts["WKST"] = draw(st.sampled_from(["MO", "SU", "WE"]))
    written = {k: ",".join(map(str, v)) if isinstance(v, list) else str(v) for k, v in parts.items()}
    return ";".join(f"{name}={value}" for name, value in written.items() if value)


@settings(deadline=None)
@given(rules(), st.datetimes(datetime(1999, 1, 1), datetime(2030, 1, 1)))
def test_dateutil_finds_the_same(text: str, start: datetime) -> None:
    """As far as ours go: what never comes dateutil looks for to the year 9999, which is why it is not asked."""
    start = start.replace(microsecond=0)
    ours = moments_of(rule_of(text), start, start.date(), date(start.year + 8, 12, 31))
    assume(ours)
    assert ours == list(islice(rrulestr(text, dtstart=start), len(ours))), text


@given(
    st.dates(date(1950, 1, 1), date(2050, 1, 1)),
    st.sampled_from(["FREQ=YEARLY", "FREQ=MONTHLY", "FREQ=YEARLY;INTERVAL=2", "FREQ=MONTHLY;INTERVAL=5"]),
)
def test_the_moon_keeps_its_day_or_the_one_before(start: date, text: str) -> None:
    begin, rule = lunar_of(start), rule_of(text)
    assert begin is not None
    found = lunar_days_of(rule, start, start, date(2055, 1, 1), most=40)
    assert found[0] == start
    assert found == sorted(set(found))
    for day in found:
        moon = lunar_of(day)
        assert moon is not None
        assert moon.day in (begin.day, 29 if begin.day == 30 else begin.day)
        if text.startswith("FREQ=YEARLY"):
            assert moon.month == begin.month
            assert (moon.year - begin.year) % rule.interval == 0
    assert lunar_days_of(rule, start, found[-1], found[-1]) == [found[-1]]


def test_moon_months_of_29_days_leap_months_and_the_end_of_the_table() -> None:
    def told(text: str, start: date, most: int = 3) -> list[str]:
        return [str(day) for day in lunar_days_of(rule_of(text), start, start, date(2200, 1, 1), most=most)]

    # 除夕: the 30th of the twelfth month in 2024-02-09, the 29th in 2025-01-28 and 2026-02-16.
    assert told("FREQ=YEARLY", date(2024, 2, 9)) == ["2024-02-09", "2025-01-28", "2026-02-16"]
    # Begun on the first of the leap sixth month of 2025: the ordinary one where a year has no leap sixth month.
    assert told("FREQ=YEARLY", date(2025, 7, 25), 2) == ["2025-07-25", "2026-07-14"]
    # 初一 and 十五 of every month, the leap one too.
    assert told("FREQ=MONTHLY;BYMONTHDAY=1,15", date(2025, 6, 25), 5) == [
        "2025-06-25", "2025-07-09", "2025-07-25", "2025-08-08", "2025-08-23",
    ]  # fmt: skip
    assert told("FREQ=YEARLY;BYMONTH=8;BYMONTHDAY=15;COUNT=2", date(2026, 1, 1)) == ["2026-09-25", "2027-09-15"]
    assert told("FREQ=YEARLY;UNTIL=20270101", date(2026, 9, 25)) == ["2026-09-25"]
    assert told("FREQ=YEARLY", date(2100, 9, 1))[-1] == "2100-09-01"
    assert told("FREQ=YEARLY", date(1800, 1, 1)) == []


@pytest.mark.parametrize("text", ["FREQ=WEEKLY", "FREQ=MONTHLY;BYDAY=1MO", "FREQ=MONTHLY;BYMONTH=1", "FREQ=DAILY"])
def test_the_moon_knows_no_weeks(text: str) -> None:
    with pytest.raises(RuleBroken, match="rule_not_lunar"):
        lunar_days_of(rule_of(text), date(2026, 1, 1), date(2026, 1, 1), date(2027, 1, 1))
