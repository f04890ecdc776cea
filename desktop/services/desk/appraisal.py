"""考核表: how each rep's month is to be judged, every part with what it was measured by."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from sqlalchemy.orm import Session

from db.queries.card_checks import signed_checks
from db.queries.desk import Figures, figures
from db.queries.loans import loans_kept
from db.queries.office import reps
from db.vocabulary import RepRole
from desktop.rules.appraisal import Appraisal, Measure, appraise
from desktop.rules.desk_policy import DeskPolicy, Part
from desktop.rules.periods import Period
from desktop.services.calendar.days import work_calendar
from desktop.services.completeness import Standing, ranking
from desktop.services.desk.callbacks import Confirmed, confirmed
from desktop.services.desk.figures import days_of
from desktop.services.desk.policy import desk_policy

D = Decimal


@dataclass(frozen=True, slots=True)
class RepAppraisal:
    """One rep's line: his figures of the month, his cards as they are today, and the appraisal made of them."""

    id: int
    rep: str
    figures: Figures
    cards: int
    appraisal: Appraisal


@dataclass(frozen=True, slots=True)
class AppraisalTable:
    """All reps, the best first, unknown scores last. `working_days` so far; `policy` says what counts how much."""

    period: Period
    working_days: int
    policy: DeskPolicy
    lines: tuple[RepAppraisal, ...]


@dataclass(frozen=True, slots=True)
class _Known:
    """What is known of all reps, each by his id."""

    done: dict[int | None, Figures]
    cards: dict[int | None, Standing]
    checks: dict[int | None, tuple[int, int]]
    loans: dict[int | None, tuple[int, int]]
    callbacks: dict[int | None, Confirmed]


def appraisals(session: Session, period: Period, today: date) -> AppraisalTable:
    """The appraisal over a period of every active rep, whoever has customers, and who did something before he left.

    Completeness is that of the cards as they are today, whatever the period: what a card lacked once is not kept.
    """
    policy, days = desk_policy(session), days_of(period, today)
    known = _Known(
        figures(session, days),
        {one.rep_id: one for one in ranking(session)},
        signed_checks(session, period.first, period.last),
        loans_kept(session, period.first, period.last, today),
        confirmed(session, period.first, period.last),
    )
    working = working_days(session, period, today)
    lines = []
    for one in reps(session):
        done, cards = known.done.get(one.id, Figures()), known.cards.get(one.id)
        if (one.active and one.role is RepRole.REP) or cards is not None or (one.id in known.done and not one.active):
            made = appraise(_measures(one.id, known, working * policy.contacts_a_day), policy.weights)
            lines.append(RepAppraisal(one.id, one.name, done, cards.customers if cards else 0, made))
    lines.sort(key=lambda line: (line.appraisal.score is None, -(line.appraisal.score or 0), line.rep))
    return AppraisalTable(period, working, policy, tuple(lines))


def working_days(session: Session, period: Period, today: date) -> int:
    """The working days of the period up to today."""
    days, last = work_calendar(session), min(period.last, today)
    span = (last - period.first).days + 1
    return sum(days.is_working(period.first + timedelta(days=at)) for at in range(max(span, 0)))


def _measures(rep_id: int, known: _Known, contacts: int) -> dict[Part, Measure]:
    done, cards = known.done.get(rep_id, Figures()), known.cards.get(rep_id)
    checked, passed = known.checks.get(rep_id, (0, 0))
    due_back, in_time = known.loans.get(rep_id, (0, 0))
    asked = known.callbacks.get(rep_id, Confirmed())
    return {
        Part.CONTACTS: Measure(D(done.effective), D(contacts)),
        Part.EFFECTIVE: Measure(D(done.effective), D(done.done)),
        Part.COMPLETE: Measure(D(cards.mean).quantize(D("0.1")) if cards else D(0), D(100 if cards else 0)),
        Part.CHECKS: Measure(D(passed), D(checked)),
        Part.LOANS: Measure(D(in_time), D(due_back)),
        Part.CALLBACKS: Measure(D(asked.confirmed), D(asked.confirmed + asked.differs)),
        Part.ON_TIME: Measure(D(done.on_time), D(done.due)),
    }
