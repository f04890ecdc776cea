"""The history of a card: every change of every field of every record that belongs to it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import ColumnElement, Table, and_, func, select
from sqlalchemy.orm import Session

from db import journal
from db.keys import NODE_MASK, NODE_SHIFT
from db.models import Action, Base, BulkCreation, Change, CustomValue
from db.queries.journal import FieldChange, with_merged
from db.vocabulary import ChangeKind

# What a record is called by that was deleted, the first that is filled.
_CALLED = ("name", "value", "purpose", "number", "label", "text", "subject", "what", "other_name")
_ANSWER = ("text", "number", "day", "contact_id", "attachment_id")


def history(session: Session, customer_id: int) -> list[FieldChange]:
    """Every change of a customer and of what belongs to it, field by field, newest first.

    What was done to the customers merged into it is part of its history. Records created in bulk are one line for
    each table and action, with their `count`.
    """
    columns = (Change.table_name, Change.record_id, Change.kind, Change.fields)
    query = select(Action.id, Action.kind, Action.at, Action.who, *columns).join(Action, Action.id == Change.action_id)
    query = query.where(Change.subject_id.in_(with_merged(session, customer_id)))
    lines: list[FieldChange] = []
    for action_id, done, at, who, table, record_id, kind, fields in session.execute(
        query.order_by(Action.id.desc(), Change.id)
    ):
        values: dict[str, list[Any]] = json.loads(fields)
        start = (action_id, done, at, who, table, record_id, kind)
        if kind is ChangeKind.CHANGED:
            lines += [FieldChange(*start, name, old, new) for name, (old, new) in values.items()]
        else:
            lines.append(FieldChange(*start, "", _called(values), None))
    lines += _made_in_bulk(session, customer_id)
    return sorted(lines, key=lambda line: line.action_id, reverse=True)


def _called(values: Mapping[str, list[Any]]) -> Any:
    """What a deleted record was called, for the one line that tells of it."""
    return next((values[key][0] for key in _CALLED if values.get(key) and values[key][0]), None)


def _made_in_bulk(session: Session, customer_id: int) -> list[FieldChange]:
    """The customer's own beginning, and its children that still are there and came in blocks with others."""
    tables = [table for table in Base.metadata.sorted_tables if _owned(table) or table.name == "customer"]
    lines = []
    for table in tables:
        own = table.c.id if table.name == "customer" else table.c.customer_id
        query = (
            select(Action.id, Action.kind, Action.at, Action.who, func.min(table.c.id), func.count())
            .join(BulkCreation, BulkCreation.action_id == Action.id)
            .join(table, _in_block(table))
            .where(own == customer_id, BulkCreation.table_name == table.name)
            .group_by(Action.id)
        )
        for action_id, done, at, who, record_id, count in session.execute(query):
            start = (action_id, done, at, who, table.name, record_id if count == 1 else 0, ChangeKind.CREATED)
            lines.append(FieldChange(*start, "", None, None, count))
    return lines


def _owned(table: Table) -> bool:
    return "customer_id" in table.c and table.name not in journal.JOURNAL_TABLES


def _in_block(table: Table) -> ColumnElement[bool]:
    node: ColumnElement[int] = table.c.id.op(">>")(NODE_SHIFT).op("&")(NODE_MASK)
    first: ColumnElement[int] = BulkCreation.first_id.op(">>")(NODE_SHIFT).op("&")(NODE_MASK)
    return and_(table.c.id.between(BulkCreation.first_id, BulkCreation.last_id), node == first)


def first_answers(session: Session, value_ids: Iterable[int]) -> dict[int, dict[str, Any]]:
    """{custom value: {column: what it held when it was given}}, of deleted ones too; as the journal keeps values."""
    ids = list(dict.fromkeys(value_ids))
    table = journal.table_named(CustomValue.__tablename__)
    found = {
        row._mapping["id"]: {name: journal.kept(table, name, row._mapping[name]) for name in _ANSWER}
        for row in journal.rows_by_id(session, table, ids)
    }
    touched: set[tuple[int, str]] = set()
    query = select(Change.record_id, Change.fields).where(
        Change.table_name == table.name, Change.record_id.in_(ids), Change.kind != ChangeKind.CREATED
    )
    for record_id, fields in session.execute(query.order_by(Change.action_id)):
        for name, (old, _new) in json.loads(fields).items():
            if name in _ANSWER and (record_id, name) not in touched:  # the oldest change knows what was there first
                touched.add((record_id, name))
                found.setdefault(record_id, {})[name] = old
    return found


def deleted_answers(session: Session, value_ids: Iterable[int]) -> dict[int, dict[str, Any]]:
    """{custom value: {column: what it held when it was taken away}} of those that were."""
    query = select(Change.record_id, Change.fields).where(
        Change.table_name == CustomValue.__tablename__,
        Change.record_id.in_(set(value_ids)),
        Change.kind == ChangeKind.DELETED,
    )
    found: dict[int, dict[str, Any]] = {}
    for record_id, fields in session.execute(query.order_by(Change.action_id)):
        found[record_id] = {name: values[0] for name, values in json.loads(fields).items() if name in _ANSWER}
    return found
