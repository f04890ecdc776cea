"""The schemes that come with the program, ready to use. Texts are English sources; the office may change all of it.

Limits in money are those of an office with customers of some ten thousand yuan a year; where fifty customers are there
to be compared, places take their stead.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from desktop.rules.rating.scheme import (
    Criterion,
    Dimension,
    Method,
    Missing,
    Scheme,
    Segment,
    Step,
    TierClass,
)
from desktop.words import N_

MAIN = "abc-70-90"  # gives the value tiers until the office chooses another
YEAR = 365
D = Decimal


def _steps(*pairs: tuple[str, int]) -> tuple[Step, ...]:
    return tuple(Step(D(least), D(points)) for least, points in pairs)


def _choices(*pairs: tuple[str, int]) -> tuple[tuple[str, Decimal], ...]:
    return tuple((word, D(points)) for word, points in pairs)


def _abc(key: str, name: str, first: str, second: str) -> Scheme:
    classes = (
        TierClass("A", N_("Key customers"), D(first)),
        TierClass("B", N_("Important customers"), D(second)),
        TierClass("C", N_("Ordinary customers")),
    )
    return Scheme(key, name, Method.SHARES, classes, (Criterion("purchases", YEAR),))


_HIGH, _LOW, _ANY = (4, 5), (1, 3), (1, 5)
RFM = Scheme(
    "rfm",
    N_("RFM with segments"),
    Method.RFM,
    (
        TierClass("A", N_("Most valuable")),
        TierClass("B", N_("Worth keeping and lifting")),
        TierClass("C", N_("Ordinary")),
        TierClass("D", N_("Hardly active")),
    ),
    (Criterion("purchases", YEAR),),
    (
        Segment(N_("Champions"), _HIGH, _HIGH, _HIGH, "A"),
        Segment(N_("Important, to develop"), _HIGH, _LOW, _HIGH, "B"),
        Segment(N_("Important, to keep"), _LOW, _HIGH, _HIGH, "B"),
        Segment(N_("Important, to win back"), _LOW, _LOW, _HIGH, "B"),
        Segment(N_("Ordinary, loyal"), _HIGH, _HIGH, _LOW, "C"),
        Segment(N_("Ordinary, to develop"), _HIGH, _LOW, _LOW, "C"),
        Segment(N_("Ordinary, to keep"), _LOW, _HIGH, _LOW, "C"),
        Segment(N_("Ordinary, drifting away"), _LOW, _LOW, _LOW, "D"),
    ),
    thresholds={
        "r": (D(180), D(90), D(45), D(15)),
        "f": (D(2), D(4), D(8), D(15)),
        "m": (D(1000), D(5000), D(20000), D(80000)),
    },
)

_AMOUNTS = _steps(("1", 20), ("5000", 40), ("20000", 60), ("50000", 80), ("150000", 100))
SCORE = Scheme(
    "score",
    N_("Value score card"),
    Method.SCORE,
    (
        TierClass("A", N_("Key customers"), D(75)),
        TierClass("B", N_("Important customers"), D(55)),
        TierClass("C", N_("Ordinary customers"), D(35)),
        TierClass("D", N_("Small customers")),
    ),
    (
        Criterion("purchases", YEAR, D(25), _AMOUNTS, quantiles=5),
        Criterion("gross_profit", YEAR, D(10), _steps(("1", 40), ("5000", 70), ("20000", 100)), quantiles=5,
                  missing=Missing.NEUTRAL),
        Criterion("overdue", 0, D(5), _steps(("0", 100), ("0.01", 40), ("5000", 0)), missing=Missing.NEUTRAL),
        Criterion("recency", YEAR, D(15), _steps(("0", 100), ("31", 75), ("91", 40), ("181", 0)),
                  dimension=Dimension.BEHAVIOURAL),
        Criterion("orders", YEAR, D(10), _steps(("1", 25), ("4", 50), ("8", 75), ("15", 100)), quantiles=5,
                  dimension=Dimension.BEHAVIOURAL),
        Criterion("growth", YEAR, D(5), _steps(("-30", 30), ("0", 60), ("20", 100)), missing=Missing.NEUTRAL,
                  dimension=Dimension.BEHAVIOURAL),
        Criterion("satisfaction", YEAR, D(10), _steps(("1", 0), ("3", 50), ("4", 80), ("4.5", 100)),
                  missing=Missing.NEUTRAL, dimension=Dimension.EMOTIONAL),
        Criterion("attitude", 0, D(10), (), _choices(("loyal", 100), ("switcher", 40), ("none", 0)),
                  missing=Missing.NEUTRAL, dimension=Dimension.EMOTIONAL),
        Criterion("referrals", 0, D(5), _steps(("0", 0), ("1", 60), ("3", 100)), dimension=Dimension.SOCIAL),
        Criterion("recommend", YEAR, D(5), _steps(("0", 0), ("7", 50), ("9", 100)), missing=Missing.NEUTRAL,
                  dimension=Dimension.SOCIAL),
    ),
)  # fmt: skip

CONTRIBUTION = Scheme(
    "contribution",
    N_("Contribution: low, middle, high"),
    Method.SCORE,
    (
        TierClass("high", N_("High contribution"), D(80)),
        TierClass("mid", N_("Middle contribution"), D(40)),
        TierClass("low", N_("Low contribution")),
    ),
    (
        Criterion("net_contribution", YEAR, D(100), _steps(("0", 10), ("2000", 50), ("10000", 100)), quantiles=3,
                  missing=Missing.UNRATED),
    ),
)  # fmt: skip

POTENTIAL = Scheme(
    "potential",
    N_("Growth potential"),
    Method.SCORE,
    (
        TierClass("high", N_("High potential"), D(70)),
        TierClass("mid", N_("Middle potential"), D(40)),
        TierClass("low", N_("Low potential")),
    ),
    (
        Criterion("potential", 0, D(60), _steps(("1", 0), ("2", 25), ("3", 50), ("4", 75), ("5", 100)),
                  missing=Missing.UNRATED, dimension=Dimension.SOCIAL),
        Criterion("growth", YEAR, D(40), _steps(("-20", 20), ("0", 50), ("20", 80), ("50", 100)),
                  missing=Missing.NEUTRAL, dimension=Dimension.BEHAVIOURAL),
    ),
)  # fmt: skip

COOPERATION = Scheme(
    "cooperation",
    N_("History of cooperation"),
    Method.GRID,
    (
        TierClass("loyal", N_("Loyal")),
        TierClass("steady", N_("Steady")),
        TierClass("new", N_("Newcomer")),
    ),
    (
        Criterion("tenure", 0, D(50), _steps(("0", 0), ("365", 1), ("730", 2)), missing=Missing.UNRATED,
                  dimension=Dimension.BEHAVIOURAL),
        Criterion("orders", YEAR, D(50), _steps(("0", 0), ("2", 1), ("6", 2)), dimension=Dimension.BEHAVIOURAL),
    ),
    cells=(("new", "new", "new"), ("new", "steady", "steady"), ("steady", "steady", "loyal")),
)  # fmt: skip

MEMBERSHIP = Scheme(
    "membership",
    N_("Membership levels"),
    Method.SCORE,
    (
        TierClass("VIP", N_("VIP member"), D(100)),
        TierClass("gold", N_("Gold member"), D(75)),
        TierClass("silver", N_("Silver member"), D(50)),
        TierClass("bronze", N_("Bronze member"), D(25)),
        TierClass("plain", N_("Ordinary member")),
    ),
    (
        Criterion("purchases", YEAR, D(100),
                  _steps(("0", 0), ("5000", 25), ("20000", 50), ("80000", 75), ("200000", 100))),
    ),
)  # fmt: skip

STRATEGIC = Scheme(
    "strategic",
    N_("Strategic partners"),
    Method.SCORE,
    (
        TierClass("partner", N_("Strategic partner"), D(80)),
        TierClass("candidate", N_("Candidate"), D(60)),
        TierClass("none", N_("No strategic partner")),
    ),
    (
        Criterion("purchases", YEAR, D(35), _AMOUNTS, quantiles=10),
        Criterion("tenure", 0, D(15), _steps(("0", 0), ("365", 50), ("730", 100)), dimension=Dimension.BEHAVIOURAL),
        Criterion("punctuality", YEAR, D(15), _steps(("50", 30), ("80", 70), ("95", 100)), missing=Missing.NEUTRAL),
        Criterion("potential", 0, D(20), _steps(("1", 0), ("3", 50), ("4", 80), ("5", 100)), missing=Missing.NEUTRAL,
                  dimension=Dimension.SOCIAL),
        Criterion("credit_grade", 0, D(15), (), _choices(("A", 100), ("B", 70), ("C", 30), ("D", 0)),
                  missing=Missing.NEUTRAL),
    ),
)  # fmt: skip

ATTITUDE = Scheme(
    "attitude",
    N_("Attitude beside purchases"),
    Method.GRID,
    (
        TierClass("core", N_("Big and loyal: keep close")),
        TierClass("contested", N_("Big but changes brands: hold")),
        TierClass("promising", N_("Small but loyal: let grow")),
        TierClass("casual", N_("Small and loyal to none: serve simply")),
    ),
    (
        Criterion("purchases", YEAR, D(50), _steps(("0", 0), ("20000", 1))),
        Criterion("attitude", 0, D(50), (), _choices(("none", 0), ("switcher", 1), ("loyal", 2)),
                  missing=Missing.UNRATED, dimension=Dimension.EMOTIONAL),
    ),
    cells=(("casual", "casual", "promising"), ("contested", "contested", "core")),
)  # fmt: skip

RELATIONSHIP = Scheme(
    "relationship",
    N_("Relationship to aim at"),
    Method.GRID,
    (
        TierClass("partner", N_("Partner")),
        TierClass("proactive", N_("Proactive")),
        TierClass("accountable", N_("Accountable")),
        TierClass("reactive", N_("Reactive")),
        TierClass("basic", N_("Basic")),
    ),
    (
        Criterion("customers", YEAR, D(50), _steps(("0", 2), ("100", 1), ("1000", 0)),
                  dimension=Dimension.SOCIAL),
        Criterion("margin", YEAR, D(50), _steps(("-100", 0), ("15", 1), ("30", 2)), missing=Missing.UNRATED),
    ),
    cells=(
        ("basic", "reactive", "accountable"),
        ("reactive", "accountable", "proactive"),
        ("accountable", "proactive", "partner"),
    ),
)  # fmt: skip

BUILT_IN: tuple[Scheme, ...] = (
    _abc(MAIN, N_("ABC by purchases, 70/90"), "0.7", "0.9"),
    _abc("abc-80-95", N_("ABC by purchases, 80/95"), "0.8", "0.95"),
    RFM,
    SCORE,
    CONTRIBUTION,
    POTENTIAL,
    COOPERATION,
    MEMBERSHIP,
    STRATEGIC,
    ATTITUDE,
    RELATIONSHIP,
)
BY_KEY: Mapping[str, Scheme] = {one.key: one for one in BUILT_IN}
