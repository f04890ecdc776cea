"""How plain values read on paper and in spreadsheets: money, dates, yes and no, stored words, phone numbers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime, time
from decimal import Decimal
from enum import StrEnum

from db import vocabulary as v
from desktop.rules import labels
from desktop.rules.key_days import KeyDay
from desktop.rules.money import show_money
from desktop.rules.moon_words import say_key_day
from desktop.rules.phone_numbers import show_phone
from desktop.words import N_, Catalogue


class Format(StrEnum):
    """What a number or text means, where its type alone does not say it."""

    AUTO = "auto"
    MONEY = "money"
    PERCENT = "percent"  # a whole number of hundredths: 85 reads 85%
    SCORE = "score"  # 1 to 5
    DAYS = "days"
    AGE = "age"
    PEOPLE = "people"
    PHONE = "phone"
    DATE = "date"
    YES_NO = "yes_no"


FORMATS: Mapping[str, Format] = {
    "customer.potential": Format.SCORE,
    "customer.headcount": Format.PEOPLE,
    "customer.principal_age": Format.AGE,
    "customer.annual_revenue": Format.MONEY,
    "customer.credit_limit": Format.MONEY,
    "customer.credit_days": Format.DAYS,
    "customer.invoice_phone": Format.PHONE,
    "customer.founded_on": Format.DATE,
    "customer.partner_since": Format.DATE,
    "customer.has_money": Format.YES_NO,
    "customer.has_authority": Format.YES_NO,
    "customer.has_need": Format.YES_NO,
    "customer.used_similar": Format.YES_NO,
    "contact.active": Format.YES_NO,
    "contact.is_primary": Format.YES_NO,
    "contact.left_on": Format.DATE,
    "key_date.leap": Format.YES_NO,
    "key_date.lead_days": Format.DAYS,
    "follow_up.planned_on": Format.DATE,
    "follow_up.done_on": Format.DATE,
    "follow_up.effective": Format.YES_NO,
    "next_step.planned_on": Format.DATE,
    "order.ordered_on": Format.DATE,
    "order.amount": Format.MONEY,
    "line.unit_price": Format.MONEY,
    "line.unit_cost": Format.MONEY,
    "line.amount": Format.MONEY,
    "product.unit_price": Format.MONEY,
    "product.unit_cost": Format.MONEY,
    "payment.amount": Format.MONEY,
    "payment.paid_on": Format.DATE,
    "follow_up.cost": Format.MONEY,
    "promise.due_on": Format.DATE,
    "competitor_use.noted_on": Format.DATE,
    "major_event.happened_on": Format.DATE,
    "computed.completeness": Format.PERCENT,
    "computed.first_purchase_on": Format.DATE,
    "computed.last_purchase_on": Format.DATE,
    "computed.purchases_total": Format.MONEY,
    "computed.purchases_12_months": Format.MONEY,
    "computed.returns_12_months": Format.MONEY,
    "computed.average_purchase": Format.MONEY,
    "computed.receivable": Format.MONEY,
    "computed.overdue": Format.MONEY,
}

# The fields that hold one word of a list: on a form to fill in, the whole list is printed to tick.
CHOICES: Mapping[str, type[StrEnum]] = {
    "customer.kind": v.CustomerKind,
    "customer.source": v.Source,
    "customer.stage": v.Stage,
    "customer.intent": v.IntentLevel,
    "customer.attitude": v.Attitude,
    "customer.relationship": v.Relationship,
    "customer.credit_grade": v.CreditGrade,
    "customer.gender": v.Gender,
    "contact.role": v.ContactRole,
    "contact.gender": v.Gender,
    "reach.kind": v.ReachKind,
    "key_date.kind": v.KeyDateKind,
    "key_date.calendar": v.CalendarKind,
    "follow_up.kind": v.FollowUpKind,
    "next_step.kind": v.FollowUpKind,
    "follow_up.state": v.FollowUpState,
    "order.kind": v.OrderKind,
    "order.state": v.OrderState,
    "payment.method": v.PaymentMethod,
    "promise.by": v.PromiseBy,
}


def text_of(value: object, words: Catalogue, kind: Format = Format.AUTO) -> str:  # noqa: PLR0911 - a line per type
    """`value` as a person writes it; "" for None and for nothing. Stored words come in the language of `words`."""
    match value:
        case None | "":
            return ""
        case StrEnum():
            return words.text(labels.word(value))
        case bool():
            return words.text("Yes") if value else words.text("No")
        case int() | Decimal():
            return _number(value, words, kind)
        case datetime():
            return f"{value:%Y-%m-%d %H:%M}"
        case date():
            return value.isoformat()
        case time():
            return f"{value:%H:%M}"
        case KeyDay():
            return say_key_day(value, words)
        case str():
            return show_phone(value) if kind is Format.PHONE else value
        case list() | tuple():
            return listed((text_of(part, words, kind) for part in value), words)
        case _:
            return str(value)


def listed(parts: Iterable[str], words: Catalogue) -> str:
    """The non-empty parts in one line, divided as the language divides a list."""
    return ("、" if words.language.startswith("zh") else ", ").join(part for part in parts if part)


def beside(parts: Iterable[str], between: str = "") -> str:
    """Parts of one thing (province, city, street) run together; a space only where Latin letters would touch.

    What has been said already is not said again: the city of Shanghai is its province. `between` parts two things.
    """
    joined = ""
    for part in parts:
        if part in joined:
            continue
        if joined and between:
            joined += between
        elif joined and part and (joined[-1] < "\u2e80" or part[0] < "\u2e80"):
            joined += " "
        joined += part
    return joined


def to_fill(path: str, words: Catalogue, kind: Format | None = None) -> tuple[str, ...]:
    """What stands in an empty field to be filled in by hand: words to tick, or the places of a date; else nothing."""
    if path in CHOICES:
        return tuple(f"□ {words.text(labels.word(member))}" for member in CHOICES[path])
    match kind or FORMATS.get(path):
        case Format.YES_NO:
            return tuple(f"□ {words.text(answer)}" for answer in (N_("Yes"), N_("No")))
        case Format.DATE:
            return (words.text("Y ______ M ___ D ___"),)
        case Format.SCORE:
            return tuple(f"□ {score}" for score in range(1, 6))
        case Format.MONEY:
            return ("￥",)
        case _:
            return ()


# Numbers that are said with what they count.
_COUNTED = {
    Format.DAYS: N_("{count} days"),
    Format.AGE: N_("{count} years old"),
    Format.PEOPLE: N_("{count} people"),
}


def _number(value: int | Decimal, words: Catalogue, kind: Format) -> str:
    if kind is Format.MONEY:
        return show_money(Decimal(value))
    plain = _plain(value)
    if kind in _COUNTED:
        return words.text(_COUNTED[kind], count=plain)
    return {Format.PERCENT: f"{plain}%", Format.SCORE: f"{plain} / 5"}.get(kind, plain)


def _plain(value: int | Decimal) -> str:
    """Thousands separated from 10,000 on, so that years and small counts stay as they are; no idle zeros."""
    if isinstance(value, Decimal) and not value.is_finite():
        return str(value)
    small = -10_000 < value < 10_000
    if isinstance(value, int):
        return str(value) if small else f"{value:,}"
    text = f"{value:f}" if small else f"{value:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
