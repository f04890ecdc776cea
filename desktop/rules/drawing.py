"""Drawing by lot: weighted, without putting back, and the same for the same seed whatever the order of the tickets.

Each ticket gets the number u^(1/w), where w is its weight and u in (0, 1) comes from the seed and its id alone; the
greatest numbers are drawn. That is drawing one after the other with chances in proportion to the weights of those
still in the urn (Efraimidis and Spirakis, "Weighted random sampling with a reservoir", 2006), and a ticket more or less
leaves the order of all others as it was.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from hashlib import blake2b
from math import log

_BITS = 52  # what a float holds exactly
A_TIER = (4.0, 2.0)  # how many tickets the best tier has, and the second; all others one
WAITED = 3.0  # how many times the tickets of a card that was never checked, or not for a year
YEAR = 365


@dataclass(frozen=True, slots=True)
class Ticket:
    """One that may be drawn; `weight` above zero."""

    id: int
    weight: float


@dataclass(frozen=True, slots=True)
class CardTicket:
    """A card that may be drawn: `rank` of its tier (0 the best, None in none), and when it was last drawn."""

    id: int
    rank: int | None
    last_on: date | None


def draw(tickets: Iterable[Ticket], count: int, seed: str) -> list[int]:
    """`count` of the tickets (all, where there are fewer), in the order in which they were drawn."""
    # log(u)/w sorts as u^(1/w) does and never runs out of digits.
    numbers = sorted(((log(_chance(seed, one.id)) / one.weight, one.id) for one in tickets), reverse=True)
    return [one for _, one in numbers[:count]]


def draw_cards(cards: Sequence[CardTicket], count: int, week_on: date, apart_weeks: int) -> list[int]:
    """The cards to be checked in the week that begins on `week_on`.

    Cards of A customers and those not checked for long come more often. One that was drawn in the `apart_weeks` before
    only where there are too few others, and then the one drawn longest ago first.
    """
    recent_from = week_on - timedelta(weeks=apart_weeks)
    fresh = [one for one in cards if one.last_on is None or one.last_on < recent_from]
    tired = [one for one in cards if one.last_on is not None and one.last_on >= recent_from]
    seed = week_on.isoformat()
    chosen = draw((Ticket(one.id, card_weight(one, week_on)) for one in fresh), count, seed)
    tired.sort(key=lambda one: (one.last_on or date.min, -_chance(seed, one.id)))
    return chosen + [one.id for one in tired[: count - len(chosen)]]


def card_weight(card: CardTicket, week_on: date) -> float:
    """How many tickets a card has: by its tier, and the more the longer nobody looked."""
    tier = A_TIER[card.rank] if card.rank is not None and card.rank < len(A_TIER) else 1.0
    days = YEAR if card.last_on is None else min(max((week_on - card.last_on).days, 0), YEAR)
    return tier * (1 + (WAITED - 1) * days / YEAR)


def week_of(day: date) -> date:
    """The Monday of a day's week."""
    return day - timedelta(days=day.weekday())


def _chance(seed: str, one: int) -> float:
    digest = blake2b(f"{seed}/{one}".encode(), digest_size=8).digest()
    return ((int.from_bytes(digest) >> (64 - _BITS)) + 0.5) / float(2**_BITS)
