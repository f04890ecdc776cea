"""公海 and 收回建议: customers without a rep, proposals of recall with their reasons, exemptions.

Nothing moves by itself: the supervisor recalls and assigns.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from db import journal
from db.keys import drawn_at
from db.models import Customer, RecallExemption, Rep
from db.queries.office import policy
from db.queries.recall import HeldRow, held_customers
from db.vocabulary import Stage
from desktop.rules.errors import RuleBroken
from desktop.rules.recall import POLICY, Held, Reason, RecallPolicy, as_kept, checked_policy, policy_from, reasons_of
from desktop.services.offices import set_policy
from desktop.services.rating.strategy import strategies

TIMES = 2  # the maximum of the cadence may pass so often before a recall is proposed, where the office says nothing


@dataclass(frozen=True, slots=True)
class RecallRow:
    """A customer who is proposed for recall, or will be soon; the first of `reasons` is the most pressing."""

    customer: HeldRow
    reasons: tuple[Reason, ...]

    @property
    def id(self) -> int:
        """The customer's."""
        return self.customer.id

    @property
    def left(self) -> int:
        """Days until the first rule strikes; 0 or below: it has."""
        return self.reasons[0].left


def recall_policy(session: Session) -> RecallPolicy:
    """The rules as the office set them; of contacts it never set twice the maximum of the tier's 跟进频度 holds."""
    known = strategies(session)
    usual = {tier: TIMES * one.cadences[Stage.WON].maximum for tier, one in known.all().items()}
    return policy_from(policy(session, POLICY, {}), usual)


def set_recall_policy(session: Session, wanted: RecallPolicy) -> None:
    """Make these the rules. Raises RuleBroken as `checked_policy` does."""
    set_policy(session, POLICY, as_kept(checked_policy(wanted)))


def recall_proposals(session: Session, today: date, owner_id: int | None = None) -> list[RecallRow]:
    """Who is proposed, the longest past first; of one rep's customers or all. A job for a large office."""
    rules = recall_policy(session)
    found = []
    for row in held_customers(session, today, owner_id):
        reasons = reasons_of(_held(row), rules, today)
        if reasons:
            found.append(RecallRow(row, reasons))
    return sorted(found, key=lambda one: (one.left, one.customer.name, one.customer.id))


def _held(row: HeldRow) -> Held:
    """Of a customer who was given away before that was noted, the day his card was made counts."""
    since = row.since or datetime.fromtimestamp(drawn_at(row.id)).astimezone().date()
    return Held(row.tier, since, row.contacted_on, row.bought_on, row.planned_on, row.owner_active, row.exempt)


def recall(session: Session, customer_ids: Sequence[int]) -> int:
    """Take customers from their reps into the pool; how many had one. The action says why."""
    return _give(session, customer_ids, None)


def assign(session: Session, customer_ids: Sequence[int], rep_id: int) -> int:
    """Give customers to a rep; how many are his only now. Raises RuleBroken("gone", "rep_id") for one who left."""
    rep = session.get(Rep, rep_id)
    if rep is None or not rep.active:
        raise RuleBroken("gone", "rep_id")
    return _give(session, customer_ids, rep_id)


def _give(session: Session, customer_ids: Sequence[int], rep_id: int | None) -> int:
    table = journal.table_named("customer")
    changing: list[int] = []
    for piece in journal.chunks(list(customer_ids)):
        other = Customer.owner_id.is_not(None) if rep_id is None else Customer.owner_id.is_distinct_from(rep_id)
        changing += session.scalars(select(Customer.id).where(Customer.id.in_(piece), other))
    journal.bulk_change(session, table, {one: {"owner_id": rep_id} for one in changing})
    return len(changing)


def exempt(
    session: Session, customer_ids: Sequence[int], reason: str, today: date, *, until: date | None, rep_id: int | None
) -> None:
    """Propose these customers no more, until a day or for good; an older exemption of them ends.

    Raises RuleBroken: why_missing, in_the_past at "until".
    """
    if not reason.strip():
        raise RuleBroken("why_missing", "reason")
    if until is not None and until < today:
        raise RuleBroken("in_the_past", "until")
    for one in customer_ids:
        lift_exemption(session, one, today)
        session.add(RecallExemption(customer_id=one, reason=reason.strip(), made_on=today, until=until, rep_id=rep_id))


def lift_exemption(session: Session, customer_id: int, today: date) -> None:
    """Let the rules hold for a customer again."""
    mine = RecallExemption.customer_id == customer_id, RecallExemption.lifted_on.is_(None)
    for row in session.scalars(select(RecallExemption).where(*mine)):
        row.lifted_on = today
