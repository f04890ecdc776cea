"""评定: what a scheme would say of everybody as of a day, held against the round before; nothing is written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from functools import cached_property

from db.queries.rounds import OverrideRow, RoundRow, codes_of, last_round
from db.store import Store
from desktop.progress import Progress
from desktop.rules.rating.checks import checked
from desktop.rules.rating.levers import Levers, borderline, levers, rank_in
from desktop.rules.rating.measured import Measured
from desktop.rules.rating.metrics import BY_KEY, Metric
from desktop.rules.rating.outcome import UNCLASSED, Proposal, Rating
from desktop.rules.rating.rate import asked_for, rate
from desktop.rules.rating.scheme import Criterion, Scheme
from desktop.services.rating.measuring import measure
from desktop.services.rating.overrides import in_force
from desktop.services.rating.schemes import OfficeScheme, metrics_of, scheme_named

UP, DOWN, SAME, NEW, OUT = "up", "down", "same", "new", "out"


@dataclass(frozen=True)  # no slots: who is borderline is worked out when it is first asked for
class Proposed:
    """A round before it is published. `codes` are the classes that would be in force, exceptions counted in.

    `at` {customer: his place in the columns}; `last`: the last round of the scheme up to that day, and `previous`
    {customer: class} in it.
    """

    scheme: OfficeScheme
    measured: Measured
    proposal: Proposal
    codes: Sequence[str]
    overrides: Mapping[int, OverrideRow]
    previous: Mapping[int, str]
    last: RoundRow | None
    at: Mapping[int, int] = field(default_factory=dict)

    @property
    def as_of(self) -> date:
        """The day it speaks of."""
        return self.proposal.as_of

    @cached_property
    def near(self) -> frozenset[int]:
        """The places of borderline customers: within five per cent of another class."""
        return frozenset(borderline(self.scheme.scheme, self.measured, self.proposal))

    def moved(self, place: int) -> str:
        """How a customer moved against the last round: "up", "down", "same", "new" to it, or "out" of all classes."""
        before = self.previous.get(self.proposal.customers[place])
        return move(self.scheme.scheme, before, self.codes[place])

    def rating(self, customer_id: int) -> Rating | None:
        """The computed rating of a customer; None for one who is not in the file."""
        place = self.at.get(customer_id)
        return None if place is None else self.proposal.rating(place)

    def levers(self, customer_id: int) -> Levers:
        """What would lift or drop a customer."""
        place = self.at.get(customer_id)
        return Levers() if place is None else levers(self.scheme.scheme, self.measured, self.proposal, place)

    def counts(self) -> dict[str, int]:
        """{class in force: how many}, in the order of the classes, those without one last."""
        found = dict.fromkeys(self.scheme.codes, 0)
        for code in self.codes:
            found[code] = found.get(code, 0) + 1
        return found

    def sums(self) -> dict[str, Decimal]:
        """{class in force: purchases}."""
        found = dict.fromkeys(self.scheme.codes, Decimal(0))
        for code, amount in zip(self.codes, self.proposal.amounts, strict=True):
            found[code] = found.get(code, Decimal(0)) + amount
        return found


def move(scheme: Scheme, before: str | None, now: str) -> str:
    """How a class changed, by the order of the classes."""
    if before is None or (before in UNCLASSED and now not in UNCLASSED):
        return SAME if now in UNCLASSED else NEW
    if now in UNCLASSED:
        return SAME if before in UNCLASSED else OUT
    then, here = rank_in(scheme, before), rank_in(scheme, now)
    return SAME if then == here else UP if here < then else DOWN


def propose(store: Store, key: str, as_of: date, progress: Progress, *, window: int | None = None) -> Proposed:
    """Rate everybody by a scheme as of the end of a day; `window` takes the place of the windows of its criteria.

    Raises Cancelled; RuleBroken "no_such_scheme", or what `checks.checked` finds wrong with the scheme: a wrong scheme
    is never applied in silence.
    """
    return propose_all(store, [key], as_of, progress, window=window)[0]


def propose_all(
    store: Store, keys: Sequence[str], as_of: date, progress: Progress, *, window: int | None = None
) -> list[Proposed]:
    """The same by several schemes of one moment: what more than one of them asks for is measured once."""
    with store.read() as session:
        chosen = [scheme_named(session, key) for key in keys]
        known = metrics_of(session)
    if window is not None:
        chosen = [replace(one, scheme=with_window(one.scheme, window, known)) for one in chosen]
    for one in chosen:
        checked(one.scheme, known)
    measured = measure(store, frozenset().union(*(asked_for(one.scheme) for one in chosen)), as_of, progress)
    progress.step("rating")
    return [held_against(store, rated(one, measured, progress)) for one in chosen]


def try_out(store: Store, wanted: Sequence[Scheme], as_of: date, progress: Progress) -> list[Proposed]:
    """What schemes that need not be in the file would say of everybody: computed classes, no exceptions, no last round.

    All from one measuring, so that they can be held against each other. Raises as `propose`.
    """
    with store.read() as session:
        known = metrics_of(session)
    for one in wanted:
        checked(one, known)
    measured = measure(store, frozenset().union(*map(asked_for, wanted)), as_of, progress)
    progress.step("rating")
    return [rated(OfficeScheme(one), measured, progress) for one in wanted]


def rated(chosen: OfficeScheme, measured: Measured, progress: Progress) -> Proposed:
    """What a scheme says of measured customers, exceptions and the last round not yet looked at."""
    progress.look()
    proposal = rate(chosen.scheme, measured)
    places = {one: place for place, one in enumerate(proposal.customers)}
    return Proposed(chosen, measured, proposal, proposal.codes, {}, {}, None, places)


def held_against(store: Store, proposed: Proposed) -> Proposed:
    """The same with the exceptions and the last round as the file has them now; nothing is measured again."""
    with store.read() as session:
        chosen = scheme_named(session, proposed.scheme.key)
        overrides = in_force(session, chosen, proposed.as_of)
        last = last_round(session, proposed.scheme.key, before=proposed.as_of)
        previous = codes_of(session, last.id) if last is not None else {}
    known = proposed.scheme.codes  # a class by hand that the scheme no longer has holds nobody
    overrides = {one: made for one, made in overrides.items() if one in proposed.at and made.code in known}
    codes = list(proposed.proposal.codes)
    for one, made in overrides.items():
        codes[proposed.at[one]] = made.code
    return replace(proposed, codes=codes, overrides=overrides, last=last, previous=previous)


def with_window(scheme: Scheme, window: int, known: Mapping[str, Metric] = BY_KEY) -> Scheme:
    """The scheme with this window in all criteria that have one."""

    def wide(one: Criterion) -> Criterion:
        metric = known.get(one.metric)
        return replace(one, window=window) if metric is not None and metric.windowed else one

    return replace(scheme, criteria=tuple(map(wide, scheme.criteria)))
