"""How a scheme reads: its method, what its criteria ask, from where on a class begins."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from desktop.rules.rating.metrics import CUSTOM, Metric, Unit
from desktop.rules.rating.outcome import UNCLASSED
from desktop.rules.rating.rating_words import class_sign
from desktop.rules.rating.scheme import Criterion, Dimension, Method, Missing, Scheme
from desktop.ui.wording import words_of
from desktop.ui.words import current, tr
from desktop.words import N_

LONGEST_SIGN = 12

# What a method does; how it is called is in METHODS of the words of a rating.
ABOUT: Mapping[Method, str] = {
    Method.SHARES: N_(
        "Customers stand in the order of one sum, the largest first; a class ends at a share of the whole."
    ),
    Method.RFM: N_(
        "Last purchase, number and sum of purchases are scored 1 to 5 each; the three scores make a segment."
    ),
    Method.SCORE: N_(
        "Each criterion gives 0 to 100 points, weighted to 100 together; a class begins at its least points."
    ),
    Method.GRID: N_("Two criteria, each in steps, make a table; every cell of it is a class."),
}
DIMENSIONS: Mapping[Dimension, str] = {
    Dimension.FINANCIAL: N_("financial"),
    Dimension.BEHAVIOURAL: N_("behavioural"),
    Dimension.EMOTIONAL: N_("emotional"),
    Dimension.SOCIAL: N_("social"),
}
MISSING: Mapping[Missing, str] = {
    Missing.NO_POINTS: N_("gets no points"),
    Missing.NEUTRAL: N_("counts as neutral, 50 points"),
    Missing.UNRATED: N_("cannot be rated"),
}
MISSING_IN_GRID: Mapping[Missing, str] = {  # neutral would be a row by chance
    Missing.NO_POINTS: N_("counts in the first place"),
    Missing.UNRATED: N_("cannot be rated"),
}
WINDOWS: Mapping[int, str] = {
    90: N_("90 days"),
    180: N_("180 days"),
    365: N_("a year"),
    730: N_("two years"),
    0: N_("everything"),
}
# The catalogue in groups; the office's own fields follow in one of their own.
GROUPS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (N_("What he buys"), ("purchases", "net", "orders", "mean_order", "categories")),
    (N_("What he brings in"), ("gross_profit", "net_contribution", "margin")),
    (N_("How his buying goes on"), ("recency", "tenure", "growth")),
    (N_("What lies ahead"), ("clv", "alive", "expected", "potential")),
    (N_("How he pays"), ("punctuality", "overdue", "credit_grade")),
    (N_("How he is content"), ("satisfaction", "recommend", "complaints", "attitude")),
    (N_("How we stand together"), ("contacts", "referrals", "relationship", "customers")),
)
OWN_FIELDS = N_("Fields of the office's own")


def grouped(known: Mapping[str, Metric], *, money_only: bool = False) -> Iterator[tuple[str, list[Metric]]]:
    """(heading, metrics) of the catalogue, the office's own fields last; groups with nothing in them are left out."""
    own = tuple(key for key in known if key.startswith(CUSTOM))
    for title, keys in (*GROUPS, (OWN_FIELDS, own)):
        found = [known[key] for key in keys if key in known and (not money_only or known[key].unit is Unit.MONEY)]
        if found:
            yield current().text(title), found


def title_of(metric: Metric) -> str:
    """What a metric is called; the office's own titles are shown as they are."""
    return current().text(metric.title)


def figure(value: Decimal) -> str:
    """1,234.5: thousands, no zeros behind the last digit."""
    return f"{value.normalize():,f}" if value.is_finite() else "?"


def unit_words(unit: Unit) -> str:
    """What stands behind a number of this unit; "" for nothing."""
    return {Unit.MONEY: tr("yuan"), Unit.PERCENT: "%", Unit.DAYS: tr("days"), Unit.COUNT: tr("times")}.get(unit, "")


def bound(metric: Metric, value: Decimal) -> str:
    """A limit of a metric as it is read: no more digits than it has, for many stand in a line."""
    if not value.is_finite():
        return "?"
    if metric.unit is Unit.MONEY:
        return f"{'-' if value < 0 else ''}￥{figure(abs(value))}"
    unit = {Unit.PERCENT: "%", Unit.DAYS: tr("days")}.get(metric.unit, "")
    return f"{figure(value)} {unit}".strip()


def words_there(metric: Metric) -> list[tuple[str, str]]:
    """(stored word, how it reads) of a metric whose values are words."""
    if metric.words is not None:
        return [(one.value, words_of(one)) for one in metric.words]
    yes_no = {"yes": tr("Yes"), "no": tr("No")}
    if set(metric.options) == set(yes_no):
        return [(one, yes_no[one]) for one in metric.options]
    return [(one, one) for one in metric.options]


def window_words(metric: Metric, days: int) -> str:
    """The window of a criterion; "" where the metric has none."""
    if not metric.windowed:
        return ""
    if days in WINDOWS:
        return current().text(WINDOWS[days])
    return tr("{days} days", days=f"{days:,}")


def points_words(metric: Metric, one: Criterion, *, grid: bool = False) -> str:
    """How values turn into points (of a grid: places, counted from 1), in one line."""
    shift = 1 if grid else 0
    if metric.is_choice:
        read = dict(words_there(metric))
        parts = [f"{read.get(word, word)} → {figure(points + shift)}" for word, points in one.choices]
        return " · ".join(parts)
    steps = " · ".join(f"{bound(metric, step.least)} → {figure(step.points + shift)}" for step in one.steps)
    if one.quantiles and not grid:
        parts_of = tr("{count} equal parts of all customers, the best gets 100", count=one.quantiles)
        return tr("{parts}; below 50 customers {steps}", parts=parts_of, steps=steps) if steps else parts_of
    return steps


def sign_of(scheme: Scheme, code: str) -> str:
    """A class on a badge: its sign, or its name where the sign is a word of the program and the name is short."""
    if not code or code in UNCLASSED:
        return class_sign(scheme, code, current())
    name = next((current().text(one.name) for one in scheme.classes if one.code == code and one.name), "")
    return name if code.islower() and 0 < len(name) <= LONGEST_SIGN else code


def places_of(metric: Metric, one: Criterion) -> list[str]:
    """The heads of the rows or columns of a grid: which values of a criterion come to each place."""
    found: dict[int, list[str]] = {0: []}
    if metric.is_choice:
        read = dict(words_there(metric))
        for word, points in one.choices:
            found.setdefault(_place(points), []).append(read.get(word, word))
    else:
        for step in one.steps:
            found.setdefault(_place(step.points), []).append(f"≥ {bound(metric, step.least)}")
    return [" / ".join(found.get(place, ())) or "–" for place in range(max(found) + 1)]


def _place(points: Decimal) -> int:
    return min(max(int(points), 0), 99) if points.is_finite() else 0


def place_count(one: Criterion) -> int:
    """How many rows or columns a criterion of a grid asks for."""
    points: Sequence[Decimal] = [step.points for step in one.steps] + [points for _, points in one.choices]
    return max([_place(value) for value in points], default=0) + 1
