"""变更日志: what one action changed, collected while it runs and written with it.

Two ways in, one way out: objects of a session are seen at its flush; bulk writes go through the functions here. Both
feed the Recorder, which writes the journal just before the commit. Nothing else may change a table.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from decimal import Decimal
from enum import StrEnum
from typing import Any, cast

from sqlalchemy import ColumnElement, Row, Table, delete, insert, inspect, select, update
from sqlalchemy.orm import Mapper, Session

from db.keys import new_key
from db.models import Action, Base, BulkCreation, Change
from db.vocabulary import ChangeKind

JOURNAL_TABLES = frozenset({"action", "change", "bulk_creation"})
CHUNK = 400
Fields = dict[str, list[Any]]
BYPASS = {"journalled": True}


def plain(value: Any) -> Any:
    """`value` as the journal keeps it: JSON's own kinds."""
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, Decimal | date | datetime | time):
        return str(value) if isinstance(value, Decimal) else value.isoformat()
    return value


def restored(table: Table, name: str, kept: Any) -> Any:
    """The Python value of column `name` from what the journal kept."""
    kind = table.c[name].type
    if kept is None:
        return None
    words = getattr(kind, "words", None)
    if words is not None:
        return words(kept)
    python = kind.python_type
    if python is Decimal or hasattr(kind, "places"):
        return Decimal(kept)
    return python.fromisoformat(kept) if python in (date, datetime, time) else kept


def is_journalled(table: Table, name: str) -> bool:
    """Whether the journal keeps values of this column: not keys, and nothing the Store derives."""
    column = table.c[name]
    return not column.primary_key and "derived" not in column.info and "unjournalled" not in column.info


@dataclass(slots=True)
class Touched:
    """One record an action touched, its changes folded together."""

    kind: ChangeKind
    subject_id: int | None
    fields: Fields = field(default_factory=dict)


class Recorder:
    """What the running action has touched so far: {table: {record id: Touched}}, and bulk creations apart."""

    def __init__(self) -> None:
        self.records: dict[str, dict[int, Touched]] = {}
        self.bulk: dict[str, list[Sequence[int]]] = {}

    def tables(self) -> frozenset[str]:
        """Names of all tables touched."""
        return frozenset(self.records) | frozenset(self.bulk)

    def created(self, table: str, record_id: int, subject_id: int | None) -> None:
        """Note a new record; its values are in its row."""
        records = self.records.setdefault(table, {})
        before = records.get(record_id)
        if before is None:
            records[record_id] = Touched(ChangeKind.CREATED, subject_id)
        else:  # deleted and made again within one action
            before.kind = ChangeKind.CHANGED

    def changed(self, table: str, record_id: int, subject_id: int | None, fields: Fields) -> None:
        """Note changed fields {name: [old, new]}, both as `plain` values."""
        touched = self.records.setdefault(table, {}).setdefault(record_id, Touched(ChangeKind.CHANGED, subject_id))
        if touched.kind is ChangeKind.CREATED:
            return
        for name, (old, new) in fields.items():
            first = touched.fields.get(name, [old])[0]
            touched.fields[name] = [first, new]

    def deleted(self, table: str, record_id: int, subject_id: int | None, values: Mapping[str, Any]) -> None:
        """Note a deleted record with all its values, so that it can be brought back."""
        records = self.records.setdefault(table, {})
        before = records.pop(record_id, None)
        if before is not None and before.kind is ChangeKind.CREATED:
            return
        olds = {name: [value, None] for name, value in values.items()}
        if before is not None:
            olds |= {name: [old, None] for name, (old, _new) in before.fields.items()}
        records[record_id] = Touched(ChangeKind.DELETED, subject_id, olds)

    def write(self, session: Session, action: Action) -> None:
        """Write the action and its changes through `session`'s connection."""
        connection = session.connection()
        connection.execute(insert(Action), [_values_of(action)])
        changes = [
            {
                "id": new_key(),
                "action_id": action.id,
                "table_name": table,
                "record_id": record_id,
                "subject_id": touched.subject_id,
                "kind": touched.kind,
                "fields": json.dumps(touched.fields, ensure_ascii=False, separators=(",", ":")),
            }
            for table, records in self.records.items()
            for record_id, touched in records.items()
            if touched.kind is not ChangeKind.CHANGED or touched.fields
        ]
        blocks = [
            {
                "id": new_key(),
                "action_id": action.id,
                "table_name": table,
                "first_id": ids[0],
                "last_id": ids[-1],
                "count": len(ids),
            }
            for table, all_ids in self.bulk.items()
            for ids in all_ids
        ]
        if changes:
            connection.execute(insert(Change), changes)
        if blocks:
            connection.execute(insert(BulkCreation), blocks)


def _values_of(row: Base) -> dict[str, Any]:
    columns = cast("Mapper[Any]", inspect(type(row))).columns
    return {c.key: getattr(row, c.key) for c in columns if "unjournalled" not in c.info}


def subject_of(table: str, values: Mapping[str, Any]) -> int | None:
    """The customer a record belongs to."""
    found = values.get("id") if table == "customer" else values.get("customer_id")
    return None if found is None else int(found)


def recorder_of(session: Session) -> Recorder:
    """The recorder of a write session; a session without one is for reading only."""
    recorder = session.info.get("recorder")
    if not isinstance(recorder, Recorder):
        raise RuntimeError("this session is for reading: change data inside store.write()")
    return recorder


def note_flush(session: Session) -> None:
    """Called after each flush, while the session still knows what was new, changed and deleted."""
    recorder = recorder_of(session)
    for row in session.new:
        values = _values_of(row)
        recorder.created(_table_of(row).name, row.id, subject_of(_table_of(row).name, values))
    for row in session.dirty:
        fields = _changed_fields(row)
        if fields:
            table = _table_of(row).name
            recorder.changed(table, row.id, subject_of(table, _values_of(row)), fields)
    for row in session.deleted:
        _note_deleted(recorder, _table_of(row), _values_of(row))


def _table_of(row: Any) -> Table:
    return cast("Table", row.__table__)


def _changed_fields(row: Any) -> Fields:
    state = inspect(row)
    fields: Fields = {}
    for column in state.mapper.columns:
        history = state.attrs[column.key].history
        if not history.has_changes():
            continue
        if not history.deleted:
            raise RuntimeError(f"{column.key} was set without being loaded: its old value is unknown")
        old, new = plain(history.deleted[0]), plain(history.added[0] if history.added else None)
        if old != new and is_journalled(_table_of(row), column.name):
            fields[column.name] = [old, new]
    return fields


def _note_deleted(recorder: Recorder, table: Table, values: Mapping[str, Any]) -> None:
    kept = {n: plain(v) for n, v in values.items() if n != "id" and "unjournalled" not in table.c[n].info}
    recorder.deleted(table.name, values["id"], subject_of(table.name, values), kept)


def table_named(name: str) -> Table:
    """The table of that name."""
    return Base.metadata.tables[name]


def bulk_create(session: Session, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert `rows`, all with the same columns, whose ids come from one `Keys.block`: journalled without values."""
    if not rows:
        return
    session.connection().execute(insert(table), [dict(row) for row in rows])
    recorder_of(session).bulk.setdefault(table.name, []).append([row["id"] for row in rows])


def create(session: Session, table: Table, values: Mapping[str, Any]) -> None:
    """Insert one row, journalled as created."""
    session.connection().execute(insert(table), [dict(values)])
    recorder_of(session).created(table.name, values["id"], subject_of(table.name, values))


def bulk_change(session: Session, table: Table, changes: Mapping[int, Mapping[str, Any]]) -> None:
    """Set {record id: {column: new value}}, journalled with old and new; unchanged values are left out."""
    recorder = recorder_of(session)
    connection = session.connection()
    for row in _rows_by_id(session, table, list(changes)):
        old = row._mapping
        new = {name: value for name, value in changes[old["id"]].items() if old[name] != value}
        if not new:
            continue
        connection.execute(update(table).where(table.c.id == old["id"]).values(new))
        fields = {n: [plain(old[n]), plain(v)] for n, v in new.items() if is_journalled(table, n)}
        recorder.changed(table.name, old["id"], subject_of(table.name, {**old, **new}), fields)


def bulk_delete(session: Session, table: Table, ids: Sequence[int]) -> None:
    """Delete records by id, journalled with all their values."""
    recorder = recorder_of(session)
    for row in _rows_by_id(session, table, ids):
        _note_deleted(recorder, table, dict(row._mapping))
    for chunk in chunks(ids):
        session.connection().execute(delete(table).where(table.c.id.in_(chunk)))


def chunks(ids: Sequence[int]) -> Iterable[Sequence[int]]:
    """`ids` in pieces small enough for one statement."""
    return (ids[start : start + CHUNK] for start in range(0, len(ids), CHUNK))


def _rows_by_id(session: Session, table: Table, ids: Sequence[int]) -> list[Row[Any]]:
    columns: list[ColumnElement[Any]] = [c for c in table.c if "unjournalled" not in c.info]
    rows: list[Row[Any]] = []
    for chunk in chunks(ids):
        rows += session.connection().execute(select(*columns).where(table.c.id.in_(chunk))).all()
    return rows
