"""Promises, cases, surveys, care, events and competitors: kept, asked for, taken back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select

from db.models import Competitor, Customer, FollowUp, Rep
from db.queries.care import (
    CareRow,
    EventRow,
    SurveyRow,
    UseRow,
    care,
    care_cost,
    competitor_uses,
    competitors,
    events,
    satisfaction,
    surveys,
)
from db.queries.history import history
from db.queries.journal import deletions
from db.queries.service import (
    CaseRow,
    PromiseRow,
    case_counts,
    cases,
    cases_past,
    promises,
    promises_due,
    promises_of_follow_ups,
)
from db.store import Doing, Store, create_file, open_store
from db.vocabulary import CareKind, CaseKind, PromiseBy, PromiseState
from desktop.rules.errors import RuleBroken
from desktop.rules.moments import stored
from desktop.rules.service_clock import UNTIERED, ClockPolicy, Limits
from desktop.rules.working_hours import OfficeHours
from desktop.services.care_records import delete_use, save_care, save_event, save_survey, save_use
from desktop.services.customers import delete_customers
from desktop.services.promises import delete_promise, save_promise, settle_promise
from desktop.services.service_cases import (
    answer_case,
    clock_policy,
    open_matters,
    reopen_case,
    save_case,
    set_clock_policy,
)
from desktop.services.undoing import undo

TODAY = date(2026, 11, 23)  # a Monday
NOW = datetime(2026, 11, 23, 10, 0)
DOING = Doing("promise.edit", {"name": "x"})


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    create_file(tmp_path / "a.kezha")
    opened = open_store(tmp_path / "a.kezha", version="0", backups=tmp_path)
    yield opened
    opened.close()


@pytest.fixture
def ids(store: Store) -> dict[str, int]:
    """Two customers, one of tier A, and a rep."""
    with store.write(Doing("customer.create", {"name": "x"})) as session:
        rep = Rep(name="王丽")
        first, second = Customer(name="甲", value_tier="A"), Customer(name="乙")
        session.add_all([rep, first, second])
        return {"rep": rep.id, "first": first.id, "second": second.id}


def refused(store: Store, work: Any) -> tuple[str, str | None]:
    with pytest.raises(RuleBroken) as broken, store.write(DOING) as session:
        work(session)
    return broken.value.code, broken.value.field


# Promises


def test_promises_are_listed_open_ones_first_by_day(store: Store, ids: dict[str, int]) -> None:
    drafts = (
        PromiseRow(text="没有日期"),
        PromiseRow(text="早已兑现", due_on=TODAY, state=PromiseState.KEPT),
        PromiseRow(text="后天", due_on=TODAY + timedelta(2), by=PromiseBy.CUSTOMER),
        PromiseRow(text=" 逾期 ", due_on=TODAY - timedelta(3), made_on=TODAY - timedelta(9), rep_id=ids["rep"]),
    )
    with store.write(DOING) as session:
        for draft in drafts:
            save_promise(session, ids["first"], draft, TODAY)
        save_promise(session, ids["second"], PromiseRow(text="乙的", due_on=TODAY), TODAY)
    with store.read() as session:
        mine = promises(session, ids["first"])
        assert [one.text for one in mine] == ["逾期", "后天", "没有日期", "早已兑现"]
        assert (mine[0].rep, mine[0].customer, mine[3].settled_on) == ("王丽", "甲", TODAY)
        assert [one.text for one in promises_due(session, TODAY)] == ["逾期", "乙的"]
        assert [one.text for one in promises_due(session)] == ["逾期", "乙的", "后天", "没有日期"]
        assert [one.text for one in promises_due(session, by=PromiseBy.CUSTOMER)] == ["后天"]
        assert [one.text for one in promises_due(session, rep_id=ids["rep"])] == ["逾期"]
        assert len(open_matters(session, ids["first"]).promises) == 3


def test_promises_that_cannot_be_are_refused(store: Store, ids: dict[str, int]) -> None:
    def save(draft: PromiseRow) -> Any:
        return lambda session: save_promise(session, ids["first"], draft, TODAY)

    assert refused(store, save(PromiseRow(text="  "))) == ("promise_missing", "text")
    early = PromiseRow(text="a", made_on=TODAY, due_on=TODAY - timedelta(1))
    assert refused(store, save(early)) == ("due_before_made", "due_on")
    settled = PromiseRow(text="a", made_on=TODAY, state=PromiseState.KEPT, settled_on=TODAY - timedelta(1))
    assert refused(store, save(settled)) == ("settled_before_made", "settled_on")
    assert refused(store, save(PromiseRow(id=7, text="a"))) == ("gone", None)
    assert refused(store, lambda session: settle_promise(session, 7, PromiseState.KEPT, TODAY)) == ("gone", None)


def test_a_promise_is_settled_opened_again_and_undone(store: Store, ids: dict[str, int]) -> None:
    with store.write(DOING) as session:
        one = save_promise(session, ids["first"], PromiseRow(text="送样"), TODAY)
    with store.write(DOING) as session:
        settle_promise(session, one, PromiseState.BROKEN, TODAY)
    with store.read() as session:
        assert promises(session, ids["first"])[0].state is PromiseState.BROKEN
        last = history(session, ids["first"])[0].action_id
        told = {(change.table, change.field) for change in history(session, ids["first"]) if change.field}
    assert {("promise", "state"), ("promise", "settled_on")} <= told
    undo(store, last)
    with store.read() as session:
        assert promises(session, ids["first"])[0].state is PromiseState.OPEN
    with store.write(Doing("promise.delete", {"name": "x"})) as session:
        delete_promise(session, one)
    with store.read() as session:
        assert promises(session, ids["first"]) == []
        (binned,) = deletions(session)
    undo(store, binned.id)
    with store.read() as session:
        assert [row.text for row in promises(session, ids["first"])] == ["送样"]


def test_a_promise_outlives_the_follow_up_it_was_given_in(store: Store, ids: dict[str, int]) -> None:
    with store.write(DOING) as session:
        step = FollowUp(customer_id=ids["first"], kind="call", state="done", done_on=TODAY)
        session.add(step)
        session.flush()
        save_promise(session, ids["first"], PromiseRow(text="送样", follow_up_id=step.id), TODAY)
        step_id = step.id
    with store.read() as session:
        assert [one.text for one in promises_of_follow_ups(session, [step_id])[step_id]] == ["送样"]
    from desktop.services.followups import delete

    with store.write(Doing("followup.delete", {"name": "x"})) as session:
        delete(session, step_id)
    with store.read() as session:
        assert promises(session, ids["first"])[0].follow_up_id is None


# Cases and their clock


def opened(store: Store, customer_id: int, **values: Any) -> CaseRow:
    with store.write(DOING) as session:
        one = save_case(session, customer_id, CaseRow(subject="划痕", **values), NOW)
    return found(store, customer_id, one)


def found(store: Store, customer_id: int, case_id: int) -> CaseRow:
    with store.read() as session:
        return next(row for row in cases(session, customer_id) if row.id == case_id)


def test_the_clock_is_that_of_the_tier_on_the_day_of_opening(store: Store, ids: dict[str, int]) -> None:
    first, second = opened(store, ids["first"]), opened(store, ids["second"])
    assert (first.answer_by, first.solve_by) == (stored(datetime(2026, 11, 23, 12)), stored(datetime(2026, 11, 25, 10)))
    assert second.answer_by == stored(datetime(2026, 11, 24, 10, 30))
    with store.write(Doing("customer.edit", {"name": "x"})) as session:
        customer = session.get(Customer, ids["first"])
        assert customer is not None
        customer.value_tier = "D"
    with store.write(Doing("policy.edit", {})) as session:
        set_clock_policy(session, ClockPolicy(OfficeHours(), {UNTIERED: Limits(1, 1)}))
    with store.write(DOING) as session:
        save_case(session, ids["first"], CaseRow(id=first.id, subject="外箱划痕", opened_at=first.opened_at), NOW)
    after = found(store, ids["first"], first.id)
    assert (after.subject, after.answer_by, after.solve_by) == ("外箱划痕", first.answer_by, first.solve_by)


def test_a_corrected_opening_moves_the_limits_by_the_same_working_time(store: Store, ids: dict[str, int]) -> None:
    case = opened(store, ids["first"])
    with store.write(DOING) as session:
        friday = stored(datetime(2026, 11, 20, 17, 0))
        save_case(session, ids["first"], CaseRow(id=case.id, subject="划痕", opened_at=friday), NOW)
    assert found(store, ids["first"], case.id).answer_by == stored(datetime(2026, 11, 23, 10, 0))


def test_cases_that_cannot_be_are_refused(store: Store, ids: dict[str, int]) -> None:
    at = stored(NOW)

    def save(**values: Any) -> Any:
        return lambda session: save_case(session, ids["first"], CaseRow(**({"subject": "a"} | values)), NOW)

    assert refused(store, save(subject=" ")) == ("subject_missing", "subject")
    assert refused(store, save(subject="长" * 201)) == ("too_long", "subject")
    assert refused(store, save(opened_at=at + timedelta(minutes=1))) == ("in_the_future", "opened_at")
    assert refused(store, save(opened_at=at, answered_at=at - timedelta(1))) == ("before_opening", "answered_at")
    assert refused(store, save(opened_at=at, solved_at=at - timedelta(1))) == ("before_opening", "solved_at")
    assert refused(store, save(cost=Decimal(-1))) == ("below_zero", "cost")


def test_cases_past_their_clock_and_counts(store: Store, ids: dict[str, int]) -> None:
    friday = stored(datetime(2026, 11, 20, 9, 0))
    late = opened(store, ids["first"], opened_at=friday, kind=CaseKind.COMPLAINT, rep_id=ids["rep"])
    fresh = opened(store, ids["first"], kind=CaseKind.REQUEST)
    done = opened(store, ids["second"], opened_at=friday, solved_at=stored(NOW))
    now = stored(NOW)
    with store.read() as session:
        assert [one.id for one in cases_past(session, now)] == [late.id]
        assert cases_past(session, now, rep_id=ids["rep"] + 1) == []
        assert [one.id for one in cases(session, ids["first"])] == [late.id, fresh.id]
        counts = case_counts(session, datetime(2026, 1, 1, tzinfo=UTC), datetime(2027, 1, 1, tzinfo=UTC), now)
    assert (counts.complaints, counts.requests, counts.solved, counts.in_time, counts.past) == (2, 1, 1, 1, 0)
    with store.write(DOING) as session:
        answer_case(session, late.id, NOW)
        reopen_case(session, done.id)
    with store.read() as session:
        assert cases_past(session, now) == []
        assert [one.id for one in open_matters(session, ids["second"]).cases] == [done.id]


def test_the_policy_is_kept_with_a_row_for_each_tier(store: Store) -> None:
    with store.read() as session:
        ours = clock_policy(session)
    assert list(ours.limits) == ["A", "B", "C", "D", UNTIERED]
    wanted = ClockPolicy(OfficeHours(time(8, 30), time(17), None, None), {**ours.limits, "A": Limits(1, 8)})
    with store.write(Doing("policy.edit", {})) as session:
        set_clock_policy(session, wanted)
    with store.read() as session:
        assert clock_policy(session) == wanted


# Surveys, care, events, competitors


def test_surveys_give_satisfaction_and_nps(store: Store, ids: dict[str, int]) -> None:
    marks = ((5, 10), (4, 9), (2, 3), (None, 8), (4, None))
    with store.write(DOING) as session:
        for number, (mark, recommend) in enumerate(marks):
            draft = SurveyRow(asked_on=TODAY - timedelta(number), satisfaction=mark, recommend=recommend)
            save_survey(session, ids["first"], draft, TODAY)
        save_survey(session, ids["second"], SurveyRow(asked_on=TODAY - timedelta(99), satisfaction=1), TODAY)
    with store.read() as session:
        assert [one.satisfaction for one in surveys(session, ids["first"])] == [5, 4, 2, None, 4]
        told = satisfaction(session, TODAY - timedelta(30), TODAY)
        nobody = satisfaction(session, TODAY, TODAY, ids["second"])
    assert (told.rated, told.mean, told.content) == (4, Decimal("3.75"), Decimal("0.75"))
    assert (told.asked, told.nps) == (4, 25)
    assert (nobody.rated, nobody.mean, nobody.nps) == (0, None, None)
    for draft, said in (
        (SurveyRow(), ("survey_empty", "satisfaction")),
        (SurveyRow(satisfaction=6), ("out_of_range", "satisfaction")),
        (SurveyRow(recommend=11), ("out_of_range", "recommend")),
        (SurveyRow(recommend=0, asked_on=TODAY + timedelta(1)), ("in_the_future", "asked_on")),
    ):
        assert refused(store, lambda session, draft=draft: save_survey(session, ids["first"], draft, TODAY)) == said


def test_care_costs_what_it_cost_in_the_window(store: Store, ids: dict[str, int]) -> None:
    with store.write(DOING) as session:
        for days, cost in ((0, "88.80"), (10, "11.20"), (400, "999"), (1, None)):
            draft = CareRow(
                kind=CareKind.MEAL, what="午餐", given_on=TODAY - timedelta(days), cost=Decimal(cost) if cost else None
            )
            save_care(session, ids["first"], draft, TODAY)
    with store.read() as session:
        assert care_cost(session, TODAY - timedelta(30), TODAY) == {ids["first"]: Decimal("100.00")}
        assert [one.given_on for one in care(session, ids["first"])][:2] == [TODAY, TODAY - timedelta(1)]
    assert refused(store, lambda s: save_care(s, ids["first"], CareRow(what=" "), TODAY)) == ("care_missing", "what")
    below = CareRow(what="a", cost=Decimal(-1))
    assert refused(store, lambda s: save_care(s, ids["first"], below, TODAY)) == ("below_zero", "cost")


def test_events_are_dated(store: Store, ids: dict[str, int]) -> None:
    with store.write(DOING) as session:
        save_event(session, ids["first"], EventRow(what="投产", happened_on=date(2024, 6, 1)), TODAY)
        save_event(session, ids["first"], EventRow(what="搬迁"), TODAY)
    with store.read() as session:
        assert [(one.what, one.happened_on) for one in events(session, ids["first"])] == [
            ("搬迁", TODAY), ("投产", date(2024, 6, 1)),
        ]  # fmt: skip
    assert refused(store, lambda s: save_event(s, ids["first"], EventRow(), TODAY)) == ("event_missing", "what")


def test_a_competitor_is_one_of_the_office(store: Store, ids: dict[str, int]) -> None:
    with store.write(DOING) as session:
        one = save_use(session, ids["first"], UseRow(competitor=" 日东 ", share=30), TODAY)
        save_use(session, ids["second"], UseRow(competitor="日东", share=60), TODAY)
        save_use(session, ids["first"], UseRow(competitor="华工"), TODAY)
    with store.read() as session:
        assert competitors(session) == sorted(["日东", "华工"])
        assert [(use.competitor, use.share) for use in competitor_uses(session, ids["first"])] == [
            ("日东", 30), ("华工", None),
        ]  # fmt: skip
    with store.write(Doing("competitor.delete", {"name": "x"})) as session:
        delete_use(session, one)
    with store.read() as session:
        assert len(competitors(session)) == 2, "the office's list stays"
    many = UseRow(competitor="日东", share=101)
    assert refused(store, lambda s: save_use(s, ids["first"], many, TODAY)) == ("out_of_range", "share")
    assert refused(store, lambda s: save_use(s, ids["first"], UseRow(), TODAY)) == ("competitor_missing", "competitor")
    long = UseRow(competitor="长" * 201)
    assert refused(store, lambda s: save_use(s, ids["first"], long, TODAY)) == ("too_long", "competitor")


def test_all_of_it_goes_and_comes_back_with_the_customer(store: Store, ids: dict[str, int]) -> None:
    customer_id = ids["first"]
    with store.write(DOING) as session:
        save_promise(session, customer_id, PromiseRow(text="a"), TODAY)
        save_case(session, customer_id, CaseRow(subject="b"), NOW)
        save_survey(session, customer_id, SurveyRow(satisfaction=4), TODAY)
        save_care(session, customer_id, CareRow(what="c"), TODAY)
        save_event(session, customer_id, EventRow(what="d"), TODAY)
        save_use(session, customer_id, UseRow(competitor="e"), TODAY)

    def everything() -> list[Any]:
        reads = (promises, cases, surveys, care, events, competitor_uses)
        with store.read() as session:
            return [read(session, customer_id) for read in reads]

    before = everything()
    assert all(len(rows) == 1 for rows in before)
    with store.write(Doing("customer.delete", {"name": "x"})) as session:
        delete_customers(session, [customer_id])
    assert everything() == [[]] * 6
    with store.read() as session:
        (binned,) = deletions(session)
        assert session.scalar(select(func.count()).select_from(Competitor)) == 1
    undo(store, binned.id)
    assert everything() == before
