"""批注: what is said of a follow-up, and the answer to it. What is open is asked of `db.queries.comments`."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from db.models import FollowUp, FollowUpComment
from desktop.rules.errors import RuleBroken
from desktop.rules.moments import stored
from desktop.services.row_writing import delete_row, tidy


def add_comment(
    session: Session,
    follow_up_id: int,
    text: str,
    *,
    rep_id: int | None,
    now: datetime,
    must_answer: bool = False,
    answers_id: int | None = None,
) -> int:
    """Write what `rep_id` says of a follow-up; returns the id of the comment. `now` is local.

    `answers_id` names the comment it answers, which wants no answer any more. Raises RuleBroken: "comment_missing" at
    "text", "gone" where the follow-up or the comment to be answered is not there.
    """
    said = tidy(FollowUpComment, {"text": text})["text"]
    if said is None:
        raise RuleBroken("comment_missing", "text")
    about = session.get(FollowUp, follow_up_id)
    answered = None if answers_id is None else session.get(FollowUpComment, answers_id)
    if about is None or (answers_id is not None and (answered is None or answered.follow_up_id != follow_up_id)):
        raise RuleBroken("gone")
    row = FollowUpComment(
        customer_id=about.customer_id,
        follow_up_id=follow_up_id,
        rep_id=rep_id,
        at=stored(now),
        text=said,
        must_answer=must_answer,
        answers_id=answers_id,
    )
    session.add(row)
    session.flush()
    return row.id


def delete_comment(session: Session, comment_id: int) -> None:
    """Put a comment in the recycle bin; what it answered is open again."""
    delete_row(session, "follow_up_comment", comment_id)
