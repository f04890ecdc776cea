"""The lines of a history in words: who changed which field of what, from what to what."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from db.queries.journal import FieldChange
from db.queries.names import target_of
from db.vocabulary import ChangeKind
from desktop.ui.changes import field_words, moment, record_words, value_words
from desktop.ui.kit.table import Column
from desktop.ui.words import tr
from desktop.words import N_

Names = Mapping[tuple[str, int], str]


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """One line, numbered from the newest; all texts as they are read."""

    id: int
    action_id: int
    action_kind: str
    at: str
    who: str
    record: str
    field: str
    old: str
    new: str

    @property
    def what(self) -> str:
        """The record and its field in one line."""
        return " · ".join(filter(None, (self.record, self.field)))


def referred(changes: Sequence[FieldChange]) -> Iterator[tuple[str, int]]:
    """Every (table, id) that the lines of a history name: the records themselves, and those they point at."""
    for change in changes:
        yield change.table, change.record_id
        target = target_of(change.table, change.field) if change.field else None
        if target is not None:
            yield from ((target, value) for value in (change.old, change.new) if isinstance(value, int))


def history_rows(changes: Sequence[FieldChange], customer_id: int, names: Names) -> list[HistoryRow]:
    """The lines in words."""
    return [_row(number, change, customer_id, names) for number, change in enumerate(changes, 1)]


def _row(number: int, change: FieldChange, customer_id: int, names: Names) -> HistoryRow:
    own = change.table == "customer" and change.record_id == customer_id
    name = "" if own else names.get((change.table, change.record_id), "")
    if not change.field and change.old and not name:
        name = str(change.old)
    record = "" if own and change.field else " ".join(filter(None, (record_words(change.table), name)))
    if change.field:
        old, new = (_told(change, value, names) for value in (change.old, change.new))
    else:
        old, new = "", tr("created") if change.kind is ChangeKind.CREATED else tr("deleted")
    field = field_words(change.table, change.field) if change.field else ""
    return HistoryRow(
        number, change.action_id, change.action_kind, moment(change.at), change.who, record, field, old, new
    )


def _told(change: FieldChange, value: object, names: Names) -> str:
    target = target_of(change.table, change.field)
    if target is not None and isinstance(value, int):
        return names.get((target, value), tr("no longer there"))
    return value_words(change.table, change.field, value)


def _line(text: str) -> str:
    return " ".join(text.split())


COLUMNS: tuple[Column[HistoryRow], ...] = (
    Column("at", N_("When"), lambda row: row.at, 124, fixed=True),
    Column("who", N_("Who"), lambda row: row.who, 72),
    Column("what", N_("What"), lambda row: row.what, 200, fixed=True, tip=lambda row: row.what),
    Column("old", N_("Before"), lambda row: _line(row.old), 150, colour=lambda _: "muted", tip=lambda row: row.old),
    Column("new", N_("After"), lambda row: _line(row.new), 170, tip=lambda row: row.new),
)
