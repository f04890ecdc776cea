"""Classes crossed with something else that stands on the card: intent level, attitude to our products, stage."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from db.queries.briefs import Axis, along, names
from db.store import Store
from desktop.progress import Progress
from desktop.services.rating.standing import Standing, metric_of_everybody, standing


@dataclass(frozen=True, slots=True)
class Crossing:
    """`cells` {(class, stored word): customers}: class "" is none, word "" is not said. Purchases of twelve months."""

    standing: Standing
    axis: Axis
    cells: Mapping[tuple[str, str], list[int]]
    purchases: Mapping[int, Decimal]


def crossing(store: Store, key: str, axis: Axis, today: date, progress: Progress) -> Crossing:
    """Everybody by class and by `axis`. Raises Cancelled, RuleBroken as `standing`."""
    stands = standing(store, key, today, progress)
    progress.look()
    purchases = metric_of_everybody(store, "purchases", today)
    with store.read() as session:
        words = along(session, axis, today)
        customers = names(session)
    cells: dict[tuple[str, str], list[int]] = {}
    for one in customers:
        cells.setdefault((stands.codes.get(one, ""), words.get(one) or ""), []).append(one)
    return Crossing(stands, axis, cells, purchases)
