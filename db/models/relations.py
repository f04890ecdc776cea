"""How customers, contacts and competitors stand to each other."""

from __future__ import annotations

from datetime import date

from sqlalchemy import String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import Base, Line, Prose, Words, key_to
from db.vocabulary import RelationKind


class Relation(Base):
    """关系: a customer, or one of its contacts, is (kind) another customer, contact, or somebody not in the file.

    `other_name` keeps the other party's name, so that the line still says something when that card is gone.
    """

    __tablename__ = "relation"

    customer_id: Mapped[int] = key_to("customer.id")
    contact_id: Mapped[int | None] = key_to("contact.id", owned=True)
    kind: Mapped[RelationKind] = mapped_column(Words(RelationKind))
    # True: the other party is (kind) of the first: "has as secretary". It may be somebody who has no card here.
    reverse: Mapped[bool] = mapped_column(default=False)
    other_customer_id: Mapped[int | None] = key_to("customer.id")
    other_contact_id: Mapped[int | None] = key_to("contact.id")
    other_name: Mapped[str] = mapped_column(String(500))
    since: Mapped[date | None]
    note: Mapped[Prose]


class NotDuplicate(Base):
    """不是重复: two customers that look alike and were found to be different. The lower id stands first."""

    __tablename__ = "not_duplicate"
    __table_args__ = (UniqueConstraint("customer_id", "other_id"),)

    customer_id: Mapped[int] = key_to("customer.id")
    other_id: Mapped[int] = key_to("customer.id")
    note: Mapped[Line]


class Competitor(Base):
    """竞争者."""

    __tablename__ = "competitor"

    name: Mapped[str] = mapped_column(String(200), unique=True)
    note: Mapped[Prose]


class CompetitorUse(Base):
    """What a customer buys from a competitor; `share` is the part of his need in per cent."""

    __tablename__ = "competitor_use"

    customer_id: Mapped[int] = key_to("customer.id")
    competitor_id: Mapped[int] = key_to("competitor.id")
    product: Mapped[Line]
    share: Mapped[int | None]
    opinion: Mapped[Prose]
    noted_on: Mapped[date | None]
