"""Who was in a published round, with what it said of his purchases: a hundred thousand rows without a wrapper each."""

from __future__ import annotations

from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import Rating
from db.queries.stretch import raw, units


class Member(NamedTuple):
    """One customer of a round: his class, that of the round before (None: was not in it), purchases in fen."""

    code: str
    previous: str | None
    fen: int


def members_of(session: Session, round_id: int) -> dict[int, Member]:
    """{customer: what the round said} of everybody in it."""
    query = select(Rating.customer_id, Rating.code, Rating.previous, units(Rating.amount))
    rows = raw(session, query.where(Rating.round_id == round_id))
    return {row[0]: Member(row[1], row[2], row[3]) for row in rows}
