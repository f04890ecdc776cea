"""The rating sheet as a file: what stands on it, on how many pages, and what a dense table makes of thousands."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from desktop.documents.pdf.lines import clean
from desktop.documents.pdf.render import render_pdf
from desktop.documents.rating_sheet import Shape, rating_document
from desktop.progress import Cancelled, Progress
from desktop.words import Catalogue
from tests.documents.paper_reading import CHINESE, ENGLISH, pages_of, run_together
from tests.documents.test_paper_cards import HOSTILE, declared_texts

GOLDEN = Path(__file__).resolve().parent.parent / "golden"
TODAY = date(2027, 1, 4)
SHAPE = Shape(
    (("A", "A 重点客户 · 2 位客户"), ("B", "B 重要客户 · 1 位客户"), ("C", "C 一般客户 · 0 位客户")),
    "累计采购",
    "得分",
    limits=True,
    telling=True,
)


def customer(number: str, name: str, code: str, **values: object) -> dict[str, object]:
    told = {"number": number, "name": name, "code": code, "class": code, "last": "B", "score": "81.5"}
    return {**told, "amount": Decimal("23456.70"), "strong": "累计采购 100、毛利 80", "weak": "转介绍 0", **values}


def record(**lists: object) -> dict[str, Any]:
    round_ = {
        "scheme": "客户价值评分卡", "version": "第 3 版", "as_of": date(2026, 12, 31), "day": "2026-12-31",
        "window": "365 天", "n": "3 位客户", "published": "2027-01-02 17:20", "who": "陆文彬", "last": "2026-09-30",
        "moves": "升级 1 位，降级 1 位，不变 1 位", "remarks": "", "note": "按季评定。",
    }  # fmt: skip
    classes = [
        {"class": "A 重点客户", "limit": "75 分起", "count": "2", "share": "66.7%", "change": "+1",
         "amount": Decimal(90000), "amount_share": "90.0%", "amount_change": "+￥8,000.00"},
        {"class": "合计（已评级）", "count": "3", "change": "0", "amount": Decimal(100000)},
    ]  # fmt: skip
    up = customer("K0001", "临江市青禾办公用品有限责任公司", "A")
    by_hand = {"computed": "C", "reason": "战略合作，明年扩产", "approver": "王总", "until": "2027-06-30"}
    return {
        "round": round_,
        "classes": classes,
        "up": [up],
        "down": [customer("K0003", "临江北站便民超市", "B", last="A")],
        "by_hand": [customer("K0003", "临江北站便民超市", "B", **by_hand)],
        "unrated": [customer("K0009", "周小雨", "", why="对产品态度")],
        "customers": [up, customer("K0002", "李宇轩", "A", last=""), customer("K0003", "临江北站便民超市", "B")],
        **lists,
    }


def sheet(filled: dict[str, Any], shape: Shape = SHAPE, words: Catalogue = CHINESE) -> bytes:
    office = {"name": "明禾纸业 · 临江销售办"}
    return render_pdf(rating_document(shape), [filled], words, printed_on=TODAY, office=office, progress=Progress())


@pytest.mark.parametrize("words", [CHINESE, ENGLISH], ids=["zh_CN", "en"])
@pytest.mark.parametrize(
    ("name", "shape"), [("published", SHAPE), ("proposal", replace(SHAPE, published=False, compared=False))]
)
def test_sheets_read_as_they_did(name: str, shape: Shape, words: Catalogue) -> None:
    """After a wanted change: KEZHA_WRITE_GOLDEN=1 pytest tests/documents, look at the difference, commit it."""
    found = pages_of(sheet(record(), shape, words))
    assert len(found) == 1
    lines = [" ".join(line.split()) for page in found for line in [*page.splitlines(), "--- end of page ---"]]
    text = "\n".join(lines) + "\n"
    golden = GOLDEN / f"rating_sheet.{name}.{words.language}.txt"
    if os.environ.get("KEZHA_WRITE_GOLDEN"):
        golden.write_text(text, "utf-8")
    assert text == golden.read_text("utf-8")


def test_thousands_of_customers_take_few_pages_each_with_head_and_number() -> None:
    many = [
        customer(f"{at:05}", f"客户{at}", "AB"[at % 2], strong="累计采购 100", weak="转介绍 0") for at in range(2_000)
    ]
    found = pages_of(sheet(record(customers=many)))
    assert len(found) <= 2_000 / 55
    for number, page in enumerate(found, 1):
        assert f"第 {number} 页，共 {len(found)} 页" in page
        assert "客户价值评分卡" in page
        assert "最弱两项" in page
    together = "".join(found)
    assert all(f"{at:05}" in together for at in (0, 1, 999, 1_000, 1_999))


def test_every_part_has_its_bookmark_and_the_file_its_name() -> None:
    document = pypdfium2.PdfDocument(sheet(record()))
    try:
        marks = [(one.level, one.get_title()) for one in document.get_toc()]
        title = document.get_metadata_dict()["Title"]
    finally:
        document.close()
    assert title == "客户评定表 客户价值评分卡 2026-12-31"
    assert marks[0] == (0, "客户价值评分卡 2026-12-31")
    assert [text for level, text in marks if level == 1] == [
        "评定概况", "等级汇总", "升级客户", "降级客户", "人工定级", "A 重点客户 · 2 位客户", "B 重要客户 · 1 位客户",
        "无法评定的客户",
    ]  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_is_only_text_wherever_it_stands(text: str) -> None:
    line = customer(text, text, "A", segment=text, reason=text, approver=text, why=text, strong=text, weak=text)
    filled = record(customers=[line], up=[line], by_hand=[line], unrated=[line])
    filled["round"] = {**filled["round"], "who": text, "note": text, "scheme": text}
    short = text[:60] or "A"  # as long as the name of a class may be
    shape = replace(SHAPE, classes=(("A", short),), score=short, segments=True)
    found = run_together("".join(pages_of(sheet(filled, shape))))
    if "العربية" not in text:  # readers reverse what is written from right to left
        assert run_together(clean(text))[:20] in found


def test_a_long_name_takes_two_lines_of_a_dense_table_and_no_more() -> None:
    long = [customer(f"{at:04}", "长" * 500, "A") for at in range(200)]
    found = pages_of(sheet(record(customers=long)))
    assert len(found) <= 200 / 25
    assert "…" in found[1]


def test_printing_stops_between_pages() -> None:
    class Stopped(Progress):
        looks = 0

        def look(self) -> None:
            self.looks += 1
            if self.looks > 4:
                raise Cancelled

    many = [customer(f"{at:05}", "客户", "A") for at in range(600)]
    with pytest.raises(Cancelled):
        render_pdf(
            rating_document(SHAPE), [record(customers=many)], CHINESE, printed_on=TODAY, office={"name": ""},
            progress=Stopped(),
        )  # fmt: skip


def test_all_its_words_are_translated() -> None:
    crossed = replace(SHAPE, telling=False, segments=True, published=False, criteria=("甲", "乙"))
    texts = {text for shape in (SHAPE, crossed) for text in declared_texts(rating_document(shape))}
    own = {text for text in texts if text.isascii()}
    assert [text for text in own if CHINESE.text(text) == text] == []
