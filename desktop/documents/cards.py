"""The 客户资料卡, of companies and of persons, in its four classic parts.

Besides the columns of the file it prints what is worked out elsewhere: the keys of "computed" in
`desktop.rules.labels.TITLES`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from db.vocabulary import CardPart, CustomerKind, FollowUpState, PromiseState
from desktop.documents.declared import (
    Align,
    Blanks,
    Block,
    Column,
    Document,
    Field,
    Fields,
    Footer,
    Head,
    Prose,
    Signatures,
    Table,
    to_fill,
)
from desktop.documents.values import Format
from desktop.words import N_

_COMPANY, _PERSON = CustomerKind.COMPANY, CustomerKind.PERSON

_LINE = (
    Field("customer.number", N_("Card")),
    Field("computed.owner_name"),
    Field("computed.tier"),
    Field("computed.lifecycle"),
    Field("print.date", N_("Printed on")),
)
_AGAIN = (Field("customer.name", more=("customer.number",)),)
_ADDRESS = Field(
    "customer.province", N_("Address"), more=("customer.city", "customer.district", "customer.address"), span=2
)
_WHO = (Field("customer.source", span=2), Field("customer.introducer"))

COMPANY_BASICS = Fields(
    title=N_("1. Basic data"),
    only=_COMPANY,
    fields=(
        Field("customer.name", span=2, strong=True),
        Field("customer.short_name"),
        Field("customer.credit_code", N_("Credit code")),
        Field("customer.legal_form"),
        Field("customer.industry"),
        Field("customer.registered_capital"),
        Field("customer.founded_on"),
        Field("customer.partner_since", N_("Dealing since")),
        _ADDRESS,
        Field("customer.postcode"),
        Field("reach.call", N_("Telephone")),
        Field("reach.email", N_("E-mail")),
        Field("customer.website", more=("reach.web",), between=" "),
        Field("reach.fax", N_("Fax")),
        Field("reach.wechat", N_("WeChat")),
        Field("customer.former_names"),
        Field("customer.principal_name"),
        Field("customer.principal_age", N_("Age")),
        Field("customer.principal_education", N_("Education")),
        Field("customer.principal_character", N_("Character")),
        Field("customer.principal_hobbies", N_("Hobbies")),
        Field("customer.principal_family", N_("Family")),
        Field("customer.principal_ability", N_("Ability"), span=3),
        *_WHO,
        Field("customer.invoice_title", span=2),
        Field("customer.invoice_tax_number"),
        Field("customer.invoice_bank", span=2),
        Field("customer.invoice_account"),
        Field("customer.invoice_address", span=2),
        Field("customer.invoice_phone"),
    ),
)

PERSON_BASICS = Fields(
    title=N_("1. Basic data"),
    only=_PERSON,
    fields=(
        Field("customer.name", N_("Name"), strong=True),
        Field("customer.gender"),
        Field("key_date.birthday", N_("Birthday")),
        Field("reach.call", N_("Mobile")),
        Field("reach.wechat", N_("WeChat")),
        Field("reach.email", N_("E-mail"), more=("reach.qq",), between="  QQ "),
        Field("customer.employer", span=2),
        Field("customer.occupation"),
        _ADDRESS,
        Field("customer.postcode"),
        Field("customer.education"),
        Field("customer.ethnicity"),
        Field("customer.native_place"),
        Field("customer.plate_number"),
        Field("customer.partner_since", N_("Dealing since")),
        Field("customer.short_name"),
        Field("customer.family", span=3),
        Field("customer.hobbies", span=3),
        Field("customer.taboos", span=3),
        *_WHO,
        Field("customer.invoice_title", span=2),
        Field("customer.invoice_tax_number"),
    ),
)

CONTACTS = Table(
    title=N_("Contacts"),
    rows="contacts",
    record="contact",
    where=("active", True),
    spare=3,
    columns=(
        Column("name", 12),
        Column("title", 16, more=("department",), between=" · "),
        Column("role", 14),
        Column("call", 24, N_("Telephone")),
        Column("wechat", 18, N_("WeChat")),
        Column("birthday", 25, N_("Birthday")),
        Column("note", 24),
    ),
)

DAYS_AND_RELATIONS = Fields(
    columns=1,
    fields=(Field("key_date.others", N_("Key dates")), Field("relation.all", N_("Relations"))),
    blanks=Blanks.HIDE,  # written on the screen, where the other card and the calendar are at hand
)

_MARKS = (Field("customer.has_money"), Field("customer.has_authority"), Field("customer.has_need"))

_SIMILAR = (
    Field("customer.used_similar", N_("Used similar")),
    Field("customer.similar_brand"),
    Field("customer.similar_opinion", N_("Opinion of it"), span=2),
)

COMPANY_TRAITS = Fields(
    title=N_("2. Customer traits"),
    columns=4,
    only=_COMPANY,
    fields=(
        Field("customer.headcount"),
        Field("customer.annual_revenue"),
        Field("customer.potential"),
        Field("customer.relationship"),
        *_MARKS,
        Field("customer.attitude", N_("Attitude")),
        *_SIMILAR,
    ),
)

COMPANY_WAYS = Fields(
    only=_COMPANY,
    fields=(
        Field("customer.service_area"),
        Field("customer.sales_capability"),
        Field("customer.business_traits"),
        Field("customer.business_philosophy"),
        Field("customer.business_direction"),
        Field("customer.business_policy"),
    ),
)

PERSON_TRAITS = Fields(
    title=N_("2. Customer traits"),
    columns=4,
    only=_PERSON,
    fields=(
        *_MARKS,
        Field("customer.attitude", N_("Attitude")),
        *_SIMILAR,
        Field("customer.relationship"),
    ),
)

SALES = Fields(
    title=N_("3. Business"),
    columns=4,
    fields=(
        Field("computed.purchases_12_months", N_("Last 12 months")),
        Field("computed.purchases_total"),
        Field("computed.average_purchase"),
        Field("computed.returns_12_months", N_("Returned")),
        Field("computed.receivable"),
        Field("computed.overdue"),
        Field("computed.orders_count", N_("Purchases made"), align=Align.RIGHT),
        Field("computed.last_purchase_on"),
    ),
    blanks=Blanks.HIDE,  # worked out by the program: nobody fills these in by hand
)

BUSINESS = Prose(
    only=_COMPANY,
    fields=(
        Field("customer.management_quality", N_("Managers and staff"), lines=2),
        Field("customer.competitor_relations", N_("Competitors"), lines=2),
        Field("customer.cooperation", lines=2),
        Field("customer.organisation_note"),
        Field("customer.major_events", lines=2),
    ),
)

DEALINGS = Prose(
    title=N_("4. State of dealings"),
    fields=(
        Field("customer.sales_activity", lines=2),
        Field("customer.problems", lines=2),
        Field("customer.strengths", lines=2),
        Field("customer.countermeasures", lines=2),
    ),
)

CREDIT = Fields(
    columns=4,
    fields=(
        Field("customer.credit_grade"),
        Field("customer.credit_limit"),
        Field("customer.credit_days"),
        Field("customer.trade_terms"),
        Field("customer.corporate_image", span=2, only=_COMPANY),
        Field("customer.reputation", span=2, only=_COMPANY),
        Field("customer.credit_problems", N_("Credit problems"), span=4),
        Field("customer.note", span=4),
    ),
)

COMPETITORS = Table(
    title=N_("Bought elsewhere"),
    rows="competitor_uses",
    record="competitor_use",
    blanks=Blanks.HIDE,  # as with events: the form to fill in has a field for them among the business texts
    columns=(
        Column("competitor", 24, N_("Competitor")),
        Column("product", 28),
        Column("share", 12, N_("Share"), format=Format.PERCENT, align=Align.RIGHT),
        Column("opinion", 48),
        Column("noted_on", 15),
    ),
)

EVENTS = Table(
    title=N_("Major events"),
    rows="major_events",
    record="major_event",
    newest="happened_on",
    limit=6,
    blanks=Blanks.HIDE,
    columns=(Column("happened_on", 14), Column("what", 63, more=("note",), between="；")),
)

PROMISES = Table(
    title=N_("Open promises"),
    rows="promises",
    record="promise",
    where=("state", PromiseState.OPEN),
    spare=1,
    columns=(
        Column("by", 14),
        Column("text", 58, more=("note",), between="；"),
        Column("due_on", 14),
        Column("contact", 12, N_("Contact")),
        Column("rep", 11, N_("Rep")),
    ),
)

CASES = Table(
    title=N_("Open complaints and requests"),
    rows="cases",
    record="service_case",
    blanks=Blanks.HIDE,
    columns=(
        Column("kind", 12),
        Column("subject", 44),
        Column("opened_at", 19),
        Column("answered_at", 19),
        Column("solve_by", 19),
        Column("rep", 11, N_("Rep")),
    ),
)

NEXT_STEP = Fields(
    title=N_("Next step and latest follow-ups"),
    fields=(
        Field("next_step.planned_on", N_("Next time"), more=("next_step.planned_time", "next_step.place"), strong=True),
        Field("next_step.kind", N_("Way")),
        Field("customer.stage", more=("customer.lost_reason",)),
        Field("next_step.purpose", N_("Next content"), span=2),
        Field("customer.intent", more=("customer.expects_on",)),
    ),
)

FOLLOW_UPS = Table(
    rows="follow_ups",
    record="follow_up",
    where=("state", FollowUpState.DONE),
    newest="done_on",
    limit=5,
    spare=3,
    columns=(
        Column("done_on", 14),
        Column("kind", 14, more=("place",), between=" · "),
        Column("contact", 12, N_("Contact")),
        Column("purpose", 22),
        Column("result", 44, more=("note",)),
        Column("cost", 9, N_("Cost"), align=Align.RIGHT),
        Column("rep", 11, N_("Rep")),
    ),
)

CUSTOMER_CARD = Document(
    key="customer_card",
    title=N_("Customer card"),
    blocks=(
        Head(N_("Customer card"), N_("Company customer"), _LINE, _AGAIN, only=_COMPANY),
        Head(N_("Customer card"), N_("Personal customer"), _LINE, _AGAIN, only=_PERSON),
        COMPANY_BASICS,
        PERSON_BASICS,
        CONTACTS,
        DAYS_AND_RELATIONS,
        COMPANY_TRAITS,
        COMPANY_WAYS,
        PERSON_TRAITS,
        SALES,
        BUSINESS,
        COMPETITORS,
        EVENTS,
        DEALINGS,
        CREDIT,
        PROMISES,
        CASES,
        NEXT_STEP,
        FOLLOW_UPS,
        Signatures((N_("Rep"), N_("Supervisor"), N_("Date"))),
    ),
    footer=Footer(
        fields=(
            Field("customer.number", N_("Card")),
            Field("computed.data_version"),
            Field("print.date", N_("Printed on")),
        ),
        note=N_("For internal use only"),
    ),
)

# The last block of each part: what an office adds to the part follows it.
ENDS: Mapping[CardPart, Block] = {
    CardPart.BASIC: PERSON_BASICS,
    CardPart.TRAITS: PERSON_TRAITS,
    CardPart.BUSINESS: BUSINESS,
    CardPart.DEALINGS: CREDIT,
}


def card_to_fill(document: Document) -> Document:
    """A customer card as a form: its foot says what the thick frames mean."""
    form = to_fill(document)
    return replace(form, footer=replace(form.footer, note=N_("Internal · thick frame: required")))


CUSTOMER_CARD_TO_FILL = card_to_fill(CUSTOMER_CARD)
