"""What is noted of a customer beside dealings: surveys, 客情, major events, what he buys from competitors."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import case, func, select
from sqlalchemy.orm import Session

from db.models import CareRecord, Competitor, CompetitorUse, Contact, MajorEvent, Rep, Survey
from db.vocabulary import CareKind


@dataclass(frozen=True, slots=True)
class SurveyRow:
    """One 满意度回访: satisfaction 1 to 5, 推荐意愿 0 to 10, either None where it was not asked."""

    id: int = 0  # 0: not yet in the file
    contact_id: int | None = None
    contact: str | None = None
    rep_id: int | None = None
    rep: str | None = None
    asked_on: date | None = None
    satisfaction: int | None = None
    recommend: int | None = None
    comment: str | None = None


@dataclass(frozen=True, slots=True)
class CareRow:
    """One 客情 record."""

    id: int = 0  # 0: not yet in the file
    contact_id: int | None = None
    contact: str | None = None
    rep_id: int | None = None
    rep: str | None = None
    kind: CareKind = CareKind.GIFT
    given_on: date | None = None
    what: str = ""
    cost: Decimal | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class EventRow:
    """One 重大事项."""

    id: int = 0  # 0: not yet in the file
    happened_on: date | None = None
    what: str = ""
    note: str | None = None


@dataclass(frozen=True, slots=True)
class UseRow:
    """What a customer buys from one competitor; `share` is the part of his need in per cent."""

    id: int = 0  # 0: not yet in the file
    competitor_id: int | None = None
    competitor: str = ""
    product: str | None = None
    share: int | None = None
    opinion: str | None = None
    noted_on: date | None = None


@dataclass(frozen=True, slots=True)
class CompetitorRow:
    """One competitor of the office's list, with how many customers buy there."""

    id: int
    name: str
    note: str | None
    customers: int


@dataclass(frozen=True, slots=True)
class Satisfaction:
    """Surveys of a window: `rated` gave a satisfaction, `asked` a 推荐意愿; the rest None where nobody did.

    `mean` is of 1 to 5, `content` the share of 4 and 5, `nps` = % of 9–10 − % of 0–6 (product.md §5), −100 to 100.
    """

    rated: int
    mean: Decimal | None
    content: Decimal | None
    asked: int
    nps: int | None


def surveys(session: Session, customer_id: int, *, limit: int = 2000) -> list[SurveyRow]:
    """Surveys of one customer, newest first."""
    columns: tuple[Any, ...] = (
        Survey.id, Survey.contact_id, Contact.name, Survey.rep_id, Rep.name, Survey.asked_on, Survey.satisfaction,
        Survey.recommend, Survey.comment,
    )  # fmt: skip
    query = select(*columns).outerjoin(Contact, Contact.id == Survey.contact_id)
    query = query.outerjoin(Rep, Rep.id == Survey.rep_id).where(Survey.customer_id == customer_id)
    query = query.order_by(Survey.asked_on.desc(), Survey.id.desc())
    return [SurveyRow(*row) for row in session.execute(query.limit(limit))]


def care(session: Session, customer_id: int) -> list[CareRow]:
    """客情 of one customer, newest first."""
    columns: tuple[Any, ...] = (
        CareRecord.id, CareRecord.contact_id, Contact.name, CareRecord.rep_id, Rep.name, CareRecord.kind,
        CareRecord.given_on, CareRecord.what, CareRecord.cost, CareRecord.note,
    )  # fmt: skip
    query = select(*columns).outerjoin(Contact, Contact.id == CareRecord.contact_id)
    query = query.outerjoin(Rep, Rep.id == CareRecord.rep_id).where(CareRecord.customer_id == customer_id)
    return [CareRow(*row) for row in session.execute(query.order_by(CareRecord.given_on.desc(), CareRecord.id.desc()))]


def events(session: Session, customer_id: int, *, limit: int = 2000) -> list[EventRow]:
    """Major events of one customer, newest first."""
    columns = (MajorEvent.id, MajorEvent.happened_on, MajorEvent.what, MajorEvent.note)
    query = select(*columns).where(MajorEvent.customer_id == customer_id)
    query = query.order_by(MajorEvent.happened_on.desc(), MajorEvent.id).limit(limit)
    return [EventRow(*row) for row in session.execute(query)]


def competitor_uses(session: Session, customer_id: int) -> list[UseRow]:
    """What one customer buys from competitors, the largest share first."""
    columns = (
        CompetitorUse.id, CompetitorUse.competitor_id, Competitor.name, CompetitorUse.product, CompetitorUse.share,
        CompetitorUse.opinion, CompetitorUse.noted_on,
    )  # fmt: skip
    query = select(*columns).join(Competitor, Competitor.id == CompetitorUse.competitor_id)
    query = query.where(CompetitorUse.customer_id == customer_id)
    query = query.order_by(CompetitorUse.share.desc().nulls_last(), Competitor.name, CompetitorUse.id)
    found: list[Any] = list(session.execute(query).all())
    return [UseRow(*row) for row in found]


def competitors(session: Session) -> list[str]:
    """The competitors the office knows, by name."""
    return list(session.scalars(select(Competitor.name).order_by(Competitor.name)))


def competitor_list(session: Session) -> list[CompetitorRow]:
    """The office's competitors, those that most customers use first."""
    users = func.count(CompetitorUse.customer_id.distinct())
    query = select(Competitor.id, Competitor.name, Competitor.note, users)
    query = query.outerjoin(CompetitorUse, CompetitorUse.competitor_id == Competitor.id)
    query = query.group_by(Competitor.id, Competitor.name, Competitor.note).order_by(users.desc(), Competitor.name)
    found: list[Any] = list(session.execute(query).all())
    return [CompetitorRow(*row) for row in found]


def care_cost(session: Session, first: date, last: date, customer_id: int | None = None) -> dict[int, Decimal]:
    """{customer: 客情 cost from `first` to `last`, both included}, of all or of one; those without any are left out."""
    query = select(CareRecord.customer_id, func.sum(CareRecord.cost))
    query = query.where(CareRecord.given_on.between(first, last), CareRecord.cost.is_not(None))
    if customer_id is not None:
        query = query.where(CareRecord.customer_id == customer_id)
    return {customer: cost or Decimal(0) for customer, cost in session.execute(query.group_by(CareRecord.customer_id))}


def satisfaction(session: Session, first: date, last: date, customer_id: int | None = None) -> Satisfaction:
    """What the surveys from `first` to `last` (both included) say, of the office or of one customer."""

    def count(condition: Any) -> Any:
        return func.coalesce(func.sum(case((condition, 1), else_=0)), 0)

    query = select(
        func.count(Survey.satisfaction),
        func.coalesce(func.sum(Survey.satisfaction), 0),
        count(Survey.satisfaction >= 4),
        func.count(Survey.recommend),
        count(Survey.recommend >= 9),
        count(Survey.recommend <= 6),
    ).where(Survey.asked_on.between(first, last))
    if customer_id is not None:
        query = query.where(Survey.customer_id == customer_id)
    rated, total, good, asked, promoters, critics = session.execute(query).one()
    return Satisfaction(
        rated,
        Decimal(total) / rated if rated else None,
        Decimal(good) / rated if rated else None,
        asked,
        round(Decimal(100 * (promoters - critics)) / asked) if asked else None,
    )
