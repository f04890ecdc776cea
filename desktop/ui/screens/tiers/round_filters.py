"""By what the table of a round is narrowed and sorted, as data, and the places that are left."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Mapping
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


@dataclass(frozen=True, slots=True)
class Filter:
    """One chip. `text` is English marked with N_; `always`: shown although nobody is behind it."""

    key: str
    text: str
    holds: Callable[[RoundTable, int], bool]
    always: bool = True


def _near(table: RoundTable, place: int) -> bool:
    return table.near is not None and place in table.near


FILTERS = (
    Filter(ALL, N_("All"), lambda _table, _place: True),
    Filter("up", N_("Rises"), lambda table, place: table.moves[place] == UP),
    Filter("down", N_("Falls"), lambda table, place: table.moves[place] == DOWN),
    Filter("new", N_("New"), lambda table, place: table.moves[place] == NEW),
    Filter("out", N_("Dropped out"), lambda table, place: table.moves[place] == OUT, always=False),
    Filter("near", N_("Borderline"), _near),
    Filter("hand", N_("Set by hand"), lambda table, place: table.customers[place] in table.by_hand),
    Filter("unrated", N_("Cannot be rated"), lambda table, place: table.codes[place] == UNRATED, always=False),
    Filter("never", N_("Never bought"), lambda table, place: table.codes[place] == NEVER_BOUGHT, always=False),
)


def sorted_out(table: RoundTable) -> dict[str, array[int]]:
    """{filter: the places it leaves}, those of the classes under "class:A"."""
    found = {
        one.key: array("q", (place for place in range(len(table.customers)) if one.holds(table, place)))
        for one in FILTERS
    }
    for place, code in enumerate(table.codes):
        found.setdefault(f"{CLASS}{code}", array("q")).append(place)
    return found


Key = Callable[[int], Any]


def sort_keys(table: RoundTable) -> Mapping[str, Key]:
    """{sort name: key of a place}; by name the file is asked."""
    ranks = {code: rank_in(table.scheme, code) for code in {*table.codes, *table.computed, *filter(None, table.before)}}
    last = len(ranks) + 1
    moves = {UP: 0, DOWN: 1, NEW: 2, OUT: 3}
    return {
        "code": lambda place: (ranks[table.codes[place]], -table.amounts[place]),
        "computed": lambda place: (ranks[table.computed[place]], -table.amounts[place]),
        "before": lambda place: ranks.get(table.before[place] or "", last),
        "move": lambda place: moves.get(table.moves[place], 4),
        "score": lambda place: table.scores[place] if table.scores[place] is not None else Decimal(-1),
        "amount": lambda place: table.amounts[place],
    }


def in_order(
    table: RoundTable, places: Iterable[int], sort: str, by_name: Mapping[int, int], *, descending: bool
) -> list[int]:
    """The places sorted; equals by name. `by_name` {customer: his place in the order of names}."""
    last = len(by_name)
    named = sorted(places, key=lambda place: by_name.get(table.customers[place], last))
    if sort == "name":
        return named[::-1] if descending else named
    return sorted(named, key=sort_keys(table)[sort], reverse=descending)
