"""What a scheme says of customers: the proposal of a round, and what is frozen of it when it is published.

Kept column by column, because a hundred thousand customers with ten parts each would be a million objects; one
customer's rating is put together when somebody looks at it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from desktop.rules.rating.measured import Value

UNRATED = ""  # the class of a customer that cannot be rated
NEVER_BOUGHT = "-"  # 未成交: of SHARES and RFM, for those without purchases
UNCLASSED = frozenset({UNRATED, NEVER_BOUGHT})


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
    window: int = 0


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
class Column:
    """One criterion over all customers, in their order."""

    metric: str
    window: int
    weight: Decimal
    values: Sequence[Value]
    points: Sequence[Decimal | None]
    unknown: str = ""  # the note of a value that is not known
    known: str = ""  # the note of one that is

    def part(self, place: int) -> Part:
        """What the criterion says of one customer."""
        value, points = self.values[place], self.points[place]
        number, word = (value, None) if isinstance(value, Decimal) else (None, value)
        return Part(
            self.metric, number, points, self.weight, word, self.unknown if value is None else self.known, self.window
        )


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a scheme says of `customers` on a day, each column in their order. `n`: how many were compared."""

    as_of: date
    customers: Sequence[int]
    codes: Sequence[str]
    scores: Sequence[Decimal | None]
    amounts: Sequence[Decimal]
    columns: tuple[Column, ...]
    n: int
    segments: Sequence[str] = ()
    cuts: Mapping[str, tuple[Decimal, ...]] = field(default_factory=dict)  # {"r": (…), …}: what separated the scores
    notes: tuple[str, ...] = ()  # codes for the screen: "few_buyers", "all_equal", "weights_scaled", …

    def rating(self, place: int) -> Rating:
        """The whole rating of the customer at a place."""
        return Rating(
            self.customers[place],
            self.codes[place],
            self.scores[place],
            tuple(one.part(place) for one in self.columns),
            self.segments[place] if self.segments else "",
            self.amounts[place],
        )

    @property
    def ratings(self) -> tuple[Rating, ...]:
        """All ratings, put together: for a few customers."""
        return tuple(self.rating(place) for place in range(len(self.customers)))

    def counts(self) -> dict[str, int]:
        """{class: how many}."""
        return dict(Counter(self.codes))

    def sums(self) -> dict[str, Decimal]:
        """{class: purchases}."""
        found: dict[str, Decimal] = {}
        for code, amount in zip(self.codes, self.amounts, strict=True):
            found[code] = found.get(code, Decimal(0)) + amount
        return found
