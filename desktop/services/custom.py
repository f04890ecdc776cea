"""Custom fields: define, change, order and remove them. Their answers are kept by custom_answers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from db import journal
from db.models import Customer, CustomField, CustomValue, KeyDate
from db.queries.custom import CustomFieldRow, answer_counts, custom_field, custom_fields, options_of
from db.undo import delete_with_children
from db.vocabulary import CustomKind
from desktop.rules.custom_values import (
    LONGEST_TITLE,
    check_text,
    custom_text,
    in_order,
    moved_to,
    options_in,
)
from desktop.rules.errors import RuleBroken
from desktop.services.custom_answers import columns_of, plain_of

UNIQUE_KINDS = frozenset(
    {CustomKind.TEXT, CustomKind.NUMBER, CustomKind.MONEY, CustomKind.DATE, CustomKind.PHONE, CustomKind.CHOICE}
)
CHOICE_KINDS = frozenset({CustomKind.CHOICE, CustomKind.CHOICES})
# Their answers point at records or are days of the year: no text says the same.
_FIXED = frozenset({CustomKind.KEY_DATE, CustomKind.PERSON, CustomKind.FILE})
_HELP_LENGTH = 200


def save_field(session: Session, draft: CustomFieldRow, renamed: Mapping[str, str] | None = None) -> int:
    """Define a field or change it; `renamed` options {old: new} are renamed in all answers too. Returns its id.

    RuleBroken at its field: title_missing, title_taken, too_long, options_missing, option_twice, not_unique_yet (with
    the answer two customers share), kind_fixed, kind_loses (with an answer that would be lost).
    """
    draft = _checked(session, draft)
    values = {name: getattr(draft, name) for name in ("kind", "title", "help", "part", "only", "required", "is_unique")}
    values["options"] = "\n".join(draft.options) or None
    row = session.get(CustomField, draft.id) if draft.id else None
    if row is None and draft.id:
        raise RuleBroken("gone")
    if row is None:
        last = session.scalar(select(func.max(CustomField.position)))
        row = CustomField(position=0 if last is None else last + 1, **values)
        session.add(row)
        session.flush()
        return row.id
    before = custom_field(session, row.id)
    assert before is not None
    for name, value in values.items():
        if getattr(row, name) != value:
            setattr(row, name, value)
    session.flush()
    _rename_options(session, draft, renamed or {})
    if before.kind is not draft.kind:
        _move_answers(session, before, draft)
    if before.title != draft.title and draft.kind is CustomKind.KEY_DATE:
        days = session.scalars(select(KeyDate.id).where(KeyDate.field_id == draft.id))
        journal.bulk_change(session, journal.table_named("key_date"), {one: {"label": draft.title} for one in days})
    if draft.is_unique:
        _check_unique(session, draft)
    return row.id


def _checked(session: Session, draft: CustomFieldRow) -> CustomFieldRow:
    title = check_text(CustomKind.TEXT, draft.title, "title")
    if not title:
        raise RuleBroken("title_missing", "title")
    if len(title) > LONGEST_TITLE:
        raise RuleBroken("too_long", "title", longest=LONGEST_TITLE, length=len(title))
    folded = title.casefold()
    if any(one.title.casefold() == folded and one.id != draft.id for one in custom_fields(session)):
        raise RuleBroken("title_taken", "title", title=title)
    said = check_text(CustomKind.TEXT, draft.help or "", "help")
    if len(said) > _HELP_LENGTH:
        raise RuleBroken("too_long", "help", longest=_HELP_LENGTH, length=len(said))
    options = options_in("\n".join(draft.options)) if draft.kind in CHOICE_KINDS else ()
    unique = draft.is_unique and draft.kind in UNIQUE_KINDS
    return replace(draft, title=title, help=said or None, options=options, is_unique=unique)


def option_uses(session: Session, field_id: int, options: Sequence[str]) -> int:
    """How many customers have one of these options as their answer, or among their answers."""
    wanted = set(options)
    return sum(bool(wanted & set(options_of(text))) for _, text in _texts(session, field_id)) if wanted else 0


def _texts(session: Session, field_id: int) -> list[tuple[int, str | None]]:
    query = select(CustomValue.id, CustomValue.text).where(CustomValue.field_id == field_id)
    return [(row[0], row[1]) for row in session.execute(query)]


def _rename_options(session: Session, field: CustomFieldRow, renamed: Mapping[str, str]) -> None:
    if not renamed:
        return
    changes: dict[int, dict[str, Any]] = {}
    for value_id, text in _texts(session, field.id):
        chosen = options_of(text)
        if set(chosen) & renamed.keys():
            after = in_order([renamed.get(one, one) for one in chosen], field.options)
            changes[value_id] = {"text": "\n".join(after)}
    journal.bulk_change(session, journal.table_named("custom_value"), changes)


def _move_answers(session: Session, before: CustomFieldRow, after: CustomFieldRow) -> None:
    """Make every answer one of the new kind, or refuse as a whole."""
    count = answer_counts(session).get(before.id, 0)
    if not count:
        return
    if before.kind in _FIXED or after.kind in _FIXED:
        raise RuleBroken("kind_fixed", "kind", count=count)
    value = CustomValue
    query = select(value.id, value.text, value.number, value.day, Customer.name)
    query = query.join(Customer, Customer.id == value.customer_id).where(value.field_id == before.id)
    changes: dict[int, dict[str, Any]] = {}
    for value_id, text, number, day, name in session.execute(query):
        plain = plain_of(before.kind, text, number, day)
        if plain is None:
            continue
        told = custom_text(plain)
        try:
            changes[value_id] = columns_of(after.kind, moved_to(after.kind, after.options, told))
        except RuleBroken:
            raise RuleBroken("kind_loses", "kind", value=told[:60], name=name) from None
    journal.bulk_change(session, journal.table_named("custom_value"), changes)


def _check_unique(session: Session, field: CustomFieldRow) -> None:
    value = CustomValue
    for column in (value.text, value.number, value.day):
        twice = select(column).where(value.field_id == field.id, column.is_not(None)).group_by(column)
        found = session.scalars(twice.having(func.count() > 1).limit(1)).first()
        if found is not None:
            plain = found if isinstance(found, str) else custom_text(found)
            raise RuleBroken("not_unique_yet", "is_unique", value=plain)


def order_fields(session: Session, field_ids: Sequence[int]) -> None:
    """Put the fields in this order; those not named come behind."""
    rest = [one.id for one in custom_fields(session) if one.id not in field_ids]
    places = {one: {"position": place} for place, one in enumerate([*field_ids, *rest])}
    journal.bulk_change(session, journal.table_named("custom_field"), places)


def remove_field(session: Session, field_id: int) -> int:
    """Put a field with all its answers into the recycle bin; returns the number of answers."""
    counts = delete_with_children(session, journal.table_named("custom_field"), [field_id])
    if not counts:
        raise RuleBroken("gone")
    return counts.get("custom_value", 0) + counts.get("key_date", 0)
