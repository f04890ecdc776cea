"""A round in columns: a proposal and the same one published say the same, and why a customer is where he is."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest

from db.models import Customer
from db.queries.rounds import ratings_of
from db.store import Store
from db.vocabulary import Attitude
from desktop.progress import Cancelled, Progress
from desktop.rules.errors import RuleBroken
from desktop.rules.rating.builtin import BUILT_IN, MAIN
from desktop.rules.rating.scheme import Scheme
from desktop.services.rating.round_table import frozen_parts, parts_of, table_of_proposal, table_of_round
from desktop.services.rating.schemes import scheme_named
from desktop.services.rating.why import cuts_of, reasons_of, tier_history
from tests.services.rating.small_office import DAY, buy, by_hand, do, fill, proposed, published

D = Decimal


@pytest.fixture
def people(empty_store: Store) -> dict[str, int]:
    """甲 and 乙 are A, 丙 is B, 戊 C; 丁 has not bought."""
    return fill(empty_store)


@pytest.mark.parametrize("scheme", BUILT_IN, ids=lambda one: one.key)
def test_what_is_published_reads_as_it_was_proposed(empty_store: Store, people: dict[str, int], scheme: Scheme) -> None:
    do(empty_store, lambda session: setattr(session.get(Customer, people["甲"]), "attitude", Attitude.LOYAL))
    made = proposed(empty_store, key=scheme.key)
    before = table_of_proposal(made)
    round_id = published(empty_store, key=scheme.key)
    after = table_of_round(empty_store, round_id, Progress())
    assert list(after.customers) == list(before.customers)
    for column in ("codes", "computed", "before", "moves", "scores", "amounts", "segments"):
        assert list(getattr(after, column)) == list(getattr(before, column)), column
    assert (after.counts(), after.sums(), after.n, tuple(after.notes)) == (
        before.counts(), before.sums(), before.n, tuple(before.notes),
    )  # fmt: skip
    ids = list(before.customers)
    with empty_store.read() as session:
        then, now = parts_of(session, before, ids), parts_of(session, after, ids)
    for one in ids:
        told = [(part.metric, part.window, part.value, part.word, part.points, part.weight) for part in then[one]]
        assert [(p.metric, p.window, p.value, p.word, p.points, p.weight) for p in now[one]] == told


def test_exceptions_moves_and_the_round_before(empty_store: Store, people: dict[str, int]) -> None:
    first = published(empty_store)
    by_hand(empty_store, people["戊"], "A", until=date(2027, 1, 31))
    second = published(empty_store, DAY + timedelta(30))
    table = table_of_round(empty_store, second, Progress())
    place = table.at[people["戊"]]
    assert (table.codes[place], table.computed[place], table.before[place], table.moves[place]) == ("A", "C", "C", "up")
    assert table.by_hand[people["戊"]].until == date(2027, 1, 31)
    assert table.earlier is not None
    assert table.earlier.id == first
    assert table.counts_before() == {"A": 2, "B": 1, "C": 1, "-": 1}
    assert table_of_round(empty_store, first, Progress()).earlier is None


def test_a_round_that_is_gone_and_one_that_is_cancelled(empty_store: Store, people: dict[str, int]) -> None:
    with pytest.raises(RuleBroken, match="gone"):
        table_of_round(empty_store, 1, Progress())
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        table_of_round(empty_store, published(empty_store), progress)


def test_the_word_of_a_choice_is_no_number(empty_store: Store, people: dict[str, int]) -> None:
    do(empty_store, lambda session: setattr(session.get(Customer, people["甲"]), "attitude", Attitude.LOYAL))
    round_id = published(empty_store, key="score")
    with empty_store.read() as session:
        (row,) = ratings_of(session, round_id, [people["甲"]])
        scheme = scheme_named(session, "score").scheme
    parts = {part.metric: part for part in frozen_parts(scheme, row)}
    assert (parts["attitude"].word, parts["attitude"].value) == ("loyal", None)
    assert parts["satisfaction"].note == "missing_neutral"
    assert parts["purchases"].value == D(4000)


def test_where_the_classes_end(empty_store: Store, people: dict[str, int]) -> None:
    cuts = cuts_of(table_of_proposal(proposed(empty_store)))
    assert [(cut.code, cut.share, cut.last_in, cut.first_out) for cut in cuts] == [
        ("A", D("0.7"), D(3000), D(2000)),
        ("B", D("0.9"), D(2000), D(1000)),
    ]
    assert cuts_of(table_of_proposal(proposed(empty_store, key="score"))) == []


def test_reasons_now_and_then(empty_store: Store, people: dict[str, int]) -> None:
    round_id = published(empty_store)
    buy(empty_store, people["戊"], 9000, DAY + timedelta(10))
    today = DAY + timedelta(20)
    now = reasons_of(empty_store, MAIN, people["戊"], today, Progress())
    assert (now.code, now.in_force) == ("A", False)
    assert now.levers is not None
    then = reasons_of(empty_store, MAIN, people["戊"], today, Progress(), round_id=round_id)
    assert (then.code, then.levers) == ("C", None)
    assert [one.code for one in then.history] == ["C"]


def test_reasons_of_one_who_is_gone(empty_store: Store, people: dict[str, int]) -> None:
    with pytest.raises(RuleBroken, match="gone"):
        reasons_of(empty_store, MAIN, 1, DAY, Progress())
    round_id = published(empty_store)
    do(empty_store, lambda session: session.add(Customer(name="新来的")))
    with empty_store.read() as session:
        late = next(one.id for one in session.query(Customer) if one.name == "新来的")
    with pytest.raises(RuleBroken, match="gone"):
        reasons_of(empty_store, MAIN, late, DAY, Progress(), round_id=round_id)


def test_the_history_of_one_scheme_only(empty_store: Store, people: dict[str, int]) -> None:
    published(empty_store, DAY - timedelta(10))
    published(empty_store, key="rfm")
    by_hand(empty_store, people["丙"], "A", on=DAY - timedelta(5))
    published(empty_store)
    with empty_store.read() as session:
        found = tier_history(session, scheme_named(session, MAIN), people["丙"])
        assert tier_history(session, scheme_named(session, "score"), people["丙"]) == []
    assert [(one.on, one.code, one.round is None) for one in found] == [
        (DAY, "A", False),
        (DAY - timedelta(5), "A", True),
        (DAY - timedelta(10), "B", False),
    ]
