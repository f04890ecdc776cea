"""When a customer is expected to buy, and why one was lost, as sheets tell it."""

from __future__ import annotations

from pathlib import Path

from db.store import Store
from tests.services.exchange_files import bring, lines, one_customer, outcomes, written


def test_the_expected_day_and_the_reason_of_a_loss_come_along(empty_store: Store, tmp_path: Path) -> None:
    table = lines("客户名称 客户阶段 流失原因 预计成交日期", "永昌商贸 流失 改用竞品 -", "大通商贸 意向 - 2027-02-15")
    assert outcomes(bring(empty_store, written(tmp_path / "客户.xlsx", table))) == ["created"] * 2
    lost, near = one_customer(empty_store, "永昌商贸"), one_customer(empty_store, "大通商贸")
    assert (lost["stage"], lost["lost_reason"], lost["expects_on"]) == ("lost", "改用竞品", None)
    assert str(near["expects_on"]) == "2027-02-15"
