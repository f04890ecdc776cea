"""What schemes ask of customers, answered in plain Python over plain values: what the file must answer too."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from random import Random

from db.vocabulary import CaseKind, FollowUpState, OrderKind, OrderState

TODAY = date(2026, 11, 22)
FEN = Decimal("0.01")
Value = Decimal | str | None


@dataclass
class Line:
    """`product`: the category of its product, where it has one."""

    amount: Decimal
    quantity: Decimal | None
    unit_cost: Decimal | None
    category: str | None
    product: str | None


@dataclass
class Bought:
    """An order."""

    on: date
    kind: OrderKind
    state: OrderState
    amount: Decimal
    lines: list[Line] = field(default_factory=list)


@dataclass
class Known:
    """One customer. `introduced`: places of customers he introduced, as far as there is a card, with the day if any."""

    orders: list[Bought] = field(default_factory=list)
    cares: list[tuple[date, Decimal | None]] = field(default_factory=list)
    cases: list[tuple[datetime, CaseKind, Decimal | None]] = field(default_factory=list)  # local
    surveys: list[tuple[date, int | None, int | None]] = field(default_factory=list)  # satisfaction, recommend
    contacts: list[tuple[FollowUpState, date | None, bool, Decimal | None]] = field(default_factory=list)
    introduced: list[tuple[int, date | None]] = field(default_factory=list)
    card: dict[str, Value] = field(default_factory=dict)
    answers: dict[str, Value] = field(default_factory=dict)  # by the title of the custom field
    at: int = 0  # his own place
    id: int = 0


def within(day: date | None, window: int, as_of: date) -> bool:
    """Whether a day lies in the `window` days that end with `as_of`; 0: at any time up to it."""
    return day is not None and day <= as_of and (not window or (as_of - day).days < window)


def rounded(value: Fraction, places: int = 2) -> Decimal:
    """Half away from nothing."""
    units = abs(value) * 10**places
    whole = (units.numerator * 2 + units.denominator) // (units.denominator * 2)
    return Decimal(whole if value >= 0 else -whole).scaleb(-places)


def of_everybody(metric: str, window: int, as_of: date, office: list[Known]) -> dict[int, Value]:
    """{customer: value}; those it says nothing of are left out."""
    found = {one.id: of_one(metric, window, as_of, one) for one in office}
    return {one: value for one, value in found.items() if value is not None}


def of_one(metric: str, window: int, as_of: date, one: Known) -> Value:
    """One metric of one customer."""
    if metric in one.card:
        return one.card[metric]
    if metric in one.answers:
        return one.answers[metric]
    match metric:
        case "tenure":
            first = min((each.on for each in purchases(one, 0, as_of)), default=None)
            return None if first is None else Decimal((as_of - first).days)
        case "growth":
            return growth(one, window, as_of)
        case "net_contribution":
            return contribution(one, window, as_of)
        case "referrals":
            others = {other for other, since in one.introduced if since is None or since <= as_of}
            return Decimal(len(others - {one.at}))
        case "complaints":
            days = [at.date() for at, kind, _ in one.cases if kind is CaseKind.COMPLAINT]
            return Decimal(sum(within(day, window, as_of) for day in days))
        case "contacts":
            done = [on for state, on, effective, _ in one.contacts if state is FollowUpState.DONE and effective]
            return Decimal(sum(within(on, window, as_of) for on in done))
        case "satisfaction" | "recommend":
            marks = [(on, mark if metric == "satisfaction" else other) for on, mark, other in one.surveys]
            told = [mark for on, mark in marks if mark is not None and within(on, window, as_of)]
            return rounded(Fraction(sum(told), len(told))) if told else None
    return of_orders(metric, window, as_of, one)


def of_orders(metric: str, window: int, as_of: date, one: Known) -> Value:
    found, everything = purchases(one, window, as_of), confirmed(one, window, as_of)
    total = sum((each.amount for each in found), Decimal(0))
    costs = known_costs(everything)
    match metric:
        case "purchases":
            return total if found else None
        case "orders":
            return Decimal(len(found)) if found else None
        case "mean_order":
            return rounded(Fraction(total) / len(found)) if found else None
        case "recency":
            return Decimal((as_of - max(each.on for each in found)).days) if found else None
        case "net":
            return sum((each.amount for each in everything), Decimal(0)) if everything else None
        case "gross_profit":
            return None if costs is None else costs[0] - costs[1]
        case "margin":
            return rounded(Fraction(costs[0] - costs[1]) * 100 / Fraction(costs[0])) if costs and costs[0] > 0 else None
        case "categories":
            named = {line.category or line.product for each in found for line in each.lines} - {None}
            return Decimal(len(named)) if named else None
    raise KeyError(metric)


def confirmed(one: Known, window: int, as_of: date) -> list[Bought]:
    return [each for each in one.orders if each.state is OrderState.CONFIRMED and within(each.on, window, as_of)]


def purchases(one: Known, window: int, as_of: date) -> list[Bought]:
    return [each for each in confirmed(one, window, as_of) if each.kind is OrderKind.PURCHASE and each.amount > 0]


def known_costs(orders: list[Bought]) -> tuple[Decimal, Decimal] | None:
    """What lines with a known cost count for, and what they cost, each order rounded for itself; None: no such line."""
    counted = cost = Decimal(0)
    known = False
    for each in orders:
        pairs = [
            (line.amount, line.quantity * line.unit_cost)
            for line in each.lines
            if line.quantity is not None and line.unit_cost is not None
        ]
        known = known or bool(pairs)
        counted += rounded(Fraction(sum((amount for amount, _ in pairs), Decimal(0))))
        cost += rounded(Fraction(sum((spent for _, spent in pairs), Decimal(0))))
    return (counted, cost) if known else None


def growth(one: Known, window: int, as_of: date) -> Value:
    if not window:
        return None
    now = sum((each.amount for each in purchases(one, window, as_of)), Decimal(0))
    before = sum((each.amount for each in purchases(one, window, as_of - timedelta(days=window))), Decimal(0))
    return rounded(Fraction(now - before) * 100 / Fraction(before)) if before else None


def contribution(one: Known, window: int, as_of: date) -> Value:
    spent = [cost for on, cost in one.cares if cost is not None and within(on, window, as_of)]
    spent += [cost for at, _, cost in one.cases if cost is not None and within(at.date(), window, as_of)]
    spent += [
        cost
        for state, on, _, cost in one.contacts
        if cost is not None and state is FollowUpState.DONE and within(on, window, as_of)
    ]
    orders = confirmed(one, window, as_of)
    costs = known_costs(orders)
    if costs is None:  # one who buys at an unknown cost is not known; one who only costs is
        return None if orders or not spent else -sum(spent, Decimal(0))
    return costs[0] - costs[1] - sum(spent, Decimal(0))


def drawn(dice: Random, at: int, others: int) -> Known:
    """A random customer, the `at`th of an office with that many."""
    one = Known(at=at)
    one.orders = [_order(dice) for _ in range(dice.choice((0, 0, 1, 2, 3, 6, 12)))]
    one.cares = [(_day(dice), dice.choice((None, _money(dice, 300)))) for _ in range(dice.choice((0, 0, 1, 3)))]
    midnight = datetime(TODAY.year, TODAY.month, TODAY.day)
    one.cases = [
        (
            midnight - timedelta(days=dice.choice((-1, 0, 29, 30, 89, 90, 364, 365, 500)),
                                 seconds=dice.choice((0, 1, -1, 43_200))),
            dice.choice(list(CaseKind)),
            dice.choice((None, _money(dice, 500))),
        )
        for _ in range(dice.choice((0, 0, 1, 2, 4)))
    ]  # fmt: skip
    one.surveys = [
        (_day(dice), dice.choice((None, 1, 2, 3, 4, 5)), dice.choice((None, *range(11))))
        for _ in range(dice.choice((0, 0, 1, 2, 3)))
    ]
    one.contacts = [_contact(dice) for _ in range(dice.choice((0, 1, 2, 5)))]
    one.introduced = [
        (dice.randrange(others), dice.choice((None, None, _day(dice)))) for _ in range(dice.choice((0, 0, 0, 1, 2, 3)))
    ]
    one.card = {
        "potential": dice.choice((None, Decimal(1), Decimal(3), Decimal(5))),
        "credit_grade": dice.choice((None, "A", "D")),
        "attitude": dice.choice((None, "loyal", "switcher", "none")),
        "relationship": dice.choice((None, "basic", "partner")),
    }
    one.answers = {
        "面积": dice.choice((None, Decimal("0.0001"), Decimal(-3), Decimal("1200.5"))),
        "预算": dice.choice((None, Decimal("99.99"), Decimal(0))),
        "渠道": dice.choice((None, "直营", "代理")),
        "签约": dice.choice((None, "yes", "no")),
    }
    return one


def _contact(dice: Random) -> tuple[FollowUpState, date | None, bool, Decimal | None]:
    day = dice.choice((None, _day(dice), _day(dice)))
    return dice.choice(list(FollowUpState)), day, dice.random() < 0.7, dice.choice((None, _money(dice, 200)))


def _day(dice: Random) -> date:
    """Often at the very edge of a window."""
    return TODAY - timedelta(days=dice.choice((-40, -1, 0, 1, 29, 30, 89, 90, 364, 365, dice.randint(0, 900))))


def _money(dice: Random, most: int) -> Decimal:
    return Decimal(dice.randint(0, most * 100)).scaleb(-2)


def _order(dice: Random) -> Bought:
    kind = OrderKind.RETURN if dice.random() < 0.2 else OrderKind.PURCHASE
    state = dice.choice((OrderState.DRAFT, OrderState.CANCELLED, *[OrderState.CONFIRMED] * 5))
    sign = -1 if kind is OrderKind.RETURN else 1
    lines = [
        Line(
            sign * Decimal(dice.randint(0, 5_000_000)).scaleb(-4),
            dice.choice((None, sign * Decimal(dice.randint(1, 90_000)).scaleb(-4))),
            dice.choice((None, Decimal(dice.randint(0, 900_000)).scaleb(-4))),
            dice.choice((None, "酒", "茶")),
            dice.choice((None, "茶", "米")),
        )
        for _ in range(dice.choice((0, 1, 1, 2, 4)))
    ]
    total = sum((line.amount for line in lines), Decimal(0)) if lines else sign * _money(dice, 9000)
    return Bought(_day(dice), kind, state, total.quantize(FEN, ROUND_HALF_UP), lines)
