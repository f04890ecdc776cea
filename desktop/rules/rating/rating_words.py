"""A rating in words: classes, values, windows and notes as they stand on the rating sheet and in workbooks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal

from desktop.rules.labels import word
from desktop.rules.money import show_money
from desktop.rules.rating.measured import Value
from desktop.rules.rating.metrics import Metric, Unit
from desktop.rules.rating.outcome import NEVER_BOUGHT, UNRATED, Part
from desktop.rules.rating.scheme import Method, Scheme, TierClass
from desktop.words import N_, Catalogue

SHORT = 3  # a code up to this long is what people say: A, VIP; a longer one is a word of the program
HUNDRED = Decimal(100)
METHODS: Mapping[Method, str] = {
    Method.SHARES: N_("By cumulative share"),
    Method.RFM: N_("RFM scores"),
    Method.SCORE: N_("Score card"),
    Method.GRID: N_("Two criteria crossed"),
}
NO_CLASS: Mapping[str, str] = {NEVER_BOUGHT: N_("No purchase yet"), UNRATED: N_("Cannot be rated")}
NOTES: Mapping[str, str] = {
    "few_buyers": N_("Fewer than 50 customers have bought: scored by the limits the office has set, not by places."),
    "too_few_for_quantiles": N_(
        "Some criteria have values of fewer than 50 customers: points by steps, not by places."
    ),
    "all_equal": N_("All amounts are equal: what separates the classes is only the order of the customer numbers."),
    "nobody_bought": N_("Nobody bought in this time, so nobody has a class."),
    "weights_scaled": N_("The weights do not come to exactly 100 %; they were scaled."),
}
_MOVES: Mapping[str, str] = {
    "up": N_("Moved up"),
    "down": N_("Moved down"),
    "same": N_("Unchanged"),
    "new": N_("Newly rated"),
    "out": N_("No longer classed"),
}


def class_sign(scheme: Scheme, code: str | None, words: Catalogue) -> str:
    """A class as short as people say it: A, VIP, 忠诚; "" for None."""
    if code is None:
        return ""
    if code in NO_CLASS:
        return words.text(NO_CLASS[code])
    short = len(code) <= SHORT and not code.islower()  # A, VIP; "new" is a word of ours, and the office reads its name
    return code if short else words.text(_class(scheme, code).name or code)


def class_title(scheme: Scheme, code: str, words: Catalogue) -> str:
    """The same with its name: A 重点客户."""
    sign, name = class_sign(scheme, code, words), words.text(_class(scheme, code).name or code)
    if code in NO_CLASS:
        return sign
    rest = name.removeprefix(sign)[:1]
    said = name.startswith(sign) and not (rest.isascii() and rest.isalnum())  # VIP 会员, but not A in Alpha
    return name if said else f"{sign} {name}"


def _class(scheme: Scheme, code: str) -> TierClass:
    return next((one for one in scheme.classes if one.code == code), TierClass(code, code))


def limit_of(scheme: Scheme, code: str, words: Catalogue) -> str:
    """What a class asks for, where the method has such a limit."""
    least = _class(scheme, code).least
    if least is None:
        return words.text("the others") if scheme.method in (Method.SHARES, Method.SCORE) else ""
    if scheme.method is Method.SHARES:
        return words.text("to {share} of the sum", share=percent(least * HUNDRED))
    return words.text("from {points} points", points=plain(least)) if scheme.method is Method.SCORE else ""


def value_words(metric: Metric, value: Value, words: Catalogue) -> str:
    """A measured value with its unit; "unknown value" where nothing is."""
    if value is None:
        return words.text("unknown value")
    if isinstance(value, str):
        return _choice(metric, value, words)
    if metric.unit is Unit.MONEY:
        return show_money(value.quantize(Decimal("0.01"), ROUND_HALF_UP))
    if metric.unit is Unit.DAYS:
        return words.text("{count} days", count=plain(value))
    if metric.unit in (Unit.PERCENT, Unit.CHANCE):
        return percent(value * HUNDRED if metric.unit is Unit.CHANCE else value)
    return plain(value)


def _choice(metric: Metric, value: str, words: Catalogue) -> str:
    if metric.words is not None and value in set(metric.words):
        return words.text(word(metric.words(value)))
    return words.text({"yes": N_("Yes"), "no": N_("No")}.get(value, value)) if metric.options else value


def plain(value: Decimal) -> str:
    """At most two decimals, thousands divided, no idle zeros."""
    text = f"{value.quantize(Decimal('0.01'), ROUND_HALF_UP):,f}"
    return text.rstrip("0").rstrip(".")


def percent(value: Decimal) -> str:
    """One decimal: 70.1%."""
    return f"{value.quantize(Decimal('0.1'), ROUND_HALF_UP):,f}%"


def window_words(windows: Sequence[int], words: Catalogue) -> str:
    """How far back is looked; several windows from the shortest on."""
    told = [words.text("{count} days", count=f"{one:,}") for one in sorted(set(windows)) if one]
    if 0 in windows:
        told.append(words.text("everything up to the day"))
    return ("、" if words.language.startswith("zh") else ", ").join(told)


def move_words(moved: str, words: Catalogue) -> str:
    """How a customer moved against the last round."""
    return words.text(_MOVES[moved])


def score_title(scheme: Scheme) -> str:
    """What the score of the scheme is, English; "" where it has none."""
    titles = {
        Method.SHARES: N_("Cumulative share"),
        Method.RFM: N_("R F M"),
        Method.SCORE: N_("Score"),
        Method.GRID: "",
    }
    return titles[scheme.method]


def score_words(scheme: Scheme, score: Decimal | None) -> str:
    """The score as its method says it: 70.1%, 543, 81.5."""
    if score is None:
        return ""
    if scheme.method is Method.SHARES:
        return percent(score * HUNDRED)
    return f"{score:.0f}" if scheme.method is Method.RFM else f"{score.quantize(Decimal('0.1'), ROUND_HALF_UP):f}"


def telling_parts(parts: Sequence[Part], count: int = 2) -> tuple[list[Part], list[Part]]:
    """The strongest and the weakest of the criteria with points, at most `count` each, the most telling first.

    None is in both; nothing without points is strong, and nothing with all points is weak.
    """
    rated = [one for one in parts if one.points is not None]
    best = sorted(rated, key=lambda one: (one.points, one.weight), reverse=True)
    strong = [one for one in best if one.points][: min(count, len(best) - len(best) // 2)]
    worst = sorted(rated, key=lambda one: (one.points, -one.weight))
    return strong, [one for one in worst if one not in strong and one.points != HUNDRED][:count]


def why_unrated(parts: Sequence[Part], metrics: Mapping[str, Metric], words: Catalogue) -> str:
    """What is lacking for a class: the criteria of which nothing is known and without which there is none."""
    lacking = [words.text(metrics[one.metric].title) for one in parts if one.points is None]
    if not lacking:
        return words.text("Its scores belong to no segment.")
    return ("、" if words.language.startswith("zh") else ", ").join(lacking)
