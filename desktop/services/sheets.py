"""What is printed: the records of customers as the documents want them, and the finished PDF."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import and_, func, select
from sqlalchemy.orm import Session

from db.models import Customer, Order
from db.queries.card import card
from db.queries.care import competitor_uses, events
from db.queries.custom import CustomFieldRow, custom_fields, custom_values
from db.queries.journal import last_edited
from db.queries.office import office, reps
from db.queries.relations import relations
from db.queries.timeline import figures, follow_ups, orders
from db.store import Store
from db.vocabulary import OrderKind, OrderState
from desktop.documents.custom_fields import PaperField
from desktop.progress import Progress
from desktop.rules.completeness import Completeness
from desktop.rules.errors import RuleBroken
from desktop.rules.intent import intent_of
from desktop.rules.moments import local
from desktop.rules.relations import way_of
from desktop.services.completeness import completeness_of
from desktop.services.custom_answers import printed
from desktop.services.rating.lifecycle import stand
from desktop.services.service_cases import open_matters
from desktop.words import Catalogue

FOLLOW_UPS = 40  # the newest ones a record carries; a document shows as many as it declares
ORDERS = 40


@dataclass(frozen=True, slots=True)
class Sheets:
    """A finished PDF: `pages` is what it holds, `customers` how many sheets begin in it."""

    data: bytes
    customers: int
    pages: int


def customer_sheets(
    store: Store, customer_ids: Sequence[int], words: Catalogue, *, today: date, blanks: bool, progress: Progress
) -> Sheets:
    """The 客户资料卡 of these customers in one PDF; `blanks` draws what is missing as boxes to write in.

    Reads customer by customer, so that nobody who saves meanwhile waits. RuleBroken("nothing_to_print") for none.
    """
    from desktop.documents.cards import CUSTOMER_CARD, card_to_fill
    from desktop.documents.custom_fields import with_custom
    from desktop.documents.pdf.render import render_pdf

    records: list[dict[str, Any]] = []
    progress.step("reading")
    for one in progress.over(customer_ids):
        with store.read() as session:
            found = record(session, one, today)
        if found is not None:
            records.append(found)
    if not records:
        raise RuleBroken("nothing_to_print")
    with store.read() as session:
        ours, added = office(session), custom_fields(session)
    progress.step("drawing")
    card_of_office = with_custom(CUSTOMER_CARD, [_paper(one) for one in added])
    document = card_to_fill(card_of_office) if blanks else card_of_office
    data = render_pdf(
        document,
        records,
        words,
        printed_on=today,
        office={"name": ours.name, "address": ours.address or "", "phone": ours.phone or ""},
        progress=progress,
    )
    return Sheets(data, len(records), count_pages(data))


def count_pages(data: bytes) -> int:
    """Pages of a PDF that ReportLab wrote."""
    return data.count(b"/Type /Page") - data.count(b"/Type /Pages")


def record(session: Session, customer_id: int, today: date) -> dict[str, Any] | None:
    """One customer as documents want it (desktop/documents/records.py); None where it is gone."""
    found = card(session, customer_id)
    if found is None:
        return None
    now = completeness_of(session, customer_id)
    intent = intent_of(found.customer.intent, found.customer.expects_on, today)
    names = {rep.id: rep.name for rep in reps(session)}
    reaches = [{**asdict(one), "contact_id": None} for one in found.reaches]
    contacts = []
    for person in found.contacts:
        reaches += [{**asdict(one), "contact_id": person.id} for one in person.reaches]
        contacts.append({name: value for name, value in asdict(person).items() if name != "reaches"})
    timeline = [asdict(one) for one in follow_ups(session, customer_id, limit=FOLLOW_UPS)]
    return {
        "customer": asdict(found.customer) | {"intent": intent.level},
        "contacts": contacts,
        "reaches": reaches,
        "key_dates": [asdict(one) for one in found.key_dates],
        "relations": [
            {"contact": one.contact, "way": way_of(one.kind, one.reverse), "other": one.other}
            for one in relations(session, customer_id)
        ],
        "follow_ups": timeline,
        "orders": [asdict(one) for one in orders(session, customer_id, limit=ORDERS)],
        **_around(session, customer_id),
        "custom": {str(key): printed(value) for key, value in custom_values(session, customer_id).items()},
        "missing": _missing(now),
        "computed": _computed(
            session, customer_id, names.get(found.customer.owner_id or 0), found.customer.value_tier, today
        ),
    }


# Where paper has what a card has lists of. Who decides is said in the table of contacts, which always has room.
_LISTS = {"reaches": "reach.call", "key_dates": "key_date.birthday"}


def _missing(now: Completeness | None) -> frozenset[str]:
    """The paths of what is required and missing."""
    keys = now.missing if now is not None else ()
    return frozenset(_LISTS.get(key) or (key if key.startswith("custom.") else f"customer.{key}") for key in keys)


def _paper(field: CustomFieldRow) -> PaperField:
    return PaperField(field.id, field.title, field.kind, field.part, field.only, field.options)


def _around(session: Session, customer_id: int) -> dict[str, list[dict[str, Any]]]:
    """Promises, unsolved cases (their moments local, as paper says them), events and competitors."""
    matters = open_matters(session, customer_id)
    unsolved = [asdict(one) for one in matters.cases]
    for one in unsolved:
        one |= {name: local(at) for name, at in one.items() if isinstance(at, datetime)}
    return {
        "promises": [asdict(one) for one in matters.promises],
        "cases": unsolved,
        "major_events": [asdict(one) for one in events(session, customer_id)],
        "competitor_uses": [asdict(one) for one in competitor_uses(session, customer_id)],
    }


def _computed(session: Session, customer_id: int, owner: str | None, tier: str | None, today: date) -> dict[str, Any]:
    sums = figures(session, customer_id)
    year_ago = today.replace(year=today.year - 1, day=min(today.day, 28))
    recent = and_(Order.customer_id == customer_id, Order.state == OrderState.CONFIRMED, Order.ordered_on > year_ago)
    bought = select(func.sum(Order.amount)).where(recent, Order.kind == OrderKind.PURCHASE, Order.amount > 0)
    returned = select(func.sum(Order.amount)).where(recent, Order.kind == OrderKind.RETURN)
    return {
        "owner_name": owner,
        "tier": tier,
        "lifecycle": stand(session, customer_id, today).lifecycle,
        "data_version": data_version(session, customer_id),
        "orders_count": sums.orders or None,
        "first_purchase_on": sums.first_on,
        "last_purchase_on": sums.last_on,
        "purchases_total": sums.purchases or None,
        "purchases_12_months": session.scalar(bought),
        "returns_12_months": session.scalar(returned),
        "average_purchase": (sums.purchases / sums.orders).quantize(Decimal("0.01")) if sums.orders else None,
        "receivable": sums.open or None,
    }


def data_version(session: Session, customer_id: int) -> str:
    """When the card was last touched, "20261122-0731" in UTC: two sheets with one version say the same."""
    edited = last_edited(session, customer_id)
    return "" if edited is None else f"{edited[1]:%Y%m%d-%H%M}"


def ids_by_number(session: Session, numbers: Sequence[str]) -> list[int]:
    """The customers of these numbers, in their order; one that has no number yet is found by its whole name.

    RuleBroken("no_such_customer", number) for an unknown one, and for a name that several have.
    """
    return [_one(session, number) for number in numbers]


def _one(session: Session, number: str) -> int:
    for column in (Customer.number, Customer.name):
        found = list(session.scalars(select(Customer.id).where(column == number).limit(2)))
        if len(found) == 1:
            return found[0]
    raise RuleBroken("no_such_customer", number=number)
