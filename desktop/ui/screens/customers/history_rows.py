"""The lines of a history in words: who changed which field of what, from what to what."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from db.queries.journal import FieldChange
from db.queries.names import target_of
from db.vocabulary import ChangeKind, CustomKind
from desktop.rules.custom_values import custom_text
from desktop.services.history import ANSWERS, Background, answer_of
from desktop.ui.changes import field_words, moment, pointed_words, record_words, value_words
from desktop.ui.kit.table import Column
from desktop.ui.wording import money
from desktop.ui.words import tr
from desktop.words import N_


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """One line, numbered from the newest; all texts as they are read."""

    id: int
    action_id: int
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


def history_rows(numbered: Iterable[tuple[int, FieldChange]], customer_id: int, known: Background) -> list[HistoryRow]:
    """The lines in words."""
    return [_row(number, change, customer_id, known) for number, change in numbered]


def _row(number: int, change: FieldChange, customer_id: int, known: Background) -> HistoryRow:
    start = (number, change.action_id, moment(change.at), change.who)
    if change.table == ANSWERS and change.count == 1:
        return HistoryRow(*start, "", _title(change, known), *_answers(change, known))
    own = change.table == "customer" and change.record_id == customer_id
    name = "" if own else known.names.get((change.table, change.record_id), "")
    if not change.field and change.old and not name:
        name = str(change.old)
    record = "" if own and change.field else " ".join(filter(None, (record_words(change.table), name)))
    if change.field:
        old, new = (_told(change, value, known) for value in (change.old, change.new))
        return HistoryRow(*start, record, field_words(change.table, change.field), old, new)
    return HistoryRow(*start, record, "", "", _whole(change))


def _whole(change: FieldChange) -> str:
    if change.count > 1:
        return tr("{count} created", count=f"{change.count:,}")
    return tr("created") if change.kind is ChangeKind.CREATED else tr("deleted")


def _told(change: FieldChange, value: object, known: Background) -> str:
    target = target_of(change.table, change.field)
    if target is not None and isinstance(value, int):
        return pointed_words(target, value, known.names)
    return value_words(change.table, change.field, value)


def _title(change: FieldChange, known: Background) -> str:
    return known.names.get((ANSWERS, change.record_id)) or record_words(ANSWERS)


def _answers(change: FieldChange, known: Background) -> tuple[str, str]:
    """An answer to a custom field as any other field: what it was, what it is."""
    if change.kind is ChangeKind.CREATED:
        return "", _answer(change, known.given.get(change.record_id, {}), known)
    if change.kind is ChangeKind.DELETED:
        return _answer(change, known.gone.get(change.record_id, {}), known) or str(change.old or ""), ""
    old, new = ({change.field: value} for value in (change.old, change.new))
    return _answer(change, old, known), _answer(change, new, known)


def _answer(change: FieldChange, columns: Mapping[str, Any], known: Background) -> str:
    for name, value in columns.items():
        target = target_of(ANSWERS, name)
        if target is not None and isinstance(value, int):
            return pointed_words(target, value, known.names)
    kind = known.kinds.get(change.record_id)
    plain = answer_of(kind, columns)
    if isinstance(plain, bool):
        return tr("Yes") if plain else tr("No")
    if kind is CustomKind.MONEY and isinstance(plain, Decimal):
        return money(plain)
    return custom_text(plain)


def _line(text: str) -> str:
    return " ".join(text.split())


COLUMNS: tuple[Column[HistoryRow], ...] = (
    Column("at", N_("When"), lambda row: row.at, 124, fixed=True),
    Column("who", N_("Who"), lambda row: row.who, 72),
    Column("what", N_("What"), lambda row: row.what, 200, fixed=True, tip=lambda row: row.what),
    Column("old", N_("Before"), lambda row: _line(row.old), 150, colour=lambda _: "muted", tip=lambda row: row.old),
    Column("new", N_("After"), lambda row: _line(row.new), 170, tip=lambda row: row.new),
)
