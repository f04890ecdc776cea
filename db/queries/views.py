"""The views an office keeps of a list."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from db.models import SavedView


@dataclass(frozen=True, slots=True)
class ViewRow:
    """One kept view; `rep_id` None: for the whole office. `content` as `desktop.rules.views` writes it."""

    id: int
    name: str
    rep_id: int | None
    position: int
    content: str


def saved_views(session: Session, place: str, rep_id: int | None) -> list[ViewRow]:
    """The views of a list that this person sees: his own and the office's, in their order."""
    mine = SavedView.rep_id.is_(None) if rep_id is None else or_(SavedView.rep_id.is_(None), SavedView.rep_id == rep_id)
    columns = (SavedView.id, SavedView.name, SavedView.rep_id, SavedView.position, SavedView.content)
    query = select(*columns).where(SavedView.place == place, mine)
    return [ViewRow(*row) for row in session.execute(query.order_by(SavedView.position, SavedView.id))]


def saved_view(session: Session, view_id: int) -> ViewRow | None:
    """One view, None where it is gone."""
    columns = (SavedView.id, SavedView.name, SavedView.rep_id, SavedView.position, SavedView.content)
    row = session.execute(select(*columns).where(SavedView.id == view_id)).first()
    return None if row is None else ViewRow(*row)
