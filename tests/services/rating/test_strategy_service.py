"""等级策略 over the file: kept through the journal, and how a customer stands against that of his tier."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from sqlalchemy.orm import Session

from db.models import CareRecord, FollowUp, Order, OrderLine
from db.queries.card import CustomerDraft, customer_draft
from db.queries.journal import last_action
from db.queries.office import policy
from db.queries.service import CaseRow
from db.store import Doing, Store
from db.vocabulary import CareKind, FollowUpKind, FollowUpState, OrderKind, OrderState, Stage
from desktop.rules.cadence import CadenceState
from desktop.rules.errors import RuleBroken
from desktop.rules.strategy import Cadence, Strategies, Visitor
from desktop.rules.strategy_defaults import GRADES, UNTIERED
from desktop.rules.strategy_policy import POLICY
from desktop.rules.tiers import DEFAULT, Tier
from desktop.services.completeness import asked, completeness_of
from desktop.services.customers import NewCustomer, create_customer
from desktop.services.rating.strategy import (
    care_spent,
    discount_beyond,
    save_strategies,
    strategies,
    tier_meaning,
)
from desktop.services.service_cases import open_matters, save_case
from desktop.services.tiers import save_tiers, set_value_tier
from desktop.services.undoing import undo

TODAY = date(2026, 11, 22)


def made(store: Store, tier: str | None = None, stage: Stage = Stage.WON) -> int:
    with store.write(Doing("customer.create", {"name": "甲"})) as session:
        return create_customer(session, NewCustomer(CustomerDraft(name="甲厂", value_tier=tier, stage=stage)))


def now(store: Store) -> Strategies:
    with store.read() as session:
        return strategies(session)


def keep(store: Store, wanted: Strategies) -> None:
    with store.write(Doing("strategy.edit")) as session:
        save_strategies(session, wanted)


def order(session: Session, customer_id: int, ago: int, *discounts: str | None, **values: object) -> None:
    row = Order(
        customer_id=customer_id, number=f"SO-{ago}", ordered_on=TODAY - timedelta(days=ago), amount=Decimal(100),
        **{"kind": OrderKind.PURCHASE, "state": OrderState.CONFIRMED, **values},
    )  # fmt: skip
    session.add(row)
    for position, discount in enumerate(discounts, 1):
        share = None if discount is None else Decimal(discount)
        session.add(OrderLine(order_id=row.id, position=position, amount=Decimal(10), discount=share))


def test_an_office_has_usable_strategies_from_the_start_and_for_any_tiers(empty_store: Store) -> None:
    assert now(empty_store).tiers == dict(zip("ABCD", GRADES, strict=True))
    with empty_store.write(Doing("tiers.edit")) as session:
        save_tiers(session, [Tier("VIP"), Tier("普通")])
    found = now(empty_store)
    assert dict(found.tiers) == {"VIP": GRADES[0], "普通": GRADES[-1]}
    assert found.untiered == UNTIERED


def test_strategies_are_kept_as_one_action_and_undone(empty_store: Store) -> None:
    before = now(empty_store)
    wanted = replace(before, tiers={**before.tiers, "B": replace(GRADES[1], discount=12, visitor=Visitor.TOGETHER)})
    keep(empty_store, wanted)
    assert now(empty_store) == wanted
    with empty_store.read() as session:
        action = last_action(session)
        assert policy(session, POLICY, None)["B"]["discount"] == 12
    assert action is not None
    assert action.kind == "strategy.edit"
    undo(empty_store, action.id)
    assert now(empty_store) == before


def test_what_cannot_be_is_not_kept(empty_store: Store) -> None:
    before = now(empty_store)
    days = {**GRADES[0].cadences, Stage.WON: Cadence(30, 14)}
    with pytest.raises(RuleBroken) as broken:
        keep(empty_store, replace(before, tiers={**before.tiers, "A": replace(GRADES[0], cadences=days)}))
    assert (broken.value.code, broken.value.field) == ("ideal_over_maximum", "A.won.ideal")
    assert now(empty_store) == before


def test_tiers_the_office_does_not_have_are_left_out_and_the_unnamed_stay(empty_store: Store) -> None:
    keep(empty_store, replace(now(empty_store), tiers={"Z": GRADES[0], "D": replace(GRADES[3], discount=1)}))
    found = now(empty_store)
    assert list(found.tiers) == [one.code for one in DEFAULT]
    assert (found.of("A"), found.of("D").discount) == (GRADES[0], 1)


def test_care_is_summed_by_calendar_year_and_customer(empty_store: Store) -> None:
    one, other = made(empty_store), made(empty_store)
    with empty_store.write(Doing("care.edit", {"name": "甲"})) as session:
        for whose, on, cost in (
            (one, date(2026, 1, 1), "300.50"),
            (one, date(2026, 12, 31), "200"),
            (one, date(2026, 5, 1), None),
            (one, date(2025, 12, 31), "999"),
            (other, date(2026, 6, 1), "50"),
        ):
            value = None if cost is None else Decimal(cost)
            session.add(CareRecord(customer_id=whose, kind=CareKind.GIFT, given_on=on, what="月饼", cost=value))
    with empty_store.read() as session:
        assert care_spent(session, one, 2026) == Decimal("500.50")
        assert care_spent(session, one, 2025) == Decimal(999)
        assert care_spent(session, other, 2025) == 0


def test_the_deepest_discount_of_a_year_is_held_against_the_ceiling(empty_store: Store) -> None:
    one, other = made(empty_store), made(empty_store)
    with empty_store.write(Doing("import.orders", {"count": 7})) as session:
        order(session, one, 3, "0.05", None, "0.15")
        order(session, one, 100, "0.2")
        order(session, one, 364, "0.25")
        order(session, one, 365, "0.6")
        order(session, one, 1, "0.7", state=OrderState.DRAFT)
        order(session, one, 1, "0.7", kind=OrderKind.RETURN)
        order(session, other, 1, "0.9")
    with empty_store.read() as session:
        found = discount_beyond(session, one, 15, TODAY)
    assert found.last is not None
    assert found.deepest is not None
    assert (found.last.number, found.last.share) == ("SO-3", Decimal("0.15"))
    assert (found.deepest.number, found.deepest.share) == ("SO-364", Decimal("0.25"))
    assert found.beyond
    assert not found.last_beyond, "the ceiling itself may be given"
    assert replace(found, ceiling=14).last_beyond
    assert not replace(found, ceiling=25).beyond


def test_without_orders_or_discounts_nothing_is_beyond(empty_store: Store) -> None:
    one = made(empty_store)
    with empty_store.read() as session:
        none = discount_beyond(session, one, 0, TODAY)
    assert not none.beyond
    assert (none.last, none.deepest) == (None, None)
    with empty_store.write(Doing("import.orders", {"count": 2})) as session:
        order(session, one, 2, None)
        order(session, one, 1)
    with empty_store.read() as session:
        plain = discount_beyond(session, one, 0, TODAY)
    assert plain.last is not None
    assert plain.last.share == 0
    assert plain.deepest is None
    assert not plain.last_beyond


def test_a_customer_stands_by_his_tier_and_stage_and_a_change_of_tier_shows_at_once(empty_store: Store) -> None:
    one = made(empty_store, "A")
    with empty_store.write(Doing("followup.log", {"name": "甲"})) as session:
        for kind, state, effective, on in (
            (FollowUpKind.VISIT, FollowUpState.DONE, True, date(2026, 3, 1)),
            (FollowUpKind.VISIT, FollowUpState.DONE, False, date(2026, 4, 1)),
            (FollowUpKind.VISIT, FollowUpState.CANCELLED, False, date(2026, 5, 1)),
            (FollowUpKind.VISIT, FollowUpState.DONE, True, date(2025, 12, 31)),
            (FollowUpKind.CALL, FollowUpState.DONE, True, TODAY - timedelta(days=20)),
        ):
            session.add(FollowUp(customer_id=one, kind=kind, state=state, effective=effective, done_on=on))

    def meaning(last_on: date | None = TODAY - timedelta(days=20)) -> tuple[str | None, CadenceState, int, int]:
        with empty_store.read() as session:
            draft = customer_draft(session, one)
            assert draft is not None
            found = tier_meaning(session, draft, last_on, TODAY)
        return found.tier, found.standing.state, found.visits, found.discounts.ceiling

    assert meaning() == ("A", CadenceState.LATE, 1, 15)
    assert meaning(None)[1] is CadenceState.NEVER, "that the card was made is no contact"
    with empty_store.write(Doing("customer.tier", {"name": "甲", "tier": "C"})) as session:
        set_value_tier(session, [one], "C")
    assert meaning() == ("C", CadenceState.FRESH, 1, 5)
    with empty_store.write(Doing("customer.tier", {"name": "甲", "tier": "–"})) as session:
        set_value_tier(session, [one], None)
    assert meaning() == (None, CadenceState.FRESH, 1, UNTIERED.discount)


def test_completeness_and_the_clock_of_new_cases_follow_a_change_of_tier(empty_store: Store) -> None:
    one, opened = made(empty_store, "A"), datetime(2026, 11, 23, 1, 0, tzinfo=UTC)

    def case() -> tuple[float, float]:
        """Hours to the answer and to the solution of a case opened now, at nine on a Monday."""
        with empty_store.write(Doing("case.edit", {"name": "甲"})) as session:
            key = save_case(session, one, CaseRow(subject="划痕", opened_at=opened), datetime(2026, 11, 23, 9, 5))
        with empty_store.read() as session:
            row = next(each for each in open_matters(session, one).cases if each.id == key)
        assert row.answer_by is not None
        assert row.solve_by is not None
        return (row.answer_by - opened) / timedelta(hours=1), (row.solve_by - opened) / timedelta(hours=1)

    def required() -> int:
        with empty_store.read() as session:
            found = completeness_of(session, one, asked(session))
        assert found is not None
        return found.required

    better, strict = case(), required()
    with empty_store.write(Doing("customer.tier", {"name": "甲", "tier": "D"})) as session:
        set_value_tier(session, [one], "D")
    worse, mild = case(), required()
    assert better < worse
    assert better[1] < worse[1]
    assert strict > mild
