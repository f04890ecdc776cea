"""完整度: what the office asks of its cards, how complete one is, and how the reps stand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from sqlalchemy.orm import Session

from db.models import Customer
from db.queries.completeness import (
    FilledGroup,
    RequirableField,
    Required,
    filled,
    filled_cards,
    filled_groups,
    ids_by_completeness,
    percentage,
    requirable_fields,
)
from db.queries.office import policy, reps
from db.vocabulary import CustomerKind
from desktop.rules.completeness import (
    POLICY,
    Completeness,
    as_policy,
    completeness,
    in_order,
    required_fields,
    set_for,
)
from desktop.services.offices import set_policy
from desktop.services.tiers import tiers


@dataclass(frozen=True, slots=True)
class Asked:
    """What the office asks of its cards: `required` by kind and tier, `titles` of the fields it added itself."""

    required: Required
    titles: Mapping[str, str]
    added: tuple[RequirableField, ...]

    def of(self, kind: CustomerKind, tier: str | None) -> tuple[str, ...]:
        """What is required of a customer."""
        return set_for(self.required, kind, tier)

    @property
    def keys(self) -> frozenset[str]:
        """Every field that is required of anybody."""
        return frozenset(key for keys in self.required.values() for key in keys)


@dataclass(frozen=True, slots=True)
class Standing:
    """One line of the 完整度排行. `mean` in per cent, 0 to 100; `missing` the field most often missing, and how often.

    `rep_id` None: customers of nobody.
    """

    rep_id: int | None
    rep: str
    customers: int
    mean: float
    full: int
    missing: str
    missing_count: int
    gaps: Mapping[str, int] = field(default_factory=dict)  # how often each required field is missing


@dataclass(frozen=True, slots=True)
class CardStanding:
    """One customer behind a figure of the ranking."""

    id: int
    number: str | None
    name: str
    value_tier: str | None
    owner: str | None
    percent: int
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Behind:
    """Which customers stand behind a figure: of a rep (`everybody`: of all), in a tier, full or not, without a field.

    `tier` "" is any tier, None no tier.
    """

    everybody: bool = True
    rep_id: int | None = None
    tier: str | None = ""
    full: bool | None = None
    without: str = ""


def asked(session: Session) -> Asked:
    """What the office asks of its cards at present."""
    added = requirable_fields(session)
    own = {kind: [one.key for one in added if one.only in (None, kind)] for kind in CustomerKind}
    always = {one.key for one in added if one.always}
    required = required_fields(policy(session, POLICY, None), tiers(session), own, always)
    return Asked(required, {one.key: one.title for one in added}, tuple(added))


def save_required(session: Session, required: Mapping[tuple[CustomerKind, str | None], Sequence[str]]) -> None:
    """Make this what is asked of each kind and tier; unknown fields are left out."""
    known = asked(session)
    tidy = {}
    for (kind, code), keys in required.items():
        own = [one.key for one in known.added if one.only in (None, kind)]
        tidy[kind, code] = in_order(kind, set(keys), own)
    set_policy(session, POLICY, as_policy(tidy))


def completeness_of(session: Session, customer_id: int, known: Asked | None = None) -> Completeness | None:
    """How complete a card is, and what is missing; None where the customer is gone."""
    known = known or asked(session)
    found = filled_cards(session, [customer_id], known.keys)
    return completeness(known.of(found[0].kind, found[0].value_tier), found[0].filled) if found else None


def ranking(session: Session, tier: str | None = "") -> list[Standing]:
    """The 完整度排行, the most complete first: all reps with customers, or of the customers of one tier.

    `tier` "" is every tier, None customers in none.
    """
    known = asked(session)
    groups = [one for one in filled_groups(session, known.required) if tier in ("", one.value_tier)]
    names = {one.id: one.name for one in reps(session)}
    lines = []
    for owner in dict.fromkeys(one.owner_id for one in groups):
        mine = [one for one in groups if one.owner_id == owner]
        lines.append(_standing(owner, names.get(owner or 0, ""), mine, known))
    return sorted(lines, key=lambda one: (-one.mean, -one.customers))


def _standing(owner: int | None, name: str, groups: Sequence[FilledGroup], known: Asked) -> Standing:
    """Every card counts the same, whatever is asked of it."""
    customers, points = sum(one.customers for one in groups), 0.0
    missing: dict[str, int] = {}
    for group in groups:
        keys = known.of(group.kind, group.value_tier)
        points += group.customers if not keys else sum(group.filled[key] for key in keys) / len(keys)
        for key in keys:
            missing[key] = missing.get(key, 0) + group.customers - group.filled[key]
    worst = max(missing, key=lambda key: missing[key], default="")
    often = missing.get(worst, 0)
    full = sum(one.full for one in groups)
    return Standing(owner, name, customers, points * 100 / customers, full, worst if often else "", often, missing)


def together(lines: Sequence[Standing]) -> Standing:
    """All reps in one line; every card counts the same, however many its rep has."""
    customers = sum(one.customers for one in lines)
    mean = sum(one.mean * one.customers for one in lines) / customers if customers else 100.0
    gaps: dict[str, int] = {}
    for one in lines:
        for key, count in one.gaps.items():
            gaps[key] = gaps.get(key, 0) + count
    worst = max(gaps, key=lambda key: gaps[key], default="")
    often = gaps.get(worst, 0)
    return Standing(None, "", customers, mean, sum(one.full for one in lines), worst if often else "", often, gaps)


def customers_behind(session: Session, wanted: Behind) -> list[int]:
    """The ids of the customers behind a figure, the emptiest cards first."""
    known = asked(session)
    conditions = []
    if not wanted.everybody:
        conditions.append(Customer.owner_id == wanted.rep_id)  # None compares as "is null"
    if wanted.tier != "":
        conditions.append(Customer.value_tier == wanted.tier)
    if wanted.full is not None:
        share = percentage(known.required)
        conditions.append(share == 100 if wanted.full else share < 100)
    if wanted.without:
        conditions.append(~filled(wanted.without))
    found = ids_by_completeness(session, known.required, *conditions)
    return found if not wanted.without else _asked_for(session, found, wanted.without, known)


def _asked_for(session: Session, ids: list[int], key: str, known: Asked) -> list[int]:
    """Those of whom the field is required."""
    cards = filled_cards(session, ids, ())
    return [one.id for one in cards if key in known.of(one.kind, one.value_tier)]


def card_standings(session: Session, ids: Sequence[int]) -> list[CardStanding]:
    """How complete these cards are."""
    known = asked(session)
    lines = []
    for one in filled_cards(session, ids, known.keys):
        now = completeness(known.of(one.kind, one.value_tier), one.filled)
        lines.append(CardStanding(one.id, one.number, one.name, one.value_tier, one.owner, now.percent, now.missing))
    return lines
