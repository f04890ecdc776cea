"""Rounds: frozen with what they came from, followed by the value tiers, and taken back whole."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import Order, PromotionPlan, Rating, Rep
from db.problems import StoreProblem
from db.queries.rounds import flows, history_of, last_round, rounds, who_flowed
from db.store import Doing, Store, Who, create_file, open_store
from db.undo import delete_with_children
from db.vocabulary import PlanState
from desktop.progress import Cancelled, Progress
from desktop.rules.errors import RuleBroken
from desktop.rules.rating.builtin import MAIN
from desktop.rules.rating.outcome import NEVER_BOUGHT
from desktop.services.customers import delete_customers
from desktop.services.rating.overrides import lift_override
from desktop.services.rating.plans import PlanOfLift, make_plan
from desktop.services.rating.publishing import is_overtaken, publish
from desktop.services.rating.schemes import lead, save_scheme, scheme_named, scheme_of_version
from desktop.services.tiers import set_value_tier, tiers
from desktop.services.undoing import UndoConflict, undo
from tests.db.dumps import dump
from tests.services.rating.small_office import (
    DAY,
    LATER,
    D,
    action_id,
    buy,
    by_hand,
    do,
    fill,
    proposed,
    published,
    rated,
    round_row,
    tiers_of,
)

NOON = datetime(2026, 10, 1, 4, tzinfo=UTC)
FIRST = {"甲": "A", "乙": "A", "丙": "B", "戊": "C", "丁": None}


def changed(store: Store, **values: object) -> None:
    """The leading scheme is another one from now on."""
    with store.write(Doing("scheme.edit")) as session:
        found = scheme_named(session, MAIN)
        save_scheme(session, replace(found, scheme=replace(found.scheme, **values)))  # type: ignore[arg-type]


def test_a_round_is_kept_with_who_when_and_from_what(empty_store: Store) -> None:
    ids = fill(empty_store)
    rep = Rep(name="王敏")
    do(empty_store, lambda session: session.add(rep))
    empty_store.who, empty_store.clock = Who(rep.id, "王敏"), lambda: NOON
    by_hand(empty_store, ids["戊"], "B", until=LATER)
    row = round_row(empty_store, published(empty_store, note=" 三季度 "))
    assert (row.key, row.number, row.as_of, row.published_at) == (MAIN, 1, DAY, NOON)
    assert (row.who, row.note, row.customers, row.sets_tiers) == ("王敏", "三季度", 5, True)
    assert row.content["counts"] == {"A": 2, "B": 2, "C": 0, NEVER_BOUGHT: 1}
    assert row.content["amounts"] == {"A": "7000.00", "B": "3000.00", "C": "0", NEVER_BOUGHT: "0"}
    assert (row.content["n"], row.content["overridden"], row.content["up"], row.content["down"]) == (4, 1, 0, 0)
    third, fourth, never = rated(empty_store, row.id, ids["丙"], ids["戊"], ids["丁"])
    assert (third.code, third.computed, third.amount, third.score) == ("B", "B", D(2000), D("0.9"))
    assert third.parts == [["2000.00", "90.000000"]]
    assert (fourth.code, fourth.computed, fourth.reason, fourth.approver, fourth.until) == (
        "B", "C", "大单", "王总", LATER,
    )  # fmt: skip
    assert (never.code, never.previous, never.score, never.amount) == (NEVER_BOUGHT, None, None, D(0))


def test_value_tiers_follow_the_leading_scheme_only(empty_store: Store) -> None:
    fill(empty_store)
    published(empty_store, key="score")
    assert set(tiers_of(empty_store).values()) == {None}
    published(empty_store)
    assert tiers_of(empty_store) == FIRST
    with empty_store.read() as session:
        assert [one.code for one in tiers(session)] == ["A", "B", "C"]


def test_nothing_that_happens_later_changes_a_round(empty_store: Store) -> None:
    ids = fill(empty_store)
    by_hand(empty_store, ids["戊"], "B")
    first = published(empty_store)
    row, ratings = round_row(empty_store, first), rated(empty_store, first, *ids.values())
    with empty_store.read() as session:
        scheme = scheme_of_version(session, row.version_id)
    assert scheme is not None
    for name, amount in {"丁": 90_000, "戊": 5}.items():
        buy(empty_store, ids[name], amount, DAY)
    do(
        empty_store,
        lambda session: delete_with_children(session, Order.metadata.tables["sales_order"], orders(session)),
    )
    do(empty_store, lambda session: lift_override(session, MAIN, [ids["戊"]], LATER))
    do(empty_store, lambda session: set_value_tier(session, list(ids.values()), "C"))
    classes = tuple(replace(one, name=f"新{one.code}") for one in scheme.classes)
    changed(empty_store, name="年度分级", classes=(replace(classes[0], least=D("0.5")), *classes[1:]))
    published(empty_store, LATER)
    assert round_row(empty_store, first) == row
    assert rated(empty_store, first, *ids.values()) == ratings
    assert row.name != "年度分级"
    with empty_store.read() as session:
        assert scheme_of_version(session, row.version_id) == scheme
        assert [one.name for one in rounds(session)] == ["年度分级", row.name]
        assert [one.number for one in rounds(session)] == [2, 1]


def orders(session: Session) -> list[int]:
    return list(session.scalars(select(Order.id).where(Order.ordered_on < DAY)))


def test_a_scheme_that_was_changed_meanwhile_is_rated_again(empty_store: Store) -> None:
    fill(empty_store)
    before = proposed(empty_store)
    with empty_store.read() as session:
        classes = scheme_named(session, MAIN).scheme.classes
    changed(empty_store, classes=(replace(classes[0], least=D("0.5")), *classes[1:]))
    state = dump(empty_store, journal_too=True)
    with pytest.raises(RuleBroken) as told:
        publish(empty_store, before, Progress())
    assert (told.value.code, told.value.facts["name"]) == ("scheme_changed", "ABC by purchases, 70/90")
    assert dump(empty_store, journal_too=True) == state
    changed(empty_store, classes=classes, name="改名")
    publish(empty_store, before, Progress())  # its name is not what a proposal rests on


def test_customers_deleted_meanwhile_are_left_out_everywhere(empty_store: Store) -> None:
    ids = fill(empty_store)
    found = proposed(empty_store)
    do(empty_store, lambda session: delete_customers(session, [ids["甲"]]), "customers.delete")
    row = round_row(empty_store, publish(empty_store, found, Progress()))
    assert row.customers == sum(row.content["counts"].values()) == 4
    assert row.content["counts"]["A"] == 1
    assert row.content["amounts"]["A"] == "3000.00"
    assert rated(empty_store, row.id, ids["甲"]) == []


def test_an_office_without_customers_has_no_round(empty_store: Store) -> None:
    with pytest.raises(RuleBroken, match="nobody_to_rate"):
        published(empty_store)
    with empty_store.read() as session:
        assert rounds(session) == []


@pytest.mark.parametrize("by_someone_else", [False, True])
def test_the_undo_of_a_publication_restores_everything(empty_store: Store, by_someone_else: bool) -> None:
    ids = fill(empty_store)
    do(empty_store, lambda session: set_value_tier(session, [ids["甲"], ids["丁"]], "C"))
    if by_someone_else:
        published(empty_store, DAY - timedelta(days=1))
        empty_store.who = Who(None, "李主管")
        buy(empty_store, ids["戊"], 9_000, DAY)
    do(empty_store, lambda session: reached_plan(session, ids["戊"]), "promotion.plan")
    before = dump(empty_store)
    published(empty_store)
    action = action_id(empty_store)
    assert dump(empty_store) != before
    with empty_store.read() as session:
        assert set(session.scalars(select(PromotionPlan.state))) != {PlanState.OPEN}
    undo(empty_store, action)
    assert dump(empty_store) == before


def reached_plan(session: Session, customer_id: int) -> int:
    wanted = PlanOfLift(customer_id, MAIN, "C", "B", DAY)
    return make_plan(session, wanted, DAY - timedelta(days=30))


def test_a_second_round_is_another_persons_and_leaves_the_first(empty_store: Store) -> None:
    ids = fill(empty_store)
    empty_store.who = Who(None, "王敏")
    first = published(empty_store)
    empty_store.who = Who(None, "李主管")
    buy(empty_store, ids["丁"], 90_000, LATER)
    second = published(empty_store, LATER)
    assert [round_row(empty_store, one).who for one in (first, second)] == ["王敏", "李主管"]
    (never,), (now,) = rated(empty_store, first, ids["丁"]), rated(empty_store, second, ids["丁"])
    assert (never.code, never.previous, now.code, now.previous) == (NEVER_BOUGHT, None, "A", NEVER_BOUGHT)
    assert tiers_of(empty_store)["甲"] == "C"
    with empty_store.read() as session:
        assert flows(session, first, second) == {
            ("A", "C"): 2, ("B", "C"): 1, ("C", "C"): 1, (NEVER_BOUGHT, "A"): 1,
        }  # fmt: skip
        assert who_flowed(session, first, second, "A", "C") == [ids["甲"], ids["乙"]], "by pinyin"
        assert [one.round_id for one in history_of(session, ids["丁"])] == [second, first]
        newest = last_round(session, MAIN)
        before = last_round(session, MAIN, before=LATER - timedelta(days=1))
    assert (newest is not None and newest.id, before is not None and before.id) == (second, first)


def test_one_without_a_class_keeps_what_was_given_by_hand_and_loses_what_a_round_gave(empty_store: Store) -> None:
    ids = fill(empty_store)
    do(empty_store, lambda session: set_value_tier(session, [ids["丁"]], "B"))
    published(empty_store)
    assert tiers_of(empty_store) == {**FIRST, "丁": "B"}
    much_later = DAY + timedelta(days=500)  # nobody has bought for a year
    do(empty_store, lambda session: set_value_tier(session, [ids["丙"]], "A"))
    published(empty_store, much_later)
    assert tiers_of(empty_store) == {"甲": None, "乙": None, "丙": "A", "戊": None, "丁": "B"}


def test_an_exception_that_ended_leaves_no_tier_behind(empty_store: Store) -> None:
    """He has not bought, so that no round gives him another class."""
    ids = fill(empty_store)
    by_hand(empty_store, ids["丁"], "A", on=DAY, until=DAY + timedelta(days=9))
    assert tiers_of(empty_store)["丁"] == "A"
    published(empty_store, LATER)
    assert tiers_of(empty_store)["丁"] is None


def test_an_exception_made_after_the_day_of_a_round_stays(empty_store: Store) -> None:
    """Rounds are often published some days after the end of their quarter."""
    ids = fill(empty_store)
    by_hand(empty_store, ids["戊"], "A", on=DAY + timedelta(days=3))
    row = round_row(empty_store, published(empty_store))
    assert row.content["overridden"] == 0
    assert tiers_of(empty_store) == {**FIRST, "戊": "A"}
    do(empty_store, lambda session: lift_override(session, MAIN, [ids["戊"]], LATER))
    assert tiers_of(empty_store) == FIRST


def test_a_round_of_a_day_gone_by_leaves_the_tiers_of_the_later_one(empty_store: Store) -> None:
    ids = fill(empty_store)
    buy(empty_store, ids["丁"], 90_000, LATER)
    published(empty_store, LATER)
    now = tiers_of(empty_store)
    earlier = proposed(empty_store)
    with empty_store.read() as session:
        assert is_overtaken(session, earlier)
    assert not round_row(empty_store, publish(empty_store, earlier, Progress())).sets_tiers
    assert tiers_of(empty_store) == now
    assert round_row(empty_store, published(empty_store, LATER)).sets_tiers, "of the same day the later one holds"


def test_tiers_that_were_changed_since_stand_against_the_undo(empty_store: Store) -> None:
    ids = fill(empty_store)
    published(empty_store)
    action = action_id(empty_store)
    do(empty_store, lambda session: set_value_tier(session, [ids["甲"]], "B"))
    before = dump(empty_store, journal_too=True)
    with pytest.raises(UndoConflict) as told:
        undo(empty_store, action)
    assert [(one.table, one.record_id, one.field) for one in told.value.conflicts] == [
        ("customer", ids["甲"], "value_tier")
    ]
    assert dump(empty_store, journal_too=True) == before
    undo(empty_store, action, leave_conflicts=True)
    assert tiers_of(empty_store) == {"甲": "B", **dict.fromkeys("乙丙戊丁")}
    with empty_store.read() as session:
        assert rounds(session) == []
        assert session.scalars(select(Rating.id)).all() == []


def test_the_next_leading_scheme_brings_its_own_classes(empty_store: Store) -> None:
    ids = fill(empty_store)
    published(empty_store)
    do(empty_store, lambda session: lead(session, "membership"), "scheme.main")
    assert tiers_of(empty_store) == FIRST, "until its round is published"
    published(empty_store, key="membership")
    assert set(tiers_of(empty_store).values()) == {"plain"}
    buy(empty_store, ids["丁"], 300_000, LATER)
    published(empty_store, LATER, key="membership")
    assert tiers_of(empty_store)["丁"] == "VIP"


def test_a_cancelled_publication_leaves_nothing(empty_store: Store) -> None:
    fill(empty_store)
    found, before = proposed(empty_store), dump(empty_store, journal_too=True)
    stopping = Progress(lambda _done, _total, step: stopping.cancel() if step == "publishing" else None)
    with pytest.raises(Cancelled):
        publish(empty_store, found, stopping)
    assert dump(empty_store, journal_too=True) == before


def test_a_file_that_is_only_read_can_be_rated_but_not_published(tmp_path: Path) -> None:
    path = tmp_path / "办.kezha"
    create_file(path)
    store = open_store(path, version="test", backups=path.parent)
    fill(store)
    store.close()
    reading = open_store(path, version="test", backups=path.parent, read_only=True)
    found = proposed(reading)
    assert found.counts()["A"] == 2
    with pytest.raises(StoreProblem) as told:
        publish(reading, found, Progress())
    assert told.value.code == "read_only"
    reading.close()


def test_amounts_are_kept_to_the_fen(empty_store: Store) -> None:
    ids = fill(empty_store)
    buy(empty_store, ids["丁"], 1, DAY)
    with empty_store.write(Doing("order.create")) as session:
        session.add(Order(customer_id=ids["丁"], ordered_on=DAY, amount=Decimal("0.37")))
    (row,) = rated(empty_store, published(empty_store), ids["丁"])
    assert row.amount == D("1.37")
