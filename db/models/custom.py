"""自定义字段: what the office adds to its cards, the answers, and values that are kept although they are not clear."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from sqlalchemy import Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import EXACT, Base, Line, Prose, Words, key_to
from db.vocabulary import CardPart, CustomerKind, CustomKind


class CustomField(Base):
    """One field the office added to the cards of its customers; `only` limits it to companies or persons."""

    __tablename__ = "custom_field"

    kind: Mapped[CustomKind] = mapped_column(Words(CustomKind))
    title: Mapped[str] = mapped_column(String(100), unique=True)
    help: Mapped[Line]
    part: Mapped[CardPart] = mapped_column(Words(CardPart), default=CardPart.BASIC)
    only: Mapped[CustomerKind | None] = mapped_column(Words(CustomerKind))
    position: Mapped[int] = mapped_column(default=0)
    required: Mapped[bool] = mapped_column(default=False)
    is_unique: Mapped[bool] = mapped_column(default=False)
    options: Mapped[Prose]  # of CHOICE and CHOICES, one a line


class CustomValue(Base):
    """The answer of one customer to one custom field, in the column of its kind.

    TEXT, LONG_TEXT, PHONE, CHOICE: `text`; CHOICES: `text`, one a line; NUMBER, MONEY: `number`; DATE: `day`;
    YES_NO: `number` 1 or 0; PERSON: `contact_id`, or `text` for one who is no contact; FILE: `attachment_id`.
    KEY_DATE has no row here but one in key_date.
    """

    __tablename__ = "custom_value"
    __table_args__ = (
        Index("ix_custom_value_answer", "field_id", "customer_id", unique=True),
        Index("ix_custom_value_text", "field_id", "text"),
        Index("ix_custom_value_number", "field_id", "number"),
        Index("ix_custom_value_day", "field_id", "day"),
    )

    field_id: Mapped[int] = key_to("custom_field.id")
    customer_id: Mapped[int] = key_to("customer.id")
    text: Mapped[str | None] = mapped_column(Text)
    number: Mapped[Decimal | None] = mapped_column(EXACT)
    day: Mapped[date | None]
    contact_id: Mapped[int | None] = key_to("contact.id")
    attachment_id: Mapped[int | None] = key_to("attachment.id", owned=True)


class UnclearValue(Base):
    """What was typed for a field, could not be read, and was kept as it stands until somebody clears it up.

    `field` is named as in imports: "customer.founded_on", "contact.left_on", "custom.<id>".
    """

    __tablename__ = "unclear_value"

    customer_id: Mapped[int] = key_to("customer.id")
    contact_id: Mapped[int | None] = key_to("contact.id", owned=True)
    field: Mapped[str] = mapped_column(String(60))
    text: Mapped[str] = mapped_column(Text)
