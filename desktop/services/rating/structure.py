"""Read what the structure of the customers is computed from: sums of twelve months, and in which class everybody is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from db.queries.briefs import names
from db.queries.effort import effort
from db.queries.metrics import measured
from db.queries.metrics_bought import costed
from db.queries.stretch import Stretch, Values, yuan
from db.store import Store
from desktop.progress import Progress
from desktop.rules.rating.structure import Figures
from desktop.services.rating.standing import EVERYBODY, YEAR, Standing, standing

METRICS = ("purchases", "net", "gross_profit", "net_contribution")


@dataclass(frozen=True, slots=True)
class Structure:
    """Where everybody stands, and what is known of him in the twelve months before a day. `names` {customer: name}."""

    standing: Standing
    figures: Figures
    names: Mapping[int, str]


def structure(store: Store, key: str, today: date, progress: Progress) -> Structure:
    """The figures of all customers by a scheme. Raises Cancelled, RuleBroken as `standing`."""
    stands = standing(store, key, today, progress)
    progress.look()
    of = Stretch(0, EVERYBODY, today)
    with store.read() as session:
        found = measured(session, [(metric, YEAR) for metric in METRICS], of)
        known = costed(session, of, YEAR)
        done = effort(session, of, YEAR)
        called = names(session)
    purchases, net, profit, contribution = (amounts(found[metric, YEAR]) for metric in METRICS)
    figures = Figures(
        {one: code for one, code in stands.codes.items() if one in called},
        list(called),
        {one: amount for one, amount in purchases.items() if amount > 0},
        profit,
        contribution,
        {one: contacts for one, (contacts, _) in done.items()},
        {one: visits for one, (_, visits) in done.items()},
        sum(net.values(), Decimal(0)),
        yuan(sum(amount for amount, _ in known.values())),
    )
    return Structure(stands, figures, called)


def amounts(values: Values) -> dict[int, Decimal]:
    """The numbers among measured values."""
    return {one: value for one, value in values.items() if isinstance(value, Decimal)}
