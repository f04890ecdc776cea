"""A file of every release, filled by that release, opens in this one with everything that was in it."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from db import identity
from db.queries.journal import actions, last_action
from db.search.refresh import rebuild
from db.store import Doing, open_store, quick_check
from db.undo import apply_undo, plan_undo
from tests.db.dumps import Dump, dump
from tests.files.make_file import facts, make

HERE = Path(__file__).resolve().parent
FILES = sorted(HERE.glob(f"*{identity.SUFFIX}"))
ADVICE = "made by another state of the schema: if that number was never released, tests/files/make_file.py --force"


def test_there_is_one_for_every_schema() -> None:
    assert [one.stem for one in FILES] == [f"{number:04}" for number in range(1, identity.SCHEMA + 1)]


@pytest.fixture(params=FILES, ids=lambda one: one.stem)
def released(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A copy of a released file; opening may bring it up to date."""
    source: Path = request.param
    shutil.copy(source.with_suffix(".json"), tmp_path)
    return Path(shutil.copy(source, tmp_path))


def test_it_opens_and_holds_what_was_in_it(released: Path) -> None:
    store = open_store(released, version="0", backups=released.parent)
    try:
        assert facts(store) == json.loads(released.with_suffix(".json").read_text(encoding="utf-8"))
    finally:
        store.close()
    assert quick_check(released, whole=True) == []


def test_all_that_was_done_in_it_can_be_undone(released: Path) -> None:
    store = open_store(released, version="0", backups=released.parent)
    try:
        while True:
            with store.read() as session:
                last = last_action(session)
                plan = plan_undo(session, last.id) if last else None
            if last is None or plan is None:
                break
            assert plan.conflicts == []
            with store.write(Doing("undo", undoes_id=last.id)) as session:
                apply_undo(session, plan)
        empty = dump(store, without=frozenset({"attachment_content", "secret"}))
        assert not any(empty.values())
        with store.read() as session:
            assert len(actions(session)) > 10
    finally:
        store.close()
    assert quick_check(released, whole=True) == []


def test_the_newest_is_what_this_release_makes(tmp_path: Path) -> None:
    """Readings apart: those are written anew, for a newer library may know better."""
    made, kept = tmp_path / "made.kezha", tmp_path / "kept.kezha"
    make(made)
    shutil.copy(FILES[-1], kept)
    assert rewritten(made) == rewritten(kept), ADVICE


def rewritten(path: Path) -> Dump:
    store = open_store(path, version="0", backups=path.parent)
    try:
        with store.write(Doing("rebuild")) as session:
            rebuild(session.connection())
        return dump(store, journal_too=True)
    finally:
        store.close()


def test_the_same_call_makes_the_same_file(tmp_path: Path) -> None:
    assert make(tmp_path / "one.kezha") == make(tmp_path / "two.kezha")
    assert (tmp_path / "one.kezha").read_bytes() == (tmp_path / "two.kezha").read_bytes()
