"""What else happened with a customer, for the timeline: promises given, cases, surveys, care, major events."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from sqlalchemy.orm import Session

from db.queries.care import care, events, surveys
from db.queries.service import cases, promises


@dataclass(frozen=True, slots=True)
class Happening:
    """One line beside the follow-ups: `at` a day, or a moment (UTC). `kind` is its stored word, None for none.

    `table` says whose row `id` is; `text` is what it is about, `more` what came of it.
    """

    id: int
    table: str
    at: date | datetime
    kind: StrEnum | None
    text: str
    more: str | None
    contact: str | None
    rep: str | None


def happenings(session: Session, customer_id: int) -> list[Happening]:
    """Everything of one customer that is no follow-up and no order, in no order."""
    found = [
        Happening(one.id, "promise", one.made_on or one.due_on or date.min, one.by, one.text, one.note, one.contact,
                  one.rep)
        for one in promises(session, customer_id)
    ]  # fmt: skip
    found += [
        Happening(one.id, "service_case", one.opened_at, one.kind, one.subject, one.solution, one.contact, one.rep)
        for one in cases(session, customer_id)
        if one.opened_at is not None
    ]
    found += [
        Happening(one.id, "survey", one.asked_on, None, str(one.satisfaction or ""), one.comment, one.contact, one.rep)
        for one in surveys(session, customer_id)
        if one.asked_on is not None
    ]
    found += [
        Happening(one.id, "care_record", one.given_on, one.kind, one.what, one.note, one.contact, one.rep)
        for one in care(session, customer_id)
        if one.given_on is not None
    ]
    found += [
        Happening(one.id, "major_event", one.happened_on, None, one.what, one.note, None, None)
        for one in events(session, customer_id)
        if one.happened_on is not None
    ]
    return found
