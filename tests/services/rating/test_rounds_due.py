"""When the next round of a scheme falls due."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from db.store import Doing, Store
from db.vocabulary import RoundEvery
from desktop.rules.rating.builtin import MAIN
from desktop.services.rating.publishing import next_day, rounds_due
from desktop.services.rating.schemes import save_scheme, scheme_named
from desktop.services.undoing import undo
from tests.services.rating.small_office import DAY, action_id, fill, published, round_row


@pytest.mark.parametrize(
    ("as_of", "every", "due"),
    [
        (date(2026, 1, 31), RoundEvery.MONTHLY, date(2026, 2, 28)),
        (date(2028, 1, 31), RoundEvery.MONTHLY, date(2028, 2, 29)),
        (date(2026, 12, 31), RoundEvery.MONTHLY, date(2027, 1, 31)),
        (date(2026, 11, 30), RoundEvery.QUARTERLY, date(2027, 2, 28)),
        (date(2026, 9, 30), RoundEvery.QUARTERLY, date(2026, 12, 30)),
        (date(2028, 2, 29), RoundEvery.YEARLY, date(2029, 2, 28)),
        (date(2026, 6, 15), RoundEvery.YEARLY, date(2027, 6, 15)),
        (date(2026, 6, 15), RoundEvery.NEVER, None),
    ],
)
def test_the_next_round_is_due(empty_store: Store, as_of: date, every: RoundEvery, due: date | None) -> None:
    fill(empty_store)
    row = round_row(empty_store, published(empty_store, as_of))
    assert next_day(row, every) == due
    assert next_day(None, every) == (None if every is RoundEvery.NEVER else date.min)


def test_due_are_schemes_that_ask_for_rounds(empty_store: Store) -> None:
    fill(empty_store)

    def due(on: date) -> list[tuple[str, date | None]]:
        with empty_store.read() as session:
            return [(one.key, day) for one, day in rounds_due(session, on)]

    assert due(DAY) == [(MAIN, None)], "the leading one every quarter, before anybody said so"
    with empty_store.write(Doing("scheme.edit")) as session:
        save_scheme(session, replace(scheme_named(session, "score"), every=RoundEvery.MONTHLY))
    assert due(DAY) == [(MAIN, None), ("score", None)]
    for key in (MAIN, "score"):
        published(empty_store, DAY, key=key)
    assert due(DAY) == due(date(2026, 10, 29)) == []
    assert due(date(2026, 10, 30)) == [("score", DAY)]
    assert due(date(2026, 12, 30)) == [(MAIN, DAY), ("score", DAY)]
    with empty_store.write(Doing("scheme.edit")) as session:
        save_scheme(session, replace(scheme_named(session, "score"), active=False))
    assert due(date(2026, 12, 30)) == [(MAIN, DAY)], "one that was put aside asks for none"
    undone = action_id(empty_store)
    undo(empty_store, undone)
    assert due(date(2026, 12, 30)) == [(MAIN, DAY), ("score", DAY)]
