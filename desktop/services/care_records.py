"""满意度回访, 客情, 重大事项 and 竞品 of a customer: kept, changed, put in the recycle bin."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import CareRecord, Competitor, CompetitorUse, MajorEvent, Survey
from db.queries.care import CareRow, EventRow, SurveyRow, UseRow
from desktop.rules.errors import RuleBroken
from desktop.services.row_writing import delete_row, put_row, tidy


def save_survey(session: Session, customer_id: int, draft: SurveyRow, today: date) -> int:
    """Make or change a survey; returns its id. Raises RuleBroken where nothing was asked, or out of its scale."""
    if draft.satisfaction is None and draft.recommend is None:
        raise RuleBroken("survey_empty", "satisfaction")
    for name, low, high in (("satisfaction", 1, 5), ("recommend", 0, 10)):
        value = getattr(draft, name)
        if value is not None and not low <= value <= high:
            raise RuleBroken("out_of_range", name, low=low, high=high)
    _not_later(draft.asked_on, today, "asked_on")
    names = ("contact_id", "rep_id", "satisfaction", "recommend", "comment")
    values = {name: getattr(draft, name) for name in names} | {"asked_on": draft.asked_on or today}
    return put_row(session, Survey, draft.id, customer_id, tidy(Survey, values))


def save_care(session: Session, customer_id: int, draft: CareRow, today: date) -> int:
    """Make or change a 客情 record; returns its id."""
    if not draft.what.strip():
        raise RuleBroken("care_missing", "what")
    if draft.cost is not None and draft.cost < Decimal(0):
        raise RuleBroken("below_zero", "cost")
    names = ("contact_id", "rep_id", "kind", "what", "cost", "note")
    values = {name: getattr(draft, name) for name in names} | {"given_on": draft.given_on or today}
    return put_row(session, CareRecord, draft.id, customer_id, tidy(CareRecord, values))


def save_event(session: Session, customer_id: int, draft: EventRow, today: date) -> int:
    """Make or change a major event; returns its id."""
    if not draft.what.strip():
        raise RuleBroken("event_missing", "what")
    values = {"happened_on": draft.happened_on or today, "what": draft.what, "note": draft.note}
    return put_row(session, MajorEvent, draft.id, customer_id, tidy(MajorEvent, values))


def save_use(session: Session, customer_id: int, draft: UseRow, today: date) -> int:
    """Make or change what a customer buys from a competitor, found by its name or put on the office's list."""
    name = draft.competitor.strip()
    if not name:
        raise RuleBroken("competitor_missing", "competitor")
    if draft.share is not None and not 0 <= draft.share <= 100:
        raise RuleBroken("out_of_range", "share", low=0, high=100)
    values = tidy(CompetitorUse, {"product": draft.product, "share": draft.share, "opinion": draft.opinion})
    values |= {"competitor_id": _competitor(session, name), "noted_on": draft.noted_on or today}
    return put_row(session, CompetitorUse, draft.id, customer_id, values)


def _competitor(session: Session, name: str) -> int:
    known = session.scalar(select(Competitor.id).where(Competitor.name == name))
    if known is not None:
        return known
    longest = 200
    if len(name) > longest:
        raise RuleBroken("too_long", "competitor", longest=longest, length=len(name))
    made = Competitor(name=name)
    session.add(made)
    session.flush()
    return made.id


def _not_later(on: date | None, today: date, field: str) -> None:
    if on is not None and on > today:
        raise RuleBroken("in_the_future", field)


def delete_survey(session: Session, record_id: int) -> None:
    """Put a survey in the recycle bin."""
    delete_row(session, "survey", record_id)


def delete_care(session: Session, record_id: int) -> None:
    """Put a 客情 record in the recycle bin."""
    delete_row(session, "care_record", record_id)


def delete_event(session: Session, record_id: int) -> None:
    """Put a major event in the recycle bin."""
    delete_row(session, "major_event", record_id)


def delete_use(session: Session, record_id: int) -> None:
    """Put what is noted of a competitor at a customer in the recycle bin; the competitor stays on the list."""
    delete_row(session, "competitor_use", record_id)
