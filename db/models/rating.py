"""分级: ways of classing customers, frozen rounds of them, exceptions made by hand, and plans to lift a customer."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

from sqlalchemy import String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import EXACT, MONEY, Base, Line, Moment, Prose, Words, key_to
from db.vocabulary import PlanState, RoundEvery


class TierScheme(Base):
    """分级方案, as soon as the office has changed or used it; a built-in one that nobody touched has no row.

    `every`: how often its next round falls due. Which scheme gives the cards their value tier is a policy.
    """

    __tablename__ = "tier_scheme"

    key: Mapped[str] = mapped_column(String(40), unique=True)
    name: Mapped[str] = mapped_column(String(100))
    position: Mapped[int] = mapped_column(default=0)
    every: Mapped[RoundEvery] = mapped_column(Words(RoundEvery), default=RoundEvery.NEVER)
    active: Mapped[bool] = mapped_column(default=True)


class SchemeVersion(Base):
    """What a scheme was from one change to the next, as JSON; one that a round has used is never written again."""

    __tablename__ = "scheme_version"
    __table_args__ = (UniqueConstraint("scheme_id", "number"),)

    scheme_id: Mapped[int] = key_to("tier_scheme.id")
    number: Mapped[int]
    content: Mapped[str] = mapped_column(Text)


class RatingRound(Base):
    """评定轮次, published: who rated by which version as of which day. `content` keeps the sums of then as JSON.

    Nothing of it is changed later; taking a publication back is the undo of its action.
    """

    __tablename__ = "rating_round"

    scheme_id: Mapped[int] = key_to("tier_scheme.id")
    version_id: Mapped[int] = key_to("scheme_version.id")
    rep_id: Mapped[int | None] = key_to("rep.id")
    who: Mapped[Line]
    as_of: Mapped[date]
    published_at: Mapped[datetime] = mapped_column(Moment)
    sets_tiers: Mapped[bool] = mapped_column(default=False)
    customers: Mapped[int]
    note: Mapped[Prose]
    content: Mapped[str] = mapped_column(Text)


class Rating(Base):
    """One customer's class in a round, with what it came from.

    `code` is the class in force, `computed` the one before an exception was made; `previous` that of the round before.
    `parts` is JSON, [value, points] of each criterion in the order of the version. The exception's reason, approver and
    end are copied, so that they say the same when it is long lifted.
    """

    __tablename__ = "rating"
    __table_args__ = (UniqueConstraint("round_id", "customer_id"),)

    round_id: Mapped[int] = key_to("rating_round.id")
    customer_id: Mapped[int] = key_to("customer.id")
    code: Mapped[str] = mapped_column(String(40))
    computed: Mapped[str] = mapped_column(String(40))
    previous: Mapped[str | None] = mapped_column(String(40))
    segment: Mapped[str | None] = mapped_column(String(100))
    score: Mapped[Decimal | None] = mapped_column(EXACT)
    amount: Mapped[Decimal] = mapped_column(MONEY)
    parts: Mapped[str | None] = mapped_column(Text)
    reason: Mapped[Prose]
    approver: Mapped[Line]
    until: Mapped[date | None]


class TierOverride(Base):
    """A class given by hand, in place of the computed one: in force until its day, or until it is lifted."""

    __tablename__ = "tier_override"

    customer_id: Mapped[int] = key_to("customer.id")
    scheme_id: Mapped[int] = key_to("tier_scheme.id")
    rep_id: Mapped[int | None] = key_to("rep.id")
    code: Mapped[str] = mapped_column(String(40))
    reason: Mapped[str] = mapped_column(Text)
    approver: Mapped[Line]
    made_on: Mapped[date]
    until: Mapped[date | None]
    lifted_on: Mapped[date | None]


class PromotionPlan(Base):
    """提升计划: to lift a customer to a class by a day. `gap` is JSON: what was missing when it was made.

    Judged by the round that follows: `round_id` says which. Its steps are follow-ups that point at it.
    """

    __tablename__ = "promotion_plan"

    customer_id: Mapped[int] = key_to("customer.id")
    scheme_id: Mapped[int] = key_to("tier_scheme.id")
    rep_id: Mapped[int | None] = key_to("rep.id")
    round_id: Mapped[int | None] = key_to("rating_round.id")
    from_code: Mapped[str] = mapped_column(String(40))
    target_code: Mapped[str] = mapped_column(String(40))
    begun_on: Mapped[date]
    until: Mapped[date]
    state: Mapped[PlanState] = mapped_column(Words(PlanState), default=PlanState.OPEN)
    settled_on: Mapped[date | None]
    gap: Mapped[str | None] = mapped_column(Text)
    note: Mapped[Prose]
