"""What a card should not be without."""

from __future__ import annotations

import pytest

from db.vocabulary import CustomerKind
from desktop.rules.essentials import ESSENTIALS, missing_essentials
from desktop.rules.labels import TITLES

LISTS = {"reaches", "contacts"}


def test_an_empty_card_misses_everything() -> None:
    for kind in CustomerKind:
        assert missing_essentials(kind, {}) == ESSENTIALS[kind]


def test_no_is_an_answer_and_unknown_is_none() -> None:
    known: dict[str, object] = dict.fromkeys(ESSENTIALS[CustomerKind.COMPANY], "x")
    assert missing_essentials(CustomerKind.COMPANY, {**known, "has_money": False}) == ()
    assert missing_essentials(CustomerKind.COMPANY, {**known, "has_money": None, "reaches": ()}) == (
        "reaches",
        "has_money",
    )


@pytest.mark.parametrize("kind", CustomerKind)
def test_each_has_a_name_to_show(kind: CustomerKind) -> None:
    assert all(key in TITLES["customer"] for key in ESSENTIALS[kind] if key not in LISTS)
