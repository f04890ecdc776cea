"""Custom fields: defined, answered, changed, removed, and all of it taken back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select

from db.models import Contact, Customer, CustomField, CustomValue, KeyDate
from db.queries.custom import (
    Answer,
    CustomFieldRow,
    Named,
    answer_of,
    answers,
    chooses,
    custom_fields,
    custom_values,
    custom_values_of,
    is_answered,
)
from db.queries.journal import last_action
from db.store import Doing, Store, create_file, open_store
from db.vocabulary import CalendarKind, CustomKind
from desktop.rules.errors import RuleBroken
from desktop.rules.key_days import KeyDay
from desktop.services.attachments import attach
from desktop.services.custom import order_fields, remove_field, save_field
from desktop.services.custom_answers import day_answer, set_answers
from desktop.services.customers import delete_contact
from desktop.services.merging import Wish, merge
from desktop.services.undoing import undo

Define = Callable[..., int]
CHOICES = ("大客户", "A、B 都要", "<b>R&D</b>")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    path = tmp_path / "办公室.kezha"
    create_file(path)
    with closing(open_store(path, version="0.1.0", backups=tmp_path)) as opened:
        yield opened


@pytest.fixture
def customer(store: Store) -> int:
    with store.write(Doing("customer.create")) as session:
        row = Customer(name="单雄信贸易")
        session.add(row)
    return row.id


@pytest.fixture
def define(store: Store) -> Define:
    def one(kind: CustomKind, title: str = "", **more: Any) -> int:
        with store.write(Doing("custom.define")) as session:
            options = CHOICES if kind in (CustomKind.CHOICE, CustomKind.CHOICES) else ()
            return save_field(session, CustomFieldRow(kind=kind, title=title or kind.value, options=options, **more))

    return one


def answer(store: Store, customer_id: int, field_id: int, value: Answer | None) -> None:
    with store.write(Doing("customer.edit")) as session:
        set_answers(session, customer_id, {field_id: value})


def told(store: Store, customer_id: int) -> dict[int, Answer]:
    with store.read() as session:
        return custom_values(session, customer_id)


def take_back(store: Store) -> None:
    with store.read() as session:
        last = last_action(session)
    assert last is not None
    undo(store, last.id)


ANSWERS: list[tuple[CustomKind, Answer]] = [
    (CustomKind.TEXT, "一行 <i>&amp; 🙂"),
    (CustomKind.LONG_TEXT, "第一行\n第二行"),
    (CustomKind.NUMBER, Decimal("-1234.5678")),
    (CustomKind.MONEY, Decimal("99999.01")),
    (CustomKind.DATE, date(2026, 3, 5)),
    (CustomKind.CHOICE, CHOICES[1]),
    (CustomKind.CHOICES, (CHOICES[0], CHOICES[2])),
    (CustomKind.YES_NO, False),
    (CustomKind.PHONE, "0571-87654321"),
    (CustomKind.PERSON, Named(None, "王小二")),
]


@pytest.mark.parametrize(("kind", "value"), ANSWERS)
def test_an_answer_comes_back_as_it_was_given(
    store: Store, customer: int, define: Define, kind: CustomKind, value: Answer
) -> None:
    field = define(kind)
    answer(store, customer, field, value)
    assert told(store, customer) == {field: value}
    with store.read() as session:
        assert list(session.scalars(select(Customer.id).where(is_answered(field, kind)))) == [customer]
        assert session.scalar(select(answer_of(field, kind)).select_from(Customer)) is not None
    answer(store, customer, field, None)
    assert told(store, customer) == {}
    take_back(store)
    assert told(store, customer) == {field: value}


def test_a_key_date_is_a_key_date_of_the_customer(store: Store, customer: int, define: Define) -> None:
    field = define(CustomKind.KEY_DATE, "店庆")
    answer(store, customer, field, day_answer(KeyDay(8, 15, calendar=CalendarKind.LUNAR)))
    with store.read() as session:
        row = session.scalars(select(KeyDate)).one()
        assert (row.label, row.field_id, row.month, row.day, row.calendar) == ("店庆", field, 8, 15, "lunar")
    answer(store, customer, field, day_answer(KeyDay(3, 5, 1980), told(store, customer)[field]))
    with store.read() as session:
        assert session.scalars(select(KeyDate.month)).all() == [3]
    with pytest.raises(RuleBroken, match="bad_day"):
        answer(store, customer, field, day_answer(KeyDay(13, 1)))
    with store.write(Doing("custom.edit")) as session:
        save_field(session, CustomFieldRow(field, CustomKind.KEY_DATE, "开业纪念"))
    with store.read() as session:
        assert session.scalars(select(KeyDate.label)).all() == ["开业纪念"]


def test_a_contact_who_goes_leaves_his_name(store: Store, customer: int, define: Define) -> None:
    field = define(CustomKind.PERSON)
    with store.write(Doing("contact.edit")) as session:
        person = Contact(customer_id=customer, name="程咬金")
        stranger = Contact(customer_id=customer, name="别人")
        session.add_all([person, stranger])
    answer(store, customer, field, Named(person.id, "?"))
    assert told(store, customer) == {field: Named(person.id, "程咬金")}
    with store.write(Doing("contact.delete")) as session:
        delete_contact(session, person.id)
    assert told(store, customer) == {field: Named(None, "程咬金")}
    with pytest.raises(RuleBroken, match="gone"):
        answer(store, customer, field, Named(person.id, "程咬金"))


def test_a_file_is_an_attachment_of_the_customer(store: Store, customer: int, define: Define) -> None:
    field = define(CustomKind.FILE)
    with store.write(Doing("attachment.add")) as session:
        file_id = attach(session, customer, "合同.pdf", b"%PDF-1.4")
    answer(store, customer, field, Named(file_id, ""))
    assert told(store, customer) == {field: Named(file_id, "合同.pdf")}


def test_what_is_wrong_is_said_at_the_field(store: Store, customer: int, define: Define) -> None:
    text = define(CustomKind.TEXT, "统一编号", is_unique=True, required=True)
    choice, number = define(CustomKind.CHOICE), define(CustomKind.NUMBER)
    with store.write(Doing("customer.create")) as session:
        other = Customer(name="罗成粮行")
        session.add(other)
    answer(store, other.id, text, "X-1")
    wrong: list[tuple[int, Answer | None, str]] = [
        (text, "X-1", "not_unique"),
        (text, "a\x07", "control_sign"),
        (text, "x" * 501, "too_long"),
        (choice, "没有这个", "unknown_choice"),
        (number, Decimal("0.00001"), "too_precise"),
        (number, Decimal("1e13"), "money_too_large"),
    ]
    for field, value, code in wrong:
        with pytest.raises(RuleBroken, match=code) as caught:
            answer(store, customer, field, value)
        assert caught.value.field == f"custom_{field}"
        if code == "not_unique":
            assert caught.value.facts["name"] == "罗成粮行"
    with pytest.raises(RuleBroken, match="answer_missing"):
        answer(store, other.id, text, None)
    answer(store, other.id, text, "X-1")  # his own


def test_definitions_are_checked(store: Store, customer: int, define: Define) -> None:
    first = define(CustomKind.TEXT, " 备注<b>&amp; ")
    wrong = [
        (CustomFieldRow(title="  "), "title_missing"),
        (CustomFieldRow(title="备注<B>&AMP;"), "title_taken"),
        (CustomFieldRow(title="x" * 101), "too_long"),
        (CustomFieldRow(title="选", kind=CustomKind.CHOICE), "options_missing"),
        (CustomFieldRow(title="选", kind=CustomKind.CHOICE, options=("一", "一")), "option_twice"),
        (CustomFieldRow(id=1, title="谁"), "gone"),
    ]
    for draft, code in wrong:
        with pytest.raises(RuleBroken, match=code), store.write(Doing("custom.define")) as session:
            save_field(session, draft)
    with store.read() as session:
        assert [(one.id, one.title) for one in custom_fields(session)] == [(first, "备注<b>&amp;")]


def test_a_kind_changes_only_where_nothing_is_lost(store: Store, customer: int, define: Define) -> None:
    field = define(CustomKind.TEXT, "数")

    def become(kind: CustomKind, *options: str) -> None:
        with store.write(Doing("custom.edit")) as session:
            save_field(session, CustomFieldRow(field, kind, "数", options=options))

    answer(store, customer, field, "12 箱")
    with pytest.raises(RuleBroken, match="kind_loses") as caught:
        become(CustomKind.NUMBER)
    assert caught.value.facts == {"value": "12 箱", "name": "单雄信贸易"}
    with pytest.raises(RuleBroken, match="kind_fixed"):
        become(CustomKind.KEY_DATE)
    answer(store, customer, field, "1,200")
    become(CustomKind.NUMBER)
    assert told(store, customer) == {field: Decimal(1200)}
    become(CustomKind.LONG_TEXT)
    become(CustomKind.CHOICES, "1200", "8")
    assert told(store, customer) == {field: ("1200",)}
    for _ in range(3):
        take_back(store)
    assert told(store, customer) == {field: "1,200"}
    answer(store, customer, field, None)
    become(CustomKind.FILE)


def test_renaming_an_option_renames_the_answers_and_back(store: Store, customer: int, define: Define) -> None:
    field = define(CustomKind.CHOICES, "需求")
    answer(store, customer, field, (CHOICES[0], CHOICES[1]))
    with store.write(Doing("custom.edit")) as session:
        options = ("重点客户", *CHOICES[1:])
        save_field(session, CustomFieldRow(field, CustomKind.CHOICES, "需求", options=options), {"大客户": "重点客户"})
    assert told(store, customer) == {field: ("重点客户", CHOICES[1])}
    with store.read() as session:
        for option, expected in (("重点客户", 1), ("点客", 0), (CHOICES[1], 1), (CHOICES[2], 0)):
            found = select(func.count()).select_from(Customer).where(chooses(field, CustomKind.CHOICES, option))
            assert session.scalar(found) == expected
    take_back(store)
    assert told(store, customer) == {field: (CHOICES[0], CHOICES[1])}


def test_an_option_that_is_gone_stays_where_it_was(store: Store, customer: int, define: Define) -> None:
    field = define(CustomKind.CHOICE, "级")
    answer(store, customer, field, CHOICES[0])
    with store.write(Doing("custom.edit")) as session:
        save_field(session, CustomFieldRow(field, CustomKind.CHOICE, "级", options=CHOICES[1:]))
    answer(store, customer, field, CHOICES[0])
    answer(store, customer, field, CHOICES[1])
    with pytest.raises(RuleBroken, match="unknown_choice"):
        answer(store, customer, field, CHOICES[0])


def test_removing_a_field_is_taken_back_whole(store: Store, customer: int, define: Define) -> None:
    text, day = define(CustomKind.TEXT, "口味"), define(CustomKind.KEY_DATE, "店庆")
    answer(store, customer, text, "辣")
    answer(store, customer, day, day_answer(KeyDay(5, 1)))
    before = told(store, customer)
    for field in (text, day):
        with store.write(Doing("custom.delete")) as session:
            assert remove_field(session, field) == 1
    with store.read() as session:
        tables: tuple[Any, ...] = (CustomField, CustomValue, KeyDate)
        assert [session.scalar(select(func.count()).select_from(one)) for one in tables] == [0, 0, 0]
    take_back(store)
    take_back(store)
    assert told(store, customer) == before


def test_fields_keep_their_order(store: Store, define: Define) -> None:
    ids = [define(CustomKind.TEXT, str(number)) for number in range(4)]
    with store.write(Doing("custom.order")) as session:
        order_fields(session, [ids[2], ids[0]])
    with store.read() as session:
        assert [one.title for one in custom_fields(session)] == ["2", "0", "1", "3"]


def test_unique_is_refused_while_two_share(store: Store, customer: int, define: Define) -> None:
    field = define(CustomKind.NUMBER, "编")
    with store.write(Doing("customer.create")) as session:
        other = Customer(name="罗成粮行")
        session.add(other)
    for one in (customer, other.id):
        answer(store, one, field, Decimal(7))
    with pytest.raises(RuleBroken, match="not_unique_yet") as caught, store.write(Doing("custom.edit")) as session:
        save_field(session, CustomFieldRow(field, CustomKind.NUMBER, "编", is_unique=True))
    assert caught.value.facts["value"] == "7"


def test_lists_sort_and_ask_by_an_answer(store: Store, customer: int, define: Define) -> None:
    field = define(CustomKind.MONEY, "预算")
    with store.write(Doing("customer.create")) as session:
        rows = [Customer(name=f"客户{number}") for number in range(5)]
        session.add_all(rows)
        session.flush()
        for number, row in enumerate(rows):
            set_answers(session, row.id, {field: Decimal(10 * number)})
    ids = [row.id for row in rows]
    with store.read() as session:
        sort = answer_of(field, CustomKind.MONEY).desc().nulls_last()
        assert list(session.scalars(select(Customer.id).order_by(sort))) == [*reversed(ids), customer]
        rich = answers(field, CustomKind.MONEY, lambda amount: amount >= Decimal(30))
        assert sorted(session.scalars(select(Customer.id).where(rich))) == ids[3:]
        page = custom_values_of(session, [*ids, customer], [field])
        assert page[ids[4]] == {field: Decimal("40.00")}
        assert customer not in page


def test_merged_customers_keep_one_answer_a_field(store: Store, customer: int, define: Define) -> None:
    text, day = define(CustomKind.TEXT, "口味"), define(CustomKind.KEY_DATE, "店庆")
    with store.write(Doing("customer.create")) as session:
        other = Customer(name="单雄信贸易公司")
        session.add(other)
    for one, taste, month in ((customer, "辣", 5), (other.id, "甜", 6)):
        answer(store, one, text, taste)
        answer(store, one, day, day_answer(KeyDay(month, 1)))
    before = told(store, customer), told(store, other.id)
    merge(store, Wish(customer, (other.id,), answers={text: other.id}))
    found = told(store, customer)
    assert found[text] == "甜"
    with store.read() as session:
        days = session.execute(select(KeyDate.month, KeyDate.field_id, KeyDate.label).order_by(KeyDate.month)).all()
    assert [tuple(row) for row in days] == [(5, day, "店庆"), (6, None, "店庆")]
    take_back(store)
    assert (told(store, customer), told(store, other.id)) == before
