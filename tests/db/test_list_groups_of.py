"""Groups and counts of the customer list: every wanted customer stands in one group, and the counts agree with it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from db.conditions import Condition, Match, Op, Where
from db.models import Customer, CustomerTag, Order, Payment, Rep, Tag
from db.queries.conditions import Frame
from db.queries.customers import CustomerFilter, customer_ids, customer_rows
from db.queries.groups import FACETS, GROUPS, OTHER, cities, facet_counts, groups_of
from db.queries.list_columns import amounts, created_on
from db.store import Doing, Store, create_file, open_store
from db.vocabulary import Stage

TODAY = date.today()
FRAME = Frame(TODAY)
EVERYBODY = CustomerFilter(frame=FRAME)
ROWS = (
    ("单记茶庄", "A", "浙江省", "杭州市", Stage.WON),
    ("Abc 贸易", "B", "浙江省", "宁波市", Stage.WON),
    ("曾国华", None, None, None, Stage.LOST),
    ("360 网络", "A", "", "", Stage.WON),
    ("青禾超市", "A", "浙江省", "杭州市", Stage.POTENTIAL),
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    path = tmp_path / "办.kezha"
    create_file(path)
    made = open_store(path, version="test", backups=tmp_path)
    with made.write(Doing("import")) as session:
        rep, tags = Rep(name="林晓"), [Tag(name="乙"), Tag(name="甲")]
        session.add_all([rep, *tags])
        for number, (name, tier, province, city, stage) in enumerate(ROWS):
            row = Customer(name=name, value_tier=tier, province=province, city=city, stage=stage)
            row.owner_id = rep.id if number % 2 else None
            session.add(row)
            for tag in tags[: number % 3]:
                session.add(CustomerTag(customer_id=row.id, tag_id=tag.id))
            if number < 2:
                session.add(Order(customer_id=row.id, ordered_on=TODAY, amount=Decimal("100.50")))
                session.add(Payment(customer_id=row.id, paid_on=TODAY, amount=Decimal(40 * number)))
    yield made
    made.close()


@pytest.mark.parametrize("by", GROUPS)
def test_everybody_is_in_one_group(store: Store, by: str) -> None:
    with store.read() as session:
        found = groups_of(session, EVERYBODY, by, TODAY)
        assert set(found) == set(customer_ids(session, EVERYBODY))
        assert "" not in found.values()


def test_what_the_groups_are_called(store: Store) -> None:
    with store.read() as session:
        ids = list(customer_ids(session, EVERYBODY, "created"))
        found = {by: [groups_of(session, EVERYBODY, by, TODAY)[one] for one in ids] for by in GROUPS}
    assert found["value_tier"] == ["A", "B", None, "A", "A"]
    assert found["initial"] == ["S", "A", "Z", OTHER, "Q"]
    assert found["province"] == ["浙江省", "浙江省", None, None, "浙江省"]
    assert found["tags"] == [None, "乙", "乙", None, "乙"]  # of two tags the first
    assert found["created"] == [f"{TODAY:%Y-%m}"] * 5
    assert [created_on(one) for one in ids] == [TODAY] * 5


@pytest.mark.parametrize("by", FACETS)
def test_the_counts_are_those_of_the_groups(store: Store, by: str) -> None:
    wanted = CustomerFilter(where=Where(Match.ALL, (Condition("stage", Op.IS, ("won",)),)), frame=FRAME)
    for each in (EVERYBODY, wanted):
        with store.read() as session:
            counts = dict(facet_counts(session, each, by))
            if by == "tags":  # under each tag a customer has
                assert sum(counts.values()) == session.query(CustomerTag).count() if each is EVERYBODY else True
            else:
                assert counts == dict(Counter(groups_of(session, each, by, TODAY).values()))


def test_what_is_chosen_by_a_count_is_found(store: Store) -> None:
    with store.read() as session:
        assert cities(session, EVERYBODY, "浙江省") == [("杭州市", 2), ("宁波市", 1)]
        for letter, count in facet_counts(session, EVERYBODY, "initial"):
            asked = Where(Match.ALL, (Condition("initial", Op.IS, (str(letter),)),))
            assert len(customer_ids(session, CustomerFilter(also=asked, frame=FRAME))) == count


def test_amounts_are_those_of_the_rows(store: Store) -> None:
    with store.read() as session:
        ids = list(customer_ids(session, EVERYBODY, "created"))
        rows = customer_rows(session, ids, {"owed", "tags", "value_tier"}, FRAME)
        bought, owed = amounts(session, "purchases"), amounts(session, "owed")
    assert [row.purchases for row in rows] == [Decimal(bought.get(one, 0)) / 100 for one in ids]
    assert [row.more["owed"] for row in rows] == [Decimal(owed.get(one, 0)) / 100 for one in ids]
    assert owed == {ids[1]: 6050}
    assert rows[2].more["tags"] == ["乙", "甲"]
    assert rows[1].more["value_tier"] == "B"
