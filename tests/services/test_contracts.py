"""合同: what cannot be is refused at its field; the one that follows lasts as long."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from db.queries.contracts import ContractRow, contracts
from db.store import Store
from desktop.rules.errors import RuleBroken
from desktop.services.contracts import close_contract, following, reopen_contract, save_contract
from tests.services.calendar_office import TODAY, act, open_office, people


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with closing(open_office(tmp_path)) as opened:
        yield opened


@pytest.mark.parametrize(
    ("draft", "code", "field"),
    [
        (ContractRow(title=" "), "contract_untitled", "title"),
        (ContractRow(title="甲", starts_on=TODAY, ends_on=TODAY - timedelta(days=1)), "until_before_start", "ends_on"),
        (ContractRow(title="甲", signed_on=TODAY + timedelta(days=1)), "in_the_future", "signed_on"),
        (ContractRow(title="甲", signed_on=TODAY, ends_on=date(2026, 1, 1)), "signed_after_end", "signed_on"),
        (ContractRow(title="甲", starts_on=TODAY, closed_on=date(2026, 1, 1)), "closed_before_start", "closed_on"),
        (ContractRow(title="甲", amount=Decimal("-1")), "below_zero", "amount"),
        (ContractRow(title="甲" * 201), "too_long", "title"),
    ],
)
def test_a_contract_that_cannot_be_is_refused_at_its_field(
    store: Store, draft: ContractRow, code: str, field: str
) -> None:
    _, _, customer = people(store)
    with pytest.raises(RuleBroken) as broken:
        act(store, lambda s: save_contract(s, customer, draft, TODAY))
    assert (broken.value.code, broken.value.field) == (code, field)


def test_a_following_contract_lasts_as_long_in_months_or_in_days() -> None:
    def period(first: date, last: date) -> tuple[date | None, date | None]:
        new = following(ContractRow(title="甲", starts_on=first, ends_on=last))
        return new.starts_on, new.ends_on

    assert period(date(2027, 3, 1), date(2028, 2, 29)) == (date(2028, 3, 1), date(2029, 2, 28))
    assert period(date(2026, 11, 30), date(2026, 12, 9)) == (date(2026, 12, 10), date(2026, 12, 19))
    assert following(ContractRow(title="甲", ends_on=date.max)).starts_on is None


def test_a_contract_is_closed_and_opened_again(store: Store) -> None:
    _, _, customer = people(store)
    kept = act(store, lambda s: save_contract(s, customer, ContractRow(title="甲", ends_on=TODAY), TODAY))
    act(store, lambda s: close_contract(s, kept, TODAY, TODAY))
    with store.read() as session:
        assert contracts(session, customer)[0].closed_on == TODAY
    act(store, lambda s: reopen_contract(s, kept, TODAY))
    with store.read() as session:
        assert contracts(session, customer)[0].closed_on is None
    with pytest.raises(RuleBroken, match="gone"):
        act(store, lambda s: close_contract(s, 1, TODAY, TODAY))
