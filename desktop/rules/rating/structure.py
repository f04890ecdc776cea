"""How an office is built of its customers: who brings what, how few bring most of it, who costs more than he brings.

Shares are exact fractions. What is not known of a customer, such as the profit of goods without a cost, is left out of
the sums that need it; `unknown` says how much that is.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from itertools import accumulate

FIFTH, FOUR_FIFTHS = Fraction(1, 5), Fraction(4, 5)
NEAR = Fraction(1, 10)  # effort this close to value, as shares of their totals, follows it


@dataclass(frozen=True, slots=True)
class Concentration:
    """Customers by one amount, the greatest first; `sums[n]` is what the first n + 1 have together."""

    customers: Sequence[int]
    sums: Sequence[Decimal]

    @property
    def total(self) -> Decimal:
        """What all have together."""
        return self.sums[-1] if self.sums else Decimal(0)

    @property
    def speaks(self) -> bool:
        """Whether shares of the total mean anything: it is above zero."""
        return self.total > 0

    def first(self, share: Fraction) -> int:
        """How many customers the first `share` of them are: whole ones only, at least one."""
        return min(max(int(len(self.customers) * share), 1), len(self.customers))

    def held_by(self, count: int) -> Fraction:
        """The share of the total that the first `count` hold. The total must be above zero."""
        return Fraction(self.sums[count - 1]) / Fraction(self.total) if count else Fraction(0)

    def needed_for(self, share: Fraction) -> int:
        """How many customers it takes, the greatest first, to hold `share` of the total."""
        wanted = share * Fraction(self.total)
        return next((at for at, held in enumerate(self.sums, 1) if Fraction(held) >= wanted), len(self.customers))

    def shares(self) -> list[float]:
        """The curve: what share the first so many hold."""
        total = self.total
        return [float(held / total) for held in self.sums]


def concentration(amounts: Mapping[int, Decimal]) -> Concentration:
    """Customers in the order of their amounts; equal ones by their ids, so that the same file gives the same order."""
    order = sorted(amounts, key=lambda one: (-amounts[one], one))
    return Concentration(order, list(accumulate(amounts[one] for one in order)))


@dataclass(frozen=True, slots=True)
class Figures:
    """What is known of an office's customers in a window. A customer missing from `profit` bought at no known cost.

    `revenue`: purchases; `net` and `costed`: net purchases, and the part of them whose cost is known.
    """

    codes: Mapping[int, str]
    customers: Sequence[int]
    revenue: Mapping[int, Decimal]
    profit: Mapping[int, Decimal]
    contribution: Mapping[int, Decimal]
    contacts: Mapping[int, int]
    visits: Mapping[int, int]
    net: Decimal = Decimal(0)
    costed: Decimal = Decimal(0)

    @property
    def unknown(self) -> Fraction:
        """The share of net purchases whose cost nobody entered."""
        if self.net <= 0:
            return Fraction(0)
        return min(max(1 - Fraction(self.costed) / Fraction(self.net), Fraction(0)), Fraction(1))

    @property
    def has_profit(self) -> bool:
        """Whether profit speaks for the office: known of at least half of what was sold, and above zero."""
        return bool(self.profit) and self.unknown <= Fraction(1, 2) and sum(self.profit.values()) > 0

    def costing(self) -> list[int]:
        """成本客户: those whose net contribution is below zero, the dearest first."""
        below = [one for one, amount in self.contribution.items() if amount < 0]
        return sorted(below, key=lambda one: (self.contribution[one], one))


@dataclass(frozen=True, slots=True)
class ClassSum:
    """One class; `code` "" are those in none. `profit` None: they bought, and nothing is known of the cost."""

    code: str
    customers: tuple[int, ...]
    revenue: Decimal
    profit: Decimal | None
    contacts: int
    visits: int


def class_sums(figures: Figures, order: Iterable[str]) -> list[ClassSum]:
    """A sum for each class in order, whether it has customers or not; last those in no class, if there are any."""
    found: dict[str, list[int]] = {code: [] for code in order}
    for one in figures.customers:
        found.setdefault(figures.codes.get(one, ""), []).append(one)
    rest = found.pop("", [])
    return [_sum(figures, code, ids) for code, ids in (*found.items(), *([("", rest)] if rest else []))]


def _sum(figures: Figures, code: str, ids: list[int]) -> ClassSum:
    known = [figures.profit[one] for one in ids if one in figures.profit]
    return ClassSum(
        code,
        tuple(ids),
        sum((figures.revenue.get(one, Decimal(0)) for one in ids), Decimal(0)),
        sum(known, Decimal(0)) if known or not any(one in figures.revenue for one in ids) else None,
        sum(figures.contacts.get(one, 0) for one in ids),
        sum(figures.visits.get(one, 0) for one in ids),
    )


@dataclass(frozen=True, slots=True)
class Effort:
    """One class: its share of what customers bring, and of what is spent on them."""

    code: str
    value: Fraction
    effort: Fraction

    @property
    def excess(self) -> Fraction:
        """How much more effort it gets than it brings; below zero where it gets less."""
        return self.effort - self.value


@dataclass(frozen=True, slots=True)
class EffortAnswer:
    """Whether effort is where value is. `by_profit`, `by_visits`: what was compared; else purchases, contacts."""

    classes: tuple[Effort, ...]
    by_profit: bool
    by_visits: bool

    @property
    def best(self) -> Effort:
        """The class that brings most."""
        return max(self.classes, key=lambda one: one.value)

    @property
    def most_spared(self) -> Effort:
        """The class that gets least of what it brings."""
        return min(self.classes, key=lambda one: one.excess)

    @property
    def most_favoured(self) -> Effort:
        """The class that gets most beyond what it brings."""
        return max(self.classes, key=lambda one: one.excess)

    @property
    def follows(self) -> bool:
        """Whether no class is more than a tenth of the whole away from its value."""
        return all(abs(one.excess) <= NEAR for one in self.classes)


def effort_answer(figures: Figures, sums: Sequence[ClassSum]) -> EffortAnswer | None:
    """Value against effort by class; None where nothing was sold, or nothing was done for anybody."""
    by_profit, by_visits = figures.has_profit, any(one.visits for one in sums)
    values = [(one.profit or Decimal(0)) if by_profit else one.revenue for one in sums]
    spent = [one.visits if by_visits else one.contacts for one in sums]
    value, all_spent = sum(values, Decimal(0)), sum(spent)
    if value <= 0 or not all_spent:
        return None
    classes = tuple(
        Effort(one.code, Fraction(brought) / Fraction(value), Fraction(hours, all_spent))
        for one, brought, hours in zip(sums, values, spent, strict=True)
        if one.customers
    )
    return EffortAnswer(classes, by_profit, by_visits)


def class_ends(counted: Sequence[int], codes: Mapping[int, str], order: Iterable[str]) -> list[tuple[str, Fraction]]:
    """Where each class would end if the customers counted stood in the order of classes: (code, share of them)."""
    sizes: dict[str, int] = dict.fromkeys(order, 0)
    for one in counted:
        code = codes.get(one, "")
        if code in sizes:
            sizes[code] += 1
    ends = accumulate(sizes.values())
    return [(code, Fraction(end, len(counted))) for code, end in zip(sizes, ends, strict=True) if counted]
