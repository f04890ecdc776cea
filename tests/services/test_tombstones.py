"""Who asked to be erased is known again at the desk and in imports, and held back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from sqlalchemy import select

from db.erasure import Person
from db.models import Contact, Customer, Tombstone
from db.queries.card import ContactDraft, CustomerDraft, ReachDraft
from db.store import Doing, Store
from db.vocabulary import CustomerKind, ReachKind
from desktop.progress import Progress
from desktop.services.customers import NewCustomer, create_customer
from desktop.services.erasing import erase_person
from desktop.services.exchange import steps
from desktop.services.tombstones import asked_to_be_erased
from desktop.services.unclear import save_contact_id_number
from tests.services.exchange_files import bring, lines, outcomes, written

DAY = date(2026, 11, 22)
PHONE = "13798765432"


def made(store: Store) -> tuple[int, int]:
    contact = ContactDraft(
        name="欧阳霁月",
        reaches=(ReachDraft(value=PHONE), ReachDraft(kind=ReachKind.EMAIL, value="oy@x.cn")),
    )
    with store.write(Doing("customer.create", {"name": "恒远"})) as session:
        customer = create_customer(session, NewCustomer(CustomerDraft(name="恒远机械有限公司"), (), contact))
        session.flush()
        return customer, session.scalars(select(Contact.id)).one()


def erased(store: Store) -> None:
    erase(store, *made(store))


def erase(store: Store, customer: int, contact: int) -> None:
    person = Person(customer, contact)
    number = erase_person(store, person, keep_business=True, called=lambda n: f"#{n}", today=DAY, progress=Progress())
    assert number == 1


def asked(store: Store, customer: CustomerDraft, contact: ContactDraft | None = None, *phones: str) -> date | None:
    with store.read() as session:
        return asked_to_be_erased(session, customer, [ReachDraft(value=one) for one in phones], contact)


def test_nothing_is_known_before(empty_store: Store) -> None:
    made(empty_store)
    assert asked(empty_store, CustomerDraft(name="x"), None, PHONE) is None


def test_he_is_known_by_phone_mail_or_name_with_employer(empty_store: Store) -> None:
    customer, contact = made(empty_store)
    with empty_store.write(Doing("contact.edit")) as session:
        save_contact_id_number(session, contact, "330106198503071235")
    erase(empty_store, customer, contact)
    company = CustomerDraft(name="别家公司")
    assert asked(empty_store, company, None, "137 9876 5432") == DAY
    assert asked(empty_store, CustomerDraft(name="恒远机械"), ContactDraft(name="欧阳霁月")) == DAY
    assert asked(empty_store, company, ContactDraft(name="欧阳霁月")) is None
    mail = ContactDraft(name="谁", reaches=(ReachDraft(kind=ReachKind.EMAIL, value="OY@x.cn"),))
    assert asked(empty_store, company, mail) == DAY
    assert asked(empty_store, company, None, "13798765433") is None
    with empty_store.read() as session:
        assert asked_to_be_erased(session, company, (), None, "330106198503071235") == DAY


def test_the_tombstone_holds_no_value(empty_store: Store) -> None:
    erased(empty_store)
    with empty_store.read() as session:
        stones = session.scalars(select(Tombstone)).all()
    assert {one.kind for one in stones} == {"phone", "email", "name"}
    assert all(len(one.mark) == 6 for one in stones)


def test_rows_of_the_erased_are_held_back_and_can_be_let_through(empty_store: Store, tmp_path: Path) -> None:
    erased(empty_store)
    sheet = written(tmp_path / "客户.xlsx", lines("客户名称 手机", f"新客户 {PHONE}", "另一家 13911112222"))
    report = bring(empty_store, sheet)
    assert outcomes(report) == ["skipped erased_person", "created"]
    assert report.line(0).reason is not None
    assert report.line(0).reason.facts == {"on": "2026-11-22"}  # type: ignore[union-attr]
    book = steps.read(sheet, Progress())
    proposal = replace(steps.propose(book), let_erased=True)
    report = steps.apply(empty_store, book, proposal, Progress(), name="x")
    assert outcomes(report) == ["created", "skipped nothing_new"]


def test_a_person_is_known_by_his_name_and_employer(empty_store: Store) -> None:
    draft = CustomerDraft(kind=CustomerKind.PERSON, name="单晓燕", employer="自由画室")
    with empty_store.write(Doing("customer.create", {"name": "x"})) as session:
        customer = create_customer(session, NewCustomer(draft))
    erase_person(empty_store, Person(customer), keep_business=False, called=str, today=DAY, progress=Progress())
    assert asked(empty_store, draft) == DAY
    with empty_store.read() as session:
        assert session.scalars(select(Customer)).all() == []
