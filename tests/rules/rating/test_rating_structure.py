"""80/20, effort against value, and growth: exact shares, and what holds of any office."""

from __future__ import annotations

import csv
import gzip
from collections import defaultdict
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.rules.rating.movement import InRound, cells, changes, growth, growth_answer
from desktop.rules.rating.structure import (
    FIFTH,
    FOUR_FIFTHS,
    Figures,
    class_ends,
    class_sums,
    concentration,
    effort_answer,
)

D = Decimal
amounts = st.dictionaries(
    st.integers(1, 10**9), st.decimals(-(10**6), 10**7, places=2, allow_nan=False), min_size=1, max_size=60
)
codes = st.dictionaries(st.integers(1, 40), st.sampled_from("ABC"), max_size=40)


def figures(
    classes: dict[int, str],
    revenue: dict[int, int],
    profit: dict[int, int] | None = None,
    visits: dict[int, int] | None = None,
    contacts: dict[int, int] | None = None,
    *,
    costed: int | None = None,
) -> Figures:
    gained = {one: D(value) for one, value in (profit or {}).items()}
    net = sum(revenue.values())
    return Figures(
        classes,
        sorted(set(classes) | set(revenue)),
        {one: D(value) for one, value in revenue.items()},
        gained,
        gained,
        contacts or {},
        visits or {},
        D(net),
        D(net if costed is None else costed),
    )


def test_an_office_of_five_is_told_exactly() -> None:
    found = concentration({1: D(10), 2: D(70), 3: D(5), 4: D(5), 5: D(10)})
    assert list(found.customers) == [2, 1, 5, 3, 4]
    assert found.total == 100
    assert found.first(FIFTH) == 1
    assert found.held_by(1) == Fraction(7, 10)
    assert found.needed_for(FOUR_FIFTHS) == 2
    assert found.shares() == [0.7, 0.8, 0.9, 0.95, 1.0]


def test_a_share_that_is_reached_exactly_is_reached() -> None:
    found = concentration({1: D("0.8"), 2: D("0.1"), 3: D("0.1")})
    assert found.needed_for(FOUR_FIFTHS) == 1


def test_losses_at_the_end_let_the_curve_rise_above_all() -> None:
    found = concentration({1: D(60), 2: D(60), 3: D(-20)})
    assert found.held_by(2) == Fraction(6, 5)
    assert found.needed_for(FOUR_FIFTHS) == 2
    assert found.held_by(3) == 1


@pytest.mark.parametrize("given", [{}, {1: D(0)}, {1: D(5), 2: D(-5)}])
def test_without_a_total_nothing_is_said(given: dict[int, Decimal]) -> None:
    assert not concentration(given).speaks


@given(amounts)
def test_the_first_always_hold_the_most(given: dict[int, Decimal]) -> None:
    found = concentration(given)
    assert sorted(found.customers) == sorted(given)
    assert found.total == sum(given.values())
    assert 1 <= found.first(FIFTH) <= len(given)
    if not found.speaks:
        return
    needed = found.needed_for(FOUR_FIFTHS)
    assert found.held_by(needed) >= FOUR_FIFTHS
    assert found.held_by(needed - 1) < FOUR_FIFTHS
    assert found.held_by(len(given)) == 1
    most = sum(sorted(given.values(), reverse=True)[:needed], D(0))
    assert found.held_by(needed) == Fraction(most) / Fraction(found.total)


@given(amounts, st.randoms())
def test_the_order_of_entry_does_not_matter(given: dict[int, Decimal], dice: object) -> None:
    items = list(given.items())
    dice.shuffle(items)  # type: ignore[attr-defined]
    assert concentration(dict(items)).customers == concentration(given).customers


def test_online_retail_has_the_published_share(shared_data: Path) -> None:
    bought: dict[int, Decimal] = defaultdict(Decimal)
    path = shared_data / "transactions/online_retail_II_2009-2010_first100k.csv.gz"
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for row in csv.reader(file):
            invoice, quantity, price, customer = row[0], row[3], row[5], row[6]
            if customer.isdigit() and not invoice.startswith("C") and int(quantity) > 0 and Decimal(price) > 0:
                bought[int(customer)] += int(quantity) * Decimal(price)
    found = concentration(bought)
    assert len(found.customers) == 1645
    assert found.total == D("1630006.136")
    assert found.first(FIFTH) == 329
    assert round(float(found.held_by(329)) * 100, 4) == 69.9847


# Classes


def test_a_class_without_known_costs_says_so_and_an_empty_one_is_nothing() -> None:
    found = class_sums(figures({1: "A", 2: "B"}, {1: 100, 2: 50}, {1: 30}, {1: 2}), "ABC")
    assert [(one.code, one.customers, one.revenue, one.profit, one.visits) for one in found] == [
        ("A", (1,), D(100), D(30), 2),
        ("B", (2,), D(50), None, 0),
        ("C", (), D(0), D(0), 0),
    ]


def test_those_in_no_class_and_in_a_class_of_earlier_days_come_last() -> None:
    found = class_sums(figures({1: "A", 2: "Z"}, {1: 1, 2: 1, 3: 1}), "AB")
    assert [one.code for one in found] == ["A", "B", "Z", ""]
    assert found[-1].customers == (3,)


@given(codes)
def test_every_customer_is_in_one_sum(classes: dict[int, str]) -> None:
    given = figures(classes, dict.fromkeys(range(1, 41), 7))
    sums = class_sums(given, "ABC")
    assert sorted(one for line in sums for one in line.customers) == list(given.customers)
    assert sum(line.revenue for line in sums) == 40 * 7


def test_effort_that_follows_value_is_praised_and_other_is_told() -> None:
    given = figures({1: "A", 2: "C"}, {1: 900, 2: 100}, {1: 72, 2: 28}, {1: 31, 2: 69})
    found = effort_answer(given, class_sums(given, "ABC"))
    assert found is not None
    assert found.by_profit
    assert found.by_visits
    assert (found.best.code, found.best.value, found.best.effort) == ("A", Fraction(72, 100), Fraction(31, 100))
    assert found.most_favoured.code == "C"
    assert found.most_spared.code == "A"
    assert not found.follows
    near = figures({1: "A", 2: "C"}, {1: 900, 2: 100}, {1: 72, 2: 28}, {1: 65, 2: 35})
    answer = effort_answer(near, class_sums(near, "AC"))
    assert answer is not None
    assert answer.follows


def test_where_most_costs_are_unknown_purchases_are_the_value_and_contacts_stand_in_for_visits() -> None:
    given = figures({1: "A", 2: "B"}, {1: 900, 2: 100}, {2: 50}, contacts={1: 1, 2: 1}, costed=100)
    assert given.unknown == Fraction(9, 10)
    found = effort_answer(given, class_sums(given, "AB"))
    assert found is not None
    assert not found.by_profit
    assert not found.by_visits
    assert found.best.value == Fraction(9, 10)


def test_without_sales_or_without_work_there_is_no_answer() -> None:
    idle = figures({1: "A"}, {1: 900}, {1: 90})
    assert effort_answer(idle, class_sums(idle, "A")) is None
    poor = figures({1: "A"}, {}, visits={1: 3})
    assert effort_answer(poor, class_sums(poor, "A")) is None


def test_cost_customers_are_those_below_zero_the_dearest_first() -> None:
    assert figures({}, {1: 9, 2: 9, 3: 9, 4: 9}, {1: -5, 2: 0, 3: -50, 4: 7}).costing() == [3, 1]


@pytest.mark.parametrize(("net", "costed", "share"), [(0, 0, 0), (100, 100, 0), (100, 25, Fraction(3, 4)), (100, 0, 1)])
def test_the_share_of_unknown_costs_is_exact(net: int, costed: int, share: Fraction) -> None:
    assert figures({}, {1: net}, costed=costed).unknown == share


def test_classes_end_where_their_sizes_add_up() -> None:
    ends = class_ends([1, 2, 3, 4], {1: "A", 2: "B", 3: "B"}, "ABC")
    assert ends == [("A", Fraction(1, 4)), ("B", Fraction(3, 4)), ("C", Fraction(3, 4))]
    assert class_ends([], {}, "AB") == []


# Two rounds

ROUNDS = st.dictionaries(st.integers(1, 20), st.tuples(st.sampled_from(["A", "B", "-"]), st.integers(0, 9_000)))


def in_round(given: dict[int, tuple[str, int]]) -> InRound:
    return InRound({one: code for one, (code, _) in given.items()}, {one: D(fen) for one, (_, fen) in given.items()})


def test_growth_is_told_by_the_class_of_before() -> None:
    earlier = in_round({1: ("A", 100), 2: ("B", 50), 3: ("B", 40)})
    later = in_round({1: ("A", 90), 2: ("A", 200), 3: ("B", 40), 4: ("B", 30)})
    answer = growth_answer(growth(earlier, later, ["A", "B", "C", None]))
    told = [(one.code, one.customers, one.change, one.more, one.less) for one in answer.lines]
    assert told == [
        ("A", (1,), D(-10), D(0), D(10)),
        ("B", (2, 3), D(150), D(150), D(0)),
        (None, (4,), D(30), D(30), D(0)),
    ]
    assert answer.total == 170
    assert answer.mover is answer.lines[1]
    assert answer.part_of("B") == Fraction(5, 6)
    assert answer.part_of("A") == 0
    assert answer.part_of("C") == 0


def test_a_decline_is_told_by_who_bought_less() -> None:
    earlier, later = in_round({1: ("A", 100), 2: ("B", 50)}), in_round({1: ("A", 20), 2: ("B", 60)})
    answer = growth_answer(growth(earlier, later, ["A", "B"]))
    assert answer.total == -70
    assert answer.mover is answer.lines[0]
    assert answer.part_of("A") == 1


def test_two_equal_rounds_have_no_mover() -> None:
    same = in_round({1: ("A", 100)})
    assert growth_answer(growth(same, same, ["A"])).mover is None
    assert growth_answer([]).mover is None


@given(ROUNDS, ROUNDS)
def test_cells_and_growth_part_all_customers(
    before: dict[int, tuple[str, int]], now: dict[int, tuple[str, int]]
) -> None:
    earlier, later = in_round(before), in_round(now)
    found = cells(earlier, later)
    assert sorted(one for ids in found.values() for one in ids) == sorted(before.keys() | now.keys())
    assert (None, None) not in found
    answer = growth_answer(growth(earlier, later, ["A", "B", "-", None]))
    assert answer.total == sum(changes(earlier, later).values(), D(0)) == sum(one.change for one in answer.lines)
    assert all(one.change == one.more - one.less for one in answer.lines)
    if answer.total > 0:
        assert sum(map(answer.part, answer.lines)) == 1
