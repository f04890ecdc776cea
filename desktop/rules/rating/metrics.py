"""The catalogue of what a scheme can ask of a customer: each metric with its unit, its better side and what it means.

Sums and definitions are those of the product's page of definitions; `db/queries/metrics` measures them. The fields an
office added are metrics too, named "custom.<id>".
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from db.vocabulary import Attitude, CreditGrade, Relationship
from desktop.words import N_

CUSTOM = "custom."


class Unit(StrEnum):
    """What a metric is counted in."""

    MONEY = "money"
    COUNT = "count"
    DAYS = "days"
    PERCENT = "percent"
    SCALE = "scale"  # a mark on a short scale, such as satisfaction 1 to 5
    NUMBER = "number"
    CHANCE = "chance"  # 0 to 1
    CHOICE = "choice"


@dataclass(frozen=True, slots=True)
class Metric:
    """One metric. `down`: less is better; `windowed`: a window of days can be set; `words`: the choices there are.

    `model`: it comes out of the purchase model, and takes a moment to fit.
    """

    key: str
    title: str
    unit: Unit
    about: str
    down: bool = False
    windowed: bool = True
    words: type[StrEnum] | None = None
    options: tuple[str, ...] = ()  # of a custom field
    model: bool = False

    @property
    def is_choice(self) -> bool:
        """Whether values are words."""
        return self.unit is Unit.CHOICE


METRICS: tuple[Metric, ...] = (
    Metric("purchases", N_("Amount bought"), Unit.MONEY, N_("Sum of confirmed purchases, returns not taken off.")),
    Metric("net", N_("Net purchases"), Unit.MONEY, N_("Purchases less returns.")),
    Metric("gross_profit", N_("Gross profit"), Unit.MONEY, N_("Net purchases less cost, of lines with a known cost.")),
    Metric(
        "net_contribution",
        N_("Net contribution"),
        Unit.MONEY,
        N_("Gross profit less care, visit and service costs booked on the customer."),
    ),
    Metric("margin", N_("Gross margin"), Unit.PERCENT, N_("Gross profit in per cent of what its lines count for.")),
    Metric("orders", N_("Number of purchases"), Unit.COUNT, N_("How many confirmed purchases.")),
    Metric("mean_order", N_("Average purchase"), Unit.MONEY, N_("Purchases divided by their number.")),
    Metric("recency", N_("Days since the last purchase"), Unit.DAYS, N_("Fewer is better."), down=True),
    Metric(
        "tenure", N_("Days since the first purchase"), Unit.DAYS, N_("How long he has been buying."), windowed=False
    ),
    Metric("growth", N_("Growth"), Unit.PERCENT, N_("Purchases of the window against the equal window before it.")),
    Metric("categories", N_("Product categories"), Unit.COUNT, N_("How many different product categories he bought.")),
    Metric(
        "punctuality", N_("Paid on time"), Unit.PERCENT, N_("Of what fell due in the window, the part paid by its day.")
    ),
    Metric(
        "overdue", N_("Overdue"), Unit.MONEY, N_("Owed past its due day. Less is better."), down=True, windowed=False
    ),
    Metric(
        "credit_grade", N_("Credit grade"), Unit.CHOICE, N_("As it stands on the card."), windowed=False,
        words=CreditGrade,
    ),
    Metric("referrals", N_("Referrals"), Unit.COUNT, N_("Customers whom he introduced to us."), windowed=False),
    Metric("recommend", N_("Would recommend us"), Unit.SCALE, N_("Average answer in surveys, 0 to 10 (NPS).")),
    Metric("satisfaction", N_("Satisfaction"), Unit.SCALE, N_("Average answer in surveys, 1 to 5.")),
    Metric("complaints", N_("Complaints"), Unit.COUNT, N_("How many complaints. Fewer is better."), down=True),
    Metric("contacts", N_("Effective contacts"), Unit.COUNT, N_("Done follow-ups with an outcome.")),
    Metric(
        "clv", N_("Customer lifetime value"), Unit.MONEY, N_("What he will probably spend in a year, discounted."),
        windowed=False, model=True,
    ),
    Metric(
        "alive", N_("Chance that he still buys"), Unit.CHANCE, N_("P(alive) of the purchase model, 0 to 1."),
        windowed=False, model=True,
    ),
    Metric(
        "expected", N_("Expected purchases"), Unit.NUMBER,
        N_("On how many days of the next year he will probably buy."), windowed=False, model=True,
    ),
    Metric("potential", N_("Growth potential"), Unit.SCALE, N_("1 to 5, as it stands on the card."), windowed=False),
    Metric(
        "attitude", N_("Attitude to our products"), Unit.CHOICE, N_("As it stands on the card."), windowed=False,
        words=Attitude,
    ),
    Metric(
        "relationship", N_("Relationship"), Unit.CHOICE, N_("As it stands on the card."), windowed=False,
        words=Relationship,
    ),
    Metric(
        "customers", N_("Customers of the office"), Unit.COUNT,
        N_("How many customers buy from the office: the same for everybody."), down=True,
    ),
)  # fmt: skip
BY_KEY: Mapping[str, Metric] = {one.key: one for one in METRICS}
_DOWN = frozenset(one.key for one in METRICS if one.down)


def falls(key: str) -> bool:
    """Whether less of the metric is better."""
    return key in _DOWN


def custom_metric(field_id: int, title: str, *, choice: bool, money: bool, options: Iterable[str] = ()) -> Metric:
    """A field of the office's own as a metric."""
    unit = Unit.CHOICE if choice else Unit.MONEY if money else Unit.NUMBER
    return Metric(f"{CUSTOM}{field_id}", title, unit, N_("A field of the office's own."), windowed=False,
                  options=tuple(options))  # fmt: skip


def catalogue(added: Iterable[Metric] = ()) -> dict[str, Metric]:
    """{key: metric} of all that can be asked in this office."""
    return {**BY_KEY, **{one.key: one for one in added}}


def known_or_gone(key: str, known: Mapping[str, Metric]) -> Metric:
    """The metric of that key; for a field that was removed, one that says so by its title."""
    found = known.get(key)
    return found or replace(BY_KEY["purchases"], key=key, title=N_("a field that was removed"), unit=Unit.NUMBER)
