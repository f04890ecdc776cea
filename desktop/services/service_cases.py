"""投诉 and 服务请求: opened with a clock by the customer's tier, answered, solved.

The clock is the working time of the policy 服务时限. It is set once, when the case is opened, by the tier the customer
has then; neither a change of the tier nor of the policy moves it later. Where the moment of opening is corrected, the
two limits move with it by the same working time.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, time
from decimal import Decimal
from typing import Any

from sqlalchemy.orm import Session

from db.models import Customer, ServiceCase
from db.queries.care import EventRow, SurveyRow, events, surveys
from db.queries.office import policy
from db.queries.service import CaseRow, PromiseRow, cases, promises
from db.vocabulary import PromiseState
from desktop.rules.errors import RuleBroken
from desktop.rules.moments import local, stored
from desktop.rules.service_clock import DEFAULT_LIMITS, UNTIERED, ClockPolicy, Limits, check_policy, clock_of
from desktop.rules.work_calendar import ANNOUNCED, WorkCalendar
from desktop.rules.working_hours import OfficeHours, add_working, working_between
from desktop.services.calendar.days import work_calendar
from desktop.services.offices import set_policy
from desktop.services.row_writing import delete_row, put_row, tidy
from desktop.services.tiers import tiers

CLOCK_POLICY = "service.clock"
LATEST = 10  # surveys: the last five, and those before them to compare with
_HOURS = ("opens", "closes", "lunch_from", "lunch_to")


def clock_policy(session: Session) -> ClockPolicy:
    """服务时限 as the office set them, with a row for each of its tiers; what it never set is ours."""
    kept = policy(session, CLOCK_POLICY, {})
    hours, limits = kept.get("hours"), kept.get("limits", {})
    known = {tier: Limits(*pair) for tier, pair in limits.items()}
    fallback = known.get(UNTIERED, DEFAULT_LIMITS[UNTIERED])
    rows = (*(tier.code for tier in tiers(session)), UNTIERED)
    return ClockPolicy(
        OfficeHours() if hours is None else OfficeHours(**{name: _time(hours[name]) for name in _HOURS}),  # type: ignore[arg-type]
        {tier: known.get(tier) or DEFAULT_LIMITS.get(tier) or fallback for tier in rows},
    )


def set_clock_policy(session: Session, wanted: ClockPolicy) -> None:
    """Set 服务时限 for cases opened from now on. Raises RuleBroken as `check_policy` does."""
    check_policy(wanted)
    hours = {name: None if (at := getattr(wanted.hours, name)) is None else f"{at:%H:%M}" for name in _HOURS}
    limits = {tier: [one.answer, one.solve] for tier, one in wanted.limits.items()}
    set_policy(session, CLOCK_POLICY, {"hours": hours, "limits": limits})


def _time(text: str | None) -> time | None:
    return None if text is None else time.fromisoformat(text)


@dataclass(frozen=True, slots=True)
class Matters:
    """What is open between us and a customer, promises by day and cases by limit, and the hours of the office.

    With it the latest surveys (newest first) and the latest major event.
    """

    promises: tuple[PromiseRow, ...] = ()
    cases: tuple[CaseRow, ...] = ()
    hours: OfficeHours = field(default_factory=OfficeHours)
    surveys: tuple[SurveyRow, ...] = ()
    event: EventRow | None = None
    calendar: WorkCalendar = ANNOUNCED


def open_matters(session: Session, customer_id: int) -> Matters:
    """The open promises and unsolved cases of a customer, the most pressing first."""
    promised = tuple(row for row in promises(session, customer_id) if row.state is PromiseState.OPEN)
    unsolved = tuple(row for row in cases(session, customer_id) if row.solved_at is None)
    asked = tuple(surveys(session, customer_id, limit=LATEST))
    event = next(iter(events(session, customer_id, limit=1)), None)
    return Matters(promised, unsolved, clock_policy(session).hours, asked, event, work_calendar(session))


def save_case(session: Session, customer_id: int, draft: CaseRow, now: datetime) -> int:
    """Open a case, or change one; returns its id. `now` is local, the moments of the draft are UTC.

    Raises RuleBroken at its field: no subject, in the future, answered or solved before it was opened, a cost below
    zero.
    """
    opened = draft.opened_at or stored(now)
    _check(draft, opened, stored(now))
    names = ("contact_id", "rep_id", "kind", "subject", "detail", "answered_at", "solved_at", "solution", "cost")
    values: dict[str, Any] = {name: getattr(draft, name) for name in names} | {"opened_at": opened}
    if draft.solved_at is not None and draft.answered_at is None:
        values["answered_at"] = draft.solved_at  # a solution is an answer
    before = None if not draft.id else session.get(ServiceCase, draft.id)
    values |= _limits(session, customer_id, opened, before)
    return put_row(session, ServiceCase, draft.id, customer_id, tidy(ServiceCase, values))


def _limits(session: Session, customer_id: int, opened: datetime, before: ServiceCase | None) -> dict[str, Any]:
    ours, working = clock_policy(session), work_calendar(session).is_working
    if before is None:
        customer = session.get(Customer, customer_id)
        answer, solve = clock_of(local(opened), customer.value_tier if customer else None, ours, working)
        return {"answer_by": stored(answer), "solve_by": stored(solve)}
    if before.opened_at == opened:
        return {}
    moved = {}
    for name in ("answer_by", "solve_by"):
        limit = getattr(before, name)
        if limit is not None:
            amount = working_between(local(before.opened_at), local(limit), ours.hours, working)
            moved[name] = stored(add_working(local(opened), amount, ours.hours, working))
    return moved


def _check(draft: CaseRow, opened: datetime, now: datetime) -> None:
    if not draft.subject.strip():
        raise RuleBroken("subject_missing", "subject")
    for name, at in (("opened_at", opened), ("answered_at", draft.answered_at), ("solved_at", draft.solved_at)):
        if at is not None and at > now:
            raise RuleBroken("in_the_future", name)
    for name in ("answered_at", "solved_at"):
        at = getattr(draft, name)
        if at is not None and at < opened:
            raise RuleBroken("before_opening", name)
    if draft.cost is not None and draft.cost < Decimal(0):
        raise RuleBroken("below_zero", "cost")


def answer_case(session: Session, case_id: int, now: datetime) -> None:
    """The customer has had a first answer just now."""
    row = session.get(ServiceCase, case_id)
    if row is None:
        raise RuleBroken("gone")
    row.answered_at = stored(now)


def reopen_case(session: Session, case_id: int) -> None:
    """A case that was not solved after all; its clock is what it was."""
    row = session.get(ServiceCase, case_id)
    if row is None:
        raise RuleBroken("gone")
    row.solved_at = None


def delete_case(session: Session, case_id: int) -> None:
    """Put a case in the recycle bin."""
    delete_row(session, "service_case", case_id)
