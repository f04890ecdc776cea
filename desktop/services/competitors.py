"""The office's list of competitors: named, renamed, noted, put in the recycle bin."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import Competitor
from db.queries.care import CompetitorRow
from desktop.rules.errors import RuleBroken
from desktop.services.row_writing import delete_row, tidy


def save_competitor(session: Session, draft: CompetitorRow) -> int:
    """Make (id 0) or change a competitor; returns its id. Raises RuleBroken for no name, or one that is taken."""
    values = tidy(Competitor, {"name": draft.name, "note": draft.note})
    if not values["name"]:
        raise RuleBroken("competitor_missing", "name")
    taken = session.scalar(select(Competitor.id).where(Competitor.name == values["name"], Competitor.id != draft.id))
    if taken is not None:
        raise RuleBroken("competitor_taken", "name", name=values["name"])
    row = session.get(Competitor, draft.id) if draft.id else Competitor(name=values["name"])
    if row is None:
        raise RuleBroken("gone")
    session.add(row)
    for name, value in values.items():
        if getattr(row, name) != value:
            setattr(row, name, value)
    session.flush()
    return row.id


def delete_competitor(session: Session, competitor_id: int) -> None:
    """Put a competitor in the recycle bin, with what is noted of it at customers."""
    delete_row(session, "competitor", competitor_id)
