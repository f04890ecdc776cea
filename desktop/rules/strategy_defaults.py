"""What a tier means before the office has said so: four grades A to D, spread over however many tiers there are."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from db.vocabulary import Stage
from desktop.rules.strategy import Cadence, CarePlan, Festival, Strategies, Strategy, Visitor

_TENS = 10  # budgets between two grades are whole tens


def _days(potential: str, contacted: str, interested: str, won: str, lost: str) -> dict[Stage, Cadence]:
    found = {}
    for stage, span in zip(Stage, (potential, contacted, interested, won, lost), strict=True):
        ideal, maximum = span.split("-")
        found[stage] = Cadence(int(ideal), int(maximum))
    return found


_SPRING, _BOAT, _AUTUMN = Festival.SPRING, Festival.DRAGON_BOAT, Festival.MID_AUTUMN

# From the best grade down: contacts grow rarer, budgets, discounts and visits never larger.
GRADES = (
    Strategy(
        _days("7-14", "5-10", "3-7", "7-14", "30-60"),
        CarePlan(True, (Festival.NEW_YEAR, _SPRING, _BOAT, _AUTUMN, Festival.NATIONAL), Decimal(2000), True),
        15, Visitor.IN_TURN, 6,
    ),
    Strategy(
        _days("14-21", "7-14", "5-10", "14-30", "60-90"),
        CarePlan(True, (_SPRING, _BOAT, _AUTUMN), Decimal(800), True),
        10, Visitor.REP, 4,
    ),
    Strategy(
        _days("21-30", "14-21", "7-14", "30-60", "90-180"),
        CarePlan(True, (_SPRING, _AUTUMN), Decimal(200), False),
        5, Visitor.REP, 2,
    ),
    Strategy(
        _days("30-60", "21-30", "14-21", "60-90", "180-365"),
        CarePlan(False, (_SPRING,), Decimal(0), False),
        3, Visitor.NOBODY, 0,
    ),
)  # fmt: skip

# Nobody has judged them yet: looked after until somebody can, without expense.
UNTIERED = Strategy(
    _days("14-30", "7-14", "5-10", "30-60", "90-180"),
    CarePlan(False, (_SPRING,), Decimal(0), False),
    3, Visitor.REP, 0,
)  # fmt: skip


def defaults_for(class_count: int) -> tuple[Strategy, ...]:
    """A strategy for each of so many classes, the best first: the ends are A and D, figures between them spread evenly.

    What is no figure (festivals, gift, who visits) is that of the nearer grade. A single class is treated as B.
    """
    if class_count == 1:
        return (GRADES[1],)
    return tuple(_between(number, class_count - 1) for number in range(class_count))


def default_strategies(tiers: Sequence[str]) -> Strategies:
    """What holds for tiers of these signs, best first, where the office has not said anything."""
    return Strategies(dict(zip(tiers, defaults_for(len(tiers)), strict=True)), UNTIERED)


def _between(number: int, last: int) -> Strategy:
    """The strategy `number` of 0 … `last`, on the way from the first grade to the last."""
    upper, part = divmod(number * (len(GRADES) - 1), last)
    if not part:
        return GRADES[upper]
    a, b = GRADES[upper], GRADES[upper + 1]
    near = a if 2 * part <= last else b

    def mix(first: int, second: int) -> int:
        """Between the two, rounded half up."""
        return (2 * (first * (last - part) + second * part) + last) // (2 * last)

    cadences = {
        stage: Cadence(mix(one.ideal, b.cadences[stage].ideal), mix(one.maximum, b.cadences[stage].maximum))
        for stage, one in a.cadences.items()
    }
    budget = Decimal(mix(int(a.care.budget) // _TENS, int(b.care.budget) // _TENS) * _TENS)
    care = CarePlan(near.care.birthday, near.care.festivals, budget, near.care.gift)
    visits = 0 if near.visitor is Visitor.NOBODY else mix(a.visits, b.visits)
    return Strategy(cadences, care, mix(a.discount, b.discount), near.visitor, visits)
