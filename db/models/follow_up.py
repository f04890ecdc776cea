"""跟进: what was planned and done with a customer."""

from __future__ import annotations

from datetime import date, time

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import Base, Prose, Words, key_to
from db.vocabulary import FollowUpKind, FollowUpState


class FollowUp(Base):
    """One activity: planned, done or cancelled. The next step of a customer is its earliest planned one."""

    __tablename__ = "follow_up"
    __table_args__ = (
        Index("ix_follow_up_next", "customer_id", "state", "planned_on"),
        Index("ix_follow_up_done", "customer_id", "state", "done_on"),
        Index("ix_follow_up_due", "state", "planned_on"),
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
