"""What passes between us and a customer beside follow-ups and orders: promises, cases, surveys, care, events."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import Base, Moment, Money, Prose, Words, key_to
from db.vocabulary import CareKind, CaseKind, PromiseBy, PromiseState


class Promise(Base):
    """承诺, ours or the customer's."""

    __tablename__ = "promise"
    __table_args__ = (Index("ix_promise_due", "state", "due_on"),)

    customer_id: Mapped[int] = key_to("customer.id")
    contact_id: Mapped[int | None] = key_to("contact.id")
    follow_up_id: Mapped[int | None] = key_to("follow_up.id")
    rep_id: Mapped[int | None] = key_to("rep.id")
    by: Mapped[PromiseBy] = mapped_column(Words(PromiseBy))
    text: Mapped[str] = mapped_column(Text)
    made_on: Mapped[date | None]
    due_on: Mapped[date | None]
    state: Mapped[PromiseState] = mapped_column(Words(PromiseState), default=PromiseState.OPEN)
    settled_on: Mapped[date | None]
    note: Mapped[Prose]


class ServiceCase(Base):
    """投诉 or 服务请求. The two moments due are set when it is opened, by the clock of the customer's tier then."""

    __tablename__ = "service_case"
    __table_args__ = (Index("ix_service_case_open", "solved_at", "solve_by"),)

    customer_id: Mapped[int] = key_to("customer.id")
    contact_id: Mapped[int | None] = key_to("contact.id")
    rep_id: Mapped[int | None] = key_to("rep.id")
    kind: Mapped[CaseKind] = mapped_column(Words(CaseKind))
    subject: Mapped[str] = mapped_column(String(200))
    detail: Mapped[Prose]
    opened_at: Mapped[datetime] = mapped_column(Moment)
    answer_by: Mapped[datetime | None] = mapped_column(Moment)
    solve_by: Mapped[datetime | None] = mapped_column(Moment)
    answered_at: Mapped[datetime | None] = mapped_column(Moment)
    solved_at: Mapped[datetime | None] = mapped_column(Moment)
    solution: Mapped[Prose]
    cost: Mapped[Money]


class Survey(Base):
    """满意度回访: satisfaction 1 to 5, 推荐意愿 0 to 10; either may be missing."""

    __tablename__ = "survey"

    customer_id: Mapped[int] = key_to("customer.id")
    contact_id: Mapped[int | None] = key_to("contact.id")
    rep_id: Mapped[int | None] = key_to("rep.id")
    asked_on: Mapped[date]
    satisfaction: Mapped[int | None]
    recommend: Mapped[int | None]
    comment: Mapped[Prose]


class CareRecord(Base):
    """客情: a gift, a meal, a greeting, with what it cost."""

    __tablename__ = "care_record"

    customer_id: Mapped[int] = key_to("customer.id")
    contact_id: Mapped[int | None] = key_to("contact.id")
    rep_id: Mapped[int | None] = key_to("rep.id")
    kind: Mapped[CareKind] = mapped_column(Words(CareKind))
    given_on: Mapped[date]
    what: Mapped[str] = mapped_column(String(200))
    cost: Mapped[Money]
    note: Mapped[Prose]


class MajorEvent(Base):
    """重大事项, dated."""

    __tablename__ = "major_event"

    customer_id: Mapped[int] = key_to("customer.id")
    happened_on: Mapped[date]
    what: Mapped[str] = mapped_column(String(500))
    note: Mapped[Prose]
