"""Reminders by a clock that sleeps, goes back and runs ahead: nothing is lost, and what was answered stays answered."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.vocabulary import FollowUpState
from desktop.rules.reminders import (
    Alarm,
    Heard,
    Later,
    acknowledge,
    alarms_of,
    as_kept,
    heard_from,
    missed,
    next_look,
    pruned,
    put_off,
    ringing,
    sums_up,
    told,
    until_of,
)

DAY = date(2026, 11, 23)
OPENS = time(8, 30)


@dataclass(frozen=True)
class Plan:
    """As much of a follow-up as a reminder needs."""

    id: int = 1
    planned_on: date | None = DAY
    planned_time: time | None = time(14)
    remind_minutes: int | None = None
    state: FollowUpState = FollowUpState.PLANNED


def at(text: str) -> datetime:
    return datetime.fromisoformat(f"{DAY}T{text}") if "-" not in text else datetime.fromisoformat(text)


VISIT, CALL = alarms_of([Plan(1), Plan(2, planned_time=time(15, 30), remind_minutes=0)], 15)


@pytest.mark.parametrize(
    "plan",
    [
        Plan(remind_minutes=-1),
        Plan(planned_time=None),
        Plan(planned_on=None),
        Plan(state=FollowUpState.DONE),
        Plan(state=FollowUpState.CANCELLED),
    ],
)
def test_what_has_no_time_or_wants_no_reminder_rings_never(plan: Plan) -> None:
    assert alarms_of([plan], 15) == ()


def test_it_rings_as_the_office_does_or_as_it_says_itself() -> None:
    found = alarms_of([Plan(1, remind_minutes=60), Plan(2), Plan(3, remind_minutes=0)], 15)
    assert [(one.follow_up_id, one.rings.time()) for one in found] == [(1, time(13)), (2, time(13, 45)), (3, time(14))]
    before = alarms_of([Plan(remind_minutes=10_080)], 15)[0]
    assert before.rings == datetime(2026, 11, 16, 14)


def rings_at(now: str, heard: Heard | None = None) -> list[int]:
    return [one.follow_up_id for one in ringing((VISIT, CALL), heard or Heard(), at(now))]


def test_it_rings_from_its_moment_until_it_is_answered() -> None:
    assert [rings_at(now) for now in ("13:44", "13:45", "15:29", "15:30", "23:59")] == [[], [1], [1], [1, 2], [1, 2]]
    heard = acknowledge(Heard(), [VISIT], at("13:46"))
    assert rings_at("15:30", heard) == [2]
    assert next_look((VISIT, CALL), Heard(), at("12:00")) == at("13:45")
    assert next_look((VISIT, CALL), heard, at("13:46")) == at("15:30")
    assert next_look((VISIT, CALL), heard, at("15:30")) is None


def test_a_sleep_of_three_hours_loses_nothing() -> None:
    assert rings_at("13:30") == []
    assert rings_at("16:30") == [1, 2]


def test_a_clock_set_back_keeps_what_was_answered_and_rings_what_was_not() -> None:
    heard = acknowledge(Heard(), [VISIT], at("15:00"))
    assert rings_at("13:50", heard) == [], "acknowledged by a clock that ran an hour ahead, or in summer time"
    assert rings_at("13:50") == [1]
    snoozed = put_off(Heard(), [VISIT], at("14:15"), at("14:00"))
    assert rings_at("14:05", snoozed) == []
    assert rings_at("13:50", snoozed) == [1], "set back: it was not put off until half an hour from now"
    assert rings_at("14:15", snoozed) == [1]


def test_a_clock_that_stood_in_another_year_has_answered_nothing() -> None:
    wrong = at("2030-01-01T00:00")
    assert rings_at("14:00", acknowledge(Heard(), [VISIT], wrong)) == [1]
    assert rings_at("14:00", put_off(Heard(), [VISIT], wrong + timedelta(minutes=5), wrong)) == [1]
    assert not sums_up(told(Heard(), DAY), at("09:00"), OPENS, just_opened=True)
    assert sums_up(told(Heard(), wrong.date()), at("09:00"), OPENS, just_opened=True)
    assert pruned(acknowledge(Heard(), [VISIT], wrong), at("14:00")) == Heard()


def test_one_that_was_moved_rings_anew() -> None:
    heard = acknowledge(Heard(), [VISIT], at("13:50"))
    moved = alarms_of([Plan(1, planned_time=time(16))], 15)
    assert [one.follow_up_id for one in ringing(moved, heard, at("15:45"))] == [1]
    later = alarms_of([Plan(1, remind_minutes=5)], 15)
    assert ringing(later, heard, at("13:54")) == ()
    assert len(ringing(later, heard, at("13:55"))) == 1, "to be reminded again, nearer to it"


@pytest.mark.parametrize(
    ("later", "until"),
    [(Later.FIVE, "14:05"), (Later.FIFTEEN, "14:15"), (Later.HOUR, "15:00"), (Later.TOMORROW, "2026-11-24T08:30")],
)
def test_what_is_put_off_rings_again_then(later: Later, until: str) -> None:
    heard = put_off(Heard(), [VISIT], until_of(later, at("14:00"), OPENS), at("14:00"))
    assert ringing([VISIT], heard, at(until) - timedelta(minutes=1)) == ()
    assert ringing([VISIT], heard, at(until)) == (VISIT,)
    assert next_look([VISIT], heard, at("14:00")) == at(until)


def test_what_came_due_while_the_program_was_closed_is_told_apart() -> None:
    assert missed((VISIT, CALL), Heard(), at("15:35")) == (VISIT, CALL)
    assert missed((VISIT, CALL), Heard(), at("13:50")) == (), "it has not begun yet: it rings"
    assert missed([VISIT], put_off(Heard(), [VISIT], at("14:05"), at("13:50")), at("15:00")) == ()
    assert missed([VISIT], acknowledge(Heard(), [VISIT], at("13:50")), at("15:00")) == ()


def test_the_day_is_summed_up_once() -> None:
    assert not sums_up(Heard(), at("00:05"), OPENS, just_opened=False)
    assert sums_up(Heard(), at("08:30"), OPENS, just_opened=False)
    assert sums_up(Heard(), at("07:00"), OPENS, just_opened=True)
    heard = told(Heard(), DAY)
    assert not sums_up(heard, at("16:00"), OPENS, just_opened=True)
    assert not sums_up(heard, at("2026-11-22T16:00"), OPENS, just_opened=True), "set back to yesterday"
    assert sums_up(heard, at("2026-11-24T08:30"), OPENS, just_opened=False)


moments = st.datetimes(datetime(2026, 11, 1), datetime(2026, 12, 20)).map(lambda one: one.replace(microsecond=0))
alarms = st.builds(
    lambda number, begins, before: Alarm(number, begins, begins - timedelta(minutes=before)),
    st.integers(1, 2**62), moments, st.integers(0, 10_080),
)  # fmt: skip


@given(st.lists(alarms, max_size=8, unique_by=lambda one: one.key), st.data())
def test_whatever_the_clock_does_one_that_is_not_answered_rings_once_its_time_has_come(
    several: list[Alarm], data: st.DataObject
) -> None:
    """Any walk of the clock, with answers on the way: what is unanswered and due rings, what is answered does not."""
    answered: set[str] = set()
    heard = Heard()
    for now in data.draw(st.lists(moments, min_size=1, max_size=6)):
        found = ringing(several, heard, now)
        assert all(one.rings <= now for one in found)
        due = {one.key for one in several if now - timedelta(days=14) <= one.rings <= now}
        # no other than those acknowledged is silent, as nothing is put off in this walk
        assert due - {one.key for one in found} <= answered
        for one in found:
            if data.draw(st.booleans()):
                heard = acknowledge(heard, [one], now)
                answered.add(one.key)
        heard = heard_from(as_kept(pruned(heard, now)))
        following = next_look(several, heard, now)
        assert following is None or following > now


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=8) | moments.map(datetime.isoformat),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(st.sampled_from(["acknowledged", "snoozed", "told_on", "1@x"]), inner, max_size=3)
        ),
        max_leaves=12,
    )
)
def test_whatever_the_memory_of_a_machine_holds_is_read(kept: object) -> None:
    heard = heard_from(kept)
    assert heard_from(as_kept(heard)) == heard
