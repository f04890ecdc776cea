"""Our calendar read back by icalendar, vobject and our own reader; imported again: here, elsewhere, twice, undone."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import takewhile
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import vobject
from icalendar import Calendar
from sqlalchemy import func, select

from db.models import Contact, Customer, FollowUp, FollowUpSeries, KeyDate, Reach, Rep
from db.queries.actions import newest_action_id
from db.queries.agenda import AgendaRow, agenda
from db.queries.calendar_files import occurrences_by_day
from db.store import Doing, Store, create_file, open_store
from db.vocabulary import (
    CalendarKind,
    CustomerKind,
    DayShift,
    FollowUpKind,
    FollowUpState,
    KeyDateKind,
    ReachKind,
    RepRole,
    Stage,
)
from desktop import paths
from desktop.documents.calendars.reading import read_calendar
from desktop.progress import Progress
from desktop.rules.recurrence.days import days_of
from desktop.rules.recurrence.rule import rule_of
from desktop.services import followups
from desktop.services.calendar.ics_applying import Importing, apply
from desktop.services.calendar.ics_export import Asked, export_calendar
from desktop.services.calendar.ics_import import propose
from desktop.services.calendar.ics_proposal import Fate, Proposal
from desktop.services.calendar.series import SeriesDraft, end_series, start_series
from desktop.services.undoing import undo
from desktop.words import Catalogue

TODAY = date(2027, 3, 1)  # a Monday
SPAN = Asked(None, TODAY - timedelta(30), TODAY + timedelta(180))
SHANGHAI, NEW_YORK = ZoneInfo("Asia/Shanghai"), ZoneInfo("America/New_York")
NOW = datetime(2027, 3, 1, 1, tzinfo=UTC)
WORDS = (Catalogue.load("zh_CN", paths.resources() / "i18n"), Catalogue.load("en", paths.resources() / "i18n"))
HOW = Importing(TODAY, WORDS)
PLAN = followups.PlanDraft
NAMES = ("杭州西湖大酒店有限公司", "Acme; Tools, Ltd.", "绍兴栎泰电子有限公司")


def fill(store: Store) -> None:
    """Follow-ups of every shape: all day, timed, several days, done, cancelled, series moved and skipped, lunar."""
    with store.write(Doing("customer.create", {"name": "x"})) as session:
        made = [Customer(kind=CustomerKind.COMPANY, name=name, stage=Stage.WON) for name in NAMES]
        session.add_all(made)
        session.flush()
        a, b, c = (one.id for one in made)
        drafts = (
            PLAN(a, kind=FollowUpKind.VISIT, planned_on=TODAY, purpose="谈价格，签合同; 定交期", place="一楼, 会议室"),
            PLAN(a, planned_on=TODAY, planned_time=time(9, 30), minutes=45, remind_minutes=0, purpose="第一行\n第二行"),
            PLAN(b, kind=FollowUpKind.FAIR, planned_on=TODAY, until_on=TODAY + timedelta(3), purpose="广交会"),
            PLAN(b, kind=FollowUpKind.FAIR, planned_on=TODAY, planned_time=time(9), minutes=480,
                 until_on=TODAY + timedelta(2)),
            PLAN(c, planned_on=date(2027, 3, 14), planned_time=time(2, 30)),  # an hour New York lacks that day
            PLAN(c, planned_on=TODAY, planned_time=time(23, 30), minutes=60),
            PLAN(c, planned_on=TODAY + timedelta(5), purpose="x" * 300),
        )  # fmt: skip
        ids = [followups.plan(session, one) for one in drafts]
        followups.cancel(session, ids[-1])
        followups.log(session, followups.DoneDraft(a, done_on=TODAY - timedelta(3), result="同意", done_time=time(10)))
        weekly = SeriesDraft(a, kind=FollowUpKind.VISIT, purpose="例行拜访", at=time(9, 30), minutes=30,
                             shift=DayShift.NONE, rule="FREQ=WEEKLY;BYDAY=MO,WE", starts_on=TODAY)  # fmt: skip
        one = start_series(session, weekly, TODAY)
        lunar = SeriesDraft(b, kind=FollowUpKind.CARE, rule="FREQ=MONTHLY;BYMONTHDAY=1,15", starts_on=TODAY,
                            calendar=CalendarKind.LUNAR)  # fmt: skip
        start_series(session, lunar, TODAY)
        monthly = SeriesDraft(c, purpose="对账", rule="FREQ=MONTHLY;BYMONTHDAY=-1", starts_on=TODAY)
        end_series(session, start_series(session, monthly, TODAY), TODAY + timedelta(70))
        session.flush()
        days = occurrences_by_day(session, [one])
        order = sorted(days)
        followups.move(session, days[order[2]], followups.Move(TODAY + timedelta(8), time(14), keep_time=False), TODAY)
        followups.cancel(session, days[order[4]])
        followups.delete(session, days[order[6]])


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("ics") / "office.kezha"
    create_file(path)
    with closing(open_store(path, version="0.1.0", backups=path.parent)) as store:
        fill(store)
    return path


@pytest.fixture
def store(filled: Path, tmp_path: Path) -> Iterator[Store]:
    path = shutil.copyfile(filled, tmp_path / "office.kezha")
    with closing(open_store(path, version="0.1.0", backups=tmp_path)) as opened:
        yield opened


def exported(store: Store, zone: ZoneInfo = SHANGHAI, words: Catalogue = WORDS[0], asked: Asked = SPAN) -> bytes:
    return export_calendar(store, asked, words, zone, NOW).data


def proposed(store: Store, data: bytes, zone: ZoneInfo = SHANGHAI) -> Proposal:
    return propose(store, read_calendar(data, zone, TODAY), TODAY, WORDS, Progress())


def planned(store: Store, last: date = SPAN.last) -> list[AgendaRow]:
    with store.read() as session:
        return agenda(session, SPAN.first, last)


def told(row: AgendaRow) -> tuple[Any, ...]:
    return row.customer, row.day, row.at, row.last_day, row.place


def by_icalendar(data: bytes) -> set[tuple[date, time | None]]:
    """What icalendar makes of the file: every event with its rule, exceptions and stand-ins, by its own parser."""
    found: set[tuple[date, time | None]] = set()
    stand_ins: set[tuple[str, date]] = set()
    events: list[Any] = list(Calendar.from_ical(data).walk("VEVENT"))
    for event in events:
        if "RECURRENCE-ID" in event:
            day = event["RECURRENCE-ID"].dt
            stand_ins.add((str(event["UID"]), day.date() if isinstance(day, datetime) else day))
    for event in (one for one in events if one["STATUS"] != "CANCELLED"):
        start = event["DTSTART"].dt
        day, at = (start.date(), start.time()) if isinstance(start, datetime) else (start, None)
        if "RRULE" not in event:
            found.add((day, at))
            continue
        dates = event.get("EXDATE", [])
        gone = {one.dt for dates in (dates if isinstance(dates, list) else [dates]) for one in dates.dts}
        out = {one.date() if isinstance(one, datetime) else one for one in gone}
        out |= {when for uid, when in stand_ins if uid == str(event["UID"])}
        rule = rule_of(event["RRULE"].to_ical().decode())
        found |= {(one, at) for one in days_of(rule, day, SPAN.first, SPAN.last) if one not in out}
    return found


def by_vobject(data: bytes, until: date) -> set[tuple[date, time | None]]:
    """What vobject makes of it: its own parser, and the rules worked out by dateutil with the exceptions it reads."""
    found: set[tuple[date, time | None]] = set()
    events = [one for one in vobject.readOne(data.decode()).vevent_list if one.status.value != "CANCELLED"]
    stand_ins = {(one.uid.value, _split(one.recurrence_id.value)[0]) for one in events if hasattr(one, "recurrence_id")}
    for event in events:
        if not hasattr(event, "rrule"):
            found.add(_split(event.dtstart.value))
            continue
        for moment in takewhile(lambda one: one.date() <= until, event.getrruleset()):
            day, at = moment.date(), _split(event.dtstart.value)[1]
            if (event.uid.value, day) not in stand_ins:
                found.add((day, at))
    return {one for one in found if one[0] <= until}


def _split(value: date | datetime) -> tuple[date, time | None]:
    return (value.date(), value.time()) if isinstance(value, datetime) else (value, None)


@pytest.mark.parametrize("zone", [SHANGHAI, NEW_YORK])
def test_three_readers_find_what_the_office_has_planned(store: Store, zone: ZoneInfo) -> None:
    data = exported(store, zone)
    until = max(row.day for row in planned(store) if row.series_id)  # as far as series are laid out
    there = {(row.day, row.at) for row in planned(store) if row.day <= until}
    assert {one for one in by_icalendar(data) if one[0] <= until} == there
    assert by_vobject(data, until) == there
    ours = read_calendar(data, zone, TODAY)
    assert not ours.refused
    assert {(one.day, one.at) for one in ours.events if one.rule is None and not one.cancelled} <= there
    assert len(ours.events) == data.count(b"BEGIN:VEVENT")


def test_the_file_is_as_the_rfc_wants_it(store: Store) -> None:
    data = exported(store)
    lines = data.split(b"\r\n")
    assert b"\n" not in data.replace(b"\r\n", b"")
    assert max(map(len, lines)) <= 75
    assert all(line.decode("utf-8") is not None for line in lines)  # never folded within a character
    text = re.sub(r"\r\n[ \t]", "", data.decode())
    assert "SUMMARY:拜访 杭州西湖大酒店有限公司 · 谈价格，签合同\\; 定交期" in text
    assert "DTSTART;VALUE=DATE:20270301\r\nDTEND;VALUE=DATE:20270305" in text  # the end is the day after the last
    assert "DTSTART;TZID=Asia/Shanghai:20270301T093000" in text
    assert "RRULE:FREQ=WEEKLY;BYDAY=MO,WE" in text
    assert text.count("BEGIN:VTIMEZONE") == 1
    assert len(set(re.findall(r"UID:(.*)\r", text))) == len(re.findall(r"BEGIN:VEVENT", text)) - text.count(
        "RECURRENCE-ID"
    )


@pytest.mark.parametrize(("zone", "words"), [(SHANGHAI, WORDS[0]), (NEW_YORK, WORDS[1])])
def test_our_own_calendar_imported_again_changes_nothing(store: Store, zone: ZoneInfo, words: Catalogue) -> None:
    found = proposed(store, exported(store, zone, words), zone)
    assert [row for row in found.rows if row.fate is not Fate.SAME] == []


def test_another_office_takes_it_over_once_and_can_undo_it(store: Store, tmp_path: Path) -> None:
    data = exported(store)
    create_file(tmp_path / "other.kezha")
    with closing(open_store(tmp_path / "other.kezha", version="0.1.0", backups=tmp_path)) as other:
        with other.write(Doing("customer.create", {"name": "x"})) as session:
            session.add_all(Customer(kind=CustomerKind.COMPANY, name=name, stage=Stage.WON) for name in NAMES)
        found = proposed(other, data)
        assert {row.fate for row in found.rows} == {Fate.NEW, Fate.LEFT_OUT}  # what is over, and what was cancelled
        done = apply(other, found, HOW, Progress(), name="a.ics")
        assert [row for row in done.rows if row.fate is Fate.REFUSED] == []
        ours = {told(row) for row in planned(store) if row.state is FollowUpState.PLANNED and row.day >= TODAY}
        theirs = {told(row) for row in planned(other) if row.state is FollowUpState.PLANNED}
        assert ours <= theirs
        assert {row.fate for row in proposed(other, data).rows} <= {Fate.SAME, Fate.LEFT_OUT}
        with other.read() as session:
            action = newest_action_id(session)
        assert action is not None
        undo(other, action)
        with other.read() as session:
            assert session.scalar(select(func.count()).select_from(FollowUp)) == 0
            assert session.scalar(select(func.count()).select_from(FollowUpSeries)) == 0


def test_what_was_changed_over_there_is_changed_here(store: Store) -> None:
    text = exported(store).decode()
    blocks = re.findall(r"BEGIN:VEVENT.*?END:VEVENT\r\n", text, re.DOTALL)
    timed = next(one for one in blocks if "T093000" in one and "RRULE" not in one and "第一行" in one)
    whole = next(one for one in blocks if "RRULE:FREQ=WEEKLY" in one)
    moved = (
        timed.replace("20270301T", "20270303T").replace("T101500", "T110000").replace("TRIGGER:P0D", "TRIGGER:-PT10M")
    )
    fewer = whole.replace("BYDAY=MO,WE", "BYDAY=MO").replace("STATUS:CONFIRMED", "STATUS:CONFIRMED\r\nLOCATION:二楼")
    found = proposed(store, text.replace(timed, moved).replace(whole, fewer).encode())
    changed: dict[str, Any] = {row.uid: row.reason.facts["fields"] for row in found.rows if row.fate is Fate.CHANGED}
    assert sorted(changed.values(), key=len) == [("rule", "place"), ("planned_on", "minutes", "remind_minutes")]
    apply(store, found, HOW, Progress(), name="a.ics")
    (row,) = [one for one in planned(store) if (one.purpose or "").startswith("第一行")]
    assert (row.day, row.at, row.minutes, row.remind_minutes) == (date(2027, 3, 3), time(9, 30), 90, 10)
    assert (row.postponed, row.first_planned_on, row.purpose) == (1, TODAY, "第一行\n第二行")
    ahead = [one for one in planned(store) if one.purpose == "例行拜访" and one.day > TODAY + timedelta(30)]
    assert {(one.day.weekday(), one.place) for one in ahead} == {(0, "二楼")}


def test_a_cancelled_event_cancels_the_plan_and_a_done_one_stays(store: Store) -> None:
    data = exported(store).replace(b"STATUS:CONFIRMED", b"STATUS:CANCELLED")
    before = planned(store)
    apply(store, proposed(store, data), HOW, Progress(), name="a.ics")
    after = {row.id: row.state for row in planned(store)}
    assert [row.id for row in before if row.state is FollowUpState.DONE and row.id not in after] == []
    left = [row for row in planned(store) if row.state is FollowUpState.PLANNED and row.series_id is None]
    assert left == []


def test_contact_phone_and_key_dates_of_one_rep(store: Store) -> None:
    with store.write(Doing("contact.edit", {"name": "x"})) as session:
        mine = Rep(name="李明", role=RepRole.REP)
        session.add(mine)
        session.flush()
        customer = session.query(Customer).filter_by(name=NAMES[0]).one()
        customer.owner_id = mine.id
        contact = Contact(customer_id=customer.id, name="王总")
        session.add(contact)
        session.flush()
        for kind, value in ((ReachKind.PHONE, "0571-88888888"), (ReachKind.MOBILE, "138 0013 8000")):
            session.add(Reach(customer_id=customer.id, contact_id=contact.id, kind=kind, value=value))
        born = {"customer_id": customer.id, "contact_id": contact.id, "kind": KeyDateKind.BIRTHDAY}
        session.add(KeyDate(**born, calendar=CalendarKind.LUNAR, month=2, day=30))
        followups.plan(session, PLAN(customer.id, contact_id=contact.id, planned_on=TODAY, purpose="签字"))
        rep_id = mine.id
    asked = Asked(rep_id, SPAN.first, SPAN.last, with_key_dates=True)
    data = exported(store, asked=asked)
    text = re.sub(r"\r\n[ \t]", "", data.decode())
    assert "DESCRIPTION:王总 138 0013 8000" in text
    assert "138 0013" not in exported(store, asked=replace(asked, with_phones=False)).decode()
    assert NAMES[1] not in text
    (day,) = [one for one in read_calendar(data, SHANGHAI, TODAY).events if one.uid.startswith("keydate-")]
    assert (day.summary, day.day) == (f"生日 王总 · {NAMES[0]}", date(2027, 4, 6))  # the second month has 30 days
    assert {row.fate for row in proposed(store, data).rows} == {Fate.SAME}
