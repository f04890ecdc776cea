"""Why a follow-up was moved, where that is said after it was dragged."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import FollowUpMove
from desktop.rules.errors import RuleBroken
from desktop.services.row_writing import tidy


def note_reason(session: Session, follow_up_id: int, reason: str) -> None:
    """Write the reason of its last move. RuleBroken("gone") where it was never moved, or the move was taken back."""
    query = select(FollowUpMove).where(FollowUpMove.follow_up_id == follow_up_id).order_by(FollowUpMove.id.desc())
    row = session.scalars(query.limit(1)).first()
    if row is None:
        raise RuleBroken("gone")
    row.reason = tidy(FollowUpMove, {"reason": reason})["reason"]
    session.flush()
