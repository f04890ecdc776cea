"""评定轮次 as they were published, the classes in them, and the exceptions in force."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from db.models import Customer, Rating, RatingRound, Rep, SchemeVersion, TierOverride, TierScheme

_CHUNK = 400


@dataclass(frozen=True, slots=True)
class RoundRow:
    """One published round. `name` and `number`: of the scheme as it was then; `content`: its sums, already read."""

    id: int
    scheme_id: int
    key: str
    name: str
    version_id: int
    number: int
    as_of: date
    published_at: datetime
    who: str | None
    sets_tiers: bool
    customers: int
    note: str | None
    content: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class RatingRow:
    """One customer in a round, as it was frozen. `parts` are [value, points] of each criterion of the version."""

    customer_id: int
    code: str
    computed: str
    previous: str | None
    segment: str | None
    score: Decimal | None
    amount: Decimal
    parts: Sequence[Any]
    reason: str | None
    approver: str | None
    until: date | None
    round_id: int = 0


@dataclass(frozen=True, slots=True)
class OverrideRow:
    """A class given by hand that is in force, or was."""

    id: int
    customer_id: int
    scheme_id: int
    code: str
    reason: str
    approver: str | None
    made_on: date
    until: date | None
    lifted_on: date | None
    rep: str | None = None


_ROUND = (
    RatingRound.id, RatingRound.scheme_id, TierScheme.key, TierScheme.name, RatingRound.version_id,
    SchemeVersion.number, RatingRound.as_of, RatingRound.published_at, RatingRound.who, RatingRound.sets_tiers,
    RatingRound.customers, RatingRound.note, RatingRound.content,
)  # fmt: skip
_RATING = (
    Rating.customer_id, Rating.code, Rating.computed, Rating.previous, Rating.segment, Rating.score, Rating.amount,
    Rating.parts, Rating.reason, Rating.approver, Rating.until, Rating.round_id,
)  # fmt: skip


def rounds(session: Session, key: str | None = None) -> list[RoundRow]:
    """The published rounds, the newest day first; of one scheme only where its key is given."""
    query = (
        select(*_ROUND)
        .join(TierScheme, TierScheme.id == RatingRound.scheme_id)
        .join(SchemeVersion, SchemeVersion.id == RatingRound.version_id)
        .order_by(RatingRound.as_of.desc(), RatingRound.published_at.desc(), RatingRound.id.desc())
    )
    if key is not None:
        query = query.where(TierScheme.key == key)
    return [_round(row) for row in session.execute(query)]


def _round(row: Any) -> RoundRow:
    content = json.loads(row[-1])
    found = RoundRow(*(*row[:-1], content))
    return replace(found, name=content.get("name", found.name))  # the scheme may be called otherwise by now


def last_round(session: Session, key: str, before: date | None = None) -> RoundRow | None:
    """The newest round of a scheme; `before`: of those of this day or earlier."""
    return next((one for one in rounds(session, key) if before is None or one.as_of <= before), None)


def codes_of(session: Session, round_id: int) -> dict[int, str]:
    """{customer: class in force} of a round."""
    cursor: Any = (
        session.connection().execute(select(Rating.customer_id, Rating.code).where(Rating.round_id == round_id)).cursor
    )
    return dict(cursor.fetchall())


def ratings_of(session: Session, round_id: int, customer_ids: Sequence[int]) -> list[RatingRow]:
    """What a round says of these customers, in the order asked; who was not in it is left out."""
    found: dict[int, RatingRow] = {}
    for start in range(0, len(customer_ids), _CHUNK):
        chunk = customer_ids[start : start + _CHUNK]
        query = select(*_RATING).where(Rating.round_id == round_id, Rating.customer_id.in_(chunk))
        for row in session.execute(query):
            found[row[0]] = _rating(row)
    return [found[one] for one in customer_ids if one in found]


def _rating(row: Any) -> RatingRow:
    values = list(row)
    values[7] = json.loads(values[7]) if values[7] else ()
    return RatingRow(*values)


def history_of(session: Session, customer_id: int) -> list[RatingRow]:
    """What every round said of a customer, the newest first."""
    query = select(*_RATING).join(RatingRound, RatingRound.id == Rating.round_id)
    query = query.where(Rating.customer_id == customer_id)
    query = query.order_by(RatingRound.as_of.desc(), RatingRound.published_at.desc(), RatingRound.id.desc())
    return [_rating(row) for row in session.execute(query)]


def overrides_of(
    session: Session, *, scheme_id: int | None = None, customer_id: int | None = None, on: date | None = None
) -> list[OverrideRow]:
    """Classes given by hand, the newest first; `on`: only those in force on that day."""
    query = select(
        TierOverride.id, TierOverride.customer_id, TierOverride.scheme_id, TierOverride.code, TierOverride.reason,
        TierOverride.approver, TierOverride.made_on, TierOverride.until, TierOverride.lifted_on, Rep.name,
    ).outerjoin(Rep, Rep.id == TierOverride.rep_id)  # fmt: skip
    if scheme_id is not None:
        query = query.where(TierOverride.scheme_id == scheme_id)
    if customer_id is not None:
        query = query.where(TierOverride.customer_id == customer_id)
    if on is not None:
        query = query.where(or_(TierOverride.lifted_on.is_(None), TierOverride.lifted_on > on))
        query = query.where(or_(TierOverride.until.is_(None), TierOverride.until >= on), TierOverride.made_on <= on)
    found: list[Any] = list(session.execute(query.order_by(TierOverride.id.desc())))
    return [OverrideRow(*row) for row in found]


def flows(session: Session, earlier_id: int, later_id: int) -> dict[tuple[str | None, str | None], int]:
    """{(class then, class now): how many} between two rounds; None: was not in that round."""
    then, now = codes_of(session, earlier_id), codes_of(session, later_id)
    found: dict[tuple[str | None, str | None], int] = {}
    for one in then.keys() | now.keys():
        key = then.get(one), now.get(one)
        found[key] = found.get(key, 0) + 1
    return found


def who_flowed(
    session: Session, earlier_id: int, later_id: int, then_code: str | None, now_code: str | None
) -> list[int]:
    """The customers behind one cell of the flow between two rounds, by name."""
    then, now = codes_of(session, earlier_id), codes_of(session, later_id)
    ids = [one for one in then.keys() | now.keys() if then.get(one) == then_code and now.get(one) == now_code]
    order: dict[int, str] = {}
    for start in range(0, len(ids), _CHUNK):
        query = select(Customer.id, Customer.pinyin).where(Customer.id.in_(ids[start : start + _CHUNK]))
        order |= {row[0]: row[1] for row in session.execute(query)}
    return sorted((one for one in ids if one in order), key=lambda one: (order[one], one))


def customers_there(session: Session) -> set[int]:
    """The ids of all customers of the file."""
    cursor: Any = session.connection().execute(select(Customer.id)).cursor
    return {row[0] for row in cursor.fetchall()}


def tiers_in_force(session: Session) -> dict[int, str | None]:
    """{customer: value tier} of everybody."""
    cursor: Any = session.connection().execute(select(Customer.id, Customer.value_tier)).cursor
    return dict(cursor.fetchall())


def round_count(session: Session) -> int:
    """How many rounds were published."""
    return session.scalar(select(func.count()).select_from(RatingRound)) or 0
