"""考核表: parts of a month's work measured in per cent, weighed, and added up to a score of 100.

A part is good ÷ whole, at most 100 %. Where there is no whole (no card was checked, no card was due back) the part is
unknown, which is neither full marks nor none: its weight is left out, and the score is the points of the known parts
over their weights. Score = 100 × Σ weight × per cent ÷ Σ weight, over the known parts.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from desktop.rules.desk_policy import HUNDRED, Part

TENTH = Decimal("0.1")


@dataclass(frozen=True, slots=True)
class Measure:
    """`good` of `whole`; a whole of 0 means that nothing is known."""

    good: Decimal
    whole: Decimal

    @property
    def percent(self) -> Decimal | None:
        """0 to 100, unrounded; None where nothing is known."""
        return min(HUNDRED * self.good / self.whole, Decimal(HUNDRED)) if self.whole > 0 else None


@dataclass(frozen=True, slots=True)
class Scored:
    """One part with its why: what was measured, its weight, and the points it brought (None: unknown)."""

    part: Part
    measure: Measure
    weight: int

    @property
    def points(self) -> Decimal | None:
        """Weight × per cent, unrounded."""
        percent = self.measure.percent
        return None if percent is None else self.weight * percent / HUNDRED


@dataclass(frozen=True, slots=True)
class Appraisal:
    """All parts in their order, and the `score` they come to with one decimal; None where nothing is known."""

    parts: tuple[Scored, ...]
    score: Decimal | None

    @property
    def known(self) -> int:
        """The weight of the parts that are known, of 100."""
        return sum(one.weight for one in self.parts if one.points is not None)

    def of(self, part: Part) -> Scored:
        """One part."""
        return next(one for one in self.parts if one.part is part)


def appraise(measures: Mapping[Part, Measure], weights: Mapping[Part, int]) -> Appraisal:
    """The appraisal of one rep; a part that was not measured is unknown."""
    nothing = Measure(Decimal(0), Decimal(0))
    parts = tuple(Scored(part, measures.get(part, nothing), weights[part]) for part in Part)
    known = [(one.points, one.weight) for one in parts if one.points is not None]
    weight = sum(one for _, one in known)
    if not weight:
        return Appraisal(parts, None)
    score = sum((points for points, _ in known), Decimal(0)) * HUNDRED / weight
    return Appraisal(parts, score.quantize(TENTH, ROUND_HALF_UP))
