"""定期跟进: the series of a customer, with what is laid out of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time
from typing import Any

from sqlalchemy import Select, case, func, select
from sqlalchemy.orm import Session

from db.models import Contact, FollowUp, FollowUpSeries, Rep
from db.vocabulary import CalendarKind, DayShift, FollowUpKind, FollowUpState


@dataclass(frozen=True, slots=True)
class SeriesRow:
    """One series. `next_on` is the day of its next open occurrence; `open`, `done`, `cancelled` count them."""

    id: int
    customer_id: int
    contact_id: int | None
    contact: str | None
    rep_id: int | None
    rep: str | None
    kind: FollowUpKind
    purpose: str | None
    place: str | None
    at: time | None
    minutes: int | None
    remind_minutes: int | None
    calendar: CalendarKind
    rule: str
    starts_on: date
    shift: DayShift
    made_until: date | None
    ended_on: date | None
    next_on: date | None = None
    open: int = 0
    done: int = 0
    cancelled: int = 0


def _rows() -> Select[*tuple[Any, ...]]:
    columns: tuple[Any, ...] = (
        FollowUpSeries.id, FollowUpSeries.customer_id, FollowUpSeries.contact_id, Contact.name, FollowUpSeries.rep_id,
        Rep.name, FollowUpSeries.kind, FollowUpSeries.purpose, FollowUpSeries.place, FollowUpSeries.at,
        FollowUpSeries.minutes, FollowUpSeries.remind_minutes, FollowUpSeries.calendar, FollowUpSeries.rule,
        FollowUpSeries.starts_on, FollowUpSeries.shift, FollowUpSeries.made_until, FollowUpSeries.ended_on,
    )  # fmt: skip
    query = select(*columns).outerjoin(Contact, Contact.id == FollowUpSeries.contact_id)
    return query.outerjoin(Rep, Rep.id == FollowUpSeries.rep_id)


def series_of(session: Session, customer_id: int) -> list[SeriesRow]:
    """The series of a customer: those that go on first, the one that comes next on top."""
    found = _counted(session, _rows().where(FollowUpSeries.customer_id == customer_id))
    return sorted(found, key=lambda one: (one.ended_on is not None, one.next_on or date.max, one.id))


def series(session: Session, series_id: int) -> SeriesRow | None:
    """One series; None where it is gone."""
    return next(iter(_counted(session, _rows().where(FollowUpSeries.id == series_id))), None)


def _counted(session: Session, query: Select[*tuple[Any, ...]]) -> list[SeriesRow]:
    rows = list(session.execute(query))

    def number(state: FollowUpState) -> Any:
        return func.sum(case((FollowUp.state == state, 1), else_=0))

    open_day = case((FollowUp.state == FollowUpState.PLANNED, FollowUp.planned_on))
    counts = select(FollowUp.series_id, func.min(open_day), *map(number, FollowUpState))
    counts = counts.where(FollowUp.series_id.in_([row[0] for row in rows])).group_by(FollowUp.series_id)
    found: dict[int, tuple[Any, ...]] = {row[0]: tuple(row[1:]) for row in session.execute(counts)}
    return [SeriesRow(*(*row, *found.get(row[0], (None, 0, 0, 0)))) for row in rows]


def series_going_on(session: Session) -> list[tuple[int, date | None]]:
    """(series, the last day laid out) of all that were not stopped."""
    query = select(FollowUpSeries.id, FollowUpSeries.made_until).where(FollowUpSeries.ended_on.is_(None))
    found: Iterable[Any] = session.execute(query)
    return [(row[0], row[1]) for row in found]


def open_ahead(session: Session, today: date, only: int | None = None) -> dict[int, int]:
    """{series: how many of its occurrences are open from `today` on}, of all or of one; 0 is left out."""
    whose = FollowUp.series_id.is_not(None) if only is None else FollowUp.series_id == only
    query = select(FollowUp.series_id, func.count()).where(
        whose, FollowUp.state == FollowUpState.PLANNED, FollowUp.planned_on >= today
    )
    found: Iterable[Any] = session.execute(query.group_by(FollowUp.series_id))
    return {row[0]: row[1] for row in found}
