"""How the measured values, points, scores and classes of a rating read on the screen."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_EVEN, Decimal

from desktop.rules.labels import word
from desktop.rules.rating.levers import rank_in
from desktop.rules.rating.measured import Value
from desktop.rules.rating.metrics import Metric, Unit
from desktop.rules.rating.outcome import NEVER_BOUGHT, UNCLASSED, UNRATED, Part
from desktop.rules.rating.points import TOO_FEW
from desktop.rules.rating.rating_words import class_sign
from desktop.rules.rating.scheme import Method, Scheme
from desktop.ui.kit.palettes import Tone
from desktop.ui.words import current, tr

ALL_TIME = 0  # the window that reaches back to the first record
_SMALL = Decimal(100)  # amounts below it are told to the fen


def metric_title(metric: Metric) -> str:
    """The name of a metric; of a field of the office's own the name it has there."""
    return current().text(metric.title)


def titled(metric: Metric, window: int) -> str:
    """The name of a metric with the days it looks at: "Purchases, 365 days"."""
    if not metric.windowed or window == ALL_TIME:
        return metric_title(metric)
    return tr("{metric}, {days} days", metric=metric_title(metric), days=f"{window:,}")


def value_words(metric: Metric, value: Value, *, up: bool | None = None) -> str:  # noqa: PLR0911 - a line per unit
    """A value in its unit. `up` says to which side it is rounded, so that a threshold keeps its promise; None: nearest.

    "—" where nothing is known.
    """
    if value is None:
        return "—"
    if isinstance(value, str):
        return choice_words(metric, value)
    match metric.unit:
        case Unit.MONEY:
            return money_words(value, up=up)
        case Unit.COUNT:
            return f"{_rounded(value, '1', up):,f}"
        case Unit.DAYS:
            return days_words(_rounded(value, "1", up))
        case Unit.PERCENT:
            return f"{_short(_rounded(value, '0.1', up))} %"
        case Unit.CHANCE:
            return f"{_short(_rounded(value * 100, '1', up))} %"
        case _:
            return _short(_rounded(value, "0.01", up))


def choice_words(metric: Metric, value: str) -> str:
    """The word of a choice in the window's language; an option of the office's own as it is written."""
    if metric.words is not None and value in {one.value for one in metric.words}:
        return current().text(word(metric.words(value)))
    return {"yes": tr("Yes"), "no": tr("No")}.get(value, value)


def money_words(amount: Decimal, *, up: bool | None = None) -> str:
    """￥12,300; a small amount to the fen: ￥0.01."""
    places = "1" if abs(amount) >= _SMALL or amount == 0 else "0.01"
    found = _rounded(amount, places, up)
    shown = f"{abs(found):,.2f}".removesuffix(".00")
    return f"{'-' if found < 0 else ''}￥{shown}"


def days_words(days: Decimal | int) -> str:
    """A number of days."""
    return tr("1 day") if days == 1 else tr("{days} days", days=f"{days:,f}" if isinstance(days, Decimal) else days)


def points_words(points: Decimal | None) -> str:
    """Points of a criterion; "—" where there are none to give."""
    return "—" if points is None else _short(_rounded(points, "0.1", None))


def share_words(share: Decimal) -> str:
    """A share of 0 to 1: "71.4 %"."""
    return f"{_rounded(share * 100, '0.1', None)} %"


def weight_words(weight: Decimal) -> str:
    """What part of the score a criterion makes."""
    return tr("weight {weight} %", weight=_short(_rounded(weight, "0.1", None)))


def score_words(scheme: Scheme, score: Decimal | None, segment: str = "") -> str:
    """The score as the scheme has it: points, cumulative share, or r f m with the segment; "" for none."""
    if scheme.method is Method.RFM:
        rfm = "" if score is None else " ".join(f"{int(score):03}")
        return " · ".join(filter(None, (rfm, current().text(segment) if segment else "")))
    if score is None:
        return ""
    return share_words(score) if scheme.method is Method.SHARES else f"{_rounded(score, '0.1', None)}"


def score_title(scheme: Scheme) -> str:
    """What the score of a scheme is called."""
    return {
        Method.SHARES: tr("Cumulative share"),
        Method.RFM: tr("R F M and segment"),
        Method.SCORE: tr("Score"),
        Method.GRID: tr("Score"),
    }[scheme.method]


def class_words(scheme: Scheme, code: str | None) -> str:
    """A class in a pill: its sign where that is short, else its name."""
    if code is None:
        return ""
    if code == UNRATED:
        return tr("not rated")
    if code == NEVER_BOUGHT:
        return tr("not bought")
    return class_sign(scheme, code, current())


def class_meaning(scheme: Scheme, code: str) -> str:
    """A class with what its sign means: "A · Key customers"."""
    short = class_words(scheme, code)
    name = next((current().text(one.name) for one in scheme.classes if one.code == code and one.name), "")
    return short if name in ("", short) else f"{short} · {name}"


def class_ink(scheme: Scheme, code: str | None) -> Tone | int:
    """The ink of its pill: the rank of a class, grey for those without one."""
    return "grey" if code is None or code in UNCLASSED else rank_in(scheme, code)


def part_note(part: Part) -> str:
    """What is to be said of a criterion of which nothing is known, or that could not be compared; "" for nothing."""
    return {
        "missing_no_points": tr("not known: no points"),
        "missing_neutral": tr("not known: half of the points"),
        "missing_unrated": tr("not known: cannot be rated"),
        TOO_FEW: tr("fewer than 50 customers: points by steps, not by places"),
    }.get(part.note, "")


def either(ways: Sequence[str]) -> str:
    """ "one, or another": any of them is enough."""
    found = ""
    for way in ways:
        found = tr("{one}, or {other}", one=found, other=way) if found else way
    return found


def _rounded(value: Decimal, places: str, up: bool | None) -> Decimal:
    # To even where it lies between, as the lists of the kit do: one amount must not read in two ways on one line.
    way = ROUND_HALF_EVEN if up is None else ROUND_CEILING if up else ROUND_FLOOR
    return value.quantize(Decimal(places), rounding=way)


def _short(value: Decimal) -> str:
    """Without zeros behind the point."""
    text = f"{value:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
