"""Several records become one: all that points at them is pointed at the one that stays, found through foreign keys.

Nothing here knows which tables there are. A row that would break a unique value, or stand for a record's relation to
itself, is there twice now and goes; the journal keeps it, as it keeps the merged record, for the undo.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Table, func, or_, select
from sqlalchemy.orm import Session

from db import journal
from db.deletion import children_of, delete_with_children
from db.reduction import unique_keys

Values = dict[str, Any]


@dataclass(slots=True)
class Merged:
    """Numbers of records by table: `moved` now belong to the one that stayed, `united` were there twice and went."""

    moved: Counter[str] = field(default_factory=Counter)
    united: Counter[str] = field(default_factory=Counter)


def repoint(session: Session, table: Table, kept_id: int, gone_ids: Sequence[int], merged: Merged) -> None:
    """Point at `kept_id` whatever points at one of `gone_ids`, and note it in `merged`.

    Raises RuntimeError where afterwards there are not as many records as before: then nothing may be kept.
    """
    session.flush()
    columns: dict[str, list[str]] = {}
    for child, column in children_of(table.name):
        columns.setdefault(child.name, []).append(column)
    for name, names in columns.items():
        child = journal.table_named(name)
        everybody = [kept_id, *gone_ids]
        before = _pointing(session, child, names, everybody)
        moved, doomed = _sorted_out(session, child, names, kept_id, set(gone_ids))
        went = delete_with_children(session, child, doomed) if doomed else {}
        journal.bulk_change(session, child, moved)
        if _pointing(session, child, names, everybody) != before - len(doomed):
            raise RuntimeError(f"{name}: there are not as many records as before the merge")
        if _pointing(session, child, names, list(gone_ids)):
            raise RuntimeError(f"{name}: something still points at a merged record")
        merged.moved[name] += len(moved)
        merged.united.update(went)


def _pointing(session: Session, child: Table, names: Sequence[str], ids: Sequence[int]) -> int:
    return session.scalar(select(func.count()).where(_points(child, names, ids))) or 0


def _points(child: Table, names: Sequence[str], ids: Sequence[int]) -> Any:
    return or_(*(child.c[name].in_(ids) for name in names))


def _sorted_out(
    session: Session, child: Table, names: list[str], kept_id: int, gone: set[int]
) -> tuple[dict[int, Values], list[int]]:
    """{row: its new values} of those that move, and the rows that would be there twice or say nothing any more."""
    there = session.execute(select(*child.c).where(_points(child, names, [kept_id, *gone])).order_by(child.c.id))
    rows = sorted((dict(row._mapping) for row in there), key=lambda row: any(row[name] in gone for name in names))
    keys = [key for key in unique_keys(child) if set(key) & set(names)]
    taken: set[tuple[tuple[str, ...], tuple[Any, ...]]] = set()
    moved: dict[int, Values] = {}
    doomed: list[int] = []
    for row in rows:  # those of the kept one first: of two alike his stays
        news = {name: kept_id for name in names if row[name] in gone}
        now = {**row, **news}
        if news and child.name == "not_duplicate":
            news |= {"customer_id": min(now["customer_id"], now["other_id"])}
            news |= {"other_id": max(now["customer_id"], now["other_id"])}
            now |= news
        marks = {(key, tuple(now[name] for name in key)) for key in keys}
        marks = {one for one in marks if None not in one[1]}
        if news and (marks & taken or _about_itself(now, names)):
            doomed.append(row["id"])
            continue
        taken |= marks
        if news:
            moved[row["id"]] = news
    return moved, doomed


def _about_itself(row: Values, names: list[str]) -> bool:
    """A relation of a customer to itself; one between two of its contacts says something still."""
    ends = [row[name] for name in names]
    if len(ends) < 2 or len(set(ends)) > 1:
        return False
    contacts = [row[name] for name in ("contact_id", "other_contact_id") if name in row and name not in names]
    return len(set(contacts)) < 2


def merge_customers(
    session: Session,
    kept_id: int,
    gone_ids: Sequence[int],
    *,
    values: Mapping[str, Any],
    answers: Mapping[int, int],
    contacts: Sequence[tuple[int, int]],
) -> Merged:
    """Make one customer of several, inside a write; `gone_ids` are deleted, all that was theirs is the kept one's.

    `values` are the columns of the kept one that change; `answers` {custom field: customer whose answer stays};
    `contacts` are pairs (stays, goes) of contacts that are one person. Raises RuntimeError, see `repoint`.
    """
    merged = Merged()
    customer, contact = journal.table_named("customer"), journal.table_named("contact")
    _drop_answers(session, [kept_id, *gone_ids], answers, merged)
    for stays, goes in contacts:
        _fill(session, contact, stays, goes)
        joined = Merged()
        repoint(session, contact, stays, [goes], joined)
        merged.united.update(joined.united)
        journal.bulk_delete(session, contact, [goes])
        merged.united["contact"] += 1
    _one_primary(session, kept_id, gone_ids)
    _one_day_a_field(session, kept_id, gone_ids)
    repoint(session, customer, kept_id, gone_ids, merged)
    _unite_alike(session, kept_id, merged)
    journal.bulk_delete(session, customer, list(gone_ids))  # first: the kept one may take over their number
    journal.bulk_change(session, customer, {kept_id: dict(values)})
    return merged


def _drop_answers(session: Session, ids: Sequence[int], answers: Mapping[int, int], merged: Merged) -> None:
    """Of several answers to one custom field the chosen one stays."""
    table = journal.table_named("custom_value")
    query = select(table.c.id, table.c.field_id, table.c.customer_id).where(table.c.customer_id.in_(ids))
    losing = [row.id for row in session.execute(query) if answers.get(row.field_id, row.customer_id) != row.customer_id]
    if losing:
        merged.united.update(delete_with_children(session, table, losing))


def _fill(session: Session, table: Table, stays: int, goes: int) -> None:
    """What the one that stays leaves blank is taken from the one that goes; its own columns stay."""
    rows = {row._mapping["id"]: row._mapping for row in journal.rows_by_id(session, table, [stays, goes])}
    news = {
        name: value
        for name, value in rows[goes].items()
        if rows[stays][name] is None and value is not None and journal.is_journalled(table, name)
    }
    if rows[goes]["is_primary"]:
        news["is_primary"] = True
    journal.bulk_change(session, table, {stays: news})
    mark, other = rows[stays]["person_mark"], rows[goes]["person_mark"]
    if mark is not None and other not in (None, mark):  # the same person elsewhere is the same person here
        same = session.scalars(select(table.c.id).where(table.c.person_mark == other)).all()
        journal.bulk_change(session, table, {one: {"person_mark": mark} for one in same})


def _one_primary(session: Session, kept_id: int, gone_ids: Sequence[int]) -> None:
    """Each customer had a first contact; together they have one."""
    table = journal.table_named("contact")
    query = select(table.c.id, table.c.customer_id).where(table.c.customer_id.in_([kept_id, *gone_ids]))
    first = list(session.execute(query.where(table.c.is_primary).order_by(table.c.id)))
    first.sort(key=lambda row: row.customer_id != kept_id)
    journal.bulk_change(session, table, {row.id: {"is_primary": False} for row in first[1:]})


def _one_day_a_field(session: Session, kept_id: int, gone_ids: Sequence[int]) -> None:
    """A custom field has one key date of a customer: the other ones stay as plain key dates, with its title."""
    table = journal.table_named("key_date")
    query = select(table.c.id, table.c.field_id, table.c.customer_id).where(
        table.c.customer_id.in_([kept_id, *gone_ids]), table.c.field_id.is_not(None)
    )
    days = sorted(session.execute(query.order_by(table.c.id)), key=lambda row: row.customer_id != kept_id)
    answered: set[int] = set()
    for row in days:
        if row.field_id in answered:
            journal.bulk_change(session, table, {row.id: {"field_id": None}})
        answered.add(row.field_id)


def _unite_alike(session: Session, kept_id: int, merged: Merged) -> None:
    """Numbers and days that say the same of the same person are kept once, the oldest."""
    for name, columns in (
        ("reach", ("contact_id", "kind", "value", "extension")),
        ("key_date", ("contact_id", "kind", "label", "calendar", "year", "month", "day", "leap", "field_id")),
    ):
        table = journal.table_named(name)
        query = select(*table.c).where(table.c.customer_id == kept_id).order_by(table.c.id)
        seen: set[tuple[Any, ...]] = set()
        twice: list[int] = []
        for row in session.execute(query):
            said = {one: row._mapping[one] for one in columns}
            if name == "reach":
                said["value"] = row._mapping["digits"] or str(said["value"]).strip().casefold()
            mark = tuple(said.values())
            if mark in seen:
                twice.append(row._mapping["id"])
            seen.add(mark)
        if twice:
            merged.united.update(delete_with_children(session, table, twice))
