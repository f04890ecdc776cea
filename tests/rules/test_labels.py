"""Every stored word and every field has a name to show."""

from __future__ import annotations

import inspect
from enum import StrEnum

import pytest

from db import vocabulary
from desktop.rules.labels import TITLES, title, word

ENUMS = [e for _, e in inspect.getmembers(vocabulary, inspect.isclass) if issubclass(e, StrEnum) and e is not StrEnum]


@pytest.mark.parametrize("kind", ENUMS, ids=lambda kind: kind.__name__)
def test_every_stored_word_reads_as_something(kind: type[StrEnum]) -> None:
    words = [word(member) for member in kind]
    assert all(words)
    assert len(set(words)) == len(words), "two members of one list must not read alike"


def test_equal_values_of_two_lists_keep_their_own_words() -> None:
    assert word(vocabulary.PaymentMethod.WECHAT) == "WeChat Pay"
    assert word(vocabulary.FollowUpKind.WECHAT) == "WeChat"


def test_fields_are_found_by_record_and_name() -> None:
    assert title("customer.credit_code") == "Unified credit code"
    assert title("contact.title") == "Job title"
    with pytest.raises(KeyError):
        title("customer.shoe_size")


def test_no_title_is_empty() -> None:
    assert all(text.strip() for fields in TITLES.values() for text in fields.values())
