"""Chance with a seed: every part of the sample draws from a stream of its own, so mending one leaves the others."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from typing import TypeVar

Item = TypeVar("Item")
SEED = 20240607


class Dice:
    """Draws that are the same on every machine: only whole numbers and plain fractions, no logarithms."""

    def __init__(self, stream: str) -> None:
        self._random = random.Random(f"{SEED} {stream}")

    def chance(self, share: float) -> bool:
        """True in `share` of all cases."""
        return self._random.random() < share

    def between(self, low: int, high: int) -> int:
        """A whole number from `low` to `high`, both included."""
        return self._random.randrange(low, high + 1)

    def factor(self, low: float, high: float) -> float:
        """A fraction from `low` to `high`."""
        return low + (high - low) * self._random.random()

    def pick(self, items: Sequence[Item]) -> Item:
        """One of `items`."""
        return items[self._random.randrange(len(items))]

    def weighted(self, weights: Mapping[Item, float]) -> Item:
        """A key, as often as its weight says."""
        left = self._random.random() * sum(weights.values())
        for item, weight in weights.items():
            left -= weight
            if left < 0:
                return item
        return next(reversed(list(weights)))

    def shuffled(self, items: Sequence[Item]) -> list[Item]:
        """`items` in another order."""
        mixed = list(items)
        for at in range(len(mixed) - 1, 0, -1):
            other = self._random.randrange(at + 1)
            mixed[at], mixed[other] = mixed[other], mixed[at]
        return mixed

    def some(self, items: Sequence[Item], count: int) -> list[Item]:
        """`count` different ones of `items`, or all where there are fewer."""
        return self.shuffled(items)[:count]


class Deck:
    """Cards that come again only when all have been drawn."""

    def __init__(self, dice: Dice, items: Sequence[str]) -> None:
        self._dice = dice
        self._items = items
        self._left: list[str] = []

    def draw(self) -> str:
        """The next card."""
        if not self._left:
            self._left = self._dice.shuffled(self._items)
        return self._left.pop()
