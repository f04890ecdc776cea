"""What records are called, also after they were deleted."""

from __future__ import annotations

from pathlib import Path

import pytest

from db.models import Contact, Customer, FollowUp, Payment, Rep
from db.queries.names import CALLED_BY, record_names, target_of
from db.store import Doing, Store, create_file, open_store
from db.vocabulary import FollowUpKind, FollowUpState


@pytest.fixture
def store(tmp_path: Path):  # type: ignore[no-untyped-def]
    create_file(tmp_path / "a.kezha")
    opened = open_store(tmp_path / "a.kezha", version="test", backups=tmp_path)
    yield opened
    opened.close()


def test_fields_know_what_they_point_at() -> None:
    assert target_of("customer", "owner_id") == "rep"
    assert target_of("follow_up", "contact_id") == "contact"
    assert target_of("customer_tag", "tag_id") == "tag"
    assert target_of("customer", "name") is None
    assert target_of("customer", "no such field") is None


def test_names_of_the_living_and_the_deleted(store: Store) -> None:
    with store.write(Doing("customer.create")) as session:
        rep, customer = Rep(name="王丽"), Customer(name="甲")
        session.add_all([rep, customer])
        contact = Contact(customer_id=customer.id, name="张三")
        silent = FollowUp(customer_id=customer.id, kind=FollowUpKind.CALL, state=FollowUpState.DONE)
        planned = FollowUp(customer_id=customer.id, kind=FollowUpKind.CALL, state=FollowUpState.PLANNED, purpose="报价")
        session.add_all([contact, silent, planned])
        ids = (rep.id, customer.id, contact.id, silent.id, planned.id)
    with store.write(Doing("contact.delete")) as session:
        gone = session.get(Contact, ids[2])
        assert gone is not None
        session.delete(gone)
    wanted = [("rep", ids[0]), ("customer", ids[1]), ("contact", ids[2]), ("follow_up", ids[3]), ("follow_up", ids[4])]
    with store.read() as session:
        names = record_names(session, [*wanted, ("policy", 1), ("rep", 12345)])
    assert names == {wanted[0]: "王丽", wanted[1]: "甲", wanted[2]: "张三", wanted[4]: "报价"}


def test_every_name_is_a_column() -> None:
    from db import journal

    assert all(name in journal.table_named(table).c for table, names in CALLED_BY.items() for name in names)
    assert Payment.__tablename__ in CALLED_BY
