"""What would lift or drop a customer: for each criterion alone, the nearest value that changes the class."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, partial

from desktop.rules.rating.measured import Measured, Value
from desktop.rules.rating.metrics import BY_KEY, Unit, falls
from desktop.rules.rating.outcome import UNCLASSED, Proposal
from desktop.rules.rating.points import NO_POINTS, Scale
from desktop.rules.rating.rfm import METRICS, named
from desktop.rules.rating.scheme import Criterion, Method, Scheme
from desktop.rules.rating.score import cell_of, class_at, scales_of, score_of, weights_of
from desktop.rules.rating.shares import FEN, needed_for, share_class

Points = Decimal | None
ClassOf = Callable[[Sequence[Points]], str]
NEAR = Decimal("0.05")  # a customer whose value is this close to another class is borderline
_SMALLEST = {Unit.MONEY: FEN, Unit.COUNT: Decimal(1), Unit.DAYS: Decimal(1), Unit.CHANCE: Decimal("0.0001")}
_ONLY_GROWS = frozenset({"tenure", "referrals"})  # nobody drops by having been a customer for a shorter time
_BELOW_NOTHING = frozenset({"net", "gross_profit", "net_contribution", "margin", "growth"})  # others begin at nothing


@dataclass(frozen=True, slots=True)
class Lever:
    """One value that alone would give the class `code`: at least `needed`, or at most; a word of a choice.

    `now` None: nothing is known at present.
    """

    metric: str
    window: int
    now: Value
    needed: Decimal | str
    code: str
    at_most: bool = False

    @property
    def near(self) -> bool:
        """Whether the value is within five per cent of what is needed."""
        if not isinstance(self.now, Decimal) or not isinstance(self.needed, Decimal):
            return False
        return abs(self.needed - self.now) <= abs(self.needed) * NEAR


@dataclass(frozen=True, slots=True)
class Levers:
    """What lifts a customer to the next better class that it reaches, and what drops him; the nearest of each kind."""

    up: tuple[Lever, ...] = ()
    down: tuple[Lever, ...] = ()

    @property
    def borderline(self) -> bool:
        """Whether a small change would change the class."""
        return any(one.near for one in (*self.up, *self.down))


def rank_in(scheme: Scheme, code: str) -> int:
    """The place of a class, 0 the best; one that is none comes after all."""
    codes = class_codes(scheme)
    return codes.index(code) if code in codes else len(codes)


def class_codes(scheme: Scheme) -> tuple[str, ...]:
    """The classes of a scheme from the best down; of RFM without classes those its segments give."""
    if scheme.classes:
        return tuple(one.code for one in scheme.classes)
    return tuple(dict.fromkeys(one.code or one.name for one in scheme.segments))


def levers(scheme: Scheme, measured: Measured, proposal: Proposal, place: int) -> Levers:
    """What would change the class of the customer at a place, all else of him and all others left as they are."""
    if scheme.method is Method.SHARES:
        return _of_shares(scheme, proposal, place)
    scales, class_of = _machine(scheme, measured, proposal)
    points = [one.points[place] for one in proposal.columns]
    if scheme.method is Method.RFM and any(one is None for one in points):
        return Levers()
    here = rank_in(scheme, proposal.codes[place])
    up: list[Lever] = []
    down: list[Lever] = []
    for at, scale in enumerate(scales):
        now = proposal.columns[at].values[place]
        for better, found in ((True, up), (False, down)):
            lever = _nearest(scheme, scale, now, partial(_with, points, at), class_of, here, better=better)
            if lever is not None:
                found.append(lever)
    return Levers(tuple(up), tuple(down))


def _with(points: Sequence[Points], at: int, other: Points) -> list[Points]:
    return [*points[:at], other, *points[at + 1 :]]


def _machine(scheme: Scheme, measured: Measured, proposal: Proposal) -> tuple[tuple[Scale, ...], ClassOf]:
    """The scales of the criteria, and what class points come to."""
    if scheme.method is Method.GRID:
        return scales_of(scheme, measured), lambda points: cell_of(scheme, points[0], points[1])
    if scheme.method is Method.SCORE:
        weights = weights_of(scheme)

        def by_score(points: Sequence[Points]) -> str:
            score = score_of(points, weights)
            return "" if score is None else class_at(scheme.classes, score)

        return scales_of(scheme, measured), by_score
    worth = tuple(map(Decimal, range(2, 6)))

    def by_segment(points: Sequence[Points]) -> str:
        r, f, m = (int(one or 1) for one in points)
        return named(scheme.segments, r, f, m)[0]

    window = scheme.criteria[0].window if scheme.criteria else 365
    scales = tuple(
        Scale(Criterion(metric, window), limits, worth[: len(limits)], key == "r", True, False)
        for key, metric in METRICS.items()
        for limits in (proposal.cuts.get(key, ()),)
    )
    return scales, by_segment


def _nearest(
    scheme: Scheme,
    scale: Scale,
    now: Value,
    points_with: Callable[[Points], list[Points]],
    class_of: ClassOf,
    here: int,
    *,
    better: bool,
) -> Lever | None:
    best: tuple[Decimal, Lever] | None = None
    for needed, at_most, points, distance in reachable(scale, now, _floor(scheme, scale), better=better):
        code = class_of(points_with(points))
        rank = rank_in(scheme, code)
        if code in UNCLASSED or (rank >= here if better else rank <= here):
            continue
        lever = Lever(scale.criterion.metric, scale.criterion.window, now, needed, code, at_most)
        if best is None or distance < best[0]:
            best = distance, lever
    return None if best is None else best[1]


def _smallest(scale: Scale) -> Decimal:
    """What two values of its metric differ by at least."""
    known = BY_KEY.get(scale.criterion.metric)
    return _SMALLEST.get(known.unit, FEN) if known else FEN


def _floor(scheme: Scheme, scale: Scale) -> Decimal | None:
    """The smallest value that can be; None: no end. One whom RFM scores has bought something."""
    metric = scale.criterion.metric
    if metric not in BY_KEY or metric in _BELOW_NOTHING:
        return None
    return _smallest(scale) if scheme.method is Method.RFM and metric != METRICS["r"] else Decimal(0)


def reachable(
    scale: Scale, now: Value, floor: Decimal | None, *, better: bool
) -> Iterable[tuple[Decimal | str, bool, Decimal, Decimal]]:
    """(value needed, whether at most, points then, how far) of every other band of the scale that can be reached."""
    own = scale.points(now)
    if scale.criterion.choices:
        for word, points in scale.criterion.choices:
            if word != now:
                yield word, False, points, abs(points - (own or NO_POINTS))
        return
    for low, high in _bands(scale, _smallest(scale)):
        if floor is not None and high is not None and high < floor:
            continue
        if isinstance(now, Decimal):
            if low is not None and now < low:
                yield low, False, scale.points(low) or NO_POINTS, low - now
            elif high is not None and now > high and scale.criterion.metric not in _ONLY_GROWS:
                yield high, True, scale.points(high) or NO_POINTS, now - high
            continue
        at_most = falls(scale.criterion.metric)
        end = high if at_most else low
        if better and end is not None:  # not known yet: any band is as far as its points
            points = scale.points(end) or NO_POINTS
            yield end, at_most, points, points


def _bands(scale: Scale, smallest: Decimal) -> Iterable[tuple[Decimal | None, Decimal | None]]:
    """(lowest value, highest value) of each band, both included; None: no end. `smallest`: what two values differ by.

    Limits that several parts share make bands without a value between; the scale says what their ends are worth.
    """
    limits = scale.limits
    if not limits:
        return
    if scale.down:  # falling limits: a band goes from its limit down to what is above the next
        yield limits[0] + smallest, None
        for limit, end in zip(limits, [*limits[1:], None], strict=True):
            yield (None if end is None else end + smallest), limit
        return
    yield None, limits[0] - smallest
    for at, limit in enumerate(limits):
        yield limit, (limits[at + 1] - smallest if at + 1 < len(limits) else None)


def _of_shares(scheme: Scheme, proposal: Proposal, place: int) -> Levers:
    own = proposal.amounts[place]
    if own < 0:
        return Levers()
    others = sorted(amount for at, amount in enumerate(proposal.amounts) if at != place and amount > 0)
    criterion = scheme.criteria[0]
    here = rank_in(scheme, proposal.codes[place])
    make = partial(Lever, criterion.metric, criterion.window, own)
    needed: dict[Decimal, str] = {}  # of two classes that ask for the same the better one is had
    for one in scheme.classes[:here]:
        needed.setdefault(FEN if one.least is None else needed_for(others, one.least), one.code)
    up = [make(amount, code) for amount, code in sorted(needed.items())]
    down = []
    cut = scheme.classes[here].least if here < len(scheme.classes) - 1 else None
    if cut is not None:
        most = needed_for(others, cut) - 2 * FEN  # with one fen less one may be somebody's equal still
        code = share_class(scheme, others, most)
        if 0 < most < own and rank_in(scheme, code) > here:
            down.append(make(most, code, True))
    return Levers(tuple(up[:2]), tuple(down))


def borderline(scheme: Scheme, measured: Measured, proposal: Proposal) -> set[int]:
    """The places of customers within five per cent of another class.

    SHARES: of the nearest amount on the other side of a cut. SCORE: the score against a class's least. Others: a value
    against the one that would change the class.
    """
    if scheme.method is Method.SCORE:
        leasts = [one.least for one in scheme.classes if one.least]
        return {
            at
            for at, score in enumerate(proposal.scores)
            if score is not None and any(abs(score - least) <= least * NEAR for least in leasts)
        }
    if scheme.method is Method.SHARES:
        return _near_a_cut(scheme, proposal)
    return _near_a_limit(scheme, measured, proposal)


def _near_a_cut(scheme: Scheme, proposal: Proposal) -> set[int]:
    ends: dict[str, tuple[Decimal, Decimal]] = {}  # class: its lowest and highest amount
    for code, amount in zip(proposal.codes, proposal.amounts, strict=True):
        low, high = ends.get(code, (amount, amount))
        ends[code] = min(low, amount), max(high, amount)
    codes = [one.code for one in scheme.classes if one.code in ends]
    above = {code: ends[codes[at - 1]][0] for at, code in enumerate(codes) if at}
    below = {code: ends[codes[at + 1]][1] for at, code in enumerate(codes) if at + 1 < len(codes)}
    return {
        at
        for at, (code, amount) in enumerate(zip(proposal.codes, proposal.amounts, strict=True))
        if (code in above and amount >= above[code] * (1 - NEAR))
        or (code in below and amount <= below[code] * (1 + NEAR))
    }


def _near_a_limit(scheme: Scheme, measured: Measured, proposal: Proposal) -> set[int]:
    """Looked at closely only where a value is close to some limit: most customers are far from all of them."""
    scales, class_of = _machine(scheme, measured, proposal)
    class_of = cache(class_of)
    found: set[int] = set()
    points = list(zip(*(one.points for one in proposal.columns), strict=True))
    for at, (scale, column) in enumerate(zip(scales, proposal.columns, strict=True)):
        limits = sorted(set(scale.limits))
        beyond = {value: _beyond(scale, limits, value) for value in set(column.values) if isinstance(value, Decimal)}
        for place, value in enumerate(column.values):
            others = beyond.get(value) if isinstance(value, Decimal) else None
            code = proposal.codes[place]
            if others and code not in UNCLASSED:
                own = points[place]
                if any(class_of((*own[:at], other, *own[at + 1 :])) != code for other in others):
                    found.add(place)
    return found


def _beyond(scale: Scale, limits: Sequence[Decimal], value: Decimal) -> tuple[Points, ...]:
    """The points on the other side of the limits (given rising) that a value is within five per cent of."""
    at = bisect_left(limits, value)
    near = [limit for limit in limits[max(at - 1, 0) : at + 2] if abs(value - limit) <= abs(limit) * NEAR]
    if not near:
        return ()
    sides = {scale.points(side) for limit in near for side in (limit - FEN, limit, limit + FEN)}
    return tuple(sides - {scale.points(value)})
