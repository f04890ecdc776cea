"""The fields an office added, on the printed card: filled, empty, and to be filled in by hand."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from datetime import date
from decimal import Decimal
from pathlib import Path

import pypdfium2
import pytest

from db.models import Customer
from db.queries.custom import CustomFieldRow, Named
from db.store import Doing, Store, create_file, open_store
from db.vocabulary import CardPart, CustomerKind, CustomKind
from desktop.paths import resources
from desktop.progress import Progress
from desktop.rules.key_days import KeyDay
from desktop.services.custom import save_field
from desktop.services.custom_answers import day_answer, set_answers
from desktop.services.sheets import customer_sheets
from desktop.words import Catalogue

TODAY = date(2026, 11, 22)
WORDS = Catalogue.load("zh_CN", resources() / "i18n")
K, P = CustomKind, CardPart
FIELDS = (
    CustomFieldRow(kind=K.TEXT, title="供应商代号 <b>&", part=P.BASIC),
    CustomFieldRow(kind=K.CHOICES, title="关心的产品线", part=P.BASIC, options=("车床", "磨床", "R&D")),
    CustomFieldRow(kind=K.KEY_DATE, title="店庆", part=P.TRAITS),
    CustomFieldRow(kind=K.PERSON, title="技术对接人", part=P.TRAITS),
    CustomFieldRow(kind=K.MONEY, title="年度预算", part=P.BUSINESS),
    CustomFieldRow(kind=K.YES_NO, title="自营出口", part=P.DEALINGS),
    CustomFieldRow(kind=K.TEXT, title="只给个人", part=P.BASIC, only=CustomerKind.PERSON),
)


@pytest.fixture
def shots() -> Path:
    folder = Path(__file__).resolve().parent.parent / "shots"
    folder.mkdir(exist_ok=True)
    return folder


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    create_file(tmp_path / "卡.kezha")
    with closing(open_store(tmp_path / "卡.kezha", version="0", backups=tmp_path)) as opened:
        yield opened


def pages(data: bytes) -> list[str]:
    with closing(pypdfium2.PdfDocument(data)) as document:
        return [page.get_textpage().get_text_range() for page in document]


def test_each_part_ends_with_the_fields_of_the_office(store: Store, shots: Path) -> None:
    with store.write(Doing("custom.define")) as session:
        ids = [save_field(session, one) for one in FIELDS]
        customer = Customer(number="K0001", name="恒远机械厂", problems="交期长", source=None)
        session.add(customer)
        session.flush()
        given = ("S-1", ("车床", "R&D"), day_answer(KeyDay(5, 1)), Named(None, "周工"), Decimal("1250000.00"), True)
        set_answers(session, customer.id, dict(zip(ids, given, strict=False)))
    for blanks in (False, True):
        made = customer_sheets(store, [customer.id], WORDS, today=TODAY, blanks=blanks, progress=Progress())
        (shots / f"custom_paper_{'boxes' if blanks else 'filled'}.pdf").write_bytes(made.data)
        text = "".join(pages(made.data)).replace("\r", "").replace("\n", "")
        for told in ("供应商代号 <b>&", "S-1", "车床、R&D", "05-01", "周工", "￥1,250,000.00", "自营出口 是"):
            assert told in text
        assert "只给个人" not in text
        places = [text.index(one) for one in ("S-1", "05-01", "￥1,250,000.00", "自营出口")]
        assert places == sorted(places)


def test_an_empty_form_has_choices_to_tick(store: Store, shots: Path) -> None:
    with store.write(Doing("custom.define")) as session:
        for one in FIELDS:
            save_field(session, one)
        customer = Customer(number="K0001", name="恒远机械厂")
        session.add(customer)
    made = customer_sheets(store, [customer.id], WORDS, today=TODAY, blanks=True, progress=Progress())
    (shots / "custom_paper_to_fill.pdf").write_bytes(made.data)
    text = "".join(pages(made.data))
    assert "□ 车床" in text
    assert "□ R&D" in text


def test_two_hundred_fields_are_printed_whole(store: Store) -> None:
    with store.write(Doing("custom.define")) as session:
        ids = [save_field(session, CustomFieldRow(title=f"字段{number:03}")) for number in range(200)]
        customer = Customer(number="K0001", name="恒远机械厂")
        session.add(customer)
        session.flush()
        set_answers(session, customer.id, {key: f"值{key}" for key in ids})
    made = customer_sheets(store, [customer.id], WORDS, today=TODAY, blanks=False, progress=Progress())
    text = "".join(pages(made.data)).replace("\r", "").replace("\n", "")
    assert all(f"字段{number:03}" in text for number in range(200))
