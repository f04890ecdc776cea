"""The words that tell an erased person from others, and taking them out of the texts that stay."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import String, Table, Text, select, update
from sqlalchemy.orm import Session

from db import journal
from db.models import Action, Base, Change
from db.recorder import ERASED_TEXT

SHORTEST_NAME = 2  # one character alone would be found in half of all words
SHORTEST_NUMBER = 5
_PRINCIPAL = "principal_"
# Lines, not prose, that may say a person's name.
_NAMING = {
    ("attachment", "name"),
    ("care_record", "what"),
    ("contact", "left_reason"),
    ("contract", "title"),
    ("customer", "introducer"),
    ("customer", "lost_reason"),
    ("customer", "principal_name"),
    ("follow_up", "place"),
    ("follow_up_move", "reason"),
    ("follow_up_series", "place"),
    ("key_date", "label"),
    ("loan", "note"),
    ("major_event", "what"),
    ("not_duplicate", "note"),
    ("privacy_record", "source"),
    ("privacy_record", "purpose"),
    ("privacy_record", "consent_how"),
    ("relation", "other_name"),
    ("service_case", "subject"),
}


@dataclass(slots=True)
class Words:
    """`names` and `numbers` (phones, e-mail, WeChat, ID) of one person."""

    names: set[str] = field(default_factory=set)
    numbers: set[str] = field(default_factory=set)

    def take(self, table: str, values: Mapping[str, Any]) -> None:
        """Note what a row of customer, contact or reach says."""
        if table == "reach":
            self._number(values.get("value"))
            return
        for name in ("name", "short_name"):
            self._name(values.get(name))
        for former in re.split(r"[、，,;；\n]", str(values.get("former_names") or "")):
            self._name(former)

    def _name(self, name: object) -> None:
        if isinstance(name, str) and len(name.strip()) >= SHORTEST_NAME:
            self.names.add(name.strip())

    def _number(self, value: object) -> None:
        if not isinstance(value, str) or len(value.strip()) < SHORTEST_NUMBER:
            return
        bare = value.strip()
        self.numbers.add(bare)
        if len(bare) == 11 and bare.isdecimal():  # as people write a mobile
            self.numbers |= {f"{bare[:3]}{sign}{bare[3:7]}{sign}{bare[7:]}" for sign in " -"}

    def pattern(self) -> re.Pattern[str] | None:
        """What finds any of them, the longest first; None for nobody."""
        found = sorted(self.names | self.numbers, key=len, reverse=True)
        return re.compile("|".join(map(re.escape, found))) if found else None


def text_columns(table: Table) -> list[str]:
    """The columns in which a person may be named beside his own records."""
    return [
        column.name
        for column in table.c
        if (type(column.type) is Text or (table.name, column.name) in _NAMING)
        and isinstance(column.type, String)
        and not {"derived", "unjournalled"} & column.info.keys()
    ]


def _tables_of_customers() -> list[tuple[Table, str]]:
    return [
        (table, "id" if table.name == "customer" else "customer_id")
        for table in Base.metadata.sorted_tables
        if table.name == "customer" or ("customer_id" in table.c and table.name not in journal.JOURNAL_TABLES)
    ]


def forget_in_texts(session: Session, customers: Sequence[int], words: Words, called: str) -> int:
    """Write `called` for the words in all texts of these customers, and in what the journal kept of them.

    Returns the number of records that were changed.
    """
    pattern = words.pattern()
    if pattern is None:
        return 0
    changed = 0
    for table, column in _tables_of_customers():
        names = text_columns(table)
        if not names:
            continue
        query = select(table.c.id, *(table.c[name] for name in names)).where(table.c[column].in_(customers))
        changes: dict[int, dict[str, str]] = {}
        for record_id, *texts in session.execute(query):
            news = {n: pattern.sub(called, t) for n, t in zip(names, texts, strict=True) if t and pattern.search(t)}
            if news:
                changes[record_id] = news
        journal.bulk_change(session, table, changes)
        changed += len(changes)
    _forget_in_changes(session, customers, pattern, called)
    return changed


def _forget_in_changes(session: Session, customers: Sequence[int], pattern: re.Pattern[str], called: str) -> None:
    query = select(Change.id, Change.table_name, Change.fields).where(
        Change.subject_id.in_(customers), Change.fields != ERASED_TEXT
    )
    for change_id, table, text in session.execute(query).all():
        if table not in Base.metadata.tables:
            continue
        fields = json.loads(text)
        names = text_columns(journal.table_named(table))
        new = {
            name: [_cleaned(one, pattern, called) for one in values] if name in names else values
            for name, values in fields.items()
        }
        if new != fields:
            kept = json.dumps(new, ensure_ascii=False, separators=(",", ":"))
            session.connection().execute(update(Change).where(Change.id == change_id).values(fields=kept))


def _cleaned(value: Any, pattern: re.Pattern[str], called: str) -> Any:
    if isinstance(value, str):
        return pattern.sub(called, value)
    if isinstance(value, list):
        return [_cleaned(one, pattern, called) for one in value]
    if isinstance(value, dict):
        return {key: _cleaned(one, pattern, called) for key, one in value.items()}
    return value


def forget_in_facts(session: Session, actions: set[int], words: Words, called: str, *, whole: bool) -> None:
    """Write `called` for the words in what these actions say of themselves.

    `whole`: a name must be all that a fact says; a customer called 张三商店 keeps its name when 张三 goes.
    """
    pattern = words.pattern()
    if pattern is None:
        return
    if whole:
        names = "|".join(f"^{re.escape(name)}$" for name in sorted(words.names, key=len, reverse=True))
        numbers = "|".join(re.escape(number) for number in sorted(words.numbers, key=len, reverse=True))
        pattern = re.compile("|".join(filter(None, (names, numbers))))
    for chunk in journal.chunks(sorted(actions)):
        for action_id, text in session.execute(select(Action.id, Action.facts).where(Action.id.in_(chunk))).all():
            facts = json.loads(text)
            new = _cleaned(facts, pattern, called)
            if new != facts:
                kept = json.dumps(new, ensure_ascii=False)
                session.connection().execute(update(Action).where(Action.id == action_id).values(facts=kept))


def principals(session: Session, customers: Sequence[int], words: Words) -> None:
    """Empty what a card tells of its 法人代表 where that is the person."""
    table = journal.table_named("customer")
    columns = [column.name for column in table.c if column.name.startswith(_PRINCIPAL)]
    named = select(table.c.id).where(table.c.id.in_(customers), table.c.principal_name.in_(sorted(words.names)))
    journal.bulk_change(session, table, {one: dict.fromkeys(columns) for one in session.scalars(named)})
