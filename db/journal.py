"""变更日志: the ways to change a table. There is no third one.

Objects of a session are seen at its flush; bulk writes go through the functions here. Both feed the Recorder
(db/recorder.py), which writes the journal just before the commit.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Any, TypeVar, cast

from sqlalchemy import ColumnElement, Row, Table, bindparam, delete, func, insert, inspect, select, update
from sqlalchemy.orm import Mapper, Session
from sqlalchemy.orm.attributes import set_committed_value

from db.keys import NODE_MASK, NODE_SHIFT, node_of
from db.models import Base
from db.recorder import Fields, Recorder, is_journalled, kept, plain, restored

JOURNAL_TABLES = frozenset({"action", "change", "bulk_creation"})
CHUNK = 400

Item = TypeVar("Item")


def values_of(row: Base) -> dict[str, Any]:
    """The values of a new object, by column."""
    columns = cast("Mapper[Any]", inspect(type(row))).columns
    return {column.key: getattr(row, column.key) for column in columns}


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


def note_deletions(session: Session) -> None:
    """Called before each flush, while the values of what will be deleted can still be read."""
    recorder = recorder_of(session)
    for row in session.deleted:
        _note_deleted(recorder, _table_of(row), _values_before(row))


def note_flush(session: Session) -> None:
    """Called after each flush, while the session still knows what was new and changed."""
    recorder = recorder_of(session)
    for row in session.new:
        table = _table_of(row)
        remade = [row.id] if row.id in recorder.records.get(table.name, {}) else []
        # Deleted and made again in one flush, the session updates the row and leaves in it what the new object lacks.
        found: dict[str, Any] = {}
        for one in rows_by_id(session, table, remade):
            found = {n: kept(table, n, v) for n, v in one._mapping.items() if is_journalled(table, n)}
        recorder.created(table.name, row.id, _subject_of_row(row), found)
    for row in session.dirty:
        table = _table_of(row)
        fields = {} if recorder.is_new(table.name, row.id) else _changed_fields(row)
        if fields or recorder.is_new(table.name, row.id):
            recorder.changed(table.name, row.id, _subject_of_row(row), fields)


def _table_of(row: Any) -> Table:
    return cast("Table", row.__table__)


def _subject_of_row(row: Any) -> int | None:
    return subject_of(_table_of(row).name, {"id": row.id, "customer_id": getattr(row, "customer_id", None)})


def _changed_fields(row: Any) -> Fields:
    table, fields = _table_of(row), {}
    for column in inspect(row).mapper.columns:
        before = _before(row, column.key)
        if before is None:
            continue
        if column.primary_key:
            raise RuntimeError("a key never changes")
        if is_journalled(table, column.name):
            old, new = kept(table, column.name, before[0]), kept(table, column.name, getattr(row, column.key))
            if old != new:
                fields[column.name] = [old, new]
    return fields


def _before(row: Any, name: str) -> tuple[Any] | None:
    """The value before the pending change of one attribute; None where it did not change."""
    history = inspect(row).attrs[name].history
    if not history.has_changes():
        return None
    if not history.deleted:
        raise RuntimeError(f"{name} was set without being loaded: its old value is unknown")
    return (history.deleted[0],)


def _values_before(row: Any) -> dict[str, Any]:
    """The row as the file has it, whatever was set on the object since."""
    columns = [column for column in inspect(row).mapper.columns if "unjournalled" not in column.info]
    changed = {column.key: _before(row, column.key) for column in columns}
    return {name: getattr(row, name) if before is None else before[0] for name, before in changed.items()}


def _note_deleted(recorder: Recorder, table: Table, values: Mapping[str, Any]) -> None:
    olds = {name: kept(table, name, value) for name, value in values.items() if is_journalled(table, name)}
    recorder.deleted(table.name, values["id"], subject_of(table.name, values), olds)


def table_named(name: str) -> Table:
    """The table of that name."""
    return Base.metadata.tables[name]


def bulk_create(session: Session, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert `rows`, all with the same columns, whose ids come from one `keys.new_block`: journalled without values.

    Raises ValueError where the ids are not such a block: the undo would take other rows with them.
    """
    if rows:
        session.flush()
        session.connection().execute(insert(table), [dict(row) for row in rows])
        _note_block(session, table, [int(row["id"]) for row in rows])


def bulk_create_stored(session: Session, table: Table, columns: Sequence[str], rows: Sequence[tuple[Any, ...]]) -> None:
    """As `bulk_create`, for very many rows: values as they are stored (money in fen), `columns[0]` is "id".

    Columns in which no row has a value are left to their NULL: each costs as much as a filled one.
    """
    if not rows:
        return
    filled = [
        (name, one)
        for name, one in zip(columns, zip(*rows, strict=True), strict=True)
        if any(v is not None for v in one)
    ]
    names, marks = ", ".join(name for name, _ in filled), ", ".join("?" * len(filled))
    session.flush()
    values = list(zip(*(one for _, one in filled), strict=True))
    session.connection().exec_driver_sql(f"INSERT INTO {table.name} ({names}) VALUES ({marks})", values)
    _note_block(session, table, list(filled[0][1]))


def _note_block(session: Session, table: Table, ids: list[int]) -> None:
    if any(one >= following for one, following in pairwise(ids)):
        raise ValueError("the ids of a bulk creation rise")
    if session.scalar(select(func.count()).where(in_block(table, ids[0], ids[-1]))) != len(ids):
        raise ValueError("the ids of a bulk creation come from one block of their own")
    recorder_of(session).bulk.setdefault(table.name, []).append(ids)


def in_block(table: Table, first_id: int, last_id: int) -> ColumnElement[bool]:
    """The condition that a row of `table` was created in that block."""
    node: ColumnElement[int] = table.c.id.op(">>")(NODE_SHIFT).op("&")(NODE_MASK)
    return table.c.id.between(first_id, last_id) & (node == node_of(first_id))


def create(session: Session, table: Table, values: Mapping[str, Any]) -> None:
    """Insert one row, journalled as created."""
    create_all(session, table, [values])


def create_all(session: Session, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert `rows`, all with the same columns, each journalled as created."""
    if not rows:
        return
    recorder = recorder_of(session)
    session.flush()
    session.connection().execute(insert(table), [dict(row) for row in rows])
    for row in rows:
        values = {name: kept(table, name, value) for name, value in row.items()}
        recorder.created(table.name, row["id"], subject_of(table.name, row), values)


def bulk_change(session: Session, table: Table, changes: Mapping[int, Mapping[str, Any]]) -> None:
    """Set {record id: {column: new value}}, journalled with old and new; unchanged values are left out."""
    recorder = recorder_of(session)
    session.flush()
    alike: dict[tuple[str, ...], list[dict[str, Any]]] = {}
    for row in rows_by_id(session, table, list(changes), {name for news in changes.values() for name in news}):
        old = row._mapping
        news = changes[old["id"]]
        fields = {n: [kept(table, n, old[n]), kept(table, n, v)] for n, v in news.items()}
        differing = [name for name, (before, after) in fields.items() if before != after]
        if "id" in differing:
            raise ValueError("a key never changes")
        if not differing:
            continue
        alike.setdefault(tuple(differing), []).append({"_id": old["id"], **{f"_{n}": news[n] for n in differing}})
        journalled = {name: fields[name] for name in differing if is_journalled(table, name)}
        recorder.changed(table.name, old["id"], subject_of(table.name, {**old, **news}), journalled)
    for names, values in alike.items():
        statement = update(table).where(table.c.id == bindparam("_id"))
        session.connection().execute(statement.values({name: bindparam(f"_{name}") for name in names}), values)
        _tell_objects(session, table, names, values)


def _tell_objects(session: Session, table: Table, names: Sequence[str], values: Sequence[Mapping[str, Any]]) -> None:
    """Objects of the session that show these rows see the new values: else they would write the old ones again."""
    objects = _objects(session, table)
    for value in values if objects else ():
        row = objects.get(value["_id"])
        for name in names if row is not None else ():
            set_committed_value(row, name, value[f"_{name}"])


def _objects(session: Session, table: Table) -> dict[int, Any]:
    rows = cast("Iterable[Any]", session.identity_map.values())
    return {row.id: row for row in rows if row.__table__ is table}


def bulk_delete(session: Session, table: Table, ids: Sequence[int]) -> None:
    """Delete records by id, journalled with all their values."""
    recorder = recorder_of(session)
    session.flush()
    for row in rows_by_id(session, table, ids):
        _note_deleted(recorder, table, dict(row._mapping))
    for chunk in chunks(ids):
        session.connection().execute(delete(table).where(table.c.id.in_(chunk)))
    objects = _objects(session, table)
    for one in set(ids) & objects.keys():
        session.expunge(objects[one])


def chunks(ids: Sequence[Item]) -> Iterable[Sequence[Item]]:
    """`ids` in pieces small enough for one statement."""
    return (ids[start : start + CHUNK] for start in range(0, len(ids), CHUNK))


def rows_by_id(
    session: Session, table: Table, ids: Sequence[int], names: Collection[str] | None = None
) -> list[Row[Any]]:
    """The rows with these ids that are there, with all columns the journal looks at.

    `names`: with these alone, and what tells whose row it is. A customer has a hundred columns.
    """
    columns: list[ColumnElement[Any]] = [c for c in table.c if "unjournalled" not in c.info]
    if names is not None:
        columns = [c for c in table.c if c.name in names or c.name in ("id", "customer_id")]
    rows: list[Row[Any]] = []
    for chunk in chunks(list(dict.fromkeys(ids))):
        rows += session.connection().execute(select(*columns).where(table.c.id.in_(chunk))).all()
    return rows


__all__ = [
    "CHUNK",
    "JOURNAL_TABLES",
    "Fields",
    "Recorder",
    "bulk_change",
    "bulk_create",
    "bulk_delete",
    "chunks",
    "create",
    "create_all",
    "in_block",
    "is_journalled",
    "kept",
    "note_deletions",
    "note_flush",
    "plain",
    "recorder_of",
    "restored",
    "rows_by_id",
    "subject_of",
    "table_named",
    "values_of",
]
