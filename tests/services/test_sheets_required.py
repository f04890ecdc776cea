"""On paper with blanks to fill in, what is required of the customer has a thick frame."""

from __future__ import annotations

from datetime import date

import pypdfium2

from db.queries.card import CustomerDraft, ReachDraft
from db.store import Doing, Store
from db.vocabulary import CustomerKind
from desktop.paths import resources
from desktop.progress import Progress
from desktop.services.completeness import save_required
from desktop.services.customers import NewCustomer, create_customer
from desktop.services.sheets import customer_sheets, record
from desktop.words import Catalogue

WORDS = Catalogue.load("zh_CN", resources() / "i18n")
TODAY = date(2026, 11, 22)


def customer(store: Store, required: list[str]) -> int:
    with store.write(Doing("customer.create", {"name": "甲"})) as session:
        save_required(session, {(CustomerKind.COMPANY, "A"): required})
        draft = CustomerDraft(name="甲厂", value_tier="A", industry="包装")
        return create_customer(session, NewCustomer(draft, (ReachDraft(value="13800138000"),)))


def ink(store: Store, one: int, *, blanks: bool) -> int:
    """How many dark dots the first page has."""
    made = customer_sheets(store, [one], WORDS, today=TODAY, blanks=blanks, progress=Progress())
    document = pypdfium2.PdfDocument(made.data)
    page = document[0].render(scale=2, grayscale=True)
    dark = sum(value < 160 for value in bytes(page.buffer))
    page.close()
    document.close()
    return dark


def test_a_record_knows_what_is_required_and_missing(empty_store: Store) -> None:
    one = customer(empty_store, ["reaches", "industry", "credit_code", "has_need", "key_dates", "owner_id"])
    with empty_store.read() as session:
        found = record(session, one, TODAY)
    assert found is not None
    assert found["missing"] == {
        "customer.credit_code", "customer.has_need", "key_date.birthday", "customer.owner_id",
    }  # fmt: skip


def test_required_blanks_are_framed_and_only_where_blanks_are_asked_for(empty_store: Store) -> None:
    one = customer(empty_store, [])
    plain, bare = ink(empty_store, one, blanks=True), ink(empty_store, one, blanks=False)
    with empty_store.write(Doing("policy.edit", {"key": "required_fields"})) as session:
        save_required(session, {(CustomerKind.COMPANY, "A"): ["credit_code", "has_need", "address"]})
    assert ink(empty_store, one, blanks=True) > plain + 500
    assert ink(empty_store, one, blanks=False) == bare
