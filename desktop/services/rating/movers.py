"""增长从哪里来: customers who grow and stand close below a better class, and which classes the year's growth came from.

Resources that go only to the best class buy little: it cannot rise, and most of its growth would have come anyway.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from heapq import nsmallest

from db.queries.plans import planned_customers
from db.queries.rounds import tiers_in_force
from db.store import Store
from desktop.progress import Progress
from desktop.rules.rating.levers import Lever, rank_in
from desktop.rules.rating.lifting import better_codes, effort, levers_towards
from desktop.rules.rating.outcome import UNCLASSED
from desktop.rules.rating.scheme import Method
from desktop.services.rating.proposing import Proposed, propose
from desktop.services.rating.standing import metric_of_everybody

YEAR = 365
CLOSE = Decimal("0.5")  # half as much again is within reach in a plan; what is further is another customer
MOST = 300  # looked at closely; a list to work off is shorter
NONE = Decimal(0)


@dataclass(frozen=True, slots=True)
class Mover:
    """A customer worth a plan. `lever` is the nearest that lifts him to `target`; `effort` its share of what is now.

    `growth` in per cent; None: he bought nothing in the year before. `planned`: a plan for him is under way.
    """

    id: int
    code: str
    target: str
    lever: Lever
    effort: Decimal
    purchases: Decimal
    growth: Decimal | None
    potential: Decimal | None
    near: bool
    planned: bool


@dataclass(frozen=True, slots=True)
class ClassGrowth:
    """Those who were in a class a year ago: what they had bought in the year until then, and how much more since.

    By the class of then, for those of today's best class are there because they grew.
    """

    code: str
    customers: int
    before: Decimal
    growth: Decimal


@dataclass(frozen=True, slots=True)
class Movers:
    """Who is worth a plan, the smallest effort first, and where the growth of the year came from, best class first."""

    proposed: Proposed
    movers: tuple[Mover, ...]
    classes: tuple[ClassGrowth, ...]


@dataclass(frozen=True, slots=True)
class _Year:
    """What everybody bought in the year to a day, and in the one before."""

    now: Mapping[int, Decimal]
    before: Mapping[int, Decimal]
    growth: Mapping[int, Decimal]
    potential: Mapping[int, Decimal]

    def grows(self, customer_id: int) -> bool:
        """Whether he bought more than the year before, or for the first time."""
        if customer_id in self.growth:
            return self.growth[customer_id] > 0
        return self.now.get(customer_id, NONE) > self.before.get(customer_id, NONE)


def movers(store: Store, key: str, today: date, progress: Progress) -> Movers:
    """Rate everybody as of today, and find them. Raises Cancelled, RuleBroken as `propose`."""
    proposed = propose(store, key, today, progress)
    progress.step("comparing")
    year = _Year(
        metric_of_everybody(store, "purchases", today),
        metric_of_everybody(store, "purchases", today - timedelta(days=YEAR)),
        metric_of_everybody(store, "growth", today),
        metric_of_everybody(store, "potential", today),
    )
    with store.read() as session:
        planned = planned_customers(session, key)
        there = tiers_in_force(session).keys()
    found: list[Mover] = []
    asked = [place for place in _candidates(proposed, year) if proposed.proposal.customers[place] in there]
    for number, place in enumerate(asked):
        progress.at(number, len(asked))
        mover = _mover(proposed, place, year, planned)
        if mover is not None:
            found.append(mover)
    found.sort(key=lambda one: (one.effort, -one.purchases, one.id))
    then = propose(store, key, today - timedelta(days=YEAR), progress)
    return Movers(proposed, tuple(found), tuple(_classes(then, year)))


def _candidates(proposed: Proposed, year: _Year) -> list[int]:
    """Places of those who grow and have a class above them; of very many those that are likely to be closest."""
    scheme, proposal = proposed.scheme.scheme, proposed.proposal
    growing = [
        place
        for place, one in enumerate(proposal.customers)
        if proposed.codes[place] not in UNCLASSED and rank_in(scheme, proposed.codes[place]) > 0 and year.grows(one)
    ]
    return nsmallest(MOST, growing, key=_distance(proposed))


def _distance(proposed: Proposed) -> Callable[[int], tuple[bool, Decimal]]:
    """A guess of how far each is from the next class: by amount, or by score; borderline customers come first."""
    scheme, proposal = proposed.scheme.scheme, proposed.proposal
    lowest: dict[str, Decimal] = {}
    values = proposal.scores if scheme.method is Method.SCORE else proposal.amounts
    for code, value in zip(proposal.codes, values, strict=True):
        if value is not None and code not in UNCLASSED:
            lowest[code] = min(lowest.get(code, value), value)

    def guess(place: int) -> tuple[bool, Decimal]:
        own = values[place] or NONE
        above = [lowest[code] for code in better_codes(scheme, proposed.codes[place]) if code in lowest][:1]
        return place not in proposed.near, (above[0] - own) / own if above and own > 0 else Decimal(1)

    return guess


def _mover(proposed: Proposed, place: int, year: _Year, planned: Collection[int]) -> Mover | None:
    """None where the next class is out of reach."""
    one, code = proposed.proposal.customers[place], proposed.codes[place]
    target = better_codes(proposed.scheme.scheme, code)[0]
    lever = nearest(proposed, one, code, target)
    if lever is None or effort(lever) > CLOSE:
        return None
    return Mover(
        one, code, target, lever, effort(lever), year.now.get(one, NONE), year.growth.get(one), year.potential.get(one),
        lever.near, one in planned,
    )  # fmt: skip


def nearest(proposed: Proposed, customer_id: int, code: str, target: str) -> Lever | None:
    """The lever of least effort that alone lifts a customer to the target or more; None where there is none."""
    scheme = proposed.scheme.scheme
    aim = rank_in(scheme, target)
    found = levers_towards(scheme, proposed.levers(customer_id).up, target)
    reaching = [one for one in found if rank_in(scheme, one.code) <= aim < rank_in(scheme, code)]
    return min(reaching, key=effort, default=None)


def _classes(then: Proposed, year: _Year) -> Iterable[ClassGrowth]:
    sums: dict[str, tuple[int, Decimal, Decimal]] = {}
    for one, code in zip(then.proposal.customers, then.codes, strict=True):
        count, bought, more = sums.get(code, (0, NONE, NONE))
        before = year.before.get(one, NONE)
        sums[code] = count + 1, bought + before, more + year.now.get(one, NONE) - before
    order = [*then.scheme.codes, *(code for code in sums if code in UNCLASSED)]
    return [ClassGrowth(code, *sums[code]) for code in order if code in sums]
