"""Lifecycle and churn warnings over a file: one customer, the list to work off, and the limits of the office."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest

from db.lifecycle import Cause, Lifecycle, Limits
from db.models import Customer, Order, ServiceCase, Survey
from db.queries.journal import last_action
from db.store import Doing, Store
from db.vocabulary import CaseKind, IntentLevel, OrderKind, OrderState, Stage
from desktop.progress import Cancelled, Progress
from desktop.rules.errors import RuleBroken
from desktop.services.bulk_edit import Edit, apply, preview
from desktop.services.rating.lifecycle import (
    limits,
    save_limits,
    stand,
    standing,
    warned_customers,
    warnings,
)
from desktop.services.sheets import record
from desktop.services.undoing import undo
from desktop.services.views import frame

TODAY = date(2026, 11, 22)
D = Decimal


def customer(store: Store, name: str, *ago: int, amount: int = 100, stage: Stage = Stage.WON) -> int:
    """A customer who bought so many days ago."""
    with store.write(Doing("import")) as session:
        row = Customer(name=name, stage=stage)
        session.add(row)
        session.flush()
        session.add_all(
            Order(
                customer_id=row.id,
                ordered_on=TODAY - timedelta(days=days),
                kind=OrderKind.PURCHASE,
                state=OrderState.CONFIRMED,
                amount=D(amount),
            )
            for days in ago
        )
        return row.id


def complain(store: Store, customer_id: int, due: datetime) -> None:
    with store.write(Doing("case.edit", {"name": "x"})) as session:
        opened = due - timedelta(days=3)
        case = ServiceCase(customer_id=customer_id, kind=CaseKind.COMPLAINT, subject="x", opened_at=opened)
        case.solve_by = due
        session.add(case)


def test_one_customer_says_where_he_stands_and_by_what(empty_store: Store) -> None:
    one = customer(empty_store, "甲", 111, 90, 69, 48)
    nobody = customer(empty_store, "乙")
    with empty_store.read() as session:
        found = stand(session, one, TODAY)
        assert (found.lifecycle, found.since, found.interval, found.own) == (Lifecycle.SLOWING, 48, D(21), True)
        assert stand(session, nobody, TODAY).lifecycle is Lifecycle.NEVER
        assert standing(session, 12345, TODAY).warnings == ()
        paper = record(session, one, TODAY)
    assert paper is not None
    assert paper["computed"]["lifecycle"] is Lifecycle.SLOWING


def test_a_complaint_warns_from_the_minute_its_limit_has_passed(empty_store: Store) -> None:
    one = customer(empty_store, "甲")
    due = datetime(2026, 11, 22, 9, 0).astimezone(UTC)
    complain(empty_store, one, due)
    with empty_store.read() as session:
        assert warnings(session, one, TODAY, datetime(2026, 11, 22, 8, 59)) == ()
        assert warnings(session, one, TODAY) == (), "at the beginning of the day it had not passed"
        (found,) = warnings(session, one, TODAY, datetime(2026, 11, 22, 9, 1))
    assert (found.cause, found.since) == (Cause.COMPLAINT_DUE, TODAY)


def test_the_list_to_work_off_has_the_most_money_first(empty_store: Store) -> None:
    small = customer(empty_store, "小", *range(100, 350, 20), amount=10)
    large = customer(empty_store, "大", *range(100, 350, 20), amount=900)
    lost = customer(empty_store, "失", *range(100, 350, 20), stage=Stage.LOST)
    customer(empty_store, "好", *range(0, 350, 20))
    angry = customer(empty_store, "怒", 20)
    with empty_store.write(Doing("survey.edit", {"name": "x"})) as session:
        session.add(Survey(customer_id=angry, asked_on=TODAY - timedelta(days=4), satisfaction=1))
    found = warned_customers(empty_store, TODAY, Progress())
    assert [one.id for one in found] == [large, small, angry]
    assert lost not in {one.id for one in found}
    assert [warning.cause for warning in found[0].warnings] == [Cause.SPEND_DOWN, Cause.COLDER]
    assert found[0].stake == sum(900 for days in range(100, 350, 20) if 90 <= days < 360)
    assert found[0].since == TODAY - timedelta(days=100) + timedelta(days=61), "dormant after three times 20 days"
    assert found[2].since == TODAY - timedelta(days=4)
    assert found[2].stake == 0


def test_looking_can_be_cancelled(empty_store: Store) -> None:
    customer(empty_store, "大", *range(100, 350, 20))
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        warned_customers(empty_store, TODAY, progress)


def test_the_limits_of_the_office_hold_everywhere_and_come_back_by_undo(empty_store: Store) -> None:
    one = customer(empty_store, "甲", 111, 90, 69, 48)
    wanted = replace(Limits(), active=D("2.5"), slowing=D(4), drop=D("0.9"))
    with empty_store.write(Doing("lifecycle.edit")) as session:
        save_limits(session, wanted)
    with empty_store.read() as session:
        assert limits(session) == wanted
        assert stand(session, one, TODAY).lifecycle is Lifecycle.ACTIVE
        assert frame(session, TODAY, None).yard.limits == wanted
        done = last_action(session)
    assert done is not None
    undo(empty_store, done.id)
    with empty_store.read() as session:
        assert limits(session) == Limits()
    with empty_store.write(Doing("lifecycle.edit")) as session, pytest.raises(RuleBroken):
        save_limits(session, replace(wanted, lost=D(1)))


def test_a_level_given_to_many_takes_their_days_of_closing(empty_store: Store) -> None:
    ids = [customer(empty_store, name) for name in "甲乙丙"]
    with empty_store.write(Doing("import")) as session:
        for one, level, on in zip(ids, (IntentLevel.B, None, IntentLevel.B), (TODAY, None, None), strict=True):
            row = session.get(Customer, one)
            assert row is not None
            row.intent, row.expects_on = level, on
    edit = Edit("intent", IntentLevel.B)
    with empty_store.write(Doing("customers.change", {"count": 2, "field": "intent"})) as session:
        told = preview(session, ids, edit)
        assert (told.changing, dict(told.olds)) == (2, {TODAY: 1, None: 1})
        assert apply(session, ids, edit) == 2
    with empty_store.read() as session:
        rows = [session.get(Customer, one) for one in ids]
        assert [(row.intent, row.expects_on) for row in rows if row] == [(IntentLevel.B, None)] * 3
