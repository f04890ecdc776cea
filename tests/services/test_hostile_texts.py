"""Texts nobody would type: kept whole, or refused with a reason; and what stands beside a card's columns."""

from __future__ import annotations

import pytest

from db.models import Tag
from db.problems import StoreProblem
from db.queries.card import ContactDraft, CustomerDraft, card
from db.store import Doing, Store
from desktop.rules.errors import RuleBroken
from desktop.services.customers import NewCustomer, create_customer, save_contact
from desktop.services.unclear import LONGEST_ID, save_customer_id_number, save_unclear

LONG = "长" * 1_000_000


@pytest.mark.parametrize("text", [LONG, "🎉" * 1000, "a\u202eb", "\x1b[31m", "\ufeff\u200f名", "一\r\n二\x0b三"])
def test_prose_of_any_kind_is_kept_whole(empty_store: Store, text: str) -> None:
    with empty_store.write(Doing("customer.create", {"name": "甲"})) as session:
        made = create_customer(session, NewCustomer(CustomerDraft(name="甲", note=text, address=text)))
    with empty_store.read() as session:
        kept = card(session, made)
    assert kept is not None
    assert kept.customer.note == kept.customer.address == text.strip()


@pytest.mark.parametrize(
    ("text", "code"), [("甲\x00乙", "text_nul"), ("甲\ud83d", "text_broken"), ("长" * 501, "too_long")]
)
def test_what_no_file_can_keep_is_refused_at_its_field(empty_store: Store, text: str, code: str) -> None:
    with empty_store.write(Doing("customer.create", {"name": "甲"})) as session:
        made = create_customer(session, NewCustomer(CustomerDraft(name="甲")))
    with empty_store.write(Doing("customer.edit", {"name": "甲"})) as session:
        with pytest.raises(RuleBroken) as caught:
            create_customer(session, NewCustomer(CustomerDraft(name=text)))
        assert (caught.value.code, caught.value.field) == (code, "name")
        with pytest.raises(RuleBroken) as caught:
            save_contact(session, made, ContactDraft(name=text))
        assert (caught.value.code, caught.value.field) == (code, "name")


@pytest.mark.parametrize("text", ["甲\x00乙", "甲\ud83d"])
def test_no_other_way_leads_such_a_text_into_the_file(empty_store: Store, text: str) -> None:
    with pytest.raises(StoreProblem) as caught, empty_store.write(Doing("customer.edit", {"name": "甲"})) as session:
        session.add(Tag(name=text))
    assert (caught.value.code, caught.value.facts["place"]) == ("text_unfit", 2)


def test_unclear_texts_and_id_numbers_have_their_limits(empty_store: Store) -> None:
    with empty_store.write(Doing("customer.create", {"name": "甲"})) as session:
        made = create_customer(session, NewCustomer(CustomerDraft(name="甲")))
    with empty_store.write(Doing("customer.edit", {"name": "甲"})) as session:
        save_unclear(session, made, None, ("founded_on", "headcount"), {"founded_on": LONG})
    with empty_store.read() as session:
        kept = card(session, made)
    assert kept is not None
    assert kept.unclear_of(None) == {"founded_on": LONG}
    with pytest.raises(RuleBroken) as caught, empty_store.write(Doing("customer.edit", {"name": "甲"})) as session:
        save_unclear(session, made, None, ("founded_on",), {"founded_on": "\x00"})
    assert (caught.value.code, caught.value.field) == ("text_nul", "founded_on")
    with pytest.raises(RuleBroken) as caught, empty_store.write(Doing("customer.edit", {"name": "甲"})) as session:
        save_customer_id_number(session, made, "1" * (LONGEST_ID + 1))
    assert caught.value.code == "too_long"
