"""People at a customer, how to reach them, and the days that matter to them."""

from __future__ import annotations

from datetime import date

from sqlalchemy import String, Text
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import Base, KeyType, Line, Prose, Words, derived, key_to
from db.vocabulary import CalendarKind, ContactRole, Gender, KeyDateKind, ReachKind


class Contact(Base):
    """联系人. One who left stays, with reason: his history is the customer's."""

    __tablename__ = "contact"

    customer_id: Mapped[int] = key_to("customer.id")
    name: Mapped[str] = mapped_column(String(200))
    title: Mapped[Line]
    department: Mapped[Line]
    role: Mapped[ContactRole | None] = mapped_column(Words(ContactRole))
    decision_weight: Mapped[int | None]  # 1 (hardly asked) to 5 (decides alone)
    gender: Mapped[Gender | None] = mapped_column(Words(Gender))
    active: Mapped[bool] = mapped_column(default=True)
    left_on: Mapped[date | None]
    left_reason: Mapped[Line]
    is_primary: Mapped[bool] = mapped_column(default=False)
    hobbies: Mapped[Prose]
    taboos: Mapped[Prose]
    note: Mapped[Prose]
    id_number_id: Mapped[int | None] = key_to("secret.id")
    # One person at several customers: the contacts of all of them bear the same mark, which names no record.
    person_mark: Mapped[int | None] = mapped_column(KeyType, index=True)

    pinyin: Mapped[str] = mapped_column(Text, default="", info=derived())


class Reach(Base):
    """联系方式 of a customer, or of one of its contacts."""

    __tablename__ = "reach"

    customer_id: Mapped[int] = key_to("customer.id")
    contact_id: Mapped[int | None] = key_to("contact.id", owned=True)
    kind: Mapped[ReachKind] = mapped_column(Words(ReachKind))
    value: Mapped[str] = mapped_column(String(500))
    extension: Mapped[str | None] = mapped_column(String(20))
    label: Mapped[Line]

    digits: Mapped[str] = mapped_column(String(40), default="", index=True, info=derived())


class KeyDate(Base):
    """重要日期: solar or lunar, the year may be unknown."""

    __tablename__ = "key_date"

    customer_id: Mapped[int] = key_to("customer.id")
    contact_id: Mapped[int | None] = key_to("contact.id", owned=True)
    kind: Mapped[KeyDateKind] = mapped_column(Words(KeyDateKind))
    label: Mapped[Line]
    calendar: Mapped[CalendarKind] = mapped_column(Words(CalendarKind), default=CalendarKind.SOLAR)
    year: Mapped[int | None]
    month: Mapped[int]
    day: Mapped[int]
    leap: Mapped[bool] = mapped_column(default=False)
    lead_days: Mapped[int] = mapped_column(default=7)
    field_id: Mapped[int | None] = key_to("custom_field.id", owned=True)  # the value of a custom field of kind KEY_DATE
