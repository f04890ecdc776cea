"""休 and 班 that the office wrote itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import Holiday
from db.vocabulary import DayKind


@dataclass(frozen=True, slots=True)
class HolidayRow:
    """One day: off, worked, or nothing special whatever was announced."""

    id: int
    on: date
    kind: DayKind
    name: str | None


def holidays(session: Session) -> list[HolidayRow]:
    """All days the office wrote, in their order; some hundreds at most."""
    query = select(Holiday.id, Holiday.on, Holiday.kind, Holiday.name).order_by(Holiday.on)
    return [HolidayRow(*row) for row in session.execute(query)]
