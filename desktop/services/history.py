"""What the words of a history need to know: what records are called, and what answers to custom fields held."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from sqlalchemy.orm import Session

from db.queries.custom import custom_fields
from db.queries.history import deleted_answers, first_answers
from db.queries.journal import FieldChange
from db.queries.names import pointed_at, record_names, target_of
from db.vocabulary import ChangeKind, CustomKind
from desktop.rules.custom_values import Plain
from desktop.services.custom_answers import plain_of

ANSWERS = "custom_value"
Names = Mapping[tuple[str, int], str]


@dataclass(frozen=True, slots=True)
class Background:
    """`names` of records; `kinds` of the custom field each answer belongs to; `given` what an answer held at
    first, `gone` what it held at last."""

    names: Names
    kinds: Mapping[int, CustomKind]
    given: Mapping[int, Mapping[str, Any]]
    gone: Mapping[int, Mapping[str, Any]]


def background(session: Session, changes: Sequence[FieldChange]) -> Background:
    """What the words of these lines need."""
    answers = {one.record_id for one in changes if one.table == ANSWERS}
    fields = pointed_at(session, ANSWERS, answers) if answers else {}
    kinds = {row.id: row.kind for row in custom_fields(session)} if answers else {}
    made, removed = (
        {one.record_id for one in changes if one.table == ANSWERS and one.kind is kind}
        for kind in (ChangeKind.CREATED, ChangeKind.DELETED)
    )
    given = first_answers(session, made) if made else {}
    gone = deleted_answers(session, removed) if removed else {}
    pointed = [
        (target, value)
        for values in (*given.values(), *gone.values())
        for name, value in values.items()
        if value is not None and (target := target_of(ANSWERS, name)) is not None
    ]
    names = record_names(session, [*_referred(changes), *pointed])
    return Background(names, {one: kinds[field] for one, field in fields.items() if field in kinds}, given, gone)


def _referred(changes: Sequence[FieldChange]) -> Iterable[tuple[str, int]]:
    """Every (table, id) that the lines name: the records themselves, and those they point at."""
    for change in changes:
        yield change.table, change.record_id
        target = target_of(change.table, change.field) if change.field else None
        if target is not None:
            yield from ((target, value) for value in (change.old, change.new) if isinstance(value, int))


def answered_fields(session: Session, changes: Sequence[FieldChange]) -> dict[int, int]:
    """{answer: custom field} of the lines that tell of one."""
    return pointed_at(session, ANSWERS, {one.record_id for one in changes if one.table == ANSWERS})


def answer_of(kind: CustomKind | None, columns: Mapping[str, Any]) -> Plain | None:
    """What the columns of an answer hold, as the journal keeps them; None for what points at a record."""
    number, day = columns.get("number"), columns.get("day")
    try:
        return plain_of(
            kind or _kind_of(columns),
            columns.get("text"),
            None if number is None else Decimal(str(number)),
            None if day is None else date.fromisoformat(str(day)),
        )
    except (ValueError, InvalidOperation):
        return None


def _kind_of(columns: Mapping[str, Any]) -> CustomKind:
    """Of a field that is gone only the column says what its answers were."""
    if columns.get("number") is not None:
        return CustomKind.NUMBER
    return CustomKind.DATE if columns.get("day") is not None else CustomKind.TEXT
