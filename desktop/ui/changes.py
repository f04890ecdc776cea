"""How the journal reads: which record, which field, what it was and what it is, in the words of the screen."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import Any

from db import vocabulary as v
from desktop.rules.labels import TITLES
from desktop.ui.wording import money, words_of
from desktop.ui.words import current, tr
from desktop.words import N_

RECORDS = {
    "customer": N_("Customer"),
    "contact": N_("Contact"),
    "reach": N_("Phone or address"),
    "key_date": N_("Key date"),
    "follow_up": N_("Follow-up"),
    "sales_order": N_("Order"),
    "order_line": N_("Order line"),
    "product": N_("Product"),
    "payment": N_("Payment"),
    "attachment": N_("Attachment"),
    "attachment_content": N_("Contents of an attachment"),
    "tag": N_("Tag"),
    "customer_tag": N_("Tag of a customer"),
    "saved_view": N_("Saved view"),
    "office": N_("Office"),
    "rep": N_("Person of the office"),
    "policy": N_("Rule of the office"),
    "privacy_record": N_("Personal data record"),
    "tombstone": N_("Mark of an erased person"),
    "secret": N_("ID number"),
    "custom_field": N_("Custom field"),
    "custom_value": N_("Custom field"),
    "not_duplicate": N_("Mark “not the same customer”"),
    "unclear_value": N_("Value not yet clear"),
    "promise": N_("Promise"),
    "service_case": N_("Case"),
    "survey": N_("Survey"),
    "care_record": N_("Care record"),
    "major_event": N_("Major event"),
    "competitor": N_("Competitor"),
    "competitor_use": N_("Use of a competitor"),
    "relation": N_("Relation"),
    "tier_scheme": N_("Tier scheme"),
    "scheme_version": N_("Version of a tier scheme"),
    "rating_round": N_("Rating round"),
    "rating": N_("Rating"),
    "tier_override": N_("Tier set by hand"),
    "promotion_plan": N_("Promotion plan"),
}
_TITLED = {"sales_order": "order", "order_line": "line"}  # tables whose fields have their titles under another name
_TITLES_HERE = {  # tables that no paper and no spreadsheet knows
    "office": {"name": N_("Name of the office"), "address": N_("Address"), "phone": N_("Phone"), "note": N_("Note")},
    "rep": {
        "name": N_("Name"),
        "phone": N_("Phone"),
        "role": N_("Role"),
        "active": N_("Works here"),
        "left_on": N_("Left on"),
    },
    "policy": {"key": N_("Rule"), "value": N_("Value")},
    "custom_field": {
        "kind": N_("Kind of field"),
        "title": N_("Title"),
        "help": N_("Help text"),
        "part": N_("Part of the card"),
        "only": N_("Only for"),
        "required": N_("Required"),
        "is_unique": N_("Unique"),
        "options": N_("Choices"),
    },
    "saved_view": {"place": N_("List"), "name": N_("Name"), "content": N_("Conditions and columns")},
    "tier_scheme": {
        "key": N_("Sign"),
        "name": N_("Name"),
        "every": N_("Next round"),
        "active": N_("In use"),
    },
    "scheme_version": {
        "scheme_id": N_("Tier scheme"),
        "number": N_("Version"),
        "content": N_("Criteria and classes"),
    },
    "rating_round": {
        "scheme_id": N_("Tier scheme"),
        "version_id": N_("Version of a tier scheme"),
        "who": N_("Published by"),
        "as_of": N_("As of"),
        "published_at": N_("Published at"),
        "sets_tiers": N_("Sets the value tiers"),
        "customers": N_("Customers"),
        "content": N_("Sums"),
    },
    "tombstone": {"mark": N_("Mark"), "kind": N_("Kind of mark"), "erased_on": N_("Erased on")},
    "unclear_value": {"field": N_("Field"), "text": N_("As it was written")},
    "not_duplicate": {"other_id": N_("Other customer")},
    "relation": {
        "kind": N_("Relation"),
        "other_customer_id": N_("Other customer"),
        "other_contact_id": N_("Other contact"),
        "other_name": N_("Other party"),
        "since": N_("Since"),
    },
    "custom_value": {"text": N_("Value"), "number": N_("Value"), "day": N_("Value")},
    "attachment_content": {"size": N_("Size")},
}
_ANYWHERE = {  # columns that mean the same in every table
    "customer_id": N_("Customer"),
    "contact_id": N_("Contact"),
    "rep_id": N_("Rep"),
    "note": N_("Note"),
    "position": N_("Place in the list"),
    "id_number_id": N_("ID number"),
    "attachment_id": N_("Attachment"),
    "order_id": N_("Order"),
    "field_id": N_("Custom field"),
    "media_type": N_("Kind of file"),
    "content_id": N_("Contents of an attachment"),
    "plan_id": N_("Promotion plan"),
}
_MONEY = frozenset({"annual_revenue", "credit_limit", "amount", "cost"})
_MOMENTS = frozenset({"opened_at", "answer_by", "solve_by", "answered_at", "solved_at", "published_at"})
_WORDS: dict[tuple[str, str], type[StrEnum]] = {
    ("relation", "kind"): v.RelationKind,
    ("customer", "kind"): v.CustomerKind,
    ("customer", "stage"): v.Stage,
    ("customer", "source"): v.Source,
    ("customer", "attitude"): v.Attitude,
    ("customer", "relationship"): v.Relationship,
    ("customer", "credit_grade"): v.CreditGrade,
    ("customer", "intent"): v.IntentLevel,
    ("customer", "gender"): v.Gender,
    ("contact", "role"): v.ContactRole,
    ("contact", "gender"): v.Gender,
    ("reach", "kind"): v.ReachKind,
    ("key_date", "kind"): v.KeyDateKind,
    ("key_date", "calendar"): v.CalendarKind,
    ("follow_up", "kind"): v.FollowUpKind,
    ("follow_up", "state"): v.FollowUpState,
    ("sales_order", "kind"): v.OrderKind,
    ("sales_order", "state"): v.OrderState,
    ("payment", "method"): v.PaymentMethod,
    ("privacy_record", "basis"): v.PrivacyBasis,
    ("rep", "role"): v.RepRole,
    ("promise", "by"): v.PromiseBy,
    ("promise", "state"): v.PromiseState,
    ("service_case", "kind"): v.CaseKind,
    ("care_record", "kind"): v.CareKind,
    ("tier_scheme", "every"): v.RoundEvery,
    ("promotion_plan", "state"): v.PlanState,
}


def record_words(table: str) -> str:
    """What a record of `table` is called."""
    return current().text(RECORDS[table]) if table in RECORDS else table


def field_words(table: str, field: str) -> str:
    """What a field is called; its own name where it never stands on a screen."""
    titles = TITLES.get(_TITLED.get(table, table)) or _TITLES_HERE.get(table, {})
    if field == "erased":
        return tr("values erased for good")
    title = titles.get(field) or _TITLES_HERE.get(table, {}).get(field) or _ANYWHERE.get(field)
    return field if title is None else current().text(title)


def pointed_words(target: str, record_id: int, names: Mapping[tuple[str, int], str]) -> str:
    """What a record is called that a field points at; of a secret only that there is one."""
    if target == "secret":
        return tr("changed, the content is not kept")
    return names.get((target, record_id), tr("no longer there"))


def value_words(table: str, field: str, value: Any) -> str:
    """A value as the journal keeps it, as it reads on the screen; "" for none."""
    if value is None or value == "":
        return ""
    if isinstance(value, bool):
        return tr("Yes") if value else tr("No")
    kind = _WORDS.get((table, field))
    if kind is not None and value in set(kind):
        return words_of(kind(value))
    try:
        if field in _MOMENTS:
            return moment(datetime.fromisoformat(str(value)))
        return money(Decimal(str(value))) if field in _MONEY else str(value)
    except (ValueError, InvalidOperation):
        return str(value)


def moment(at: datetime) -> str:
    """A moment of the file in this machine's time: 2026-11-22 14:03."""
    return at.astimezone().strftime("%Y-%m-%d %H:%M")
