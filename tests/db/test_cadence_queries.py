"""跟进频度: what the file answers is what the rules answer on plain values."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from operator import ge, le

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from db.cadence import Cadence, CadenceState, Rhythms
from db.conditions import Condition, Match, Op, Where
from db.models import CadenceException, Customer, FollowUp
from db.queries.cadence import exceptions_on, left_days, silent_days, state_on
from db.queries.condition_columns import Frame
from db.queries.customers import CustomerFilter, customer_ids, customer_rows, wanted_ids
from db.queries.due import contact_order, last_contacts
from db.store import Doing, Store, create_file, open_store
from db.vocabulary import FollowUpKind, FollowUpState, Stage
from desktop.rules.cadence import cadence_state

TODAY = date(2026, 11, 22)
STATES = tuple(CadenceState)


def days(ideal: int, maximum: int) -> dict[Stage, Cadence]:
    return {stage: Cadence(ideal + at, maximum + 2 * at) for at, stage in enumerate(Stage)}


RHYTHMS = Rhythms({"A": days(2, 4), "B": days(5, 9)}, days(3, 3))


@dataclass(frozen=True)
class Drawn:
    """One customer: contacts as (days before today, effective), exceptions as (ideal, more, until in days, lifted)."""

    tier: str | None
    stage: Stage
    contacts: tuple[tuple[int, bool], ...]
    exceptions: tuple[tuple[int, int, int | None, bool], ...]


PEOPLE = st.builds(
    Drawn,
    st.sampled_from([None, "A", "B", "gone"]),
    st.sampled_from(Stage),
    st.lists(st.tuples(st.integers(-6, 20), st.booleans()), max_size=3).map(tuple),
    st.lists(
        st.tuples(st.integers(1, 12), st.integers(0, 6), st.none() | st.integers(-3, 3), st.booleans()), max_size=2
    ).map(tuple),
)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    folder = tmp_path_factory.mktemp("cadence")
    create_file(folder / "频度.kezha")
    made = open_store(folder / "频度.kezha", version="1", backups=folder)
    yield made
    made.close()


def written(store: Store, people: list[Drawn]) -> list[int]:
    ids = []
    with store.write(Doing("import")) as session:
        for old in session.scalars(select(Customer)).all():
            old.stage = Stage.LOST  # those of the example before are out of every list
        for one in people:
            row = Customer(name="客", value_tier=one.tier, stage=one.stage)
            session.add(row)
            ids.append(row.id)
            for ago, effective in one.contacts:
                done = {"kind": FollowUpKind.CALL, "state": FollowUpState.DONE, "done_on": TODAY - timedelta(ago)}
                session.add(FollowUp(customer_id=row.id, effective=effective, **done))
            for ideal, more, until, lifted in one.exceptions:
                session.add(
                    CadenceException(
                        customer_id=row.id, ideal=ideal, maximum=ideal + more, reason="约定", made_on=TODAY,
                        until=None if until is None else TODAY + timedelta(until), lifted_on=TODAY if lifted else None,
                    )
                )  # fmt: skip
                session.flush()
    return ids


def cadence_of(one: Drawn, on: date) -> Cadence:
    for ideal, more, until, lifted in reversed(one.exceptions):
        if not lifted and (until is None or TODAY + timedelta(until) >= on):
            return Cadence(ideal, ideal + more)
    return RHYTHMS.tiers.get(one.tier or "", RHYTHMS.untiered)[one.stage]


@settings(deadline=None, max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(people=st.lists(PEOPLE, min_size=1, max_size=8), shift=st.integers(-4, 4), gone_by=st.booleans())
def test_sql_says_what_the_rules_say(store: Store, people: list[Drawn], shift: int, gone_by: bool) -> None:
    ids, on = written(store, people), TODAY + timedelta(shift)
    expected = {}
    for key, one in zip(ids, people, strict=True):
        contacts = [TODAY - timedelta(ago) for ago, effective in one.contacts if effective]
        last = max((day for day in contacts if not gone_by or day <= on), default=None)
        expected[key] = cadence_state(last, on, cadence_of(one, on))
    values = (state_on(RHYTHMS, on, gone_by=gone_by), left_days(RHYTHMS, on, gone_by=gone_by))
    with store.read() as session:
        query = select(Customer.id, *values, silent_days(on, gone_by=gone_by)).where(Customer.id.in_(ids))
        found = {row[0]: tuple(row[1:]) for row in session.execute(query)}
        order = contact_order(session, RHYTHMS, on, gone_by=gone_by)
        own = exceptions_on(session, on)
        assert {key: exceptions_on(session, on, [key]).get(key) for key in ids} == {key: own.get(key) for key in ids}
    for key, how in expected.items():
        never = how.state is CadenceState.NEVER
        assert found[key] == (how.state.value, None if never else how.left, None if never else how.days)
    with store.read() as session:
        frame = Frame(on, rhythms=RHYTHMS)
        for state in CadenceState:
            where = Where(Match.ALL, (Condition("cadence", Op.IS, (state.value,)),))
            found_ids = wanted_ids(session, CustomerFilter(where=where, frame=frame)) & set(ids)
            assert found_ids == {key for key in ids if found[key][0] == state.value} or gone_by
        for op, meant in ((Op.AT_LEAST, ge), (Op.AT_MOST, le)):
            where = Where(Match.ALL, (Condition("days_left", op, 2),))
            found_ids = wanted_ids(session, CustomerFilter(where=where, frame=frame)) & set(ids)
            assert gone_by or found_ids == {key for key in ids if found[key][1] is not None and meant(found[key][1], 2)}
        pressing = [one for one in customer_ids(session, CustomerFilter(frame=frame), "cadence") if one in found]
        rows = {row.id: row.more for row in customer_rows(session, ids, ["cadence"], frame)}
    if not gone_by:
        assert pressing == sorted(ids, key=lambda key: (*expected[key].order, key))
        assert {key: (rows[key]["cadence"], rows[key]["days_left"], rows[key]["silent_days"]) for key in ids} == found
    ranks = {None: 2, "A": 0, "B": 1, "gone": 2}
    wanted = [
        (*expected[key].order, ranks[one.tier], key)
        for key, one in zip(ids, people, strict=True)
        if one.stage is not Stage.LOST and expected[key].state is not CadenceState.FRESH
    ]
    assert order == sorted(wanted)


def test_a_day_gone_by_is_told_without_later_contacts(store: Store) -> None:
    (one,) = written(store, [Drawn("A", Stage.WON, ((0, True), (3, False), (9, True), (12, True)), ())])
    with store.read() as session:
        assert last_contacts(session, [one], TODAY - timedelta(1)) == {one: TODAY - timedelta(9)}
        assert last_contacts(session, [one], TODAY - timedelta(20)) == {}
        (row,) = contact_order(session, RHYTHMS, TODAY - timedelta(1), states=STATES, gone_by=True)
        assert row == (STATES.index(CadenceState.DUE), RHYTHMS.tiers["A"][Stage.WON].maximum - 8, 0, one)


def test_a_contact_in_the_future_is_one_of_today(store: Store) -> None:
    (one,) = written(store, [Drawn("A", Stage.WON, ((-5, True),), ())])
    with store.read() as session:
        (row,) = contact_order(session, RHYTHMS, TODAY, states=STATES)
        assert row == (STATES.index(CadenceState.FRESH), RHYTHMS.tiers["A"][Stage.WON].maximum, 0, one)
