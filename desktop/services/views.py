"""Keep a view, and know everything its conditions may ask about in this file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from db import journal
from db.conditions import CUSTOM
from db.models import SavedView, Tag
from db.queries.condition_columns import Frame
from db.queries.conditions import frame_of
from db.queries.custom import custom_fields
from db.queries.office import reps
from desktop.rules.conditions import Asked, custom_asked, fields_with, moon_days
from desktop.rules.errors import RuleBroken
from desktop.rules.moments import stored
from desktop.rules.tiers import Tier
from desktop.rules.views import LONGEST_NAME, PLACE, View, written
from desktop.services.calendar.cadence import rhythms
from desktop.services.completeness import asked
from desktop.services.rating.lifecycle import limits
from desktop.services.tiers import tiers


@dataclass(frozen=True, slots=True)
class OfficeWords:
    """What this file's conditions speak of: its fields, people (active first), tags and tiers."""

    fields: Mapping[str, Asked]
    reps: tuple[tuple[int, str], ...]
    tags: tuple[tuple[int, str], ...]
    tiers: tuple[Tier, ...]

    def choices(self, field: Asked) -> tuple[tuple[str | int, str], ...]:
        """(value, name) of what the office itself has for a field; () where the vocabulary says it."""
        if field.key == "owner_id":
            return self.reps
        if field.key == "tags":
            return self.tags
        if field.key == "value_tier":
            return tuple((one.code, one.code) for one in self.tiers)
        return tuple((one, one) for one in field.options)

    def name(self, key: str, value: str | int) -> str:
        """What a word or record is called; the value itself where it is gone."""
        field = self.fields.get(key)
        known = dict(self.choices(field)) if field is not None else {}
        return known.get(value, str(value) if isinstance(value, str) else "?")


def office_of(session: Session) -> OfficeWords:
    """What conditions may speak of in this file."""
    added = [custom_asked(one.id, one.title, one.kind, one.options) for one in custom_fields(session)]
    tags: list[tuple[int, str]] = [(row[0], row[1]) for row in session.execute(select(Tag.id, Tag.name))]
    people = tuple((one.id, one.name) for one in reps(session))
    return OfficeWords(fields_with(added), people, tuple(sorted(tags, key=lambda tag: tag[1])), tiers(session))


def frame(session: Session, today: date, me: int | None, now: datetime | None = None) -> Frame:
    """What conditions are seen from in this file, on `today`, by `me`; `now` (local) measures complaints."""
    moment = None if now is None else stored(now)
    required, by = asked(session).required, limits(session)
    return frame_of(session, today, me, moon_days, required, limits=by, now=moment, rhythms=rhythms(session))


def save_view(session: Session, name: str, view: View, *, rep_id: int | None, view_id: int | None = None) -> int:
    """Keep a view under a name, for one person or (None) the office; `view_id` is one to write over. Returns its id.

    Raises RuleBroken: view_name_missing, too_long, view_name_taken, gone.
    """
    tidy = _checked_name(session, name, rep_id, view_id)
    if view_id is None:
        last = session.scalar(select(func.max(SavedView.position)).where(SavedView.place == PLACE)) or 0
        row = SavedView(place=PLACE, name=tidy, rep_id=rep_id, position=last + 1, content=written(view))
        session.add(row)
        return row.id
    row = _row(session, view_id)
    for field, value in (("name", tidy), ("rep_id", rep_id), ("content", written(view))):
        if getattr(row, field) != value:
            setattr(row, field, value)
    return row.id


def rename_view(session: Session, view_id: int, name: str) -> None:
    """Call a view otherwise. Raises RuleBroken as `save_view`."""
    row = _row(session, view_id)
    row.name = _checked_name(session, name, row.rep_id, view_id)


def share_view(session: Session, view_id: int, rep_id: int | None) -> None:
    """Give a view to one person alone, or (None) to the whole office."""
    row = _row(session, view_id)
    _checked_name(session, row.name, rep_id, view_id)
    row.rep_id = rep_id


def move_view(session: Session, view_id: int, step: int, rep_id: int | None) -> None:
    """Put a view one place up (-1) or down (1) among those that this person sees."""
    from db.queries.views import saved_views

    order = [one.id for one in saved_views(session, PLACE, rep_id)]
    if view_id not in order:
        raise RuleBroken("gone")
    at = order.index(view_id)
    to = min(max(at + step, 0), len(order) - 1)
    order.insert(to, order.pop(at))
    table = journal.table_named("saved_view")
    journal.bulk_change(session, table, {one: {"position": place} for place, one in enumerate(order, 1)})


def delete_view(session: Session, view_id: int) -> None:
    """Put a view in the recycle bin."""
    session.delete(_row(session, view_id))


def _row(session: Session, view_id: int) -> SavedView:
    row = session.get(SavedView, view_id)
    if row is None:
        raise RuleBroken("gone")
    return row


def _checked_name(session: Session, name: str, rep_id: int | None, but: int | None) -> str:
    tidy = " ".join(name.split())
    if not tidy:
        raise RuleBroken("view_name_missing", "name")
    if len(tidy) > LONGEST_NAME:
        raise RuleBroken("too_long", "name", longest=LONGEST_NAME, length=len(tidy))
    same = select(SavedView.id).where(SavedView.place == PLACE, SavedView.name == tidy)
    owner = SavedView.rep_id.is_(None) if rep_id is None else SavedView.rep_id == rep_id
    if [one for one in session.scalars(same.where(owner)) if one != but]:
        raise RuleBroken("view_name_taken", "name", name=tidy)
    return tidy


def custom_id(key: str) -> int:
    """The id of a field the office added, from its key in conditions; 0 where it is none."""
    number = key.removeprefix(CUSTOM)
    return int(number) if key.startswith(CUSTOM) and number.isdigit() else 0
