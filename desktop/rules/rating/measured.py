"""What a scheme is given: the customers of an office, measured on one day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

Value = Decimal | str | None  # a number, the word of a choice, or nothing known
Window = int  # days ending on the day, that day included; 0 for everything before it


@dataclass(frozen=True, slots=True)
class Measured:
    """The values of every metric that is asked for, one for each customer and in their order.

    `numbers` (customer numbers, the id where there is none) decide between equals.
    """

    as_of: date
    customers: Sequence[int]
    numbers: Sequence[str]
    values: Mapping[tuple[str, Window], Sequence[Value]] = field(default_factory=dict)

    def of(self, metric: str, window: Window) -> Sequence[Value]:
        """The values of one metric. Raises KeyError for one that was not measured: a mistake of ours."""
        return self.values[metric, window]

    def amounts(self, metric: str, window: Window) -> list[Decimal]:
        """The same as numbers, nothing known and words as zero."""
        return [one if isinstance(one, Decimal) else Decimal(0) for one in self.of(metric, window)]
