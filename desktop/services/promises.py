"""承诺: what we promised a customer or he promised us, by when, and whether it was kept."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Session

from db.models import Promise
from db.queries.service import PromiseRow
from db.vocabulary import PromiseState
from desktop.rules.errors import RuleBroken
from desktop.services.row_writing import delete_row, put_row, tidy


def save_promise(session: Session, customer_id: int, draft: PromiseRow, today: date) -> int:
    """Make or change a promise; returns its id. One without a day was made `today`; settled ones are settled today.

    Raises RuleBroken at its field: no text, due or settled before it was made.
    """
    if not draft.text.strip():
        raise RuleBroken("promise_missing", "text")
    made_on = draft.made_on or today
    if draft.due_on is not None and draft.due_on < made_on:
        raise RuleBroken("due_before_made", "due_on")
    settled_on = None if draft.state is PromiseState.OPEN else draft.settled_on or today
    if settled_on is not None and settled_on < made_on:
        raise RuleBroken("settled_before_made", "settled_on")
    names = ("contact_id", "follow_up_id", "rep_id", "by", "text", "due_on", "state", "note")
    values = {name: getattr(draft, name) for name in names} | {"made_on": made_on, "settled_on": settled_on}
    return put_row(session, Promise, draft.id, customer_id, tidy(Promise, values))


def settle_promise(session: Session, promise_id: int, state: PromiseState, today: date) -> None:
    """Kept or broken today, or open again."""
    row = session.get(Promise, promise_id)
    if row is None:
        raise RuleBroken("gone")
    row.state = state
    row.settled_on = None if state is PromiseState.OPEN else today


def delete_promise(session: Session, promise_id: int) -> None:
    """Put a promise in the recycle bin."""
    delete_row(session, "promise", promise_id)
