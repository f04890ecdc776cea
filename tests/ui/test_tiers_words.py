"""Values, levers and classes of a rating in words, in both languages."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from string import Formatter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.paths import resources
from desktop.rules.rating.builtin import BUILT_IN, MAIN
from desktop.rules.rating.builtin import BY_KEY as SCHEMES
from desktop.rules.rating.levers import Lever, Levers, class_codes
from desktop.rules.rating.metrics import BY_KEY, METRICS, Metric, custom_metric
from desktop.rules.rating.outcome import NEVER_BOUGHT, UNRATED
from desktop.rules.rating.scheme import Scheme
from desktop.ui import words
from desktop.ui.screens.tiers.lever_words import ONE, PATTERNS, drop_sentences, lever_words, lift_sentences
from desktop.ui.screens.tiers.metric_words import (
    class_ink,
    class_meaning,
    class_words,
    money_words,
    score_words,
    titled,
    value_words,
)
from desktop.words import Catalogue

D = Decimal


@pytest.fixture
def chinese() -> Iterator[None]:
    before = words.current()
    words.install(Catalogue.load("zh_CN", resources() / "i18n"))
    yield
    words.install(before)


def lever(metric: str, now: Decimal | None, needed: Decimal | str, code: str = "A", *, at_most: bool = False) -> Lever:
    return Lever(metric, 365, now, needed, code, at_most)


def test_every_metric_has_a_sentence_for_each_way() -> None:
    for metric in METRICS:
        assert (metric.key, False) in PATTERNS
        assert metric.is_choice or (metric.key, True) in PATTERNS
    for key, pattern in {**PATTERNS, **ONE}.items():
        assert key[0] in BY_KEY
        assert {name for _, name, _, _ in Formatter().parse(pattern) if name} <= {"diff", "needed"}


@pytest.mark.parametrize("metric", METRICS, ids=lambda one: one.key)
def test_no_lever_is_left_without_words(language: str, metric: Metric) -> None:
    if metric.words is not None:
        found = [lever(metric.key, None, one.value) for one in metric.words]
    else:
        found = [lever(metric.key, D(10), D(15)), lever(metric.key, D(10), D(11)), lever(metric.key, None, D(3))]
        found += [lever(metric.key, D(10), D(4), at_most=True), lever(metric.key, D(10), D(9), at_most=True)]
    for one in found:
        told = lever_words(one, BY_KEY)
        assert told
        assert not set("{}") & set(told)
        assert language == "en" or any("一" <= sign <= "鿿" for sign in told)


def test_the_sentence_of_the_product(chinese: None) -> None:
    score = SCHEMES["score"]
    found = Levers(
        (lever("purchases", D(7700), D(20000)), lever("overdue", D(800), D(0), at_most=True)),
        (lever("recency", D(20), D(31), "C"),),
    )
    assert lift_sentences(score, "B", found, BY_KEY) == ["再采购 ￥12,300，或逾期降到 ￥0，即为 A。"]
    assert drop_sentences(score, "B", found, BY_KEY) == ["再有 11 天不采购，则降为 C。"]


def test_the_nearest_class_is_told_first(chinese: None) -> None:
    found = Levers((lever("purchases", D(1), D(5000), "A"), lever("purchases", D(1), D(1001), "B")))
    told = lift_sentences(SCHEMES[MAIN], "C", found, BY_KEY)
    assert told == ["再采购 ￥1,000，即为 B。", "再采购 ￥4,999，即为 A。"]


def test_where_nothing_lifts_or_drops_it_is_said() -> None:
    scheme = SCHEMES["score"]
    assert lift_sentences(scheme, "A", Levers(), BY_KEY) == ["This is the best class."]
    assert "several have to improve" in lift_sentences(scheme, "B", Levers(), BY_KEY)[0]
    assert drop_sentences(scheme, "D", Levers(), BY_KEY) == ["He cannot fall any lower."]
    assert drop_sentences(scheme, "B", Levers(), BY_KEY) == ["No single criterion alone would drop him."]


def test_a_field_of_the_offices_own() -> None:
    known = {"custom.7": custom_metric(7, "Floor space", choice=False, money=False)}
    assert lever_words(lever("custom.7", D(10), D(120)), known) == "Floor space of at least 120"
    assert lever_words(lever("custom.7", D(10), D(5), at_most=True), known) == "Floor space of at most 5"
    assert lever_words(lever("custom.7", None, "warm"), known) == "Floor space “warm”"
    assert lever_words(lever("custom.9", D(1), D(2)), known) == "a field that was removed of at least 2"


@given(st.decimals(0, 10**9, places=2, allow_nan=False), st.decimals(0, 10**9, places=2, allow_nan=False))
def test_what_is_said_to_be_enough_is_enough(now: Decimal, more: Decimal) -> None:
    told = lever_words(lever("purchases", now, now + more), BY_KEY)
    amount = D(told.split()[0].lstrip("￥").replace(",", ""))
    assert more <= amount < more + 1


@pytest.mark.parametrize(
    ("metric", "value", "shown"),
    [
        ("purchases", D("12300.4"), "￥12,300"), ("purchases", D("0.01"), "￥0.01"), ("net", D(-500), "-￥500"),
        ("orders", D(1200), "1,200"), ("recency", D(1), "1 day"), ("recency", D(31), "31 days"),
        ("margin", D("23.456"), "23.5 %"), ("alive", D("0.873"), "87 %"), ("satisfaction", D("4.50"), "4.5"),
        ("attitude", "loyal", "Loyal"), ("credit_grade", "A", "Grade A"), ("overdue", None, "—"),
    ],
)  # fmt: skip
def test_values_in_their_units(metric: str, value: Decimal | str | None, shown: str) -> None:
    assert value_words(BY_KEY[metric], value) == shown


def test_money_is_rounded_to_the_safe_side() -> None:
    assert money_words(D("12300.01"), up=True) == "￥12,301"
    assert money_words(D("12300.99"), up=False) == "￥12,300"


def test_titles_name_the_days_where_there_are_any() -> None:
    assert titled(BY_KEY["purchases"], 365) == "Amount bought, 365 days"
    assert titled(BY_KEY["purchases"], 0) == "Amount bought"
    assert titled(BY_KEY["potential"], 365) == "Growth potential"


@pytest.mark.parametrize("scheme", BUILT_IN, ids=lambda one: one.key)
def test_every_class_has_a_sign_a_meaning_and_an_ink(language: str, scheme: Scheme) -> None:
    codes = class_codes(scheme)
    assert len({class_words(scheme, code) for code in codes}) == len(codes)
    assert [class_ink(scheme, code) for code in codes] == list(range(len(codes)))
    assert all(class_meaning(scheme, code).startswith(class_words(scheme, code)) for code in codes)
    assert class_ink(scheme, UNRATED) == class_ink(scheme, NEVER_BOUGHT) == "grey"
    assert class_words(scheme, UNRATED) != class_words(scheme, NEVER_BOUGHT)


def test_scores_as_their_scheme_has_them() -> None:
    assert score_words(SCHEMES[MAIN], D("0.61349")) == "61.3 %"
    assert score_words(SCHEMES["rfm"], D(543), "Champions") == "5 4 3 · Champions"
    assert score_words(SCHEMES["score"], D("72.3500")) == "72.4"
    assert score_words(SCHEMES["score"], None) == ""
