"""Custom fields filled from a sheet: known by their title, checked by their kind, kept unique, taken back whole."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from db.models import Customer
from db.queries.custom import Answer, CustomFieldRow, Named, custom_values
from db.store import Doing, Store
from db.vocabulary import CalendarKind, CustomKind
from desktop.progress import Progress
from desktop.rules.errors import RuleBroken
from desktop.rules.imports.fields import ImportKind
from desktop.rules.imports.profile import Profile, read_profile, write_profile
from desktop.services.custom import save_field
from desktop.services.custom_answers import set_answers
from desktop.services.exchange import steps
from desktop.services.undoing import undo
from tests.db.dumps import dump
from tests.services.exchange_files import bring, one_customer, outcomes, put, remarked, written

K = CustomKind
FIELDS = (
    CustomFieldRow(kind=K.TEXT, title="供应商代号", is_unique=True),
    CustomFieldRow(kind=K.CHOICES, title="产品线", options=("车床", "磨床", "R&D 定制")),
    CustomFieldRow(kind=K.MONEY, title="预算（元）"),
    CustomFieldRow(kind=K.KEY_DATE, title="店庆"),
    CustomFieldRow(kind=K.PERSON, title="技术对接人"),
    CustomFieldRow(kind=K.YES_NO, title="自营出口?"),
    CustomFieldRow(kind=K.DATE, title="备注"),
)
HEAD = ("客户名称", "供应商代号", "产品线", "预算（元）", "店庆", "技术对接人", "自营出口?", "备注")


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    return tmp_path / "客户.xlsx"


@pytest.fixture
def ids(empty_store: Store) -> dict[str, int]:
    with empty_store.write(Doing("custom.define")) as session:
        return {one.title: save_field(session, one) for one in FIELDS}


def told(store: Store, name: str, ids: dict[str, int]) -> dict[str, Answer]:
    titles = {key: title for title, key in ids.items()}
    with store.read() as session:
        found = custom_values(session, one_customer(store, name)["id"])
    return {titles[key]: value for key, value in found.items()}


def test_columns_are_known_by_the_titles(empty_store: Store, sheet: Path, ids: dict[str, int]) -> None:
    before = dump(empty_store)
    row = ("永昌商贸有限公司", "S-1", "磨床、车床", "1.2万", "农历八月十五", "王工", "是", "2027-3-1")
    report = bring(empty_store, written(sheet, [HEAD, row]), kind=ImportKind.CUSTOMERS)
    assert outcomes(report) == ["created"]
    found = told(empty_store, "永昌商贸有限公司", ids)
    day = found.pop("店庆")
    assert (day.month, day.day, day.calendar, day.label) == (8, 15, CalendarKind.LUNAR, "店庆")  # type: ignore[union-attr]
    assert str(found.pop("备注")) == "2027-03-01"
    assert found == {
        "供应商代号": "S-1",
        "产品线": ("车床", "磨床"),
        "预算（元）": Decimal(12000),
        "技术对接人": Named(None, "王工"),
        "自营出口?": True,
    }
    assert outcomes(bring(empty_store, sheet, kind=ImportKind.CUSTOMERS)) == ["skipped nothing_new"]
    assert report.action_id is not None
    undo(empty_store, report.action_id)
    assert dump(empty_store) == before


def test_a_known_card_keeps_or_learns(empty_store: Store, sheet: Path, ids: dict[str, int]) -> None:
    put(empty_store, [Customer(name="永昌商贸有限公司"), Customer(name="恒远机械厂", number="K7")])
    with empty_store.write(Doing("customer.edit")) as session:
        for name in ("永昌商贸有限公司", "恒远机械厂"):
            set_answers(session, one_customer(empty_store, name)["id"], {ids["预算（元）"]: Decimal(5)})
    before = dump(empty_store)
    table = [
        ("客户编号", "客户名称", "预算（元）", "产品线"),
        (None, "永昌商贸有限公司", 8, "车床"),
        ("K7", "恒远机械厂", 9, "磨床"),
    ]
    report = bring(empty_store, written(sheet, table))
    assert outcomes(report) == ["updated", "updated"]
    assert remarked(report) == [(2, "kept", "预算（元）")]
    assert told(empty_store, "永昌商贸有限公司", ids) == {"预算（元）": Decimal(5), "产品线": ("车床",)}
    assert told(empty_store, "恒远机械厂", ids) == {"预算（元）": Decimal(9), "产品线": ("磨床",)}
    assert report.action_id is not None
    undo(empty_store, report.action_id)
    assert dump(empty_store) == before


def test_an_answer_that_is_taken_refuses_its_row(empty_store: Store, sheet: Path, ids: dict[str, int]) -> None:
    put(empty_store, [Customer(name="恒远机械厂")])
    with empty_store.write(Doing("customer.edit")) as session:
        set_answers(session, one_customer(empty_store, "恒远机械厂")["id"], {ids["供应商代号"]: "S-1"})
    table = [
        ("客户名称", "供应商代号"),
        ("永昌商贸有限公司", "S-1"),
        ("新创包装厂", "S-2"),
        ("大明五金厂", "S-2"),
        ("恒远机械厂", "S-1"),
    ]
    report = bring(empty_store, written(sheet, table))
    assert outcomes(report) == ["refused not_unique", "created", "refused not_unique", "skipped nothing_new"]
    assert [report.results.reasons[at].facts["name"] for at in (0, 2)] == ["恒远机械厂", "新创包装厂"]


def test_what_cannot_be_read_is_remarked_and_kept_in_the_note(
    empty_store: Store, sheet: Path, ids: dict[str, int]
) -> None:
    table = [("客户名称", "预算（元）", "产品线"), ("永昌商贸有限公司", "很多", "车床、飞机")]
    report = bring(empty_store, written(sheet, table))
    assert outcomes(report) == ["created"]
    assert remarked(report) == [(2, "bad_money", "预算（元）"), (2, "unknown_choice", "产品线")]
    assert told(empty_store, "永昌商贸有限公司", ids) == {}
    assert one_customer(empty_store, "永昌商贸有限公司")["note"] == "预算（元）：很多\n产品线：车床、飞机"


def test_a_mapping_file_names_them_whatever_they_are_called(
    empty_store: Store, sheet: Path, ids: dict[str, int]
) -> None:
    profile = Profile(
        kind=ImportKind.CUSTOMERS,
        columns={"customer.name": ("A",), "custom.预算（元）": ("B",), "custom.自营出口?": (3,)},
    )
    text = write_profile(profile)
    assert read_profile(text) == profile
    table = [("A", "B", "C"), ("永昌商贸有限公司", "￥7.50", "否")]
    assert outcomes(bring(empty_store, written(sheet, table), profile=text)) == ["created"]
    assert told(empty_store, "永昌商贸有限公司", ids) == {"预算（元）": Decimal("7.50"), "自营出口?": False}


def test_a_field_this_office_does_not_have_is_said(empty_store: Store, sheet: Path) -> None:
    written(sheet, [("A", "B"), ("永昌", "1")])
    text = write_profile(Profile(columns={"customer.name": ("A",), "custom.没有": ("B",)}))
    with pytest.raises(RuleBroken, match="profile_unknown_field"):
        steps.propose(steps.read(sheet, Progress()), read_profile(text), custom=steps.fields_of_office(empty_store))
    with pytest.raises(RuleBroken, match="profile_field_not_of_kind"):
        read_profile('as = "orders"\n[columns]\n"custom.没有" = "B"\n')
