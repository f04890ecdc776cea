"""What an undo would do, and what stands against it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

# What the program lays out by itself: nobody did it, so it stands in nobody's way. Whoever takes back what it came of
# takes it back too.
AUTOMATIC = frozenset({"series.continue", "sequence.auto"})


@dataclass(frozen=True, slots=True)
class Conflict:
    """Why one piece cannot be turned round.

    `reason`: "changed_since" (of `field`: expected the journal's new value, found another), "gone" (the record was
    deleted since), "in_use" (another record made since points at it: `field` is that table), "taken" (a unique value
    is used by another record), "parent_gone" (what it belonged to is deleted), "not_kept" (the journal holds no value).
    """

    table: str
    record_id: int
    field: str
    reason: str
    expected: Any = None
    found: Any = None


@dataclass(slots=True)
class UndoPlan:
    """What an undo would do: records to delete, to bring back and to set back, and what stands against it."""

    delete: dict[str, list[int]] = field(default_factory=dict)
    create: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    change: dict[str, dict[int, dict[str, Any]]] = field(default_factory=dict)
    conflicts: list[Conflict] = field(default_factory=list)

    def size(self) -> int:
        """Records that would be touched."""
        return sum(map(len, self.delete.values())) + sum(map(len, self.create.values())) + self._changes()

    def _changes(self) -> int:
        return sum(map(len, self.change.values()))
