"""跟进方案: steps before and after an anchor date, and their runs with customers."""

from __future__ import annotations

from datetime import date

from sqlalchemy import String, Text
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import Base, Words, key_to
from db.vocabulary import RunState, Trigger


class FollowUpSequence(Base):
    """One 跟进方案: `content` are its steps as JSON, `trigger` the event that starts it where `automatic`."""

    __tablename__ = "follow_up_sequence"

    key: Mapped[str] = mapped_column(String(40), unique=True)
    name: Mapped[str] = mapped_column(String(100))
    trigger: Mapped[Trigger] = mapped_column(Words(Trigger))
    automatic: Mapped[bool] = mapped_column(default=False)
    automatic_since: Mapped[date | None]
    active: Mapped[bool] = mapped_column(default=True)
    position: Mapped[int] = mapped_column(default=0)
    content: Mapped[str] = mapped_column(Text)


class SequenceRun(Base):
    """A sequence at work with a customer. Its steps are follow-ups; the open ones move with `anchor_on`."""

    __tablename__ = "sequence_run"

    customer_id: Mapped[int] = key_to("customer.id")
    contact_id: Mapped[int | None] = key_to("contact.id")
    sequence_id: Mapped[int] = key_to("follow_up_sequence.id")
    rep_id: Mapped[int | None] = key_to("rep.id")
    anchor_on: Mapped[date]
    begun_on: Mapped[date]
    state: Mapped[RunState] = mapped_column(Words(RunState), default=RunState.OPEN)
    contract_id: Mapped[int | None] = key_to("contract.id")
    order_id: Mapped[int | None] = key_to("sales_order.id")
    key_date_id: Mapped[int | None] = key_to("key_date.id")
