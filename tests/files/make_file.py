"""Make the sample file of the current schema: `python tests/files/make_file.py`, once before each release.

Filled by the release itself and kept for ever, so that every later one is tried on files that real users have. The
same call makes the same file; a file of an earlier number is never made again.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any
from unittest import mock

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent.parent))

from sqlalchemy.orm import Session  # noqa: E402

from db import identity, journal, keys  # noqa: E402
from db.models import Contact, Customer, FollowUp, KeyDate, Office, Order, OrderLine, Reach  # noqa: E402
from db.queries.journal import last_action  # noqa: E402
from db.queries.office import counts  # noqa: E402
from db.queries.search import search  # noqa: E402
from db.store import Doing, Store, Who, create_file, open_store  # noqa: E402
from db.undo import apply_undo, delete_with_children, plan_undo  # noqa: E402
from tests.db.filled import fill, sample  # noqa: E402

BEGIN = datetime(2026, 1, 5, 8, 30, tzinfo=UTC)
TYPED = ("单", "shanxiong", "zgh", "𠮷野", "8001", "wx_shan", "公司", "name 2", "K1", "moqi")


@contextmanager
def clock_of_its_own() -> Iterator[None]:
    """Keys as if drawn from BEGIN on, by node 1, whatever day it is."""
    ticks = count(int(BEGIN.timestamp() * 1000))

    def tick() -> int:
        return next(ticks) * 1_000_000

    source = keys._KEYS
    with mock.patch("db.keys.time.time_ns", tick), mock.patch.multiple(source, _node=1, _ms=0, _counter=keys.COUNTERS):
        yield


def make(path: Path) -> dict[str, Any]:
    """Fill a new file at `path`; returns what a later release must find in it."""
    with clock_of_its_own():
        create_file(path)
        store = open_store(path, version="0.1.0", backups=path.parent)
        moments = count()
        store.clock = lambda: BEGIN + timedelta(minutes=next(moments))
        store.who = Who(None, "小李")
        try:
            for kind, work in STEPS:
                with store.write(Doing(kind)) as session:
                    work(session)
            undo_last(store)
            return facts(store)
        finally:
            store.close()


def facts(store: Store) -> dict[str, Any]:
    """What is in the file, in numbers and in what a search finds."""
    with store.read() as session:
        last = last_action(session)
        assert last is not None
        found = {typed: sorted(hit.name for hit in search(session, typed)) for typed in TYPED}
        return {"counts": counts(session), "search": found, "last": last.kind}


def undo_last(store: Store) -> None:
    """Take the last action back."""
    with store.read() as session:
        last = last_action(session)
        assert last is not None
        plan = plan_undo(session, last.id)
    with store.write(Doing("undo", {"kind": last.kind}, last.id)) as session:
        apply_undo(session, plan)


def fill_everything(session: Session) -> None:
    session.add(Office(name="客札办公室"))
    for turn in (1, 2, 3):
        fill(session, turn)


def company(session: Session) -> None:
    customer = Customer(name="单雄信贸易有限公司", number="K1", stage="won", founded_on=date(1999, 12, 31))
    person = Contact(customer_id=customer.id, name="曾国华", is_primary=True)
    order = Order(number="2026-001", customer_id=customer.id, ordered_on=date(2026, 1, 4), amount=sample_amount(3))
    session.add_all([customer, person, order])
    session.add(Reach(customer_id=customer.id, contact_id=person.id, kind="mobile", value="138 0013 8000"))
    session.add(Reach(customer_id=customer.id, kind="wechat", value="wx_shan88"))
    session.add(KeyDate(customer_id=customer.id, kind="birthday", calendar="lunar", month=6, day=30, leap=True))
    session.add(FollowUp(customer_id=customer.id, kind="visit", state="planned", planned_on=date(2026, 2, 28)))
    session.add_all(OrderLine(order_id=order.id, position=n, amount=sample_amount(n)) for n in (1, 2))


def sample_amount(turn: int) -> Any:
    return sample(OrderLine.__table__.c["amount"], turn)  # type: ignore[arg-type]


def rare_characters(session: Session) -> None:
    session.add(Customer(name="𠮷野家㐂", kind="person", note="䶮 㛃 𬭎 𫖯 “引号”\n第二行"))
    session.add(Customer(name="万俟卨", kind="person"))


def bulk(session: Session) -> None:
    ids = keys.new_block(20)
    rows: list[dict[str, Any]] = [
        {"id": one, "name": f"导入公司{number}", "kind": "company", "stage": "potential"}
        for number, one in enumerate(ids)
    ]
    journal.bulk_create(session, journal.table_named("customer"), rows)
    journal.bulk_change(session, journal.table_named("customer"), {ids[0]: {"name": "导入公司改"}})


def edit(session: Session) -> None:
    customer = session.query(Customer).filter_by(number="K1").one()
    customer.credit_limit = sample_amount(4)
    customer.short_name = "单记"


def delete(session: Session) -> None:
    customer = session.query(Customer).filter_by(name="导入公司7").one()
    delete_with_children(session, journal.table_named("customer"), [customer.id])


def rename(session: Session) -> None:
    session.query(Customer).filter_by(number="K1").one().name = "会撤销的名字"


STEPS: tuple[tuple[str, Callable[[Session], None]], ...] = (
    ("test.fill", fill_everything),
    ("customer.create", company),
    ("customer.create", rare_characters),
    ("import.customers", bulk),
    ("customer.edit", edit),
    ("customer.delete", delete),
    ("customer.edit", rename),
)


def main() -> int:
    """Write the file and what is in it beside each other."""
    target = HERE / f"{identity.SCHEMA:04}{identity.SUFFIX}"
    if target.exists() and "--force" not in sys.argv:
        print(f"{target.name} is there; --force if schema {identity.SCHEMA} was never released")
        return 1
    target.unlink(missing_ok=True)
    found = make(target)
    text = json.dumps(found, ensure_ascii=False, indent=1, sort_keys=True)
    target.with_suffix(".json").write_text(text + "\n", encoding="utf-8")
    print(f"{target.name}: {target.stat().st_size // 1024} kB, {found['counts']}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
