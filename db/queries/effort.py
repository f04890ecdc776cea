"""What was spent on customers in days: effective contacts, and the visits that were made."""

from __future__ import annotations

from sqlalchemy import case, func, select
from sqlalchemy.orm import Session

from db.models import FollowUp
from db.queries.stretch import Stretch, in_window, raw
from db.vocabulary import FollowUpKind, FollowUpState

VISITS = (FollowUpKind.VISIT, FollowUpKind.RETURN_VISIT)


def effort(session: Session, of: Stretch, window: int) -> dict[int, tuple[int, int]]:
    """{customer: (effective contacts, visits)} done in the window; a visit that met nobody took its hours too."""
    query = (
        select(
            FollowUp.customer_id,
            func.sum(case((FollowUp.effective, 1), else_=0)),
            func.sum(case((FollowUp.kind.in_(VISITS), 1), else_=0)),
        )
        .where(
            of.of(FollowUp.customer_id),
            FollowUp.state == FollowUpState.DONE,
            in_window(FollowUp.done_on, of, window),
        )
        .group_by(FollowUp.customer_id)
    )
    return {one: (contacts, visits) for one, contacts, visits in raw(session, query)}
