"""Completeness of 100,000 cards, sorted by and filtered, and a history of thousands of changes."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from sqlalchemy import func, select

from db.models import Customer
from db.queries.card import CustomerDraft, customer_draft
from db.queries.completeness import percentage
from db.queries.history import history
from db.store import Doing, Store, create_file, open_store
from desktop.services.completeness import asked, ranking
from desktop.services.customers import NewCustomer, create_customer, save_customer
from tests.bench.ledger import Ledger, milliseconds

ROUNDS = 5
FIELDS = ("industry", "city", "address", "website", "note", "problems", "strengths", "reputation", "employer", "family")


def test_completeness_of_all(large_store: Store, ledger: Ledger) -> None:
    with large_store.read() as session:
        share = percentage(asked(session).required)
        bare = select(Customer.id).order_by(func.length(Customer.note))
        asked_for = {
            "sorted by completeness": select(Customer.id).order_by(share),
            "below 60 %": select(Customer.id).where(share < 60),
        }
        floor = [milliseconds(lambda: session.connection().execute(bare).fetchall()) for _ in range(ROUNDS)]
        for what, query in asked_for.items():
            ours = [
                milliseconds(lambda query=query: session.connection().execute(query).fetchall())  # type: ignore[misc]
                for _ in range(ROUNDS)
            ]
            ledger.put(f"100,000 cards: {what}", ours, floor)
        ledger.put(
            "100,000 cards: ranking of the reps", [milliseconds(lambda: ranking(session)) for _ in range(3)], floor
        )


def test_a_history_of_five_thousand_changes(tmp_path: Path, ledger: Ledger) -> None:
    create_file(tmp_path / "a.kezha")
    store = open_store(tmp_path / "a.kezha", version="bench", backups=tmp_path)
    with store.write(Doing("customer.create", {"name": "甲"})) as session:
        one = create_customer(session, NewCustomer(CustomerDraft(name="甲")))
    for number in range(500):
        with store.write(Doing("customer.edit", {"name": "甲"})) as session:
            draft = customer_draft(session, one)
            assert draft is not None
            save_customer(session, replace(draft, **{name: f"{name} {number}" for name in FIELDS}))  # type: ignore[arg-type]
    with store.read() as session:
        assert len(history(session, one)) == 5001
        ledger.put("history of 5,000 changes", [milliseconds(lambda: history(session, one)) for _ in range(ROUNDS)])
    store.close()
