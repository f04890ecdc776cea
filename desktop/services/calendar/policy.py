"""How the office plans follow-ups, as a policy of its file."""

from __future__ import annotations

from sqlalchemy.orm import Session

from db.queries.office import policy
from desktop.rules.calendar_policy import POLICY, CalendarPolicy, as_kept, checked_policy, policy_from
from desktop.services.offices import set_policy


def calendar_policy(session: Session) -> CalendarPolicy:
    """The policy as the office set it; what it never set is ours."""
    return policy_from(policy(session, POLICY, {}))


def set_calendar_policy(session: Session, wanted: CalendarPolicy) -> None:
    """Make this the policy. Raises RuleBroken as `checked_policy` does."""
    set_policy(session, POLICY, as_kept(checked_policy(wanted)))
