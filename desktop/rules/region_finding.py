"""What is offered while a region is typed: 西湖, 杭州西湖, xihu, hz xh, zjhzxh."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from heapq import nsmallest

from desktop.rules.divisions import Division, Divisions, Region, half_width, simple

_LONGEST = 40  # signs typed that are looked at


class RegionFinder:
    """Completions out of the tree; made once, then asked at each key."""

    def __init__(self, divisions: Divisions) -> None:
        forms = {(form, number) for number, one in enumerate(divisions.all) for form in _forms(one)}
        self._all = divisions.all
        self._forms = sorted(forms)

    def complete(self, typed: str, most: int = 8) -> list[Region]:
        """Up to `most` regions for what was typed, the likeliest first; none for nothing.

        Each piece of what was typed is the head of a name (characters, pinyin or initials) of a division that lies in
        the one before; blanks may part the pieces, and between characters need not.
        """
        text = "".join(sign for sign in simple(half_width(typed[:_LONGEST])).lower() if sign.isalnum())
        if not text:
            return []
        found: dict[int, tuple[int, int, int]] = {}
        for number, rank in self._read(text, frozenset()):
            if number not in found or rank < found[number]:
                found[number] = rank
        likely = nsmallest(most * 2, found, key=lambda one: (found[one], one))
        return list(dict.fromkeys(_whole(self._all[number]) for number in likely))[:most]

    def _read(self, text: str, within: frozenset[int]) -> Iterator[tuple[int, tuple[int, int, int]]]:
        """(number, rank): names in full before beginnings, higher levels before lower ones, capitals first."""
        for number, form in self._beginning(text):
            one = self._all[number]
            if not within or self._lies_in(one, within):
                capital = 0 if one.code[2:4] == "01" else 1
                yield number, (0 if form == text else 1, one.depth, capital)
        for cut in range(1, len(text)):
            heads = {number for number, _form in self._exactly(text[:cut])}
            if within:
                heads = {number for number in heads if self._lies_in(self._all[number], within)}
            heads = {number for number in heads if self._all[number].children}
            if heads:
                yield from self._read(text[cut:], frozenset(id(self._all[number]) for number in heads))

    def _lies_in(self, one: Division, within: frozenset[int]) -> bool:
        above = one.parent
        while above is not None:
            if id(above) in within:
                return True
            above = above.parent
        return False

    def _beginning(self, head: str) -> Iterator[tuple[int, str]]:
        at = bisect_left(self._forms, (head, -1))
        while at < len(self._forms) and self._forms[at][0].startswith(head):
            form, number = self._forms[at]
            yield number, form
            at += 1

    def _exactly(self, name: str) -> Iterator[tuple[int, str]]:
        at = bisect_left(self._forms, (name, -1))
        while at < len(self._forms) and self._forms[at][0] == name:
            yield self._forms[at][1], name
            at += 1


def _whole(one: Division) -> Region:
    """The region of a division; of the four cities that are provinces too, both levels."""
    twin = next((child for child in one.children if child.name == one.name), one)
    return twin.region


def _forms(one: Division) -> set[str]:
    """What may be typed for a division: its name in full and short, in characters, pinyin and initials."""
    found = set()
    for name in (one.name, one.short):
        syllables = one.syllables[: len(name)]
        found |= {name.lower(), "".join(syllables), "".join(syllable[:1] for syllable in syllables)}
    return found
