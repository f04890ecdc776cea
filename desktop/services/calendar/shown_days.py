"""What a view of the calendar shows of some days, read in one go."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy.orm import Session

from db.queries.agenda import AgendaRow, agenda
from db.queries.agenda_counts import count_of, counts_by_day
from db.vocabulary import FollowUpState
from desktop.rules.calendar_policy import CalendarPolicy
from desktop.rules.work_calendar import WorkCalendar
from desktop.services.calendar.days import work_calendar
from desktop.services.calendar.layers import Layer, LayerDay, layer_days
from desktop.services.calendar.policy import calendar_policy

MANY = 6_000  # follow-ups that take a job to read
MANY_TO_COUNT = 60_000  # and to count
SHOWN = (FollowUpState.PLANNED, FollowUpState.DONE)


@dataclass(frozen=True, slots=True)
class Asked:
    """The days from `first` to `last`, of whom (None: everyone), what lies over them; `apart`: say whose each is."""

    first: date
    last: date
    today: date
    rep_ids: frozenset[int] | None = None
    layers: frozenset[Layer] = frozenset()
    cancelled: bool = False
    apart: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Read:
    """What was found. `whose` names the rep of those that name none themselves, as far as it was asked."""

    asked: Asked
    rows: Mapping[int, AgendaRow]
    layers: tuple[LayerDay, ...] = ()
    calendar: WorkCalendar = field(default_factory=WorkCalendar)
    policy: CalendarPolicy = field(default_factory=CalendarPolicy)
    whose: Mapping[int, int] = field(default_factory=dict)
    counts: Mapping[date, int] = field(default_factory=dict)  # instead of rows, where only numbers are shown


def read(session: Session, asked: Asked) -> Read:
    """Follow-ups in their order, layers, and the work calendar."""
    states = (*SHOWN, FollowUpState.CANCELLED) if asked.cancelled else SHOWN
    rows = {one.id: one for one in agenda(session, asked.first, asked.last, rep_ids=asked.rep_ids, states=states)}
    over = layer_days(session, asked.first, asked.last, asked.layers, asked.today, asked.rep_ids)
    whose: dict[int, int] = {}
    if asked.apart and any(row.rep_id is None for row in rows.values()):
        for rep_id in asked.apart:
            found = agenda(session, asked.first, asked.last, rep_ids=[rep_id], states=states)
            whose |= {one.id: rep_id for one in found if one.rep_id is None}
    return Read(asked, rows, tuple(over), work_calendar(session), calendar_policy(session), whose)


def is_much(session: Session, asked: Asked) -> bool:
    """Whether reading it should not hold the window."""
    return count_of(session, asked.first, asked.last) > MANY


def count(session: Session, asked: Asked) -> Read:
    """How many stand on each day, and the work calendar."""
    counts = counts_by_day(session, asked.first, asked.last, rep_ids=asked.rep_ids)
    return Read(asked, {}, calendar=work_calendar(session), counts=counts)


def is_much_to_count(session: Session, asked: Asked) -> bool:
    """Whether counting them should not hold the window."""
    return count_of(session, asked.first, asked.last) > MANY_TO_COUNT
