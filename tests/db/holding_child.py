"""Second processes for the tests: one that holds a file open, one that saves to it without end.

python -m tests.db.holding_child hold FILE      says "open", then waits for a line on stdin and closes
python -m tests.db.holding_child save FILE      says the number of each save once it is acknowledged
"""

from __future__ import annotations

import sys
from itertools import count
from pathlib import Path

from sqlalchemy import select

from db import journal
from db.keys import new_block
from db.models import Contact, Customer
from db.store import Doing, Store, open_store
from db.undo import delete_with_children
from db.vocabulary import ReachKind


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


def save_without_end(path: Path) -> None:
    """Save number n: a customer "n" with n % 7 contacts; sometimes in bulk, sometimes the one before goes again."""
    store = open_store(path, version="0", backups=path.parent)
    small_cache(store)
    say("open")
    with store.read() as session:
        names = [int(name) for name in session.scalars(select(Customer.name))]
    for number in count(max(names, default=-1) + 1):
        with store.write(Doing("customer.create", {"number": number})) as session:
            customer = Customer(name=str(number), note="话" * 400)
            session.add(customer)
            session.add_all(Contact(customer_id=customer.id, name=f"人{i}") for i in range(number % 7))
            ids = new_block(30 if number % 3 == 0 else 0)
            rows = [
                {"id": one, "customer_id": customer.id, "kind": ReachKind.MOBILE, "value": f"1380013{number:04}"}
                for one in ids
            ]
            journal.bulk_create(session, journal.table_named("reach"), rows)
        say(number)
        if number % 5 == 4:
            with store.write(Doing("customer.delete", {"number": number - 1})) as session:
                gone = list(session.scalars(select(Customer.id).where(Customer.name == str(number - 1))))
                delete_with_children(session, journal.table_named("customer"), gone)
            say(-(number - 1))


def small_cache(store: Store) -> None:
    """Else nothing would reach the file before the commit, and a kill could never find it half written."""
    from sqlalchemy import event

    @event.listens_for(store._engine, "begin")
    def shrink(connection: object) -> None:
        connection.exec_driver_sql("PRAGMA cache_size = 12")  # type: ignore[attr-defined]


if __name__ == "__main__":
    {"hold": hold, "save": save_without_end}[sys.argv[1]](Path(sys.argv[2]))
