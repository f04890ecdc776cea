"""A round before it is published: everybody's class, held against the last round and what was decided by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from db.journal import table_named
from db.queries.custom import CustomFieldRow
from db.queries.rounds import last_round
from db.store import Doing, Store
from db.undo import delete_with_children
from db.vocabulary import CustomKind, RoundEvery
from desktop.progress import Cancelled, Progress
from desktop.rules.errors import RuleBroken
from desktop.rules.rating.builtin import BUILT_IN, BY_KEY, MAIN
from desktop.rules.rating.outcome import NEVER_BOUGHT
from desktop.rules.rating.scheme import Criterion, Scheme, Step
from desktop.services.custom import remove_field, save_field
from desktop.services.custom_answers import set_answers
from desktop.services.rating.overrides import lift_override
from desktop.services.rating.proposing import held_against, propose
from desktop.services.rating.publishing import publish
from desktop.services.rating.schemes import OfficeScheme, save_scheme, scheme_named, scheme_of_version
from desktop.services.undoing import undo
from tests.db.dumps import dump
from tests.services.rating.small_office import (
    AMOUNTS,
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
)


def codes(store: Store, on: date = DAY, key: str = MAIN) -> list[str]:
    return list(proposed(store, on, key).codes)


def test_a_proposal_says_everybodys_class_and_writes_nothing(empty_store: Store) -> None:
    ids = fill(empty_store)
    before = dump(empty_store, journal_too=True)
    found = proposed(empty_store)
    assert list(found.codes) == ["A", "A", "B", "C", NEVER_BOUGHT]
    assert list(found.proposal.customers) == list(ids.values())
    assert found.counts() == {"A": 2, "B": 1, "C": 1, NEVER_BOUGHT: 1}
    assert found.sums() == {"A": D(7000), "B": D(2000), "C": D(1000), NEVER_BOUGHT: D(0)}
    assert (found.last, dict(found.previous), found.as_of) == (None, {}, DAY)
    rating = found.rating(ids["丙"])
    assert rating is not None
    assert (rating.code, rating.amount, rating.parts[0].value) == ("B", D(2000), D(2000))
    assert found.rating(1) is None
    assert dump(empty_store, journal_too=True) == before


@pytest.mark.parametrize("key", [one.key for one in BUILT_IN])
def test_every_scheme_that_comes_with_the_program_rates_and_publishes(empty_store: Store, key: str) -> None:
    fill(empty_store)
    found = proposed(empty_store, key=key)
    assert sum(found.counts().values()) == len(AMOUNTS)
    publish(empty_store, found, Progress())
    again = proposed(empty_store, key=key)
    assert [again.moved(place) for place in range(len(AMOUNTS))] == ["same"] * len(AMOUNTS)


def test_what_came_later_does_not_count(empty_store: Store) -> None:
    ids = fill(empty_store)
    buy(empty_store, ids["丁"], 90_000, DAY + timedelta(days=1))
    assert codes(empty_store)[-1] == NEVER_BOUGHT
    assert codes(empty_store, DAY + timedelta(days=1))[-1] == "A"


def test_moves_are_held_against_the_last_round(empty_store: Store) -> None:
    ids = fill(empty_store)
    published(empty_store)
    for name, amount in {"丙": 5000, "丁": 800}.items():
        buy(empty_store, ids[name], amount, LATER)
    found = proposed(empty_store, LATER)
    assert found.last is not None
    assert found.last.as_of == DAY
    moves = {name: found.moved(found.at[one]) for name, one in ids.items()}
    assert moves == {"甲": "same", "乙": "down", "丙": "up", "戊": "same", "丁": "new"}
    assert [found.moved(found.at[ids[name]]) for name in "甲丁"] == ["same", "new"]
    out = proposed(empty_store, DAY + timedelta(days=400))
    assert [out.moved(out.at[ids[name]]) for name in "甲丙丁"] == ["out", "up", "new"]


def test_a_round_of_an_earlier_day_is_held_against_the_round_before_it(empty_store: Store) -> None:
    """Not against one that came later: whoever fills in last year's rounds wants to know how it was then."""
    fill(empty_store)
    published(empty_store, LATER)
    earlier = proposed(empty_store, DAY)
    assert (earlier.last, dict(earlier.previous)) == (None, {})
    published(empty_store, DAY)
    between = proposed(empty_store, DAY + timedelta(days=1))
    assert between.last is not None
    assert between.last.as_of == DAY


def test_what_was_decided_by_hand_holds_until_its_day(empty_store: Store) -> None:
    ids = fill(empty_store)
    by_hand(empty_store, ids["戊"], "A", until=LATER)
    by_hand(empty_store, ids["丁"], "B")
    found = proposed(empty_store)
    assert list(found.codes) == ["A", "A", "B", "A", "B"]
    assert list(found.proposal.codes) == ["A", "A", "B", "C", NEVER_BOUGHT]
    assert found.overrides[ids["戊"]].reason == "大单"
    assert found.counts() == {"A": 3, "B": 2, "C": 0}
    assert found.sums()["A"] == D(8000)
    assert codes(empty_store, LATER)[3] == "A"
    assert codes(empty_store, LATER + timedelta(days=1))[3:] == ["C", "B"]
    assert codes(empty_store, DAY - timedelta(days=1))[3] == "C", "it was not in force yet"
    do(empty_store, lambda session: lift_override(session, MAIN, [ids["戊"]], DAY), "override.lift")
    assert codes(empty_store)[3] == "C"


def test_a_class_by_hand_that_the_scheme_no_longer_has_does_not_hold(empty_store: Store) -> None:
    ids = fill(empty_store)
    by_hand(empty_store, ids["甲"], "D", key="score")
    with empty_store.write(Doing("scheme.edit")) as session:
        found = scheme_named(session, "score")
        save_scheme(session, replace(found, scheme=replace(found.scheme, classes=found.scheme.classes[:3])))
    now = proposed(empty_store, key="score")
    assert now.codes[0] == now.proposal.codes[0] != "D"
    assert now.overrides == {}, "nor is he told to be in his class by hand"


def test_a_proposal_can_be_held_against_the_file_again_without_measuring(empty_store: Store) -> None:
    ids = fill(empty_store)
    first = proposed(empty_store)
    published(empty_store)
    by_hand(empty_store, ids["丙"], "C")
    buy(empty_store, ids["丁"], 90_000, DAY)
    again = held_against(empty_store, first)
    assert again.proposal is first.proposal
    assert list(again.codes) == ["A", "A", "C", "C", NEVER_BOUGHT]
    assert again.last is not None


def test_the_window_can_be_another(empty_store: Store) -> None:
    ids = fill(empty_store)
    buy(empty_store, ids["丁"], 90_000, DAY - timedelta(days=400))
    assert codes(empty_store)[-1] == NEVER_BOUGHT
    assert propose(empty_store, MAIN, DAY, Progress(), window=0).codes[-1] == "A"
    assert set(propose(empty_store, MAIN, DAY, Progress(), window=5).codes) == {NEVER_BOUGHT}


def test_a_round_with_another_window_leaves_the_scheme_as_it_was(empty_store: Store) -> None:
    ids = fill(empty_store)
    buy(empty_store, ids["丁"], 90_000, DAY - timedelta(days=400))
    with empty_store.read() as session:
        before = scheme_named(session, MAIN).scheme
    publish(empty_store, propose(empty_store, MAIN, DAY, Progress(), window=0), Progress(), window=0)
    with empty_store.read() as session:
        assert scheme_named(session, MAIN).scheme == before
        row = last_round(session, MAIN)
        assert row is not None
        used = scheme_of_version(session, row.version_id)
        assert used is not None
        assert [one.window for one in used.criteria] == [0]
    assert proposed(empty_store, LATER).moved(4) == "out"


def test_a_proposal_can_be_cancelled(empty_store: Store) -> None:
    fill(empty_store)
    stopped = Progress()
    stopped.cancel()
    with pytest.raises(Cancelled):
        propose(empty_store, MAIN, DAY, stopped)


def test_unknown_schemes_are_refused(empty_store: Store) -> None:
    with pytest.raises(RuleBroken, match="no_such_scheme"):
        proposed(empty_store, key="own-9")


def by_area(field_id: int) -> Scheme:
    steps = (Step(D(0), D(0)), Step(D(100), D(100)))
    return replace(
        BY_KEY["score"], key="own-1", name="面积", criteria=(Criterion(f"custom.{field_id}", 0, steps=steps),)
    )


def test_a_field_that_was_removed_is_missed_until_it_comes_back(empty_store: Store) -> None:
    """Nobody is put into a class by a scheme of which a part is gone."""
    ids = fill(empty_store)
    with empty_store.write(Doing("custom.define")) as session:
        field_id = save_field(session, CustomFieldRow(kind=CustomKind.NUMBER, title="面积"))
    do(empty_store, lambda session: set_answers(session, ids["丁"], {field_id: D(120)}))
    own = OfficeScheme(by_area(field_id), every=RoundEvery.NEVER)
    do(empty_store, lambda session: save_scheme(session, own), "scheme.edit")
    before = proposed(empty_store, key="own-1")
    assert list(before.codes) == ["D", "D", "D", "D", "A"]
    do(empty_store, lambda session: remove_field(session, field_id), "custom.remove")
    removal = action_id(empty_store)
    with pytest.raises(RuleBroken) as told:
        proposed(empty_store, key="own-1")
    assert (told.value.code, told.value.field) == ("metric_gone", "metric.0")
    assert proposed(empty_store).counts()["A"] == 2, "other schemes do not mind"
    undo(empty_store, removal)
    again = proposed(empty_store, key="own-1")
    assert (list(again.codes), again.proposal) == (list(before.codes), before.proposal)


def test_a_field_removed_while_it_is_measured_is_missed_too(empty_store: Store) -> None:
    fill(empty_store)
    with empty_store.write(Doing("custom.define")) as session:
        field_id = save_field(session, CustomFieldRow(kind=CustomKind.NUMBER, title="面积"))
    do(empty_store, lambda session: save_scheme(session, OfficeScheme(by_area(field_id))), "scheme.edit")

    def remove(_done: int, _total: int, step: str) -> None:
        if step == "measuring":
            do(empty_store, lambda s: delete_with_children(s, table_named("custom_field"), [field_id]), "custom.remove")

    with pytest.raises(RuleBroken, match="metric_gone"):
        propose(empty_store, "own-1", DAY, Progress(remove))
