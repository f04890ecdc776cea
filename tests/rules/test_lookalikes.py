from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from db.vocabulary import CustomerKind
from desktop.progress import Cancelled, Progress
from desktop.rules.likeness import Likeness, likeness
from desktop.rules.lookalikes import CROWD, Lookalikes, Pair
from tests.rules.planted import as_customers, planted, real_names


def pairs_of(*customers: Likeness) -> list[Pair]:
    return list(Lookalikes(list(enumerate(customers))).pairs(Progress()))


def test_every_pair_is_found_once_with_its_reasons() -> None:
    found = pairs_of(
        likeness("上海永昌贸易有限公司", phones=["13800138000"]),
        likeness("大通超市"),
        likeness("永昌（上海）貿易公司", phones=["138 0013 8000"]),
    )
    assert [(pair.one, pair.other, pair.strong) for pair in found] == [(0, 2, True)]
    assert [reason.code for reason in found[0].reasons] == ["same_phone", "same_name"]


def test_a_switchboard_proves_nothing() -> None:
    names = ("永昌贸易", "大通超市", "惠民药房", "神州高铁", "百福源店")
    few = pairs_of(*(likeness(name, phones=["13800138000"]) for name in names[:CROWD]))
    assert len(few) == 3
    assert pairs_of(*(likeness(name, phones=["13800138000"]) for name in names)) == []


def test_a_number_without_its_area_code_is_met() -> None:
    found = pairs_of(likeness("永昌贸易", phones=["0759-3601336"]), likeness("大通超市", phones=["3601336"]))
    assert [pair.reasons[0].code for pair in found] == ["same_phone_tail"]


def test_a_name_that_many_bear_says_nothing_but_another_reason_still_does() -> None:
    people = [likeness("张伟", kind=CustomerKind.PERSON) for _ in range(CROWD + 3)]
    assert pairs_of(*people) == []
    people += [likeness("张伟", kind=CustomerKind.PERSON, birthday="1980-03-05") for _ in range(2)]
    assert [(pair.one, pair.other, pair.strong) for pair in pairs_of(*people)] == [(6, 7, True)]


def test_persons_are_never_compared_by_parts_of_their_names() -> None:
    assert pairs_of(*(likeness(name, kind=CustomerKind.PERSON) for name in ("欧阳小明", "欧阳小朋", "阳小明"))) == []


def test_one_is_held_against_all() -> None:
    known = Lookalikes(
        [(7, likeness("神州高铁技术股份有限公司", former_names=["宝利来实业"])), (8, likeness("大通超市"))]
    )
    assert [(one, reasons[0].code) for one, reasons in known.like(likeness("宝利来实业有限公司"))] == [
        (7, "former_name")
    ]
    assert known.like(likeness("佰乐超市")) == []


def test_it_can_be_stopped() -> None:
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        list(Lookalikes([(1, likeness("永昌贸易"))]).pairs(progress))


def test_planted_writings_of_real_names_are_found(shared_data: Path) -> None:
    names = Random(3).sample(real_names(shared_data), 2500)
    known, truth = as_customers(names, planted(names, 1500, Random(3)))
    found = list(Lookalikes(known).pairs(Progress()))
    strong = [pair for pair in found if pair.strong]
    assert len(truth & {(pair.one, pair.other) for pair in found}) >= 0.95 * len(truth)
    assert sum((pair.one, pair.other) not in truth for pair in strong) <= 0.05 * len(strong)
