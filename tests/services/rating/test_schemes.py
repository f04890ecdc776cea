"""Schemes of an office: versions, the leading one, those of its own, and undo of it all."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from db.models import Order
from db.queries.card import CustomerDraft
from db.queries.custom import CustomFieldRow
from db.queries.journal import last_action
from db.queries.rounds import last_round
from db.queries.schemes import VersionRow, last_days, versions_of
from db.store import Doing, Store
from db.vocabulary import CustomKind, OrderKind, OrderState, RoundEvery
from desktop.progress import Progress
from desktop.rules.errors import RuleBroken
from desktop.rules.rating.builtin import BUILT_IN, BY_KEY, MAIN
from desktop.rules.rating.scheme import Criterion, Scheme, TierClass
from desktop.services.custom import remove_field, save_field
from desktop.services.customers import NewCustomer, create_customer
from desktop.services.rating.proposing import propose, try_out
from desktop.services.rating.publishing import publish
from desktop.services.rating.schemes import (
    OfficeScheme,
    lead,
    main_key,
    metrics_of,
    new_key,
    remove_scheme,
    save_scheme,
    scheme_named,
    scheme_of_version,
    schemes,
    take_back,
)
from desktop.services.tiers import set_value_tier, tiers
from desktop.services.undoing import undo

TODAY = date(2026, 11, 22)
D = Decimal
EDIT = Doing("scheme.edit", {"name": "甲"})


def listed(store: Store) -> list[OfficeScheme]:
    with store.read() as session:
        return schemes(session)


def named(store: Store, key: str) -> OfficeScheme:
    with store.read() as session:
        return scheme_named(session, key)


def saved(store: Store, wanted: OfficeScheme) -> OfficeScheme:
    with store.write(EDIT) as session:
        return save_scheme(session, wanted)


def versions(store: Store, key: str) -> list[VersionRow]:
    found = named(store, key)
    assert found.id is not None
    with store.read() as session:
        return versions_of(session, found.id)


def undo_last(store: Store) -> None:
    with store.read() as session:
        found = last_action(session)
    assert found is not None
    undo(store, found.id)


def own(store: Store, name: str = "自己的", like: str = "score") -> OfficeScheme:
    with store.read() as session:
        key = new_key(session)
    return saved(store, OfficeScheme(replace(BY_KEY[like], key=key, name=name)))


def buyer(store: Store, name: str, *amounts: int) -> int:
    with store.write(Doing("customer.create", {"name": name})) as session:
        one = create_customer(session, NewCustomer(CustomerDraft(name=name)))
        for at, amount in enumerate(amounts):
            order = Order(
                customer_id=one, number=f"{name}{at}", ordered_on=date(2026, 11, 1 + at), kind=OrderKind.PURCHASE,
                state=OrderState.CONFIRMED, amount=D(amount),
            )  # fmt: skip
            session.add(order)
    return one


def test_an_untouched_file_has_the_built_in_ones_and_the_first_leads(empty_store: Store) -> None:
    found = listed(empty_store)
    assert [one.key for one in found] == [one.key for one in BUILT_IN]
    assert [one.key for one in found if one.leads] == [MAIN]
    assert all(one.built_in and one.number == 0 and one.id is None for one in found)
    assert found[0].every is RoundEvery.QUARTERLY


def test_a_changed_content_is_a_version_and_nothing_else_is(empty_store: Store) -> None:
    first = saved(empty_store, replace(named(empty_store, "score"), every=RoundEvery.YEARLY))
    assert first.number == 1
    again = saved(empty_store, replace(first, every=RoundEvery.MONTHLY, active=False))
    assert again.number == 1
    assert (named(empty_store, "score").every, named(empty_store, "score").active) == (RoundEvery.MONTHLY, False)
    second = saved(empty_store, replace(again, scheme=replace(again.scheme, note="给人看的")))
    assert second.number == 2
    with empty_store.read() as session:
        assert second.version_id is not None
        assert first.version_id is not None
        assert scheme_of_version(session, first.version_id) == BY_KEY["score"]
        assert scheme_of_version(session, second.version_id) == second.scheme
    undo_last(empty_store)
    assert named(empty_store, "score").scheme == BY_KEY["score"]
    assert named(empty_store, "score").number == 1


def test_versions_tell_when_by_whom_and_which_rounds_used_them(empty_store: Store) -> None:
    buyer(empty_store, "甲厂", 500)
    first = saved(empty_store, named(empty_store, "score"))
    publish(empty_store, propose(empty_store, "score", TODAY, Progress()), Progress())
    second = saved(empty_store, replace(first, scheme=replace(first.scheme, note="新")))
    newest, oldest = versions(empty_store, "score")
    assert (newest.id, newest.number, newest.rounds) == (second.version_id, 2, ())
    assert (oldest.id, oldest.number, oldest.rounds) == (first.version_id, 1, (TODAY,))
    assert newest.made_at is not None
    assert oldest.made_at is not None
    assert newest.made_at >= oldest.made_at
    with empty_store.read() as session:
        assert last_days(session) == {"score": TODAY}


def test_an_earlier_version_comes_back_as_a_new_one(empty_store: Store) -> None:
    first = own(empty_store)
    second = saved(empty_store, replace(first, scheme=replace(first.scheme, note="改过")))
    with empty_store.read() as session:
        assert first.version_id is not None
        before = scheme_of_version(session, first.version_id)
    assert before is not None
    third = saved(empty_store, replace(second, scheme=before))
    assert (third.number, third.scheme) == (3, first.scheme)


def test_two_schemes_of_one_name_are_refused_at_the_name(empty_store: Store) -> None:
    own(empty_store, "大户")
    with pytest.raises(RuleBroken) as told:
        own(empty_store, " 大户 ")
    assert (told.value.code, told.value.field) == ("name_taken", "name")
    assert [one.scheme.name for one in listed(empty_store) if not one.built_in] == ["大户"]


def test_the_leading_scheme_gives_the_tiers_and_those_in_use_stay(empty_store: Store) -> None:
    one = buyer(empty_store, "甲厂")
    with empty_store.write(Doing("customer.tier", {"name": "甲厂"})) as session:
        set_value_tier(session, [one], "D")
    with empty_store.write(Doing("scheme.main", {"name": "会员"})) as session:
        lead(session, "membership")
    with empty_store.read() as session:
        assert main_key(session) == "membership"
        assert [tier.code for tier in tiers(session)] == ["VIP", "gold", "silver", "bronze", "plain", "D"]
    found = listed(empty_store)
    assert found[0].key == "membership"
    assert found[0].every is RoundEvery.QUARTERLY, "the leading scheme falls due"
    undo_last(empty_store)
    assert listed(empty_store)[0].key == MAIN
    with empty_store.read() as session:
        assert [tier.code for tier in tiers(session)] == ["A", "B", "C", "D"]


def test_a_change_of_the_leading_scheme_is_one_of_the_tiers(empty_store: Store) -> None:
    leading = named(empty_store, MAIN)
    renamed = replace(leading.scheme, classes=(TierClass("甲", "顶级", D("0.5")), *leading.scheme.classes[1:]))
    saved(empty_store, replace(leading, scheme=renamed))
    with empty_store.read() as session:
        assert next((tier.code, tier.name) for tier in tiers(session)) == ("甲", "顶级")


def test_only_an_unused_scheme_that_does_not_lead_is_removed(empty_store: Store) -> None:
    buyer(empty_store, "甲厂", 500)
    spare, used = own(empty_store, "闲置"), own(empty_store, "用过")
    publish(empty_store, propose(empty_store, used.key, TODAY, Progress()), Progress())
    with empty_store.write(Doing("scheme.delete", {"name": "闲置"})) as session:
        remove_scheme(session, spare.key)
    assert spare.key not in [one.key for one in listed(empty_store)]
    undo_last(empty_store)
    assert named(empty_store, spare.key) == spare
    for key, code in ((used.key, "scheme_used"), (MAIN, "scheme_leads"), ("no", "no_such_scheme")):
        with pytest.raises(RuleBroken) as told, empty_store.write(EDIT) as session:
            remove_scheme(session, key)
        assert told.value.code == code


def test_a_built_in_scheme_goes_back_to_its_original(empty_store: Store) -> None:
    found = named(empty_store, "score")
    saved(empty_store, replace(found, scheme=replace(found.scheme, name="我的评分", note="改过")))
    with empty_store.write(EDIT) as session:
        take_back(session, "score")
    assert named(empty_store, "score") == found
    undo_last(empty_store)
    assert named(empty_store, "score").scheme.name == "我的评分"


def test_a_built_in_scheme_that_leads_or_was_used_goes_back_by_a_new_version(empty_store: Store) -> None:
    buyer(empty_store, "甲厂", 500)
    leading = named(empty_store, MAIN)
    cut = (replace(leading.scheme.classes[0], least=D("0.6")), *leading.scheme.classes[1:])
    changed = saved(empty_store, replace(leading, scheme=replace(leading.scheme, classes=cut)))
    publish(empty_store, propose(empty_store, MAIN, TODAY, Progress()), Progress())
    with empty_store.write(EDIT) as session:
        back = take_back(session, MAIN)
    assert back.number == changed.number + 1
    assert named(empty_store, MAIN).scheme == BY_KEY[MAIN]
    with empty_store.read() as session:
        last = last_round(session, MAIN)
    assert last is not None
    assert last.number == changed.number, "the round keeps what it was made by"


def test_own_schemes_have_no_original(empty_store: Store) -> None:
    made = own(empty_store)
    with pytest.raises(RuleBroken), empty_store.write(EDIT) as session:
        take_back(session, made.key)


def test_a_removed_field_is_told_and_never_rated_by(empty_store: Store) -> None:
    with empty_store.write(Doing("custom.create", {"title": "评级"})) as session:
        field = save_field(session, CustomFieldRow(kind=CustomKind.NUMBER, title="评级"))
    with empty_store.read() as session:
        assert metrics_of(session)[f"custom.{field}"].title == "评级"
    steps = BY_KEY["score"].criteria[0].steps
    asking = replace(BY_KEY["score"], criteria=(Criterion(f"custom.{field}", 0, D(100), steps),))
    made = saved(empty_store, replace(own(empty_store), scheme=replace(asking, key="own-1", name="自己的")))
    with empty_store.write(Doing("custom.delete", {"title": "评级", "count": 0})) as session:
        remove_field(session, field)
    for run in (
        lambda: propose(empty_store, made.key, TODAY, Progress()),
        lambda: try_out(empty_store, [made.scheme], TODAY, Progress()),
    ):
        with pytest.raises(RuleBroken) as told:
            run()
        assert (told.value.code, told.value.field) == ("metric_gone", "metric.0")


def test_a_scheme_is_tried_before_it_is_saved_beside_the_saved_one(empty_store: Store) -> None:
    for at in range(1, 5):
        buyer(empty_store, f"客{at}", 100 * at)
    found = named(empty_store, MAIN).scheme
    half = (replace(found.classes[0], least=D("0.4")), *found.classes[1:])
    wide: Scheme = replace(found, classes=half, criteria=(replace(found.criteria[0], window=5),))
    tried, kept = try_out(empty_store, [wide, found], TODAY, Progress())
    assert tried.counts() == {"A": 0, "B": 0, "C": 0, "-": 4}, "nobody bought in five days"
    assert kept.counts() == propose(empty_store, MAIN, TODAY, Progress()).counts()
    assert sum(kept.sums().values()) == D(1000)
    assert sum(tried.sums().values()) == 0, "sums are those of its own window"
    assert all(one.number == 0 for one in listed(empty_store)), "nothing was written"
