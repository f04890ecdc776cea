"""Values for every column, and a file with a row of everything."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from decimal import Decimal
from enum import StrEnum
from typing import Any

from sqlalchemy import Column, Table
from sqlalchemy.orm import Session

from db import journal
from db.models import Base

TABLES = [table for table in Base.metadata.sorted_tables if table.name not in journal.JOURNAL_TABLES]


def journalled() -> Iterator[tuple[Table, Column[Any]]]:
    """Every column whose values the journal keeps."""
    for table in TABLES:
        for column in table.c:
            if journal.is_journalled(table, column.name):
                yield table, column


def sample(column: Column[Any], turn: int) -> Any:
    """A value of the column's kind, another one for each turn. Foreign keys get none."""
    kind = column.type.python_type
    if column.foreign_keys:
        return None
    if issubclass(kind, StrEnum):
        return list(kind)[turn % len(kind)]
    made: dict[type, Any] = {
        str: f"{column.name} {turn}",
        int: 10 + turn,
        bool: bool(turn % 2),
        Decimal: Decimal(turn * 100 + 25).scaleb(-2),
        date: date(2026, 1, 1 + turn),
        time: time(8, turn),
        bytes: bytes([turn]) * 8,
        datetime: datetime(2026, 1, 1 + turn, 8, turn, tzinfo=UTC),
    }
    return made[kind]


def row_of(table: Table, turn: int, parents: dict[str, int]) -> dict[str, Any]:
    """A full row of `table` but its id; `parents` are {table: id to point at}, its own left empty."""
    row: dict[str, Any] = {}
    for column in table.c:
        if column.primary_key or "derived" in column.info:
            continue
        row[column.name] = sample(column, turn)
        for key in column.foreign_keys:
            row[column.name] = parents.get(key.column.table.name)
    if table.name == "policy":
        row["value"] = json.dumps({"turn": turn})
    if table.name == "attachment_content":
        row |= {"sha256": hashlib.sha256(row["data"]).hexdigest(), "size": len(row["data"])}
    return row


def fill(session: Session, turn: int = 1) -> dict[str, int]:
    """One row in every table, pointing at each other; {table: id}."""
    made: dict[str, int] = {}
    classes: dict[str, Any] = {mapper.class_.__tablename__: mapper.class_ for mapper in Base.registry.mappers}
    for table in TABLES:
        row = classes[table.name](**row_of(table, turn, made))
        session.add(row)
        made[table.name] = row.id
    return made
