"""A person is erased from what the calendar and the desk keep too: texts, people taking part, runs of sequences."""

from __future__ import annotations

from datetime import UTC, date, datetime

from sqlalchemy import String, Text, select

from db import journal
from db.erasure import Person
from db.erasure_words import text_columns
from db.models import (
    Base,
    Callback,
    CardCheck,
    Contact,
    Contract,
    Customer,
    FollowUp,
    FollowUpComment,
    FollowUpMove,
    FollowUpPerson,
    FollowUpSequence,
    FollowUpSeries,
    KeyDate,
    Loan,
    SequenceRun,
)
from db.store import Store
from db.vocabulary import FollowUpKind, FollowUpState, KeyDateKind, Trigger, Verdict
from tests.db.test_erasure import CALLED, NAME, OLD_NAME, PHONE, a_contact, a_person, erased, traces
from tests.db.undoing import add, change, counted, delete


def a_worked_customer(store: Store, company: Customer, contact: int) -> None:
    """All that the calendar and the desk keep of a customer, each text naming the person; changed and deleted too."""
    day, said = date(2026, 3, 4), f"去{NAME}那里，{PHONE}"
    sequence = FollowUpSequence(key="birthday", name="生日关怀", trigger=Trigger.HAND, content="[]")
    series = FollowUpSeries(customer_id=company.id, contact_id=contact, kind=FollowUpKind.CALL, purpose=said,
                            place=said, rule="FREQ=WEEKLY", starts_on=day)  # fmt: skip
    birthday = KeyDate(customer_id=company.id, contact_id=contact, kind=KeyDateKind.BIRTHDAY, month=3, day=7)
    contract = Contract(customer_id=company.id, title=f"与{NAME}签的供货合同", note=said, ends_on=day)
    run = SequenceRun(customer_id=company.id, contact_id=contact, sequence_id=sequence.id, anchor_on=day, begun_on=day,
                      key_date_id=birthday.id, contract_id=contract.id)  # fmt: skip
    visit = FollowUp(customer_id=company.id, contact_id=contact, kind=FollowUpKind.VISIT, state=FollowUpState.PLANNED,
                     planned_on=day, purpose=said, place=f"{NAME}家", note=said, series_id=series.id, series_on=day,
                     run_id=run.id, run_step=0)  # fmt: skip
    own = {"customer_id": company.id, "follow_up_id": visit.id}
    taking_part = FollowUpPerson(**own, contact_id=contact)
    moved = FollowUpMove(**own, moved_on=day, from_on=day, to_on=day, reason=f"{NAME}出差")
    comment = FollowUpComment(**own, at=datetime(2026, 3, 4, tzinfo=UTC), text=said, must_answer=True)
    callback = Callback(**own, contact_id=contact, asked_on=day, verdict=Verdict.DIFFERS, note=said)
    check = CardCheck(customer_id=company.id, week_on=day, drawn_on=day, remark=said)
    loan = Loan(customer_id=company.id, lent_on=day, note=f"给{NAME}看")
    add(store, sequence, series, birthday, contract, run, visit, taking_part, moved, comment, callback, check, loan)
    change(store, "follow_up", visit.id, place=f"{OLD_NAME}家")
    change(store, "follow_up_comment", comment.id, text=f"{OLD_NAME}说了什么？")
    delete(store, "loan", loan.id)
    delete(store, "follow_up_move", moved.id)


def test_what_the_calendar_and_the_desk_keep_no_longer_names_him(store: Store, customer: Customer) -> None:
    contact = a_contact(store, customer)
    a_worked_customer(store, customer, contact)
    erased(store, Person(customer.id, contact))
    kept = (FollowUpSeries, Contract, SequenceRun, FollowUpComment, Callback, CardCheck)
    assert counted(store, *kept, FollowUpPerson) == [1] * len(kept) + [0]
    with store.read() as session:
        run = session.scalars(select(SequenceRun)).one()
        assert (run.contact_id, run.key_date_id) == (None, None)
        assert session.scalars(select(Contract.title)).one() == f"与{CALLED}签的供货合同"
    assert traces(store) == []


def test_a_customer_goes_with_what_the_calendar_and_the_desk_keep(store: Store) -> None:
    person = a_person(store)
    contact = Contact(customer_id=person, name=NAME)
    add(store, contact)
    with store.read() as session:
        row = session.get_one(Customer, person)
    a_worked_customer(store, row, contact.id)
    erased(store, Person(person))
    assert counted(store, FollowUpSeries, SequenceRun, FollowUp, FollowUpComment, Callback, CardCheck) == [0] * 6
    assert traces(store) == []


# Lines of a customer's records that name no person beside his own records: codes, words to choose from, places.
NAMELESS = {
    "customer": "pinyin name_key search_text number name short_name former_names credit_code legal_form industry "
    "registered_capital province city district postcode website principal_character principal_hobbies "
    "principal_family principal_education principal_ability value_tier invoice_title invoice_tax_number invoice_bank "
    "invoice_account invoice_phone similar_brand occupation employer education ethnicity native_place plate_number",
    "attachment": "media_type",
    "competitor_use": "product",
    "contact": "name title department pinyin",
    "contract": "number",
    "follow_up": "uid",
    "follow_up_series": "rule uid",
    "promotion_plan": "from_code target_code",
    "rating": "code computed previous segment approver",
    "reach": "value extension label digits",
    "sales_order": "number",
    "tier_override": "code approver",
    "unclear_value": "field",
}


def test_every_text_about_a_customer_is_cleaned_or_is_known_to_name_nobody() -> None:
    left: dict[str, list[str]] = {}
    for table in Base.metadata.sorted_tables:
        if table.name == "customer" or ("customer_id" in table.c and table.name not in journal.JOURNAL_TABLES):
            texts = [column.name for column in table.c if isinstance(column.type, String | Text)]
            left[table.name] = [one for one in texts if one not in text_columns(table)]
    assert {name: found for name, found in left.items() if found} == {
        name: columns.split() for name, columns in NAMELESS.items()
    }
