"""Sheets made for a test, and the way through all four steps of an import."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import openpyxl
from sqlalchemy import select

from db.models import Base
from db.store import Doing, Store
from desktop.progress import Progress
from desktop.rules.imports.fields import ImportKind
from desktop.rules.imports.profile import Profile, read_profile
from desktop.services.exchange import steps
from desktop.services.exchange.outcome import ImportReport, Outcome

Table = Sequence[Sequence[object]]


def bring(
    store: Store, path: Path, *, profile: str = "", kind: ImportKind | None = None, where: Sequence[str] = ()
) -> ImportReport:
    """Import a file as the batch command does; `profile` is the text of a MAP.toml."""
    asked = read_profile(profile) if profile else Profile()
    book = steps.read(path, Progress(), asked)
    proposal = steps.propose(book, asked, kind, where, steps.fields_of_office(store))
    return steps.apply(store, book, proposal, Progress(), name=path.name)


def looked_at(store: Store, path: Path, **asked: Any) -> ImportReport:
    """What an import would do."""
    book = steps.read(path, Progress())
    return steps.preview(store, book, steps.propose(book, custom=steps.fields_of_office(store), **asked), Progress())


def written(path: Path, rows: Table) -> Path:
    """`rows` as an xlsx or csv at `path`."""
    if path.suffix == ".csv":
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(rows)
        return path
    book = openpyxl.Workbook()
    for row in rows:
        book.worksheets[0].append(list(row))
    book.save(path)
    return path


def lines(*texts: str) -> list[list[str | None]]:
    """A table from lines of cells parted by blanks; - is an empty cell."""
    return [[None if cell == "-" else cell for cell in text.split()] for text in texts]


def outcomes(report: ImportReport) -> list[str]:
    """The outcome of each row, with the code of its reason behind it where there is one."""
    return [line.outcome.value + (f" {line.reason.code}" if line.reason else "") for line in report.lines()]


def remarked(report: ImportReport) -> list[tuple[int, str, str]]:
    """(row number in the file, code, column) of every remark."""
    return [(line.number, one.code, one.about) for line in report.lines() for one in line.remarks]


def adds_up(report: ImportReport) -> bool:
    """Whether every row has one outcome, and only rows that were not brought in have a reason."""
    counted = sum(report.counts.get(one, 0) for one in Outcome)
    left_out = report.counts.get(Outcome.SKIPPED, 0) + report.counts.get(Outcome.REFUSED, 0)
    return counted == report.rows == len(report.numbers) and sum(report.reasons.values()) == left_out


def rows(store: Store, table: str, *columns: str) -> list[Any]:
    """All rows of a table, in the order they were made: values of one column, or tuples of several."""
    found = Base.metadata.tables[table]
    chosen = [found.c[name] for name in columns]
    with store.read() as session:
        result = session.execute(select(*chosen).order_by(found.c.id)).all()
    return [row[0] for row in result] if len(columns) == 1 else [tuple(row) for row in result]


def one_customer(store: Store, name: str) -> dict[str, Any]:
    """The columns of the customer called so."""
    table = Base.metadata.tables["customer"]
    with store.read() as session:
        return dict(session.execute(select(table).where(table.c.name == name)).mappings().one())


def reached(store: Store, name: str) -> list[tuple[str, str, str]]:
    """(kind, value, contact's name or "") of the ways to reach a customer."""
    reach, customer, contact = (Base.metadata.tables[one] for one in ("reach", "customer", "contact"))
    query = (
        select(reach.c.kind, reach.c.value, contact.c.name)
        .join(customer, customer.c.id == reach.c.customer_id)
        .outerjoin(contact, contact.c.id == reach.c.contact_id)
        .where(customer.c.name == name)
        .order_by(reach.c.id)
    )
    with store.read() as session:
        return [(kind.value, value, who or "") for kind, value, who in session.execute(query)]


def put(store: Store, records: Iterable[Base]) -> None:
    """Write records as one action."""
    with store.write(Doing("customer.create", {"name": "x"})) as session:
        session.add_all(records)
