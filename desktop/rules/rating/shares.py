"""ABC: customers in the order of their purchases, classed by the cumulative share."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from desktop.rules.rating.measured import Measured
from desktop.rules.rating.outcome import NEVER_BOUGHT, Column, Proposal
from desktop.rules.rating.scheme import Scheme

HUNDRED = Decimal(100)
FEN = Decimal("0.01")
PLACES = Decimal("0.000001")


def by_shares(scheme: Scheme, measured: Measured) -> Proposal:
    """Customers with more than nothing, the largest first (equals by number); a class ends at its share.

    The share includes the customer himself; the first one is always in the first class. Others are NEVER_BOUGHT.
    """
    criterion = scheme.criteria[0]
    amounts = measured.amounts(criterion.metric, criterion.window)
    order = ranked(amounts, measured)
    total = sum((amounts[place] for place in order), Decimal(0))
    ends = [(one.code, None if one.least is None else one.least * total) for one in scheme.classes[:-1]]
    last = scheme.classes[-1].code
    codes = [NEVER_BOUGHT] * len(amounts)
    shares: list[Decimal | None] = [None] * len(amounts)
    before = Decimal(0)
    at = 0
    for place in order:
        before += amounts[place]
        while at < len(ends) and _beyond(ends[at][1], before, first=before == amounts[place]):
            at += 1
        codes[place] = ends[at][0] if at < len(ends) else last
        shares[place] = before / total
    points = [None if one is None else (one * HUNDRED).quantize(PLACES) for one in shares]
    column = Column(criterion.metric, criterion.window, HUNDRED, amounts, points)
    different = len({amounts[place] for place in order})
    notes = ("nobody_bought",) if not order else ("all_equal",) if different == 1 < len(order) else ()
    cuts = {"share": tuple(one.least for one in scheme.classes if one.least is not None)}
    return Proposal(measured.as_of, measured.customers, codes, shares, amounts, (column,), len(order), (), cuts, notes)


def ranked(amounts: Sequence[Decimal], measured: Measured) -> list[int]:
    """The places of those with more than nothing, the largest amount first, equals by customer number."""
    numbers, ids = measured.numbers, measured.customers
    order = [place for place, amount in enumerate(amounts) if amount > 0]
    order.sort(key=lambda place: (numbers[place], ids[place]))
    order.sort(key=amounts.__getitem__, reverse=True)  # stable: equals stay in the order of their numbers
    return order


def _beyond(end: Decimal | None, before: Decimal, *, first: bool) -> bool:
    """Whether the cumulative amount has passed the end of a class; the first customer is in the first one."""
    return not first and end is not None and before > end


def needed_for(others: Sequence[Decimal], cut: Decimal) -> Decimal:
    """The least amount with which a customer beside `others` (theirs, sorted upward) ends within the share `cut`.

    With a little more than somebody else's amount one stands before him: then one's own cumulative share is the sum of
    those above and one's own, of everybody's and one's own. Going up it falls at each one passed, so the place is
    found by halving. Standing first is always enough.
    """
    total = sum(others, Decimal(0))
    above = [Decimal(0)]  # above[k]: the sum of the k largest
    for amount in reversed(others):
        above.append(above[-1] + amount)

    def enough(passed: int) -> bool:
        """Whether it is enough to stand just above the `passed` smallest."""
        own = (others[passed - 1] + FEN) if passed else FEN
        return passed == len(others) or above[len(others) - passed] + own <= cut * (total + own)

    low, high = 0, len(others)
    while low < high:
        middle = (low + high) // 2
        low, high = (low, middle) if enough(middle) else (middle + 1, high)
    return (others[low - 1] + FEN) if low else FEN


def share_class(scheme: Scheme, others: Sequence[Decimal], own: Decimal) -> str:
    """The class of one who bought for `own` beside `others`, standing before his equals."""
    above = [one for one in others if one > own]
    share, total = sum(above, own), sum(others, own)
    ends = (one.code for one in scheme.classes if one.least is None or not above or share <= one.least * total)
    return next(ends, scheme.classes[-1].code)
