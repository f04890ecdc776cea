"""What stands on a calendar beside the follow-ups: key dates, ends of contracts, what falls due, next rounds."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum

from sqlalchemy.orm import Session

from db.queries.contracts import ContractRow, contracts_ending
from db.queries.due import DebtorRow, debtors
from db.queries.key_dates import key_dates
from db.queries.ledgers import ledgers_of
from db.queries.rounds import RoundRow, rounds
from desktop.rules.key_days import key_day_of
from desktop.rules.occurrences import near_codes, next_occurrences
from desktop.rules.rating.receivables import unpaid
from desktop.services.key_dates import SIEVE, ComingDay
from desktop.services.rating.publishing import next_day
from desktop.services.rating.schemes import OfficeScheme, schemes

Whose = Collection[int] | None
SHORTEST_YEAR = 350  # days: a year of the moon has 353; nothing comes round sooner


class Layer(StrEnum):
    """What can be laid over the follow-ups."""

    KEY_DATES = "key_dates"
    CONTRACTS = "contracts"
    RECEIVABLES = "receivables"
    ROUNDS = "rounds"


@dataclass(frozen=True, slots=True)
class Owed:
    """What falls due of a customer's debts on a day, as far as it is not paid."""

    who: DebtorRow
    amount: Decimal


@dataclass(frozen=True, slots=True)
class LayerDay:
    """Something that stands on a day. `customer_id` is None where it is of no customer, `owner_id` whose it is."""

    layer: Layer
    on: date
    what: ComingDay | ContractRow | Owed | OfficeScheme
    customer_id: int | None = None
    owner_id: int | None = None


def layer_days(
    session: Session, first: date, last: date, layers: Collection[Layer], today: date, rep_ids: Whose = None
) -> list[LayerDay]:
    """What stands on the days from `first` to `last` in these layers, by day; of some reps, or of all (None)."""
    found = [one for layer in Layer if layer in layers for one in _LAYERS[layer](session, first, last, today, rep_ids)]
    return sorted(found, key=lambda one: (one.on, list(Layer).index(one.layer)))


def _key_dates(session: Session, first: date, last: date, today: date, rep_ids: Whose) -> Iterator[LayerDay]:
    """Each key date on each day of the range that it is kept on, by the sun and by the moon."""
    reach = (last - first).days
    for row in key_dates(session, near=near_codes(first, reach) if reach <= SIEVE else None):
        if rep_ids is not None and row.owner_id not in rep_ids:
            continue
        start = first
        while found := [one for one in next_occurrences(key_day_of(row), start) if one.on <= last]:
            for one in found:
                coming = ComingDay(row, one, (one.on - today).days)
                yield LayerDay(Layer.KEY_DATES, one.on, coming, row.customer_id, row.owner_id)
            start = max(one.on for one in found) + timedelta(1)
            if (last - start).days < SHORTEST_YEAR:
                break


def _contracts(session: Session, first: date, last: date, _today: date, rep_ids: Whose) -> Iterator[LayerDay]:
    for row in contracts_ending(session, first, last, rep_ids=rep_ids):
        if row.ends_on is not None:
            yield LayerDay(Layer.CONTRACTS, row.ends_on, row, row.customer_id, row.owner_id)


def _receivables(session: Session, first: date, last: date, today: date, rep_ids: Whose) -> Iterator[LayerDay]:
    """Orders that fall due on these days and are not paid today; of one customer on one day in one sum."""
    known = {one.id: one for one in debtors(session, rep_ids=rep_ids)}
    for one, (owed, paid) in ledgers_of(session, list(known), today).items():
        sums: dict[date, Decimal] = {}
        for day, rest in unpaid(_yuan(owed), _yuan(paid), today):
            if first <= day <= last:
                sums[day] = sums.get(day, Decimal(0)) + rest
        for day, amount in sums.items():
            yield LayerDay(Layer.RECEIVABLES, day, Owed(known[one], amount), one, known[one].owner_id)


def _yuan(rows: Collection[tuple[date, int]]) -> list[tuple[date, Decimal]]:
    return [(day, Decimal(fen).scaleb(-2)) for day, fen in rows]


def _rounds(session: Session, first: date, last: date, _today: date, _rep_ids: Whose) -> Iterator[LayerDay]:
    """When the next round of a scheme falls due that was applied before."""
    newest: dict[str, RoundRow] = {}
    for row in rounds(session):
        newest.setdefault(row.key, row)
    for one in schemes(session, active_only=True):
        due = next_day(newest[one.key], one.every) if one.key in newest else None
        if due is not None and first <= due <= last:
            yield LayerDay(Layer.ROUNDS, due, one)


_LAYERS: Mapping[Layer, Callable[[Session, date, date, date, Whose], Iterator[LayerDay]]] = {
    Layer.KEY_DATES: _key_dates,
    Layer.CONTRACTS: _contracts,
    Layer.RECEIVABLES: _receivables,
    Layer.ROUNDS: _rounds,
}
