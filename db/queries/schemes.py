"""分级方案 as the file keeps them: those the office has changed or used, and their versions."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from db.models import RatingRound, SchemeVersion, TierScheme
from db.vocabulary import RoundEvery


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
