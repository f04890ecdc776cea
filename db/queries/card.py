"""One customer card: everything its screen and its sheet show, as frozen values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import date, time
from decimal import Decimal
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from db.models import Contact, Customer, CustomerTag, CustomField, KeyDate, Reach, Tag
from db.queries.unclear import UnclearRow, id_numbers, unclear_values
from db.vocabulary import (
    Attitude,
    CalendarKind,
    ContactRole,
    CreditGrade,
    CustomerKind,
    Gender,
    IntentLevel,
    KeyDateKind,
    ReachKind,
    Relationship,
    Source,
    Stage,
)


@dataclass(frozen=True, slots=True)
class CustomerDraft:
    """The columns of a customer card. `id` is None for one not yet saved."""

    id: int | None = None
    kind: CustomerKind = CustomerKind.COMPANY
    number: str | None = None
    name: str = ""
    short_name: str | None = None
    former_names: str | None = None
    credit_code: str | None = None
    legal_form: str | None = None
    industry: str | None = None
    registered_capital: str | None = None
    founded_on: date | None = None
    partner_since: date | None = None
    province: str | None = None
    city: str | None = None
    district: str | None = None
    address: str | None = None
    postcode: str | None = None
    website: str | None = None
    principal_name: str | None = None
    principal_character: str | None = None
    principal_hobbies: str | None = None
    principal_family: str | None = None
    principal_education: str | None = None
    principal_age: int | None = None
    principal_ability: str | None = None
    source: Source | None = None
    introducer: str | None = None
    owner_id: int | None = None
    stage: Stage = Stage.POTENTIAL
    value_tier: str | None = None
    intent: IntentLevel | None = None
    expects_on: date | None = None
    lost_reason: str | None = None
    note: str | None = None
    invoice_title: str | None = None
    invoice_tax_number: str | None = None
    invoice_bank: str | None = None
    invoice_account: str | None = None
    invoice_address: str | None = None
    invoice_phone: str | None = None
    service_area: str | None = None
    sales_capability: str | None = None
    potential: int | None = None
    business_philosophy: str | None = None
    business_direction: str | None = None
    business_policy: str | None = None
    headcount: int | None = None
    annual_revenue: Decimal | None = None
    business_traits: str | None = None
    has_money: bool | None = None
    has_authority: bool | None = None
    has_need: bool | None = None
    used_similar: bool | None = None
    similar_brand: str | None = None
    similar_opinion: str | None = None
    attitude: Attitude | None = None
    relationship: Relationship | None = None
    management_quality: str | None = None
    competitor_relations: str | None = None
    cooperation: str | None = None
    organisation_note: str | None = None
    major_events: str | None = None
    sales_activity: str | None = None
    problems: str | None = None
    strengths: str | None = None
    countermeasures: str | None = None
    corporate_image: str | None = None
    reputation: str | None = None
    credit_grade: CreditGrade | None = None
    credit_limit: Decimal | None = None
    credit_days: int | None = None
    trade_terms: str | None = None
    credit_problems: str | None = None
    gender: Gender | None = None
    occupation: str | None = None
    employer: str | None = None
    education: str | None = None
    family: str | None = None
    hobbies: str | None = None
    taboos: str | None = None
    ethnicity: str | None = None
    native_place: str | None = None
    plate_number: str | None = None
    visit_from: time | None = None
    visit_to: time | None = None


@dataclass(frozen=True, slots=True)
class ReachDraft:
    """One 联系方式; `contact_id` None: of the customer itself."""

    id: int | None = None
    kind: ReachKind = ReachKind.MOBILE
    value: str = ""
    extension: str | None = None
    label: str | None = None


@dataclass(frozen=True, slots=True)
class ContactDraft:
    """One contact with its ways to be reached."""

    id: int | None = None
    name: str = ""
    title: str | None = None
    department: str | None = None
    role: ContactRole | None = None
    decision_weight: int | None = None
    gender: Gender | None = None
    active: bool = True
    left_on: date | None = None
    left_reason: str | None = None
    is_primary: bool = False
    hobbies: str | None = None
    taboos: str | None = None
    note: str | None = None
    reaches: tuple[ReachDraft, ...] = ()


@dataclass(frozen=True, slots=True)
class KeyDateDraft:
    """One 重要日期."""

    id: int | None = None
    contact_id: int | None = None
    kind: KeyDateKind = KeyDateKind.BIRTHDAY
    label: str | None = None
    calendar: CalendarKind = CalendarKind.SOLAR
    year: int | None = None
    month: int = 1
    day: int = 1
    leap: bool = False
    lead_days: int = 7
    field_id: int | None = None  # the custom field it answers


@dataclass(frozen=True, slots=True)
class Card:
    """A whole card. Follow-ups, orders and history are asked for apart, when their tab is opened."""

    customer: CustomerDraft
    reaches: tuple[ReachDraft, ...]
    contacts: tuple[ContactDraft, ...]
    key_dates: tuple[KeyDateDraft, ...]
    tags: tuple[str, ...]
    unclear: tuple[UnclearRow, ...] = ()
    id_numbers: Mapping[int | None, str] = field(default_factory=dict)  # None: of the customer itself

    def unclear_of(self, contact_id: int | None) -> dict[str, str]:
        """The texts kept in the place of values, by field, of the customer itself (None) or of a contact."""
        return {one.field: one.text for one in self.unclear if one.contact_id == contact_id}


CUSTOMER_FIELDS = tuple(one.name for one in fields(CustomerDraft))
_CONTACT_FIELDS = tuple(one.name for one in fields(ContactDraft) if one.name != "reaches")
_REACH_FIELDS = tuple(one.name for one in fields(ReachDraft))
_KEY_DATE_FIELDS = tuple(one.name for one in fields(KeyDateDraft))


def customer_draft(session: Session, customer_id: int) -> CustomerDraft | None:
    """The columns of one customer; None where it is gone."""
    columns = [getattr(Customer, name) for name in CUSTOMER_FIELDS]
    row = session.execute(select(*columns).where(Customer.id == customer_id)).first()
    return None if row is None else CustomerDraft(*row)


def card(session: Session, customer_id: int) -> Card | None:
    """The whole card; None where the customer is gone."""
    draft = customer_draft(session, customer_id)
    if draft is None:
        return None
    own, by_contact = _reaches(session, customer_id)
    people = select(*(getattr(Contact, name) for name in _CONTACT_FIELDS)).where(Contact.customer_id == customer_id)
    people = people.order_by(Contact.active.desc(), Contact.is_primary.desc(), Contact.id)
    found: list[Any] = list(session.execute(people).all())
    contacts = tuple(replace(ContactDraft(*row), reaches=tuple(by_contact.get(row[0], ()))) for row in found)
    tags = select(Tag.name).join(CustomerTag).where(CustomerTag.customer_id == customer_id).order_by(Tag.name)
    return Card(
        draft,
        tuple(own),
        contacts,
        _key_dates(session, customer_id),
        tuple(session.scalars(tags)),
        unclear_values(session, customer_id),
        id_numbers(session, customer_id),
    )


def all_tags(session: Session) -> list[str]:
    """The tags the office has, by name."""
    return list(session.scalars(select(Tag.name).order_by(Tag.name)))


def _key_dates(session: Session, customer_id: int) -> tuple[KeyDateDraft, ...]:
    """What answers a custom field is named as that field is, unless it has a remark of its own."""
    named = {"label": func.coalesce(KeyDate.label, CustomField.title)}
    columns = [named.get(name, getattr(KeyDate, name)) for name in _KEY_DATE_FIELDS]
    query = select(*columns).outerjoin(CustomField, CustomField.id == KeyDate.field_id)
    query = query.where(KeyDate.customer_id == customer_id).order_by(KeyDate.month, KeyDate.day, KeyDate.id)
    found: list[Any] = list(session.execute(query).all())
    return tuple(KeyDateDraft(*row) for row in found)


def _reaches(session: Session, customer_id: int) -> tuple[list[ReachDraft], dict[int, list[ReachDraft]]]:
    query = select(Reach.contact_id, *(getattr(Reach, name) for name in _REACH_FIELDS))
    own: list[ReachDraft] = []
    by_contact: dict[int, list[ReachDraft]] = {}
    for contact_id, *values in session.execute(query.where(Reach.customer_id == customer_id).order_by(Reach.id)):
        (own if contact_id is None else by_contact.setdefault(contact_id, [])).append(ReachDraft(*values))
    return own, by_contact
