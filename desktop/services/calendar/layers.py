"""What stands on a calendar beside the follow-ups: key dates, 节日关怀, contracts that end, what falls due, rounds."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum

from sqlalchemy.orm import Session

from db.queries.contracts import ContractRow, contracts_ending
from db.queries.due import DebtorRow
from db.queries.key_dates import key_dates
from db.queries.rounds import RoundRow, rounds
from desktop.rules.festivals import CareDay, care_days
from desktop.rules.key_days import key_day_of
from desktop.rules.occurrences import near_codes, next_occurrences
from desktop.services.calendar.cadence import strategies
from desktop.services.calendar.due import debts_of
from desktop.services.key_dates import SIEVE, ComingDay
from desktop.services.rating.publishing import next_day
from desktop.services.rating.schemes import OfficeScheme, schemes

Whose = Collection[int] | None
SHORTEST_YEAR = 350  # days: a year of the moon has 353; nothing comes round sooner


class Layer(StrEnum):
    """What can be laid over the follow-ups."""

    KEY_DATES = "key_dates"
    CARE = "care"
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
    what: ComingDay | CareDay | ContractRow | Owed | OfficeScheme
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


def _care(session: Session, first: date, last: date, _today: date, _rep_ids: Whose) -> Iterator[LayerDay]:
    """节日关怀: the festivals on which customers of some tiers are greeted, by the strategies of the office."""
    for one in care_days(strategies(session), first, last):
        yield LayerDay(Layer.CARE, one.on, one)


def _contracts(session: Session, first: date, last: date, _today: date, rep_ids: Whose) -> Iterator[LayerDay]:
    for row in contracts_ending(session, first, last, rep_ids=rep_ids):
        if row.ends_on is not None:
            yield LayerDay(Layer.CONTRACTS, row.ends_on, row, row.customer_id, row.owner_id)


def _receivables(session: Session, first: date, last: date, today: date, rep_ids: Whose) -> Iterator[LayerDay]:
    """Orders that fall due on these days and are not paid today; of one customer on one day in one sum."""
    for who, debts in debts_of(session, today, rep_ids):
        sums: dict[date, Decimal] = {}
        for day, rest in debts:
            if first <= day <= last:
                sums[day] = sums.get(day, Decimal(0)) + rest
        for day, amount in sums.items():
            yield LayerDay(Layer.RECEIVABLES, day, Owed(who, amount), who.id, who.owner_id)


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
    Layer.CARE: _care,
    Layer.CONTRACTS: _contracts,
    Layer.RECEIVABLES: _receivables,
    Layer.ROUNDS: _rounds,
}
