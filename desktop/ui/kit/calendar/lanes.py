"""Who stands in which line of which day, and how many have no line: nothing of pixels, nothing of Qt."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import count

from desktop.ui.kit.calendar.entries import Entry


@dataclass(frozen=True, slots=True)
class Piece:
    """An entry, or the part of it within one row of days: columns `first` to `last`, in the line `lane`."""

    entry: Entry
    first: int
    last: int
    lane: int
    begins: bool = True
    ends: bool = True


@dataclass(frozen=True, slots=True)
class Row:
    """One row of days: what is shown of it, how many more each column has, and all that stand there in their order."""

    pieces: tuple[Piece, ...] = ()
    more: Mapping[int, int] = field(default_factory=dict)
    order: Mapping[int, Sequence[Entry]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Wanted:
    entry: Entry
    first: int
    last: int


def lay_row(spans: Iterable[tuple[Entry, int, int]], columns: int, lines: int, *, spare: bool = True) -> Row:
    """Give every entry of (entry, first, last column) a line; `lines` fit, the last of them for “more” where needed.

    Without `spare` “more” is said elsewhere, and no line is kept for it.
    """
    wanted = [_Wanted(*one) for one in spans]
    order: dict[int, list[Entry]] = defaultdict(list)
    wide = sorted((one for one in wanted if one.last > one.first), key=lambda one: (one.first, -one.last))
    single: dict[int, list[Entry]] = defaultdict(list)
    for one in wanted:
        if one.first == one.last:
            single[one.first].append(one.entry)
    taken: dict[int, set[int]] = {column: set() for column in range(columns)}
    placed = [(one, _free_lane(taken, one)) for one in wide]
    for one, _ in placed:
        for column in range(one.first, one.last + 1):
            order[column].append(one.entry)
    laned: list[tuple[_Wanted, int]] = list(placed)
    for column, entries in single.items():
        entries.sort(key=lambda one: one.sorts)
        order[column] += entries
        free = (lane for lane in count() if lane not in taken[column])
        laned += [(_Wanted(entry, column, column), next(free)) for entry in entries]
    return _cut(laned, order, lines, spare=spare)


def _free_lane(taken: dict[int, set[int]], one: _Wanted) -> int:
    """The first line that is free in all its columns; it is taken by that."""
    across = range(one.first, one.last + 1)
    lane = next(lane for lane in count() if all(lane not in taken[column] for column in across))
    for column in across:
        taken[column].add(lane)
    return lane


def _cut(laned: Sequence[tuple[_Wanted, int]], order: Mapping[int, list[Entry]], lines: int, *, spare: bool) -> Row:
    """Keep what has a line; a column with more than fit gives its last line away."""
    deepest: dict[int, int] = defaultdict(int)
    for one, lane in laned:
        for column in range(one.first, one.last + 1):
            deepest[column] = max(deepest[column], lane + 1)
    limit = {column: lines if deep <= lines or not spare else max(lines - 1, 0) for column, deep in deepest.items()}
    pieces, more = [], dict[int, int]()
    for one, lane in laned:
        across = range(one.first, one.last + 1)
        if all(lane < limit[column] for column in across):
            pieces.append(Piece(one.entry, one.first, one.last, lane))
        else:
            for column in across:
                more[column] = more.get(column, 0) + 1
    return Row(tuple(pieces), more, order)


def lay_days(
    entries: Iterable[Entry], first: date, days: int, per_row: int, lines: int, *, spare: bool = True
) -> list[Row]:
    """Rows of `per_row` days from `first` on; an entry that goes on in the next row has a piece in each."""
    last = first + timedelta(days - 1)
    spans: list[list[tuple[Entry, int, int]]] = [[] for _ in range(-(-days // per_row))]
    for entry in entries:
        if entry.day > last or entry.last_day < first:
            continue
        start, end = max((entry.day - first).days, 0), min((entry.last_day - first).days, days - 1)
        for row in range(start // per_row, end // per_row + 1):
            low, high = row * per_row, row * per_row + per_row - 1
            spans[row].append((entry, max(start, low) - low, min(end, high) - low))
    return [
        _torn(lay_row(one, per_row, lines, spare=spare), first + timedelta(n * per_row)) for n, one in enumerate(spans)
    ]


def _torn(row: Row, first: date) -> Row:
    """Note which pieces do not begin or end in their row."""
    pieces = tuple(
        Piece(
            one.entry,
            one.first,
            one.last,
            one.lane,
            one.entry.day >= first + timedelta(one.first),
            one.entry.last_day <= first + timedelta(one.last),
        )
        for one in row.pieces
    )
    return Row(pieces, row.more, row.order)


@dataclass(frozen=True, slots=True)
class Block:
    """An entry among the hours: it takes the part `slot` of `slots` of its column."""

    entry: Entry
    slot: int
    slots: int


def lay_hours(entries: Iterable[Entry]) -> list[Block]:
    """Those of one column side by side where their times overlap."""
    found: list[Block] = []
    group: list[tuple[Entry, int]] = []
    ends: list[int] = []  # of each slot
    for entry in sorted(entries, key=lambda one: (one.starts, -one.ends, one.sorts)):
        if group and entry.starts >= max(ends):
            found += [Block(one, slot, len(ends)) for one, slot in group]
            group, ends = [], []
        slot = next((n for n, end in enumerate(ends) if end <= entry.starts), len(ends))
        if slot == len(ends):
            ends.append(0)
        ends[slot] = entry.ends
        group.append((entry, slot))
    return found + [Block(one, slot, len(ends)) for one, slot in group]
