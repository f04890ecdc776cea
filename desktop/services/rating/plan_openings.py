"""Before a plan is written: who of the chosen customers can have one, in which class they are, what would lift them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from db.queries.briefs import briefs
from db.queries.plans import planned_customers
from db.store import Store
from desktop.progress import Progress
from desktop.rules.rating.levers import Lever, rank_in
from desktop.rules.rating.lifting import better_codes, levers_towards
from desktop.rules.rating.metrics import Metric
from desktop.rules.rating.scheme import Method
from desktop.rules.rating.score import scales_of
from desktop.rules.rating.together import together
from desktop.services.rating.plans import end_of_plans
from desktop.services.rating.proposing import Proposed, propose
from desktop.services.rating.schemes import OfficeScheme, metrics_of


@dataclass(frozen=True, slots=True)
class Opening:
    """One customer for whom a plan can be made. `code`: his class by today's figures; `targets`: the next better first.

    `before`: his class in the last round, None where he was in none.
    """

    customer_id: int
    name: str
    owner_id: int | None
    code: str
    before: str | None
    targets: tuple[str, ...]
    up: tuple[Lever, ...]  # each alone
    joint: Mapping[str, tuple[Lever, ...]] = field(default_factory=dict)  # {target: what leads there together}


@dataclass(frozen=True, slots=True)
class Openings:
    """All of the chosen customers: those a plan can be made for, and the names of those left out, by reason."""

    scheme: OfficeScheme
    metrics: Mapping[str, Metric]
    until: date
    people: tuple[Opening, ...]
    under_way: tuple[str, ...]  # have an open plan in this scheme
    at_the_top: tuple[str, ...]  # are in the best class
    gone: int  # deleted meanwhile

    def alone(self, one: Opening, target: str) -> bool:
        """Whether a single criterion leads to a target."""
        scheme = self.scheme.scheme
        return any(rank_in(scheme, lever.code) <= rank_in(scheme, target) for lever in one.up)

    def levers(self, one: Opening, target: str) -> tuple[Lever, ...]:
        """What to work on for a target: levers that each reach it, or those that do so together; else what helps."""
        joint = one.joint.get(target, ())
        if joint and not self.alone(one, target):
            return joint
        return levers_towards(self.scheme.scheme, one.up, target)


def openings(
    store: Store,
    key: str,
    customer_ids: Sequence[int],
    today: date,
    progress: Progress,
    proposed: Proposed | None = None,
) -> Openings:
    """Rate everybody as of today, where `proposed` has not done so. Raises Cancelled, RuleBroken as `propose`."""
    proposed = proposed or propose(store, key, today, progress)
    with store.read() as session:
        found = briefs(session, list(dict.fromkeys(customer_ids)))
        planned, metrics = planned_customers(session, key), metrics_of(session)
        until = end_of_plans(session, key, today)
    people: list[Opening] = []
    under_way, top = [], []
    for one in found:
        place = proposed.at.get(one.id)
        code = "" if place is None else proposed.codes[place]
        targets = better_codes(proposed.scheme.scheme, code)
        if one.id in planned:
            under_way.append(one.name)
        elif not targets:
            top.append(one.name)
        else:
            up, before = proposed.levers(one.id).up, proposed.previous.get(one.id)
            people.append(Opening(one.id, one.name, one.owner_id, code, before, targets, up))
    people = _with_joint(proposed, people)
    missing = len(set(customer_ids)) - len(found)
    return Openings(proposed.scheme, metrics, until, tuple(people), tuple(under_way), tuple(top), missing)


def _with_joint(proposed: Proposed, people: list[Opening]) -> list[Opening]:
    """What leads to each target together, of a score card."""
    scheme = proposed.scheme.scheme
    if scheme.method is not Method.SCORE:
        return people
    scales = scales_of(scheme, proposed.measured)
    found = []
    for one in people:
        place = proposed.at.get(one.customer_id)
        joint = (
            {}
            if place is None
            else {target: together(scheme, scales, proposed.proposal, place, target) for target in one.targets}
        )
        found.append(replace(one, joint=joint))
    return found
