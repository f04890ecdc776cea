"""The sheet of a day as a file: what stands on it, on how many pages, never parted, and codes a scanner can read."""

from __future__ import annotations

import os
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from reportlab.graphics.barcode import qrencoder
from reportlab.pdfgen.canvas import Canvas

from desktop.documents.day_sheet import DAY_SHEET
from desktop.documents.pdf.render import render_pdf
from desktop.documents.pdf.square import QUIET, square
from desktop.progress import Progress
from desktop.words import Catalogue
from tests.documents.paper_reading import CHINESE, ENGLISH, pages_of, run_together
from tests.documents.test_paper_cards import HOSTILE, declared_texts

GOLDEN = Path(__file__).resolve().parent.parent / "golden"
TODAY = date(2026, 11, 23)


def line(place: int, name: str = "临江市青禾办公用品有限责任公司", **values: str) -> dict[str, str]:
    told = {
        "place": str(place), "name": name, "about": f"K{place:04}  B", "when": "09:30 · 拜访 · 二楼", "who": "单经理",
        "phone": "138 0013 8000", "purpose": "介绍新品，留样", "last": "11-12 样品收到，还没试", "code": f"KZF:{place}",
    }  # fmt: skip
    return {**told, **values}


def record(lines: list[dict[str, str]]) -> dict[str, Any]:
    day = "2026-11-23 周一 农历十月十五"
    head = {"rep": "王丽", "date": "2026-11-23", "day": day, "counts": "2 次拜访", "code": "KZS:20261123-1"}
    return {"sheet": head, "lines": lines}


def sheet(lines: list[dict[str, str]], words: Catalogue = CHINESE) -> bytes:
    office = {"name": "明禾纸业 · 临江销售办"}
    return render_pdf(DAY_SHEET, [record(lines)], words, printed_on=TODAY, office=office, progress=Progress())


@pytest.mark.parametrize("words", [CHINESE, ENGLISH], ids=["zh_CN", "en"])
def test_it_reads_as_it_did(words: Catalogue) -> None:
    """After a wanted change: KEZHA_WRITE_GOLDEN=1 pytest tests/documents, look at the difference, commit it."""
    promised = line(2, "李宇轩", promise="我方承诺 · 送检测报告 · 11-25 前", owed="￥2,801.74", when="逾期 3 天 · 电话")
    bare = {"place": "3", "name": "周小雨", "code": "KZC:3"}
    found = pages_of(sheet([line(1), promised, bare], words))
    assert len(found) == 1
    text = "\n".join(" ".join(one.split()) for one in found[0].splitlines()) + "\n"
    golden = GOLDEN / f"day_sheet.{words.language}.txt"
    if os.environ.get("KEZHA_WRITE_GOLDEN"):
        golden.write_text(text, "utf-8")
    assert text == golden.read_text("utf-8")


def test_a_customer_is_never_parted_and_numbers_run_through_all_pages() -> None:
    found = pages_of(sheet([line(place, promise="承诺 · 送样", owed="￥1.00") for place in range(1, 31)]))
    assert 4 <= len(found) <= 6
    for number, page in enumerate(found, 1):
        assert f"第 {number} 页，共 {len(found)} 页" in page
        assert page.count("青禾") == page.count("下次内容") == page.count("介绍新品")
    assert all(f"K{place:04}" in "".join(found) for place in range(1, 31))


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_is_only_text_and_keeps_to_its_place(text: str) -> None:
    values = dict.fromkeys(("about", "when", "who", "phone", "purpose", "last", "promise", "owed"), text)
    found = pages_of(sheet([line(1, text, **values), line(2)]))
    assert len(found) == 1
    assert "K0002" in run_together(found[0])


@pytest.mark.parametrize("text", ["KZF:2XJ08RDDSRA1", "KZC:1Y2P0IJ32E8E7", "KZS:20261122-1Y2P0IJ32E8E7"])
def test_a_code_is_drawn_square_by_square(text: str) -> None:
    """The middle of every square of the picture is as the encoder wants it: what a scanner sees."""
    expected = qrencoder.QRCode(None, qrencoder.QRErrorCorrectLevel.M)
    expected.addData(text)
    expected.make()
    count = expected.getModuleCount()
    side, scale = 48.0, 8
    target = BytesIO()
    canvas = Canvas(target, pagesize=(side, side))
    square(canvas, text, (0.0, 0.0, side, side))
    canvas.save()
    document = pypdfium2.PdfDocument(target.getvalue())
    try:
        image = document[0].render(scale=scale, grayscale=True)
        points, width = bytes(image.buffer), image.stride
    finally:
        document.close()
    module = side * scale / (count + 2 * QUIET)
    for row in range(count):
        for column in range(count):
            x, y = (round((QUIET + place + 0.5) * module) for place in (column, row))
            assert (points[y * width + x] < 128) == bool(expected.isDark(row, column)), (row, column)


def test_all_its_words_are_translated() -> None:
    own = {text for text in declared_texts(DAY_SHEET) if text.isascii()}
    assert [text for text in own if CHINESE.text(text) == text] == []
