"""What changed between two rounds of a scheme: who moved where, and in which classes purchases grew or fell."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

ABSENT = None  # the class of one who was not in a round
Code = str | None


@dataclass(frozen=True, slots=True)
class InRound:
    """One round: {customer: class} and {customer: purchases} of everybody in it."""

    codes: Mapping[int, str]
    amounts: Mapping[int, Decimal]


@dataclass(frozen=True, slots=True)
class ClassGrowth:
    """Customers who were in a class in the earlier round (None: not in it), and what they bought then and now.

    `more`: what those who buy more buy more; `less`: what the others buy less. Neither is below zero.
    """

    code: Code
    customers: tuple[int, ...]
    before: Decimal
    now: Decimal
    more: Decimal
    less: Decimal

    @property
    def change(self) -> Decimal:
        """What they buy more together; below zero, less."""
        return self.now - self.before


def cells(earlier: InRound, later: InRound) -> dict[tuple[Code, Code], list[int]]:
    """{(class then, class now): customers} of all who are in either round; None: was not in it."""
    found: dict[tuple[Code, Code], list[int]] = {}
    for one in dict.fromkeys((*earlier.codes, *later.codes)):
        found.setdefault((earlier.codes.get(one), later.codes.get(one)), []).append(one)
    return found


def changes(earlier: InRound, later: InRound) -> dict[int, Decimal]:
    """{customer: what he buys more in the later round}, of all in either; 0 for one whose purchases stayed."""
    nothing = Decimal(0)
    return {
        one: later.amounts.get(one, nothing) - earlier.amounts.get(one, nothing)
        for one in dict.fromkeys((*earlier.codes, *later.codes))
    }


def growth(earlier: InRound, later: InRound, order: Sequence[Code]) -> list[ClassGrowth]:
    """A line for each class of the earlier round that has customers, in this order, others after them."""
    found: dict[Code, list[int]] = {code: [] for code in order}
    for one in dict.fromkeys((*earlier.codes, *later.codes)):
        found.setdefault(earlier.codes.get(one), []).append(one)
    changed = changes(earlier, later)
    return [_line(code, ids, earlier, later, changed) for code, ids in found.items() if ids]


def _line(code: Code, ids: list[int], earlier: InRound, later: InRound, changed: Mapping[int, Decimal]) -> ClassGrowth:
    moved = [changed[one] for one in ids]
    return ClassGrowth(
        code,
        tuple(ids),
        _sum(earlier.amounts[one] for one in ids if one in earlier.amounts),
        _sum(later.amounts[one] for one in ids if one in later.amounts),
        _sum(one for one in moved if one > 0),
        -_sum(one for one in moved if one < 0),
    )


def _sum(amounts: Iterable[Decimal]) -> Decimal:
    return sum(amounts, Decimal(0))


@dataclass(frozen=True, slots=True)
class GrowthAnswer:
    """Where growth comes from: `gained` is what all who buy more buy more, `lost` what all others buy less."""

    lines: tuple[ClassGrowth, ...]
    gained: Decimal
    lost: Decimal

    @property
    def total(self) -> Decimal:
        """The whole change."""
        return self.gained - self.lost

    @property
    def mover(self) -> ClassGrowth | None:
        """The class with the greatest part in the growth, or in the decline; None where the whole did not change."""
        if not self.total or not self.lines:
            return None
        return max(self.lines, key=self.part)

    def part(self, line: ClassGrowth) -> Fraction:
        """A class's part in all growth, or in all decline where purchases fell; 0 where there was neither."""
        whole, own = (self.gained, line.more) if self.total > 0 else (self.lost, line.less)
        return Fraction(own) / Fraction(whole) if whole else Fraction(0)

    def part_of(self, code: Code) -> Fraction:
        """The same by the class; 0 for one without customers."""
        return next((self.part(one) for one in self.lines if one.code == code), Fraction(0))


def growth_answer(lines: Sequence[ClassGrowth]) -> GrowthAnswer:
    """The lines with their sums."""
    return GrowthAnswer(tuple(lines), _sum(one.more for one in lines), _sum(one.less for one in lines))
