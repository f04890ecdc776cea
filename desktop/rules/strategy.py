"""等级策略: what a value tier means for the work with its customers, beside the service clock and the required fields.

For each tier: 跟进频度 by stage, 客情 of a year, the discount a rep may give, who visits and how often.
`strategy_policy` reads and writes it as the policy "strategy", `strategy_defaults` knows what a sales office usually
does, `cadence` says how the last contact stands against it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from db.cadence import Cadence, Rhythms
from db.vocabulary import Stage
from desktop.rules.errors import RuleBroken
from desktop.words import N_

NO_TIER = ""  # how the policy, and fields of a RuleBroken, name customers in no tier
MOST_DAYS = 1095  # between two contacts: three years
MOST_BUDGET = Decimal(9_999_999)  # yuan a year
MOST_VISITS = 366  # a year
WHOLE = Decimal(1)


class Festival(StrEnum):
    """节日 on which one greets; days by the lunar calendar except the first and the last."""

    NEW_YEAR = "new_year"
    SPRING = "spring"
    LANTERN = "lantern"
    DRAGON_BOAT = "dragon_boat"
    MID_AUTUMN = "mid_autumn"
    NATIONAL = "national"


FESTIVALS: Mapping[Festival, str] = {
    Festival.NEW_YEAR: N_("New Year"),
    Festival.SPRING: N_("Spring Festival"),
    Festival.LANTERN: N_("Lantern Festival"),
    Festival.DRAGON_BOAT: N_("Dragon Boat"),
    Festival.MID_AUTUMN: N_("Mid-Autumn"),
    Festival.NATIONAL: N_("National Day"),
}


class Visitor(StrEnum):
    """Who calls on the customers of a tier."""

    SUPERVISOR = "supervisor"
    TOGETHER = "together"
    IN_TURN = "in_turn"
    REP = "rep"
    NOBODY = "nobody"


VISITORS: Mapping[Visitor, str] = {
    Visitor.SUPERVISOR: N_("the supervisor"),
    Visitor.TOGETHER: N_("supervisor and rep together"),
    Visitor.IN_TURN: N_("rep and supervisor in turn"),
    Visitor.REP: N_("the rep"),
    Visitor.NOBODY: N_("nobody, by phone only"),
}


@dataclass(frozen=True, slots=True)
class CarePlan:
    """客情 of a year: `budget` in whole yuan for all of it; `gift`: whether more than a greeting is given."""

    birthday: bool = True
    festivals: tuple[Festival, ...] = ()
    budget: Decimal = Decimal(0)
    gift: bool = False


@dataclass(frozen=True, slots=True)
class Strategy:
    """What one tier means. `discount`: per cent, the most a rep may take off; `visits`: the least a year."""

    cadences: Mapping[Stage, Cadence]
    care: CarePlan
    discount: int
    visitor: Visitor
    visits: int


@dataclass(frozen=True, slots=True)
class Strategies:
    """The strategies of the office: of each of its tiers, best first, and of customers in none."""

    tiers: Mapping[str, Strategy]
    untiered: Strategy

    def of(self, tier: str | None) -> Strategy:
        """The strategy of a tier; a tier that is no longer there is treated as none."""
        return self.tiers.get(tier or NO_TIER, self.untiered)

    def all(self) -> dict[str, Strategy]:
        """Every strategy by its tier, NO_TIER last."""
        return {**self.tiers, NO_TIER: self.untiered}


def strategies_from(all_of_them: Mapping[str, Strategy]) -> Strategies:
    """What `Strategies.all` gave, put together again."""
    tiers = {tier: one for tier, one in all_of_them.items() if tier != NO_TIER}
    return Strategies(tiers, all_of_them[NO_TIER])


def rhythms_of(strategies: Strategies) -> Rhythms:
    """The cadences of all tiers and stages, as the file is asked by them."""
    tiers = {tier: dict(one.cadences) for tier, one in strategies.tiers.items()}
    return Rhythms(tiers, dict(strategies.untiered.cadences))


def cadence_for(strategies: Strategies, tier: str | None, stage: Stage) -> Cadence:
    """How often a customer of this tier and stage should be contacted."""
    return strategies.of(tier).cadences[stage]


def checked(strategies: Strategies) -> Strategies:
    """`strategies`, or RuleBroken at "<tier>.<what>": see `checked_strategy`."""
    for tier, one in strategies.all().items():
        checked_strategy(one, tier)
    return strategies


def checked_strategy(one: Strategy, tier: str = NO_TIER) -> Strategy:
    """`one`, or RuleBroken: out_of_range, too_precise, ideal_over_maximum, visits_by_nobody.

    Fields are "<tier>.<stage>.ideal", "….maximum", "<tier>.budget", "….discount", "….visits".
    """
    for stage, cadence in one.cadences.items():
        for name, days in (("ideal", cadence.ideal), ("maximum", cadence.maximum)):
            _within(days, 1, MOST_DAYS, f"{tier}.{stage}.{name}")
        if cadence.ideal > cadence.maximum:
            ends = {"ideal": cadence.ideal, "maximum": cadence.maximum}
            raise RuleBroken("ideal_over_maximum", f"{tier}.{stage}.ideal", **ends)
    _within(one.care.budget, 0, MOST_BUDGET, f"{tier}.budget")
    if one.care.budget % WHOLE:
        raise RuleBroken("too_precise", f"{tier}.budget", places=0)
    _within(one.discount, 0, 100, f"{tier}.discount")
    _within(one.visits, 0, MOST_VISITS, f"{tier}.visits")
    if one.visits and one.visitor is Visitor.NOBODY:
        raise RuleBroken("visits_by_nobody", f"{tier}.visits", visits=one.visits)
    return one


def _within(value: int | Decimal, low: int, high: int | Decimal, field: str) -> None:
    if not low <= value <= high:
        raise RuleBroken("out_of_range", field, low=low, high=high)


__all__ = [
    "FESTIVALS",
    "MOST_BUDGET",
    "MOST_DAYS",
    "MOST_VISITS",
    "NO_TIER",
    "VISITORS",
    "Cadence",
    "CarePlan",
    "Festival",
    "Strategies",
    "Strategy",
    "Visitor",
    "cadence_for",
    "checked",
    "checked_strategy",
    "rhythms_of",
    "strategies_from",
]
