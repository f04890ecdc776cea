"""A person is erased from the rows, from the journal, from the search index, and from every byte of the file."""

from __future__ import annotations

import hashlib
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from sqlalchemy import func, select

from db import journal
from db.erasure import Person, erase, sweep, what_goes
from db.forgetting import drop_unused_contents
from db.merging import merge_customers
from db.models import (
    Action,
    Attachment,
    AttachmentContent,
    Change,
    Contact,
    Customer,
    CustomField,
    CustomValue,
    FollowUp,
    KeyDate,
    Order,
    Payment,
    PrivacyRecord,
    Reach,
    Relation,
    Secret,
    Survey,
)
from db.queries.actions import changed_fields, deletion_ids
from db.queries.history import history
from db.queries.journal import last_action
from db.recorder import ERASED_TEXT
from db.recycle_bin import bin_actions, empty_bin
from db.store import Doing, Store, quick_check
from db.vocabulary import (
    CustomerKind,
    CustomKind,
    FollowUpKind,
    FollowUpState,
    KeyDateKind,
    ReachKind,
    RelationKind,
)
from tests.db.undoing import add, change, counted, delete, found, names, plan, undo

NAME, OLD_NAME = "欧阳霁月", "欧阳小霁"
PHONE, OLD_PHONE, WECHAT, EMAIL = "13798765432", "15911223344", "oyjy_8866", "ouyang.jiyue@example.cn"
ID = "330106198503071234"
PICTURE = b"the only picture of Ouyang " * 400
TRACES = [one.encode() for one in (NAME, OLD_NAME, PHONE, OLD_PHONE, WECHAT, EMAIL, ID)] + [b"picture of Ouyang"]
CALLED = "（已删除）"


def erased(store: Store, person: Person, *, keep: bool = True) -> None:
    with store.write(Doing("privacy.erase", {"number": 1})) as session:
        erase(session, what_goes(session, person, keep_business=keep), called=CALLED)
    sweep(store.path)


def bytes_of(store: Store) -> bytes:
    """All bytes of the file; it is closed first: to open it beside the store would drop the store's lock."""
    store.close()
    assert quick_check(store.path, whole=True) == []
    return store.path.read_bytes()


def traces(store: Store) -> list[bytes]:
    whole = bytes_of(store)
    return [one for one in TRACES if one in whole]


def crowd(store: Store, count: int = 300) -> None:
    """Others, so that pages are divided and the index has segments."""
    for start in range(0, count, 60):
        rows: list[object] = []
        for number in range(start, start + 60):
            one = Customer(name=f"第{number}商店", number=f"N{number}", note=f"备注{number}" * 20)
            phone = f"138{number:08}"
            rows += [one, Reach(customer_id=one.id, kind=ReachKind.MOBILE, value=phone)]
        add(store, *rows)


def a_contact(store: Store, company: Customer) -> int:
    """A contact with all that can hang on him, edited, partly deleted and undone. His id."""
    secret = Secret(value=ID)
    person = Contact(customer_id=company.id, name=OLD_NAME, note="喜欢茶", id_number_id=secret.id)
    phone = Reach(customer_id=company.id, contact_id=person.id, kind=ReachKind.MOBILE, value=OLD_PHONE)
    wechat = Reach(customer_id=company.id, contact_id=person.id, kind=ReachKind.WECHAT, value=WECHAT)
    mail = Reach(customer_id=company.id, contact_id=person.id, kind=ReachKind.EMAIL, value=EMAIL)
    content = AttachmentContent(sha256=hashlib.sha256(PICTURE).hexdigest(), size=len(PICTURE), data=PICTURE)
    picture = Attachment(customer_id=company.id, contact_id=person.id, content_id=content.id, name=f"{OLD_NAME}.jpg")
    done = FollowUp(
        customer_id=company.id, contact_id=person.id, kind=FollowUpKind.CALL, state=FollowUpState.DONE,
        done_on=date(2026, 3, 4), result=f"{OLD_NAME}说要再等，电话{OLD_PHONE}", effective=True,
    )  # fmt: skip
    day = KeyDate(customer_id=company.id, contact_id=person.id, kind=KeyDateKind.BIRTHDAY, month=3, day=7)
    record = PrivacyRecord(customer_id=company.id, contact_id=person.id, source="名片")
    add(store, secret, person, phone, wechat, mail, content, picture, done, day, record)
    change(store, "contact", person.id, name=NAME, title="采购")
    change(store, "reach", phone.id, value=PHONE)
    change(store, "follow_up", done.id, result=f"{NAME}同意，137 9876 5432")
    change(store, "customer", company.id, principal_name=NAME, principal_hobbies="书法", note=f"老板{NAME}的公司")
    delete(store, "reach", wechat.id)
    undo(store, delete(store, "reach", mail.id))
    delete(store, "attachment", picture.id)
    with store.write(Doing("contact.delete", {"name": NAME})) as session:
        session.add(
            Relation(customer_id=company.id, contact_id=person.id, kind=RelationKind.FRIEND_OF, other_name="某")
        )
    return person.id


def test_nothing_of_a_contact_is_left_in_the_file(store: Store, customer: Customer) -> None:
    crowd(store, 120)
    contact = a_contact(store, customer)
    crowd_after = Customer(name="邻居", number="Z1")
    add(store, crowd_after)
    assert names(store, PHONE[-6:]) == [customer.name]
    erased(store, Person(customer.id, contact))
    assert names(store, PHONE[-6:]) == names(store, NAME) == names(store, WECHAT) == []
    assert names(store, "单雄信") == [customer.name]
    row = found(store, Customer, customer.id)
    assert (row.principal_name, row.principal_hobbies, row.note) == (None, None, f"老板{CALLED}的公司")
    with store.read() as session:
        call = session.scalars(select(FollowUp)).one()
        assert (call.contact_id, call.result) == (None, f"{CALLED}同意，{CALLED}")
        assert [line for line in history(session, customer.id) if NAME in f"{line.old}{line.new}"] == []
        assert deletion_ids(session) == []
    assert counted(store, Contact, KeyDate, Attachment, AttachmentContent, Secret, PrivacyRecord) == [0] * 6
    assert traces(store) == []


def test_his_values_are_there_before(store: Store, customer: Customer) -> None:
    """The search for bytes can find: else the test above would show nothing."""
    a_contact(store, customer)
    assert traces(store) == [one for one in TRACES if one]


def test_one_person_at_two_customers_is_erased_at_both(store: Store, customer: Customer) -> None:
    other = Customer(name="第二家", number="K2")
    mark = 77
    one = Contact(customer_id=customer.id, name=NAME, person_mark=mark)
    two = Contact(customer_id=other.id, name=NAME, person_mark=mark)
    line = Reach(customer_id=other.id, contact_id=two.id, kind=ReachKind.MOBILE, value=PHONE)
    own = Reach(customer_id=other.id, kind=ReachKind.MOBILE, value=PHONE)
    add(store, other, one, two, line, own)
    erased(store, Person(customer.id, one.id))
    assert counted(store, Customer, Contact, Reach) == [2, 0, 0]
    assert traces(store) == []


def a_person(store: Store) -> int:
    secret = Secret(value=ID)
    person = Customer(name=OLD_NAME, number="P1", kind=CustomerKind.PERSON, id_number_id=secret.id, former_names=NAME)
    phone = Reach(customer_id=person.id, kind=ReachKind.MOBILE, value=PHONE)
    order = Order(customer_id=person.id, ordered_on=date(2026, 1, 2), amount=Decimal(100), note=f"送到{OLD_NAME}家")
    paid = Payment(customer_id=person.id, order_id=order.id, paid_on=date(2026, 1, 3), amount=Decimal(100))
    asked = Survey(customer_id=person.id, asked_on=date(2026, 2, 3), comment="满意")
    field = CustomField(kind=CustomKind.TEXT, title="昵称")
    value = CustomValue(field_id=field.id, customer_id=person.id, text=WECHAT)
    with store.write(Doing("customer.create", {"name": OLD_NAME})) as session:
        session.add_all([secret, person, phone, order, paid, asked, field, value])
    with store.write(Doing("customer.edit", {"name": OLD_NAME})) as session:
        journal.bulk_change(session, journal.table_named("customer"), {person.id: {"name": NAME, "note": EMAIL}})
    return person.id


def test_a_customer_is_made_nameless_and_his_orders_stay(store: Store) -> None:
    crowd(store, 60)
    person = a_person(store)
    friend = Customer(name="朋友", number="K9")
    add(store, friend, Relation(customer_id=friend.id, kind=RelationKind.FRIEND_OF, other_customer_id=person,
                                other_name=NAME))  # fmt: skip
    erased(store, Person(person))
    row = found(store, Customer, person)
    assert (row.name, row.number, row.note, row.id_number_id) == (CALLED, None, None, None)
    with store.read() as session:
        assert session.scalars(select(Order)).one().note == f"送到{CALLED}家"
    assert counted(store, Payment, Survey, CustomValue, Relation, Reach, Secret) == [1, 0, 0, 0, 60, 0]
    assert traces(store) == []


def test_a_customer_goes_with_his_orders_when_that_is_wanted(store: Store) -> None:
    person = a_person(store)
    erased(store, Person(person), keep=False)
    assert counted(store, Customer, Order, Payment, Survey, Reach) == [0] * 5
    assert traces(store) == []


def test_what_was_merged_into_him_goes_too(store: Store, customer: Customer) -> None:
    person = a_person(store)
    double = Customer(name=f"{NAME}（重复）", number="P2", kind=CustomerKind.PERSON, note=f"又{OLD_NAME}")
    phone = Reach(customer_id=double.id, kind=ReachKind.MOBILE, value=OLD_PHONE)
    add(store, double, phone)
    change(store, "customer", double.id, note=f"第二次记的{OLD_NAME}")
    with store.write(Doing("customers.merge", {"name": NAME, "kept": person, "ids": [double.id]})) as session:
        merge_customers(session, person, [double.id], values={}, answers={}, contacts=())
    erased(store, Person(person))
    assert traces(store) == []


def test_a_contact_that_was_united_with_him_goes_too(store: Store, customer: Customer) -> None:
    contact = a_contact(store, customer)
    double = Contact(customer_id=customer.id, name=NAME)
    phone = Reach(customer_id=customer.id, contact_id=double.id, kind=ReachKind.MOBILE, value="13500001111")
    add(store, double, phone)
    change(store, "contact", double.id, note=f"就是{OLD_NAME}")
    change(store, "reach", phone.id, contact_id=contact)
    delete(store, "contact", double.id)
    erased(store, Person(customer.id, contact))
    whole = bytes_of(store)
    assert [one for one in [*TRACES, b"13500001111"] if one in whole] == []


def test_one_in_the_recycle_bin_is_erased_too(store: Store, customer: Customer) -> None:
    contact = a_contact(store, customer)
    undo(store, delete(store, "contact", contact))
    erased(store, Person(customer.id, contact))
    with store.read() as session:
        assert deletion_ids(session) == []
    assert traces(store) == []


def test_what_was_done_before_still_says_who_and_when(store: Store, customer: Customer) -> None:
    contact = a_contact(store, customer)
    with store.read() as session:
        before = [(one.id, one.kind) for one in session.scalars(select(Action).order_by(Action.id))]
        count = session.scalar(select(func.count()).select_from(Change))
    erased(store, Person(customer.id, contact))
    with store.read() as session:
        after = [(one.id, one.kind) for one in session.scalars(select(Action).order_by(Action.id))]
        assert after[:-1] == before
        assert (session.scalar(select(func.count()).select_from(Change)) or 0) > (count or 0)
        lines = changed_fields(session, after[-1][0])
    assert lines
    assert all(line.old is None and line.new is None for line in lines)


def test_an_undo_says_that_the_values_were_not_kept(store: Store, customer: Customer) -> None:
    contact = a_contact(store, customer)
    edited = change(store, "contact", contact, title="经理")
    noted = change(store, "customer", customer.id, note="新")
    erased(store, Person(customer.id, contact))
    assert {one.reason for one in plan(store, edited).conflicts} == {"not_kept"}
    undo(store, noted)
    assert found(store, Customer, customer.id).note == f"老板{CALLED}的公司"
    with store.read() as session:
        last = last_action(session)
        erasing = session.scalar(select(Action.id).where(Action.kind == "privacy.erase"))
    assert last is not None
    assert last.kind != "privacy.erase"
    assert plan(store, erasing or 0).size() == 0


@pytest.mark.parametrize("of_customer", [False, True])
def test_no_undo_of_what_came_before_brings_him_back(store: Store, customer: Customer, of_customer: bool) -> None:
    who = Person(a_person(store)) if of_customer else Person(customer.id, a_contact(store, customer))
    with store.read() as session:
        before = list(session.scalars(select(Action.id).order_by(Action.id.desc())))
    erased(store, who)
    for one in before:
        undo(store, one)
    sweep(store.path)
    assert traces(store) == []


def test_the_recycle_bin_is_emptied_up_to_a_day(store: Store, customer: Customer) -> None:
    gone, later = Customer(name=NAME, number="A1"), Customer(name="晚些", number="A2")
    gone_phone = Reach(customer_id=gone.id, kind=ReachKind.MOBILE, value=PHONE)
    content = AttachmentContent(sha256=hashlib.sha256(PICTURE).hexdigest(), size=len(PICTURE), data=PICTURE)
    picture = Attachment(customer_id=gone.id, content_id=content.id, name="a.jpg")
    add(store, gone, gone_phone, later, content, picture)
    now = datetime(2026, 11, 22, 8, tzinfo=UTC)
    store.clock = lambda: now - timedelta(days=40)
    delete(store, "customer", gone.id)
    store.clock = lambda: now
    second = delete(store, "customer", later.id)
    with store.read() as session:
        old = bin_actions(session, now - timedelta(days=30))
        assert len(old) == 1
        assert len(bin_actions(session, None)) == 2
    with store.write(Doing("bin.empty")) as session:
        assert empty_bin(session, old, called=CALLED) == 3
    sweep(store.path)
    with store.read() as session:
        assert deletion_ids(session) == [second]
    assert counted(store, AttachmentContent) == [0]
    undo(store, second)
    assert counted(store, Customer) == [2]
    assert traces(store) == []


def test_contents_that_another_still_needs_stay(store: Store, customer: Customer) -> None:
    content = AttachmentContent(sha256="0" * 64, size=1, data=b"x")
    kept = Attachment(customer_id=customer.id, content_id=content.id, name="a")
    binned = AttachmentContent(sha256="1" * 64, size=1, data=b"y")
    thrown = Attachment(customer_id=customer.id, content_id=binned.id, name="b")
    add(store, content, kept, binned, thrown)
    gone = delete(store, "attachment", thrown.id)
    with store.write(Doing("x")) as session:
        assert drop_unused_contents(session) == 0
    undo(store, gone)
    assert counted(store, Attachment) == [2]


def test_the_blanked_form_is_what_the_readers_expect() -> None:
    assert ERASED_TEXT == '{"erased":[null,null]}'


@pytest.mark.parametrize("count", [1, 7])
def test_erasing_one_after_the_other(tmp_path: Path, store: Store, customer: Customer, count: int) -> None:
    crowd(store, 60)
    people = [Contact(customer_id=customer.id, name=f"{NAME}{number}") for number in range(count)]
    add(store, *people)
    for one in people:
        erased(store, Person(customer.id, one.id))
    assert NAME.encode() not in bytes_of(store)
