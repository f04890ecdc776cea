"""Measure all customers of a file for a scheme, a stretch at a time, so that nobody who saves meanwhile has to wait."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from db.models import Action, Customer
from db.queries.ledgers import ledgers
from db.queries.metrics import OTHERS, buyers_in, measured
from db.queries.metrics_bought import BOUGHT
from db.queries.purchases import page_end
from db.queries.stretch import CENT, HUNDRED, Stretch, Values, raw
from db.store import Store
from desktop.progress import Progress
from desktop.rules.errors import RuleBroken
from desktop.rules.rating.measured import Measured, Value
from desktop.rules.rating.metrics import CUSTOM, METRICS
from desktop.rules.rating.receivables import Owing, owing
from desktop.rules.value.forecast import Outlook
from desktop.services.rating.outlook import outlook

PAGE = 5_000  # customers; a fraction of a second each
TRIES = 3  # at a picture of one moment, while others save
MODELS = frozenset(one.key for one in METRICS if one.model)
OWED = frozenset({"punctuality", "overdue"})
ALL_TIME = date(1900, 1, 1)

Wanted = Iterable[tuple[str, int]]


@dataclass(slots=True)
class _Columns:
    """What is read so far: customers, their numbers, and values by metric and window."""

    customers: list[int] = field(default_factory=list)
    numbers: list[str] = field(default_factory=list)
    values: dict[tuple[str, int], list[Value]] = field(default_factory=dict)

    def add(self, people: list[tuple[int, str | None]], found: Mapping[tuple[str, int], Values]) -> None:
        """Append a stretch of customers with their values."""
        ids = [one for one, _ in people]
        self.customers += ids
        self.numbers += [number or str(one) for one, number in people]
        for key, values in found.items():
            self.values.setdefault(key, []).extend(map(values.get, ids))


def measure(store: Store, wanted: Wanted, as_of: date, progress: Progress) -> Measured:
    """Every metric that is asked for, of all customers in the order of their ids, as of the end of the day.

    All of one moment: where somebody saved while it was read, it is read again, up to three times. Raises Cancelled,
    RuleBroken("metric_gone") for a field that the office has removed.
    """
    pairs = frozenset(wanted)
    for _ in range(TRIES):
        before = _last_action(store)
        columns = _read(store, pairs, as_of, progress)
        if _last_action(store) == before:
            break
    _add_models(store, columns, pairs, as_of, progress)
    return Measured(as_of, columns.customers, columns.numbers, columns.values)


def _last_action(store: Store) -> int | None:
    with store.read() as session:
        return session.scalar(select(func.max(Action.id)))


def _read(store: Store, pairs: frozenset[tuple[str, int]], as_of: date, progress: Progress) -> _Columns:
    progress.step("measuring")
    columns = _Columns(values={key: [] for key in pairs if key[0] not in MODELS})
    after: int | None = 0
    while after is not None:
        with store.read() as session:
            total = session.scalar(select(func.count()).select_from(Customer)) or 0
            last = page_end(session, after, PAGE)
            if last is not None:
                people: list[tuple[int, str | None]] = [(row[0], row[1]) for row in raw(session, _people(after, last))]
                columns.add(people, values_of(session, pairs, Stretch(after + 1, last, as_of)))
        progress.at(len(columns.customers), total)
        after = last
    return columns


def _people(after: int, last: int) -> object:
    query = select(Customer.id, Customer.number).where(Customer.id > after, Customer.id <= last)
    return query.order_by(Customer.id)


def values_of(session: Session, pairs: Wanted, of: Stretch) -> dict[tuple[str, int], Values]:
    """The values of customers in a stretch, those of the purchase model apart. RuleBroken("metric_gone")."""
    pairs = frozenset(pairs)
    plain = {one for one in pairs if one[0] in BOUGHT or one[0] in OTHERS or one[0].startswith(CUSTOM)}
    try:
        found = measured(session, plain, of)
    except KeyError as gone:
        raise RuleBroken("metric_gone", "metric", metric=str(gone.args[0])) from gone
    for metric, window in pairs - plain:
        if metric == "customers":
            count = Decimal(buyers_in(session, of.as_of, window))
            everybody = raw(session, select(Customer.id).where(of.of(Customer.id)))
            found[metric, window] = {row[0]: count for row in everybody}
        elif metric in OWED:
            found[metric, window] = _owed(session, metric, window, of)
        elif metric not in MODELS:
            raise RuleBroken("metric_gone", "metric", metric=metric)
    return found


def _owed(session: Session, metric: str, window: int, of: Stretch) -> Values:
    since = of.since(window) or ALL_TIME
    told: Callable[[Owing], Decimal | None] = _punctuality if metric == "punctuality" else _overdue
    found: Values = {}
    for one, (due, paid) in ledgers(session, of.first, of.last, of.as_of).items():
        value = told(owing(_yuan(due), _yuan(paid), of.as_of, since))
        if value is not None:
            found[one] = value
    return found


def _yuan(rows: list[tuple[date, int]]) -> list[tuple[date, Decimal]]:
    return [(day, Decimal(fen).scaleb(-2)) for day, fen in rows]


def _overdue(how: Owing) -> Decimal:
    return how.overdue


def _punctuality(how: Owing) -> Decimal | None:
    return (how.in_time * HUNDRED / how.due).quantize(CENT, ROUND_HALF_UP) if how.due > 0 else None


def _add_models(
    store: Store, columns: _Columns, pairs: frozenset[tuple[str, int]], as_of: date, progress: Progress
) -> None:
    """Chances and lifetime values, out of one fit; nothing is known where the file does not let itself be fitted."""
    asked = [one for one in pairs if one[0] in MODELS]
    if not asked:
        return
    ahead = outlook(store, as_of, progress).outlooks
    for key in asked:
        told = TOLD[key[0]]
        found = (ahead.get(one) for one in columns.customers)
        columns.values[key] = [None if one is None else told(one) for one in found]


def _rounded(value: float, places: int) -> Decimal:
    return Decimal(str(round(value, places)))


TOLD: Mapping[str, Callable[[Outlook], Decimal | None]] = {
    "clv": lambda one: one.clv,
    "alive": lambda one: _rounded(one.alive, 4),
    "expected": lambda one: _rounded(one.purchases, 2),
}


__all__ = ["measure", "values_of"]
