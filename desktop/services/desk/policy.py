"""What the supervisor's desk goes by, as a policy of the file."""

from __future__ import annotations

from sqlalchemy.orm import Session

from db.queries.office import policy
from desktop.rules.desk_policy import POLICY, DeskPolicy, as_kept, checked_policy, policy_from
from desktop.services.offices import set_policy


def desk_policy(session: Session) -> DeskPolicy:
    """The policy as the office set it; what it never set is ours."""
    return policy_from(policy(session, POLICY, {}))


def set_desk_policy(session: Session, wanted: DeskPolicy) -> None:
    """Make this the policy. Raises RuleBroken as `checked_policy` does."""
    set_policy(session, POLICY, as_kept(checked_policy(wanted)))
