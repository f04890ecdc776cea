"""One person at several customers: what is his is kept alike, what is the post's is not, and all is undone."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from db.models import Contact, Customer
from db.queries.card import ContactDraft, KeyDateDraft, ReachDraft, card
from db.queries.journal import last_action
from db.queries.people import contacts_like, other_posts
from db.store import Doing, Store, create_file, open_store
from db.undo import apply_undo, plan_undo
from db.vocabulary import CalendarKind, Gender, ReachKind
from desktop.rules.errors import RuleBroken
from desktop.services.customers import save_contact, save_key_dates
from desktop.services.people import keep_alike, move_to, other_person, same_person, seen_person, work_at
from tests.db.dumps import dump

TODAY = date(2026, 11, 22)
MOBILE = ReachDraft(None, ReachKind.MOBILE, "13800138000")
OFFICE = ReachDraft(None, ReachKind.PHONE, "0571-88001234")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    path = tmp_path / "客户.kezha"
    create_file(path)
    with closing(open_store(path, version="test", backups=tmp_path)) as opened:
        yield opened


@pytest.fixture
def three(store: Store) -> tuple[int, int, int]:
    """Two customers, and 王芳 at the first."""
    with store.write(Doing("make")) as session:
        one, two = Customer(name="甲公司"), Customer(name="乙公司")
        session.add_all([one, two])
        session.flush()
        draft = ContactDraft(name="王芳", title="采购", gender=Gender.FEMALE, hobbies="茶", reaches=(MOBILE, OFFICE))
        contact = save_contact(session, one.id, draft)
        day = KeyDateDraft(contact_id=contact, calendar=CalendarKind.LUNAR, month=8, day=15)
        save_key_dates(session, one.id, [day])
        return one.id, two.id, contact


def contact(store: Store, customer_id: int, contact_id: int) -> ContactDraft:
    with store.read() as session:
        found = card(session, customer_id)
    assert found is not None
    return next(one for one in found.contacts if one.id == contact_id)


def save(store: Store, customer_id: int, draft: ContactDraft) -> None:
    with store.write(Doing("contact.edit")) as session:
        before = seen_person(session, draft.id)
        save_contact(session, customer_id, draft)
        keep_alike(session, draft.id or 0, before)


def test_what_is_hers_comes_along_and_what_is_the_posts_does_not(store: Store, three: tuple[int, int, int]) -> None:
    first, second, wang = three
    with store.write(Doing("contact.elsewhere")) as session:
        there = work_at(session, wang, second, title="顾问")
    made = contact(store, second, there)
    assert (made.name, made.title, made.gender, made.hobbies) == ("王芳", "顾问", Gender.FEMALE, "茶")
    assert [(one.kind, one.value) for one in made.reaches] == [(ReachKind.MOBILE, "13800138000")]
    with store.read() as session:
        found = card(session, second)
        assert found is not None
        (day,) = found.key_dates
        assert (day.contact_id, day.calendar, day.month, day.day) == (there, CalendarKind.LUNAR, 8, 15)
        (post,) = other_posts(session, first)[wang]
        assert (post.customer_id, post.customer, post.title, post.active) == (second, "乙公司", "顾问", True)
        assert other_posts(session, second)[there][0].contact_id == wang


def test_a_change_of_hers_is_made_everywhere_and_undone_everywhere(store: Store, three: tuple[int, int, int]) -> None:
    first, second, wang = three
    with store.write(Doing("contact.elsewhere")) as session:
        there = work_at(session, wang, second)
    before = dump(store)
    now = contact(store, first, wang)
    mobile = next(one for one in now.reaches if one.kind is ReachKind.MOBILE)
    changed = replace(now, name="王芳芳", title="经理", reaches=(replace(mobile, value="13900139000"),))
    save(store, first, changed)
    other = contact(store, second, there)
    assert (other.name, other.title) == ("王芳芳", None)
    assert [one.value for one in other.reaches] == ["13900139000"]
    with store.read() as session:
        last = last_action(session)
        assert last is not None
        plan = plan_undo(session, last.id)
    assert plan.conflicts == []
    with store.write(Doing("undo", undoes_id=last.id)) as session:
        apply_undo(session, plan)
    assert dump(store) == before


def test_what_was_written_otherwise_there_stays(store: Store, three: tuple[int, int, int]) -> None:
    first, second, wang = three
    with store.write(Doing("contact.elsewhere")) as session:
        there = work_at(session, wang, second)
    with store.write(Doing("x")) as session:
        session.get_one(Contact, there).hobbies = "登山"
    save(store, first, replace(contact(store, first, wang), hobbies="咖啡", taboos="不谈政治"))
    other = contact(store, second, there)
    assert (other.hobbies, other.taboos) == ("登山", "不谈政治")


def test_one_who_left_for_another_customer_stays_as_history(store: Store, three: tuple[int, int, int]) -> None:
    first, second, wang = three
    with store.write(Doing("contact.elsewhere")) as session:
        there = move_to(session, wang, second, TODAY, "跳槽")
    old = contact(store, first, wang)
    assert (old.active, old.left_on, old.left_reason) == (False, TODAY, "跳槽")
    assert contact(store, second, there).active
    with pytest.raises(RuleBroken, match="person_there"), store.write(Doing("x")) as session:
        work_at(session, wang, second)


def test_contacts_are_joined_and_parted(store: Store, three: tuple[int, int, int]) -> None:
    first, second, wang = three
    with store.write(Doing("x")) as session:
        other = save_contact(session, second, ContactDraft(name="王 芳"))
        third = save_contact(session, second, ContactDraft(name="王芳（前台）"))
    with store.write(Doing("contact.same")) as session:
        same_person(session, wang, other)
    with store.write(Doing("contact.same")) as session:
        same_person(session, third, wang)
    with store.read() as session:
        assert {one.contact_id for one in other_posts(session, first)[wang]} == {other, third}
        assert [one.contact_id for one in contacts_like(session, "wang", but=[wang])] != []
        assert {one.contact_id for one in contacts_like(session, "0013 8000")} == {wang}
        assert contacts_like(session, "%") == []
    for one in (third, other):
        with store.write(Doing("contact.same")) as session:
            other_person(session, one)
    with store.read() as session:
        assert other_posts(session, first) == {}
        assert session.get_one(Contact, wang).person_mark is None


def test_a_weight_out_of_range_is_refused(store: Store, three: tuple[int, int, int]) -> None:
    first, _second, wang = three
    with pytest.raises(RuleBroken, match="out_of_range"):
        save(store, first, replace(contact(store, first, wang), decision_weight=6))
    save(store, first, replace(contact(store, first, wang), decision_weight=5))
    assert contact(store, first, wang).decision_weight == 5
