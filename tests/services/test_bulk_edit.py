"""批量修改 and kept views on a real file: what is told beforehand happens, and the undo takes all of it back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from db.models import Customer, CustomField, CustomValue, Rep, SavedView, Tag
from db.queries.journal import last_action
from db.queries.views import saved_views
from db.store import Doing, Store, create_file, open_store
from db.vocabulary import CustomerKind, CustomKind, Stage
from desktop.progress import Cancelled, Progress
from desktop.rules.errors import RuleBroken
from desktop.rules.views import PLACE, View
from desktop.services import views
from desktop.services.bulk_edit import ADD_TAG, REMOVE_TAG, Edit, apply, editable, preview
from desktop.services.undoing import undo

COUNT = 30


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    path = tmp_path / "办.kezha"
    create_file(path)
    made = open_store(path, version="test", backups=tmp_path)
    with made.write(Doing("import")) as session:
        session.add_all([Rep(name="林晓"), Tag(name="老客户")])
        for number in range(COUNT):
            kind = CustomerKind.PERSON if number % 3 == 0 else CustomerKind.COMPANY
            session.add(Customer(name=f"客户{number}", kind=kind, stage=list(Stage)[number % 5], industry=None))
        for one in (CustomKind.TEXT, CustomKind.NUMBER, CustomKind.CHOICE, CustomKind.YES_NO, CustomKind.DATE):
            options = "甲\n乙" if one is CustomKind.CHOICE else None
            session.add(CustomField(kind=one, title=one.value, options=options))
        session.add(CustomField(kind=CustomKind.TEXT, title="个人", only=CustomerKind.PERSON))
    yield made
    made.close()


def everybody(store: Store) -> list[int]:
    with store.read() as session:
        return [row.id for row in session.query(Customer)]


def state(store: Store) -> list[Any]:
    """Everything that a change of many may touch."""
    found: list[Any] = []
    with store.read() as session:
        for table in ("customer", "customer_tag", "custom_value", "tag"):
            rows = session.execute(text(f"SELECT * FROM {table}"))
            found.append(sorted(map(repr, rows)))
    return found


def done(store: Store, ids: list[int], edit: Edit) -> int:
    with store.write(Doing("customers.edit", {"count": len(ids)})) as session:
        return apply(session, ids, edit)


def back(store: Store) -> None:
    with store.read() as session:
        last = last_action(session)
    assert last is not None
    undo(store, last.id)


def field_of(store: Store, title: str) -> str:
    with store.read() as session:
        return next(f"custom.{row.id}" for row in session.query(CustomField) if row.title == title)


EDITS = st.sampled_from(
    [
        ("stage", Stage.WON), ("industry", " 办公 "), ("industry", None), ("value_tier", "A"),
        ("annual_revenue", Decimal(5)), (ADD_TAG, "新"), (ADD_TAG, "老客户"), (REMOVE_TAG, "老客户"), ("text", "甲"),
        ("text", None), ("number", Decimal("1.5")), ("choice", "乙"), ("yes_no", True), ("yes_no", False),
        ("date", date(2026, 5, 1)), ("个人", "x"), ("has_need", False),
    ]
)  # fmt: skip


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(edits=st.lists(st.tuples(EDITS, st.sets(st.integers(0, COUNT - 1), min_size=1)), min_size=1, max_size=4))
def test_what_is_told_is_what_happens_and_can_be_undone(store: Store, edits: list[Any]) -> None:
    ids, first = everybody(store), state(store)
    titles = {"text", "number", "choice", "yes_no", "date", "个人"}
    actions = 0
    for (field, value), chosen in edits:
        edit = Edit(field_of(store, field) if field in titles else field, value)
        some = [ids[number] for number in sorted(chosen)]
        with store.read() as session:
            told = preview(session, some, edit)
        assert told.chosen == len(some)
        assert sum(count for _, count in told.olds) == told.changing
        before = state(store)
        assert done(store, some, edit) == told.changing
        assert (state(store) == before) == (told.changing == 0)
        actions += bool(told.changing)
        with store.read() as session:
            assert preview(session, some, edit).changing == 0
    for _ in range(actions):
        back(store)
    assert state(store) == first


def test_fields_for_persons_leave_companies_alone(store: Store) -> None:
    ids, edit = everybody(store), Edit(field_of(store, "个人"), "x")
    assert done(store, ids, edit) == COUNT / 3
    with store.read() as session:
        assert session.query(CustomValue).count() == COUNT / 3


@pytest.mark.parametrize(
    ("field", "value", "code"),
    [
        ("industry", "x" * 300, "too_long"),
        ("stage", None, "value_missing"),
        ("value_tier", "Z", "no_such_tier"),
        ("potential", 9, "out_of_range"),
        ("headcount", -1, "below_zero"),
        ("credit_limit", Decimal(-1), "below_zero"),
        ("number", "K1", "gone"),
        ("name", "x", "gone"),
        ("custom.5", "x", "gone"),
        (ADD_TAG, " ", "name_missing"),
        (ADD_TAG, "x" * 50, "too_long"),
    ],
)
def test_what_cannot_stand_is_refused(store: Store, field: str, value: Any, code: str) -> None:
    ids = everybody(store)
    before = state(store)
    with pytest.raises(RuleBroken) as broken, store.read() as session:
        preview(session, ids, Edit(field, value))
    assert broken.value.code == code
    with pytest.raises(RuleBroken), store.write(Doing("customers.edit")) as session:
        apply(session, ids, Edit(field, value))
    assert state(store) == before


def test_cancelled_it_leaves_nothing_behind(store: Store) -> None:
    progress = Progress()
    progress.cancel()
    before = state(store)
    with pytest.raises(Cancelled), store.write(Doing("customers.edit")) as session:
        apply(session, everybody(store), Edit("stage", Stage.WON), progress)
    assert state(store) == before


def test_what_is_a_customers_own_is_not_offered() -> None:
    keys = {one.key for one in editable()}
    assert not keys & {"name", "number", "credit_code", "kind", "purchases", "owed", "next_step", "tags"}
    assert {"stage", "owner_id", "value_tier", "intent", "source", "industry", "province"} <= keys


def test_views_keep_their_names_apart(store: Store) -> None:
    with store.read() as session:
        rep = session.query(Rep).first()
        assert rep is not None
        me = rep.id
    with store.write(Doing("view.save")) as session:
        one = views.save_view(session, "  我的   A类 ", View(), rep_id=me)
        views.save_view(session, "我的 A类", View(), rep_id=None)  # the office may have one of that name, too
    for name, code in (("我的 A类", "view_name_taken"), (" ", "view_name_missing"), ("x" * 101, "too_long")):
        with pytest.raises(RuleBroken) as broken, store.write(Doing("view.save")) as session:
            views.save_view(session, name, View(), rep_id=me)
        assert broken.value.code == code
    with pytest.raises(RuleBroken), store.write(Doing("view.share")) as session:
        views.share_view(session, one, None)
    with store.write(Doing("view.delete")) as session:
        views.delete_view(session, one)
    with pytest.raises(RuleBroken) as broken, store.write(Doing("view.rename")) as session:
        views.rename_view(session, one, "x")
    assert broken.value.code == "gone"
    back(store)
    with store.read() as session:
        assert [row.name for row in saved_views(session, PLACE, me)] == ["我的 A类", "我的 A类"]
        assert session.query(SavedView).count() == 2
