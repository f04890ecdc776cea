"""How the last effective contact with a customer stands against the 跟进频度 of his tier and stage."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from db.cadence import Cadence, CadenceState


@dataclass(frozen=True, slots=True)
class Standing:
    """How it stands. `days` since the last contact, `left` to the maximum, negative past it; 0 both where `never`.

    `due_on` is the ideal day of the next contact and `late_after` the last day it is in time; None where `never`.
    """

    state: CadenceState
    days: int = 0
    left: int = 0
    due_on: date | None = None
    late_after: date | None = None

    @property
    def order(self) -> tuple[int, int]:
        """Sorts customers by what presses: never contacted first, then the fewest days left."""
        return tuple(CadenceState).index(self.state), self.left


def cadence_state(last_on: date | None, today: date, cadence: Cadence) -> Standing:
    """How a customer stands on `today` who was last contacted with effect on `last_on`, None for never.

    A contact in the future (a clock that was wrong) counts as one of today.
    """
    if last_on is None:
        return Standing(CadenceState.NEVER)
    last_on = min(last_on, today)
    days = (today - last_on).days
    left = cadence.maximum - days
    state = CadenceState.LATE if left < 0 else CadenceState.DUE if days >= cadence.ideal else CadenceState.FRESH
    due_on, late_after = last_on + timedelta(days=cadence.ideal), last_on + timedelta(days=cadence.maximum)
    return Standing(state, days, left, due_on, late_after)


__all__ = ["Cadence", "CadenceState", "Standing", "cadence_state"]
