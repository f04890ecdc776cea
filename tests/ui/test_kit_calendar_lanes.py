"""Lines and columns of a calendar, by values alone: nobody is lost, nobody stands on another."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from desktop.ui.kit.calendar.entries import DAY_MINUTES, Entry, Place
from desktop.ui.kit.calendar.lanes import lay_days, lay_hours
from desktop.ui.kit.calendar.pulling import grown, moved, pushed, stretched

FIRST = date(2026, 10, 26)
DAYS = 42

entries = st.lists(
    st.builds(
        lambda key, start, length, minute, minutes: Entry(
            key,
            FIRST + timedelta(start),
            str(key),
            last=FIRST + timedelta(start + length) if length else None,
            at=None if minute is None else time(*divmod(minute, 60)),
            minutes=minutes,
        ),
        st.integers(0, 10**6),
        st.integers(-5, DAYS + 5),
        st.sampled_from([0, 0, 0, 1, 3, 9]),
        st.none() | st.integers(0, DAY_MINUTES - 1),
        st.none() | st.integers(0, DAY_MINUTES),
    ),
    max_size=60,
    unique_by=lambda one: one.key,
)


@given(entries, st.integers(1, 6), st.booleans())
def test_every_day_shows_or_counts_each_of_its_entries(found: list[Entry], lines: int, spare: bool) -> None:
    rows = lay_days(found, FIRST, DAYS, 7, lines, spare=spare)
    for number in range(DAYS):
        row, column = rows[number // 7], number % 7
        day = FIRST + timedelta(number)
        here = [one for one in found if one.day <= day <= one.last_day]
        pieces = [one for one in row.pieces if one.first <= column <= one.last]
        assert len(pieces) + row.more.get(column, 0) == len(here)
        assert {one.key for one in row.order.get(column, ())} == {one.key for one in here}
        lanes = [one.lane for one in pieces]
        assert len(lanes) == len(set(lanes)), "two stand in one line"
        room = lines - 1 if spare and row.more.get(column) else lines
        assert all(lane < max(room, 0) for lane in lanes), "the line of “more” stays free"


@given(entries)
def test_pieces_say_where_an_entry_is_torn(found: list[Entry]) -> None:
    for number, row in enumerate(lay_days(found, FIRST, DAYS, 7, 99)):
        low = FIRST + timedelta(7 * number)
        for one in row.pieces:
            assert one.begins == (low + timedelta(one.first) == one.entry.day)
            assert one.ends == (low + timedelta(one.last) == one.entry.last_day)


@given(entries)
def test_no_two_blocks_of_one_time_share_a_slot(found: list[Entry]) -> None:
    timed = [replace(one, day=FIRST, last=None) for one in found if one.at is not None]
    blocks = lay_hours(timed)
    assert sorted(str(one.entry.key) for one in blocks) == sorted(str(one.key) for one in timed)
    for n, one in enumerate(blocks):
        assert one.slot < one.slots
        for other in blocks[:n]:
            meet = one.entry.starts < other.entry.ends and other.entry.starts < one.entry.ends
            assert not (meet and one.slot == other.slot)
            assert not meet or one.slots == other.slots


def test_half_past_eleven_at_night_for_ninety_minutes() -> None:
    late = Entry(1, FIRST, "late", at=time(23, 30), minutes=90)
    assert (late.starts, late.ends) == (23 * 60 + 30, DAY_MINUTES)
    assert late.times() == "23:30–01:00"
    assert not late.all_day
    down = moved(late, Place(FIRST, 23 * 60 + 40, timed=True), Place(FIRST, DAY_MINUTES - 1, timed=True))
    assert down.at == time(23, 45)
    assert stretched(late, Place(FIRST, DAY_MINUTES - 1, timed=True)).minutes == 30, "to midnight and no farther"


def test_moving_keeps_length_and_what_a_view_does_not_know() -> None:
    fair = Entry(1, FIRST, "fair", last=FIRST + timedelta(2), at=time(9), minutes=60)
    there = moved(fair, Place(FIRST + timedelta(1)), Place(FIRST + timedelta(11)))
    assert (there.day, there.last, there.at) == (FIRST + timedelta(10), FIRST + timedelta(12), time(9))
    visit = Entry(2, FIRST, "visit", at=time(9), minutes=60)
    grip = Place(FIRST, 9 * 60 + 20, timed=True)
    assert moved(visit, grip, Place(FIRST, 14 * 60 + 27, timed=True)).at == time(14)
    assert moved(visit, grip, Place(FIRST, None, timed=True)).at is None
    assert moved(replace(visit, at=None), Place(FIRST, None, timed=True), Place(FIRST, 614, timed=True)).at == time(10)


def test_steps_of_the_keyboard() -> None:
    visit = Entry(1, FIRST, "visit", at=time(9), minutes=60)
    assert pushed(visit, 7, 0).day == FIRST + timedelta(7)
    assert pushed(visit, 0, -15).at == time(8, 45)
    assert grown(visit, 0, 15).minutes == 75
    assert grown(replace(visit, minutes=15), 0, -15).minutes == 15
    whole = replace(visit, at=None)
    assert pushed(whole, 0, 15) == whole
    assert grown(whole, 1, 0).last_day == FIRST + timedelta(1)
    assert grown(grown(whole, 1, 0), -1, 0) == whole
    assert grown(whole, -1, 0) == whole
