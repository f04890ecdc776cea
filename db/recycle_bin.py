"""回收站: emptied for good. What its deletions took away is forgotten by the journal, as an erasure forgets."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from db import journal
from db.erasure_words import Words, forget_in_facts
from db.forgetting import drop_secrets, drop_unused_contents, fields_of, forget_changes, secrets_of
from db.models import Action, Change
from db.queries.actions import deletion_ids
from db.vocabulary import ChangeKind


def bin_actions(session: Session, before: datetime | None) -> list[int]:
    """The deletions in the recycle bin that were done before a moment; None: all of them."""
    ids = deletion_ids(session)
    if before is None:
        return ids
    found: set[int] = set()
    for chunk in journal.chunks(ids):
        found.update(session.scalars(select(Action.id).where(Action.id.in_(chunk), Action.at < before)))
    return [one for one in ids if one in found]


def empty_bin(session: Session, actions: Sequence[int], *, called: str) -> int:
    """Forget for good what these deletions took away; returns the number of records. `called` stands for names."""
    records: dict[str, set[int]] = {}
    for chunk in journal.chunks(actions):
        query = select(Change.table_name, Change.record_id).where(
            Change.action_id.in_(chunk), Change.kind == ChangeKind.DELETED
        )
        for table, record_id in session.execute(query):
            records.setdefault(table, set()).add(record_id)
    for name, ids in records.items():  # brought back by some other way: it is no longer in the bin
        ids -= {row._mapping["id"] for row in journal.rows_by_id(session, journal.table_named(name), sorted(ids))}
    words = Words()
    for name in ("customer", "contact"):
        for fields in fields_of(session, name, records.get(name, set())):
            for at in (0, 1):
                words.take(name, {key: values[at] for key, values in fields.items() if len(values) == 2})
    secrets = secrets_of(session, records)
    touching: set[int] = set(actions)
    for name in ("customer", "contact"):
        for chunk in journal.chunks(sorted(records.get(name, ()))):
            about = select(Change.action_id).where(Change.table_name == name, Change.record_id.in_(chunk))
            touching.update(session.scalars(about))
    forget_changes(session, records)
    forget_in_facts(session, touching, words, called, whole=True)
    drop_secrets(session, secrets)
    drop_unused_contents(session)
    session.flush()
    journal.recorder_of(session).blank()
    return sum(map(len, records.values()))
