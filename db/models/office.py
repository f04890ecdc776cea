"""The office itself: who works in it, and the rules it has set. They travel with the file."""

from __future__ import annotations

from datetime import date

from sqlalchemy import String, Text
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import Base, Line, Prose, Words
from db.vocabulary import DayKind, RepRole


class Office(Base):
    """办公室: one row."""

    __tablename__ = "office"

    name: Mapped[str] = mapped_column(String(200))
    address: Mapped[Line]
    phone: Mapped[Line]
    note: Mapped[Prose]


class Rep(Base):
    """业务员, 内勤, 主管: people of the office. Never deleted, only no longer active."""

    __tablename__ = "rep"

    name: Mapped[str] = mapped_column(String(200))
    phone: Mapped[Line]
    role: Mapped[RepRole] = mapped_column(Words(RepRole), default=RepRole.REP)
    active: Mapped[bool] = mapped_column(default=True)
    left_on: Mapped[date | None]
    daily_visits: Mapped[int | None]  # how many customers he calls on in a day; None: as the office plans


class Holiday(Base):
    """休 or 班 as the office wrote or imported it: it says more than the library's table of announced years."""

    __tablename__ = "holiday"

    on: Mapped[date] = mapped_column(unique=True)
    kind: Mapped[DayKind] = mapped_column(Words(DayKind))
    name: Mapped[Line]


class Policy(Base):
    """One rule of the office: a key such as "attachment.limit" and its value as JSON."""

    __tablename__ = "policy"

    key: Mapped[str] = mapped_column(String(100), unique=True)
    value: Mapped[str] = mapped_column(Text)
