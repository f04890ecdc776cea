"""跟进频度 of each customer: that of his tier and stage, or his own where there is an exception, with its reason."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from db import journal
from db.cadence import Rhythms
from db.models import CadenceException, Customer
from db.queries.cadence import ExceptionRow, exceptions_on
from db.queries.office import policy
from db.vocabulary import Stage
from desktop.rules.cadence import Cadence
from desktop.rules.errors import RuleBroken
from desktop.rules.strategy import MOST_DAYS, Strategies, cadence_for, rhythms_of
from desktop.rules.strategy_policy import POLICY, strategies_of
from desktop.services.tiers import tiers

LONGEST_REASON = 500


@dataclass(frozen=True, slots=True)
class ExceptionDraft:
    """What is asked for: from how many days on the next contact is due and late, why, and its last day (None: open)."""

    ideal: int
    maximum: int
    reason: str
    until: date | None = None


def strategies(session: Session) -> Strategies:
    """The strategies that hold: as the office set them, else the usual ones for the tiers it has."""
    return strategies_of(policy(session, POLICY, None), tiers(session))


def rhythms(session: Session) -> Rhythms:
    """The cadences of the office by tier and stage, as lists and conditions ask the file by them."""
    return rhythms_of(strategies(session))


def cadence_of(
    session: Session, customer_id: int, tier: str | None, stage: Stage, today: date, known: Strategies | None = None
) -> tuple[Cadence, ExceptionRow | None]:
    """How often this customer is to be contacted, and the exception that says so, if one does."""
    own = exceptions_on(session, today, [customer_id]).get(customer_id)
    return (own.cadence, own) if own is not None else (cadence_for(known or strategies(session), tier, stage), None)


def next_by_cadence(session: Session, customer_id: int, today: date, contacted_on: date | None = None) -> date | None:
    """按频度: the ideal day of the next contact after one on `contacted_on`, None: after the last there was.

    Never before `today`, and today for one who was never contacted. None where the customer is gone.
    """
    columns = (Customer.value_tier, Customer.stage, Customer.contacted_on)
    found = session.execute(select(*columns).where(Customer.id == customer_id)).first()
    if found is None:
        return None
    last = contacted_on or found[2]
    if last is None:
        return today
    cadence, _ = cadence_of(session, customer_id, found[0], found[1], today)
    return max(min(last, today) + timedelta(days=cadence.ideal), today)


def checked_exception(draft: ExceptionDraft, today: date) -> ExceptionDraft:
    """`draft` tidied. RuleBroken at its field: out_of_range, ideal_over_maximum, reason_missing, too_long,
    until_passed."""
    for name, days in (("ideal", draft.ideal), ("maximum", draft.maximum)):
        if not 1 <= days <= MOST_DAYS:
            raise RuleBroken("out_of_range", name, low=1, high=MOST_DAYS)
    if draft.ideal > draft.maximum:
        raise RuleBroken("ideal_over_maximum", "ideal", ideal=draft.ideal, maximum=draft.maximum)
    reason = draft.reason.strip()
    if not reason:
        raise RuleBroken("reason_missing", "reason")
    if len(reason) > LONGEST_REASON:
        raise RuleBroken("too_long", "reason", longest=LONGEST_REASON, length=len(reason))
    if draft.until is not None and draft.until < today:
        raise RuleBroken("until_passed", "until")
    return ExceptionDraft(draft.ideal, draft.maximum, reason, draft.until)


def set_exception(
    session: Session, customer_id: int, draft: ExceptionDraft, *, today: date, rep_id: int | None = None
) -> int:
    """Give a customer a cadence of his own, from today on; one set before ends. Returns its id.

    RuleBroken as `checked_exception`, or "gone" for a customer who was deleted.
    """
    wanted = checked_exception(draft, today)
    if session.get(Customer, customer_id) is None:
        raise RuleBroken("gone")
    lift_exception(session, customer_id, today)
    row = CadenceException(
        customer_id=customer_id,
        rep_id=rep_id,
        ideal=wanted.ideal,
        maximum=wanted.maximum,
        reason=wanted.reason,
        made_on=today,
        until=wanted.until,
    )
    session.add(row)
    session.flush()
    return row.id


def lift_exception(session: Session, customer_id: int, today: date) -> bool:
    """Let the cadence of tier and stage hold again; False where it does already."""
    mine = select(CadenceException.id).where(
        CadenceException.customer_id == customer_id, CadenceException.lifted_on.is_(None)
    )
    ids = list(session.scalars(mine))
    journal.bulk_change(session, journal.table_named("cadence_exception"), {one: {"lifted_on": today} for one in ids})
    return bool(ids)
