"""Who was in a published round, with what it said of his purchases: a hundred thousand rows without a wrapper each."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import Rating
from db.queries.stretch import raw, units

# One customer of a round: his class, that of the round before (None: was not in it), purchases in fen.
Member = tuple[str, str | None, int]


def members_of(session: Session, round_id: int) -> dict[int, Member]:
    """{customer: what the round said} of everybody in it."""
    query = select(Rating.customer_id, Rating.code, Rating.previous, units(Rating.amount))
    rows = raw(session, query.where(Rating.round_id == round_id))
    return {one: (code, previous, fen) for one, code, previous, fen in rows}
