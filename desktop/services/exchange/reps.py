"""The people of the office, found by the names that sheets write."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import Rep
from db.search.name_key import name_key


class Reps:
    """Looks reps up by name, blanks and width set aside."""

    def __init__(self, session: Session) -> None:
        self._by_name: dict[str, list[tuple[int, bool]]] = {}
        self._names: dict[int, str] = {}
        for key, name, active in session.execute(select(Rep.id, Rep.name, Rep.active)):
            self._names[key] = name
            self._by_name.setdefault(name_key(name), []).append((key, active))

    def find(self, name: str) -> int | None:
        """The rep of that name, one who is still there before one who left; None for nobody, or for two."""
        found = self._by_name.get(name_key(name), [])
        active = [key for key, there in found if there]
        ids = active or [key for key, _ in found]
        return ids[0] if len(ids) == 1 else None

    def name_of(self, rep: int) -> str:
        """What the rep is called; "" for nobody of the office."""
        return self._names.get(rep, "")
