"""个人信息: why the office keeps what it keeps of a person, until when, and who was erased."""

from __future__ import annotations

from datetime import date

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import Base, Line, Prose, Words, key_to
from db.vocabulary import PrivacyBasis


class PrivacyRecord(Base):
    """Where the data of one person (the customer or a contact) came from, and what he was told and agreed to."""

    __tablename__ = "privacy_record"

    customer_id: Mapped[int] = key_to("customer.id")
    contact_id: Mapped[int | None] = key_to("contact.id", owned=True)
    source: Mapped[Line]
    purpose: Mapped[Line]
    basis: Mapped[PrivacyBasis | None] = mapped_column(Words(PrivacyBasis))
    noticed_on: Mapped[date | None]
    consent_on: Mapped[date | None]
    consent_how: Mapped[Line]
    withdrawn_on: Mapped[date | None]
    keep_until: Mapped[date | None] = mapped_column(index=True)
    reviewed_on: Mapped[date | None]
    note: Mapped[Prose]


class Tombstone(Base):
    """One erased person, known again by `mark` (see desktop/rules: a keyed digest too short to be turned round)."""

    __tablename__ = "tombstone"

    mark: Mapped[str] = mapped_column(String(64), index=True)
    kind: Mapped[str] = mapped_column(String(20))  # of what the mark was made: phone, email, name, …
    erased_on: Mapped[date]
