"""批注 of follow-ups: all of some follow-ups, and those that still want an answer."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import exists, func, select
from sqlalchemy.orm import Session, aliased

from db.models import Customer, FollowUp, FollowUpComment, Rep
from db.vocabulary import FollowUpKind

_CHUNK = 500


@dataclass(frozen=True, slots=True)
class CommentRow:
    """One comment. `at` is UTC; `open` while it must be answered and nobody did."""

    id: int
    follow_up_id: int
    rep_id: int | None
    rep: str | None
    at: datetime
    text: str
    must_answer: bool
    answers_id: int | None
    open: bool


@dataclass(frozen=True, slots=True)
class Unanswered:
    """A comment that wants an answer: who asked, and the follow-up it is about. `of_id` is who has to answer."""

    id: int
    follow_up_id: int
    customer_id: int
    customer: str
    at: datetime
    text: str
    asked_by: str | None
    of_id: int | None
    of: str | None
    kind: FollowUpKind
    done_on: date | None
    result: str | None


_Answer = aliased(FollowUpComment)
_open = FollowUpComment.must_answer & ~exists().where(_Answer.answers_id == FollowUpComment.id)
_COLUMNS: tuple[Any, ...] = (
    FollowUpComment.id, FollowUpComment.follow_up_id, FollowUpComment.rep_id, Rep.name, FollowUpComment.at,
    FollowUpComment.text, FollowUpComment.must_answer, FollowUpComment.answers_id, _open,
)  # fmt: skip


def comments(session: Session, follow_up_ids: Collection[int]) -> dict[int, tuple[CommentRow, ...]]:
    """{follow-up: its comments, the oldest first}; one without comments is left out."""
    ids = list(follow_up_ids)
    found: dict[int, list[CommentRow]] = {}
    for start in range(0, len(ids), _CHUNK):
        query = (
            select(*_COLUMNS)
            .outerjoin(Rep, Rep.id == FollowUpComment.rep_id)
            .where(FollowUpComment.follow_up_id.in_(ids[start : start + _CHUNK]))
            .order_by(FollowUpComment.at, FollowUpComment.id)
        )
        for row in session.execute(query):
            found.setdefault(row[1], []).append(CommentRow(*row))
    return {one: tuple(rows) for one, rows in found.items()}


def unanswered(session: Session, rep_ids: Collection[int] | None = None) -> list[Unanswered]:
    """What these reps, or all (None), still have to answer, the oldest first.

    The rep of the follow-up answers; where nobody is named, whoever has the customer.
    """
    whose = func.coalesce(FollowUp.rep_id, Customer.owner_id)
    asking, of = aliased(Rep), aliased(Rep)
    columns: tuple[Any, ...] = (
        FollowUpComment.id, FollowUpComment.follow_up_id, Customer.id, Customer.name, FollowUpComment.at,
        FollowUpComment.text, asking.name, of.id, of.name, FollowUp.kind, FollowUp.done_on, FollowUp.result,
    )  # fmt: skip
    query = (
        select(*columns)
        .join(FollowUp, FollowUp.id == FollowUpComment.follow_up_id)
        .join(Customer, Customer.id == FollowUp.customer_id)
        .outerjoin(asking, asking.id == FollowUpComment.rep_id)
        .outerjoin(of, of.id == whose)
        .where(_open)
        .order_by(FollowUpComment.at, FollowUpComment.id)
    )
    if rep_ids is not None:
        query = query.where(whose.in_(rep_ids))
    return [Unanswered(*row) for row in session.execute(query)]


def unanswered_for(session: Session, rep_id: int) -> list[Unanswered]:
    """What one rep still has to answer, the oldest first."""
    return unanswered(session, (rep_id,))
