"""跟进批阅: the done follow-ups of the reps to be read, and everything that is known of one."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from sqlalchemy import and_, case, select
from sqlalchemy.orm import Session

from db.models import FollowUp
from db.queries.agenda import AgendaRow, agenda, agenda_rows
from db.queries.callbacks import CallbackRow, callbacks
from db.queries.comments import CommentRow, comments, unanswered
from db.queries.service import PromiseRow, promises_of_follow_ups
from db.vocabulary import FollowUpState


@dataclass(frozen=True, slots=True)
class InboxLine:
    """One line of the inbox: the follow-up, how many comments it has, whether one waits for an answer, the verdict."""

    row: AgendaRow
    comments: int
    open: bool
    callback: CallbackRow | None

    @property
    def id(self) -> int:
        """The follow-up's."""
        return self.row.id


@dataclass(frozen=True, slots=True)
class Told:
    """One done follow-up and what followed. `next` is the open plan that came of it, or the customer's next."""

    line: InboxLine
    next: AgendaRow | None
    promises: tuple[PromiseRow, ...]
    comments: tuple[CommentRow, ...]


def inbox(session: Session, first: date, last: date, rep_ids: Collection[int] | None = None) -> list[InboxLine]:
    """What was done from `first` to `last`, the latest first; of some reps, or of all (None)."""
    rows = agenda(session, first, last, rep_ids=rep_ids, states=(FollowUpState.DONE,))
    return _lines(session, rows[::-1])


def done_ids(session: Session, first: date, last: date) -> list[int]:
    """The ids of what was done from `first` to `last`."""
    done = and_(FollowUp.state == FollowUpState.DONE, FollowUp.done_on.between(first, last))
    return list(session.scalars(select(FollowUp.id).where(done)))


def to_answer(session: Session, rep_ids: Collection[int] | None = None) -> list[InboxLine]:
    """The follow-ups of which somebody must answer a comment, the longest waiting first."""
    return lines_of(session, [one.follow_up_id for one in unanswered(session, rep_ids)])


def lines_of(session: Session, follow_up_ids: Collection[int]) -> list[InboxLine]:
    """These follow-ups in the order given; one that is gone is left out."""
    found = agenda_rows(session, follow_up_ids)
    return _lines(session, [found[one] for one in dict.fromkeys(follow_up_ids) if one in found])


def _lines(session: Session, rows: Collection[AgendaRow]) -> list[InboxLine]:
    ids = [one.id for one in rows]
    said, asked = comments(session, ids), callbacks(session, ids)
    return [
        InboxLine(one, len(said.get(one.id, ())), any(c.open for c in said.get(one.id, ())), asked.get(one.id))
        for one in rows
    ]


def told(session: Session, follow_up_id: int) -> Told | None:
    """Everything about one follow-up; None where it is gone."""
    lines = lines_of(session, [follow_up_id])
    if not lines:
        return None
    said = comments(session, [follow_up_id]).get(follow_up_id, ())
    promises = promises_of_follow_ups(session, [follow_up_id]).get(follow_up_id, [])
    return Told(lines[0], _next(session, lines[0].row), tuple(promises), said)


def _next(session: Session, row: AgendaRow) -> AgendaRow | None:
    planned = select(FollowUp.id).where(
        FollowUp.customer_id == row.customer_id, FollowUp.state == FollowUpState.PLANNED
    )
    order = (case((FollowUp.follows_id == row.id, 0), else_=1), FollowUp.planned_on, FollowUp.id)
    one = session.scalar(planned.order_by(*order).limit(1))
    return None if one is None else agenda_rows(session, [one]).get(one)
