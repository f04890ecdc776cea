"""What records are called, the deleted ones too: for whoever shows a reference to a person."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from db import journal
from db.models import Change
from db.vocabulary import ChangeKind

# The columns a record is called by, the first that is filled. What is not here has no name of its own.
CALLED_BY: dict[str, tuple[str, ...]] = {
    "customer": ("name",),
    "contact": ("name",),
    "rep": ("name",),
    "tag": ("name",),
    "product": ("name",),
    "attachment": ("name",),
    "reach": ("value",),
    "key_date": ("label",),
    "follow_up": ("result", "purpose", "note"),
    "sales_order": ("number",),
    "order_line": ("product_name",),
    "payment": ("paid_on",),
    "custom_field": ("title",),
    "promise": ("text",),
    "service_case": ("subject",),
    "survey": ("asked_on",),
    "care_record": ("what",),
    "major_event": ("what",),
    "competitor": ("name",),
    "competitor_use": ("product",),
    "relation": ("other_name",),
    "saved_view": ("name",),
    "unclear_value": ("text",),
    "tier_scheme": ("name",),
    "rating_round": ("as_of",),
    "rating": ("code",),
    "tier_override": ("reason",),
    "promotion_plan": ("target_code",),
    "follow_up_move": ("reason", "to_on"),
    "follow_up_comment": ("text",),
    "callback": ("note", "asked_on"),
    "follow_up_series": ("purpose", "rule"),
    "follow_up_sequence": ("name",),
    "contract": ("title",),
    "holiday": ("name", "on"),
    "card_check": ("week_on",),
    "loan": ("lent_on",),
    "cadence_exception": ("reason",),
    "recall_exemption": ("reason",),
}
# Records called by what they point at: table → its column.
CALLED_AFTER: dict[str, str] = {
    "customer_tag": "tag_id",
    "custom_value": "field_id",
    "privacy_record": "contact_id",
    "not_duplicate": "other_id",
    "scheme_version": "scheme_id",
    "follow_up_person": "follow_up_id",
    "sequence_run": "sequence_id",
}
_CHUNK = 400


def target_of(table: str, field: str) -> str | None:
    """The table that a field points at, None for a field with a value of its own."""
    columns = journal.table_named(table).c
    keys = columns[field].foreign_keys if field in columns else set()
    return next((key.column.table.name for key in keys), None)


def record_names(session: Session, records: Iterable[tuple[str, int]]) -> dict[tuple[str, int], str]:
    """{(table, record id): name} of those that have one; of a deleted record what the journal last called it."""
    wanted: dict[str, set[int]] = {}
    for table, record_id in records:
        if table in CALLED_BY or table in CALLED_AFTER:
            wanted.setdefault(table, set()).add(record_id)
    after = {table: pointed_at(session, table, wanted.pop(table)) for table in CALLED_AFTER if table in wanted}
    for table, targets in after.items():
        wanted.setdefault(_after(table), set()).update(targets.values())
    names: dict[tuple[str, int], str] = {}
    for table, ids in wanted.items():
        columns = journal.table_named(table).c
        ordered = sorted(ids)
        for start in range(0, len(ordered), _CHUNK):
            part = ordered[start : start + _CHUNK]
            query = select(columns.id, *(columns[name] for name in CALLED_BY[table])).where(columns.id.in_(part))
            names |= _deleted(session, table, part)
            for record_id, *called in session.execute(query):
                names |= _named(table, record_id, called)
    for table, targets in after.items():
        names |= {(table, one): names[_after(table), to] for one, to in targets.items() if (_after(table), to) in names}
    return names


def _after(table: str) -> str:
    target = target_of(table, CALLED_AFTER[table])
    assert target is not None
    return target


def pointed_at(session: Session, table: str, ids: Iterable[int]) -> dict[int, int]:
    """{record: the record it is called after}, of deleted ones too."""
    columns, name = journal.table_named(table).c, CALLED_AFTER[table]
    found: dict[int, int] = {}
    ordered = sorted(ids)
    for start in range(0, len(ordered), _CHUNK):
        part = ordered[start : start + _CHUNK]
        gone = select(Change.record_id, Change.fields).where(
            Change.table_name == table, Change.record_id.in_(part), Change.kind == ChangeKind.DELETED
        )
        olds = {one: json.loads(fields).get(name, [None])[0] for one, fields in session.execute(gone)}
        there = session.execute(select(columns.id, columns[name]).where(columns.id.in_(part)))
        olds |= {row[0]: row[1] for row in there}
        found |= {one: int(to) for one, to in olds.items() if to is not None}
    return found


def _deleted(session: Session, table: str, ids: list[int]) -> dict[tuple[str, int], str]:
    query = select(Change.record_id, Change.fields).where(
        Change.table_name == table, Change.record_id.in_(ids), Change.kind == ChangeKind.DELETED
    )
    names: dict[tuple[str, int], str] = {}
    for record_id, fields in session.execute(query.order_by(Change.action_id)):
        olds = json.loads(fields)
        names |= _named(table, record_id, [olds.get(name, [None])[0] for name in CALLED_BY[table]])
    return names


def _named(table: str, record_id: int, called: Sequence[object]) -> dict[tuple[str, int], str]:
    name = next((one for one in called if one), None)
    return {} if name is None else {(table, record_id): str(name)}
