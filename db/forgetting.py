"""The pieces of forgetting: what the journal kept of records, secrets and the bytes of attachments."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from db import journal
from db.models import Attachment, AttachmentContent, Change, Contact, Customer
from db.recorder import ERASED_TEXT
from db.vocabulary import ChangeKind

_SECRETS = ("customer", "contact")  # tables whose id_number_id points at a secret


def fields_of(session: Session, table: str, ids: set[int]) -> list[dict[str, list[Any]]]:
    """What the journal keeps of these records: {field: [old, new]} of each change."""
    found: list[dict[str, list[Any]]] = []
    for chunk in journal.chunks(sorted(ids)):
        query = select(Change.fields).where(Change.table_name == table, Change.record_id.in_(chunk))
        found += map(json.loads, session.scalars(query))
    return found


def secrets_of(session: Session, records: Mapping[str, set[int]]) -> set[int]:
    """The secrets these records point at, or did once."""
    found: set[int | None] = set()
    for name in _SECRETS:
        ids = records.get(name, set())
        table = journal.table_named(name)
        found.update(row._mapping["id_number_id"] for row in journal.rows_by_id(session, table, sorted(ids)))
        for fields in fields_of(session, name, ids):
            found.update(fields.get("id_number_id", ()))
    return {one for one in found if isinstance(one, int)}


def forget_changes(session: Session, records: Mapping[str, set[int]]) -> None:
    """Blank what the journal kept of these records."""
    for name, ids in records.items():
        for chunk in journal.chunks(sorted(ids)):
            query = update(Change).where(
                Change.table_name == name, Change.record_id.in_(chunk), Change.kind != ChangeKind.CREATED
            )
            session.connection().execute(query.values(fields=ERASED_TEXT))


def drop_secrets(session: Session, ids: set[int]) -> None:
    """Delete those of these secrets that no record points at any more."""
    used: set[int | None] = set()
    for model in (Customer, Contact):
        for chunk in journal.chunks(sorted(ids)):
            used.update(session.scalars(select(model.id_number_id).where(model.id_number_id.in_(chunk))))
    journal.bulk_delete(session, journal.table_named("secret"), sorted(ids - used))


def drop_unused_contents(session: Session) -> int:
    """Delete the bytes of attachments that no attachment has, and none that the journal could bring back."""
    session.flush()
    used: set[Any] = set(session.scalars(select(Attachment.content_id)))
    for text in session.scalars(select(Change.fields).where(Change.table_name == "attachment")):
        used.update(json.loads(text).get("content_id", ()))
    unused = [one for one in session.scalars(select(AttachmentContent.id)) if one not in used]
    journal.bulk_delete(session, journal.table_named("attachment_content"), unused)
    return len(unused)
