"""Answers to custom fields: checked by their definition, kept in the column of their kind."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import Attachment, Contact, Customer, CustomValue, KeyDate
from db.queries.card import KeyDateDraft
from db.queries.custom import Answer, CustomFieldRow, Named, custom_fields, custom_values, options_of
from db.vocabulary import CalendarKind, CustomerKind, CustomKind, KeyDateKind
from desktop.rules.custom_values import Plain, answer_key, check_number, check_text, custom_text, in_order
from desktop.rules.errors import RuleBroken
from desktop.rules.key_days import KeyDay

_LONGEST_MONTH = {CalendarKind.LUNAR: 30}


def plain_of(kind: CustomKind, text: str | None, number: Decimal | None, day: date | None) -> Plain | None:
    """The answer that the columns of a value hold; None for kinds that point at records."""
    if kind is CustomKind.YES_NO:
        return None if number is None else bool(number)
    if kind is CustomKind.MONEY:
        return None if number is None else number.quantize(Decimal("0.01"))
    if kind is CustomKind.NUMBER:
        return number
    if kind is CustomKind.DATE:
        return day
    if kind is CustomKind.CHOICES:
        return options_of(text) or None
    return text or None


def columns_of(kind: CustomKind, answer: Plain | Named) -> dict[str, Any]:
    """The columns of a value that hold an answer, the others None. Not for key dates."""
    columns: dict[str, Any] = dict.fromkeys(("text", "number", "day", "contact_id", "attachment_id"))
    if isinstance(answer, Named):
        columns["attachment_id" if kind is CustomKind.FILE else "contact_id"] = answer.id
        # The name of a contact is kept beside it: should the contact go, it is still known who was meant.
        columns["text"] = None if kind is CustomKind.FILE else answer.name
    elif isinstance(answer, bool):
        columns["number"] = Decimal(int(answer))
    elif isinstance(answer, Decimal):
        columns["number"] = answer
    elif isinstance(answer, date):
        columns["day"] = answer
    elif isinstance(answer, tuple):
        columns["text"] = "\n".join(answer)
    else:
        columns["text"] = answer
    return columns


def set_answers(session: Session, customer_id: int, answers: Mapping[int, Answer | None]) -> None:
    """Keep the answers {field id: answer, None for none} of one customer; fields not named stay as they are.

    RuleBroken at `answer_key`: answer_missing (of a required field), not_unique (with the holder's name),
    unknown_choice, too_long, too_precise, control_sign, bad_day, gone.
    """
    defined = {one.id: one for one in custom_fields(session)}
    before = custom_values(session, customer_id)
    for field_id, answer in answers.items():
        field = defined.get(field_id)
        if field is None:
            raise RuleBroken("gone")
        checked = checked_answer(session, field, customer_id, answer, before.get(field_id))
        if checked == before.get(field_id):
            continue
        if field.kind is CustomKind.KEY_DATE:
            _keep_day(session, field, customer_id, checked)
        else:
            _keep_value(session, field, customer_id, checked)


def check_required(session: Session, kind: CustomerKind, answers: Mapping[int, Answer | None]) -> None:
    """RuleBroken("answer_missing") at the first required field of a new card that has no answer."""
    for field in custom_fields(session):
        if field.kind is CustomKind.FILE:
            continue  # a card that is not there yet has no attachment
        if field.required and field.is_for(kind) and answers.get(field.id) in (None, "", ()):
            raise RuleBroken("answer_missing", answer_key(field.id), title=field.title)


def checked_answer(
    session: Session, field: CustomFieldRow, customer_id: int | None, answer: Answer | None, before: Answer | None
) -> Answer | None:
    """`answer` as it is kept; raises as `set_answers`. `before` is what the customer said until now."""
    key = answer_key(field.id)
    answer = _tidy(field, answer, before, key)
    if answer is None:
        if field.required and before is not None:
            raise RuleBroken("answer_missing", key, title=field.title)
        return None
    if isinstance(answer, Named):
        return _pointed(session, field, customer_id, answer, key)
    if field.is_unique and answer != before and not isinstance(answer, KeyDateDraft):
        holder = holder_of(session, field, answer, customer_id)
        if holder:
            raise RuleBroken("not_unique", key, value=custom_text(answer), name=holder)
    return answer


def _tidy(field: CustomFieldRow, answer: Answer | None, before: Answer | None, key: str) -> Answer | None:
    if isinstance(answer, str):
        answer = check_text(field.kind, answer, key) or None
        chosen: tuple[str, ...] = (answer,) if answer else ()
    elif isinstance(answer, tuple):
        answer = chosen = in_order(answer, field.options)
    elif isinstance(answer, Decimal):
        return check_number(field.kind, answer, key)
    elif isinstance(answer, KeyDateDraft):
        if not (1 <= answer.month <= 12 and 1 <= answer.day <= _LONGEST_MONTH.get(answer.calendar, 31)):
            raise RuleBroken("bad_day", key, month=answer.month, day=answer.day)
        return answer
    else:
        return answer
    if field.kind in (CustomKind.CHOICE, CustomKind.CHOICES):
        # What is no option any more may stay where it was, but is not chosen anew.
        known = {
            *field.options,
            *((before,) if isinstance(before, str) else before if isinstance(before, tuple) else ()),
        }
        for one in chosen:
            if one not in known:
                raise RuleBroken("unknown_choice", key, text=one, allowed=field.options)
    return answer or None


def _pointed(
    session: Session, field: CustomFieldRow, customer_id: int | None, answer: Named, key: str
) -> Answer | None:
    """A person or a file that is the customer's own; a person may be nobody's."""
    if answer.id is None:
        name = check_text(CustomKind.PERSON, answer.name, key)
        return Named(None, name) if name and field.kind is CustomKind.PERSON else None
    table: Any = Attachment if field.kind is CustomKind.FILE else Contact
    found = session.scalar(select(table.name).where(table.id == answer.id, table.customer_id == customer_id))
    if found is None:
        raise RuleBroken("gone", key)
    return Named(answer.id, str(found))


def holder_of(session: Session, field: CustomFieldRow, answer: Plain, but: int | None) -> str:
    """The name of another customer with this answer, "" for none."""
    value = CustomValue
    query = select(Customer.name).join(value, value.customer_id == Customer.id).where(value.field_id == field.id)
    columns = {name: one for name, one in columns_of(field.kind, answer).items() if one is not None}
    for name, one in columns.items():
        query = query.where(getattr(value, name) == one)
    if but is not None:
        query = query.where(Customer.id != but)
    return session.scalars(query.limit(1)).first() or ""


def _keep_value(session: Session, field: CustomFieldRow, customer_id: int, answer: Answer | None) -> None:
    query = select(CustomValue).where(CustomValue.field_id == field.id, CustomValue.customer_id == customer_id)
    row = session.scalars(query).first()
    if answer is None or isinstance(answer, KeyDateDraft):
        if row is not None:
            session.delete(row)
        return
    columns = columns_of(field.kind, answer)
    if row is None:
        session.add(CustomValue(field_id=field.id, customer_id=customer_id, **columns))
        return
    for name, value in columns.items():
        if getattr(row, name) != value:
            setattr(row, name, value)


def _keep_day(session: Session, field: CustomFieldRow, customer_id: int, answer: Answer | None) -> None:
    query = select(KeyDate).where(KeyDate.field_id == field.id, KeyDate.customer_id == customer_id)
    row = session.scalars(query).first()
    if not isinstance(answer, KeyDateDraft):
        if row is not None:
            session.delete(row)
        return
    names = ("calendar", "year", "month", "day", "leap", "lead_days")
    columns = {name: getattr(answer, name) for name in names}
    if row is None:
        kind = {"kind": KeyDateKind.OTHER, "label": field.title, "field_id": field.id}
        session.add(KeyDate(customer_id=customer_id, **kind, **columns))
        return
    for name, value in columns.items():
        if getattr(row, name) != value:
            setattr(row, name, value)


def day_answer(day: KeyDay, before: Answer | None = None) -> KeyDateDraft:
    """A day as the answer of a key date field; what else was said of it (days of notice) stays."""
    old = before if isinstance(before, KeyDateDraft) else KeyDateDraft(kind=KeyDateKind.OTHER)
    return replace(old, month=day.month, day=day.day, year=day.year, calendar=day.calendar, leap=day.leap)


def key_day_of(answer: KeyDateDraft) -> KeyDay:
    """The day of an answer."""
    return KeyDay(answer.month, answer.day, answer.year, answer.calendar, answer.leap)


def printed(answer: Answer) -> Plain:
    """An answer as paper and spreadsheets take it: persons and files by their names, key dates as days."""
    if isinstance(answer, Named):
        return answer.name
    return key_day_of(answer) if isinstance(answer, KeyDateDraft) else answer
