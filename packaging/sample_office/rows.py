"""The sample as tables of plain values: references are row numbers, dates are days from the day of opening."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

from sample_office.model import Card, FollowUp, Order, Person, Product, Reach, Rep
from sample_office.stock import RETIRED
from sample_office.tagging import TAGS
from sample_office.visiting import cost_of, delivered, hours_of, minutes_of, place_of, with_rep_since

FORMAT = 1
# The order of the card; what nobody has stays out of the file.
CUSTOMER = (
    "kind", "number", "name", "short_name", "former_names", "credit_code", "legal_form", "industry",
    "registered_capital", "founded_on", "partner_since", "province", "city", "district", "address", "postcode",
    "website", "principal_name", "principal_character", "principal_hobbies", "principal_family",
    "principal_education", "principal_age", "principal_ability", "source", "introducer", "owner_id", "stage",
    "value_tier", "intent", "expects_on", "lost_reason", "note",
    "invoice_title", "invoice_tax_number", "invoice_bank", "invoice_account", "invoice_address", "invoice_phone",
    "service_area", "sales_capability", "potential", "business_philosophy", "business_direction", "business_policy",
    "headcount", "annual_revenue", "business_traits", "has_money", "has_authority", "has_need", "used_similar",
    "similar_brand", "similar_opinion", "attitude", "relationship", "management_quality", "competitor_relations",
    "cooperation", "organisation_note", "major_events", "sales_activity", "problems", "strengths", "countermeasures",
    "corporate_image", "reputation", "credit_grade", "credit_limit", "credit_days", "trade_terms", "credit_problems",
    "gender", "occupation", "employer", "education", "family", "hobbies", "taboos", "ethnicity", "native_place",
    "plate_number", "visit_from", "visit_to", "owner_since",
)  # fmt: skip
COLUMNS = {
    "rep": ("name", "role", "phone"),
    "tag": ("name",),
    "product": ("code", "name", "category", "unit", "unit_price", "unit_cost", "active"),
    "customer": CUSTOMER,
    "customer_tag": ("customer_id", "tag_id"),
    "contact": (
        "customer_id", "name", "title", "department", "role", "gender", "active", "left_on", "left_reason",
        "is_primary", "hobbies", "taboos", "note", "decision_weight",
    ),
    "reach": ("customer_id", "contact_id", "kind", "value", "extension", "label"),
    "key_date": (
        "customer_id", "contact_id", "kind", "label", "calendar", "days", "years_back", "year", "month", "day", "leap",
        "lead_days",
    ),
    "sales_order": ("number", "customer_id", "rep_id", "ordered_on", "kind", "state", "amount", "note", "delivered_on"),
    "order_line": (
        "order_id", "position", "product_id", "product_name", "category", "quantity", "unit_price", "discount",
        "unit_cost", "amount",
    ),
    "payment": ("customer_id", "order_id", "paid_on", "amount", "method", "note"),
    "follow_up": (
        "customer_id", "contact_id", "rep_id", "kind", "state", "planned_on", "planned_time", "purpose", "done_on",
        "done_time", "minutes", "result", "effective", "note", "follows_id", "place", "cost",
    ),
    "promise": (
        "customer_id", "contact_id", "rep_id", "by", "text", "made_on", "due_on", "state", "settled_on",
    ),
    "service_case": (
        "customer_id", "contact_id", "rep_id", "kind", "subject", "opened_at", "answered_at", "solved_at", "solution",
        "cost",
    ),
    "survey": ("customer_id", "contact_id", "rep_id", "asked_on", "satisfaction", "recommend", "comment"),
    "care_record": ("customer_id", "contact_id", "rep_id", "kind", "given_on", "what", "cost"),
    "major_event": ("customer_id", "happened_on", "what"),
    "competitor": ("name",),
    "competitor_use": ("customer_id", "competitor_id", "product", "share", "opinion", "noted_on"),
    "relation": (
        "customer_id", "contact_id", "kind", "reverse", "other_customer_id", "other_name", "since", "note",
    ),
    "custom_field": (
        "kind", "title", "help", "part", "only", "position", "required", "is_unique", "options",
    ),
    "custom_value": ("field_id", "customer_id", "text", "number", "day"),
    "privacy_record": (
        "customer_id", "contact_id", "source", "purpose", "basis", "noticed_on", "consent_on", "consent_how",
        "withdrawn_on", "keep_until", "reviewed_on",
    ),
}  # fmt: skip
LEAP_DAYS = 30
WEIGHTS = {"decision_maker": 5, "influencer": 3, "user": 2, "clerk": 2, "gatekeeper": 1}


class Tables:
    """Collects rows; every row is a list in the order of COLUMNS."""

    def __init__(self) -> None:
        self.rows: dict[str, list[list[Any]]] = {name: [] for name in COLUMNS}

    def add(self, table: str, *values: Any) -> int:
        """Append a row; returns its number."""
        row = [None if value == "" else value for value in values]
        assert len(row) == len(COLUMNS[table]), table
        self.rows[table].append(row)
        return len(self.rows[table]) - 1

    def office(self, reps: list[Rep], stock: list[Product]) -> None:
        """The people, the price list and the tags."""
        for rep in reps:
            self.add("rep", rep.name, rep.role, rep.phone)
        for name in TAGS:
            self.add("tag", name)
        for one in stock:
            self.add(
                "product", one.code, one.name, one.category, one.unit, one.price, one.cost, one.code not in RETIRED
            )

    def card(self, card: Card, number: str) -> None:
        """A customer with people, numbers, days and tags."""
        given = {"kind": card.kind, "number": number, "name": card.name, "owner_id": card.owner, "stage": card.stage}
        assert not (strange := card.fields.keys() - set(CUSTOMER)), strange
        count = len(self.rows["customer"])
        given |= dict(zip(("visit_from", "visit_to"), hours_of(count), strict=True))
        if card.owner is not None:
            given["owner_since"] = with_rep_since(count, card.since)
        fields = card.fields | given
        card.at = self.add("customer", *(fields.get(name) for name in CUSTOMER))
        for name in card.tags:
            self.add("customer_tag", card.at, TAGS.index(name))
        for reach in card.reaches:
            self._reach(card, None, reach)
        for person in card.people:
            self._contact(card, person)
        for one in card.key_dates:
            person_at = one.person.at if one.person and one.person.at >= 0 else None
            leap = one.year is not None and one.calendar == "lunar"
            self.add(
                "key_date", card.at, person_at, one.kind, one.label, one.calendar, one.days, one.back, one.year,
                one.month, one.day, leap, one.lead,
            )  # fmt: skip

    def _contact(self, card: Card, person: Person) -> None:
        person.at = self.add(
            "contact", card.at, str(person.name), person.title, person.department, person.role, person.gender,
            person.active, person.left, person.left_reason, person.primary, person.hobbies, person.taboos, person.note,
            WEIGHTS.get(person.role or ""),
        )  # fmt: skip
        for reach in person.reaches:
            self._reach(card, person.at, reach)

    def _reach(self, card: Card, contact: int | None, one: Reach) -> None:
        self.add("reach", card.at, contact, one.kind, one.value, one.extension, one.label)

    def orders(self, orders: list[Order]) -> None:
        """All orders of the office in the order of their days, numbered through."""
        for count, order in enumerate(sorted(orders, key=lambda one: (one.day, one.card.at)), 1):
            letters = "TH" if order.kind == "return" else "XS"
            card = order.card
            order.at = self.add(
                "sales_order", f"{letters}-{count:05}", card.at, card.owner, order.day, order.kind, order.state,
                order.amount, order.note, delivered(order.day, count, order.kind, order.state),
            )  # fmt: skip
            for position, line in enumerate(order.lines, 1):
                product = None if line.product is None else line.product.at
                self.add(
                    "order_line", order.at, position, product, None if line.product else line.name,
                    None if line.product else line.category, line.quantity, line.price,
                    line.discount, line.cost, line.amount,
                )  # fmt: skip

    def payments(self, orders: list[Order]) -> None:
        """All payments by day."""
        paid = [(one.day, order.at, order, one) for order in orders for one in order.payments]
        for day, _, order, one in sorted(paid, key=lambda row: row[:2]):
            self.add("payment", order.card.at, order.at, day, one.amount, one.method, one.note)

    def follow_ups(self, follow_ups: list[FollowUp]) -> None:
        """All follow-ups by day, what is planned last."""
        for one in sorted(follow_ups, key=lambda found: (found.state == "planned", found.day, found.card.at)):
            done, count = one.state == "done", len(self.rows["follow_up"])
            one.at = self.add(
                "follow_up", one.card.at, None if one.person is None or one.person.at < 0 else one.person.at, one.rep,
                one.kind, one.state, one.planned, one.planned_time, one.purpose, one.day if done else None, one.time,
                minutes_of(one.kind, one.state, count, one.minutes), one.result, one.effective, one.note,
                None if one.follows is None else one.follows.at, place_of(one.kind, count),
                cost_of(one.kind, one.state, count),
            )  # fmt: skip

    def written(self, office: dict[str, str], notes: list[list[object]]) -> str:
        """The whole sample as JSON: one row per line, so that a change is seen as a change of lines."""
        parts = [f'{{"format":{FORMAT},\n"office":{_json(office)},\n"tables":{{']
        tables = []
        for name, rows in self.rows.items():
            body = ",\n".join(_json(_trimmed(row)) for row in rows)
            tables.append(f'"{name}":{{"columns":{_json(COLUMNS[name])},"rows":[\n{body}]}}')
        parts.append(",\n".join(tables))
        parts.append(f'}},\n"attachments":[\n{",".join(_json(note) for note in notes)}]}}\n')
        return "".join(parts)


def _trimmed(row: list[Any]) -> list[Any]:
    """The row without what is missing at its end: the reader fills it up."""
    last = max((at for at, value in enumerate(row) if value is not None), default=-1)
    return row[: last + 1]


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=_number)


def _number(value: Any) -> float | int:
    """Decimals as JSON numbers; the reader takes their text, so nothing is lost."""
    assert isinstance(value, Decimal)
    return int(value) if value == int(value) else float(value)
