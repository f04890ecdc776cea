"""Files hung on a card: one action, and what cannot be kept does not stop the rest."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from db.queries.card import CustomerDraft
from db.queries.journal import actions
from db.store import Doing, Store, create_file, open_store
from desktop.progress import Cancelled, Progress
from desktop.services.attaching import attach_files
from desktop.services.attachments import LIMIT_POLICY, attachments
from desktop.services.customers import NewCustomer, create_customer
from desktop.services.offices import set_policy


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    create_file(tmp_path / "a.kezha")
    opened = open_store(tmp_path / "a.kezha", version="test", backups=tmp_path)
    yield opened
    opened.close()


@pytest.fixture
def customer_id(store: Store) -> int:
    with store.write(Doing("customer.create", {"name": "甲"})) as session:
        return create_customer(session, NewCustomer(CustomerDraft(name="甲")))


def names(store: Store, customer_id: int) -> list[str]:
    with store.read() as session:
        return [row.name for row in attachments(session, customer_id)]


def test_the_good_ones_are_kept_and_the_others_named(store: Store, customer_id: int, tmp_path: Path) -> None:
    with store.write(Doing("policy.edit")) as session:
        set_policy(session, LIMIT_POLICY, 1)
    for name, data in (("a.txt", b"a"), ("b.txt", b"a"), ("big.bin", b"x" * 1_100_000), ("c.exe", b"MZ")):
        (tmp_path / name).write_bytes(data)
    paths = [tmp_path / name for name in ("a.txt", "big.bin", "b.txt", "c.exe", "none.txt")]
    found = attach_files(store, customer_id, "甲", paths, Progress())
    assert found.names == ("a.txt", "b.txt")
    assert [why.code for why in found.refused] == ["attachment_too_large", "attachment_runnable", "not_found"]
    assert names(store, customer_id) == ["b.txt", "a.txt"]
    with store.read() as session:
        newest = actions(session, limit=1)[0]
    assert (newest.kind, newest.facts) == ("attachment.add", {"name": "甲"})


def test_a_cancel_leaves_nothing(store: Store, customer_id: int, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"a")
    (tmp_path / "b.txt").write_bytes(b"b")
    progress = Progress(lambda done, total, step: progress.cancel())
    with pytest.raises(Cancelled):
        attach_files(store, customer_id, "甲", [tmp_path / "a.txt", tmp_path / "b.txt"], progress)
    assert names(store, customer_id) == []
