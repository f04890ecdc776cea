"""How classes, values and the most telling criteria read on paper."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.rules.rating import rating_words as said
from desktop.rules.rating.builtin import BY_KEY
from desktop.rules.rating.metrics import BY_KEY as METRICS
from desktop.rules.rating.outcome import NEVER_BOUGHT, UNRATED, Part
from desktop.rules.rating.scheme import Method, Scheme, TierClass
from desktop.words import Catalogue

WORDS = Catalogue("en", {})
D = Decimal
POINTS = st.one_of(st.none(), st.integers(0, 100).map(Decimal))


@pytest.mark.parametrize(
    ("code", "name", "title"),
    [
        ("A", "Key customers", "A Key customers"),
        ("A", "Alpha", "A Alpha"),
        ("VIP", "VIP 会员", "VIP 会员"),
        ("VIP", "VIP", "VIP"),
        ("bronze", "Bronze member", "Bronze member"),
        ("B", "", "B"),
    ],
)
def test_a_class_is_called_once(code: str, name: str, title: str) -> None:
    scheme = Scheme("x", "x", Method.SCORE, (TierClass(code, name), TierClass("Z", "rest")))
    assert said.class_title(scheme, code, WORDS) == title


def test_those_without_a_class_have_words_too() -> None:
    abc = BY_KEY["abc-70-90"]
    assert [said.class_sign(abc, one, WORDS) for one in (NEVER_BOUGHT, UNRATED, None, "gone")] == [
        "No purchase yet", "Cannot be rated", "", "gone",
    ]  # fmt: skip
    assert said.limit_of(abc, "A", WORDS) == "to 70.0% of the sum"
    assert said.limit_of(abc, "C", WORDS) == "the others"


@pytest.mark.parametrize(
    ("metric", "value", "told"),
    [
        ("purchases", D("1234.5"), "￥1,234.50"),
        ("recency", D(12), "12 days"),
        ("margin", D("33.333"), "33.3%"),
        ("alive", D("0.875"), "87.5%"),
        ("orders", D(100), "100"),
        ("satisfaction", D("4.50"), "4.5"),
        ("attitude", "loyal", "Loyal"),
        ("attitude", "a word of later versions", "a word of later versions"),
        ("growth", None, "unknown value"),
    ],
)
def test_values_are_told_with_their_units(metric: str, value: Decimal | str | None, told: str) -> None:
    assert said.value_words(METRICS[metric], value, WORDS) == told


@given(st.lists(POINTS, max_size=8))
def test_no_criterion_is_strongest_and_weakest_at_once(points: list[Decimal | None]) -> None:
    parts = [Part(f"m{at}", None, one, D(10)) for at, one in enumerate(points)]
    strong, weak = said.telling_parts(parts)
    assert not {one.metric for one in strong} & {one.metric for one in weak}
    assert len(strong) <= 2
    assert len(weak) <= 2
    assert all(one.points for one in strong)
    assert all(one.points is not None and one.points < 100 for one in weak)
    known = [one for one in points if one is not None]
    if strong:
        assert strong[0].points == max(known)
    if strong and weak:
        assert (weak[0].points or 0) <= (strong[-1].points or 0)
