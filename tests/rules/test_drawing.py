"""Drawing cards by lot: the same twice, fair in the long run, nobody again too soon."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from desktop.rules.drawing import CardTicket, Ticket, card_weight, draw, draw_cards, week_of

WEEK = date(2026, 11, 23)
CARDS = st.lists(
    st.builds(
        CardTicket,
        st.integers(1, 10**6),
        st.none() | st.integers(0, 3),
        st.none() | st.dates(WEEK - timedelta(days=400), WEEK - timedelta(days=1)),
    ),
    unique_by=lambda one: one.id,
    max_size=30,
)


@given(CARDS, st.integers(1, 8), st.integers(0, 12), st.randoms())
def test_a_week_draws_the_same_cards_in_whatever_order_they_lie(
    cards: list[CardTicket], count: int, apart: int, shaker: Random
) -> None:
    drawn = draw_cards(cards, count, WEEK, apart)
    shaken = list(cards)
    shaker.shuffle(shaken)
    assert draw_cards(shaken, count, WEEK, apart) == drawn
    assert len(set(drawn)) == len(drawn) == min(count, len(cards))


@given(CARDS, st.integers(1, 8), st.integers(1, 12))
def test_a_card_comes_again_too_soon_only_where_there_are_too_few(
    cards: list[CardTicket], count: int, apart: int
) -> None:
    drawn = set(draw_cards(cards, count, WEEK, apart))
    limit = WEEK - timedelta(weeks=apart)
    tired = {one.id: one.last_on for one in cards if one.last_on is not None and one.last_on >= limit}
    if drawn & tired.keys():
        assert {one.id for one in cards} - tired.keys() <= drawn
        left = [on for one, on in tired.items() if one not in drawn]
        assert all(tired[one] <= on for one in drawn & tired.keys() for on in left)


def test_a_ticket_more_leaves_the_others_in_their_order() -> None:
    tickets = [Ticket(one, 1 + one % 3) for one in range(40)]
    before, after = draw(tickets, 40, "w"), draw([*tickets, Ticket(99, 5)], 41, "w")
    assert [one for one in after if one != 99] == before


def test_chances_are_in_proportion_to_the_weights() -> None:
    """Over 4,000 weeks: a first ticket of weight 4 among four of weight 1 comes in half of them."""
    tickets = [Ticket(0, 4.0), *(Ticket(one, 1.0) for one in range(1, 5))]
    firsts = Counter(draw(tickets, 1, str(week))[0] for week in range(4000))
    assert 1900 < firsts[0] < 2100
    assert all(400 < firsts[one] < 600 for one in range(1, 5))


def test_an_a_card_has_four_tickets_and_one_never_checked_three_times_as_many() -> None:
    assert card_weight(CardTicket(1, 0, WEEK), WEEK) == 4.0
    assert card_weight(CardTicket(1, None, None), WEEK) == 3.0
    assert card_weight(CardTicket(1, 1, WEEK - timedelta(days=3650)), WEEK) == 6.0
    assert week_of(date(2026, 11, 29)) == WEEK
