"""ABC: customers in the order of their purchases, classed by the cumulative share."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from desktop.rules.rating.measured import Measured
from desktop.rules.rating.outcome import NEVER_BOUGHT, Part, Proposal, Rating
from desktop.rules.rating.scheme import Scheme, TierClass

HUNDRED = Decimal(100)
FEN = Decimal("0.01")


def by_shares(scheme: Scheme, measured: Measured) -> Proposal:
    """Customers with more than nothing, the largest first (equals by number); a class ends at its share.

    The share includes the customer himself; the first one is always in the first class. Others are NEVER_BOUGHT.
    """
    criterion = scheme.criteria[0]
    amounts = measured.amounts(criterion.metric, criterion.window)
    order = sorted(
        (place for place, amount in enumerate(amounts) if amount > 0),
        key=lambda place: (-amounts[place], measured.numbers[place], measured.customers[place]),
    )
    total = sum((amounts[place] for place in order), Decimal(0))
    found: dict[int, tuple[str, Decimal]] = {}
    before = Decimal(0)
    for position, place in enumerate(order):
        before += amounts[place]
        found[place] = (_class_of(scheme.classes, before, total, first=position == 0), before / total)
    ratings = []
    for place, customer in enumerate(measured.customers):
        code, share = found.get(place, (NEVER_BOUGHT, None))
        part = Part(criterion.metric, amounts[place], None if share is None else share * HUNDRED, HUNDRED)
        ratings.append(Rating(customer, code, share, (part,), amount=amounts[place]))
    notes = (
        ("nobody_bought",)
        if not order
        else ("all_equal",)
        if len({amounts[p] for p in order}) == 1 < len(order)
        else ()
    )
    cuts = {"share": tuple(one.least for one in scheme.classes if one.least is not None)}
    return Proposal(measured.as_of, tuple(ratings), len(order), cuts, notes)


def _class_of(classes: Sequence[TierClass], before: Decimal, total: Decimal, *, first: bool) -> str:
    if first:
        return classes[0].code
    for one in classes[:-1]:
        if one.least is not None and before <= one.least * total:
            return one.code
    return classes[-1].code


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
