"""跟进频度 as SQL over Customer, with the meaning of `desktop.rules.cadence` to the last case, and its exceptions.

Tier and stage are few, so that a customer's cadence is one CASE; when he was last contacted the Store keeps
(db/contacting.py). A look at all customers therefore never looks at a follow-up.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import and_, case, func, literal, or_, select
from sqlalchemy.orm import Session

from db.cadence import Cadence, CadenceState, Rhythms
from db.models import CadenceException, Customer, FollowUp, Rep
from db.models.base import Day
from db.queries.lifecycle import days_from
from db.vocabulary import FollowUpState, Stage

_ORDER = tuple(CadenceState)
NEVER, LATE, DUE, FRESH = range(len(_ORDER))
_CHUNK = 500


@dataclass(frozen=True, slots=True)
class ExceptionRow:
    """A customer's own 跟进频度 and why; `until` is its last day, None: until it is lifted. `rep`: who set it."""

    id: int
    customer_id: int
    ideal: int
    maximum: int
    reason: str
    made_on: date
    until: date | None
    lifted_on: date | None
    rep: str | None

    @property
    def cadence(self) -> Cadence:
        """The cadence it asks for."""
        return Cadence(self.ideal, self.maximum)


def holds(on: date) -> Any:
    """Whether an exception is in force on a day: not lifted, and not over. Like tier and stage it is that of now,
    whatever past day is asked about; of several the latest holds."""
    over = or_(CadenceException.until.is_(None), CadenceException.until >= on)
    return and_(CadenceException.lifted_on.is_(None), over)


def exceptions_of(session: Session, customer_id: int) -> list[ExceptionRow]:
    """All exceptions a customer ever had, the newest first."""
    return _exceptions(session, CadenceException.customer_id == customer_id)


def exceptions_on(session: Session, on: date, customer_ids: Collection[int] | None = None) -> dict[int, ExceptionRow]:
    """{customer: the exception in force on a day}, of some customers or of all."""
    if customer_ids is None:
        rows = _exceptions(session, holds(on))
    else:
        ids = sorted(customer_ids)
        rows = []
        for at in range(0, len(ids), _CHUNK):
            rows += _exceptions(session, holds(on), CadenceException.customer_id.in_(ids[at : at + _CHUNK]))
    found: dict[int, ExceptionRow] = {}
    for one in rows:
        found.setdefault(one.customer_id, one)
    return found


def _exceptions(session: Session, *asked: Any) -> list[ExceptionRow]:
    columns = (
        CadenceException.id, CadenceException.customer_id, CadenceException.ideal, CadenceException.maximum,
        CadenceException.reason, CadenceException.made_on, CadenceException.until, CadenceException.lifted_on, Rep.name,
    )  # fmt: skip
    query = select(*columns).outerjoin(Rep, Rep.id == CadenceException.rep_id).where(*asked)
    found: list[Any] = list(session.execute(query.order_by(CadenceException.id.desc())))
    return [ExceptionRow(*row) for row in found]


def last_on(today: date, *, gone_by: bool = False) -> Any:
    """The day of the last effective contact as of a day. Where that day is `gone_by`, contacts after it do not count;
    else one that lies after it is that of a clock that was wrong, and counts as of the day."""
    if not gone_by:
        return Customer.contacted_on
    mine = and_(FollowUp.customer_id == Customer.id, FollowUp.state == FollowUpState.DONE, FollowUp.effective.is_(True))
    before = select(func.max(FollowUp.done_on)).where(mine, FollowUp.done_on <= today)
    looked = before.correlate(Customer).scalar_subquery()
    return case((Customer.contacted_on > today, looked), else_=Customer.contacted_on)


def silent_days(today: date, *, gone_by: bool = False) -> Any:
    """Days since the last effective contact; NULL where there was none."""
    last = last_on(today, gone_by=gone_by)
    since = days_from(last, literal(today, Day()))
    return case((last > today, 0), else_=since)


def ideal_days(rhythms: Rhythms, today: date) -> Any:
    """Days after which the next contact is due."""
    return _days(rhythms, today, CadenceException.ideal, lambda one: one.ideal)


def maximum_days(rhythms: Rhythms, today: date) -> Any:
    """Days after which it is late."""
    return _days(rhythms, today, CadenceException.maximum, lambda one: one.maximum)


def left_days(rhythms: Rhythms, today: date, *, gone_by: bool = False) -> Any:
    """Days left to the maximum, negative past it; NULL where there was no contact."""
    return maximum_days(rhythms, today) - silent_days(today, gone_by=gone_by)


def place_on(rhythms: Rhythms, today: date, *, gone_by: bool = False) -> Any:
    """The place of a customer's state in the order of CadenceState, as a number."""
    return _state(rhythms, today, gone_by, lambda state: literal(_ORDER.index(state)))


def state_on(rhythms: Rhythms, today: date, *, gone_by: bool = False) -> Any:
    """The state as a text, a value of CadenceState."""
    return _state(rhythms, today, gone_by, lambda state: literal(state.value))


def _state(rhythms: Rhythms, today: date, gone_by: bool, value: Callable[[CadenceState], Any]) -> Any:
    """Days are compared, not counted, but for an exception: of all customers that takes half as long."""
    last, days = last_on(today, gone_by=gone_by), silent_days(today, gone_by=gone_by)
    late, due, fresh = value(CadenceState.LATE), value(CadenceState.DUE), value(CadenceState.FRESH)
    own = case(
        (days > _own(CadenceException.maximum, today), late),
        (days >= _own(CadenceException.ideal, today), due),
        else_=fresh,
    )
    late_from = _by_rhythm(rhythms, lambda one: literal(_before(today, one.maximum), Day()))
    due_from = _by_rhythm(rhythms, lambda one: literal(_before(today, one.ideal), Day()))
    return case(
        (last.is_(None), value(CadenceState.NEVER)),
        (_excepted(today), own),
        (last < late_from, late),
        (last <= due_from, due),
        else_=fresh,
    )


def _before(today: date, days: int) -> date:
    """So many days before; the first there is where the calendar does not reach so far back."""
    return date.fromordinal(max(today.toordinal() - days, 1))


def _days(rhythms: Rhythms, today: date, own: Any, of: Callable[[Cadence], int]) -> Any:
    return case((_excepted(today), _own(own, today)), else_=_by_rhythm(rhythms, lambda one: literal(of(one))))


def _excepted(today: date) -> Any:
    return Customer.id.in_(select(CadenceException.customer_id).where(holds(today)))


def _own(what: Any, today: date) -> Any:
    mine = select(what).where(CadenceException.customer_id == Customer.id, holds(today))
    return mine.order_by(CadenceException.id.desc()).limit(1).correlate(Customer).scalar_subquery()


def _by_rhythm(rhythms: Rhythms, value: Callable[[Cadence], Any]) -> Any:
    """What `value` makes of the cadence of a customer's tier and stage."""
    return case(*((Customer.stage == stage, _by_tier(rhythms, stage, value)) for stage in Stage))


def _by_tier(rhythms: Rhythms, stage: Stage, value: Callable[[Cadence], Any]) -> Any:
    usual = value(rhythms.untiered[stage])
    known = [(Customer.value_tier == tier, value(one[stage])) for tier, one in rhythms.tiers.items()]
    return case(*known, else_=usual) if known else usual
