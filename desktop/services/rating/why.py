"""Why one customer is in his class: by a scheme as of today, or as a round said; and how he came there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sqlalchemy.orm import Session

from db.queries.round_columns import RatedCustomer, rated_customers
from db.queries.rounds import OverrideRow, RatingRow, RoundRow, history_of, overrides_of, rounds
from db.store import Store
from desktop.progress import Progress
from desktop.rules.errors import RuleBroken
from desktop.rules.rating.levers import Levers
from desktop.rules.rating.metrics import Metric
from desktop.rules.rating.outcome import Part
from desktop.rules.rating.scheme import Method
from desktop.services.rating.proposing import move, propose
from desktop.services.rating.round_table import RoundTable, parts_of, table_of_proposal, table_of_round
from desktop.services.rating.schemes import OfficeScheme, metrics_of, scheme_named


@dataclass(frozen=True, slots=True)
class Past:
    """One line of a customer's history in a scheme: a round, or a class given by hand. The other one is None."""

    on: date
    code: str
    moved: str = ""
    round: RoundRow | None = None
    rating: RatingRow | None = None
    by_hand: OverrideRow | None = None


@dataclass(frozen=True, slots=True)
class Cut:
    """Where a class of shares ends: the amount of the last customer in it, and of the first one after it."""

    code: str
    share: Decimal
    last_in: Decimal
    first_out: Decimal | None


@dataclass(frozen=True, slots=True)
class Reasons:
    """All that the page of one customer shows. `place`: his place in the table. `levers` None: of a published round."""

    who: RatedCustomer
    scheme: OfficeScheme
    table: RoundTable
    place: int
    parts: Sequence[Part]
    levers: Levers | None
    known: Mapping[str, Metric]
    history: Sequence[Past]
    in_force: bool  # a class by hand holds for him now

    @property
    def code(self) -> str:
        """The class in force."""
        return self.table.codes[self.place]

    @property
    def computed(self) -> str:
        """The class that was computed."""
        return self.table.computed[self.place]


def reasons_of(
    store: Store, key: str, customer_id: int, today: date, progress: Progress, *, round_id: int | None = None
) -> Reasons:
    """Why a customer is in his class: as of today, or (`round_id`) as it was published.

    RuleBroken: gone where the customer, the round, or he in that round is not there; and what `propose` finds wrong.
    """
    with store.read() as session:
        who = next(iter(rated_customers(session, [customer_id])), None)
        scheme, known = scheme_named(session, key), metrics_of(session)
    if who is None:
        raise RuleBroken("gone")
    if round_id is None:
        table = table_of_proposal(propose(store, key, today, progress))
    else:
        table = table_of_round(store, round_id, progress)
    place = table.at.get(customer_id)
    if place is None:
        raise RuleBroken("gone")
    with store.read() as session:
        parts = parts_of(session, table, [customer_id]).get(customer_id, ())
        history = tier_history(session, scheme, customer_id)
        held = scheme.id is not None and bool(
            overrides_of(session, scheme_id=scheme.id, customer_id=customer_id, on=today)
        )
    levers = table.proposed.levers(customer_id) if table.proposed is not None else None
    return Reasons(who, scheme, table, place, parts, levers, known, history, held)


def tier_history(session: Session, scheme: OfficeScheme, customer_id: int) -> list[Past]:
    """What every round of a scheme said of a customer, and what was set by hand between, the newest first."""
    if scheme.id is None:
        return []
    published = {one.id: one for one in rounds(session, scheme.key)}
    found = [
        Past(
            published[one.round_id].as_of,
            one.code,
            move(scheme.scheme, one.previous, one.code),
            published[one.round_id],
            one,
        )
        for one in history_of(session, customer_id)
        if one.round_id in published
    ]
    found += [
        Past(one.made_on, one.code, by_hand=one)
        for one in overrides_of(session, scheme_id=scheme.id, customer_id=customer_id)
    ]
    return sorted(found, key=lambda one: (one.on, one.by_hand is not None), reverse=True)


def cuts_of(table: RoundTable) -> list[Cut]:
    """Where the classes of a scheme by shares end; none for other schemes and for classes nobody is in."""
    if table.scheme.method is not Method.SHARES:
        return []
    ends: dict[str, tuple[Decimal, Decimal]] = {}
    for code, score, amount in zip(table.computed, table.scores, table.amounts, strict=True):
        if score is not None:
            low, high = ends.get(code, (amount, amount))
            ends[code] = min(low, amount), max(high, amount)
    there = [one for one in table.scheme.classes if one.code in ends]
    return [
        Cut(one.code, one.least, ends[one.code][0], ends[there[at + 1].code][1] if at + 1 < len(there) else None)
        for at, one in enumerate(there)
        if one.least is not None
    ]
