"""Customer cards as PDF: from the rows of a real file to text on pages."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pypdfium2
import pytest

from db.models import Contact, Customer, FollowUp, Order, Reach, Rep
from db.store import Doing, Store, create_file, open_store
from db.vocabulary import FollowUpKind, FollowUpState, OrderKind, ReachKind
from desktop.paths import resources
from desktop.progress import Cancelled, Progress
from desktop.rules.errors import RuleBroken
from desktop.services.sheets import customer_sheets, ids_by_number, record
from desktop.words import Catalogue

TODAY = date(2026, 11, 22)
WORDS = Catalogue.load("zh_CN", resources() / "i18n")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A file with two customers, one of them rich and with rare characters."""
    create_file(tmp_path / "卡.kezha")
    opened = open_store(tmp_path / "卡.kezha", version="0", backups=tmp_path)
    with opened.write(Doing("customer.create", {"name": "样本"})) as session:
        rep = Rep(name="林晓")
        rich = Customer(number="K0001", name="䶮㛃贸易有限公司", owner_id=rep.id, problems="旺季要货急 <b>&")
        session.add_all([rep, rich, Customer(name="无编号的店"), Customer(name="同名"), Customer(name="同名")])
        person = Contact(customer_id=rich.id, name="𬭎𫖯", title="总经理")
        session.add_all(
            [person, Reach(customer_id=rich.id, contact_id=person.id, kind=ReachKind.MOBILE, value="13800138000")]
        )
        for days, amount, kind in (
            (400, "100", OrderKind.PURCHASE),
            (30, "250.5", OrderKind.PURCHASE),
            (5, "-50", OrderKind.RETURN),
        ):
            day = TODAY - timedelta(days=days)
            session.add(Order(customer_id=rich.id, ordered_on=day, amount=Decimal(amount), kind=kind))
        step = {"kind": FollowUpKind.VISIT, "state": FollowUpState.PLANNED, "planned_on": TODAY, "purpose": "送样"}
        session.add(FollowUp(customer_id=rich.id, rep_id=rep.id, **step))
    yield opened
    opened.close()


def printed(store: Store, ids: list[int], *, blanks: bool = False) -> tuple[str, int]:
    made = customer_sheets(store, ids, WORDS, today=TODAY, blanks=blanks, progress=Progress())
    document = pypdfium2.PdfDocument(made.data)
    try:
        assert made.pages == len(document)
        return "".join(page.get_textpage().get_text_range() for page in document), made.pages
    finally:
        document.close()


def ids(store: Store, *numbers: str) -> list[int]:
    with store.read() as session:
        return ids_by_number(session, numbers)


def test_what_the_file_knows_stands_on_the_sheet(store: Store) -> None:
    text, pages = printed(store, ids(store, "K0001"))
    assert pages == 1
    for part in ("䶮㛃贸易有限公司", "K0001", "𬭎𫖯", "138 0013 8000", "林晓", "旺季要货急 <b>&", "送样"):
        assert part in text
    assert "350.50" in text  # purchases, without the return
    assert "250.50" in text  # of twelve months


def test_boxes_to_fill_in_only_when_asked(store: Store) -> None:
    plain, _ = printed(store, ids(store, "K0001"))
    boxed, _ = printed(store, ids(store, "K0001"), blanks=True)
    assert "□" in boxed
    assert "□" not in plain


def test_customers_are_named_by_number_or_by_whole_name(store: Store) -> None:
    assert len(ids(store, "K0001", "无编号的店")) == 2
    for unknown in ("K9", "同名", "店"):
        with pytest.raises(RuleBroken) as refused:
            ids(store, unknown)
        assert refused.value.code == "no_such_customer"


def test_who_is_gone_is_left_out_and_nobody_is_refused(store: Store) -> None:
    with store.read() as session:
        assert record(session, 1, TODAY) is None
    with pytest.raises(RuleBroken):
        printed(store, [1])
    assert printed(store, [1, *ids(store, "K0001")])[1] == 1


def test_a_cancelled_print_ends_at_once(store: Store) -> None:
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        customer_sheets(store, ids(store, "K0001"), WORDS, today=TODAY, blanks=False, progress=progress)


def test_the_leap_day_has_a_year_behind_it(store: Store) -> None:
    with store.read() as session:
        found = record(session, ids(store, "K0001")[0], date(2028, 2, 29))
    assert found is not None
