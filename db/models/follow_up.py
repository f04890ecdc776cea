"""跟进: what was planned and done with a customer, how it was moved, and what the supervisor said of it."""

from __future__ import annotations

from datetime import date, datetime, time

from sqlalchemy import Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import Base, Line, Moment, Money, Prose, Words, key_to
from db.vocabulary import CalendarKind, DayShift, FollowUpKind, FollowUpState, Verdict


class FollowUp(Base):
    """One activity: planned, done or cancelled. The next step of a customer is its earliest planned one.

    `first_planned_on` is the day it was first planned for, `postponed` how often it was moved to a later one.
    `until_on` is the last day of one that takes several, such as a fair. `remind_minutes` before the time, None: as
    the office does. An occurrence of a series or a step of a sequence says which: `series_on` is the day the rule
    gave it, whatever day it was moved to. `uid` is its name in the calendar it was imported from.
    """

    __tablename__ = "follow_up"
    __table_args__ = (
        Index("ix_follow_up_next", "customer_id", "state", "planned_on"),
        Index("ix_follow_up_done", "customer_id", "state", "effective", "done_on"),
        Index("ix_follow_up_due", "state", "planned_on"),
        Index("ix_follow_up_day", "state", "done_on"),
    )

    customer_id: Mapped[int] = key_to("customer.id")
    contact_id: Mapped[int | None] = key_to("contact.id")
    rep_id: Mapped[int | None] = key_to("rep.id")
    kind: Mapped[FollowUpKind] = mapped_column(Words(FollowUpKind))
    state: Mapped[FollowUpState] = mapped_column(Words(FollowUpState))
    planned_on: Mapped[date | None]
    planned_time: Mapped[time | None]
    purpose: Mapped[Prose]
    done_on: Mapped[date | None]
    done_time: Mapped[time | None]
    minutes: Mapped[int | None]
    result: Mapped[Prose]
    effective: Mapped[bool] = mapped_column(default=False)
    note: Mapped[Prose]
    follows_id: Mapped[int | None] = key_to("follow_up.id")
    plan_id: Mapped[int | None] = key_to("promotion_plan.id")
    place: Mapped[Line]
    cost: Mapped[Money]
    until_on: Mapped[date | None]
    first_planned_on: Mapped[date | None]
    postponed: Mapped[int] = mapped_column(default=0, server_default="0")
    remind_minutes: Mapped[int | None]
    series_id: Mapped[int | None] = key_to("follow_up_series.id")
    series_on: Mapped[date | None]
    run_id: Mapped[int | None] = key_to("sequence_run.id")
    run_step: Mapped[int | None]
    uid: Mapped[str | None] = mapped_column(String(255), index=True)


class FollowUpPerson(Base):
    """Who else takes part: a contact of the customer, or one of us."""

    __tablename__ = "follow_up_person"

    customer_id: Mapped[int] = key_to("customer.id")
    follow_up_id: Mapped[int] = key_to("follow_up.id")
    contact_id: Mapped[int | None] = key_to("contact.id", owned=True)
    rep_id: Mapped[int | None] = key_to("rep.id")


class FollowUpMove(Base):
    """改期: a planned follow-up was moved from one day to another, and why."""

    __tablename__ = "follow_up_move"

    customer_id: Mapped[int] = key_to("customer.id")
    follow_up_id: Mapped[int] = key_to("follow_up.id")
    rep_id: Mapped[int | None] = key_to("rep.id")
    moved_on: Mapped[date]
    from_on: Mapped[date]
    to_on: Mapped[date]
    reason: Mapped[Line]


class FollowUpComment(Base):
    """批注: what was said of a follow-up, by whom; `must_answer` until a later comment `answers` it."""

    __tablename__ = "follow_up_comment"

    customer_id: Mapped[int] = key_to("customer.id")
    follow_up_id: Mapped[int] = key_to("follow_up.id")
    rep_id: Mapped[int | None] = key_to("rep.id")
    at: Mapped[datetime] = mapped_column(Moment)
    text: Mapped[str] = mapped_column(Text)
    must_answer: Mapped[bool] = mapped_column(default=False)
    answers_id: Mapped[int | None] = key_to("follow_up_comment.id")


class Callback(Base):
    """回访核实: somebody else asked the customer whether a follow-up took place as it was written down."""

    __tablename__ = "callback"

    customer_id: Mapped[int] = key_to("customer.id")
    follow_up_id: Mapped[int] = key_to("follow_up.id")
    contact_id: Mapped[int | None] = key_to("contact.id")
    rep_id: Mapped[int | None] = key_to("rep.id")
    asked_on: Mapped[date]
    verdict: Mapped[Verdict] = mapped_column(Words(Verdict))
    note: Mapped[Prose]


class FollowUpSeries(Base):
    """定期跟进. `rule` is an RRULE of RFC 5545; with the calendar LUNAR its months and days are those of the moon.

    Its occurrences are follow-ups of their own, made ahead up to `made_until`; `ended_on` is set where it was stopped.
    """

    __tablename__ = "follow_up_series"

    customer_id: Mapped[int] = key_to("customer.id")
    contact_id: Mapped[int | None] = key_to("contact.id")
    rep_id: Mapped[int | None] = key_to("rep.id")
    kind: Mapped[FollowUpKind] = mapped_column(Words(FollowUpKind))
    purpose: Mapped[Prose]
    place: Mapped[Line]
    at: Mapped[time | None]
    minutes: Mapped[int | None]
    remind_minutes: Mapped[int | None]
    calendar: Mapped[CalendarKind] = mapped_column(Words(CalendarKind), default=CalendarKind.SOLAR)
    rule: Mapped[str] = mapped_column(String(500))
    starts_on: Mapped[date]
    shift: Mapped[DayShift] = mapped_column(Words(DayShift), default=DayShift.NONE)
    made_until: Mapped[date | None]
    ended_on: Mapped[date | None]
    uid: Mapped[str | None] = mapped_column(String(255), index=True)
