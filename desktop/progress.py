"""How long work tells where it is and learns that nobody wants it any more. Knows no Qt."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from threading import Event
from typing import TypeVar

Item = TypeVar("Item")


class Cancelled(Exception):
    """Raised inside the work when its user pressed cancel; the open write block rolls back by itself."""


def _to_nobody(_done: int, _total: int, _step: str) -> None:
    """For work nobody watches."""


class Progress:
    """Given to every job. `report(done, total, step)` is called at most every 50 ms; total 0 means unknown."""

    def __init__(self, report: Callable[[int, int, str], None] | None = None) -> None:
        self._report = report or _to_nobody
        self._stop = Event()
        self._last = 0.0
        self._step = ""

    def cancel(self) -> None:
        """Ask the work to stop at its next look."""
        self._stop.set()

    def look(self) -> None:
        """Raise Cancelled if somebody asked to stop."""
        if self._stop.is_set():
            raise Cancelled

    def step(self, name: str) -> None:
        """Name what is being done now; a code such as "reading", which the window words."""
        self._step = name
        self.at(0, 0, force=True)

    def at(self, done: int, total: int, *, force: bool = False) -> None:
        """Say that `done` of `total` pieces are finished, and stop here if cancelled."""
        self.look()
        now = time.monotonic()
        if force or done >= total or now - self._last >= 0.05:
            self._last = now
            self._report(done, total, self._step)

    def over(self, items: Sequence[Item]) -> Iterator[Item]:
        """Walk through `items`, reporting and looking for a cancel before each one."""
        total = len(items)
        for done, item in enumerate(items):
            self.at(done, total)
            yield item
        self.at(total, total, force=True)
