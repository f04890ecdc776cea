"""价值等级: the classes an office sorts its customers into, as the policy "tiers" keeps them.

The policy is {"classes": [{"code", "name", "rank"}, …]} from the best class down. Whatever else a later version puts
beside "classes" is kept by `with_tiers`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from desktop.rules.errors import RuleBroken
from desktop.words import N_

POLICY = "tiers"
LONGEST_CODE = 20  # what the column of the customer holds
LONGEST_NAME = 40
RANKS = 5  # colours there are, 0 the best


@dataclass(frozen=True, slots=True)
class Tier:
    """One class: `code` stands on the cards, `name` explains it, `rank` is its colour, 0 the best."""

    code: str
    name: str = ""
    rank: int = 0


# Names of the office are shown as they are; these pass through the catalogue.
DEFAULT = (
    Tier("A", N_("Key customers"), 0),
    Tier("B", N_("Important customers"), 1),
    Tier("C", N_("Ordinary customers"), 2),
    Tier("D", N_("Small customers"), 3),
)


def tiers_of(policy: Any) -> tuple[Tier, ...]:
    """The tiers of a stored policy, best first; the default ones where there is none or nothing readable in it."""
    listed = policy.get("classes") if isinstance(policy, Mapping) else None
    if not isinstance(listed, list):
        return DEFAULT
    found = [
        Tier(str(one["code"]), str(one.get("name") or ""), int(one.get("rank") or 0))
        for one in listed
        if isinstance(one, Mapping) and one.get("code")
    ]
    return tuple(found) or DEFAULT


def with_tiers(policy: Any, tiers: Sequence[Tier]) -> dict[str, Any]:
    """The policy with these tiers in it, everything else left as it was."""
    kept = dict(policy) if isinstance(policy, Mapping) else {}
    return {**kept, "classes": [{"code": one.code, "name": one.name, "rank": one.rank} for one in tiers]}


def checked_tiers(tiers: Sequence[Tier]) -> tuple[Tier, ...]:
    """`tiers` tidied. Raises RuleBroken: no_tiers, tier_without_code, tier_twice, too_long, each with the field."""
    tidy = tuple(Tier(one.code.strip(), one.name.strip(), min(max(one.rank, 0), RANKS - 1)) for one in tiers)
    if not tidy:
        raise RuleBroken("no_tiers")
    for at, one in enumerate(tidy):
        if not one.code:
            raise RuleBroken("tier_without_code", f"code.{at}")
        if len(one.code) > LONGEST_CODE:
            raise RuleBroken("too_long", f"code.{at}", longest=LONGEST_CODE, length=len(one.code))
        if len(one.name) > LONGEST_NAME:
            raise RuleBroken("too_long", f"name.{at}", longest=LONGEST_NAME, length=len(one.name))
        if one.code.casefold() in {other.code.casefold() for other in tidy[:at]}:
            raise RuleBroken("tier_twice", f"code.{at}", tier=one.code)
    return tidy


def rank_of(tiers: Sequence[Tier], code: str | None) -> int | None:
    """The colour of a tier; None for no tier, the last colour for one that no longer is."""
    if not code:
        return None
    return next((one.rank for one in tiers if one.code == code), RANKS - 1)
