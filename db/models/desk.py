"""主管: card checks, printed cards on loan, exceptions from 跟进频度 and from recall."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Index, Text
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import Base, Line, Prose, key_to


class CardCheck(Base):
    """资料卡检查: one card of one rep, drawn for the week that begins on `week_on`; seen and signed by the checker."""

    __tablename__ = "card_check"
    __table_args__ = (Index("ix_card_check_week", "week_on", "rep_id"),)

    customer_id: Mapped[int] = key_to("customer.id")
    rep_id: Mapped[int | None] = key_to("rep.id")
    week_on: Mapped[date]
    drawn_on: Mapped[date]
    checker_id: Mapped[int | None] = key_to("rep.id")
    checked_on: Mapped[date | None]
    passed: Mapped[bool | None]
    remark: Mapped[Prose]


class Loan(Base):
    """领卡 and 还卡: a printed card is out with a rep from `lent_on` until `returned_on`."""

    __tablename__ = "loan"
    __table_args__ = (Index("ix_loan_out", "returned_on", "due_on"),)

    customer_id: Mapped[int] = key_to("customer.id")
    rep_id: Mapped[int | None] = key_to("rep.id")
    lent_on: Mapped[date]
    due_on: Mapped[date | None]
    returned_on: Mapped[date | None]
    note: Mapped[Line]


class CadenceException(Base):
    """A customer who is called on in another rhythm than his tier's. In force: the latest that was not lifted."""

    __tablename__ = "cadence_exception"

    customer_id: Mapped[int] = key_to("customer.id")
    rep_id: Mapped[int | None] = key_to("rep.id")
    ideal: Mapped[int]
    maximum: Mapped[int]
    reason: Mapped[str] = mapped_column(Text)
    made_on: Mapped[date]
    until: Mapped[date | None]
    lifted_on: Mapped[date | None]


class RecallExemption(Base):
    """A customer whose recall is not proposed. In force: the latest that was not lifted."""

    __tablename__ = "recall_exemption"

    customer_id: Mapped[int] = key_to("customer.id")
    rep_id: Mapped[int | None] = key_to("rep.id")
    reason: Mapped[str] = mapped_column(Text)
    made_on: Mapped[date]
    until: Mapped[date | None]
    lifted_on: Mapped[date | None]
