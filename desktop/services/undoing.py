"""Take an action back, whole, or all of it that nobody has changed since."""

from __future__ import annotations

from sqlalchemy.orm import Session

from db.queries.journal import FOR_GOOD, ActionRow, action
from db.store import Doing, Store
from db.undo import Conflict, UndoPlan, apply_undo, is_undone, plan_undo
from desktop.rules.errors import RuleBroken


class UndoConflict(RuleBroken):
    """Some of the action cannot be taken back: `conflicts` says what and why, field by field."""

    def __init__(self, conflicts: list[Conflict]) -> None:
        super().__init__("undo_conflict", count=len(conflicts))
        self.conflicts = conflicts


def undo(store: Store, action_id: int, *, leave_conflicts: bool = False) -> ActionRow:
    """Undo the action as one action of its own; returns what was undone.

    Raises UndoConflict with nothing changed, unless `leave_conflicts` says that those fields stay as they are now;
    RuleBroken("gone") for an action that does not exist, ("already_undone") for one that is undone,
    ("never_undone") for one that took values away for good.
    """
    with store.read() as session:
        row, plan = _plan(session, action_id)
    if plan.conflicts and not leave_conflicts:
        raise UndoConflict(plan.conflicts)
    doing = Doing("undo", {"kind": row.kind, "facts": row.facts}, undoes_id=action_id)
    with store.write(doing) as session:
        apply_undo(session, plan_undo(session, action_id))
    return row


def _plan(session: Session, action_id: int) -> tuple[ActionRow, UndoPlan]:
    row = action(session, action_id)
    if row is None:
        raise RuleBroken("gone")
    if row.kind in FOR_GOOD:
        raise RuleBroken("never_undone")
    if is_undone(session, action_id):
        raise RuleBroken("already_undone")
    return row, plan_undo(session, action_id)
