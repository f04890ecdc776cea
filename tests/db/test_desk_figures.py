"""Figures of the reps: the grouped SQL says what counting one by one says, and a figure lists what it counts."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from random import Random
from typing import Any

import pytest

from db.models import Customer, FollowUp, FollowUpMove, Order, Rep
from db.queries.desk import CUSTOMERS, FOLLOW_UPS, Days, Figures, customers_behind, figures, follow_ups_behind
from db.store import Doing, Store, create_file, open_store
from db.vocabulary import FollowUpKind, FollowUpState, OrderKind, OrderState

TODAY = date(2026, 11, 25)
D = Decimal


class Written:
    """What was written into the file, kept beside it to count one by one."""

    def __init__(self, seed: int) -> None:
        dice = self.dice = Random(seed)
        self.reps = [Rep(name=name) for name in ("张伟", "李娜")]
        self.whose = [None, *(one.id for one in self.reps)]
        self.customers = [Customer(name=f"客户{at}", owner_id=dice.choice(self.whose)) for at in range(8)]
        self.owner = {one.id: one.owner_id for one in self.customers}
        self.follow_ups = [self._follow_up() for _ in range(120)]
        self.moves = [self._move(one) for one in dice.sample(self.follow_ups, 40) if one.planned_on]
        self.orders = [self._order() for _ in range(40)]

    def day(self) -> date:
        return TODAY + timedelta(days=self.dice.randint(-20, 10))

    def _follow_up(self) -> FollowUp:
        dice, state = self.dice, self.dice.choice(list(FollowUpState))
        done = state is FollowUpState.DONE
        planned = None if done and dice.random() < 0.3 else self.day()
        return FollowUp(
            customer_id=dice.choice(self.customers).id, rep_id=dice.choice(self.whose), state=state,
            kind=dice.choice(list(FollowUpKind)), planned_on=planned, done_on=self.day() if done else None,
            until_on=planned + timedelta(days=3) if planned and dice.random() < 0.2 else None,
            effective=done and dice.random() < 0.7, postponed=dice.randint(0, 4),
            cost=D(dice.randint(0, 9999)) / 100 if dice.random() < 0.5 else None,
        )  # fmt: skip

    def _move(self, one: FollowUp) -> FollowUpMove:
        return FollowUpMove(customer_id=one.customer_id, follow_up_id=one.id, moved_on=self.day(), from_on=self.day(),
                            to_on=self.day())  # fmt: skip

    def _order(self) -> Order:
        dice, kind = self.dice, self.dice.choice(list(OrderKind))
        amount = D(dice.randint(0, 100000)) / 100 * (-1 if kind is OrderKind.RETURN else 1)
        return Order(customer_id=dice.choice(self.customers).id, rep_id=dice.choice(self.whose), ordered_on=self.day(),
                     kind=kind, state=dice.choice(list(OrderState)), amount=amount)  # fmt: skip

    def whose_is(self, row: Any) -> int | None:
        return row.rep_id or self.owner[row.customer_id]

    def behind(self, figure: str, days: Days) -> list[Any]:
        """The rows a figure counts, found by looking at each."""
        if figure in ("orders", "amount"):
            return [
                one for one in self.orders
                if one.state is OrderState.CONFIRMED and one.kind is OrderKind.PURCHASE and one.amount > 0
                and days.first <= one.ordered_on <= days.last
            ]  # fmt: skip
        return [one for one in self.follow_ups if self._counts(figure, one, days)]

    def _counts(self, figure: str, one: FollowUp, days: Days) -> bool:
        done = one.state is FollowUpState.DONE
        did = done and one.done_on is not None and days.first <= one.done_on <= days.last
        planned = one.state is not FollowUpState.CANCELLED and one.planned_on is not None
        inside = planned and one.planned_on is not None and days.first <= one.planned_on <= days.last
        until = one.until_on or one.planned_on
        fell = inside and until is not None and (done or until < days.today)
        moved = any(
            m.follow_up_id == one.id and m.to_on > m.from_on and days.first <= m.moved_on <= days.last
            for m in self.moves
        )
        late = until is not None and until <= min(days.last, days.today - timedelta(days=1))
        return {
            "planned": inside,
            "done": did,
            "effective": did and one.effective,
            "visits": did and one.kind in (FollowUpKind.VISIT, FollowUpKind.RETURN_VISIT),
            "calls": did and one.kind is FollowUpKind.CALL,
            "cost": did and bool(one.cost),
            "due": fell,
            "on_time": bool(fell and done and one.done_on is not None and until is not None and one.done_on <= until),
            "overdue": bool(planned and late and (not done or (one.done_on is not None and one.done_on > days.last))),
            "moved": moved,
            "often": moved and one.postponed >= 3,
        }[figure]


@pytest.fixture(scope="module", params=[1, 2])
def written(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Written, Store]]:
    path: Path = tmp_path_factory.mktemp("desk") / "a.kezha"
    create_file(path)
    with closing(open_store(path, version="0.1.0", backups=path.parent)) as store:
        made = Written(request.param)
        with store.write(Doing("import.customers")) as session:
            session.add_all([*made.reps, *made.customers, *made.follow_ups, *made.moves, *made.orders])
        with store.read() as session:
            made.follow_ups = list(session.query(FollowUp))
            made.moves, made.orders = list(session.query(FollowUpMove)), list(session.query(Order))
            session.expunge_all()
        yield made, store


PERIODS = (
    Days(TODAY, TODAY, TODAY),
    Days(TODAY - timedelta(days=2), TODAY + timedelta(days=4), TODAY),
    Days(TODAY - timedelta(days=12), TODAY - timedelta(days=6), TODAY),
)


@pytest.mark.parametrize("days", PERIODS)
def test_the_sums_are_those_of_counting_one_by_one(written: tuple[Written, Store], days: Days) -> None:
    plain, store = written
    with store.read() as session:
        found = figures(session, days)
    for rep_id in plain.whose:
        wanted: dict[str, Any] = {}
        for name in (FOLLOW_UPS | CUSTOMERS) - {"customers"}:
            rows = [one for one in plain.behind(name, days) if plain.whose_is(one) == rep_id]
            if name in ("cost", "amount"):
                wanted[name] = sum((getattr(one, name) for one in rows), D(0))
            else:
                wanted[name] = len(rows)
        got = found.get(rep_id, Figures())
        assert {name: getattr(got, name) for name in wanted} == wanted
    assert sum(one.done for one in found.values()) > 0


@pytest.mark.parametrize("days", PERIODS[1:])
def test_a_figure_lists_what_it_counts(written: tuple[Written, Store], days: Days) -> None:
    plain, store = written
    some: tuple[list[int | None], ...] = ([plain.reps[0].id], [None], [None, plain.reps[1].id])
    for reps in (*some, None):
        with store.read() as session:
            for figure in FOLLOW_UPS:
                rows = [one.id for one in plain.behind(figure, days) if reps is None or plain.whose_is(one) in reps]
                assert sorted(follow_ups_behind(session, figure, days, reps)) == sorted(rows), figure
            bought = {
                one.customer_id for one in plain.behind("orders", days) if reps is None or plain.whose_is(one) in reps
            }
            assert set(customers_behind(session, "orders", days, reps)) == bought


def test_customers_are_new_on_the_day_they_were_written_down(written: tuple[Written, Store]) -> None:
    plain, store = written
    now = date.today()
    days = Days(now - timedelta(days=1), now + timedelta(days=1), now)
    with store.read() as session:
        found = figures(session, days)
        assert sum(one.customers for one in found.values()) == len(plain.customers)
        assert len(customers_behind(session, "customers", days, None)) == len(plain.customers)
        long_ago = Days(TODAY - timedelta(days=900), TODAY - timedelta(days=800), TODAY)
        assert customers_behind(session, "customers", long_ago, None) == []
