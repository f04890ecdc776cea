"""The customer: the card of product.md §3. Facts to search or sort by are columns of their own, prose is text."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal

from sqlalchemy import Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, declared_attr, mapped_column

from db.models.base import EXACT, Base, Line, Money, Prose, Words, derived, key_to
from db.vocabulary import Attitude, CreditGrade, CustomerKind, Gender, IntentLevel, Relationship, Source, Stage


class BasicPart:
    """基础资料, with the invoice title 开票抬头."""

    kind: Mapped[CustomerKind] = mapped_column(Words(CustomerKind), default=CustomerKind.COMPANY)
    number: Mapped[str | None] = mapped_column(String(40), unique=True)
    name: Mapped[str] = mapped_column(String(500))
    short_name: Mapped[Line]
    former_names: Mapped[Line]
    credit_code: Mapped[str | None] = mapped_column(String(18), index=True)
    legal_form: Mapped[Line]
    industry: Mapped[Line]
    registered_capital: Mapped[Line]
    founded_on: Mapped[date | None]
    partner_since: Mapped[date | None]
    province: Mapped[Line]
    city: Mapped[Line]
    district: Mapped[Line]
    address: Mapped[Prose]
    postcode: Mapped[Line]
    website: Mapped[Line]
    principal_name: Mapped[Line]
    principal_character: Mapped[Line]
    principal_hobbies: Mapped[Line]
    principal_family: Mapped[Line]
    principal_education: Mapped[Line]
    principal_age: Mapped[int | None]
    principal_ability: Mapped[Line]
    source: Mapped[Source | None] = mapped_column(Words(Source))
    introducer: Mapped[Line]
    stage: Mapped[Stage] = mapped_column(Words(Stage), default=Stage.POTENTIAL, index=True)
    # The class in force of the office's main scheme, e.g. "A"; which classes there are is a policy.
    value_tier: Mapped[str | None] = mapped_column(String(20), index=True)
    # The level told by hand; where `expects_on` is known the days until then say it (db/queries/intent.py).
    intent: Mapped[IntentLevel | None] = mapped_column(Words(IntentLevel))
    expects_on: Mapped[date | None]
    lost_reason: Mapped[Line]
    note: Mapped[Prose]
    invoice_title: Mapped[Line]
    invoice_tax_number: Mapped[Line]
    invoice_bank: Mapped[Line]
    invoice_account: Mapped[Line]
    invoice_address: Mapped[Prose]
    invoice_phone: Mapped[Line]

    @declared_attr
    @classmethod
    def owner_id(cls) -> Mapped[int | None]:
        """负责业务员."""
        column: Mapped[int | None] = key_to("rep.id")
        return column

    owner_since: Mapped[date | None]  # set by the Store whenever the rep in charge changes
    visit_from: Mapped[time | None]
    visit_to: Mapped[time | None]


class TraitsPart:
    """客户特征."""

    service_area: Mapped[Prose]
    sales_capability: Mapped[Prose]
    potential: Mapped[int | None]
    business_philosophy: Mapped[Prose]
    business_direction: Mapped[Prose]
    business_policy: Mapped[Prose]
    headcount: Mapped[int | None]
    annual_revenue: Mapped[Money]
    business_traits: Mapped[Prose]
    has_money: Mapped[bool | None]
    has_authority: Mapped[bool | None]
    has_need: Mapped[bool | None]
    used_similar: Mapped[bool | None]
    similar_brand: Mapped[Line]
    similar_opinion: Mapped[Prose]
    attitude: Mapped[Attitude | None] = mapped_column(Words(Attitude))
    relationship: Mapped[Relationship | None] = mapped_column(Words(Relationship))


class BusinessPart:
    """业务状况. What was sold is computed from the orders."""

    management_quality: Mapped[Prose]
    competitor_relations: Mapped[Prose]
    cooperation: Mapped[Prose]
    organisation_note: Mapped[Prose]
    major_events: Mapped[Prose]


class DealingsPart:
    """交易现状. What is owed is computed from orders and payments."""

    sales_activity: Mapped[Prose]
    problems: Mapped[Prose]
    strengths: Mapped[Prose]
    countermeasures: Mapped[Prose]
    corporate_image: Mapped[Prose]
    reputation: Mapped[Prose]
    credit_grade: Mapped[CreditGrade | None] = mapped_column(Words(CreditGrade))
    credit_limit: Mapped[Money]
    credit_days: Mapped[int | None]
    trade_terms: Mapped[Prose]
    credit_problems: Mapped[Prose]


class PersonPart:
    """What only the card of a person asks for. The birthday is a key date."""

    gender: Mapped[Gender | None] = mapped_column(Words(Gender))
    occupation: Mapped[Line]
    employer: Mapped[Line]
    education: Mapped[Line]
    family: Mapped[Prose]
    hobbies: Mapped[Prose]
    taboos: Mapped[Prose]
    ethnicity: Mapped[Line]
    native_place: Mapped[Line]
    plate_number: Mapped[Line]

    @declared_attr
    @classmethod
    def id_number_id(cls) -> Mapped[int | None]:
        """身份证号, kept apart so that the journal never holds it."""
        column: Mapped[int | None] = key_to("secret.id")
        return column


class Customer(BasicPart, TraitsPart, BusinessPart, DealingsPart, PersonPart, Base):
    """客户, a company or a person."""

    __tablename__ = "customer"
    __table_args__ = (
        Index("ix_customer_pinyin", "pinyin", "id"),
        Index("ix_customer_name_key", "name_key"),
        Index("ix_customer_region", "province", "city", "district"),
        Index("ix_customer_usual_gap", "usual_gap", "bought_days"),  # the office's median is read off it
    )

    # Kept by the Store at each write (db/search/refresh.py): all readings "shan yu|dan yu", the first sorts the lists.
    pinyin: Mapped[str] = mapped_column(Text, default="", info=derived())
    name_key: Mapped[str] = mapped_column(String(500), default="", info=derived())
    search_text: Mapped[str] = mapped_column(Text, default="", info=derived())
    # Kept by the Store from the confirmed purchases (db/buying.py): when he bought, on how many days, and the median
    # of the days between them. The lifecycle of any day follows from these without a look at the orders.
    first_bought_on: Mapped[date | None] = mapped_column(info=derived())
    last_bought_on: Mapped[date | None] = mapped_column(info=derived())
    bought_days: Mapped[int | None] = mapped_column(info=derived())
    usual_gap: Mapped[Decimal | None] = mapped_column(EXACT, info=derived())
    # The day of the last effective contact, kept by the Store (db/contacting.py). None: 从未联系.
    contacted_on: Mapped[date | None] = mapped_column(info=derived())


class Secret(Base):
    """A value the journal must not hold, such as an ID number: records point at it, and the journal tells of that.

    Like the bytes of an attachment it stays after the pointing ended, for an undo may need it; an erasure takes it.
    """

    __tablename__ = "secret"

    value: Mapped[str] = mapped_column(Text, info={"unjournalled": True})


class Tag(Base):
    """标签."""

    __tablename__ = "tag"

    name: Mapped[str] = mapped_column(String(40), unique=True)
    colour: Mapped[str | None] = mapped_column(String(20))


class CustomerTag(Base):
    """A tag on a customer."""

    __tablename__ = "customer_tag"
    __table_args__ = (UniqueConstraint("customer_id", "tag_id"),)

    customer_id: Mapped[int] = key_to("customer.id")
    tag_id: Mapped[int] = key_to("tag.id")
