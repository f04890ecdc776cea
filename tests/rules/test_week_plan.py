"""排周计划: tier first, one district on one day, in the hours that are liked, never more than a day holds."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from db.cadence import Cadence
from db.vocabulary import FollowUpKind
from desktop.rules.cadence import cadence_state
from desktop.rules.week_plan import (
    ON_THE_WAY,
    Area,
    Candidate,
    DayRoom,
    Left,
    Stop,
    WeekPlan,
    is_due,
    put_on,
    week_plan,
    without,
)
from desktop.rules.working_hours import OfficeHours

MONDAY = date(2026, 11, 23)
HOURS = OfficeHours()
PUDONG, MINHANG = Area("上海市", "上海市", "浦东新区"), Area("上海市", "上海市", "闵行区")
NINGBO, FAR = Area("浙江省", "宁波市", "鄞州区"), Area("广东省", "深圳市", "南山区")


def rooms(*, visits: int = 6, days: int = 5, planned: tuple[Stop, ...] = ()) -> list[DayRoom]:
    week = [MONDAY + timedelta(days=number) for number in range(days)]
    return [DayRoom(day, HOURS.spans(day), planned if day == MONDAY else (), visits) for day in week]


def one(number: int, area: Area = PUDONG, rank: int = 1, last: int | None = 40, **values: object) -> Candidate:
    """A customer who was contacted `last` days before the Monday; due after 30 days, late after 45."""
    last_on = None if last is None else MONDAY - timedelta(days=last)
    standing = cadence_state(last_on, MONDAY, Cadence(30, 45))
    return Candidate(number, rank, standing, area, **values)  # type: ignore[arg-type]


def on_days(plan: WeekPlan) -> dict[int, date]:
    return {each.candidate.customer_id: each.day for each in plan.proposals}


def test_a_district_is_called_on_on_one_day() -> None:
    people = [one(number, area) for number, area in enumerate([PUDONG, NINGBO, FAR] * 3)]
    days = on_days(week_plan(people, rooms()))
    for first in range(3):
        assert len({days[number] for number in range(first, 9, 3)}) == 1, "one district, one day"
    assert len(set(days.values())) == 3, "and each district another"
    assert len(set(on_days(week_plan([one(1, PUDONG), one(2, MINHANG)], rooms())).values())) == 1, "one city, one day"


def test_the_best_tier_is_taken_first_where_there_is_no_room_for_all() -> None:
    people = [one(number, rank=3, last=44) for number in range(4)] + [one(9, rank=0, last=31)]
    plan = week_plan(people, rooms(visits=1, days=3))
    assert 9 in on_days(plan)
    assert len(plan.proposals) == 3
    assert [why for _, why in plan.left] == [Left.NO_ROOM] * 2


def test_within_a_tier_who_was_never_contacted_comes_before_who_is_late_and_who_is_due() -> None:
    people = [one(1, last=31), one(2, last=60), one(3, last=None), one(4, last=50)]
    plan = week_plan(people, rooms(visits=1, days=2))
    assert set(on_days(plan)) == {3, 2}


def test_liked_hours_and_lunch_are_kept() -> None:
    plan = week_plan([one(1, likes=(time(14), time(16)), minutes=90)], rooms())
    assert plan.proposals[0].at == time(14)
    noon = week_plan([one(1, likes=(time(11, 30), time(14)), minutes=60)], rooms())
    assert [why for _, why in noon.left] == [Left.NO_TIME], "half an hour before lunch and half an hour after it"


def test_what_is_planned_already_is_left_in_peace_and_drawn_upon() -> None:
    busy = Stop(NINGBO, (datetime(2026, 11, 23, 9), datetime(2026, 11, 23, 10)))
    plan = week_plan([one(1, NINGBO)], rooms(planned=(busy,)))
    assert (plan.proposals[0].day, plan.proposals[0].near) == (MONDAY, 1), "he is in the district anyway"
    assert plan.proposals[0].at == time(10, 15), "after the way within the district"
    full = week_plan([one(1, NINGBO)], rooms(visits=1, planned=(busy,)))
    assert full.proposals[0].day > MONDAY, "one visit a day is planned already"


def test_calls_take_time_but_no_visit() -> None:
    people = [one(number, kind=FollowUpKind.CALL, minutes=15) for number in range(8)] + [one(9)]
    plan = week_plan(people, rooms(visits=1, days=1))
    assert len(plan.proposals) == 9


def test_a_day_past_the_maximum_is_said() -> None:
    plan = week_plan([one(1, last=44), one(2, last=44)], rooms(visits=1, days=2)[:2])
    assert [each.after_limit for each in plan.proposals] == [False, False]
    later = week_plan([one(1, last=45), one(2, last=45)], rooms(visits=1, days=2))
    assert [each.after_limit for each in later.proposals] == [False, True]


def test_no_working_day_and_nobody_due() -> None:
    assert week_plan([one(1)], []).left[0][1] is Left.NO_ROOM
    assert week_plan([], rooms()) == WeekPlan((), ())
    assert not is_due(one(1, last=10).standing, MONDAY + timedelta(days=6))
    assert is_due(one(1, last=25).standing, MONDAY + timedelta(days=6))


def test_by_hand_on_another_day_and_out_and_in_again() -> None:
    week = rooms(visits=1, days=2)
    plan = week_plan([one(1, last=60), one(2, last=50), one(3, last=40)], week)
    tuesday = MONDAY + timedelta(days=1)
    assert {each.customer_id for each, _ in plan.left} == {3}
    more = put_on(plan, week, 3, tuesday)
    assert (len(more.proposals), more.left) == (3, ()), "by hand a day takes more than the rule allows"
    added = next(each for each in more.proposals if each.candidate.customer_id == 3)
    assert (added.day, added.at, added.near) == (tuesday, time(10, 15), 1), "after who is there, and the way"
    out = without(more, [3])
    assert (out.proposals, [why for _, why in out.left]) == (plan.proposals, [Left.DROPPED])
    noon = one(4, likes=(time(12), time(13)))
    full = put_on(WeekPlan((), ((noon, Left.NO_TIME),)), week, 4, MONDAY)
    assert full.proposals[0].at is None, "no time suits: some time of that day"


areas = st.sampled_from([PUDONG, MINHANG, NINGBO, FAR, Area()])
hours = st.sampled_from([(None, None), (time(9), time(11)), (time(15), None), (None, time(10, 30))])
people = st.lists(
    st.builds(
        lambda area, rank, last, likes, minutes: (area, rank, last, likes, minutes),
        areas, st.integers(0, 4), st.one_of(st.none(), st.integers(0, 90)), hours, st.sampled_from([30, 60, 120]),
    ),
    max_size=40,
)  # fmt: skip


@given(people, st.integers(1, 8))
def test_every_plan_can_be_carried_out(drawn: list[tuple[Area, int, int | None, object, int]], visits: int) -> None:
    candidates = [
        one(number, area, rank, last, likes=likes, minutes=minutes)
        for number, (area, rank, last, likes, minutes) in enumerate(drawn)
    ]
    plan = week_plan(candidates, rooms(visits=visits))
    told = [each.candidate.customer_id for each in plan.proposals] + [each.customer_id for each, _ in plan.left]
    assert sorted(told) == list(range(len(candidates))), "everybody is in the plan or left, once"
    for day in {each.day for each in plan.proposals}:
        stops = [each for each in plan.proposals if each.day == day]
        assert len(stops) <= visits
        for before, after in pairwise(stops):
            way = ON_THE_WAY[before.candidate.area.apart(after.candidate.area)]
            assert before.at is not None
            assert after.at is not None
            over = datetime.combine(day, before.at) + timedelta(minutes=before.candidate.minutes) + way
            assert over <= datetime.combine(day, after.at)
        for each in stops:
            assert each.at is not None
            begin = datetime.combine(day, each.at)
            end = begin + timedelta(minutes=each.candidate.minutes)
            assert any(first <= begin and end <= last for first, last in HOURS.spans(day))
            likes_from, likes_to = each.candidate.likes
            assert likes_from is None or each.at >= likes_from
            assert likes_to is None or end <= datetime.combine(day, likes_to)
