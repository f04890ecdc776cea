"""Which follow-ups were read on this machine: only what was done days before the first visit counts as read."""

from __future__ import annotations

import json
from collections.abc import Collection, MutableMapping
from datetime import date, timedelta

KEY = "desk.read"
FIRST_LOOK = 3  # days back that count as unread to one who never looked: what was done since before the weekend
DAYS = 14  # what was done earlier is not brought up again


class ReadMarks:
    """Kept in what the machine remembers, as {"since": day, "ids": [follow-ups read]}."""

    def __init__(self, memory: MutableMapping[str, str], today: date) -> None:
        self._memory = memory
        self.since, self._ids = _kept(memory.get(KEY, ""), today)
        if KEY not in memory:
            self._keep()

    def first_day(self, today: date) -> date:
        """The first day whose follow-ups may be unread."""
        return max(self.since, today - timedelta(days=DAYS - 1))

    def read(self, follow_up_id: int) -> bool:
        """Whether it was read."""
        return follow_up_id in self._ids

    def mark(self, follow_up_ids: Collection[int], *, read: bool = True) -> None:
        """Note that these were read, or are to be read again."""
        before = set(self._ids)
        self._ids = self._ids | set(follow_up_ids) if read else self._ids - set(follow_up_ids)
        if self._ids != before:
            self._keep()

    def forget_but(self, follow_up_ids: Collection[int]) -> None:
        """Keep no marks but those of follow-ups that can still come up."""
        self._ids &= set(follow_up_ids)
        self._keep()

    def _keep(self) -> None:
        self._memory[KEY] = json.dumps({"since": self.since.isoformat(), "ids": sorted(self._ids)})


def _kept(text: str, today: date) -> tuple[date, set[int]]:
    """What was remembered; a text nobody can read is none."""
    try:
        found = json.loads(text)
        return date.fromisoformat(found["since"]), {int(one) for one in found["ids"]}
    except (ValueError, KeyError, TypeError):
        return today - timedelta(days=FIRST_LOOK), set()
