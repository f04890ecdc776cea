"""What the views of the tiers read of a real file: structure, board, crossings, movement between rounds."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from fractions import Fraction

import pytest

from db.models import Customer, FollowUp
from db.queries.briefs import along, briefs, by_name, names, owners, reps_by_name
from db.store import Doing, Store
from db.vocabulary import Attitude, FollowUpKind, FollowUpState, Stage
from desktop.progress import Cancelled, Progress
from desktop.rules.rating.structure import class_sums
from desktop.services.rating.board import board
from desktop.services.rating.crossing import crossing
from desktop.services.rating.movement import in_class, movement
from desktop.services.rating.overrides import OverrideDraft, set_override
from desktop.services.rating.structure import structure
from tests.rated_office import MAIN, TODAY, fill, rate

D = Decimal
BEFORE = TODAY - timedelta(300)


@pytest.fixture
def rated(empty_store: Store) -> tuple[Store, list[int]]:
    """The small office, rated 300 days ago and today."""
    ids = fill(empty_store)
    rate(empty_store, BEFORE)
    rate(empty_store, TODAY)
    return empty_store, ids


def by_hand(store: Store, key: str, ids: list[int], code: str) -> None:
    with store.write(Doing("override.set", {"name": "", "tier": code})) as session:
        set_override(session, key, ids, OverrideDraft(code, "重要介绍人"), today=TODAY, rep_id=None)


def test_the_figures_of_the_structure(rated: tuple[Store, list[int]]) -> None:
    store, (jia, yi, bing, ding, wu) = rated
    found = structure(store, MAIN, TODAY, Progress())
    figures = found.figures
    assert found.standing.source == "tiers"
    assert figures.codes == {jia: "A", yi: "B", bing: "C", ding: "C"}
    assert figures.revenue == {jia: D(7000), yi: D(1900), bing: D(600), ding: D(500)}
    assert figures.profit == {jia: D(3000), yi: D(100), ding: D(400)}
    assert figures.contribution == {jia: D(3000), yi: D(-400), ding: D(400), wu: D(-80)}
    assert figures.costing() == [yi, wu]
    assert figures.visits == {jia: 1, yi: 6, bing: 3}
    assert figures.contacts == figures.visits
    assert figures.unknown == Fraction(600, 10_000)
    assert found.names[wu] == "戊中心"
    sums = class_sums(figures, "ABC")
    assert [(one.code, len(one.customers), one.profit) for one in sums] == [
        ("A", 1, D(3000)), ("B", 1, D(100)), ("C", 2, D(400)), ("", 1, D(0)),
    ]  # fmt: skip


def test_a_visit_that_met_nobody_is_spent_too_and_a_call_is_none(empty_store: Store) -> None:
    (one, *_) = fill(empty_store)
    done = {"customer_id": one, "state": FollowUpState.DONE, "done_on": TODAY}
    with empty_store.write(Doing("fill")) as session:
        session.add(FollowUp(kind=FollowUpKind.RETURN_VISIT, effective=False, **done))
        session.add(FollowUp(kind=FollowUpKind.CALL, effective=True, **done))
        session.add(FollowUp(kind=FollowUpKind.VISIT, effective=True, **{**done, "done_on": TODAY - timedelta(365)}))
        session.add(FollowUp(kind=FollowUpKind.VISIT, effective=True, **{**done, "done_on": TODAY + timedelta(1)}))
    figures = structure(empty_store, MAIN, TODAY, Progress()).figures
    assert (figures.visits[one], figures.contacts[one]) == (2, 2)


def test_an_empty_office_has_no_figures(empty_store: Store) -> None:
    assert not structure(empty_store, MAIN, TODAY, Progress()).figures.customers
    assert not board(empty_store, MAIN, TODAY, Progress()).owners
    assert not crossing(empty_store, MAIN, "stage", TODAY, Progress()).cells
    assert movement(empty_store, MAIN, None, Progress()).later is None


def test_reading_can_be_stopped(rated: tuple[Store, list[int]]) -> None:
    stopped = Progress()
    stopped.cancel()
    for read in (
        lambda: structure(rated[0], MAIN, TODAY, stopped),
        lambda: board(rated[0], MAIN, TODAY, stopped),
        lambda: crossing(rated[0], MAIN, "intent", TODAY, stopped),
        lambda: movement(rated[0], MAIN, None, stopped),
    ):
        with pytest.raises(Cancelled):
            read()


# The board


def test_the_board_has_those_who_buy_most_first_and_says_who_moved(rated: tuple[Store, list[int]]) -> None:
    store, (jia, yi, bing, ding, wu) = rated
    found = board(store, MAIN, TODAY, Progress())
    assert found.columns == {"A": [jia], "B": [yi], "C": [bing, ding], "": [wu]}
    assert (found.rose, found.fell, found.by_hand) == ({jia: "C"}, {yi: "A", bing: "B"}, {})
    assert found.reps == {found.owners[jia]: "王芳"}
    assert [found.code(one) for one in (jia, wu)] == ["A", ""]


def test_a_class_by_hand_is_marked_and_moves_from_the_last_round(rated: tuple[Store, list[int]]) -> None:
    store, (_, _, _, ding, _) = rated
    by_hand(store, MAIN, [ding], "A")
    found = board(store, MAIN, TODAY, Progress())
    assert found.columns["A"][-1] == ding
    assert found.rose[ding] == "C"
    assert found.by_hand[ding].reason == "重要介绍人"


def test_a_scheme_without_a_round_is_tried_out_and_nobody_has_moved(rated: tuple[Store, list[int]]) -> None:
    found = board(rated[0], "abc-80-95", TODAY, Progress())
    assert found.standing.source == "proposal"
    assert not found.rose
    assert not found.fell
    assert sum(map(len, found.columns.values())) == 5


def test_a_class_that_the_scheme_does_not_have_keeps_its_column(rated: tuple[Store, list[int]]) -> None:
    store, (jia, *_) = rated
    with store.write(Doing("customer.tier", {"name": "甲", "tier": "D"})) as session:
        session.get_one(Customer, jia).value_tier = "D"
    found = board(store, MAIN, TODAY, Progress())
    assert found.columns["D"] == [jia]
    assert found.fell[jia] == "A"


# Crossings


def test_classes_are_crossed_with_what_stands_on_the_card(rated: tuple[Store, list[int]]) -> None:
    store, (jia, yi, bing, ding, wu) = rated
    with store.write(Doing("customer.edit", {"name": "甲"})) as session:
        session.get_one(Customer, jia).attitude = Attitude.SWITCHER
        session.get_one(Customer, yi).expects_on = TODAY + timedelta(20)
        session.get_one(Customer, wu).stage = Stage.LOST
    found = crossing(store, MAIN, "attitude", TODAY, Progress())
    assert found.cells == {("A", "switcher"): [jia], ("B", ""): [yi], ("C", ""): [bing, ding], ("", ""): [wu]}
    assert found.purchases[jia] == 7000
    assert crossing(store, MAIN, "intent", TODAY, Progress()).cells["B", "A"] == [yi]
    assert crossing(store, MAIN, "stage", TODAY, Progress()).cells["", "lost"] == [wu]


# Movement


def test_the_last_two_rounds_are_held_against_each_other(rated: tuple[Store, list[int]]) -> None:
    store, (jia, yi, bing, ding, wu) = rated
    found = movement(store, MAIN, None, Progress())
    assert [one.as_of for one in found.rounds] == [BEFORE, TODAY]
    assert found.cells == {
        ("A", "B"): [yi], ("B", "C"): [bing], ("C", "A"): [jia], ("-", "C"): [ding], ("-", "-"): [wu],
    }  # fmt: skip
    assert (found.moved("up"), found.moved("down"), found.moved("new")) == ([jia], [bing, yi], [ding])
    assert found.now.amounts[jia] == 7000
    assert found.then.amounts[jia] == 1000


def test_any_two_rounds_can_be_chosen(rated: tuple[Store, list[int]]) -> None:
    store, (jia, *_) = rated
    third = rate(store, TODAY + timedelta(1))
    rounds = movement(store, MAIN, None, Progress()).rounds
    found = movement(store, MAIN, (rounds[0].id, third), Progress())
    assert (found.earlier, found.later) == (rounds[0], rounds[2])
    assert found.cells["C", "A"] == [jia]
    gone = movement(store, MAIN, (rounds[0].id, 7), Progress())
    assert (gone.earlier, gone.later) == (rounds[1], rounds[2])


def test_who_was_not_there_is_new_and_one_deleted_since_is_left_out(rated: tuple[Store, list[int]]) -> None:
    store, _ = rated
    with store.write(Doing("customer.create", {"name": "己"})) as session:
        session.add(Customer(name="己书店"))
    rate(store, TODAY + timedelta(1))
    found = movement(store, MAIN, None, Progress())
    (new,) = found.cells[None, "-"]
    assert found.way(None, "-") == "same"
    assert found.way(None, "B") == "new"
    assert found.way("B", None) == "out"
    with store.read() as session:
        assert names(session)[new] == "己书店"


def test_the_customers_of_a_class_in_a_round(rated: tuple[Store, list[int]]) -> None:
    store, (_, yi, *_) = rated
    first = movement(store, MAIN, None, Progress()).rounds[0]
    ids, whole = in_class(store, first.id, "A")
    assert ids == [yi]
    assert whole.amounts[yi] == 6000


def test_one_round_is_no_movement(empty_store: Store) -> None:
    fill(empty_store)
    rate(empty_store, TODAY)
    found = movement(empty_store, MAIN, None, Progress())
    assert (len(found.rounds), found.later, found.cells) == (1, None, {})


# The least of a customer


def test_briefs_are_in_the_order_asked_and_leave_out_who_is_gone(empty_store: Store) -> None:
    ids = fill(empty_store)
    with empty_store.write(Doing("customer.edit", {"name": "甲"})) as session:
        row = session.get_one(Customer, ids[0])
        row.province, row.city, row.district = "上海市", "上海市", "徐汇区"
    with empty_store.read() as session:
        found = briefs(session, [ids[3], 5, ids[0]])
        assert [one.id for one in found] == [ids[3], ids[0]]
        assert (found[1].region, found[1].owner, found[0].owner) == ("上海市 徐汇区", "王芳", None)
        named = by_name(session)
        assert sorted(named) == sorted(ids)
        assert list(names(session)) == list(owners(session)) == named
        assert set(reps_by_name(session).values()) == {"王芳"}
        assert set(along(session, "attitude", TODAY).values()) == {None}
