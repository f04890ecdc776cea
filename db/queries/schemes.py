"""分级方案 as the file keeps them: those the office has changed or used, and their versions."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from db.models import Action, Change, RatingRound, SchemeVersion, TierScheme
from db.vocabulary import ChangeKind, RoundEvery


@dataclass(frozen=True, slots=True)
class KeptScheme:
    """One scheme of the file with its newest version; `content` is JSON already read."""

    id: int
    key: str
    name: str
    position: int
    every: RoundEvery
    active: bool
    version_id: int
    number: int
    content: Any


@dataclass(frozen=True, slots=True)
class VersionRow:
    """One version of a scheme: when and by whom, as the journal tells (None: it does not), and the rounds by it."""

    id: int
    number: int
    made_at: datetime | None
    who: str | None
    rounds: Sequence[date]  # their as-of days, the newest first


def kept_schemes(session: Session) -> list[KeptScheme]:
    """All schemes of the file in their order."""
    newest = (
        select(SchemeVersion.scheme_id, func.max(SchemeVersion.number).label("number"))
        .group_by(SchemeVersion.scheme_id)
        .subquery()
    )
    query = (
        select(
            TierScheme.id, TierScheme.key, TierScheme.name, TierScheme.position, TierScheme.every, TierScheme.active,
            SchemeVersion.id, SchemeVersion.number, SchemeVersion.content,
        )
        .join(newest, newest.c.scheme_id == TierScheme.id)
        .join(
            SchemeVersion,
            (SchemeVersion.scheme_id == newest.c.scheme_id) & (SchemeVersion.number == newest.c.number),
        )
        .order_by(TierScheme.position, TierScheme.id)
    )  # fmt: skip
    found: list[Any] = list(session.execute(query))
    return [KeptScheme(*(*row[:-1], json.loads(row[-1]))) for row in found]


def version_content(session: Session, version_id: int) -> Any:
    """The JSON of one version, read; None where it is gone."""
    text = session.scalar(select(SchemeVersion.content).where(SchemeVersion.id == version_id))
    return None if text is None else json.loads(text)


def is_used(session: Session, scheme_id: int) -> bool:
    """Whether a round was published by this scheme."""
    return session.scalar(select(func.count()).where(RatingRound.scheme_id == scheme_id)) != 0


def versions_of(session: Session, scheme_id: int) -> list[VersionRow]:
    """All versions of a scheme, the newest first."""
    used: dict[int, list[date]] = {}
    days = select(RatingRound.version_id, RatingRound.as_of).where(RatingRound.scheme_id == scheme_id)
    for version_id, as_of in session.execute(days.order_by(RatingRound.as_of.desc())):
        used.setdefault(version_id, []).append(as_of)
    of_table = (Change.table_name == SchemeVersion.__tablename__) & (Change.kind == ChangeKind.CREATED)
    made = (
        select(Change.record_id, func.min(Change.action_id).label("action_id"))
        .where(of_table)
        .group_by(Change.record_id)
        .subquery()
    )
    query = (
        select(SchemeVersion.id, SchemeVersion.number, Action.at, Action.who)
        .outerjoin(made, made.c.record_id == SchemeVersion.id)
        .outerjoin(Action, Action.id == made.c.action_id)
        .where(SchemeVersion.scheme_id == scheme_id)
        .order_by(SchemeVersion.number.desc())
    )
    return [
        VersionRow(one, number, at, who or None, tuple(used.get(one, ())))
        for one, number, at, who in session.execute(query)
    ]


def last_days(session: Session) -> dict[str, date]:
    """{key of a scheme: as-of day of its last round}; schemes without a round are left out."""
    query = select(TierScheme.key, func.max(RatingRound.as_of)).join(
        RatingRound, RatingRound.scheme_id == TierScheme.id
    )
    rows: list[tuple[str, date]] = [(row[0], row[1]) for row in session.execute(query.group_by(TierScheme.key))]
    return dict(rows)
