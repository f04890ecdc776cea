"""Which actions are wanted: by person, kind, moment, and by the text of what they tell."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import Session

from db.models import Action


@dataclass(frozen=True, slots=True)
class ActionFilter:
    """Empty fields ask for nothing. `until` is not included.

    `text` is looked for in the facts (names, reasons, counts); an action whose kind is one of `named` is found too:
    what its sentence says is not in the file.
    """

    who: str = ""
    kinds: frozenset[str] = frozenset()
    since: datetime | None = None
    until: datetime | None = None
    text: str = ""
    named: frozenset[str] = frozenset()


def wanted_actions(session: Session, wanted: ActionFilter) -> list[int]:
    """The ids of the wanted actions, newest first."""
    conditions: list[ColumnElement[bool]] = []
    if wanted.who:
        conditions.append(Action.who == wanted.who)
    if wanted.kinds:
        conditions.append(Action.kind.in_(wanted.kinds))
    if wanted.since is not None:
        conditions.append(Action.at >= wanted.since)
    if wanted.until is not None:
        conditions.append(Action.at < wanted.until)
    if wanted.text:
        conditions.append(_tells(wanted.text, wanted.named))
    return list(session.scalars(select(Action.id).where(*conditions).order_by(Action.id.desc())))


def _tells(text: str, named: Collection[str]) -> ColumnElement[bool]:
    told: ColumnElement[bool] = Action.facts.icontains(text, autoescape=True)
    return or_(told, Action.kind.in_(named)) if named else told


def action_choices(session: Session) -> tuple[list[str], list[str]]:
    """(people, kinds) there are actions of."""
    people = select(Action.who).distinct().order_by(Action.who)
    kinds = select(Action.kind).distinct().order_by(Action.kind)
    return [one for one in session.scalars(people) if one], list(session.scalars(kinds))
