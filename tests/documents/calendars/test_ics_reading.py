"""Times of other zones, broken and hostile files: the right wall time of the office, or the reason."""

from __future__ import annotations

import sys
from datetime import date, time
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.documents.calendars.event import CalendarEvent, CalendarFile
from desktop.documents.calendars.parts import MOST_BYTES
from desktop.documents.calendars.reading import read_calendar
from desktop.documents.calendars.zones import machine_zone, zone_named
from desktop.rules.errors import RuleBroken
from desktop.rules.recurrence.rule import rule_text

SHANGHAI, NEW_YORK = ZoneInfo("Asia/Shanghai"), ZoneInfo("America/New_York")
TODAY = date(2026, 3, 1)


def read(*lines: str, here: ZoneInfo = SHANGHAI, before: str = "") -> CalendarFile:
    body = "\r\n".join(lines)
    text = f"BEGIN:VCALENDAR\r\n{before}BEGIN:VEVENT\r\nSUMMARY:X\r\n{body}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    return read_calendar(text.encode(), here, TODAY)


def event(*lines: str, here: ZoneInfo = SHANGHAI, before: str = "") -> CalendarEvent:
    found = read(*lines, here=here, before=before)
    assert not found.refused, found.refused
    return found.events[0]


def reason(*lines: str) -> str:
    (refused,) = read(*lines).refused
    return refused.code


@pytest.mark.parametrize(
    ("line", "day", "at"),
    [
        ("DTSTART;TZID=America/New_York:20260307T093000", 7, "22:30"),  # the day before summer time
        ("DTSTART;TZID=America/New_York:20260308T093000", 8, "21:30"),
        ("DTSTART;TZID=America/New_York:20260308T023000", 8, "15:30"),  # an hour that is left out: counted on
        ("DTSTART;TZID=Eastern Standard Time:20260308T093000", 8, "21:30"),  # as Windows calls it
        ('DTSTART;TZID="China Standard Time":20260308T093000', 8, "09:30"),
        ("DTSTART;TZID=/mozilla.org/20070129_1/America/New_York:20260308T093000", 8, "21:30"),
        ("DTSTART:20260308T013000Z", 8, "09:30"),
        ("DTSTART:20260308T180000Z", 9, "02:00"),
        ("DTSTART:20260308T093000", 8, "09:30"),  # floating: of the office's own clock
        ("DTSTART;VALUE=DATE:20260308", 8, None),
    ],
)
def test_a_moment_is_the_offices_wall_time(line: str, day: int, at: str | None) -> None:
    found = event(line)
    assert (found.day, found.at) == (date(2026, 3, day), time.fromisoformat(at) if at else None)


def test_an_hour_that_comes_twice_is_the_first_one() -> None:
    found = event("DTSTART;TZID=America/New_York:20261101T013000", "DTEND;TZID=America/New_York:20261101T033000")
    assert (found.day, found.at, found.minutes) == (date(2026, 11, 1), time(13, 30), 180)  # three hours went by
    assert event("DTSTART:20261101T053000Z", here=NEW_YORK).at == time(1, 30)
    assert event("DTSTART:20261101T063000Z", here=NEW_YORK).at == time(1, 30)


def zone(name: str, rule: str, offset: str) -> str:
    return (
        f"BEGIN:VTIMEZONE\r\nTZID:{name}\r\nBEGIN:STANDARD\r\nDTSTART:16010101T000000\r\nRRULE:{rule}\r\n"
        f"TZOFFSETFROM:{offset}\r\nTZOFFSETTO:{offset}\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n"
    )


def test_a_zone_of_the_file_counts_only_where_it_can_be_worked_out() -> None:
    line = "DTSTART;TZID=Ours:20260308T093000"
    assert event(line, before=zone("Ours", "FREQ=YEARLY", "+0530")).at == time(12, 0)
    for broken in (zone("Ours", "FREQ=YEARLY;INTERVAL=0", "+0530"), zone("Ours", "FREQ=YEARLY", "+9900"), ""):
        assert [one.code for one in read(line, before=broken).refused] == ["ics_zone_unknown"]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["DTSTART;VALUE=DATE:20260310", "DTEND;VALUE=DATE:20260311"], (None, None)),
        (["DTSTART;VALUE=DATE:20260310", "DTEND;VALUE=DATE:20260313"], (date(2026, 3, 12), None)),
        (["DTSTART;VALUE=DATE:20260310", "DTEND;VALUE=DATE:20260310"], (None, None)),
        (["DTSTART;VALUE=DATE:20260310", "DURATION:P2D"], (date(2026, 3, 11), None)),
        (["DTSTART:20260310T090000", "DTEND:20260310T103000"], (None, 90)),
        (["DTSTART:20260310T233000", "DTEND:20260311T003000"], (None, 60)),
        (["DTSTART:20260310T090000", "DTEND:20260312T170000"], (date(2026, 3, 12), 480)),
        (["DTSTART:20260310T090000", "DURATION:PT1H15M"], (None, 75)),
        (["DTSTART:20260310T090000", "DURATION:P1W"], (date(2026, 3, 17), None)),
        (["DTSTART:20260310T090000"], (None, None)),
    ],
)
def test_how_long_it_lasts(lines: list[str], expected: tuple[date | None, int | None]) -> None:
    found = event(*lines)
    assert (found.last_day, found.minutes) == expected


@pytest.mark.parametrize(
    ("lines", "code"),
    [
        ([], "ics_no_start"),
        (["DTSTART:20260230T090000"], "ics_bad_date"),  # 30 February
        (["DTSTART:20260310T250000"], "ics_bad_date"),
        (["DTSTART:99990310"], "ics_bad_date"),
        (["DTSTART:"], "ics_bad_date"),
        (["DTSTART:20260310T090000", "DTEND:20260310T080000"], "ics_end_first"),
        (["DTSTART:20260310T090000", "DURATION:-PT1H"], "ics_end_first"),
        (["DTSTART:20260310T090000", "DURATION:P"], "ics_bad_date"),
        (["DTSTART;TZID=Nowhere/Land:20260310T090000"], "ics_zone_unknown"),
        (["DTSTART;TZID=../../etc/passwd:20260310T090000"], "ics_zone_unknown"),
        (["DTSTART;TZID=America:20260310T090000"], "ics_zone_unknown"),  # a folder
        (["DTSTART:20260310", "RRULE:FREQ=DAILY;INTERVAL=0"], "rule_out_of_range"),
        (["DTSTART:20260310", "RRULE:FREQ=SECONDLY"], "rule_every_second"),
        (["DTSTART:20260310T090000", "RRULE:FREQ=DAILY;BYHOUR=9,10"], "rule_within_day"),
        (["DTSTART:20260310", "RRULE:FREQ=DAILY", "RRULE:FREQ=WEEKLY"], "ics_rules_many"),
        (["DTSTART:20260310", "RRULE:FREQ=DAILY", "EXRULE:FREQ=WEEKLY"], "ics_exrule"),
        (["DTSTART:20260310", "RECURRENCE-ID;RANGE=THISANDFUTURE:20260310"], "ics_this_and_future"),
    ],
)
def test_what_cannot_be_taken_over_says_why(lines: list[str], code: str) -> None:
    assert reason(*lines) == code


def test_one_broken_event_does_not_spoil_the_others() -> None:
    broken = (
        "BEGIN:VTODO\nPRIORITY:\nDUE:99\nEND:VTODO\nBEGIN:VEVENT\nDTSTART:20260310\nBEGIN:VEVENT\nDTSTART:20260311\n"
    )
    found = read_calendar(f"BEGIN:VCALENDAR\n{broken}END:VEVENT\nEND:VCALENDAR\n".encode(), SHANGHAI, TODAY)
    assert [one.day.day for one in found.events] == [11]
    assert [one.code for one in found.refused] == ["ics_bad_date", "ics_cut_off"]


def test_a_rule_is_kept_where_it_is_one_on_the_offices_clock() -> None:
    weekly = ("DTSTART;TZID=America/New_York:20260302T090000", "RRULE:FREQ=WEEKLY;BYDAY=MO")
    assert event(*weekly, here=NEW_YORK).rule is not None
    there = event(*weekly)  # 22:00, from the next Monday on 21:00
    assert there.rule is None
    assert there.slots[:2] == ((date(2026, 3, 2), time(22, 0)), (date(2026, 3, 9), time(21, 0)))
    tokyo = event("DTSTART;TZID=Asia/Tokyo:20260302T003000", "RRULE:FREQ=WEEKLY;BYDAY=MO")  # Sunday here
    assert tokyo.rule is None
    assert tokyo.slots[0] == (date(2026, 3, 1), time(23, 30))
    kept = event("DTSTART:20260302T010000Z", "RRULE:FREQ=DAILY;UNTIL=20260304T005959Z;BYHOUR=1")
    assert kept.rule is not None
    assert (kept.at, rule_text(kept.rule)) == (time(9, 0), "FREQ=DAILY;UNTIL=20260303")


def test_days_added_and_left_out() -> None:
    found = event(
        "DTSTART;VALUE=DATE:20260310",
        "RRULE:FREQ=WEEKLY;COUNT=2",
        "RDATE;VALUE=DATE:20260401",
        "EXDATE;VALUE=DATE:20260317",
    )
    assert [day for day, _ in found.slots] == [date(2026, 3, 10), date(2026, 4, 1)]
    assert found.without == (date(2026, 3, 17),)


def test_texts_folded_within_a_character_escapes_and_other_writings() -> None:
    name = "拜访 杭州西湖大酒店; 谈价格"
    folded = b"SUMMARY:" + name.replace(";", "\\;").encode()[:20] + b"\r\n " + name.replace(";", "\\;").encode()[20:]
    data = b"BEGIN:VEVENT\r\nDTSTART:20260310\r\n" + folded + b"\r\nLOCATION:A\\, B\\n C\r\nEND:VEVENT\r\n"
    for told in (data, b"\xef\xbb\xbf" + data, b"\xff\xfe" + data.replace(b"\r\n ", b"").decode().encode("utf-16-le")):
        (found,) = read_calendar(told, SHANGHAI, TODAY).events
        assert (found.summary, found.place) == (name, "A, B\n C")
    gbk = "BEGIN:VEVENT\nDTSTART:20260310\nSUMMARY:拜访客户\nEND:VEVENT\n".encode("gb18030")
    assert read_calendar(gbk, SHANGHAI, TODAY).events[0].summary == "拜访客户"


def test_alarms_people_and_tasks() -> None:
    alarm = ("BEGIN:VALARM", "TRIGGER:-PT30M", "END:VALARM", "BEGIN:VALARM", "TRIGGER;RELATED=END:-PT5M", "END:VALARM")
    found = event("DTSTART:20260310T090000", 'ATTENDEE;CN="王, 明":mailto:wang@example.cn', "CATEGORIES:A,B", *alarm)
    assert (found.remind_minutes, found.people, found.categories) == (30, ("王, 明", "wang@example.cn"), ("A", "B"))
    late = event("DTSTART:20260310T090000", "BEGIN:VALARM", "TRIGGER:PT30M", "END:VALARM")
    assert late.remind_minutes is None
    task = b"BEGIN:VTODO\nSUMMARY:T\nDUE:20260310T090000\n%sEND:VTODO\n"
    assert read_calendar(task % b"", SHANGHAI, TODAY).events[0].at == time(9, 0)
    assert read_calendar(task % b"STATUS:COMPLETED\n", SHANGHAI, TODAY).refused[0].code == "ics_todo_done"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "ics_not_calendar"),
        (b"Name,Phone\n", "ics_not_calendar"),
        (b"\x89PNG\r\n\x1a\n\xff\xff\xff", "ics_not_text"),
        (b"BEGIN:X\n" * 50, "ics_not_calendar"),
        (b" " * (MOST_BYTES + 1), "ics_too_large"),
        (b"BEGIN:VEVENT\nEND:VEVENT\n" * 20_001, "ics_too_many"),
    ],
)
def test_what_is_no_calendar_or_too_much(data: bytes, code: str) -> None:
    with pytest.raises(RuleBroken, match=code):
        read_calendar(data, SHANGHAI, TODAY)


PIECES = ["BEGIN:VCALENDAR", "BEGIN:VEVENT", "END:VEVENT", "END:VCALENDAR", "BEGIN:VTIMEZONE", "END:VTIMEZONE",
          "BEGIN:STANDARD", "END:STANDARD", "TZID:A", "TZOFFSETTO:+0100", "DTSTART;TZID=A:20260310T090000",
          "DTSTART:20260310", "DTEND:20260309", "RRULE:FREQ=DAILY;UNTIL=20260401", "RRULE:FREQ=MINUTELY", "EXDATE:",
          "UID:1", "RECURRENCE-ID:20260310", "RDATE:20260312/P1D", "END:", ":", ";;", " x", "\x00"]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=25))
def test_any_heap_of_lines_is_read_or_refused(lines: list[str]) -> None:
    text = "\n".join(lines)
    if "BEGIN:" not in text.upper():
        with pytest.raises(RuleBroken, match="ics_not_calendar"):
            read_calendar(text.encode(), SHANGHAI, TODAY)
    else:
        found = read_calendar(text.encode(), SHANGHAI, TODAY)
        assert len(found.events) <= text.count("BEGIN:VEVENT")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows says its zone in the registry")
def test_the_zone_of_this_machine(tmp_path: Path) -> None:
    nowhere = tmp_path / "localtime"
    assert machine_zone({"TZ": "Europe/Berlin"}, nowhere).key == "Europe/Berlin"
    assert machine_zone({"TZ": ":Asia/Tokyo"}, nowhere).key == "Asia/Tokyo"
    for unclear in ("CST-8", "", "America", "/etc/passwd"):
        assert machine_zone({"TZ": unclear}, nowhere).key == "Asia/Shanghai"
    target = tmp_path / "zoneinfo" / "Asia" / "Urumqi"
    target.parent.mkdir(parents=True)
    target.write_bytes(b"")
    nowhere.symlink_to(target)
    assert machine_zone({}, nowhere).key == "Asia/Urumqi"
    assert zone_named("W. Europe Standard Time") == ZoneInfo("Europe/Berlin")
    assert zone_named("") is None
