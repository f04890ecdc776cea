"""视图: a list the office looks at again and again."""

from __future__ import annotations

from sqlalchemy import String, Text
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import Base, key_to


class SavedView(Base):
    """Conditions, columns, groups, sums and order of a list as JSON; `rep_id` None: for the whole office."""

    __tablename__ = "saved_view"

    place: Mapped[str] = mapped_column(String(40))  # the list it belongs to: "customers"
    name: Mapped[str] = mapped_column(String(100))
    rep_id: Mapped[int | None] = key_to("rep.id", owned=True)
    position: Mapped[int] = mapped_column(default=0)
    content: Mapped[str] = mapped_column(Text)
