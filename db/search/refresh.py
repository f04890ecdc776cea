"""Keep what is derived: readings, keys of names and phones, and the search index. Run by the Store in each write."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Table, select, text

from db.identity import SEARCH_TABLE
from db.models import Contact, Customer, Reach
from db.search.name_key import name_key
from db.search.pinyin import readings
from db.search.terms import Texts, document, fold
from db.vocabulary import ChangeKind, ReachKind

if TYPE_CHECKING:
    from db.journal import Recorder

PHONES = (ReachKind.PHONE, ReachKind.MOBILE, ReachKind.FAX)
NAMING = {
    "customer": frozenset({"name", "short_name", "former_names", "number"}),
    "contact": frozenset({"name", "customer_id"}),
    "reach": frozenset({"value", "kind", "customer_id"}),
}
_NOT_DIGIT = re.compile(r"\D+", re.ASCII)
_CUSTOMER: Table = Customer.metadata.tables["customer"]
_CONTACT: Table = Customer.metadata.tables["contact"]
_REACH: Table = Customer.metadata.tables["reach"]
_TABLES = {"customer": _CUSTOMER, "contact": _CONTACT, "reach": _REACH}


def digits_of(value: str) -> str:
    """The digits a phone is found by: without +86 or 0086, at most 40."""
    value = unicodedata.normalize("NFKC", value)
    digits = _NOT_DIGIT.sub("", value)
    if value.lstrip().startswith("+86") or digits.startswith("0086"):
        digits = digits.removeprefix("00").removeprefix("86")
    return digits[:40]


def refresh(connection: Connection, recorder: Recorder) -> None:
    """Derive again what the recorded changes touch."""
    customers = _derive_bulk(connection, recorder) | _derive_single(connection, recorder)
    gone = {i for i, t in recorder.records.get("customer", {}).items() if t.kind is ChangeKind.DELETED}
    _unindex(connection, gone)
    reindex(connection, sorted(customers - gone))


def _derive_single(connection: Connection, recorder: Recorder) -> set[int]:
    customers: set[int] = set()
    for name, fields in NAMING.items():
        stale: list[int] = []
        for record_id, touched in recorder.records.get(name, {}).items():
            if touched.kind is ChangeKind.CHANGED and not touched.remade and not fields & touched.fields.keys():
                continue
            moved_from = touched.fields.get("customer_id", [None])[0]
            customers |= {one for one in (touched.subject_id, moved_from) if one is not None}
            if touched.kind is not ChangeKind.DELETED:
                stale.append(record_id)
        _derive(connection, name, stale)
    return customers


def _derive_bulk(connection: Connection, recorder: Recorder) -> set[int]:
    customers: set[int] = set()
    for name in NAMING:
        for ids in recorder.bulk.get(name, []):
            _derive(connection, name, ids)
            customers |= set(ids) if name == "customer" else _customers_of(connection, name, ids)
    return customers


def _customers_of(connection: Connection, name: str, ids: Sequence[int]) -> set[int]:
    column = _TABLES[name].c.customer_id
    found: set[int] = set()
    for chunk in _chunks(ids):
        found |= set(connection.execute(select(column).where(_TABLES[name].c.id.in_(chunk))).scalars())
    return found


def _derive(connection: Connection, name: str, ids: Sequence[int]) -> None:
    for chunk in _chunks(ids):
        marks = ",".join(str(int(one)) for one in chunk)
        if name == "reach":
            rows = _rows(connection, f"SELECT id, kind, value FROM reach WHERE id IN ({marks})")
            values = [(digits_of(v) if k in PHONES else "", i) for i, k, v in rows]
            _run(connection, "UPDATE reach SET digits = ? WHERE id = ?", values)
        else:
            rows = _rows(connection, f"SELECT id, name FROM {name} WHERE id IN ({marks})")
            _run(connection, f"UPDATE {name} SET pinyin = ? WHERE id = ?", [(readings(n), i) for i, n in rows])
            if name == "customer":
                keys = [(name_key(n), i) for i, n in rows]
                _run(connection, "UPDATE customer SET name_key = ? WHERE id = ?", keys)


def reindex(connection: Connection, customer_ids: Sequence[int]) -> None:
    """Write the search documents of these customers anew."""
    for chunk in _chunks(customer_ids):
        marks = ",".join(str(int(one)) for one in chunk)
        texts = _texts_of(connection, marks)
        _run(
            connection,
            f"INSERT OR REPLACE INTO {SEARCH_TABLE} (rowid, body) VALUES (?, ?)",
            [(i, document(t)) for i, t in texts.items()],
        )
        values = [("\n".join(fold(n) for n in t.names), i) for i, t in texts.items()]
        _run(connection, "UPDATE customer SET search_text = ? WHERE id = ?", values)


def _texts_of(connection: Connection, marks: str) -> dict[int, Texts]:
    names: dict[int, list[str]] = {}
    heard: dict[int, list[str]] = {}
    phones: dict[int, list[str]] = {}
    own = f"SELECT id, pinyin, name, short_name, former_names, number FROM customer WHERE id IN ({marks})"
    for i, pinyin, *texts in _rows(connection, own):
        names[i] = [t for t in texts if t]
        heard[i] = [pinyin]
        phones[i] = []
    people = f"SELECT customer_id, pinyin, name FROM contact WHERE customer_id IN ({marks})"
    for i, pinyin, name in _rows(connection, people):
        if i in names:  # else its customer is not there, and the commit will refuse it
            names[i].append(name)
            heard[i].append(pinyin)
    ways = f"SELECT customer_id, digits, value FROM reach WHERE customer_id IN ({marks})"
    for i, digits, value in _rows(connection, ways):
        if i in names:
            (phones if digits else names)[i].append(digits or value)
    return {i: Texts(tuple(names[i]), tuple(heard[i]), tuple(phones[i])) for i in names}


def rebuild(connection: Connection) -> int:
    """Throw the whole index away and write it from the rows. Returns the number of customers."""
    _run(connection, f"INSERT INTO {SEARCH_TABLE} ({SEARCH_TABLE}) VALUES ('delete-all')", [()])
    ids = list(connection.execute(select(_CUSTOMER.c.id)).scalars())
    for name, table in _TABLES.items():
        _derive(connection, name, list(connection.execute(select(table.c.id)).scalars()))
    reindex(connection, ids)
    return len(ids)


def _unindex(connection: Connection, customer_ids: Iterable[int]) -> None:
    rows = [(i,) for i in customer_ids]
    _run(connection, f"DELETE FROM {SEARCH_TABLE} WHERE rowid = ?", rows)


def _rows(connection: Connection, sql: str) -> list[Any]:
    return list(connection.execute(text(sql)).all())


def _run(connection: Connection, sql: str, rows: Sequence[tuple[Any, ...]]) -> None:
    if rows:
        connection.exec_driver_sql(sql, list(rows))


def _chunks(ids: Sequence[int], size: int = 500) -> Iterable[Sequence[int]]:
    return (ids[at : at + size] for at in range(0, len(ids), size))


__all__ = ["Contact", "Reach", "digits_of", "rebuild", "refresh", "reindex"]
