"""自定义字段: the fields the office added, the answers of its customers, and how lists sort and ask by them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from datetime import date
from decimal import Decimal
from typing import Any, TypeAlias

from sqlalchemy import ColumnElement, func, literal, select
from sqlalchemy.orm import Session

from db import journal
from db.models import Attachment, Contact, Customer, CustomField, CustomValue, KeyDate
from db.queries.card import KeyDateDraft
from db.vocabulary import CardPart, CustomerKind, CustomKind

ON_A_DAY_OF_THE_YEAR = 100  # month × 100 + day: how key dates are sorted


@dataclass(frozen=True, slots=True)
class CustomFieldRow:
    """The definition of one field. `only` None: for companies and persons; `options` of the two kinds of choice."""

    id: int = 0  # of one not yet saved
    kind: CustomKind = CustomKind.TEXT
    title: str = ""
    help: str | None = None
    part: CardPart = CardPart.BASIC
    only: CustomerKind | None = None
    position: int = 0
    required: bool = False
    is_unique: bool = False
    options: tuple[str, ...] = ()

    def is_for(self, kind: CustomerKind) -> bool:
        """Whether cards of this kind have the field."""
        return self.only in (None, kind)


@dataclass(frozen=True, slots=True)
class Named:
    """A contact or an attachment by id and name; a person who is no contact has no id."""

    id: int | None
    name: str


@dataclass(frozen=True, slots=True)
class CustomOfCard:
    """The fields of the office, and {field id: answer} of one customer."""

    fields: tuple[CustomFieldRow, ...] = ()
    answers: Mapping[int, Answer] = field(default_factory=dict)

    def of(self, part: str, kind: CustomerKind) -> tuple[CustomFieldRow, ...]:
        """The fields that a part of the card shows: those of its kind, and others where something was answered."""
        return tuple(one for one in self.fields if one.part == part and (one.is_for(kind) or one.id in self.answers))


# By kind: text, choices as a tuple, number and money, day, yes or no, person or file, key date.
Answer: TypeAlias = str | tuple[str, ...] | Decimal | date | bool | Named | KeyDateDraft

_COLUMNS = [getattr(CustomField, one.name) for one in fields(CustomFieldRow)]  # options, a text there, is the last
_NUMBERS = frozenset({CustomKind.NUMBER, CustomKind.MONEY, CustomKind.YES_NO})
_DAY_FIELDS = tuple(one.name for one in fields(KeyDateDraft))


def custom_fields(session: Session) -> tuple[CustomFieldRow, ...]:
    """All fields of the office in their order."""
    query = select(*_COLUMNS).order_by(CustomField.position, CustomField.id)
    rows: list[Any] = list(session.execute(query))
    return tuple(replace(CustomFieldRow(*row), options=options_of(row[-1])) for row in rows)


def custom_field(session: Session, field_id: int) -> CustomFieldRow | None:
    """One field; None where it is gone."""
    return next((one for one in custom_fields(session) if one.id == field_id), None)


def options_of(text: str | None) -> tuple[str, ...]:
    """The choices kept one a line."""
    return tuple(line for line in (text or "").split("\n") if line)


def custom_of_card(session: Session, customer_id: int) -> CustomOfCard:
    """What a card shows of the custom fields."""
    return CustomOfCard(custom_fields(session), custom_values(session, customer_id))


def answer_counts(session: Session) -> dict[int, int]:
    """{field id: how many customers answer it}; fields nobody answers are left out."""
    found: dict[int, int] = {}
    keys: tuple[Any, ...] = (CustomValue.field_id, KeyDate.field_id)
    for key in keys:
        for field_id, count in session.execute(select(key, func.count()).where(key.is_not(None)).group_by(key)):
            found[field_id] = found.get(field_id, 0) + count
    return found


def custom_values(session: Session, customer_id: int) -> dict[int, Answer]:
    """{field id: answer} of one customer."""
    return custom_values_of(session, [customer_id]).get(customer_id, {})


def custom_values_of(
    session: Session, customer_ids: Sequence[int], field_ids: Sequence[int] | None = None
) -> dict[int, dict[int, Answer]]:
    """{customer id: {field id: answer}} of a page of customers, of all fields or of `field_ids`."""
    found: dict[int, dict[int, Answer]] = {}
    if field_ids is not None and not field_ids:
        return found
    for chunk in journal.chunks(list(customer_ids)):
        for row in session.execute(_values(chunk, field_ids)):
            answer = _answer(*row[2:])
            if answer is not None:
                found.setdefault(row[0], {})[row[1]] = answer
        for row in session.execute(_days(chunk, field_ids)):
            found.setdefault(row[0], {})[row[1]] = KeyDateDraft(*row[2:])
    return found


def _values(customer_ids: Sequence[int], field_ids: Sequence[int] | None) -> Any:
    value = CustomValue
    columns = (value.customer_id, value.field_id, CustomField.kind, value.text, value.number, value.day)
    query = select(*columns, value.contact_id, Contact.name, value.attachment_id, Attachment.name)
    query = query.join(CustomField, CustomField.id == value.field_id)
    query = query.outerjoin(Contact, Contact.id == value.contact_id)
    query = query.outerjoin(Attachment, Attachment.id == value.attachment_id)
    query = query.where(value.customer_id.in_(customer_ids))
    return query if field_ids is None else query.where(value.field_id.in_(field_ids))


def _days(customer_ids: Sequence[int], field_ids: Sequence[int] | None) -> Any:
    query = select(KeyDate.customer_id, KeyDate.field_id, *(getattr(KeyDate, name) for name in _DAY_FIELDS))
    query = query.where(KeyDate.customer_id.in_(customer_ids), KeyDate.field_id.is_not(None))
    return query if field_ids is None else query.where(KeyDate.field_id.in_(field_ids))


def _answer(  # noqa: PLR0911 - a line per kind
    kind: CustomKind,
    text: str | None,
    number: Decimal | None,
    day: date | None,
    contact_id: int | None,
    contact: str | None,
    attachment_id: int | None,
    attachment: str | None,
) -> Answer | None:
    if kind in _NUMBERS:
        if number is None:
            return None
        if kind is CustomKind.MONEY:
            return number.quantize(Decimal("0.01"))
        return bool(number) if kind is CustomKind.YES_NO else number
    if kind is CustomKind.DATE:
        return day
    if kind is CustomKind.CHOICES:
        return options_of(text) or None
    if kind is CustomKind.PERSON:
        name = contact if contact_id is not None else text
        return Named(contact_id, name) if name else None
    if kind is CustomKind.FILE:
        return None if attachment_id is None else Named(attachment_id, attachment or "")
    return text or None


# What lists sort and filter by. All are correlated to Customer.


def answer_of(field_id: int, kind: CustomKind) -> ColumnElement[Any]:
    """The answer of a customer as one comparable value, NULL for none: to sort by.

    Texts, choices (one a line), names of persons and files as text; numbers, money (Decimal) and yes/no (1, 0); days;
    key dates as month × 100 + day.
    """
    query = select(_column(kind)).select_from(_source(kind)).where(*_own(field_id, kind))
    return query.limit(1).correlate(Customer).scalar_subquery()


def is_answered(field_id: int, kind: CustomKind) -> ColumnElement[bool]:
    """That a customer has an answer."""
    return select(1).select_from(_source(kind)).where(*_own(field_id, kind)).correlate(Customer).exists()


def answers(field_id: int, kind: CustomKind, test: Callable[[Any], ColumnElement[bool]]) -> ColumnElement[bool]:
    """That a customer's answer, as `answer_of` gives it, passes `test`: `lambda answer: answer > 5`."""
    query = select(1).select_from(_source(kind)).where(*_own(field_id, kind), test(_column(kind)))
    return query.correlate(Customer).exists()


def chooses(field_id: int, kind: CustomKind, option: str) -> ColumnElement[bool]:
    """That `option` is the choice of a customer, or among his choices."""
    if kind is CustomKind.CHOICE:
        return answers(field_id, kind, lambda answer: answer == option)
    return answers(
        field_id,
        kind,
        lambda answer: (literal("\n") + answer + literal("\n")).contains(f"\n{option}\n", autoescape=True),
    )


def _source(kind: CustomKind) -> Any:
    if kind is CustomKind.KEY_DATE:
        return KeyDate.__table__
    table = CustomValue.__table__
    if kind is CustomKind.PERSON:
        return table.outerjoin(Contact.__table__, Contact.id == CustomValue.contact_id)
    if kind is CustomKind.FILE:
        return table.join(Attachment.__table__, Attachment.id == CustomValue.attachment_id)
    return table


def _column(kind: CustomKind) -> Any:
    if kind is CustomKind.KEY_DATE:
        return KeyDate.month * ON_A_DAY_OF_THE_YEAR + KeyDate.day
    if kind is CustomKind.PERSON:
        return func.coalesce(Contact.name, CustomValue.text)
    if kind is CustomKind.FILE:
        return Attachment.name
    if kind is CustomKind.DATE:
        return CustomValue.day
    return CustomValue.number if kind in _NUMBERS else CustomValue.text


def _own(field_id: int, kind: CustomKind) -> tuple[ColumnElement[bool], ...]:
    table: Any = KeyDate if kind is CustomKind.KEY_DATE else CustomValue
    return table.field_id == field_id, table.customer_id == Customer.id


__all__ = [
    "Answer",
    "CustomFieldRow",
    "CustomOfCard",
    "Named",
    "answer_counts",
    "answer_of",
    "answers",
    "chooses",
    "custom_field",
    "custom_fields",
    "custom_of_card",
    "custom_values",
    "custom_values_of",
    "is_answered",
    "options_of",
]
