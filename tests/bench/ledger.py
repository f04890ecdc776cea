"""What was measured: each figure beside a floor taken in the same run, in the same minute, on the same machine."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from math import ceil
from statistics import median


def p95(values: Sequence[float]) -> float:
    """The value that 95 of 100 do not exceed."""
    return sorted(values)[ceil(len(values) * 0.95) - 1]


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the table. `told` is what is compared with the aims: the median or the p95 of `ours`."""

    what: str
    count: int
    floor: float | None
    middle: float
    told: float
    unit: str
    most: float | None  # the figure in `unit`; None where it gives none
    most_ratio: float | None
    load: float

    @property
    def ratio(self) -> float | None:
        """How many times the floor."""
        return self.middle / self.floor if self.floor else None

    @property
    def misses(self) -> list[str]:
        """Which aims it misses."""
        found = []
        if self.most is not None and self.told > self.most:
            found.append(f"{self.told:.1f} > {self.most:g} {self.unit}")
        if self.most_ratio is not None and self.ratio is not None and self.ratio > self.most_ratio:
            found.append(f"{self.ratio:.2f} > {self.most_ratio:g} ×")
        return found

    def cells(self) -> tuple[str, ...]:
        """The line as texts: what, n, floor, median, p95 or median, ratio, aim, verdict, load."""
        aims = [] if self.most is None else [f"≤ {self.most:g} {self.unit}"]
        aims += [] if self.most_ratio is None else [f"≤ {self.most_ratio:g} ×"]
        floor = "" if self.floor is None else f"{self.floor:.2f}"
        ratio = "" if self.ratio is None else f"{self.ratio:.2f} ×"
        verdict = "misses" if self.misses else "holds" if aims else ""
        told = "" if self.told == self.middle else f"{self.told:.2f}"
        return (
            self.what,
            str(self.count),
            floor,
            f"{self.middle:.2f}",
            told,
            ratio,
            " ".join(aims),
            verdict,
            f"{self.load:.1f}",
        )


HEAD = ("figure", "n", "floor", "median", "p95", "ratio", "aim", "", "load")


@dataclass
class Ledger:
    """Collects figures; with `strict` a missed aim fails the benchmark that measured it."""

    strict: bool = False
    figures: list[Figure] = field(default_factory=list)

    def put(
        self,
        what: str,
        ours: Sequence[float],
        floor: Sequence[float] = (),
        *,
        unit: str = "ms",
        most: float | None = None,
        most_ratio: float | None = None,
        by_p95: bool = False,
    ) -> None:
        """Enter one figure. `by_p95`: the aim is for the slowest twentieth, not for the middle."""
        middle, load = median(ours), os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0
        told = p95(ours) if by_p95 else middle
        below = median(floor) if floor else None
        figure = Figure(what, len(ours), below, middle, told, unit, most, most_ratio, load)
        self.figures.append(figure)
        assert not (self.strict and figure.misses), f"{what}: {', '.join(figure.misses)} (load {load:.1f})"

    def table(self) -> list[str]:
        """The lines of the table, in Markdown."""
        rows = [HEAD, *(figure.cells() for figure in self.figures)]
        widths = [max(len(row[at]) for row in rows) for at in range(len(HEAD))]
        lines = [
            "| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) + " |" for row in rows
        ]
        lines.insert(1, "| " + " | ".join("-" * width for width in widths) + " |")
        return lines


def milliseconds(work: Callable[[], object]) -> float:
    """How long one call takes."""
    begin = time.perf_counter()
    work()
    return (time.perf_counter() - begin) * 1000


def in_turns(rounds: int, *works: Callable[[], object]) -> list[list[float]]:
    """Milliseconds of each work, taken in turns so that what else the machine does strikes all alike."""
    taken: list[list[float]] = [[] for _ in works]
    for _ in range(rounds):
        for work, times in zip(works, taken, strict=True):
            times.append(milliseconds(work))
    return taken
