"""The plan of a week for a rep with 500 customers, all of whom are due, spread over twenty districts.

The floor is the bare driver reading the same customers with their next steps.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest

from db.models import Customer, FollowUp, Rep
from db.store import Doing, Store, create_file, open_store
from db.vocabulary import FollowUpKind, FollowUpState, Stage
from desktop.services.calendar.week_plan import propose_week
from tests.bench.ledger import Ledger, in_turns

CUSTOMERS, DISTRICTS, ROUNDS = 500, 20, 9
MONDAY = date(2026, 11, 23)
EARLY = datetime(2026, 11, 23, 8)
BARE = """
SELECT customer.*, (SELECT min(planned_on) FROM follow_up WHERE customer_id = customer.id AND state = 'planned')
FROM customer WHERE owner_id = ?
"""


@pytest.fixture(scope="module")
def rep_file(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Store, int]]:
    """A file with one rep, his customers, and a visit to each long ago."""
    path: Path = tmp_path_factory.mktemp("week") / "周.kezha"
    create_file(path)
    store = open_store(path, version="bench", backups=path.parent)
    with store.write(Doing("fill")) as session:
        me = Rep(name="李")
        session.add(me)
        for number in range(CUSTOMERS):
            likes = (time(9), time(11, 30)) if number % 7 == 0 else (None, None)
            one = Customer(
                name=f"客户{number}", owner_id=me.id, value_tier="ABCD"[number % 4], stage=Stage.WON,
                province="浙江省", city=f"市{number % 4}", district=f"区{number % DISTRICTS}",
                visit_from=likes[0], visit_to=likes[1],
            )  # fmt: skip
            session.add(one)
            session.add(
                FollowUp(
                    customer_id=one.id, rep_id=me.id, kind=FollowUpKind.VISIT, state=FollowUpState.DONE,
                    done_on=MONDAY - timedelta(days=400 + number), effective=True,
                )
            )  # fmt: skip
    yield store, me.id
    store.close()


def test_the_plan_of_a_week(rep_file: tuple[Store, int], ledger: Ledger) -> None:
    store, me = rep_file

    def ours() -> None:
        with store.read() as session:
            week = propose_week(session, me, MONDAY, EARLY)
        assert len(week.plan.proposals) + len(week.plan.left) == CUSTOMERS
        assert len(week.plan.proposals) > 20

    def floor() -> None:
        with store.read() as session:
            session.connection().exec_driver_sql(BARE, (me,)).fetchall()

    floors, times = in_turns(ROUNDS, floor, ours)
    ledger.put("plan of a week, 500 customers", times, floors, most=1000)
