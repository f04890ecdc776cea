"""By what the table of a round is narrowed and sorted, as data; a column at a time, for there may be 100,000 lines."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from desktop.rules.rating.levers import rank_in
from desktop.rules.rating.outcome import NEVER_BOUGHT, UNRATED
from desktop.services.rating.proposing import DOWN, NEW, OUT, UP
from desktop.services.rating.round_table import RoundTable
from desktop.words import N_

ALL = "all"
CLASS = "class:"  # before the code of a class
UNKNOWN = Decimal(-1)  # below every score
MOVES = {UP: 0, DOWN: 1, NEW: 2, OUT: 3}


@dataclass(frozen=True, slots=True)
class Filter:
    """One chip. `text` is English marked with N_; `places` it leaves; `always`: shown although nobody is behind it."""

    key: str
    text: str
    places: Callable[[RoundTable], Iterable[int]]
    always: bool = True


def _all(table: RoundTable) -> Iterable[int]:
    return range(len(table.customers))


def _moved(how: str) -> Callable[[RoundTable], Iterable[int]]:
    return lambda table: (place for place, move in enumerate(table.moves) if move == how)


def _in(code: str) -> Callable[[RoundTable], Iterable[int]]:
    return lambda table: (place for place, own in enumerate(table.codes) if own == code)


def _near(table: RoundTable) -> Iterable[int]:
    return sorted(table.near or ())


def _by_hand(table: RoundTable) -> Iterable[int]:
    return sorted(table.at[one] for one in table.by_hand if one in table.at)


FILTERS = (
    Filter(ALL, N_("All"), _all),
    Filter("up", N_("Rises"), _moved(UP)),
    Filter("down", N_("Falls"), _moved(DOWN)),
    Filter("new", N_("New"), _moved(NEW)),
    Filter("out", N_("Dropped out"), _moved(OUT), always=False),
    Filter("near", N_("Borderline"), _near),
    Filter("hand", N_("Set by hand"), _by_hand),
    Filter("unrated", N_("Cannot be rated"), _in(UNRATED), always=False),
    Filter("never", N_("Never bought"), _in(NEVER_BOUGHT), always=False),
)


def sorted_out(table: RoundTable) -> dict[str, array[int]]:
    """{filter: the places it leaves}, those of the classes under "class:A"."""
    found = {one.key: array("q", one.places(table)) for one in FILTERS}
    return found | {f"{CLASS}{code}": array("q", _in(code)(table)) for code in set(table.codes)}


def _ranks(table: RoundTable, codes: Sequence[str | None]) -> list[int]:
    known = {code: rank_in(table.scheme, code) if code is not None else len(table.codes) for code in set(codes)}
    return [known[code] for code in codes]


# {sort name: the column that is sorted by, a value for each place}; by name the file is asked.
SORTS: Mapping[str, Callable[[RoundTable], Sequence[Any]]] = {
    "code": lambda table: _ranks(table, table.codes),
    "computed": lambda table: _ranks(table, table.computed),
    "before": lambda table: _ranks(table, table.before),
    "move": lambda table: [MOVES.get(move, len(MOVES)) for move in table.moves],
    "score": lambda table: [UNKNOWN if score is None else score for score in table.scores],
    "amount": lambda table: table.amounts,
}


def in_order(
    table: RoundTable, places: Iterable[int], sort: str, by_name: Mapping[int, int], *, descending: bool
) -> list[int]:
    """The places sorted; equals by amount, then by name. `by_name` {customer: his place in the order of names}."""
    last = len(by_name)
    names = [by_name.get(one, last) for one in table.customers]
    found = sorted(places, key=names.__getitem__, reverse=descending and sort == "name")
    if sort == "name":
        return found
    if sort != "amount":
        found.sort(key=table.amounts.__getitem__, reverse=True)
    found.sort(key=SORTS[sort](table).__getitem__, reverse=descending)
    return found
