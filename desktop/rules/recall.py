"""收回建议: whose customers somebody else should look after, by the rules of the office. Only proposed, never done.

A customer is proposed when his rep had no effective contact with him for so many days (by tier), or when he bought
nothing so many days after he was given to the rep. What counts from earlier than the assignment is not held against
the rep: both are counted from the day he got the customer. Every proposal says its rule and how many days are left.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

from desktop.rules.errors import RuleBroken
from desktop.rules.strategy import NO_TIER

POLICY = "recall"
MOST_DAYS = 1095
MOST_WARNING = 60


class Why(StrEnum):
    """The rule by which a customer is proposed."""

    REP_LEFT = "rep_left"  # whose rep works here no more
    NO_CONTACT = "no_contact"
    NO_PURCHASE = "no_purchase"


@dataclass(frozen=True, slots=True)
class RecallPolicy:
    """The rules of an office; None: the rule does not hold.

    `contact`: days without an effective contact by tier (NO_TIER for customers in none, and for tiers not named),
    `purchase`: days without a purchase since the assignment. From `warn` days before on a customer is shown as coming.
    Spared are who has an open follow-up planned (`spare_planned`) and who bought in the last `spare_buyers` days.
    """

    contact: Mapping[str, int | None] = field(default_factory=dict)
    purchase: int | None = None
    warn: int = 7
    spare_planned: bool = True
    spare_buyers: int | None = 180


@dataclass(frozen=True, slots=True)
class Held:
    """What is known of a customer who has a rep. `since` the rep has him; `planned_on` his first open follow-up."""

    tier: str | None
    since: date
    contacted_on: date | None
    bought_on: date | None
    planned_on: date | None
    rep_active: bool = True
    exempt: bool = False


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a customer is proposed: the rule, from when on its days are counted, and the last of them.

    `left` days until then; below zero it is past.
    """

    why: Why
    since: date
    limit_on: date
    left: int


def reasons_of(held: Held, policy: RecallPolicy, today: date) -> tuple[Reason, ...]:
    """The rules by which a customer is proposed, or will be within the days of warning; the most pressing first."""
    if held.exempt:
        return ()
    if not held.rep_active:
        return (Reason(Why.REP_LEFT, held.since, today, 0),)
    if policy.spare_planned and held.planned_on is not None and held.planned_on >= today:
        return ()
    buying = policy.spare_buyers is not None and held.bought_on is not None
    if buying and held.bought_on is not None and (today - held.bought_on).days <= (policy.spare_buyers or 0):
        return ()
    since = min(held.since, today)  # a clock that was wrong
    found = []
    days = policy.contact.get(held.tier or NO_TIER, policy.contact.get(NO_TIER))
    if days is not None:
        last = since if held.contacted_on is None else max(since, min(held.contacted_on, today))
        found.append(_reason(Why.NO_CONTACT, last, days, today))
    bought = held.bought_on is not None and held.bought_on >= since
    if policy.purchase is not None and not bought:
        found.append(_reason(Why.NO_PURCHASE, since, policy.purchase, today))
    return tuple(sorted((one for one in found if one.left <= policy.warn), key=lambda one: one.left))


def _reason(why: Why, since: date, days: int, today: date) -> Reason:
    limit = since + timedelta(days=days)
    return Reason(why, since, limit, (limit - today).days)


def checked_policy(wanted: RecallPolicy) -> RecallPolicy:
    """`wanted`, or RuleBroken("out_of_range") at "contact.<tier>", "purchase", "warn" or "spare_buyers"."""
    for tier, days in wanted.contact.items():
        _within(days, 1, MOST_DAYS, f"contact.{tier}")
    _within(wanted.purchase, 1, MOST_DAYS, "purchase")
    _within(wanted.warn, 0, MOST_WARNING, "warn")
    _within(wanted.spare_buyers, 1, MOST_DAYS, "spare_buyers")
    return wanted


def policy_from(kept: Mapping[str, Any], usual: Mapping[str, int | None]) -> RecallPolicy:
    """The policy as the file keeps it; `usual` are the days by tier of an office that never set them."""
    blank = RecallPolicy()
    return RecallPolicy(
        {tier: kept.get("contact", {}).get(tier, days) for tier, days in usual.items()},
        kept.get("purchase", blank.purchase),
        int(kept.get("warn", blank.warn)),
        bool(kept.get("spare_planned", blank.spare_planned)),
        kept.get("spare_buyers", blank.spare_buyers),
    )


def as_kept(policy: RecallPolicy) -> dict[str, Any]:
    """What `policy_from` reads."""
    return {
        "contact": dict(policy.contact),
        "purchase": policy.purchase,
        "warn": policy.warn,
        "spare_planned": policy.spare_planned,
        "spare_buyers": policy.spare_buyers,
    }


def _within(value: int | None, low: int, high: int, name: str) -> None:
    if value is not None and not low <= value <= high:
        raise RuleBroken("out_of_range", name, low=low, high=high)
