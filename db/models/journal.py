"""变更日志: written by the Store only. The tables here are not themselves journalled."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import Base, KeyType, Moment, Words, key_to
from db.vocabulary import ChangeKind


class Action(Base):
    """操作: one thing a user did. Its id is the unique mark of it across all copies of the file."""

    __tablename__ = "action"

    kind: Mapped[str] = mapped_column(String(60), index=True)
    at: Mapped[datetime] = mapped_column(Moment)
    rep_id: Mapped[int | None] = mapped_column(KeyType)
    who: Mapped[str] = mapped_column(String(200))
    version: Mapped[str] = mapped_column(String(20))
    facts: Mapped[str] = mapped_column(Text)  # JSON: what the sentence about the action needs
    undoes_id: Mapped[int | None] = key_to("action.id")


class Change(Base):
    """One record touched by an action. `fields` is JSON {field: [old, new]}; created rows have none."""

    __tablename__ = "change"
    __table_args__ = (
        Index("ix_change_record", "table_name", "record_id"),
        Index("ix_change_subject", "subject_id"),
    )

    action_id: Mapped[int] = key_to("action.id")
    table_name: Mapped[str] = mapped_column(String(40))
    record_id: Mapped[int] = mapped_column(KeyType)
    # The customer the record belongs to: the history on its card is one look-up.
    subject_id: Mapped[int | None] = mapped_column(KeyType)
    kind: Mapped[ChangeKind] = mapped_column(Words(ChangeKind))
    fields: Mapped[str] = mapped_column(Text, default="{}")


class BulkCreation(Base):
    """Rows created together: all of `table_name` from first to last key with the node bits of the first."""

    __tablename__ = "bulk_creation"

    action_id: Mapped[int] = key_to("action.id")
    table_name: Mapped[str] = mapped_column(String(40))
    first_id: Mapped[int] = mapped_column(KeyType)
    last_id: Mapped[int] = mapped_column(KeyType)
    count: Mapped[int]
