"""How values read: money, dates, words, and what stands in a blank field."""

from __future__ import annotations

from datetime import date, datetime, time
from decimal import Decimal

import pytest

from db.vocabulary import CalendarKind, CustomerKind, FollowUpState, ReachKind, Stage
from desktop.documents.records import arranged, look_up, next_step
from desktop.documents.values import CHOICES, FORMATS, Format, beside, listed, text_of, to_fill
from desktop.paths import resources
from desktop.rules.key_days import KeyDay
from desktop.rules.labels import TITLES
from desktop.words import Catalogue

ENGLISH = Catalogue("en", {})
CHINESE = Catalogue.load("zh_CN", resources() / "i18n")


@pytest.mark.parametrize(
    ("value", "kind", "chinese", "english"),
    [
        (None, Format.AUTO, "", ""),
        ("", Format.AUTO, "", ""),
        (Decimal("1234.5"), Format.MONEY, "￥1,234.50", "￥1,234.50"),
        (Decimal("-8640"), Format.MONEY, "-￥8,640.00", "-￥8,640.00"),
        (0, Format.MONEY, "￥0.00", "￥0.00"),
        (Decimal("3.1250"), Format.MONEY, "￥3.125", "￥3.125"),
        (date(2026, 11, 22), Format.AUTO, "2026-11-22", "2026-11-22"),
        (datetime(2026, 11, 22, 9, 5), Format.AUTO, "2026-11-22 09:05", "2026-11-22 09:05"),
        (time(9, 30), Format.AUTO, "09:30", "09:30"),
        (True, Format.AUTO, "是", "Yes"),
        (False, Format.YES_NO, "否", "No"),
        (Stage.WON, Format.AUTO, "成交", "Won"),
        (2026, Format.AUTO, "2026", "2026"),
        (12345, Format.AUTO, "12,345", "12,345"),
        (-12345, Format.AUTO, "-12,345", "-12,345"),
        (Decimal("12345.6700"), Format.AUTO, "12,345.67", "12,345.67"),
        (Decimal("100"), Format.AUTO, "100", "100"),
        (Decimal("NaN"), Format.AUTO, "NaN", "NaN"),
        (45, Format.DAYS, "45 天", "45 days"),
        (52, Format.AGE, "52 岁", "52 years old"),
        (12000, Format.PEOPLE, "12,000 人", "12,000 people"),
        (92, Format.PERCENT, "92%", "92%"),
        (4, Format.SCORE, "4 / 5", "4 / 5"),
        ("13800138000", Format.PHONE, "138 0013 8000", "138 0013 8000"),
        (["甲", "", "乙"], Format.AUTO, "甲、乙", "甲, 乙"),
        (KeyDay(8, 15, 1974, CalendarKind.LUNAR), Format.AUTO, "农历1974年八月十五", "1974 lunar 8/15"),
        (KeyDay(4, 3, None, CalendarKind.LUNAR, leap=True), Format.AUTO, "农历闰四月初三", "leap lunar 4/3"),
        (KeyDay(3, 8), Format.AUTO, "03-08", "03-08"),
        (KeyDay(3, 8, 1990), Format.AUTO, "1990-03-08", "1990-03-08"),
    ],
)
def test_values_read_as_people_write_them(value: object, kind: Format, chinese: str, english: str) -> None:
    assert text_of(value, CHINESE, kind) == chinese
    assert text_of(value, ENGLISH, kind) == english


def test_parts_of_an_address_run_together_but_latin_words_do_not() -> None:
    assert beside(["浙江省", "", "临江市", "学院路 188 号"]) == "浙江省临江市学院路 188 号"
    assert beside(["12 Mill Lane", "Leeds"]) == "12 Mill Lane Leeds"
    assert listed(["a", "b"], ENGLISH) == "a, b"


def test_a_form_offers_what_can_be_ticked() -> None:
    assert to_fill("customer.gender", CHINESE) == ("□ 男", "□ 女")
    assert to_fill("customer.has_need", ENGLISH) == ("□ Yes", "□ No")
    assert len(to_fill("customer.potential", ENGLISH)) == 5
    assert "年" in to_fill("customer.founded_on", CHINESE)[0]
    assert to_fill("customer.name", CHINESE) == ()


@pytest.mark.parametrize("path", [*FORMATS, *CHOICES])
def test_formats_are_of_fields_that_exist(path: str) -> None:
    record, _, field = path.partition(".")
    assert field in TITLES["follow_up" if record == "next_step" else record]


def test_reaches_and_days_stand_where_paper_looks_for_them() -> None:
    record = {
        "customer": {"kind": CustomerKind.COMPANY},
        "contacts": [{"id": 7, "name": "陈芸"}, {"name": "无号"}],
        "reaches": [
            {"kind": ReachKind.PHONE, "value": "0570-88001234", "extension": "801", "label": "总机"},
            {"kind": ReachKind.MOBILE, "value": "13800138000"},
            {"kind": ReachKind.MOBILE, "value": "13900139001", "contact_id": 7},
            {"kind": ReachKind.EMAIL, "value": ""},
        ],
        "key_dates": [{"kind": "birthday", "month": 3, "day": 8, "contact_id": 7}, {"kind": "birthday", "month": 2}],
    }
    found = arranged(record, CHINESE)
    assert look_up(found, "reach.phone") == "0570-88001234-801 (总机)"
    assert look_up(found, "reach.call") == "138 0013 8000、0570-88001234-801 (总机)"
    assert look_up(found, "reach.email") is None
    contacts = found["contacts"]
    assert isinstance(contacts, list)
    assert contacts[0]["mobile"] == "139 0013 9001"
    assert contacts[0]["birthday"] == KeyDay(3, 8)
    assert "reach" not in record, "the record given stays as it is"


def test_the_next_step_is_the_earliest_open_one() -> None:
    follow_ups = [
        {"state": FollowUpState.PLANNED, "planned_on": date(2026, 12, 1)},
        {"state": FollowUpState.PLANNED, "planned_on": date(2026, 11, 25), "planned_time": time(9)},
        {"state": FollowUpState.PLANNED, "planned_on": date(2026, 11, 25), "planned_time": time(8)},
        {"state": FollowUpState.DONE, "planned_on": date(2026, 11, 1)},
        {"state": FollowUpState.PLANNED, "planned_on": None},
    ]
    assert next_step({"follow_ups": follow_ups}) is follow_ups[2]
    assert next_step({}) == {}


def test_key_dates_and_relations_without_a_place_of_their_own_are_told_in_a_line() -> None:
    both = {"calendar": CalendarKind.BOTH, "year": 1984, "month": 11, "day": 26}
    record = {
        "customer": {"kind": CustomerKind.COMPANY},
        "contacts": [{"id": 7, "name": "陈芸"}],
        "key_dates": [
            {"kind": "founding", "year": 2003, "month": 5, "day": 1},
            {"kind": "birthday", "month": 3, "day": 8, "contact_id": 7},
            {"kind": "anniversary", "contact_id": 7, "calendar": CalendarKind.LUNAR, "month": 8, "day": 15},
            {"kind": "birthday", "label": "千金", "contact_id": 7, **both},
            {"kind": "other", "label": "盘点日", "month": 12, "day": 30},
        ],
        "relations": [
            {"contact": "陈芸", "way": "spouse_of", "other": "王老师"},
            {"contact": None, "way": "parent_of", "other": "昆山分厂"},
        ],
    }
    made = arranged(record, CHINESE)
    assert look_up(made, "key_date.others") == (
        "创立日 2003-05-01、陈芸 纪念日 农历八月十五、陈芸 千金 生日 1984-11-26（农历闰十月初四）、盘点日 12-30"
    )
    assert look_up(made, "relation.all") == "陈芸 与王老师是夫妻；是昆山分厂的母公司"
    assert look_up(arranged(record, ENGLISH), "relation.all") == (
        "陈芸 is married to 王老师; is the parent company of 昆山分厂"
    )
    assert look_up(arranged({}, CHINESE), "key_date.others") == ""
