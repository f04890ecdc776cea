"""Primary keys: 63-bit integers that sort by time and are unique across copies of a file.

41 bits of milliseconds since 2024-01-01 (until 2093), 10 bits of node drawn at each program start, 12 bits of counter.
Two copies of a file, written on two machines, can therefore be compared and merged without renumbering.
"""

from __future__ import annotations

import secrets
import time
from threading import Lock

EPOCH_MS = 1_704_067_200_000
NODE_SHIFT = 12
TIME_SHIFT = 22
COUNTERS = 1 << NODE_SHIFT
NODE_MASK = (1 << (TIME_SHIFT - NODE_SHIFT)) - 1
FARTHEST = 1 << 62  # drawn in 2058: a key beyond that comes from damage, not from a clock


class Keys:
    """Draws keys. Never goes back, even when the machine's clock does."""

    def __init__(self, node: int | None = None) -> None:
        self._node = secrets.randbelow(NODE_MASK + 1) if node is None else node & NODE_MASK
        self._ms = 0
        self._counter = 0
        self._lock = Lock()

    def _tick(self) -> None:
        self._ms = max(self._ms + 1, time.time_ns() // 1_000_000 - EPOCH_MS)
        self._counter = 0

    def next(self) -> int:
        """One new key, greater than all drawn before."""
        with self._lock:
            if self._counter >= COUNTERS or time.time_ns() // 1_000_000 - EPOCH_MS > self._ms:
                self._tick()
            key = (self._ms << TIME_SHIFT) | (self._node << NODE_SHIFT) | self._counter
            self._counter += 1
            return key

    def rise_above(self, key: int) -> None:
        """All keys from now on are greater than `key`, even when this machine's clock says an earlier day.

        The newest key of a file, so that its journal stays in order. A key beyond FARTHEST is not believed.
        """
        if key < FARTHEST:
            with self._lock:
                if self._ms <= key >> TIME_SHIFT:
                    self._ms = key >> TIME_SHIFT
                    self._counter = COUNTERS

    def block(self, count: int) -> list[int]:
        """`count` rising keys that no other draw shares a millisecond with: a bulk insert is told by its ends."""
        keys: list[int] = []
        with self._lock:
            while len(keys) < count:
                self._tick()
                first = (self._ms << TIME_SHIFT) | (self._node << NODE_SHIFT)
                keys.extend(range(first, first + min(COUNTERS, count - len(keys))))
            self._counter = COUNTERS
        return keys


def node_of(key: int) -> int:
    """The node bits of a key."""
    return (key >> NODE_SHIFT) & NODE_MASK


def drawn_at(key: int) -> float:
    """When a key was drawn: seconds since 1970, UTC."""
    return ((key >> TIME_SHIFT) + EPOCH_MS) / 1000


# One source for the whole process: two of them could draw the same node.
_KEYS = Keys()
new_key = _KEYS.next
new_block = _KEYS.block
rise_above = _KEYS.rise_above
