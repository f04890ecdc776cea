"""What is due on a day: every list with its rows and reasons, of one rep and of all, and a customer's own cadence."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest
from sqlalchemy.orm import Session

from db.models import Contract, Order, Payment, Promise, Rep, ServiceCase
from db.queries.card import CustomerDraft, KeyDateDraft
from db.store import Doing, Store
from db.vocabulary import CaseKind, FollowUpKind, OrderKind, OrderState, PromiseBy, PromiseState, RepRole, Stage
from desktop.progress import Progress
from desktop.rules.cadence import Cadence, CadenceState
from desktop.rules.due_reasons import REASONS, say_reason
from desktop.rules.errors import RuleBroken
from desktop.rules.moments import stored
from desktop.services.calendar.cadence import (
    ExceptionDraft,
    cadence_of,
    lift_exception,
    next_by_cadence,
    set_exception,
)
from desktop.services.calendar.due import DueLists, contact_due, due_lists
from desktop.services.calendar.reasons import reason_of
from desktop.services.customers import NewCustomer, create_customer, save_key_dates
from desktop.services.followups import DoneDraft, Move, PlanDraft, log, move, plan
from desktop.services.rating.lifecycle import warned_customers, warned_of
from desktop.services.rating.strategy import strategies, tier_meaning
from desktop.words import Catalogue

TODAY = date(2026, 11, 20)
NOW = datetime(2026, 11, 20, 9)
LISTS = [name for name in DueLists.__dataclass_fields__ if name != "today"]


def ago(days: int) -> date:
    return TODAY - timedelta(days)


@pytest.fixture
def two(empty_store: Store) -> tuple[Store, list[int], list[int]]:
    """An office of two reps, each with one customer of tier A who has bought once before."""
    with empty_store.write(Doing("import")) as session:
        reps = [Rep(name=name, role=RepRole.REP) for name in ("王芳", "李强")]
        session.add_all(reps)
        ids = [one.id for one in reps]
        drafts = [
            CustomerDraft(name=f"客户{at}", owner_id=one, value_tier="A", stage=Stage.WON, credit_days=10)
            for at, one in enumerate(ids)
        ]
        made = [create_customer(session, NewCustomer(one)) for one in drafts]
    return empty_store, ids, made


def found(store: Store, rep_ids: list[int] | None = None, on: date = TODAY) -> DueLists:
    with store.read() as session:
        return due_lists(session, on, NOW, rep_ids)


def totals(lists: DueLists) -> dict[str, int]:
    return {name: getattr(lists, name).total for name in LISTS if getattr(lists, name).total and name != "rounds"}


def reasons(lists: DueLists, name: str) -> list[str]:
    return [say_reason(reason_of(one, lists.today), Catalogue("en", {})) for one in getattr(lists, name).rows]


def fill(session: Session, one: int, two_: int, mine: int) -> None:
    """Something for every list: of the customers `one` of the rep `mine`, and `two_` of the other."""
    late = plan(session, PlanDraft(one, planned_on=ago(9), purpose="样品"))
    move(session, late, Move(ago(4)), ago(9))
    plan(session, PlanDraft(one, planned_on=ago(2), until_on=TODAY, kind=FollowUpKind.FAIR))
    plan(session, PlanDraft(two_, planned_on=ago(1), rep_id=mine))
    log(session, DoneDraft(two_, done_on=TODAY, effective=False))
    for by, due in ((PromiseBy.US, ago(1)), (PromiseBy.CUSTOMER, TODAY), (PromiseBy.US, ago(-1))):
        session.add(Promise(customer_id=one, by=by, text="目录", made_on=ago(9), due_on=due, state=PromiseState.OPEN))
    for day, amount in ((ago(30), 100), (ago(20), 50), (ago(10), 7), (ago(9), 1000)):
        session.add(bought(one, day, amount))
    session.add(Payment(customer_id=one, paid_on=ago(15), amount=Decimal(120)))
    save_key_dates(session, two_, [KeyDateDraft(month=11, day=23, lead_days=7)])
    session.add(Contract(customer_id=one, title="年度框架", ends_on=ago(-30)))
    session.add(Contract(customer_id=two_, title="旧", ends_on=ago(3)))
    session.add(Contract(customer_id=two_, title="已续", ends_on=ago(-3), closed_on=ago(2)))
    opened, limit = stored(NOW - timedelta(days=2)), stored(NOW - timedelta(hours=1))
    session.add(
        ServiceCase(customer_id=one, kind=CaseKind.COMPLAINT, subject="破损", opened_at=opened, answer_by=limit)
    )


def bought(customer_id: int, on: date, amount: int) -> Order:
    kinds = {"kind": OrderKind.PURCHASE, "state": OrderState.CONFIRMED}
    return Order(customer_id=customer_id, ordered_on=on, amount=Decimal(amount), **kinds)


def test_every_list_has_its_rows_with_the_reason(two: tuple[Store, list[int], list[int]]) -> None:
    store, (mine, other), (one, two_) = two
    with store.write(Doing("import")) as session:
        fill(session, one, two_, mine)
    lists = found(store)
    assert reasons(lists, "overdue") == [
        "planned for 2026-11-16, 4 days overdue, put off 1 time",
        "planned for 2026-11-19, 1 day overdue",
    ]
    assert reasons(lists, "planned") == ["planned from 2026-11-18 to 2026-11-20"]
    assert reasons(lists, "done") == ["done today, without effect"]
    assert reasons(lists, "ours") == ["promised for 2026-11-19, 1 day late"]
    assert reasons(lists, "theirs") == ["promised for today"]
    assert reasons(lists, "receivables") == ["due since 2026-11-10, 10 days late: ￥37.00"]
    assert reasons(lists, "key_dates") == ["on 2026-11-23, in 3 days"]
    assert reasons(lists, "contracts") == [
        "ended on 2026-11-17, 3 days ago, neither renewed nor closed",
        "ends on 2026-12-20, in 30 days",
    ]
    assert reasons(lists, "warnings") == ["may be leaving: Complaint past due"]
    assert reasons(lists, "cases") == ["not answered by 2026-11-20 08:00"]
    assert set(reasons(lists, "rounds")) == {"never rated yet"}
    assert totals(found(store, [mine])) == {
        "overdue": 2, "planned": 1, "ours": 1, "theirs": 1, "receivables": 1, "contracts": 1, "warnings": 1, "cases": 1,
    }  # fmt: skip
    assert totals(found(store, [other])) == {"done": 1, "key_dates": 1, "contracts": 1}
    with store.read() as session:
        cut = due_lists(session, TODAY, NOW, limit=1)
    assert len(cut.overdue.rows) == len(cut.contracts.rows) == 1
    assert cut.overdue.total == cut.contracts.total == 2


def test_without_a_term_or_a_payment_nobody_owes(two: tuple[Store, list[int], list[int]]) -> None:
    store, _, (one, _) = two
    with store.write(Doing("import")) as session:
        made = create_customer(session, NewCustomer(CustomerDraft(name="无账期")))
        for who in (one, made):
            session.add(bought(who, ago(50), 9))
        session.add(Payment(customer_id=made, paid_on=ago(40), amount=Decimal(1)))
    assert not found(store).receivables.total
    with store.write(Doing("import")) as session:
        session.add(Payment(customer_id=one, paid_on=ago(40), amount=Decimal(2)))
    (row,) = found(store).receivables.rows
    assert (row.who.id, row.amount, row.due_on, row.days) == (one, Decimal(7), ago(40), 40)


def test_who_is_to_be_contacted_and_in_which_order(two: tuple[Store, list[int], list[int]]) -> None:
    store, (mine, other), (one, two_) = two
    with store.write(Doing("import")) as session:
        lost = create_customer(session, NewCustomer(CustomerDraft(name="流失", stage=Stage.LOST)))
        fresh, late = (create_customer(session, NewCustomer(CustomerDraft(name=name))) for name in ("新", "晚"))
        log(session, DoneDraft(two_, done_on=ago(7), result="谈"))
        log(session, DoneDraft(one, done_on=ago(1), effective=False))
        log(session, DoneDraft(late, done_on=ago(200), result="谈"))
        log(session, DoneDraft(fresh, done_on=ago(1), result="谈"))
        log(session, DoneDraft(lost, done_on=ago(900), result="谈"))
        plan(session, PlanDraft(late, planned_on=ago(-9), kind=FollowUpKind.VISIT))
        plan(session, PlanDraft(late, planned_on=ago(-3)))
    with store.read() as session:
        every = contact_due(session, TODAY)
        assert [row.who.id for row in every.rows] == [one, late, two_]
        assert every.counts == {CadenceState.NEVER: 1, CadenceState.LATE: 1, CadenceState.DUE: 1}
        assert (every.rows[1].who.next_on, every.rows[1].who.next_kind) == (ago(-3), FollowUpKind.CALL)
        assert [row.who.id for row in contact_due(session, TODAY, [mine]).rows] == [one]
        assert [row.who.id for row in contact_due(session, TODAY, [other]).rows] == [two_]
        only = contact_due(session, TODAY, states=[CadenceState.FRESH])
        assert ([row.who.id for row in only.rows], only.total) == ([fresh], 1)
        short = contact_due(session, TODAY, limit=1)
        assert (len(short.rows), short.total) == (1, 3)
        before = contact_due(session, ago(8), gone_by=True)
        assert {row.who.id: row.standing.state for row in before.rows} == {
            one: CadenceState.NEVER, two_: CadenceState.NEVER, fresh: CadenceState.NEVER, late: CadenceState.LATE,
        }  # fmt: skip
        for asked in ({}, {"rep_ids": [mine]}, {"states": tuple(CadenceState)}):  # whole, they are read another way
            assert contact_due(session, TODAY, limit=None, **asked) == contact_due(session, TODAY, **asked)
        assert contact_due(session, ago(8), gone_by=True, limit=None) == before


def test_a_clock_set_back_makes_no_contact_older(two: tuple[Store, list[int], list[int]]) -> None:
    store, _, (one, _) = two
    with store.write(Doing("import")) as session:
        log(session, DoneDraft(one, done_on=ago(-40), result="时钟走快了"))
        set_exception(session, one, ExceptionDraft(3, 5, "季节"), today=ago(-40))
    with store.read() as session:
        (row,) = contact_due(session, TODAY, states=[CadenceState.FRESH]).rows
        assert (row.who.id, row.standing.days, row.standing.left) == (one, 0, 5)
        meaning = tier_meaning(session, CustomerDraft(id=one, name="客", value_tier="A"), ago(-40), TODAY)
        assert meaning.standing == row.standing


def test_an_exception_holds_until_its_day_or_until_it_is_lifted(two: tuple[Store, list[int], list[int]]) -> None:
    store, (mine, _), (one, _) = two
    card = CustomerDraft(id=one, name="客", value_tier="A", stage=Stage.WON)

    def held(on: date = TODAY) -> tuple[Cadence, str]:
        with store.read() as session:
            cadence, own = cadence_of(session, one, "A", Stage.WON, on)
            assert tier_meaning(session, card, None, on).cadence == cadence
            return cadence, "" if own is None else own.reason

    with store.read() as session:
        usual = strategies(session).tiers["A"].cadences[Stage.WON]
    with store.write(Doing("cadence.set", {"name": "客"})) as session:
        set_exception(session, one, ExceptionDraft(60, 90, " 淡季 ", ago(-5)), today=TODAY, rep_id=mine)
    assert held() == (Cadence(60, 90), "淡季") == held(ago(-5))
    assert held(ago(-6)) == (usual, "")
    with store.write(Doing("cadence.set", {"name": "客"})) as session:
        set_exception(session, one, ExceptionDraft(1, 2, "投标中"), today=ago(-1))
    assert held(ago(-6)) == (Cadence(1, 2), "投标中")
    with store.read() as session:
        assert next_by_cadence(session, one, TODAY) == TODAY, "never contacted"
        assert next_by_cadence(session, one, TODAY, TODAY) == ago(-1)
        assert next_by_cadence(session, one, TODAY, ago(9)) == TODAY, "never a day that is past"
        assert next_by_cadence(session, 1, TODAY) is None
    with store.write(Doing("cadence.lift", {"name": "客"})) as session:
        assert lift_exception(session, one, ago(-2))
        assert not lift_exception(session, one, ago(-2))
    assert held(ago(-2)) == (usual, "")


@pytest.mark.parametrize(
    ("change", "code", "field"),
    [
        ({"ideal": 0}, "out_of_range", "ideal"),
        ({"maximum": 1096}, "out_of_range", "maximum"),
        ({"ideal": 9}, "ideal_over_maximum", "ideal"),
        ({"reason": "  "}, "reason_missing", "reason"),
        ({"reason": "长" * 501}, "too_long", "reason"),
        ({"until": ago(1)}, "until_passed", "until"),
    ],
)
def test_a_wrong_exception_is_refused_at_its_field(
    two: tuple[Store, list[int], list[int]], change: dict[str, object], code: str, field: str
) -> None:
    store, _, (one, _) = two
    draft = replace(ExceptionDraft(3, 5, "约定"), **change)  # type: ignore[arg-type]
    with pytest.raises(RuleBroken) as broken, store.write(Doing("cadence.set")) as session:
        set_exception(session, one, draft, today=TODAY)
    assert (broken.value.code, broken.value.field) == (code, field)


def test_the_first_warnings_are_those_with_the_most_at_stake(sample_store: Store, sample_day: date) -> None:
    everybody = warned_customers(sample_store, sample_day, Progress())
    with sample_store.read() as session:
        assert warned_of(session, sample_day) == (everybody, len(everybody))
        assert warned_of(session, sample_day, limit=10) == (everybody[:10], len(everybody))
    assert len(everybody) > 20


def test_every_reason_has_a_sentence_that_can_be_filled() -> None:
    names = "day days times until amount moment causes late left ideal maximum"
    facts = dict.fromkeys(names.split(), "·")
    for sentence in REASONS.values():
        assert "{" not in sentence.format(**facts)
