"""附件: files kept inside the file. Equal contents are kept once."""

from __future__ import annotations

from sqlalchemy import LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import Base, Line, key_to


class AttachmentContent(Base):
    """The bytes, found by their SHA-256. Stays while an attachment, or one in the recycle bin, may need it."""

    __tablename__ = "attachment_content"

    sha256: Mapped[str] = mapped_column(String(64), unique=True)
    size: Mapped[int]
    data: Mapped[bytes] = mapped_column(LargeBinary, deferred=True, info={"unjournalled": True})


class Attachment(Base):
    """A file hung on a customer, a contact or a follow-up, under the name it came with."""

    __tablename__ = "attachment"

    customer_id: Mapped[int] = key_to("customer.id")
    contact_id: Mapped[int | None] = key_to("contact.id")
    follow_up_id: Mapped[int | None] = key_to("follow_up.id")
    content_id: Mapped[int] = key_to("attachment_content.id")
    name: Mapped[str] = mapped_column(String(255))
    media_type: Mapped[Line]
