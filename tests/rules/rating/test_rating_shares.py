"""ABC by cumulative share."""

from __future__ import annotations

import csv
import gzip
from collections import defaultdict
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.rules.rating.measured import Measured
from desktop.rules.rating.outcome import NEVER_BOUGHT
from desktop.rules.rating.rate import rate
from desktop.rules.rating.scheme import Criterion, Method, Scheme, TierClass
from desktop.rules.rating.shares import needed_for

TODAY = date(2026, 11, 22)
AMOUNTS = st.lists(st.decimals(0, 10_000, places=2), min_size=1, max_size=40)


def abc(first: str, second: str) -> Scheme:
    classes = (TierClass("A", "", Decimal(first)), TierClass("B", "", Decimal(second)), TierClass("C", ""))
    return Scheme("abc", "ABC", Method.SHARES, classes, (Criterion("purchases", 0),))


def measured(amounts: list[Decimal]) -> Measured:
    ids = range(1, len(amounts) + 1)
    return Measured(TODAY, ids, [f"K{one:05}" for one in ids], {("purchases", 0): amounts})


def classes(amounts: list[Decimal], first: str = "0.7", second: str = "0.9") -> list[str]:
    return [one.code for one in rate(abc(first, second), measured(amounts)).ratings]


def test_the_share_includes_the_customer_and_the_first_is_always_a() -> None:
    assert classes([Decimal(70), Decimal(20), Decimal(10)]) == ["A", "B", "C"]
    assert classes([Decimal(95), Decimal(5)]) == ["A", "C"]
    assert classes([Decimal(0), Decimal(5)]) == [NEVER_BOUGHT, "A"]
    assert classes([Decimal(0), Decimal(-5)]) == [NEVER_BOUGHT, NEVER_BOUGHT]


def test_equals_are_told_apart_by_their_number() -> None:
    assert classes([Decimal(1)] * 10) == ["A"] * 7 + ["B"] * 2 + ["C"]
    assert rate(abc("0.7", "0.9"), measured([Decimal(1)] * 10)).notes == ("all_equal",)


@pytest.mark.parametrize(
    ("first", "second", "counts"), [("0.7", "0.9", (329, 544, 772)), ("0.8", "0.95", (535, 595, 515))]
)
def test_a_real_shop(shared_data: Path, first: str, second: str, counts: tuple[int, int, int]) -> None:
    bought: dict[str, Decimal] = defaultdict(Decimal)
    with gzip.open(
        shared_data / "transactions/online_retail_II_2009-2010_first100k.csv.gz", "rt", encoding="utf-8"
    ) as file:
        for row in csv.reader(file):
            invoice, quantity, price, customer = row[0], row[3], row[5], row[6]
            if customer.isdigit() and not invoice.startswith("C") and int(quantity) > 0 and Decimal(price) > 0:
                bought[customer] += int(quantity) * Decimal(price)
    found = classes(list(bought.values()), first, second)
    assert tuple(found.count(one) for one in "ABC") == counts


ORDER = "ABC" + NEVER_BOUGHT


@given(AMOUNTS)
def test_more_purchases_never_mean_a_lower_class(amounts: list[Decimal]) -> None:
    """Of two customers the one who bought more is never in the lower class."""
    ranked = sorted(zip(amounts, classes(amounts), strict=True), key=lambda pair: -pair[0])
    places = [ORDER.index(code) for _, code in ranked]
    assert places == sorted(places)


@given(AMOUNTS, st.data())
def test_one_who_buys_more_falls_only_by_his_own_share(amounts: list[Decimal], data: st.DataObject) -> None:
    """The cumulative share includes the customer himself, so that buying more without passing anybody raises it.

    That, and nothing else, can carry him over a cut: no other customer comes before him, and with the share of those
    before him alone he would still be within.
    """
    place = data.draw(st.integers(0, len(amounts) - 1))
    more = list(amounts)
    more[place] += data.draw(st.decimals(0, 10_000, places=2))
    then, now = ORDER.index(classes(amounts)[place]), ORDER.index(classes(more)[place])
    if now > then:
        ahead = sum(one for one in more if one > more[place])
        assert ahead == sum(one for one in amounts if one > amounts[place])
        assert ahead / sum(more) <= (Decimal("0.7"), Decimal("0.9"))[then]


def test_the_share_that_includes_oneself_can_cost_a_class() -> None:
    """The definition of the office's figures, in its rare corner: 195.88 are nine tenths and a little."""
    others = [Decimal("129.71"), Decimal("708.24"), Decimal("263.68")]
    assert classes([Decimal("129.72"), *others])[0] == "B"
    assert classes([Decimal("195.88"), *others])[0] == "C"


@given(AMOUNTS, st.randoms())
def test_the_order_of_import_does_not_matter(amounts: list[Decimal], chance: object) -> None:
    found = dict(zip([f"K{one:05}" for one in range(1, len(amounts) + 1)], classes(amounts), strict=True))
    turned = list(enumerate(amounts, 1))
    chance.shuffle(turned)  # type: ignore[attr-defined]
    numbers = [f"K{one:05}" for one, _ in turned]
    other = Measured(TODAY, [one for one, _ in turned], numbers, {("purchases", 0): [two for _, two in turned]})
    again = [one.code for one in rate(abc("0.7", "0.9"), other).ratings]
    assert dict(zip(numbers, again, strict=True)) == found


@given(AMOUNTS, st.sampled_from(["0.5", "0.7", "0.9"]))
def test_what_is_needed_is_enough_and_less_is_not(others: list[Decimal], cut: str) -> None:
    others = sorted(one for one in others if one > 0)
    needed = needed_for(others, Decimal(cut))
    scheme = abc(cut, "0.99")

    def own_class(amount: Decimal) -> str:
        return rate(scheme, measured([amount, *others])).ratings[0].code

    assert own_class(needed) == "A"
    if needed > Decimal("0.02"):
        assert own_class(needed - Decimal("0.02")) != "A"
