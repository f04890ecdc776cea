"""What stands against an undo, field by field, in words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from db.queries.names import record_names, target_of
from desktop.ui.changes import field_words, pointed_words, record_words, value_words
from desktop.ui.words import tr

if TYPE_CHECKING:
    from db.undo import Conflict
    from desktop.ui.office import Office

SHOWN = 8


def conflict_words(office: Office, conflicts: Sequence[Conflict]) -> str:
    """A line for each of the first conflicts: "客户 甲厂 · 行业：现在是“包装”", and how many more there are."""
    told = list(conflicts[:SHOWN])
    wanted = [(one.table, one.record_id) for one in told]
    for one in told:
        target = target_of(one.table, one.field)
        wanted += [(target, one.found)] if target is not None and isinstance(one.found, int) else []
    with office.store.read() as session:
        names = record_names(session, wanted)
    lines = [_line(one, names) for one in told]
    if len(conflicts) > SHOWN:
        lines.append(tr("and {count} more", count=len(conflicts) - SHOWN))
    return office.veil.anyone("\n".join(lines))


def _line(conflict: Conflict, names: dict[tuple[str, int], str]) -> str:
    record = " ".join(filter(None, (record_words(conflict.table), names.get((conflict.table, conflict.record_id)))))
    if conflict.reason == "changed_since":
        field = field_words(conflict.table, conflict.field)
        now = _now(conflict, names) or tr("nothing")
        return tr("{record} · {field}: now {value}", record=record, field=field, value=now)
    if conflict.reason == "in_use":
        return tr("{record}: in use by another record ({kind})", record=record, kind=record_words(conflict.field))
    reasons = {
        "gone": tr("deleted since"),
        "taken": tr("its value is used by another record now"),
        "parent_gone": tr("what it belonged to was deleted"),
        "not_kept": tr("the journal has not kept its value"),
    }
    return f"{record}: {reasons.get(conflict.reason, conflict.reason)}"


def _now(conflict: Conflict, names: dict[tuple[str, int], str]) -> str:
    target = target_of(conflict.table, conflict.field)
    if target is not None and isinstance(conflict.found, int):
        return pointed_words(target, conflict.found, names)
    text = " ".join(value_words(conflict.table, conflict.field, conflict.found).split())
    return text if len(text) <= 60 else f"{text[:60]}…"
