"""In which class of a scheme everybody stands now: by the value tiers, by the last round, or by what it would say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from db.queries.rounds import codes_of, last_round, tiers_in_force
from db.queries.stretch import Stretch
from db.store import Store
from desktop.progress import Progress
from desktop.rules.rating.outcome import UNCLASSED
from desktop.services.rating.measuring import values_of
from desktop.services.rating.overrides import in_force
from desktop.services.rating.proposing import propose
from desktop.services.rating.schemes import OfficeScheme, scheme_named

EVERYBODY = 2**63 - 1
YEAR = 365


@dataclass(frozen=True, slots=True)
class Standing:
    """`codes` {customer: class}; those in no class are left out. `source`: "tiers", "round", "proposal".

    `as_of`: the day of the round or proposal; of value tiers the day asked for.
    """

    scheme: OfficeScheme
    codes: Mapping[int, str]
    source: str
    as_of: date
    customers: int


def standing(store: Store, key: str, today: date, progress: Progress) -> Standing:
    """Everybody's class by a scheme. The leading scheme's classes are the value tiers, those given by hand among them;
    others are what the last round said, exceptions since then counted in; a scheme without a round is tried out."""
    with store.read() as session:
        chosen = scheme_named(session, key)
        now = tiers_in_force(session)
        last = last_round(session, key)
        if chosen.leads:
            codes = {one: code for one, code in now.items() if code is not None}
            return Standing(chosen, codes, "tiers", last.as_of if last else today, len(now))
        if last is not None:
            found = {one: code for one, code in codes_of(session, last.id).items() if code not in UNCLASSED}
            by_hand = {one: made.code for one, made in in_force(session, chosen, today).items() if one in now}
            return Standing(chosen, {**found, **by_hand}, "round", last.as_of, len(now))
    proposed = propose(store, key, today, progress)
    pairs = zip(proposed.proposal.customers, proposed.codes, strict=True)
    codes = {one: code for one, code in pairs if code not in UNCLASSED}
    return Standing(chosen, codes, "proposal", today, len(proposed.codes))


def metric_of_everybody(store: Store, metric: str, today: date, *, window: int = YEAR) -> Mapping[int, Decimal]:
    """{customer: value} of one numeric metric as of today; customers it says nothing of are left out."""
    with store.read() as session:
        found = values_of(session, [(metric, window)], Stretch(0, EVERYBODY, today))[metric, window]
    return {one: value for one, value in found.items() if isinstance(value, Decimal)}
