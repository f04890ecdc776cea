"""定期跟进: laid out ahead, never twice, whatever is moved, skipped, done, changed or taken back."""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date, time, timedelta
from pathlib import Path

import pytest
from hypothesis import Phase, example, given, settings
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import Action, FollowUp, FollowUpSeries
from db.queries.journal import last_action
from db.queries.series import series, series_of
from db.store import Store
from db.vocabulary import CalendarKind, DayShift, FollowUpKind, FollowUpState
from desktop.rules.errors import RuleBroken
from desktop.services.calendar.runs import is_moved
from desktop.services.calendar.series import (
    KIND,
    SeriesDraft,
    change_series,
    continue_all,
    draft_of,
    end_series,
    is_short,
    preview,
    start_series,
)
from desktop.services.followups import DoneDraft, Move, cancel, delete, log, move, reopen
from desktop.services.undoing import undo
from tests.db.dumps import dump
from tests.services.calendar_office import TODAY, act, open_office, people, planned

NONE = DayShift.NONE


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with closing(open_office(tmp_path)) as opened:
        yield opened


def weekly(customer: int, **more: object) -> SeriesDraft:
    draft = SeriesDraft(customer, kind=FollowUpKind.CALL, rule="FREQ=WEEKLY;BYDAY=MO", starts_on=TODAY, shift=NONE)
    return replace(draft, **more)  # type: ignore[arg-type]


def go_on(store: Store, today: date) -> int:
    """As the window does it."""
    with store.read() as session:
        short = is_short(session, today)
    made: int = act(store, lambda s: continue_all(s, today), KIND) if short else 0
    assert bool(made) is short, "what looks short has something to lay out"
    return made


def test_half_a_year_is_laid_out_and_goes_on_by_itself_without_being_in_the_way(store: Store) -> None:
    rep, _, customer = people(store)
    draft = weekly(customer, rep_id=rep, purpose="例行", at=time(9, 30), minutes=20, place="线上", remind_minutes=5)
    was = dump(store)
    one = act(store, lambda s: start_series(s, draft, TODAY), "series.start", name="江南照明")
    rows = planned(store, series_id=one)
    assert [row.planned_on for row in rows] == [TODAY + timedelta(days=7 * at) for at in range(26)]
    first = rows[0]
    assert (first.rep_id, first.purpose, first.planned_time, first.minutes, first.place, first.remind_minutes) == (
        rep, "例行", time(9, 30), 20, "线上", 5,
    )  # fmt: skip
    assert go_on(store, TODAY + timedelta(days=20)) == 0
    assert go_on(store, TODAY + timedelta(days=40)) == 6
    with store.read() as session:
        assert session.scalars(select(Action.kind).order_by(Action.id.desc())).first() == KIND
        last = last_action(session)
        assert last is not None
        assert last.kind == "series.start"
    undo(store, last.id)
    assert dump(store) == was


def test_days_off_are_shifted_and_several_of_them_are_one(store: Store) -> None:
    _, _, customer = people(store)
    daily = weekly(customer, rule="FREQ=DAILY", shift=None)  # a call goes to the next working day
    one = act(store, lambda s: start_series(s, daily, TODAY))
    rows = planned(store, series_id=one)
    assert max(Counter(row.planned_on for row in rows).values()) == 1
    assert all(row.planned_on.weekday() < 5 for row in rows if row.planned_on and row.planned_on.year == 2026)
    monthly = weekly(customer, rule="FREQ=MONTHLY;BYMONTHDAY=6", shift=DayShift.PREVIOUS, kind=FollowUpKind.VISIT)
    with store.read() as session:
        days = preview(session, monthly, TODAY)
    assert [(day.exact, day.on) for day in days[:3]] == [
        (date(2026, 12, 6), date(2026, 12, 4)),
        (date(2027, 1, 6), date(2027, 1, 6)),
        (date(2027, 2, 6), date(2027, 2, 5)),
    ]
    assert len(days) == 6


def test_what_is_rare_is_laid_out_twice_ahead_and_follows_when_one_is_done(store: Store) -> None:
    _, _, customer = people(store)
    moon = weekly(
        customer, rule="FREQ=YEARLY;BYMONTH=8;BYMONTHDAY=15", calendar=CalendarKind.LUNAR, kind=FollowUpKind.CARE
    )
    one = act(store, lambda s: start_series(s, moon, TODAY))
    rows = planned(store, series_id=one)
    assert [row.planned_on for row in rows] == [date(2027, 9, 15), date(2028, 10, 3)]
    act(store, lambda s: log(s, DoneDraft(customer, rows[0].id, done_on=TODAY, result="提前送了月饼")))
    assert [row.planned_on for row in planned(store, series_id=one)] == [date(2028, 10, 3), date(2029, 9, 22)]
    leap = weekly(customer, rule="FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29")
    two = act(store, lambda s: start_series(s, leap, TODAY))
    assert [row.planned_on for row in planned(store, series_id=two)] == [date(2028, 2, 29), date(2032, 2, 29)]
    three = act(store, lambda s: start_series(s, weekly(customer, rule="FREQ=WEEKLY;COUNT=3"), TODAY))
    assert len(planned(store, series_id=three)) == 3
    assert go_on(store, TODAY + timedelta(days=15)) == 0
    assert len(planned(store, series_id=three)) == 3, "three times is three times"


@pytest.mark.parametrize(
    ("more", "code", "field"),
    [
        ({"starts_on": None}, "date_missing", "starts_on"),
        ({"rule": ""}, "rule_unreadable", "rule"),
        ({"rule": "FREQ=DAILY;INTERVAL=0"}, "rule_out_of_range", "rule"),
        ({"rule": "FREQ=HOURLY"}, "rule_within_day", "rule"),
        ({"rule": "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=31"}, "rule_never", "rule"),
        ({"rule": "FREQ=DAILY;UNTIL=20200101"}, "rule_never", "rule"),
        ({"rule": "FREQ=WEEKLY", "calendar": CalendarKind.LUNAR}, "rule_not_lunar", "rule"),
        ({"minutes": -1}, "out_of_range", "minutes"),
    ],
)
def test_a_series_that_cannot_be_is_refused_at_its_field(
    store: Store, more: dict[str, object], code: str, field: str
) -> None:
    _, _, customer = people(store)
    with pytest.raises(RuleBroken) as broken:
        act(store, lambda s: start_series(s, weekly(customer, **more), TODAY))
    assert (broken.value.code, broken.value.field) == (code, field)
    assert not planned(store)


def test_changed_it_is_laid_out_anew_but_for_what_was_moved_done_or_past(store: Store) -> None:
    _, _, customer = people(store)
    one = act(store, lambda s: start_series(s, weekly(customer), TODAY - timedelta(days=14)))
    assert len(planned(store)) == 24, "from its first day on"
    rows = planned(store)
    act(store, lambda s: move(s, rows[1].id, Move(TODAY + timedelta(days=8)), TODAY))
    act(store, lambda s: log(s, DoneDraft(customer, rows[2].id, done_on=TODAY, result="好")))
    act(store, lambda s: cancel(s, rows[3].id))
    was = dump(store)
    with store.read() as session:
        row = series(session, one)
    assert row is not None
    assert (row.open, row.done, row.cancelled, row.next_on) == (22, 1, 1, TODAY)
    thursday = replace(draft_of(row), rule="FREQ=WEEKLY;BYDAY=MO,TH", purpose="新")
    since = TODAY + timedelta(days=21)
    act(store, lambda s: change_series(s, one, thursday, TODAY, since=since), "series.edit")
    after = planned(store)
    assert [row.planned_on for row in after[:4]] == [
        TODAY, TODAY + timedelta(days=8), since + timedelta(days=3), since + timedelta(days=7),
    ]  # fmt: skip
    assert [row.purpose for row in after[:3]] == [None, None, "新"]
    ids = {row.series_on: row.id for row in rows}
    assert all(row.id == ids[row.series_on] for row in after if row.series_on in ids), "the same ones, told anew"
    with store.read() as session:
        last = last_action(session)
    assert last is not None
    undo(store, last.id)
    assert dump(store) == was
    assert act(store, lambda s: end_series(s, one, TODAY)) == 21
    assert [row.planned_on for row in planned(store)] == [TODAY]
    with pytest.raises(RuleBroken, match="series_ended"):
        act(store, lambda s: change_series(s, one, thursday, TODAY))
    assert go_on(store, TODAY + timedelta(days=300)) == 0


RULES = (
    "FREQ=DAILY", "FREQ=DAILY;INTERVAL=3", "FREQ=WEEKLY;BYDAY=MO,WE,SA", "FREQ=WEEKLY;INTERVAL=2",
    "FREQ=MONTHLY;BYMONTHDAY=-1", "FREQ=MONTHLY;BYDAY=2TU", "FREQ=MONTHLY;BYMONTHDAY=28,29,30,31;BYSETPOS=-1",
    "FREQ=YEARLY", "FREQ=WEEKLY;COUNT=8",
)  # fmt: skip
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("change"), st.sampled_from(RULES), st.sampled_from(list(DayShift)), st.integers(0, 30)),
        st.tuples(st.just("day"), st.integers(1, 90)),
        st.tuples(st.sampled_from(["move", "done", "cancel", "delete", "reopen"]), st.integers(0, 40)),
        st.tuples(st.just("undo")),
    ),
    max_size=9,
)


# A change taken back after the program had gone on by it: what it laid out stood beside what came back.
GONE_ON: list[tuple[object, ...]] = [
    ("done", 34), ("day", 28), ("change", "FREQ=WEEKLY;BYDAY=MO,WE,SA", DayShift.NEXT, 16),
    ("change", "FREQ=DAILY;INTERVAL=3", DayShift.NEXT, 3), ("done", 28), ("undo",), ("day", 52), ("undo",),
]  # fmt: skip


# Reopened after a change: it stands where the former rule put it, whatever the new one says of that day.
REOPENED: list[tuple[object, ...]] = [
    ("cancel", 2), ("change", "FREQ=DAILY;INTERVAL=3", DayShift.NEXT, 3), ("day", 71), ("reopen", 6), ("undo",),
]  # fmt: skip

# Changed on a Monday onto which a Sunday's occurrence was shifted: it is of that day, and laid out anew too.
SHIFTED: list[tuple[object, ...]] = [
    ("day", 1), ("day", 31), ("day", 14), ("cancel", 10), ("day", 87), ("undo",),
    ("change", "FREQ=DAILY;INTERVAL=3", DayShift.NEXT, 0),
]  # fmt: skip


@settings(max_examples=12, deadline=None, phases=(Phase.explicit, Phase.generate))
@example("FREQ=DAILY;INTERVAL=3", DayShift.NONE, GONE_ON)
@example("FREQ=DAILY;INTERVAL=3", DayShift.NEXT, SHIFTED)
@example("FREQ=MONTHLY;BYMONTHDAY=-1", DayShift.PREVIOUS, REOPENED)
@given(st.sampled_from(RULES), st.sampled_from(list(DayShift)), STEPS)
def test_no_occurrence_is_ever_doubled_whatever_is_done(
    rule: str, shift: DayShift, steps: list[tuple[object, ...]]
) -> None:
    with tempfile.TemporaryDirectory() as folder, closing(open_office(Path(folder))) as store:
        _, _, customer = people(store)
        today = TODAY
        one: int = act(store, lambda s: start_series(s, weekly(customer, rule=rule, shift=shift), today))
        put: set[int] = set()  # by hand, where the rule of today may have one too
        for step in steps:
            today = _do(store, one, customer, step, today, put)
            _look(store, one, put)
        go_on(store, today)
        _look(store, one, put)


def _do(store: Store, one: int, customer: int, step: tuple[object, ...], today: date, put: set[int]) -> date:
    """One step of the user; his day after it. An occurrence of an earlier rule that he reopens is added to `put`."""
    match step:
        case ("day", int(days)):
            later = today + timedelta(days=days)
            go_on(store, later)
            return later
        case ("change", str(rule), DayShift() as shift, int(days)):
            with store.read() as session:
                row = series(session, one)
            assert row is not None
            draft = replace(draft_of(row), rule=rule, shift=shift, starts_on=today)
            since = today + timedelta(days=days)
            _undone_exactly(store, lambda s: change_series(s, one, draft, today, since=since))
        case ("undo",):
            with store.read() as session:
                last = last_action(session)
            if last is not None and last.kind == "step":
                before = {row.id for row in planned(store, series_id=one)}
                undo(store, last.id, leave_conflicts=True)
                back = {row.id for row in planned(store, series_id=one)} - before
                put |= back if len(back) == 1 else set()  # one that was cancelled, done or deleted by hand
        case (str(what), int(at)):
            rows = planned(store, series_id=one) if what != "reopen" else _others(store, one)
            if rows:
                chosen = rows[at % len(rows)]
                put |= {chosen.id} if what == "reopen" else set()
                _undone_exactly(store, lambda s: _touch(s, what, chosen, customer, today, at))
    return today


def _touch(session: Session, what: str, row: FollowUp, customer: int, today: date, at: int) -> None:
    assert row.planned_on is not None
    if what == "move":
        move(session, row.id, Move(row.planned_on + timedelta(days=at - 20)), today)
    elif what == "done":
        log(session, DoneDraft(customer, row.id, done_on=today, result="好"))
    else:
        {"cancel": cancel, "delete": delete, "reopen": reopen}[what](session, row.id)


def _undone_exactly(store: Store, work: Callable[[Session], object]) -> None:
    """Do it, take it back, find everything as it was, and do it again."""
    was = dump(store)
    act(store, work, "step")
    with store.read() as session:
        last = last_action(session)
    assert last is not None
    if last.kind == "step" and dump(store) != was:
        undo(store, last.id)
        assert dump(store) == was
        act(store, work, "step")


def _others(store: Store, one: int) -> list[FollowUp]:
    with store.read() as session:
        query = select(FollowUp).where(FollowUp.series_id == one, FollowUp.state != FollowUpState.PLANNED)
        return list(session.scalars(query.order_by(FollowUp.id)))


def _look(store: Store, one: int, put: set[int]) -> None:
    """What always holds."""
    with store.read() as session:
        rows = list(session.scalars(select(FollowUp).where(FollowUp.series_id == one)))
        until = session.get_one(FollowUpSeries, one).made_until
    exact = Counter(row.series_on for row in rows)
    assert not exact or max(exact.values()) == 1
    free = [row for row in rows if row.state is FollowUpState.PLANNED and row.id not in put]
    loose = [row.planned_on for row in free if not is_moved(row)]
    assert len(set(loose)) == len(loose), "no two stand on one day that nobody put there"
    assert until is not None


def test_series_of_a_customer_are_told_with_what_comes_next(store: Store) -> None:
    _, _, customer = people(store)
    late = act(store, lambda s: start_series(s, weekly(customer, starts_on=TODAY + timedelta(days=30)), TODAY))
    soon = act(store, lambda s: start_series(s, weekly(customer), TODAY))
    over = act(store, lambda s: start_series(s, weekly(customer), TODAY))
    act(store, lambda s: end_series(s, over, TODAY))
    with store.read() as session:
        assert [row.id for row in series_of(session, customer)] == [soon, late, over]
