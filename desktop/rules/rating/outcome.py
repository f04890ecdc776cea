"""What a scheme says of customers: the proposal of a round, and what is frozen of it when it is published."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

UNRATED = ""  # the class of a customer that cannot be rated
NEVER_BOUGHT = "-"  # 未成交: of SHARES and RFM, for those without purchases


@dataclass(frozen=True, slots=True)
class Part:
    """One criterion's share in a rating: the measured value, its points (0 to 100) and their weight (per cent).

    `value` None: nothing is known; `word` instead of a number for choices. `note`: "missing_no_points",
    "missing_neutral", "missing_unrated", "too_few_for_quantiles", or "".
    """

    metric: str
    value: Decimal | None
    points: Decimal | None
    weight: Decimal
    word: str | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Rating:
    """One customer's class. `score`: 0 to 100 of SCORE, cumulative share of SHARES, r, f, m as 543 of RFM."""

    customer_id: int
    code: str
    score: Decimal | None
    parts: tuple[Part, ...] = ()
    segment: str = ""
    amount: Decimal = Decimal(0)  # purchases in the window, for the sums


@dataclass(frozen=True, slots=True)
class Proposal:
    """All ratings of a scheme on a day, in the order of the customers given. `n`: how many were compared."""

    as_of: date
    ratings: tuple[Rating, ...]
    n: int
    cuts: Mapping[str, tuple[Decimal, ...]] = field(default_factory=dict)  # {"r": (…), …}: what separated the scores
    notes: tuple[str, ...] = ()  # codes for the screen: "few_buyers", "all_equal", "weights_scaled", …

    def counts(self) -> dict[str, int]:
        """{class: how many}."""
        found: dict[str, int] = {}
        for one in self.ratings:
            found[one.code] = found.get(one.code, 0) + 1
        return found

    def amounts(self) -> dict[str, Decimal]:
        """{class: purchases}."""
        found: dict[str, Decimal] = {}
        for one in self.ratings:
            found[one.code] = found.get(one.code, Decimal(0)) + one.amount
        return found
