"""Tables of holidays of others: sixteen published years against the program's own, and files that must be refused."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.vocabulary import DayKind
from desktop.rules.errors import RuleBroken
from desktop.rules.holiday_files import MOST_BYTES, HolidayFile, read_holiday_file, source_name
from desktop.rules.holiday_years import YearSource, changes, days_of, is_announced_as, year_state
from desktop.rules.work_calendar import ANNOUNCED, HolidayDay, Mark, WorkCalendar, calendar_of

YEARS = range(2007, 2023)
# Where the published files and the library differ in what is called a holiday. None of it changes a working day of
# those years: they are Saturdays and Sundays beside a holiday that only one of the two lists, and the Monday of 2020 on
# which work began again after the holiday had been prolonged.
NAMED_BY_ONE = {
    date(2011, 6, 5), date(2012, 6, 23), date(2014, 4, 6), date(2015, 9, 5),
    date(2019, 4, 6), date(2019, 4, 7), date(2019, 6, 8), date(2019, 6, 9), date(2019, 9, 14), date(2019, 9, 15),
    date(2020, 2, 3),
}  # fmt: skip
# The library has no table of 2006 from which these two worked days before New Year 2007 could come.
BEFORE = {date(2006, 12, 30), date(2006, 12, 31)}
# Announced with the holidays of 2023, of which there is no file.
AFTER = {date(2022, 12, 31)}


@pytest.fixture(scope="module")
def folder(shared_data: Path) -> Path:
    return shared_data / "calendars" / "holiday_cn"


def all_of(folder: Path, kind: str) -> dict[date, DayKind]:
    files = [read_holiday_file((folder / f"{year}.{kind}").read_bytes()) for year in YEARS]
    assert not any(one.skipped for one in files)
    return {day.on: day.kind for one in files for day in one.days}


@pytest.mark.parametrize("kind", ["json", "ics"])
def test_sixteen_published_years_agree_with_the_table_of_the_program_day_by_day(folder: Path, kind: str) -> None:
    said = all_of(folder, kind)
    calendar = calendar_of(HolidayDay(on, what) for on, what in said.items())
    every = [day for year in YEARS for day in days_of(year)]
    assert [day for day in every if calendar.is_working(day) != ANNOUNCED.is_working(day)] == []
    wanted = {Mark.OFF: DayKind.OFF, Mark.WORK: DayKind.WORK}
    differing = {day for day in every if (mark := ANNOUNCED.mark(day)) != calendar.mark(day) or
                 (mark and day not in AFTER | NAMED_BY_ONE and said.get(day) is not wanted[mark])}  # fmt: skip
    assert differing <= NAMED_BY_ONE | AFTER
    assert {day for day in said if day.year == 2006} == BEFORE


def test_both_formats_say_the_same(folder: Path) -> None:
    for year in YEARS:
        read = [read_holiday_file((folder / f"{year}.{kind}").read_bytes()) for kind in ("json", "ics")]
        days = [[(day.on, day.kind) for day in one.days] for one in read]
        assert days[0] == days[1]


def test_names_are_known_in_both_languages(folder: Path) -> None:
    days = read_holiday_file((folder / "2022.json").read_bytes()).days
    assert {source_name(day.name) for day in days} == {
        "New Year's Day", "Spring Festival", "Qingming", "Labour Day", "Dragon Boat Festival", "Mid-Autumn Festival",
        "National Day",
    }  # fmt: skip
    assert source_name("厂庆") == "厂庆"


def event(**lines: str) -> bytes:
    told = {
        "UID": "1",
        "DTSTAMP": "20260101T000000Z",
        "SUMMARY": "春节（休）",
        "DTSTART;VALUE=DATE": "20270205",
    } | lines
    body = "\r\n".join(f"{name}:{value}" for name, value in told.items())
    return f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\n{body}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n".encode()


@pytest.mark.parametrize(
    ("title", "kind"),
    [("春节（休）", DayKind.OFF), ("春节（班）", DayKind.WORK), ("春节 放假", DayKind.OFF), ("春节补班", DayKind.WORK)],
)
def test_calendars_of_others_say_off_and_worked_in_their_titles(title: str, kind: DayKind) -> None:
    assert read_holiday_file(event(SUMMARY=title)) == HolidayFile((HolidayDay(date(2027, 2, 5), kind, "春节"),))


def days(*entries: Any) -> bytes:
    return json.dumps({"year": 2027, "days": list(entries)}).encode()


def entry(day: str = "2027-10-01", off: object = True, name: object = "国庆节") -> dict[str, object]:
    return {"name": name, "date": day, "isOffDay": off}


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "holidays_unreadable"),
        (b"\xff\xfe\x00", "holidays_unreadable"),
        (b"[" * 100_000, "holidays_unreadable"),
        (b"42", "holidays_unreadable"),
        (b"{" + b" " * MOST_BYTES, "holidays_too_large"),
        (days("2027-10-01"), "holidays_unreadable"),
        (days(entry("2027-02-30")), "holidays_unreadable"),
        (days(entry(off="yes")), "holidays_unreadable"),
        (days(entry(name=7)), "holidays_unreadable"),
        (days(entry("9999-10-01")), "holidays_year"),
        (days(entry(), entry(off=False)), "holidays_twice"),
        (days(), "holidays_none"),
        (event(SUMMARY="开会"), "holidays_none"),
        (event(RRULE="FREQ=DAILY;INTERVAL=0"), "holidays_none"),
        (event(**{"DTSTART;VALUE=DATE": "someday"}), "holidays_none"),
        (event(**{"DTEND;VALUE=DATE": "20990101"}), "holidays_none"),
        (event(**{"DTEND;VALUE=DATE": "20270201"}), "holidays_none"),
        (b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n", "holidays_unreadable"),
    ],
)  # fmt: skip
def test_files_that_are_no_table_of_holidays_are_refused_with_the_reason(data: bytes, code: str) -> None:
    with pytest.raises(RuleBroken) as refused:
        read_holiday_file(data)
    assert refused.value.code == code


@given(
    st.binary(max_size=200),
    st.sampled_from([b"", b"BEGIN:VCALENDAR\r\n", b'{"days":[', b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n"]),
)
def test_whatever_a_file_holds_it_is_read_or_refused(rest: bytes, start: bytes) -> None:
    try:
        found = read_holiday_file(start + rest)
    except RuleBroken as refused:
        told = refused.code
    else:
        told = "holidays_" if found.days else "nothing"
    assert told.startswith("holidays_")


def own(*pairs: tuple[str, DayKind]) -> WorkCalendar:
    return calendar_of(HolidayDay(date.fromisoformat(on), kind) for on, kind in pairs)


@pytest.fixture(scope="module")
def unknown() -> int:
    """The first year that nobody has announced yet."""
    from desktop.rules.holidays import known_years

    return known_years()[-1] + 1


def week_off(year: int) -> WorkCalendar:
    return own(*((f"{year}-10-{day:02}", DayKind.OFF) for day in range(1, 8)))


def test_a_year_is_known_once_the_office_has_written_its_holidays(unknown: int) -> None:
    assert year_state(ANNOUNCED, unknown).source is YearSource.UNKNOWN
    assert year_state(own((f"{unknown}-06-01", DayKind.OFF)), unknown).source is YearSource.UNKNOWN
    state = year_state(week_off(unknown), unknown)
    assert (state.source, state.off, state.worked, state.own) == (YearSource.OFFICE, 7, 0, 7)
    assert year_state(ANNOUNCED, 2026).source is YearSource.PROGRAM
    assert year_state(own(("2026-06-01", DayKind.OFF)), 2026).source is YearSource.CHANGED


def test_the_missing_year_is_warned_of_from_the_first_of_november(unknown: int) -> None:
    assert ANNOUNCED.missing_year(date(unknown - 1, 10, 31)) is None
    assert ANNOUNCED.missing_year(date(unknown - 1, 11, 1)) == unknown
    assert week_off(unknown).missing_year(date(unknown - 1, 11, 1)) is None
    assert ANNOUNCED.missing_year(date(unknown, 3, 1)) == unknown


def test_what_a_file_would_change_is_counted_before_it_is_written(
    folder: Path,
) -> None:
    known = read_holiday_file((folder / "2021.json").read_bytes()).days
    assert changes(ANNOUNCED, known).days == ()
    assert changes(ANNOUNCED, known).same == len(known)
    moved = (HolidayDay(date(2021, 10, 8), DayKind.OFF), HolidayDay(date(2021, 10, 9), DayKind.PLAIN))
    found = changes(ANNOUNCED, moved)
    assert [(one.day.on.isoformat(), one.before) for one in found.days] == [
        ("2021-10-08", None),
        ("2021-10-09", Mark.WORK),
    ]
    assert (found.count(DayKind.OFF), found.count(DayKind.WORK)) == (1, 0)
    assert found.unnamed == len(known) - 1, "all that the file of one change does not name stays"
    assert is_announced_as(HolidayDay(date(2021, 10, 1), DayKind.OFF))
    assert not is_announced_as(HolidayDay(date(2021, 10, 1), DayKind.OFF, "厂庆"))
    assert not is_announced_as(HolidayDay(date(2021, 10, 1), DayKind.WORK))
