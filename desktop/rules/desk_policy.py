"""What the supervisor's desk goes by: cards a week, when a lent card is due, what counts how much in the appraisal."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from desktop.rules.errors import RuleBroken

POLICY = "desk"
HUNDRED = 100


class Part(StrEnum):
    """What the appraisal is made of."""

    CONTACTS = "contacts"
    EFFECTIVE = "effective"
    COMPLETE = "complete"
    CHECKS = "checks"
    LOANS = "loans"
    CALLBACKS = "callbacks"
    ON_TIME = "on_time"


WEIGHTS: Mapping[Part, int] = {
    Part.CONTACTS: 20,
    Part.EFFECTIVE: 15,
    Part.COMPLETE: 20,
    Part.CHECKS: 15,
    Part.LOANS: 10,
    Part.CALLBACKS: 10,
    Part.ON_TIME: 10,
}
LIMITS: Mapping[str, tuple[int, int]] = {
    "cards": (1, 50),
    "apart_weeks": (0, 52),
    "callbacks": (1, 50),
    "loan_days": (0, 31),
    "contacts_a_day": (1, 60),
}


@dataclass(frozen=True, slots=True)
class DeskPolicy:
    """`cards` of each rep are drawn for a week's check, none drawn again within `apart_weeks` if that can be helped.

    `callbacks`: visits proposed for a week's 回访核实. A lent card is due `loan_days` later, 0 the same evening.
    `contacts_a_day`: effective contacts on a working day that count as full in the appraisal; `weights` come to 100.
    """

    cards: int = 5
    apart_weeks: int = 8
    callbacks: int = 5
    loan_days: int = 0
    contacts_a_day: int = 5
    weights: Mapping[Part, int] = field(default_factory=lambda: dict(WEIGHTS))


def checked_policy(wanted: DeskPolicy) -> DeskPolicy:
    """`wanted`, or RuleBroken: "out_of_range" at its field ("weights.<part>" for a weight), "weights_not_100"."""
    for name, (low, high) in LIMITS.items():
        if not low <= getattr(wanted, name) <= high:
            raise RuleBroken("out_of_range", name, low=low, high=high)
    for part, weight in wanted.weights.items():
        if not 0 <= weight <= HUNDRED:
            raise RuleBroken("out_of_range", f"weights.{part}", low=0, high=HUNDRED)
    total = sum(wanted.weights.values())
    if total != HUNDRED:
        raise RuleBroken("weights_not_100", f"weights.{Part.CONTACTS}", total=total)
    return wanted


def policy_from(kept: Mapping[str, Any]) -> DeskPolicy:
    """The policy as the file keeps it; what the office never set is ours."""
    usual, weights = DeskPolicy(), kept.get("weights", {})
    numbers = {name: int(kept.get(name, getattr(usual, name))) for name in LIMITS}
    return DeskPolicy(**numbers, weights={part: int(weights.get(part.value, WEIGHTS[part])) for part in Part})


def as_kept(policy: DeskPolicy) -> dict[str, Any]:
    """What `policy_from` reads."""
    weights = {part.value: weight for part, weight in policy.weights.items()}
    return {name: getattr(policy, name) for name in LIMITS} | {"weights": weights}
