"""附件: files kept inside the file, equal contents once."""

from __future__ import annotations

import hashlib
import mimetypes
import unicodedata
from dataclasses import dataclass
from pathlib import PurePath

from sqlalchemy import select
from sqlalchemy.orm import Session

from db import journal
from db.models import Attachment, AttachmentContent
from db.queries.office import policy
from db.undo import delete_with_children
from desktop.rules.errors import RuleBroken

LIMIT_POLICY = "attachment.limit_mb"
LIMIT_MB = 20
# What a system would run, or let run something, when it is opened: kept out, whoever sends it.
_RUNNABLE = """
acm action ade adp apk app appimage application appref-ms apx bash bas bat bin cab chm class cmd com command cpl csh
deb desktop diagcab dll dmg drv elf exe fish flatpak flatpakref gadget hlp hta img inf ins ipa iso isp jar jnlp job js
jse ksh lnk mde msc msh msi msix msp mst ocx out pif pkg pl prg ps1 ps1xml ps2 psc1 psd1 psm1 py pyc pyw rb reg rpm rgs
run scf scr sct service sh shb shs snap sys u3p url vb vbe vbs vbscript vhd vhdx vxd website workflow ws wsc wsf wsh
xbap xpi zsh
"""
RUNNABLE = frozenset(_RUNNABLE.split())
# How programs begin, whatever they are called: Windows, Linux, macOS, a script that names its interpreter.
BEGINNINGS = (b"MZ", b"\x7fELF", b"\xcf\xfa\xed\xfe", b"\xce\xfa\xed\xfe", b"\xca\xfe\xba\xbe", b"#!")


@dataclass(frozen=True, slots=True)
class AttachmentRow:
    """One attachment; `size` in bytes."""

    id: int
    name: str
    size: int
    media_type: str | None


def is_runnable(name: str) -> bool:
    """Whether a system would run a file of this name. Signs that are not seen, and dots at the end, do not hide it."""
    seen = "".join(sign for sign in name if unicodedata.category(sign)[0] != "C").rstrip(" .")
    return seen.rpartition(".")[2].casefold() in RUNNABLE and "." in seen


def checked(session: Session, name: str, data: bytes) -> str:
    """The name under which `data` would be kept. Raises RuleBroken as `attach` does."""
    shown = PurePath(name.replace("\\", "/")).name.strip()[:255] or "?"
    limit = policy(session, LIMIT_POLICY, LIMIT_MB)
    if not data:
        raise RuleBroken("attachment_empty", name=shown)
    if len(data) > limit * 1024 * 1024:
        raise RuleBroken("attachment_too_large", name=shown, limit=limit)
    if is_runnable(shown) or data.startswith(BEGINNINGS):
        raise RuleBroken("attachment_runnable", name=shown)
    return shown


def attach(
    session: Session,
    customer_id: int,
    name: str,
    data: bytes,
    *,
    contact_id: int | None = None,
    follow_up_id: int | None = None,
) -> int:
    """Keep `data` under `name` on the customer's card, perhaps as of a follow-up; returns the attachment's id.

    Raises RuleBroken: attachment_too_large (policy attachment.limit_mb), attachment_runnable, attachment_empty.
    """
    shown = checked(session, name, data)
    digest = hashlib.sha256(data).hexdigest()
    content_id = session.scalar(select(AttachmentContent.id).where(AttachmentContent.sha256 == digest))
    if content_id is None:
        content = AttachmentContent(sha256=digest, size=len(data), data=data)
        session.add(content)
        content_id = content.id
    row = Attachment(
        customer_id=customer_id,
        contact_id=contact_id,
        follow_up_id=follow_up_id,
        content_id=content_id,
        name=shown,
        media_type=mimetypes.guess_type(shown)[0],
    )
    session.add(row)
    return row.id


def attachments(session: Session, customer_id: int) -> list[AttachmentRow]:
    """The attachments of a customer, newest first, without their contents."""
    query = (
        select(Attachment.id, Attachment.name, AttachmentContent.size, Attachment.media_type)
        .join(AttachmentContent, AttachmentContent.id == Attachment.content_id)
        .where(Attachment.customer_id == customer_id)
        .order_by(Attachment.id.desc())
    )
    return [AttachmentRow(*row) for row in session.execute(query)]


def content(session: Session, attachment_id: int) -> tuple[str, bytes]:
    """Name and bytes of an attachment."""
    query = select(Attachment.name, AttachmentContent.data).join(AttachmentContent)
    row = session.execute(query.where(Attachment.id == attachment_id)).first()
    if row is None:
        raise RuleBroken("gone")
    return row[0], row[1]


def detach(session: Session, attachment_id: int) -> None:
    """Put an attachment in the recycle bin; its content stays until the bin is emptied."""
    delete_with_children(session, journal.table_named("attachment"), [attachment_id])
