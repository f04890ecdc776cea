"""English counts: one of a thing is said without its ending."""

from __future__ import annotations

import pytest

from desktop.words import Catalogue

ENGLISH = Catalogue("en", {})


@pytest.mark.parametrize(
    ("source", "facts", "said"),
    [
        ("{days} days late", {"days": 1}, "1 day late"),
        ("{days} days late", {"days": 11}, "11 days late"),
        ("{count} entries", {"count": "1"}, "1 entry"),
        ("{part} of {whole} cards", {"part": 1, "whole": 4}, "1 of 4 cards"),
        ("put off {times} times in {days} days", {"times": 1, "days": 2}, "put off 1 time in 2 days"),
        ("{count} is left", {"count": 1}, "1 is left"),
    ],
)
def test_one_is_said_in_the_singular(source: str, facts: dict[str, object], said: str) -> None:
    assert ENGLISH.text(source, **facts) == said


def test_a_translation_is_taken_as_it_stands() -> None:
    catalogue = Catalogue("zh_CN", {"{days} days late": "逾期 {days} 天"})
    assert catalogue.text("{days} days late", days=1) == "逾期 1 天"
