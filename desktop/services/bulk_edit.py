"""批量修改: one field of many customers at once, told beforehand what would change, undone as one action."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from db import journal
from db.keys import new_key
from db.models import Customer, CustomerTag, CustomValue, Tag
from db.queries.custom import CustomFieldRow, custom_field
from db.vocabulary import CustomKind
from desktop.progress import Progress
from desktop.rules.conditions import CARD, FIRST, Asked
from desktop.rules.errors import RuleBroken
from desktop.services.custom_answers import checked_answer, columns_of, plain_of
from desktop.services.tiers import tiers
from desktop.services.views import custom_id

ADD_TAG, REMOVE_TAG = "tag+", "tag-"
PIECE = 2000  # customers between two looks at the cancel button
EXAMPLES = 5
_MOST_KINDS_SHOWN = 8

# What is a customer's own, such as its name, is never the same for many.
_OWN = frozenset({"name", "number", "short_name", "former_names", "credit_code", "kind"})
_COMPUTED = frozenset(
    {"next_step", "last_contact", "purchases", "recent_purchases", "last_purchase", "owed", "key_date", "completeness"}
    | {"created", "contact", "phone", "tags", "initial", "lifecycle", "warning", "cadence", "silent_days", "days_left"}
)
_SIMPLE_ANSWERS = frozenset(
    {CustomKind.TEXT, CustomKind.NUMBER, CustomKind.MONEY, CustomKind.DATE, CustomKind.CHOICE, CustomKind.YES_NO}
)
_RANGES = {"potential": (1, 5), "principal_age": (0, 150), "headcount": (0, None), "credit_days": (0, None)}


@dataclass(frozen=True, slots=True)
class Edit:
    """What is to be done: `field` is a column, "custom.<id>", ADD_TAG or REMOVE_TAG; the value of a tag is its name."""

    field: str
    value: Any


@dataclass(frozen=True, slots=True)
class Example:
    """A customer that would change, and what it has now."""

    name: str
    old: Any


@dataclass(frozen=True, slots=True)
class EditPreview:
    """`changing` of `chosen` customers would change; `olds` are their values now, the most frequent first."""

    chosen: int
    changing: int
    olds: tuple[tuple[Any, int], ...]
    examples: tuple[Example, ...]


def editable() -> tuple[Asked, ...]:
    """The columns that can be set for many customers at once; those used most come first."""
    plain = [one for one in (*FIRST, *CARD) if one.key not in _OWN | _COMPUTED]
    return tuple(sorted(plain, key=lambda one: one.key not in {first.key for first in FIRST}))


def editable_field(field: CustomFieldRow) -> bool:
    """Whether a field the office added can be set for many at once."""
    return field.kind in _SIMPLE_ANSWERS and not field.is_unique


def preview(session: Session, customer_ids: Sequence[int], edit: Edit) -> EditPreview:
    """What `edit` would do. Raises RuleBroken at "value" where the value cannot stand."""
    value = _checked(session, edit)
    olds: Counter[Any] = Counter()
    examples: list[Example] = []
    for piece in journal.chunks(list(customer_ids)):
        for one, old in _olds(session, piece, edit).items():
            if _changes(edit, old, value):
                olds[old] += 1
                if len(examples) < EXAMPLES:
                    examples.append(Example(str(one), old))
    names = _names(session, [int(one.name) for one in examples])
    told = tuple(Example(names[int(one.name)], one.old) for one in examples)
    return EditPreview(len(customer_ids), sum(olds.values()), tuple(olds.most_common(_MOST_KINDS_SHOWN)), told)


def apply(session: Session, customer_ids: Sequence[int], edit: Edit, progress: Progress | None = None) -> int:
    """Do it; how many customers changed. Raises RuleBroken at "value" where the value cannot stand."""
    value = _checked(session, edit)
    done, total = 0, len(customer_ids)
    for start in range(0, total, PIECE):
        if progress is not None:
            progress.at(start, total)
        olds: dict[int, Any] = {}
        for piece in journal.chunks(list(customer_ids[start : start + PIECE])):
            olds |= _olds(session, piece, edit)
        changing = [one for one, old in olds.items() if _changes(edit, old, value)]
        _write(session, changing, edit, value)
        done += len(changing)
    return done


def _changes(edit: Edit, old: Any, value: Any) -> bool:
    if edit.field == ADD_TAG:
        return not old
    return bool(old) if edit.field == REMOVE_TAG else old != value


def _olds(session: Session, customer_ids: Sequence[int], edit: Edit) -> dict[int, Any]:
    """{customer id: what it has now}; of tags whether it has the tag. Customers a field is not for are left out."""
    ids = Customer.id.in_(customer_ids)
    if edit.field in (ADD_TAG, REMOVE_TAG):
        tagged = select(CustomerTag.customer_id).join(Tag).where(Tag.name == str(edit.value).strip())
        having = set(session.scalars(tagged.where(CustomerTag.customer_id.in_(customer_ids))))
        return {one: one in having for one in session.scalars(select(Customer.id).where(ids))}
    field = _own_field(session, edit)
    if field is None:
        column = getattr(Customer, edit.field)
        if edit.field == "intent":  # the day of closing speaks louder, and goes when a level is told by hand
            query = select(Customer.id, column, Customer.expects_on).where(ids)
            return {row[0]: row[1] if row[2] is None else row[2] for row in session.execute(query)}
        return {row[0]: row[1] for row in session.execute(select(Customer.id, column).where(ids))}
    meant = select(Customer.id).where(ids)
    if field.only is not None:
        meant = meant.where(Customer.kind == field.only)
    answer = (CustomValue.customer_id, CustomValue.text, CustomValue.number, CustomValue.day)
    known = select(*answer).where(CustomValue.field_id == field.id, CustomValue.customer_id.in_(customer_ids))
    values = {row[0]: plain_of(field.kind, *row[1:]) for row in session.execute(known)}
    return {one: values.get(one) for one in session.scalars(meant)}


def _own_field(session: Session, edit: Edit) -> CustomFieldRow | None:
    field_id = custom_id(edit.field)
    if not field_id:
        return None
    field = custom_field(session, field_id)
    if field is None:
        raise RuleBroken("gone")
    return field


def _checked(session: Session, edit: Edit) -> Any:
    value = (edit.value.strip() or None) if type(edit.value) is str else edit.value
    if edit.field in (ADD_TAG, REMOVE_TAG):
        if not value:
            raise RuleBroken("name_missing", "value")
        _check_length(Tag.__table__.c.name, value)
        return value
    field = _own_field(session, edit)
    if field is not None:
        return checked_answer(session, field, None, value, None)
    if edit.field not in {one.key for one in editable()}:
        raise RuleBroken("gone", "value")
    _check_length(Customer.__table__.c[edit.field], value)
    if edit.field == "stage" and value is None:
        raise RuleBroken("value_missing", "value")
    if edit.field == "value_tier" and value is not None and value not in {one.code for one in tiers(session)}:
        raise RuleBroken("no_such_tier", "value", tier=value)
    _check_range(edit.field, value)
    return value


def _check_length(column: Any, value: Any) -> None:
    longest = getattr(column.type, "length", None)
    if isinstance(value, str) and longest is not None and len(value) > longest:
        raise RuleBroken("too_long", "value", longest=longest, length=len(value))


def _check_range(field: str, value: Any) -> None:
    low, high = _RANGES.get(field, (None, None))
    if isinstance(value, int) and low is not None and (value < low or (high is not None and value > high)):
        raise RuleBroken("below_zero" if high is None else "out_of_range", "value", low=low, high=high)
    if isinstance(value, Decimal) and value < 0:
        raise RuleBroken("below_zero", "value")


def _write(session: Session, customer_ids: Sequence[int], edit: Edit, value: Any) -> None:
    if not customer_ids:
        return
    if edit.field == ADD_TAG:
        tag_id = _tag_id(session, value)
        rows = [{"id": new_key(), "customer_id": one, "tag_id": tag_id} for one in customer_ids]
        journal.create_all(session, journal.table_named("customer_tag"), rows)
    elif edit.field == REMOVE_TAG:
        links: list[int] = []
        for piece in journal.chunks(customer_ids):
            query = select(CustomerTag.id).join(Tag).where(Tag.name == value, CustomerTag.customer_id.in_(piece))
            links += session.scalars(query)
        journal.bulk_delete(session, journal.table_named("customer_tag"), links)
    elif (field := _own_field(session, edit)) is not None:
        _write_answers(session, customer_ids, field, value)
    else:
        columns = {"intent": value, "expects_on": None} if edit.field == "intent" else {edit.field: value}
        changes: Mapping[int, Mapping[str, Any]] = dict.fromkeys(customer_ids, columns)
        journal.bulk_change(session, journal.table_named("customer"), changes)


def _tag_id(session: Session, name: str) -> int:
    found = session.scalar(select(Tag.id).where(Tag.name == name))
    if found is not None:
        return found
    made = Tag(name=name)
    session.add(made)
    session.flush()
    return made.id


def _write_answers(session: Session, customer_ids: Sequence[int], field: CustomFieldRow, value: Any) -> None:
    table = journal.table_named("custom_value")
    known: dict[int, int] = {}
    for piece in journal.chunks(customer_ids):
        query = select(CustomValue.customer_id, CustomValue.id)
        query = query.where(CustomValue.field_id == field.id, CustomValue.customer_id.in_(piece))
        known |= {row[0]: row[1] for row in session.execute(query)}
    if value is None:
        journal.bulk_delete(session, table, list(known.values()))
        return
    columns = columns_of(field.kind, value)
    journal.bulk_change(session, table, dict.fromkeys(known.values(), columns))
    new = [one for one in customer_ids if one not in known]
    rows = [{"id": new_key(), "field_id": field.id, "customer_id": one, **columns} for one in new]
    journal.create_all(session, table, rows)


def _names(session: Session, customer_ids: Sequence[int]) -> dict[int, str]:
    query = select(Customer.id, Customer.name).where(Customer.id.in_(customer_ids))
    return {row[0]: row[1] for row in session.execute(query)}
