"""Metrics of schemes: what the file measures is what plain Python measures over plain values."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy.orm import Session

from db.models import (
    CareRecord,
    Customer,
    CustomField,
    CustomValue,
    FollowUp,
    Order,
    OrderLine,
    Product,
    Relation,
    ServiceCase,
    Survey,
)
from db.queries.metrics import OTHERS, buyers_in, costs_of, measured
from db.queries.metrics_bought import BOUGHT
from db.queries.stretch import Stretch
from db.store import Doing, Store, create_file, open_store
from db.vocabulary import CaseKind, CustomKind, FollowUpKind, OrderKind, OrderState, RelationKind
from tests.db.measured_plainly import TODAY, Known, drawn, of_everybody, purchases

CUSTOMERS = 150
FIELDS = {
    "面积": CustomKind.NUMBER,
    "预算": CustomKind.MONEY,
    "渠道": CustomKind.CHOICE,
    "签约": CustomKind.YES_NO,
}
METRICS = (*BOUGHT, *OTHERS)
WINDOWS = (0, 1, 30, 90, 365)
DAYS = (TODAY, TODAY - timedelta(days=1), TODAY - timedelta(days=90), TODAY - timedelta(days=400))


@dataclass
class Office:
    """A file and what is in it."""

    store: Store
    customers: list[Known]
    fields: dict[str, int]

    def asked(self, metric: str, window: int, of: Stretch) -> dict[int, object]:
        """What the file says."""
        key = f"custom.{self.fields[metric]}" if metric in self.fields else metric
        with self.store.read() as session:
            return dict(measured(session, [(key, window)], of)[key, window])


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    folder = tmp_path_factory.mktemp("metrics")
    path = Path(folder) / "办.kezha"
    create_file(path)
    with closing(open_store(path, version="test", backups=folder)) as store:
        dice = Random(20261122)
        yield filled(store, [drawn(dice, at, CUSTOMERS) for at in range(CUSTOMERS)], dice)


def filled(store: Store, customers: list[Known], dice: Random) -> Office:
    with store.write(Doing("import")) as session:
        products = {name: Product(name=f"{name}一号", category=name) for name in ("茶", "米")}
        fields = {title: CustomField(kind=kind, title=title) for title, kind in FIELDS.items()}
        session.add_all([*products.values(), *fields.values()])
        for one in customers:
            card = {name: int(value) if isinstance(value, Decimal) else value for name, value in one.card.items()}
            row = Customer(name="客户", **card)
            one.id = row.id
            session.add(row)
        session.flush()
        for one in customers:
            put_orders(session, one, products)
            put_dealings(session, one)
            put_answers(session, one, fields)
            for other, since in one.introduced:
                put_introduction(session, one, customers[other], since, dice)
    return Office(store, customers, {title: row.id for title, row in fields.items()})


def put_orders(session: Session, one: Known, products: dict[str, Product]) -> None:
    for each in one.orders:
        order = Order(customer_id=one.id, ordered_on=each.on, kind=each.kind, state=each.state, amount=each.amount)
        session.add(order)
        for at, line in enumerate(each.lines):
            session.add(
                OrderLine(
                    order_id=order.id,
                    position=at,
                    product_id=products[line.product].id if line.product else None,
                    category=line.category,
                    quantity=line.quantity,
                    unit_cost=line.unit_cost,
                    amount=line.amount,
                )
            )


def put_dealings(session: Session, one: Known) -> None:
    for on, cost in one.cares:
        session.add(CareRecord(customer_id=one.id, kind="gift", given_on=on, what="茶", cost=cost))
    for at, kind, cost in one.cases:
        moment = at.astimezone(UTC)
        session.add(ServiceCase(customer_id=one.id, kind=kind, subject="x", opened_at=moment, cost=cost))
    for on, mark, other in one.surveys:
        session.add(Survey(customer_id=one.id, asked_on=on, satisfaction=mark, recommend=other))
    for state, done, effective, cost in one.contacts:
        call = FollowUp(customer_id=one.id, kind=FollowUpKind.CALL, state=state, done_on=done, effective=effective)
        call.cost = cost
        session.add(call)


def put_answers(session: Session, one: Known, fields: dict[str, CustomField]) -> None:
    for title, value in one.answers.items():
        row = CustomValue(customer_id=one.id, field_id=fields[title].id)
        if FIELDS[title] is CustomKind.YES_NO:
            row.number = None if value is None else Decimal(value == "yes")
        elif isinstance(value, str):
            row.text = value
        else:
            row.number = value
        if value is not None:
            session.add(row)


def put_introduction(session: Session, one: Known, other: Known, since: date | None, dice: Random) -> None:
    """On either card; now and then on both, beside relations that are no introductions."""
    written = dice.choice(((False,), (True,), (False, True)))
    for told in written:
        first, second = (one, other) if told else (other, one)
        introduced = Relation(
            customer_id=first.id, kind=RelationKind.INTRODUCED_BY, reverse=told, other_customer_id=second.id,
            other_name="客户", since=since,
        )  # fmt: skip
        session.add(introduced)
    session.add(Relation(customer_id=one.id, kind=RelationKind.FRIEND_OF, other_customer_id=other.id, other_name="x"))
    session.add(Relation(customer_id=one.id, kind=RelationKind.INTRODUCED_BY, reverse=True, other_name="某某"))


@settings(max_examples=120)
@given(
    metric=st.sampled_from((*METRICS, *FIELDS)),
    window=st.sampled_from(WINDOWS),
    as_of=st.sampled_from(DAYS),
    ends=st.tuples(st.integers(0, CUSTOMERS - 1), st.integers(0, CUSTOMERS - 1)),
)
def test_the_file_measures_what_plain_python_does(
    office: Office, metric: str, window: int, as_of: date, ends: tuple[int, int]
) -> None:
    of = Stretch(office.customers[min(ends)].id, office.customers[max(ends)].id, as_of)
    asked = [one for one in office.customers if of.first <= one.id <= of.last]
    assert office.asked(metric, window, of) == of_everybody(metric, window, as_of, asked)


@pytest.mark.parametrize("metric", [*METRICS, *FIELDS])
def test_each_metric_says_something_of_some(office: Office, metric: str) -> None:
    """Else the comparison would compare nothing."""
    found = of_everybody(metric, 365, TODAY, office.customers)
    everybody = Stretch(0, 2**63 - 1, TODAY)
    assert len(set(found.values())) > 1
    assert office.asked(metric, 365, everybody) == found


@pytest.mark.parametrize("window", WINDOWS)
def test_all_metrics_at_once_are_the_same_as_each_alone(office: Office, window: int) -> None:
    everybody = Stretch(0, 2**63 - 1, TODAY)
    with office.store.read() as session:
        together = measured(session, [(metric, window) for metric in METRICS], everybody)
        for metric in METRICS:
            assert measured(session, [(metric, window)], everybody)[metric, window] == together[metric, window], metric


@pytest.mark.parametrize("as_of", DAYS)
def test_how_many_buy(office: Office, as_of: date) -> None:
    with office.store.read() as session:
        for window in WINDOWS:
            plain = sum(bool(purchases(one, window, as_of)) for one in office.customers)
            assert buyers_in(session, as_of, window) == plain


def test_a_field_that_is_not_there_cannot_be_measured(office: Office) -> None:
    with office.store.read() as session, pytest.raises(KeyError, match=r"custom\.77"):
        measured(session, [("custom.77", 0)], Stretch(0, 2**63 - 1, TODAY))


@pytest.fixture(params=["UTC", "Asia/Shanghai", "America/New_York"])
def zone(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The program runs in this time zone."""
    with monkeypatch.context() as there:
        there.setenv("TZ", request.param)
        time.tzset()
        yield request.param
    time.tzset()


def test_a_local_day_has_its_complaints_from_midnight_to_midnight(store: Store, zone: str) -> None:
    """Also on the day on which New York puts its clocks back, which has 25 hours."""
    day = date(2026, 11, 1)
    moments = {
        "the evening before": datetime(2026, 10, 31, 23, 59, 59, 999_000),
        "midnight": datetime(2026, 11, 1),
        "evening": datetime(2026, 11, 1, 23, 59, 59, 999_000),
        "the midnight after": datetime(2026, 11, 2),
    }
    ids: dict[str, int] = {}
    with store.write(Doing("import")) as session:
        for name, at in moments.items():
            row = Customer(name=name)
            session.add(row)
            ids[name] = row.id
            session.flush()
            case = ServiceCase(customer_id=row.id, kind=CaseKind.COMPLAINT, subject="x", opened_at=at.astimezone(UTC))
            case.cost = Decimal("7.50")
            session.add(case)
    names = {one: name for name, one in ids.items()}
    with store.read() as session:
        for as_of, window, wanted in (
            (day, 1, {"midnight", "evening"}),
            (day, 2, {"the evening before", "midnight", "evening"}),
            (day, 0, {"the evening before", "midnight", "evening"}),
            (day + timedelta(days=1), 1, {"the midnight after"}),
        ):
            of = Stretch(0, 2**63 - 1, as_of)
            found = measured(session, [("complaints", window)], of)["complaints", window]
            assert {names[one] for one, count in found.items() if count} == wanted, zone
            assert {names[one]: fen for one, fen in costs_of(session, of, window).items()} == dict.fromkeys(wanted, 750)


def test_one_who_introduced_himself_introduced_nobody(store: Store) -> None:
    """Of two people of one firm one may have come through the other."""
    with store.write(Doing("import")) as session:
        row = Customer(name="恒远机械")
        session.add(row)
        session.flush()
        relation = Relation(customer_id=row.id, kind=RelationKind.INTRODUCED_BY, other_name="李工")
        relation.other_customer_id = row.id
        session.add(relation)
    with store.read() as session:
        found = measured(session, [("referrals", 0)], Stretch(0, 2**63 - 1, TODAY))
    assert found["referrals", 0] == {row.id: 0}


def test_only_a_return_is_no_purchase_whatever_else_is_asked(store: Store) -> None:
    with store.write(Doing("import")) as session:
        row = Customer(name="退货")
        session.add(row)
        session.flush()
        order = Order(customer_id=row.id, ordered_on=TODAY, kind=OrderKind.RETURN, state=OrderState.CONFIRMED)
        order.amount = Decimal(-5)
        session.add(order)
    with store.read() as session:
        of = Stretch(0, 2**63 - 1, TODAY)
        alone = measured(session, [("purchases", 365), ("orders", 365)], of)
        beside = measured(session, [("purchases", 365), ("orders", 365), ("net", 365)], of)
    assert alone["purchases", 365] == beside["purchases", 365] == {}
    assert alone["orders", 365] == beside["orders", 365] == {}
    assert beside["net", 365] == {row.id: Decimal(-5)}
