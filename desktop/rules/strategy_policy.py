"""The policy "strategy" as JSON: {tier: {"cadence": {stage: [ideal, maximum]}, "care": {…}, "discount": per cent, …}}.

"" names customers in no tier. What is missing, or is nothing that could have been written here, has its default, each
value for itself: a file of a later version, or one edited by hand, must not cost the office the rest of its rules.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import Any, TypeVar

from db.vocabulary import Stage
from desktop.rules.strategy import (
    MOST_BUDGET,
    MOST_DAYS,
    MOST_VISITS,
    Cadence,
    CarePlan,
    Festival,
    Strategies,
    Strategy,
    Visitor,
    strategies_from,
)
from desktop.rules.strategy_defaults import default_strategies
from desktop.rules.tiers import Tier

POLICY = "strategy"

Kind = TypeVar("Kind", bound=StrEnum)


def strategies_of(policy: Any, tiers: Sequence[Tier]) -> Strategies:
    """The strategies that hold for the tiers of the office, best first."""
    usual = default_strategies([one.code for one in tiers])
    stored = _object(policy)
    return strategies_from({tier: _strategy(stored.get(tier), one) for tier, one in usual.all().items()})


def as_policy(strategies: Strategies) -> dict[str, Any]:
    """The policy that says this; equal strategies give equal texts."""
    return {tier: _written(one) for tier, one in strategies.all().items()}


def _written(one: Strategy) -> dict[str, Any]:
    return {
        "cadence": {stage.value: [one.cadences[stage].ideal, one.cadences[stage].maximum] for stage in Stage},
        "care": {
            "birthday": one.care.birthday,
            "festivals": [festival.value for festival in Festival if festival in one.care.festivals],
            "budget": str(int(one.care.budget)),
            "gift": one.care.gift,
        },
        "discount": one.discount,
        "visitor": one.visitor.value,
        "visits": one.visits,
    }


def _strategy(content: Any, usual: Strategy) -> Strategy:
    stored = _object(content)
    cadences, care = _object(stored.get("cadence")), _object(stored.get("care"))
    visitor = _member(Visitor, stored.get("visitor"), usual.visitor)
    visits = _whole(stored.get("visits"), 0, MOST_VISITS, usual.visits)
    return Strategy(
        {stage: _cadence(cadences.get(stage.value), usual.cadences[stage]) for stage in Stage},
        CarePlan(
            _flag(care.get("birthday"), usual.care.birthday),
            _festivals(care.get("festivals"), usual.care.festivals),
            _yuan(care.get("budget"), usual.care.budget),
            _flag(care.get("gift"), usual.care.gift),
        ),
        _whole(stored.get("discount"), 0, 100, usual.discount),
        visitor,
        0 if visitor is Visitor.NOBODY else visits,
    )


def _cadence(content: Any, usual: Cadence) -> Cadence:
    if not isinstance(content, list) or len(content) != 2:
        return usual
    ideal, maximum = (_whole(one, 1, MOST_DAYS, 0) for one in content)
    return Cadence(ideal, maximum) if 1 <= ideal <= maximum else usual


def _festivals(content: Any, usual: tuple[Festival, ...]) -> tuple[Festival, ...]:
    return tuple(one for one in Festival if one.value in content) if isinstance(content, list) else usual


def _yuan(content: Any, usual: Decimal) -> Decimal:
    """A budget as it was written; parts of a yuan are dropped."""
    try:
        found = Decimal(content) if isinstance(content, str) else None
    except InvalidOperation:
        found = None
    if found is None or not found.is_finite() or not 0 <= found <= MOST_BUDGET:
        return usual
    return Decimal(int(found))


def _object(content: Any) -> Mapping[str, Any]:
    return content if isinstance(content, Mapping) else {}


def _flag(content: Any, usual: bool) -> bool:
    return content if isinstance(content, bool) else usual


def _whole(content: Any, low: int, high: int, usual: int) -> int:
    fits = isinstance(content, int) and not isinstance(content, bool) and low <= content <= high
    return content if fits else usual


def _member(kind: type[Kind], content: Any, usual: Kind) -> Kind:
    return next((one for one in kind if one.value == content), usual)
