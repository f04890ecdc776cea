"""What lies over the follow-ups: key dates by sun and moon, ends of contracts, what falls due, next rounds."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from db.models import Contract, Customer, KeyDate, Order, OrderLine, Payment
from db.queries.agenda_counts import count_of, counts_by_day
from db.store import Store
from db.vocabulary import CalendarKind, FollowUpKind, KeyDateKind, OrderKind, OrderState, PaymentMethod
from desktop.rules.festivals import CareDay
from desktop.rules.strategy import Festival
from desktop.services.calendar.layers import Layer, LayerDay, Owed, layer_days
from desktop.services.calendar.move_reasons import note_reason
from desktop.services.followups import DoneDraft, Move, PlanDraft, cancel, log, move, plan
from tests.services.calendar_office import TODAY, act, open_office, people


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = open_office(tmp_path)
    yield made
    made.close()


def key_date(customer_id: int, month: int, day: int, kind: CalendarKind, year: int | None = 1980) -> KeyDate:
    return KeyDate(
        customer_id=customer_id, kind=KeyDateKind.BIRTHDAY, calendar=kind, year=year, month=month, day=day
    )  # fmt: skip


def found(store: Store, first: date, last: date, *layers: Layer, rep_ids: list[int] | None = None) -> list[LayerDay]:
    with store.read() as session:
        return layer_days(session, first, last, layers, TODAY, rep_ids)


def test_the_last_days_of_short_months(store: Store) -> None:
    """29 February on the 28th of an ordinary year, the lunar 30th on the 29th of a short month."""
    _, _, customer = people(store)
    act(store, lambda s: s.add_all([
        key_date(customer, 2, 29, CalendarKind.SOLAR),
        key_date(customer, 12, 30, CalendarKind.LUNAR),
    ]))  # fmt: skip
    february = found(store, date(2027, 2, 1), date(2027, 2, 28), Layer.KEY_DATES)
    assert [one.on for one in february] == [date(2027, 2, 5), date(2027, 2, 28)], "the 29th of the twelfth month"
    assert [one.on for one in found(store, date(2028, 2, 20), date(2028, 3, 5), Layer.KEY_DATES)] == [date(2028, 2, 29)]
    spring = found(store, date(2028, 1, 20), date(2028, 1, 31), Layer.KEY_DATES)
    assert [one.on for one in spring] == [date(2028, 1, 25)], "a month with thirty days"


def test_a_day_kept_by_both_calendars_stands_twice(store: Store) -> None:
    rep, chief, customer = people(store)
    act(store, lambda s: s.add(key_date(customer, 11, 26, CalendarKind.BOTH, 1984)))
    november = found(store, date(2026, 10, 26), date(2026, 12, 6), Layer.KEY_DATES)
    assert [one.on for one in november] == [date(2026, 11, 12), date(2026, 11, 26)]
    whole = found(store, date(2026, 1, 1), date(2027, 12, 31), Layer.KEY_DATES)
    assert len(whole) == 4
    assert found(store, date(2026, 11, 1), date(2026, 11, 30), Layer.KEY_DATES, rep_ids=[rep]) == november
    assert found(store, date(2026, 11, 1), date(2026, 11, 30), Layer.KEY_DATES, rep_ids=[chief]) == []


def test_contracts_and_receivables(store: Store) -> None:
    _, _, customer = people(store)
    ends = TODAY + timedelta(10)

    def work(session: Session) -> None:
        session.add(Contract(customer_id=customer, title="年度供货", ends_on=ends))
        who = session.get(Customer, customer)
        assert who is not None
        who.credit_days = 30
        for ago, amount in ((25, 300), (24, 200), (25, 50)):
            order = Order(
                customer_id=customer, kind=OrderKind.PURCHASE, state=OrderState.CONFIRMED,
                ordered_on=TODAY - timedelta(ago), amount=Decimal(amount),
            )  # fmt: skip
            session.add(order)
            session.flush()
            session.add(OrderLine(order_id=order.id, amount=Decimal(amount), position=1))
        payment = Payment(customer_id=customer, paid_on=TODAY, amount=Decimal(100), method=PaymentMethod.TRANSFER)
        session.add(payment)

    act(store, work)
    both = found(store, TODAY, TODAY + timedelta(20), Layer.CONTRACTS, Layer.RECEIVABLES)
    owed = [(one.on, one.what.amount) for one in both if isinstance(one.what, Owed)]
    assert owed == [(TODAY + timedelta(5), Decimal(250)), (TODAY + timedelta(6), Decimal(200))]
    assert [(one.on, one.layer) for one in both if one.layer is Layer.CONTRACTS] == [(ends, Layer.CONTRACTS)]
    assert found(store, TODAY, TODAY + timedelta(20)) == []


def test_counts_of_the_year(store: Store) -> None:
    rep, chief, customer = people(store)

    def work(session: Session) -> None:
        for days in (0, 0, 3):
            plan(session, PlanDraft(customer, kind=FollowUpKind.VISIT, planned_on=TODAY + timedelta(days)))
        cancel(session, plan(session, PlanDraft(customer, planned_on=TODAY)))
        log(session, DoneDraft(customer, rep_id=chief, done_on=TODAY, result="好"))

    act(store, work)
    with store.read() as session:
        year = date(2026, 1, 1), date(2026, 12, 31)
        assert counts_by_day(session, *year) == {TODAY: 3, TODAY + timedelta(3): 1}
        assert counts_by_day(session, *year, rep_ids=[rep]) == {TODAY: 2, TODAY + timedelta(3): 1}
        assert count_of(session, *year) == 4


def test_the_reason_of_the_last_move_is_noted(store: Store) -> None:
    from db.models import FollowUpMove
    from desktop.rules.errors import RuleBroken

    _, _, customer = people(store)
    step = act(store, lambda s: plan(s, PlanDraft(customer, planned_on=TODAY)))
    with pytest.raises(RuleBroken):
        act(store, lambda s: note_reason(s, step, "客户出差"))
    for to in (TODAY + timedelta(1), TODAY + timedelta(2)):
        act(store, partial(move, follow_up_id=step, to=Move(to), today=TODAY))
    act(store, lambda s: note_reason(s, step, " 客户出差 "))
    with store.read() as session:
        moves = session.query(FollowUpMove).order_by(FollowUpMove.id).all()
        assert [one.reason for one in moves] == [None, "客户出差"]


def test_festivals_on_which_tiers_are_greeted(store: Store) -> None:
    (autumn,) = found(store, date(2027, 9, 1), date(2027, 9, 30), Layer.CARE)
    assert autumn.on == date(2027, 9, 15)
    assert isinstance(autumn.what, CareDay)
    assert autumn.what.festival is Festival.MID_AUTUMN
    assert "A" in autumn.what.tiers
    assert found(store, date(2027, 8, 1), date(2027, 8, 31), Layer.CARE) == []
