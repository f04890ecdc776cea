"""Several criteria of a score card that together lift a customer to a class, where none of them does it alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from desktop.rules.rating.levers import Lever, reachable
from desktop.rules.rating.lifting import effort
from desktop.rules.rating.measured import Value
from desktop.rules.rating.outcome import Proposal
from desktop.rules.rating.points import NO_POINTS, Scale
from desktop.rules.rating.scheme import Method, Scheme
from desktop.rules.rating.score import HUNDRED, weights_of

GIVEN = frozenset({"tenure", "customers"})  # nobody can work on these
LEAST_EFFORT = Decimal("0.01")  # what is nearer than a hundredth is equally near


@dataclass(frozen=True, slots=True)
class _Move:
    """One criterion brought to a better band: what that adds to the score, and how far it is."""

    at: int
    lever: Lever
    points: Decimal
    gain: Decimal

    @property
    def worth(self) -> Decimal:
        """Points won for the effort."""
        return self.gain / max(effort(self.lever), LEAST_EFFORT)


def together(scheme: Scheme, scales: Sequence[Scale], proposal: Proposal, place: int, target: str) -> tuple[Lever, ...]:
    """Criteria to bring to better bands until the score is that of the target, the most points for the least effort
    first; () where the scheme is no score card, or all of them are not enough. `scales` as `scales_of` gives them."""
    least = next((one.least for one in scheme.classes if one.code == target), None)
    if scheme.method is not Method.SCORE or least is None:
        return ()
    weights = weights_of(scheme)
    values = [column.values[place] for column in proposal.columns]
    points = [column.points[place] or NO_POINTS for column in proposal.columns]
    chosen: dict[int, Lever] = {}
    while sum((one * weight for one, weight in zip(points, weights, strict=True)), NO_POINTS) < least * HUNDRED:
        moves = [
            move
            for at, scale in enumerate(scales)
            if scale.criterion.metric not in GIVEN
            for move in _moves(at, scale, values[at], points[at], weights[at], target)
        ]
        if not moves:
            return ()
        best = max(moves, key=lambda one: (one.worth, one.gain))
        chosen[best.at], points[best.at] = best.lever, best.points
    return tuple(chosen.values())


def _moves(at: int, scale: Scale, now: Value, points: Decimal, weight: Decimal, target: str) -> list[_Move]:
    """The better bands of one criterion."""
    return [
        _Move(
            at,
            Lever(scale.criterion.metric, scale.criterion.window, now, needed, target, at_most),
            worth,
            (worth - points) * weight,
        )
        for needed, at_most, worth, _distance in reachable(scale, now, NO_POINTS, better=True)
        if (worth - points) * weight > 0
    ]
