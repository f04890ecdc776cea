"""The fields of the card as data: the four parts for companies and for persons, contacts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from db.vocabulary import (
    Attitude,
    ContactRole,
    CreditGrade,
    CustomerKind,
    Gender,
    IntentLevel,
    ReachKind,
    Relationship,
    Source,
    Stage,
)
from desktop.rules.labels import title, word
from desktop.ui.kit.fields import FormField, Option
from desktop.ui.screens.customers.key_day_field import KEY_DATES
from desktop.ui.screens.customers.place_fields import ID_NUMBER, REGION
from desktop.ui.screens.customers.readings import show_time, time_of
from desktop.words import N_

Names = Callable[[], Sequence[Option]]  # people of the office, asked for when a form is opened

# Columns that stand in a field together with others.
SHOWN_IN = {"province": "region", "city": "region", "district": "region"}
LINE = 200  # characters a line of the card holds


@dataclass(frozen=True, slots=True)
class Section:
    """Some fields of a part under a title of their own, shown to one kind of customer or to both (None)."""

    title: str
    fields: tuple[str, ...]
    only: CustomerKind | None = None
    copied: bool = False  # with a button that copies all of it as text, as one sends it to somebody


@dataclass(frozen=True, slots=True)
class Part:
    """One of the four parts of the 客户资料卡."""

    key: str
    title: str
    sections: tuple[Section, ...]
    figures: bool = False  # what the orders come to stands above it


def options_of(words: type[StrEnum]) -> tuple[Option, ...]:
    """Every word of an enum as an option."""
    return tuple(Option(member, word(member)) for member in words)


COMPANY, PERSON = CustomerKind.COMPANY, CustomerKind.PERSON

PARTS = (
    Part(
        "basic",
        N_("Basics"),
        (
            Section(
                N_("Identity"),
                (
                    "name", "short_name", "number", "kind", "industry", "former_names", "legal_form", "credit_code",
                    "registered_capital", "founded_on", "partner_since", "stage", "lost_reason", "value_tier", "intent",
                    "expects_on", "owner_id", "source", "introducer",
                ),
                COMPANY,
            ),
            Section(
                N_("Identity"),
                (
                    "name", "number", "kind", "gender", "id_number", "education", "occupation", "employer", "ethnicity",
                    "native_place", "plate_number", "partner_since", "stage", "lost_reason", "value_tier", "intent",
                    "expects_on", "owner_id", "source", "introducer",
                ),
                PERSON,
            ),
            Section(
                N_("How to reach them"),
                ("reaches", "region", "postcode", "address", "website", "visit_from", "visit_to"),
            ),
            Section(
                N_("Person"),
                ("family", "hobbies", "taboos"),
                PERSON,
            ),
            Section(
                N_("The principal"),
                (
                    "principal_name", "principal_age", "principal_character", "principal_education",
                    "principal_hobbies", "principal_ability", "principal_family",
                ),
                COMPANY,
            ),
            Section(N_("Days and note"), ("key_dates", "note")),
            Section(
                N_("Invoice details"),
                (
                    "invoice_title", "invoice_tax_number", "invoice_bank", "invoice_account", "invoice_phone",
                    "invoice_address",
                ),
                copied=True,
            ),
        ),
    ),
    Part(
        "traits",
        N_("Traits"),
        (
            Section(
                N_("How the customer works"),
                (
                    "potential", "headcount", "annual_revenue", "service_area", "sales_capability",
                    "business_direction", "business_philosophy", "business_policy", "business_traits",
                ),
                COMPANY,
            ),
            Section(
                N_("Prospects of buying"),
                (
                    "has_money", "has_authority", "has_need", "used_similar", "similar_brand", "attitude",
                    "similar_opinion", "relationship",
                ),
                COMPANY,
            ),
            Section(
                N_("Prospects of buying"),
                (
                    "has_money", "has_authority", "has_need", "used_similar", "similar_brand", "attitude",
                    "similar_opinion", "relationship", "potential",
                ),
                PERSON,
            ),
        ),
    ),
    Part(
        "business",
        N_("Business"),
        (
            Section(
                N_("State of the business"),
                ("management_quality", "competitor_relations", "cooperation", "organisation_note", "major_events"),
                COMPANY,
            ),
            Section(N_("State of the business"), ("competitor_relations", "cooperation", "major_events"), PERSON),
        ),
        figures=True,
    ),
    Part(
        "dealings",
        N_("Trade"),
        (
            Section(
                N_("Selling to this customer"),
                ("sales_activity", "problems", "strengths", "countermeasures"),
            ),
            Section(
                N_("Standing and credit"),
                (
                    "credit_grade", "credit_limit", "credit_days", "trade_terms", "credit_problems", "reputation",
                    "corporate_image",
                ),
                COMPANY,
            ),
            Section(
                N_("Standing and credit"),
                ("credit_grade", "credit_limit", "credit_days", "trade_terms", "credit_problems", "reputation"),
                PERSON,
            ),
        ),
        figures=True,
    ),
)  # fmt: skip

_WIDE = {"name", "invoice_title", "principal_family"}
_CHOICES: dict[str, type[StrEnum]] = {
    "kind": CustomerKind, "source": Source, "stage": Stage, "attitude": Attitude, "relationship": Relationship,
    "credit_grade": CreditGrade, "gender": Gender, "intent": IntentLevel,
}  # fmt: skip
_LINES = {
    "note": 3, "service_area": 2, "sales_capability": 2, "business_philosophy": 2, "business_direction": 2,
    "business_policy": 2, "business_traits": 2, "similar_opinion": 2, "management_quality": 3,
    "competitor_relations": 3, "cooperation": 3, "organisation_note": 3, "major_events": 4, "sales_activity": 3,
    "problems": 3, "strengths": 3, "countermeasures": 3, "corporate_image": 2, "reputation": 2, "trade_terms": 2,
    "credit_problems": 2, "family": 2, "hobbies": 2, "taboos": 2, "address": 1, "invoice_address": 1,
}  # fmt: skip
_POTENTIAL = (
    Option(1, N_("1 – least")),
    Option(2, "2"),
    Option(3, "3"),
    Option(4, "4"),
    Option(5, N_("5 – most")),
)
_WEIGHTS = (
    Option(5, N_("5 – decides alone")),
    Option(4, N_("4 – is always asked")),
    Option(3, N_("3 – has a say")),
    Option(2, N_("2 – is heard")),
    Option(1, N_("1 – hardly asked")),
)


def customer_field(key: str, reps: Names, tiers: Names = tuple) -> FormField:
    """The declaration of one field of the card, by the name of its column."""
    shown = title(f"customer.{key}") if key not in ("reaches", "key_dates", "region", "id_number") else ""
    if key in _CHOICES:
        required = key in ("kind", "stage")
        return FormField(key, shown, "choice", options=options_of(_CHOICES[key]), required=required)
    if key in _LINES and _LINES[key] > 1:
        return FormField(key, shown, "lines", span=2, lines=_LINES[key], blank=None)
    special = _SPECIAL.get(key)
    if special is not None:
        return special
    if key == "owner_id":
        return FormField(key, shown, "choice", options=reps)
    if key == "value_tier":
        return FormField(key, shown, "choice", options=tiers)
    limits = {"number": 40, "credit_code": 40, "name": 500, "address": 0, "invoice_address": 0}
    wide = key in _WIDE or key in _LINES
    return FormField(
        key,
        shown,
        span=2 if wide else 1,
        required=key == "name",
        limit=limits.get(key, LINE),
        blank=None,
        copy=key in ("credit_code", "invoice_tax_number", "invoice_account", "address"),
    )


_SPECIAL = {
    one.key: one
    for one in (
        FormField("reaches", N_("Phones and accounts"), "entries", span=2, options=options_of(ReachKind), limit=500),
        KEY_DATES,
        REGION,
        ID_NUMBER,
        FormField("founded_on", title("customer.founded_on"), "date"),
        FormField("partner_since", title("customer.partner_since"), "date"),
        FormField(
            "expects_on", title("customer.expects_on"), "date", help=N_("The intent level follows from this day.")
        ),
        FormField(
            "visit_from", title("customer.visit_from"), "parsed", read=time_of, show=show_time, help=N_("14:30, 2 pm")
        ),
        FormField(
            "visit_to", title("customer.visit_to"), "parsed", read=time_of, show=show_time, help=N_("14:30, 2 pm")
        ),
        FormField("principal_age", title("customer.principal_age"), "int", least=0, most=150),
        FormField("potential", title("customer.potential"), "choice", options=_POTENTIAL),
        FormField("headcount", title("customer.headcount"), "int", unit=N_("people"), least=0),
        FormField("annual_revenue", title("customer.annual_revenue"), "money"),
        FormField("has_money", title("customer.has_money"), "yes_no"),
        FormField("has_authority", title("customer.has_authority"), "yes_no"),
        FormField("has_need", title("customer.has_need"), "yes_no"),
        FormField("used_similar", title("customer.used_similar"), "yes_no"),
        FormField("credit_limit", title("customer.credit_limit"), "money"),
        FormField("credit_days", title("customer.credit_days"), "int", unit=N_("days"), least=0),
    )
}

_YES_OR_NO = (Option(True, N_("Yes")), Option(False, N_("No")))

CONTACT_FIELDS = (
    FormField("name", title("contact.name"), required=True, limit=LINE, blank=""),
    FormField("title", title("contact.title"), limit=LINE, blank=None),
    FormField("role", title("contact.role"), "choice", options=options_of(ContactRole)),
    FormField("decision_weight", title("contact.decision_weight"), "choice", options=_WEIGHTS),
    FormField("department", title("contact.department"), limit=LINE, blank=None),
    FormField("gender", title("contact.gender"), "choice", options=options_of(Gender)),
    ID_NUMBER,
    FormField("is_primary", title("contact.is_primary"), "choice", options=_YES_OR_NO, required=True),
    FormField("reaches", N_("Phones and accounts"), "entries", span=2, options=options_of(ReachKind), limit=500),
    KEY_DATES,
    FormField("hobbies", title("customer.hobbies"), span=2, blank=None),
    FormField("taboos", title("customer.taboos"), span=2, blank=None),
    FormField("note", title("contact.note"), "lines", span=2, lines=2, blank=None),
    FormField("active", title("contact.active"), "choice", options=_YES_OR_NO, required=True),
    FormField("left_on", title("contact.left_on"), "date"),
    FormField("left_reason", title("contact.left_reason"), span=2, limit=LINE, blank=None),
)
