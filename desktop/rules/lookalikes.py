"""All customers of a file, held so that those who look like one are found at once: the scan, and an import's rows.

Nobody is compared with everybody. Two meet who share a number, an address, a code or a whole name, or a rare pair of
neighbouring characters in their names. What more than `CROWD` customers share proves nothing and is left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from db.vocabulary import CustomerKind
from desktop.progress import Progress
from desktop.rules.likeness import Likeness, Reason, Strength, duplicate_reasons, is_strong, nearly_same

CROWD = 3  # customers that may share a number or a name before it is a switchboard, or anybody's
COMMON = 200  # names in which a pair of characters may stand before it tells nothing


@dataclass(frozen=True, slots=True)
class Pair:
    """Two customers that may be one, the one with the lower id first."""

    one: int
    other: int
    reasons: tuple[Reason, ...]
    strong: bool


class Lookalikes:
    """The customers known so far, by their ids."""

    def __init__(self, known: Sequence[tuple[int, Likeness]] = ()) -> None:
        self._all: list[tuple[int, Likeness]] = []
        self._by_value: dict[str, list[int]] = {}  # numbers, addresses, codes → places in _all
        self._by_key: dict[str, list[int]] = {}  # names, short and former names
        self._by_pair: dict[str, list[int]] = {}
        for customer_id, one in known:
            self.add(customer_id, one)

    def add(self, customer_id: int, one: Likeness) -> None:
        """Know one more."""
        place = len(self._all)
        self._all.append((customer_id, one))
        for value in _values(one):
            self._by_value.setdefault(value, []).append(place)
        for key in _keys(one):
            self._by_key.setdefault(key, []).append(place)
        for pair in _pairs(one):
            self._by_pair.setdefault(pair, []).append(place)

    def like(self, one: Likeness) -> list[tuple[int, tuple[Reason, ...]]]:
        """Who looks like `one`, with the reasons; who is among them himself is found too."""
        return [(self._all[place][0], reasons) for place, reasons in self._like(one, len(self._all))]

    def strongly_like(self, one: Likeness) -> list[tuple[int, tuple[Reason, ...]]]:
        """Those of `like` whose reasons are strong, ten times as fast: nobody is strongly like another by a slip."""
        found = self._like(one, len(self._all), near=False)
        return [(self._all[place][0], reasons) for place, reasons in found if is_strong(reasons)]

    def pairs(self, progress: Progress) -> Iterator[Pair]:
        """Everyone who looks like another. Looks for a cancel, and reports, before each customer."""
        for place, (customer_id, one) in enumerate(progress.over(self._all)):
            for other, reasons in self._like(one, place):
                first, second = sorted((customer_id, self._all[other][0]))
                yield Pair(first, second, reasons, is_strong(reasons))

    def _like(self, one: Likeness, before: int, *, near: bool = True) -> Iterator[tuple[int, tuple[Reason, ...]]]:
        """Places below `before` of those that look like `one`."""
        crowded = {value for value in _values(one) if len(self._by_value.get(value, ())) > CROWD}
        for place in sorted(self._places(one, before, crowded, near=near)):
            reasons = duplicate_reasons(one, self._all[place][1], crowded)
            reasons = [reason for reason in reasons if not self._worthless(reason)]
            if reasons:
                yield place, tuple(reasons)

    def _worthless(self, reason: Reason) -> bool:
        """A weak reason of which there are too many: a hundred persons called 张伟, ten firms called 天地."""
        return reason.strength is Strength.WEAK and len(self._by_key.get(reason.value, ())) > CROWD

    def _places(self, one: Likeness, before: int, crowded: set[str], *, near: bool) -> set[int]:
        places = {place for value in _values(one) - crowded for place in self._by_value.get(value, ())}
        for key in _keys(one):
            places.update(self._by_key.get(key, ()))
        if near:
            places |= self._near(one, before)
        return {place for place in places if place < before}

    def _near(self, one: Likeness, before: int) -> set[int]:
        """Those whose names share a rare pair of characters, and of which one is contained in the other or a slip."""
        key = one.parts.key
        lists = (self._by_pair.get(pair, ()) for pair in _pairs(one))
        seen = {place for found in lists if len(found) <= COMMON for place in found if place < before}
        return {place for place in seen if _near(key, self._all[place][1].parts.key)}


def _near(key: str, other: str) -> bool:
    short, long = (key, other) if len(key) <= len(other) else (other, key)
    return short in long or nearly_same(short, long)


def _values(one: Likeness) -> frozenset[str]:
    """What only few should share; of a landline also its end, for those who leave out the area code."""
    code = {one.credit_code} if one.credit_code else set()
    ends = {number[-length:] for number in one.phones if number[0] == "0" for length in (7, 8)}
    return one.phones | one.addresses | code | ends


def _keys(one: Likeness) -> set[str]:
    return {key for key in (one.parts.key, one.short_key, *one.former) if key}


def _pairs(one: Likeness) -> Iterable[str]:
    """The pairs of neighbouring characters in a company's name; persons' names are never compared by their parts."""
    key = "" if one.kind is CustomerKind.PERSON else one.parts.key
    return {key[at : at + 2] for at in range(len(key) - 1)}
