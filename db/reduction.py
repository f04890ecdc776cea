"""Take out of an undo's plan what would break a reference or a unique value."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Table, UniqueConstraint, select
from sqlalchemy.orm import Session

from db import journal
from db.deletion import children_of
from db.models import Base
from db.undo_plan import Conflict, UndoPlan


@dataclass(frozen=True, slots=True)
class _Pointer:
    """A row that points at a record which the plan deletes."""

    child: str
    column: str
    child_id: int
    parent: str
    parent_id: int


@dataclass(frozen=True, slots=True)
class _Rival:
    """A row that has the unique values which the plan gives to another."""

    table: str
    names: tuple[str, ...]
    record_id: int
    holder_id: int
    values: tuple[Any, ...]


def unique_keys(table: Table) -> list[tuple[str, ...]]:
    """The names of the columns of each unique constraint of a table."""
    keys = [one.columns for one in table.constraints if isinstance(one, UniqueConstraint)]
    keys += [one.columns for one in table.indexes if one.unique]
    return sorted(tuple(column.name for column in columns) for columns in keys)


class Reduction:
    """Takes out of a plan what would break a reference or a unique value, until nothing more does."""

    def __init__(self, session: Session, plan: UndoPlan, made: dict[str, set[int]]) -> None:
        self.session = session
        self.plan = plan
        self.made = made
        self.doomed = {name: set(ids) for name, ids in plan.delete.items()}
        self.coming = {name: {row["id"]: row for row in rows} for name, rows in plan.create.items()}
        self.pointers = list(self._find_pointers())
        self.rivals = list(self._find_rivals())
        self.parents = self._find_parents()

    def run(self) -> None:
        """Reduce the plan in place."""
        while self._keep_used() or self._drop_orphans() or self._drop_taken():
            pass
        self.plan.delete = {name: sorted(ids) for name, ids in self.doomed.items() if ids}
        self.plan.create = {name: list(rows.values()) for name, rows in self.coming.items() if rows}
        changes = {name: {one: news for one, news in records.items() if news} for name, records in self._changes()}
        self.plan.change = {name: records for name, records in changes.items() if records}

    def _changes(self) -> Iterator[tuple[str, dict[int, dict[str, Any]]]]:
        return iter(self.plan.change.items())

    def _news(self, table: str, record_id: int) -> dict[str, Any]:
        return self.plan.change.get(table, {}).get(record_id, {})

    # What the plan meets in the file

    def _find_pointers(self) -> Iterator[_Pointer]:
        for name, ids in self.made.items():
            for child, column in children_of(name):
                for chunk in journal.chunks(sorted(ids)):
                    query = select(child.c.id, child.c[column]).where(child.c[column].in_(chunk))
                    for child_id, parent_id in self.session.execute(query):
                        yield _Pointer(child.name, column, child_id, name, parent_id)

    def _find_rivals(self) -> Iterator[_Rival]:
        for table in Base.metadata.sorted_tables:
            for names in unique_keys(table):
                wanted = self._wanted(table, names)
                holders = self._holders(table, names, {values[0] for values in wanted.values()})
                for record_id, values in wanted.items():
                    holder = holders.get(values, record_id)
                    if holder != record_id:
                        yield _Rival(table.name, names, record_id, holder, values)

    def _holders(self, table: Table, names: tuple[str, ...], firsts: set[Any]) -> dict[tuple[Any, ...], int]:
        columns: list[Any] = [table.c.id, *(table.c[name] for name in names)]
        holders: dict[tuple[Any, ...], int] = {}
        for chunk in journal.chunks(list(firsts)):
            query = select(*columns).where(table.c[names[0]].in_(chunk))
            holders |= {tuple(row[1:]): row[0] for row in self.session.execute(query)}
        return holders

    def _wanted(self, table: Table, names: tuple[str, ...]) -> dict[int, tuple[Any, ...]]:
        """{record: the unique values it shall have}, of the records which the plan gives new ones."""
        rows = dict(self.coming.get(table.name, {}))
        changing = {i: news for i, news in self.plan.change.get(table.name, {}).items() if set(names) & set(news)}
        for row in journal.rows_by_id(self.session, table, list(changing)):
            rows[row._mapping["id"]] = {**row._mapping, **changing[row._mapping["id"]]}
        wanted = {record_id: tuple(row.get(name) for name in names) for record_id, row in rows.items()}
        return {record_id: values for record_id, values in wanted.items() if None not in values}

    def _find_parents(self) -> dict[str, set[int]]:
        """{table: those ids there are} of all that the plan points at."""
        asked: dict[str, set[int]] = {}
        for _table, _record_id, _name, target, parent_id in self._references():
            asked.setdefault(target, set()).add(parent_id)
        found: dict[str, set[int]] = {}
        for name, ids in asked.items():
            key = journal.table_named(name).c.id
            for chunk in journal.chunks(sorted(ids)):
                found.setdefault(name, set()).update(self.session.scalars(select(key).where(key.in_(chunk))))
        return found

    def _references(self) -> Iterator[tuple[str, int, str, str, int]]:
        """(table, record, field, table pointed at, id pointed at) of all that the plan writes."""
        for table in Base.metadata.sorted_tables:
            written = {**self.coming.get(table.name, {}), **self.plan.change.get(table.name, {})}
            for key in table.foreign_keys:
                name = key.parent.name
                for record_id, values in written.items():
                    if values.get(name) is not None:
                        yield table.name, record_id, name, key.column.table.name, values[name]

    # What does not fit; each says whether it took something out

    def _keep_used(self) -> bool:
        used = [
            one
            for one in self.pointers
            if one.parent_id in self.doomed.get(one.parent, ())
            and one.child_id not in self.doomed.get(one.child, ())
            and self._news(one.child, one.child_id).get(one.column, one.parent_id) == one.parent_id
        ]
        for one in used:
            self.doomed[one.parent].discard(one.parent_id)
            if one.child_id not in self.made.get(one.child, ()):  # else that one's own conflict says why
                self._conflict(one.parent, one.parent_id, one.child, "in_use", one.child_id)
        return bool(used)

    def _drop_orphans(self) -> bool:
        orphans = [
            (table, record_id, name)
            for table, record_id, name, target, parent_id in self._references()
            if parent_id not in self.coming.get(target, ())
            and (parent_id not in self.parents.get(target, ()) or parent_id in self.doomed.get(target, ()))
        ]
        for table, record_id, name in orphans:
            self._take_out(table, record_id, (name,), "parent_gone")
        return bool(orphans)

    def _drop_taken(self) -> bool:
        taken = [one for one in self.rivals if self._is_planned(one) and not self._gives_way(one)]
        for one in taken:
            self._take_out(one.table, one.record_id, one.names, "taken", journal.plain(one.values[0]))
        return bool(taken)

    def _is_planned(self, one: _Rival) -> bool:
        return one.record_id in self.coming.get(one.table, ()) or bool(
            self._news(one.table, one.record_id).keys() & set(one.names)
        )

    def _gives_way(self, one: _Rival) -> bool:
        news = self._news(one.table, one.holder_id)
        moved = any(news.get(name, value) != value for name, value in zip(one.names, one.values, strict=True))
        return moved or one.holder_id in self.doomed.get(one.table, ())

    def _take_out(self, table: str, record_id: int, names: tuple[str, ...], reason: str, found: Any = None) -> None:
        if self.coming.get(table, {}).pop(record_id, None) is None:
            news = self._news(table, record_id)
            if not [news.pop(name) for name in names if name in news]:
                return
        self._conflict(table, record_id, names[0], reason, found)

    def _conflict(self, table: str, record_id: int, name: str, reason: str, found: Any = None) -> None:
        self.plan.conflicts.append(Conflict(table, record_id, name, reason, found=found))
