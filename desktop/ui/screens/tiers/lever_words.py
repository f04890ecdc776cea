"""What would lift or drop a customer, in sentences: "再采购 ￥12,300，或逾期降到 0，即为 A"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import ROUND_CEILING, Decimal

from desktop.rules.rating.levers import Lever, Levers, class_codes, rank_in
from desktop.rules.rating.metrics import Metric, known_or_gone
from desktop.rules.rating.outcome import UNCLASSED
from desktop.rules.rating.scheme import Method, Scheme
from desktop.ui.screens.tiers.metric_words import class_words, either, metric_title, value_words
from desktop.ui.words import current, tr
from desktop.words import N_

# (metric, at most): what has to come, as words that stand before "the class is A". {diff} is how much is missing,
# {needed} the value itself.
PATTERNS: Mapping[tuple[str, bool], str] = {
    ("purchases", False): N_("{diff} more in purchases"),
    ("purchases", True): N_("{diff} less in purchases"),
    ("net", False): N_("{diff} more in net purchases"),
    ("net", True): N_("{diff} less in net purchases"),
    ("gross_profit", False): N_("{diff} more gross profit"),
    ("gross_profit", True): N_("{diff} less gross profit"),
    ("net_contribution", False): N_("{diff} more net contribution"),
    ("net_contribution", True): N_("{diff} less net contribution"),
    ("margin", False): N_("a gross margin of {needed}"),
    ("margin", True): N_("a gross margin of only {needed}"),
    ("orders", False): N_("{diff} more purchases"),
    ("orders", True): N_("{diff} purchases fewer"),
    ("mean_order", False): N_("an average purchase of {needed}"),
    ("mean_order", True): N_("an average purchase of only {needed}"),
    ("recency", True): N_("a purchase within the last {needed}"),
    ("recency", False): N_("{diff} more without a purchase"),
    ("tenure", False): N_("{diff} more of buying from us"),
    ("tenure", True): N_("buying from us for only {needed}"),
    ("growth", False): N_("growth of {needed}"),
    ("growth", True): N_("growth of only {needed}"),
    ("categories", False): N_("{diff} more product categories"),
    ("categories", True): N_("{diff} product categories fewer"),
    ("punctuality", False): N_("{needed} paid on time"),
    ("punctuality", True): N_("only {needed} paid on time"),
    ("overdue", True): N_("overdue down to {needed}"),
    ("overdue", False): N_("{needed} overdue"),
    ("credit_grade", False): N_("the credit grade “{needed}”"),
    ("referrals", False): N_("{diff} more referrals"),
    ("referrals", True): N_("{diff} referrals fewer"),
    ("recommend", False): N_("would recommend us with {needed}"),
    ("recommend", True): N_("would recommend us with only {needed}"),
    ("satisfaction", False): N_("satisfaction of {needed}"),
    ("satisfaction", True): N_("satisfaction down to {needed}"),
    ("complaints", True): N_("complaints down to {needed}"),
    ("complaints", False): N_("{diff} more complaints"),
    ("contacts", False): N_("{diff} more effective contacts"),
    ("contacts", True): N_("{diff} effective contacts fewer"),
    ("clv", False): N_("a lifetime value of {needed}"),
    ("clv", True): N_("a lifetime value of only {needed}"),
    ("alive", False): N_("a chance of {needed} that he still buys"),
    ("alive", True): N_("a chance of only {needed} that he still buys"),
    ("expected", False): N_("{needed} purchases to expect in a year"),
    ("expected", True): N_("only {needed} purchases to expect in a year"),
    ("potential", False): N_("growth potential {needed}"),
    ("potential", True): N_("growth potential only {needed}"),
    ("attitude", False): N_("the attitude “{needed}”"),
    ("relationship", False): N_("the relationship “{needed}”"),
    ("customers", True): N_("an office of at most {needed} buying customers"),
    ("customers", False): N_("an office of {needed} buying customers"),
}
ONE: Mapping[tuple[str, bool], str] = {  # the same where one is missing
    ("orders", False): N_("one more purchase"),
    ("orders", True): N_("one purchase fewer"),
    ("categories", False): N_("one more product category"),
    ("categories", True): N_("one product category fewer"),
    ("referrals", False): N_("one more referral"),
    ("referrals", True): N_("one referral fewer"),
    ("complaints", False): N_("one more complaint"),
    ("contacts", False): N_("one more effective contact"),
    ("contacts", True): N_("one effective contact fewer"),
}


def lever_words(lever: Lever, known: Mapping[str, Metric]) -> str:
    """What has to come for one lever alone, as words to put into a sentence."""
    metric = known_or_gone(lever.metric, known)
    key = lever.metric, lever.at_most
    if lever.metric == "recency" and lever.at_most and lever.needed == 0:
        return tr("a purchase today")
    needed = value_words(metric, lever.needed, up=not lever.at_most)
    pattern = PATTERNS.get(key)
    if pattern is None:
        return _plainly(metric, needed, at_most=lever.at_most, choice=isinstance(lever.needed, str))
    if isinstance(lever.needed, str):
        return current().text(pattern, needed=needed)
    diff = abs(lever.needed - (lever.now if isinstance(lever.now, Decimal) else Decimal(0)))
    if key in ONE and diff.to_integral_value(ROUND_CEILING) == 1:
        return current().text(ONE[key])
    return current().text(pattern, needed=needed, diff=value_words(metric, diff, up=True))


def _plainly(metric: Metric, needed: str, *, at_most: bool, choice: bool) -> str:
    """Of a field of the office's own."""
    if choice:
        return tr("{metric} “{needed}”", metric=metric_title(metric), needed=needed)
    if at_most:
        return tr("{metric} of at most {needed}", metric=metric_title(metric), needed=needed)
    return tr("{metric} of at least {needed}", metric=metric_title(metric), needed=needed)


def lift_sentences(scheme: Scheme, code: str, levers: Levers, known: Mapping[str, Metric]) -> list[str]:
    """A sentence for each class that one thing alone would lift him to, the nearest class first; never empty."""
    found = [
        tr("With {ways} the class is {tier}.", ways=either(ways), tier=class_words(scheme, better))
        for better, ways in _by_class(scheme, levers.up, known, best_last=True)
    ]
    if found:
        return found
    if rank_in(scheme, code) == 0:
        return [tr("This is the best class.")]
    if scheme.method is Method.SHARES or code in UNCLASSED:
        return [tr("Nothing would lift him as things stand.")]
    return [tr("No single criterion alone would lift him: several have to improve together.")]


def drop_sentences(scheme: Scheme, code: str, levers: Levers, known: Mapping[str, Metric]) -> list[str]:
    """A sentence for each class that one thing alone would drop him to; never empty."""
    found = [
        tr("With {ways} the class falls to {tier}.", ways=either(ways), tier=class_words(scheme, worse))
        for worse, ways in _by_class(scheme, levers.down, known, best_last=False)
    ]
    if found:
        return found
    if code in UNCLASSED or rank_in(scheme, code) == len(class_codes(scheme)) - 1:
        return [tr("He cannot fall any lower.")]
    return [tr("No single criterion alone would drop him.")]


def _by_class(
    scheme: Scheme, levers: Sequence[Lever], known: Mapping[str, Metric], *, best_last: bool
) -> list[tuple[str, list[str]]]:
    """(class, the ways to it), the class next to his own first; the near ways first in each."""
    ways: dict[str, list[str]] = {}
    for lever in sorted(levers, key=lambda one: not one.near):  # stable
        ways.setdefault(lever.code, []).append(lever_words(lever, known))
    return sorted(ways.items(), key=lambda pair: rank_in(scheme, pair[0]), reverse=best_last)
