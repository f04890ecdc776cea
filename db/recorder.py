"""What the running action has touched so far, its steps folded together, and how the journal keeps values."""

from __future__ import annotations

import json
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from decimal import Decimal
from enum import StrEnum
from typing import Any

from sqlalchemy import Table, insert
from sqlalchemy.orm import Session

from db.keys import new_key
from db.models import Action, BulkCreation, Change
from db.vocabulary import ChangeKind

Fields = dict[str, list[Any]]


# What the journal says in place of fields that were erased: no column has that name, so that an undo finds nothing to
# set back and says so.
ERASED: Fields = {"erased": [None, None]}
ERASED_TEXT = json.dumps(ERASED, separators=(",", ":"))


def plain(value: Any) -> Any:
    """`value` in JSON's own kinds."""
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, Decimal | date | datetime | time):
        return str(value) if isinstance(value, Decimal) else value.isoformat()
    return value


def kept(table: Table, name: str, value: Any) -> Any:
    """`value` of column `name` as the journal keeps it: what the file gives back, in JSON's own kinds.

    1.5 yuan is "1.50" to the file; without this an untouched amount would look changed at the undo.
    """
    kind = table.c[name].type
    if value is not None and hasattr(kind, "settled"):
        value = kind.settled(value)
    return plain(value)


def restored(table: Table, name: str, kept_value: Any) -> Any:
    """The Python value of column `name` from what the journal kept."""
    python = table.c[name].type.python_type
    if kept_value is None:
        return None
    if python is Decimal or issubclass(python, StrEnum):
        return python(kept_value)
    return python.fromisoformat(kept_value) if python in (date, datetime, time) else kept_value


def is_journalled(table: Table, name: str) -> bool:
    """Whether the journal keeps values of this column: not keys, and nothing the Store derives."""
    column = table.c[name]
    return not column.primary_key and "derived" not in column.info and "unjournalled" not in column.info


@dataclass(slots=True)
class Touched:
    """One record an action touched, its changes folded together. `remade`: deleted and made again."""

    kind: ChangeKind
    subject_id: int | None
    fields: Fields = field(default_factory=dict)
    remade: bool = False

    def differs(self) -> bool:
        """Whether anything is left of the changes: what went there and back leaves no trace."""
        return self.kind is not ChangeKind.CHANGED or bool(self.fields)


class Recorder:
    """What the running action has touched so far: {table: {record id: Touched}}, and bulk creations apart."""

    def __init__(self) -> None:
        self.records: dict[str, dict[int, Touched]] = {}
        self.bulk: dict[str, list[Sequence[int]]] = {}
        self._bulk_gone: dict[str, set[int]] = {}

    def tables(self) -> frozenset[str]:
        """Names of all tables that are other than before."""
        single = {name for name, records in self.records.items() if any(one.differs() for one in records.values())}
        return frozenset(single | {str(block["table_name"]) for block in self._blocks()})

    def is_new(self, table: str, record_id: int) -> bool:
        """Whether this action made the record: then its values are in its row, and its changes are no news."""
        touched = self.records.get(table, {}).get(record_id)
        if touched is not None:
            return touched.kind is ChangeKind.CREATED
        return record_id not in self._bulk_gone.get(table, ()) and self._in_bulk(table, record_id)

    def _in_bulk(self, table: str, record_id: int) -> bool:
        for ids in self.bulk.get(table, ()):
            at = bisect_left(ids, record_id)
            if at < len(ids) and ids[at] == record_id:
                return True
        return False

    def created(
        self, table: str, record_id: int, subject_id: int | None, values: Mapping[str, Any] | None = None
    ) -> None:
        """Note a new record; its values are in its row. `values` (as `kept`) tell what differs after a deletion."""
        records = self.records.setdefault(table, {})
        before = records.get(record_id)
        if before is None:
            records[record_id] = Touched(ChangeKind.CREATED, subject_id)
            return
        news = {name: (values or {}).get(name) for name in before.fields}
        fields = {name: [old, news[name]] for name, (old, _none) in before.fields.items() if old != news[name]}
        records[record_id] = Touched(ChangeKind.CHANGED, subject_id, fields, remade=True)

    def changed(self, table: str, record_id: int, subject_id: int | None, fields: Fields) -> None:
        """Note changed fields {name: [old, new]}, both as `kept`."""
        records = self.records.setdefault(table, {})
        if self.is_new(table, record_id):
            if record_id in records:
                records[record_id].subject_id = subject_id
            return
        touched = records.setdefault(record_id, Touched(ChangeKind.CHANGED, subject_id))
        touched.subject_id = subject_id
        for name, (old, new) in fields.items():
            first = touched.fields.pop(name, [old])[0]
            if first != new:
                touched.fields[name] = [first, new]

    def deleted(self, table: str, record_id: int, subject_id: int | None, values: Mapping[str, Any]) -> None:
        """Note a deleted record with all its values (as `kept`), so that it can be brought back."""
        records = self.records.setdefault(table, {})
        if self.is_new(table, record_id):
            if records.pop(record_id, None) is None:
                self._bulk_gone.setdefault(table, set()).add(record_id)
            return
        before = records.pop(record_id, None)
        olds = {name: [value, None] for name, value in values.items()}
        if before is not None:
            olds |= {name: [old, None] for name, (old, _new) in before.fields.items()}
        records[record_id] = Touched(ChangeKind.DELETED, subject_id, olds)

    def blank(self) -> None:
        """Forget the values of all that was changed and deleted so far: the journal will only say that it was."""
        for records in self.records.values():
            for touched in records.values():
                if touched.kind is not ChangeKind.CREATED:
                    touched.fields = {name: list(values) for name, values in ERASED.items()}
                    touched.remade = True  # what is derived from it is derived anew

    def write(self, session: Session, values: Mapping[str, Any]) -> None:
        """Write the action, given as the values of its row, and its changes through `session`'s connection."""
        connection = session.connection()
        connection.execute(insert(Action), [dict(values)])
        changes = [
            {
                "id": new_key(),
                "action_id": values["id"],
                "table_name": table,
                "record_id": record_id,
                "subject_id": touched.subject_id,
                "kind": touched.kind,
                "fields": json.dumps(touched.fields, ensure_ascii=False, separators=(",", ":")),
            }
            for table, records in self.records.items()
            for record_id, touched in records.items()
            if touched.differs()
        ]
        blocks = [{"id": new_key(), "action_id": values["id"], **block} for block in self._blocks()]
        if changes:
            connection.execute(insert(Change), changes)
        if blocks:
            connection.execute(insert(BulkCreation), blocks)

    def _blocks(self) -> list[dict[str, str | int]]:
        blocks: list[dict[str, str | int]] = []
        for table, all_ids in self.bulk.items():
            gone = self._bulk_gone.get(table, set())
            for ids in all_ids:
                count = len(ids) - (sum(one in gone for one in ids) if gone else 0)
                if count:
                    blocks.append({"table_name": table, "first_id": ids[0], "last_id": ids[-1], "count": count})
        return blocks
