"""Rows of people who asked to be erased: held back, unless the office lets them through on purpose."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Session

from db.vocabulary import CustomerKind, ReachKind
from desktop.services.exchange.check import Checked
from desktop.services.exchange.customer_rows import Row
from desktop.services.exchange.outcome import Outcome, Said
from desktop.services.exchange.people import Way
from desktop.services.tombstones import Erased, erased, traits

REASON = "erased_person"


def held_back(session: Session, checked: Checked, rows: list[Row]) -> list[Row]:
    """The rows without those of erased people, which are skipped with the day; all of them where that was chosen."""
    marks = erased(session)
    if not marks or checked.proposal.let_erased:
        return rows
    kept = []
    for row in rows:
        on = _erased_on(marks, row)
        if on is None:
            kept.append(row)
        else:
            checked.results.decide(row.at, Outcome.SKIPPED, Said(REASON, {"on": on.isoformat()}))
    return kept


def _erased_on(marks: Erased, row: Row) -> date | None:
    name = str(row.values.get("name") or "")
    person = row.kind is CustomerKind.PERSON
    employer = str(row.values.get("employer") or "") if person else ""
    days = [marks.on(traits(name if person else "", employer, _ways(row.ways)))]
    if row.person is not None:
        days.append(marks.on(traits(row.person.name, name, _ways(row.person.ways))))
    return max((day for day in days if day is not None), default=None)


def _ways(ways: list[Way]) -> list[tuple[ReachKind, str]]:
    return [(way.kind, way.value) for way in ways]
