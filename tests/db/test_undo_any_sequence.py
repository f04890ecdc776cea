"""Whatever was done to a file: undone step by step, it is what it was before each step."""

from __future__ import annotations

import random
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule, run_state_machine_as_test
from sqlalchemy import event, select
from sqlalchemy.orm import Session

from db.models import Action
from db.queries.journal import last_action
from db.search.refresh import rebuild
from db.store import Doing, Store, create_file, open_store, quick_check
from db.undo import apply_undo, is_undone, plan_undo
from tests.db.any_actions import (
    KEPT_FOREVER,
    WORKS,
    delete_something,
    edit_in_bulk,
    edit_object,
    make_customer,
    move_contacts,
)
from tests.db.any_merges import MERGES
from tests.db.dumps import Dump, dump

_MERGING = (*MERGES, *MERGES, edit_object, edit_in_bulk, delete_something, move_contacts)
CHANCE = st.randoms(use_true_random=False)


def newest(store: Store) -> int:
    with store.read() as session:
        return session.scalar(select(Action.id).order_by(Action.id.desc()).limit(1)) or 0


def state(store: Store) -> Dump:
    """All rows, derived columns and search terms; of the bytes of attachments only those in use are state."""
    return dump(store, without=KEPT_FOREVER)


class AnySequence(RuleBasedStateMachine):
    """Does anything, remembers what the file was before, and goes all the way back."""

    @initialize()
    def begin(self) -> None:
        self.folder = tempfile.TemporaryDirectory()
        path = Path(self.folder.name, "客户.kezha")
        create_file(path)
        self.store = open_store(path, version="0", backups=path.parent)

        @event.listens_for(self.store._engine, "connect")
        def hurry(raw: Any, _record: object) -> None:
            raw.execute("PRAGMA synchronous = OFF")  # no power is cut here

        self.before: list[tuple[int, Dump]] = []

    def do(self, doing: Doing, work: Callable[[Session], object]) -> None:
        was, before = newest(self.store), state(self.store)
        with self.store.write(doing) as session:
            work(session)
        now = newest(self.store)
        if now != was:
            self.before.append((now, before))
        else:
            assert state(self.store) == before, "what is not journalled has changed nothing"
        self.assert_derived()

    def assert_derived(self) -> None:
        """What was kept up step by step is what a new start would make of the rows."""
        kept = state(self.store)
        with self.store.write(Doing("rebuild")) as session:
            rebuild(session.connection())
        assert state(self.store) == kept

    @rule(works=st.lists(st.sampled_from([*WORKS, *MERGES]), min_size=1, max_size=5), chance=CHANCE)
    def act(self, works: list[Callable[[Session, random.Random], object]], chance: random.Random) -> None:
        self.do(Doing("test.act"), lambda session: [work(session, chance) for work in works])

    @rule(chance=CHANCE)
    def undo_any(self, chance: random.Random) -> None:
        """Also out of order: what conflicts stays as it is, and nothing breaks."""
        if self.before:
            self.undo(chance.choice(self.before)[0])

    @rule()
    def undo_last(self) -> None:
        with self.store.read() as session:
            last = last_action(session)
        if last is not None:
            self.undo(last.id)

    def undo(self, action_id: int) -> None:
        with self.store.read() as session:
            if is_undone(session, action_id):
                return
        doing = Doing("undo", undoes_id=action_id)
        self.do(doing, lambda session: apply_undo(session, plan_undo(session, action_id)))

    def teardown(self) -> None:
        if not hasattr(self, "store"):
            return
        try:
            for action_id, before in reversed(self.before):
                with self.store.read() as session:
                    plan = plan_undo(session, action_id)
                assert plan.conflicts == []
                with self.store.write(Doing("undo", undoes_id=action_id)) as session:
                    apply_undo(session, plan)
                assert state(self.store) == before
            assert quick_check(self.store.path, whole=True) == []
        finally:
            self.store.close()
            self.folder.cleanup()


def test_any_sequence_undone_is_what_it_was() -> None:
    run_state_machine_as_test(AnySequence, settings=settings(max_examples=25, stateful_step_count=10, deadline=None))


class Merging(AnySequence):
    """The same with customers from the start, and mostly merges: a mix of edits, merges and deletes."""

    @initialize()
    def begin(self) -> None:
        super().begin()
        for seed in range(4):
            self.do(Doing("test.begin"), lambda session, seed=seed: make_customer(session, random.Random(seed)))  # type: ignore[misc]

    @rule(works=st.lists(st.sampled_from(_MERGING), min_size=1, max_size=3), chance=CHANCE)
    def merge(self, works: list[Callable[[Session, random.Random], object]], chance: random.Random) -> None:
        self.do(Doing("customers.merge"), lambda session: [work(session, chance) for work in works])


def test_edits_merges_and_deletes_undone_are_what_they_were() -> None:
    run_state_machine_as_test(Merging, settings=settings(max_examples=8, stateful_step_count=6, deadline=None))


@pytest.mark.nightly
def test_many_merges_undone_are_what_they_were() -> None:
    run_state_machine_as_test(Merging, settings=settings(max_examples=300, stateful_step_count=20, deadline=None))


@pytest.mark.nightly
def test_many_sequences_undone_are_what_they_were() -> None:
    run_state_machine_as_test(AnySequence, settings=settings(max_examples=400, stateful_step_count=25, deadline=None))
