"""The sample office: read from resources/samples, laid around the day it is opened, written as one action.

The file holds tables of plain values (packaging/make_sample.py writes it), each row as far as it has any: a reference
is the number of a row, a date the days from the day of opening; <-40d>, <-3m>, <5n>, <0y> in a text stand for that day,
month with year, month, year.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from sqlalchemy import Column, Table, select

from db import journal
from db.keys import new_block
from db.lock import Lock
from db.models import Action
from db.models.base import Day, Exact, Moment, TimeOfDay
from db.problems import StoreProblem
from db.produce import produce
from db.store import Doing, Store, create_file, open_store
from desktop.paths import resources
from desktop.progress import Progress
from desktop.rules.moments import local, stored
from desktop.rules.service_clock import ClockPolicy, clock_of
from desktop.services.attachments import attach
from desktop.services.samples_calendar import work_sample
from desktop.services.samples_rating import rate_sample, working_day

ACTION = "sample.load"
FORMAT = 1
# What happens in office hours: a day that falls on a weekend moves to the Friday or Monday beside it.
IN_OFFICE_HOURS = ("sales_order", "payment", "follow_up", "promise", "service_case", "survey", "care_record")
# Codes of what lies at the place of the sample and is not ours to replace.
STRANGE = ("not_a_database", "foreign", "newer", "older_unknown", "changed_schema", "damaged")
_DAY = re.compile(r"<([+-]?\d+)([dmny])>")


def sample_source() -> Path:
    """The sample office that comes with the program."""
    return resources() / "samples" / "office.json"


def make_sample(
    path: Path, today: date, version: str, progress: Progress, source: Path | None = None
) -> dict[str, int]:
    """Lay out the sample office at `path`, in place of an older one; returns {table: number of records}.

    Whatever fails, or when cancelled, the older one is still there. Raises StoreProblem: in_use or in_use_elsewhere
    where somebody has it open, already_there where the file at `path` is not a sample office of ours.
    """
    if path.exists() and not _is_sample(path, version):
        raise StoreProblem("already_there", path=path)
    made: dict[str, int] = {}

    def fill(temporary: Path) -> None:
        temporary.unlink()  # an empty file is not one of ours
        create_file(temporary)
        with closing(open_store(temporary, version=version, backups=temporary.parent)) as store:
            made.update(make_sample_office(store, source or sample_source(), today, progress))
            if source is None:
                work_sample(store, today)
                rate_sample(store, today, progress)

    lock = Lock(path)
    lock.acquire()
    try:
        produce(path, fill)
    finally:
        lock.release()
    return made


def _is_sample(path: Path, version: str) -> bool:
    """Whether the file began as a sample office; opened for writing, as only one nobody has open may be replaced."""
    with TemporaryDirectory(dir=path.parent) as backups:
        try:
            store = open_store(path, version=version, backups=Path(backups))
        except StoreProblem as problem:
            if problem.code in STRANGE:
                return False
            raise
        with closing(store), store.read() as session:
            return session.scalar(select(Action.kind).order_by(Action.id).limit(1)) == ACTION


def make_sample_office(store: Store, source: Path, today: date, progress: Progress) -> dict[str, int]:
    """Write the sample office of `source` into an open file as one action; returns {table: number of records}."""
    progress.step("reading")
    sample = json.loads(source.read_text(encoding="utf-8"), parse_float=Decimal)
    if sample["format"] != FORMAT:
        raise ValueError(f"{source.name} has format {sample['format']}, not {FORMAT}")
    tables: dict[str, Any] = {"office": _one_row(sample["office"])}
    tables |= {name: _filled_up(table) for name, table in sample["tables"].items()}
    ids = {name: new_block(len(given["rows"])) for name, given in tables.items()}
    laid = {name: _laid(name, given, tables, ids, today) for name, given in tables.items()}
    progress.step("writing")
    total = sum(map(len, laid.values()))
    done = 0
    with store.write(Doing(ACTION, {"customers": len(ids["customer"])})) as session:
        for name, rows in laid.items():
            progress.at(done, total)
            journal.bulk_create(session, journal.table_named(name), rows)
            done += len(rows)
        for customer, name, text in sample["attachments"]:
            attach(session, ids["customer"][customer], name, _text(text, today).encode("utf-8-sig"))
        progress.at(total, total, force=True)
    return {name: len(rows) for name, rows in laid.items()} | {"attachment": len(sample["attachments"])}


def _one_row(values: Mapping[str, Any]) -> dict[str, Any]:
    return {"columns": list(values), "rows": [list(values.values())]}


def _filled_up(table: Mapping[str, Any]) -> dict[str, Any]:
    """The table with its rows as long as its columns: what a row lacks at its end it has not got."""
    wide = len(table["columns"])
    return {"columns": table["columns"], "rows": [[*row, *[None] * (wide - len(row))] for row in table["rows"]]}


def _laid(
    name: str, given: Mapping[str, Any], tables: Mapping[str, Any], ids: Mapping[str, Sequence[int]], today: date
) -> list[dict[str, Any]]:
    """The rows of a table as they are written: with keys, dates, and empty derived columns for the Store to fill."""
    table = journal.table_named(name)
    columns, rows = list(given["columns"]), list(given["rows"])
    if name == "key_date":
        columns, rows = _dated(columns, rows, today)
    if name == "order_line":
        rows = _named_as_product(columns, rows, tables["product"])
    readers = [_reader(table, table.c[column], ids, today) for column in columns]
    derived = {column.name: None if column.nullable else "" for column in table.c if "derived" in column.info}
    made = [
        {"id": key, **derived}
        | {
            column: None if value is None else read(value)
            for column, read, value in zip(columns, readers, row, strict=True)
        }
        for key, row in zip(ids[name], rows, strict=True)
    ]
    if name == "follow_up":
        made = [row | {"first_planned_on": row["planned_on"]} for row in made]
    if name == "service_case":
        _wind_up(made, dict(zip(ids["customer"], tables["customer"]["rows"], strict=True)), tables["customer"])
    return made


def _wind_up(cases: list[dict[str, Any]], customers: Mapping[int, Sequence[Any]], given: Mapping[str, Any]) -> None:
    """Give the cases their clock, and let what follows on each other on a moved day do so."""
    policy, tier = ClockPolicy(), given["columns"].index("value_tier")
    for row in cases:
        answer, solve = clock_of(local(row["opened_at"]), customers[row["customer_id"]][tier], policy)
        row["answer_by"], row["solve_by"] = stored(answer), stored(solve)
        last = row["opened_at"]
        for name in ("answered_at", "solved_at"):
            if row[name] is not None:
                row[name] = last = max(row[name], last + timedelta(minutes=25))


def _reader(table: Table, column: Column[Any], ids: Mapping[str, Sequence[int]], today: date) -> Callable[[Any], Any]:
    """How a value of the file becomes one of this column."""
    for key in column.foreign_keys:
        return ids[key.column.table.name].__getitem__
    if isinstance(column.type, Day):
        if table.name in IN_OFFICE_HOURS:
            return lambda days: working_day(today, days)
        return lambda days: today + timedelta(days)
    if isinstance(column.type, Moment):
        return lambda given: stored(datetime.combine(working_day(today, given[0]), time.fromisoformat(given[1])))
    if isinstance(column.type, TimeOfDay | Exact):
        return time.fromisoformat if isinstance(column.type, TimeOfDay) else Decimal
    return lambda value: _text(value, today) if isinstance(value, str) else value


def _text(text: str, today: date) -> str:
    if "<" not in text:
        return text

    def said(found: re.Match[str]) -> str:
        day = today + timedelta(int(found[1]))
        whole = {"y": f"{day.year}年", "m": f"{day.year}年{day.month}月", "n": f"{day.month}月"}
        return whole.get(found[2], f"{day.month}月{day.day}日")

    return _DAY.sub(said, text)


def _dated(columns: list[str], rows: list[list[Any]], today: date) -> tuple[list[str], list[list[Any]]]:
    """Key dates: `days` from today and `years_back` become year, month and day; lunar ones have theirs but the year."""
    kept = [name for name in columns if name not in ("days", "years_back")]
    laid = []
    for values in (dict(zip(columns, row, strict=True)) for row in rows):
        days, back = values.pop("days"), values.pop("years_back")
        day = today + timedelta(days or 0)
        if days is not None:
            values["month"], values["day"] = day.month, min(day.day, 28) if day.month == 2 else day.day
        if back is not None:
            values["year"] = day.year - back
        laid.append([values[name] for name in kept])
    return kept, laid


def _named_as_product(columns: list[str], rows: list[list[Any]], products: Mapping[str, Any]) -> list[list[Any]]:
    """Order lines with the name and category of their product, which the file does not repeat seven thousand times."""
    product, name, category = (columns.index(one) for one in ("product_id", "product_name", "category"))
    called, sorted_as = (products["columns"].index(one) for one in ("name", "category"))
    named = [list(row) for row in rows]
    for row in named:
        if row[product] is not None:
            row[name] = products["rows"][row[product]][called]
            row[category] = products["rows"][row[product]][sorted_as]
    return named


__all__ = ["ACTION", "make_sample", "make_sample_office", "sample_source"]
