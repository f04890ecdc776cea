"""Merging real cards: nothing is lost, what was twice is once, and weeks later it can be undone whole."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select

from db.erasure import Person, erase, what_goes
from db.journal import JOURNAL_TABLES
from db.models import (
    Action,
    Base,
    Change,
    Contact,
    Customer,
    CustomerTag,
    CustomValue,
    FollowUp,
    NotDuplicate,
    Reach,
    Relation,
)
from db.queries.history import history
from db.queries.journal import last_action
from db.queries.merging import cards_to_merge
from db.store import Doing, Store, create_file, open_store, quick_check
from desktop.rules.errors import RuleBroken
from desktop.rules.merging import all_former_names, best_choice, joined_text
from desktop.services.merge_draft import MergeDraft
from desktop.services.merging import Wish, default_choices, default_kept, former_names, merge, same_persons
from desktop.services.undoing import UndoConflict, undo
from tests.services.merge_samples import fill


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    path = tmp_path / "合并.kezha"
    create_file(path)
    with closing(open_store(path, version="test", backups=tmp_path)) as opened:
        yield opened


def all_rows(store: Store) -> dict[str, list[Any]]:
    with store.read() as session:
        return {
            table.name: [tuple(row) for row in session.connection().execute(select(*table.c).order_by(table.c.id))]
            for table in Base.metadata.sorted_tables
            if table.name not in JOURNAL_TABLES
        }


def merged_store(store: Store) -> tuple[list[int], Wish]:
    ids = fill(store)
    with store.read() as session:
        cards = cards_to_merge(session, ids[:3])
    people = same_persons(cards, ids[0])
    assert [(one.stays.name, one.sure) for one in people] == [("张伟", True)]
    field_id = next(iter(cards[0].answers))
    wish = Wish(
        ids[0],
        (ids[1], ids[2]),
        {"number": "K2", "credit_code": cards[1].values["credit_code"], "annual_revenue": Decimal("12.50"),
         "note": joined_text([card.values["note"] for card in cards]), "id_number_id": cards[2].values["id_number_id"]},
        {field_id: ids[1]},
        tuple((one.stays.id, one.goes.id) for one in people),
    )  # fmt: skip
    return ids, wish


def test_everything_of_three_cards_is_on_one(store: Store) -> None:
    ids, wish = merged_store(store)
    merged = merge(store, wish)
    with store.read() as session:
        kept = session.get_one(Customer, ids[0])
        assert session.scalar(select(func.count(Customer.id))) == 2
        assert (kept.name, kept.number, kept.credit_code) == ("上海永昌贸易有限公司", "K2", "91340600MA2PBM9HXD")
        assert kept.former_names == "永昌行、永昌贸易、永昌(上海)貿易"
        assert (kept.note, kept.annual_revenue) == ("老客户\n欠款已清", Decimal("12.50"))
        assert kept.id_number_id is not None
        assert session.scalars(select(Contact.name).order_by(Contact.id)).all() == ["张伟", "李明"]
        assert session.scalar(select(func.count(Reach.id))) == 1
        assert session.scalars(select(CustomValue.text)).all() == ["K2 银行"]
        assert session.scalar(select(func.count(CustomerTag.id))) == 2
        assert set(session.scalars(select(FollowUp.customer_id))) == {ids[0]}
        assert session.scalars(select(Relation.other_customer_id)).all() == [ids[0]]
        assert session.scalar(select(func.count(NotDuplicate.id))) == 1
        assert session.scalar(select(func.count(Contact.id)).where(Contact.is_primary)) == 1
    assert merged.moved["follow_up"] == 2
    assert dict(merged.united) == {
        "contact": 1, "reach": 1, "customer_tag": 2, "custom_value": 1, "relation": 1, "not_duplicate": 3,
    }  # fmt: skip
    assert quick_check(store.path, whole=True) == []


def test_the_undo_brings_all_back_weeks_later(store: Store) -> None:
    ids, wish = merged_store(store)
    before = all_rows(store)
    merge(store, wish)
    with store.read() as session:
        action = last_action(session)
        assert action is not None
        assert action.facts["count"] == 3
    with store.write(Doing("followup.log", {"name": "永昌"})) as session:  # life goes on with the merged card
        later = FollowUp(customer_id=ids[0], kind="call", state="done", done_on=date(2026, 6, 1), result="续签")
        session.add(later)
        later_id = later.id
    undo(store, action.id)
    now = all_rows(store)
    now["follow_up"] = [row for row in now["follow_up"] if row[0] != later_id]
    assert now == before
    assert quick_check(store.path, whole=True) == []


def test_what_was_changed_since_is_told_field_by_field_and_may_stay(store: Store) -> None:
    ids, wish = merged_store(store)
    merge(store, wish)
    with store.read() as session:
        action = last_action(session)
        assert action is not None
    with store.write(Doing("customer.edit", {"name": "永昌"})) as session:
        session.get_one(Customer, ids[0]).note = "新的说明"
    with pytest.raises(UndoConflict) as told:
        undo(store, action.id)
    assert [(one.table, one.field) for one in told.value.conflicts] == [("customer", "note")]
    undo(store, action.id, leave_conflicts=True)
    with store.read() as session:
        assert session.get_one(Customer, ids[0]).note == "新的说明"
        assert session.get_one(Customer, ids[1]).note == "欠款已清"


def test_the_history_of_the_merged_ones_is_on_the_kept_card(store: Store) -> None:
    ids, wish = merged_store(store)
    with store.write(Doing("customer.edit", {"name": "永昌"})) as session:
        session.get_one(Customer, ids[1]).industry = "批发"
    merge(store, wish)
    with store.read() as session:
        lines = history(session, ids[0])
    assert any(line.record_id == ids[1] and line.field == "industry" and line.new == "批发" for line in lines)


def test_who_is_erased_is_erased_with_those_merged_into_him(store: Store) -> None:
    with store.write(Doing("import.customers", {"count": 2})) as session:
        people = [Customer(name=name, kind="person", hobbies=f"{name}的爱好") for name in ("欧阳建国", "欧阳建囯")]
        session.add_all(people)
        ids = [one.id for one in people]
    merge(store, Wish(ids[0], (ids[1],)))
    with store.write(Doing("person.erase", {})) as session:
        erase(session, what_goes(session, Person(ids[0]), keep_business=False), called="某人")
    with store.read() as session:
        told = [*session.scalars(select(Change.fields)), *session.scalars(select(Action.facts))]
    assert not [text for text in told if "欧阳建" in text]


def test_defaults_take_the_filled_and_the_newer(store: Store) -> None:
    ids = fill(store)
    with store.write(Doing("customer.edit", {"name": "永昌"})) as session:
        session.get_one(Customer, ids[1]).industry = "批发"
    with store.read() as session:
        cards = cards_to_merge(session, ids[:3])
    assert default_kept(cards) == max(cards, key=lambda card: sum(card.hanging.values())).id
    choices = default_choices(cards, ids[0])
    assert (choices["name"], choices["number"], choices["industry"], choices["annual_revenue"]) == (0, 0, 1, 2)
    assert former_names(cards, ids[0], "永昌贸易")[0] == "永昌行、上海永昌贸易有限公司、永昌(上海)貿易"


def test_what_cannot_be_merged_is_said(store: Store) -> None:
    ids = fill(store)
    for wish, code in (
        (Wish(ids[0], ()), "merge_too_few"),
        (Wish(ids[0], (ids[0],)), "merge_too_few"),
        (Wish(ids[0], (12345,)), "gone"),
        (Wish(ids[0], (ids[1],), {"name": " "}), "name_missing"),
        (Wish(ids[0], (ids[1],), {"short_name": "长" * 201}), "too_long"),
    ):
        before = all_rows(store)
        with pytest.raises(RuleBroken) as broken:
            merge(store, wish)
        assert broken.value.code == code
        assert all_rows(store) == before


def test_former_names_without_room_stand_in_the_note(store: Store) -> None:
    with store.write(Doing("import.customers", {"count": 2})) as session:
        cards = [Customer(name=letter * 150) for letter in "甲乙丙"]
        session.add_all(cards)
        ids = [card.id for card in cards]
    merge(store, Wish(ids[0], tuple(ids[1:]), heading="曾用名："))
    with store.read() as session:
        kept = session.get_one(Customer, ids[0])
        assert kept.former_names == "乙" * 150
        assert kept.note == "曾用名：" + "丙" * 150


def test_the_rules_of_values() -> None:
    assert best_choice(["", "b", "c"], [2, 1, 0]) == 2
    assert best_choice([None, ""], [1, 0]) == 0
    assert best_choice([None, False, True], [1, 2, 0]) == 1  # a no is an answer
    assert joined_text(["甲", None, "甲", "乙"]) == "甲\n乙"
    assert joined_text(["", None]) is None
    assert all_former_names("甲", ["甲", "乙"], ["丙、乙", None], 20) == ("丙、乙", ())
    assert all_former_names("甲", ["甲", "乙乙乙"], [], 2) == (None, ("乙乙乙",))


def test_a_merge_is_decided_line_by_line(store: Store) -> None:
    ids = fill(store)
    with store.read() as session:
        draft = MergeDraft(session, ids[:3])
        with pytest.raises(RuleBroken):
            MergeDraft(session, [ids[0], 5])
    draft.keep(ids[0])
    lines = {line.column or line.title: line for line in draft.lines()}
    assert draft.name == "上海永昌贸易有限公司"
    assert draft.result(lines["number"]) == "K1"
    assert lines["note"].differs
    assert draft.can_join(lines["note"])
    assert not draft.can_join(lines["name"])
    draft.join(lines["note"], on=True)
    assert draft.result(lines["note"]) == "老客户\n欠款已清"
    assert draft.chosen(lines["note"]) is None
    draft.choose(lines["note"], 1)
    assert draft.result(lines["note"]) == "欠款已清"
    draft.choose(lines["name"], 1)
    assert draft.result(lines["former_names"]) == "永昌行、上海永昌贸易有限公司、永昌(上海)貿易"
    draft.keep(ids[1])
    assert draft.name == "永昌贸易"
    assert draft.result(lines["number"]) == "K2"
    draft.choose(lines["开户行"], 1)
    assert draft.result(lines["开户行"]) == "K2 银行"
    assert draft.one_person == {0}
    assert draft.coming_along()["sales_order"] == 1
    merge(store, draft.wish())
    with store.read() as session:
        assert session.get_one(Customer, ids[1]).annual_revenue == Decimal("12.50")
        assert session.scalar(select(func.count(Contact.id))) == 2
