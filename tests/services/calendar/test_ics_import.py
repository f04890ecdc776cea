"""A foreign calendar: whose each event is, what is left out, and that a second import makes nothing double."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from datetime import date, time
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from db.models import Contact, Customer, FollowUp, FollowUpSeries, Reach, Rep
from db.queries.agenda import AgendaRow, agenda
from db.store import Doing, Store, create_file, open_store
from db.vocabulary import CustomerKind, FollowUpKind, FollowUpState, ReachKind, RepRole, Stage
from desktop import paths
from desktop.documents.calendars.reading import read_calendar
from desktop.progress import Progress
from desktop.rules.errors import RuleBroken
from desktop.services.calendar import ics_import
from desktop.services.calendar.ics_applying import Importing, apply
from desktop.services.calendar.ics_import import for_customer, propose
from desktop.services.calendar.ics_proposal import Fate, Proposal, Row
from desktop.words import Catalogue

TODAY = date(2026, 3, 1)
HERE = ZoneInfo("Asia/Shanghai")
WORDS = (Catalogue.load("zh_CN", paths.resources() / "i18n"), Catalogue.load("en", paths.resources() / "i18n"))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    create_file(tmp_path / "a.kezha")
    with closing(open_store(tmp_path / "a.kezha", version="0.1.0", backups=tmp_path)) as opened:
        with opened.write(Doing("customer.create", {"name": "x"})) as session:
            company = CustomerKind.COMPANY
            names = ("杭州西湖大酒店有限公司", "西湖", "Ann Ltd", "绍兴栎泰电子有限公司", "同名公司", "同名公司")
            made = [Customer(kind=company, name=name, stage=Stage.WON) for name in names]
            made[0].short_name, made[0].former_names = "西湖大酒店", "湖滨饭店、望湖楼"
            session.add_all([*made, Rep(name="李明", role=RepRole.REP)])
            session.flush()
            contact = Contact(customer_id=made[3].id, name="欧阳锋")
            session.add(contact)
            session.flush()
            mobile, mail = ReachKind.MOBILE, ReachKind.EMAIL
            session.add(Reach(customer_id=made[3].id, contact_id=contact.id, kind=mobile, value="138 0013 8000"))
            session.add(Reach(customer_id=made[2].id, kind=mail, value="Ann@Example.com"))
        yield opened


def calendar(*events: str) -> bytes:
    body = "".join(f"BEGIN:VEVENT\nUID:{number}@x\n{one}\nEND:VEVENT\n" for number, one in enumerate(events, 1))
    return f"BEGIN:VCALENDAR\n{body}END:VCALENDAR\n".encode()


def proposed(store: Store, data: bytes) -> Proposal:
    return propose(store, read_calendar(data, HERE, TODAY), TODAY, WORDS, Progress())


def applied(store: Store, proposal: Proposal) -> Proposal:
    return apply(store, proposal, Importing(TODAY, WORDS), Progress(), name="a.ics")


def rows(store: Store, states: tuple[FollowUpState, ...] = (FollowUpState.PLANNED,)) -> list[AgendaRow]:
    with store.read() as session:
        return agenda(session, date(2000, 1, 1), date(2040, 1, 1), states=states)


@pytest.mark.parametrize(
    ("event", "customer", "how"),
    [
        ("SUMMARY:去西湖大酒店谈价格", "杭州西湖大酒店有限公司", "ics_by_name"),
        ("SUMMARY:杭州西湖大酒店有限公司", "杭州西湖大酒店有限公司", "ics_by_name"),
        ("SUMMARY:望湖楼 回访", "杭州西湖大酒店有限公司", "ics_by_name"),
        ("SUMMARY:游西湖", "西湖", "ics_by_name"),
        ("SUMMARY:见欧阳锋", "绍兴栎泰电子有限公司", "ics_by_name"),
        ("SUMMARY:call\nDESCRIPTION:+86 138-0013-8000", "绍兴栎泰电子有限公司", "ics_by_phone"),
        ("SUMMARY:meet\nATTENDEE;CN=Ann:mailto:ANN@example.com", "Ann Ltd", "ics_by_mail"),
        ("SUMMARY:visit ann ltd", "Ann Ltd", "ics_by_name"),
        ("SUMMARY:visit Joann Ltdx", "", "ics_which_customer"),  # no name within a word
        ("SUMMARY:同名公司", "", "ics_several"),
        ("SUMMARY:牙医", "", "ics_which_customer"),
    ],
)
def test_whose_an_event_is(event: str, customer: str, how: str, store: Store) -> None:
    (row,) = proposed(store, calendar(f"{event}\nDTSTART:20260310T090000")).rows
    assert (row.customer, row.reason.code) == (customer, how)
    assert row.fate is (Fate.NEW if customer else Fate.OPEN)


def test_what_is_unclear_waits_until_somebody_says_whose_it_is(store: Store) -> None:
    found = proposed(
        store, calendar("SUMMARY:午餐\nDTSTART:20260310T120000\nDTEND:20260310T130000", "DTSTART:20260311")
    )
    assert found.coming_in == 0
    assert [row.fate for row in applied(store, found).rows] == [Fate.OPEN, Fate.OPEN]
    with store.read() as session:
        customer = session.query(Customer).filter_by(name="西湖").one().id
        chosen = for_customer(session, for_customer(session, found, 1, customer), 2, None)
    assert [row.fate for row in chosen.rows] == [Fate.NEW, Fate.LEFT_OUT]
    applied(store, chosen)
    (row,) = rows(store)
    assert (row.customer, row.day, row.at, row.minutes, row.purpose) == (
        "西湖",
        date(2026, 3, 10),
        time(12),
        60,
        "午餐",
    )
    assert row.kind is FollowUpKind.MEETING
    assert [one.fate for one in proposed(store, calendar("SUMMARY:午餐\nDTSTART:20260310T120000")).rows] == [Fate.SAME]


def test_what_is_over_cancelled_or_there_twice_is_left_out(store: Store) -> None:
    found = proposed(
        store,
        calendar(
            "SUMMARY:西湖\nDTSTART:20260228",
            "SUMMARY:西湖\nDTSTART;VALUE=DATE:20260228\nDTEND;VALUE=DATE:20260303",
            "SUMMARY:西湖\nDTSTART:20260310\nSTATUS:CANCELLED",
            "SUMMARY:西湖\nDTSTART:20260101\nRRULE:FREQ=DAILY;COUNT=3",
            "SUMMARY:西湖\nDTSTART;VALUE=DATE:20260310\nDTEND;VALUE=DATE:20261010",
        )
        + calendar("SUMMARY:西湖\nDTSTART:20260320").replace(b"1@x", b"2@x"),
    )
    told = [(row.fate, row.reason.code) for row in found.rows]
    assert told == [
        (Fate.LEFT_OUT, "ics_over"),
        (Fate.REFUSED, "ics_twice"),
        (Fate.LEFT_OUT, "ics_cancelled_there"),
        (Fate.LEFT_OUT, "ics_over"),
        (Fate.REFUSED, "lasts_too_long"),
        (Fate.NEW, "ics_by_name"),
    ]


def test_what_was_called_off_there_is_not_planned_by_giving_it_a_customer(store: Store) -> None:
    found = proposed(store, calendar("SUMMARY:午餐\nDTSTART:20260310\nSTATUS:CANCELLED"))
    with store.read() as session:
        customer = session.query(Customer).filter_by(name="西湖").one().id
        chosen = for_customer(session, found, 1, customer)
    assert [(row.fate, row.reason.code) for row in chosen.rows] == [(Fate.LEFT_OUT, "ics_cancelled_there")]


SERIES = (
    "SUMMARY:拜访西湖大酒店\nDTSTART;TZID=China Standard Time:20260302T090000\nRRULE:FREQ=WEEKLY\n"
    "EXDATE;TZID=China Standard Time:20260309T090000"
)
MOVED = "SUMMARY:拜访西湖大酒店\nRECURRENCE-ID;TZID=China Standard Time:20260316T090000\nDTSTART:20260317T140000"


def test_a_series_comes_with_its_exceptions_and_only_once(store: Store) -> None:
    data = calendar(SERIES, MOVED).replace(b"2@x", b"1@x")
    found = proposed(store, data)
    assert [(row.fate, row.reason.code) for row in found.rows] == [
        (Fate.NEW, "ics_by_name"), (Fate.NEW, "ics_with_series"),
    ]  # fmt: skip
    applied(store, found)
    assert [(row.day.day, row.at) for row in rows(store)][:3] == [(2, time(9)), (17, time(14)), (23, time(9))]
    assert [row.day.day for row in rows(store, (FollowUpState.CANCELLED,))] == [9]
    with store.read() as session:
        (series,) = session.query(FollowUpSeries).all()
        assert (series.rule, series.uid, series.kind) == ("FREQ=WEEKLY", "1@x", FollowUpKind.VISIT)
    number = len(rows(store))
    again = proposed(store, data)
    assert {row.fate for row in again.rows} == {Fate.SAME}
    applied(store, again)
    assert len(rows(store)) == number
    changed = proposed(store, data.replace(b"T140000", b"T150000"))
    assert [row.fate for row in changed.rows] == [Fate.SAME, Fate.CHANGED]
    applied(store, changed)
    assert (17, time(15)) in [(row.day.day, row.at) for row in rows(store)]


def test_of_two_events_for_one_occurrence_the_last_counts_however_often_it_is_imported(store: Store) -> None:
    later = MOVED.replace("T140000", "T150000")
    data = calendar(SERIES, MOVED, later).replace(b"2@x", b"1@x").replace(b"3@x", b"1@x")
    found = proposed(store, data)
    assert [(row.fate, row.reason.code) for row in found.rows[1:]] == [
        (Fate.REFUSED, "ics_twice"), (Fate.NEW, "ics_with_series"),
    ]  # fmt: skip
    applied(store, found)
    assert time(15) in [row.at for row in rows(store)]
    assert proposed(store, data).coming_in == 0


def test_a_series_of_another_clock_is_laid_out_one_by_one(store: Store) -> None:
    data = calendar("SUMMARY:西湖大酒店\nDTSTART;TZID=America/New_York:20260302T090000\nRRULE:FREQ=WEEKLY;COUNT=4")
    applied(store, proposed(store, data))
    assert [(row.day.day, row.at) for row in rows(store)] == [
        (2, time(22)),
        (9, time(21)),
        (16, time(21)),
        (23, time(21)),
    ]
    assert {row.fate for row in proposed(store, data).rows} == {Fate.SAME}
    later = proposed(store, data.replace(b"T090000", b"T100000"))
    assert [row.fate for row in later.rows] == [Fate.CHANGED]
    applied(store, later)
    assert [row.at for row in rows(store)] == [time(23), time(22), time(22), time(22)]


def test_what_ends_over_there_ends_here(store: Store) -> None:
    series = "SUMMARY:西湖\nDTSTART:20260302T090000\nRRULE:FREQ=WEEKLY"
    other = "SUMMARY:西湖\nDTSTART;TZID=America/New_York:20260302T090000\nRRULE:FREQ=WEEKLY"
    data = calendar(series, series, other, other)
    applied(store, proposed(store, data))
    text = data.decode().replace("FREQ=WEEKLY", "FREQ=WEEKLY;UNTIL=20260228T000000Z", 1)
    first, second, third, fourth = text.split("BEGIN:VEVENT\n")[1:]
    second = second.replace("END:VEVENT", "STATUS:CANCELLED\nEND:VEVENT", 1)
    third = third.replace("FREQ=WEEKLY", "FREQ=WEEKLY;UNTIL=20260316T150000Z")
    fourth = fourth.replace("END:VEVENT", "STATUS:CANCELLED\nEND:VEVENT", 1)
    less = "BEGIN:VCALENDAR\n" + "".join(f"BEGIN:VEVENT\n{one}" for one in (first, second, third, fourth))
    found = proposed(store, less.encode())
    assert [(row.fate, row.reason.code) for row in found.rows] == [
        (Fate.CHANGED, "ics_ends"), (Fate.CHANGED, "ics_ends"), (Fate.CHANGED, "ics_changes"),
        (Fate.CHANGED, "ics_cancels"),
    ]  # fmt: skip
    applied(store, found)
    assert [(row.uid, row.day.day) for row in rows(store)] == [
        ("3@x#20260302", 2),
        ("3@x#20260309", 9),
        ("3@x#20260316", 16),
    ]
    assert {row.fate for row in proposed(store, less.encode()).rows} == {Fate.SAME}


def test_what_recurs_on_one_side_only_is_left_to_people(store: Store) -> None:
    once, weekly = "SUMMARY:西湖\nDTSTART:20260310T090000", "SUMMARY:西湖\nDTSTART:20260310T090000\nRRULE:FREQ=WEEKLY"
    applied(store, proposed(store, calendar(once, weekly)))
    found = proposed(store, calendar(weekly, once))
    assert [(row.fate, row.reason.code) for row in found.rows] == [(Fate.REFUSED, "ics_other_shape")] * 2


def test_an_event_without_a_name_is_known_again(store: Store) -> None:
    data = calendar("SUMMARY:西湖\nDTSTART:20260310").replace(b"UID:1@x\n", b"")
    applied(store, proposed(store, data))
    assert [row.fate for row in proposed(store, data).rows] == [Fate.SAME]
    assert len(rows(store)) == 1


def test_a_plan_that_went_meanwhile_is_refused_and_the_rest_goes_on(store: Store) -> None:
    data = calendar("SUMMARY:西湖\nDTSTART:20260310", "SUMMARY:西湖\nDTSTART:20260311")
    applied(store, proposed(store, data))
    changes = proposed(store, data.replace(b"20260310", b"20260312").replace(b"20260311", b"20260313"))
    with store.write(Doing("followup.delete", {"name": "x"})) as session:
        session.delete(session.get_one(FollowUp, rows(store)[0].id))
    done: tuple[Row, ...] = applied(store, changes).rows
    assert [(row.fate, row.reason.code) for row in done] == [(Fate.REFUSED, "gone"), (Fate.CHANGED, "ics_changes")]
    assert [row.day.day for row in rows(store)] == [13]


def test_a_file_that_is_not_there_or_empty(tmp_path: Path) -> None:
    def code(path: Path) -> str:
        with pytest.raises(RuleBroken) as broken:
            ics_import.read(path, HERE, TODAY, Progress())
        return broken.value.code

    (tmp_path / "a.ics").write_text("BEGIN:VCALENDAR\nEND:VCALENDAR\n")
    assert code(tmp_path / "a.ics") == "ics_no_events"
    assert code(tmp_path / "b.ics") == "not_found"
    assert code(tmp_path) == "not_a_file"
