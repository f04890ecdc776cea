"""Second processes for the tests: one that holds a file open, one that saves to it without end.

python -m tests.db.holding_child hold FILE      says "open", then waits for a line on stdin and closes
python -m tests.db.holding_child save FILE      says the number of each save once it is acknowledged
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import Any

from sqlalchemy import event, select

from db import journal
from db.keys import new_block
from db.models import Contact, Customer
from db.search.pinyin import warm
from db.store import Doing, Store, open_store
from db.undo import delete_with_children
from db.vocabulary import ReachKind

warm()  # once, in the server that the killed processes are forked from


def say(text: object) -> None:
    """One line to the parent, at once."""
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def hold(path: Path) -> None:
    """Hold the file until told to let go."""
    store = open_store(path, version="0", backups=path.parent)
    say("open")
    sys.stdin.readline()
    store.close()
    say("closed")


def save_without_end(path: Path, acknowledge: Callable[[int], object], *, unsafe: bool = False) -> None:
    """Save number n: a customer "n" with n % 7 contacts, of every third 30 phones in bulk; every fifth goes again.

    Acknowledges n after it is saved, -n after it is deleted. `unsafe` does without SQLite's journal.
    """
    store = open_store(path, version="0", backups=path.parent)
    spill_early(store, unsafe=unsafe)
    with store.read() as session:
        names = [int(name) for name in session.scalars(select(Customer.name))]
    acknowledge(0)
    for number in count(max(names, default=0) + 1):
        with store.write(Doing("customer.create", {"number": number})) as session:
            customer = Customer(name=str(number), note="话" * 400)
            session.add(customer)
            session.add_all(Contact(customer_id=customer.id, name=f"人{i}") for i in range(number % 7))
            phones = {"customer_id": customer.id, "kind": ReachKind.MOBILE, "value": f"1380013{number:04}"}
            ids = new_block(30 if number % 3 == 0 else 0)
            journal.bulk_create(session, journal.table_named("reach"), [{"id": one, **phones} for one in ids])
        acknowledge(number)
        if number % 5 == 4:
            with store.write(Doing("customer.delete", {"number": number - 1})) as session:
                gone = list(session.scalars(select(Customer.id).where(Customer.name == str(number - 1))))
                delete_with_children(session, journal.table_named("customer"), gone)
            acknowledge(-(number - 1))


def spill_early(store: Store, *, unsafe: bool) -> None:
    """With a small cache pages are written before the commit; else a kill could never find a file half written."""

    @event.listens_for(store._engine, "connect")
    def shrink(raw: Any, _record: object) -> None:
        raw.execute("PRAGMA cache_size = 12")
        if unsafe:
            raw.execute("PRAGMA journal_mode = OFF")


if __name__ == "__main__":
    hold(Path(sys.argv[1]))
