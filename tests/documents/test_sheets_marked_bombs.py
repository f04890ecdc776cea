"""Web pages, XML and OpenDocument files made to harm."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from desktop.documents.sheets.limits import Limits
from tests.documents import book_samples as made
from tests.documents.refusals import outcome, refusal


@pytest.mark.parametrize(
    "page",
    [
        "<table>" * 100 + "<tr><td>x",
        "<table><tr>" + "<td colspan=1000>x" * 5000,
        "<table><tr><td rowspan=65534 colspan=1000>x" + "<tr><td>y" * 10_000,
        "<table>" + "<tr><td>x" * 30_000,
        "<table><tr><td>" + "<b>" * 100_000 + "x" * 40_000,
        "<table><tr><td>x<!--" + "<" * 500_000,
        "<table><tr><td>x<![CDATA[" + "]" * 300_000,
    ],
    ids=["nested", "wide", "deep", "rows", "tags", "comment", "section"],
)
def test_pages(tmp_path: Path, page: str) -> None:
    path = tmp_path / "a.xls"
    path.write_text(page)
    limits = Limits(seconds=15, rows=20_000, cells=500_000)
    start = time.monotonic()
    found = outcome(path, limits)
    refusals = ("unsafe", "too_many_columns", "too_many_cells", "too_many_rows", "cell_too_long", "not_a_table")
    if isinstance(found, str):
        assert found in refusals
    else:
        assert sum(len(sheet.rows) * sheet.width for sheet in found.sheets) <= limits.cells
    assert time.monotonic() - start < 10


def test_xml_2003_with_entities(tmp_path: Path) -> None:
    head = '<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "aaaa">]>'
    page = f'{head}<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet/></Workbook>'
    assert refusal(tmp_path, page.encode()).code == "unsafe"


@pytest.mark.parametrize("attribute", ['ss:Index="999999999"', 'ss:Index="2000000"'])
def test_xml_2003_with_far_cells(tmp_path: Path, attribute: str) -> None:
    space = "urn:schemas-microsoft-com:office:spreadsheet"
    for row in (f"<Row {attribute}/>", f"<Row><Cell {attribute}/></Row>"):
        sheet = f"<Worksheet><Table>{row}</Table></Worksheet>"
        page = f'<?xml version="1.0"?><Workbook xmlns="{space}" xmlns:ss="{space}">{sheet}</Workbook>'
        assert refusal(tmp_path, page.encode()).code in ("too_many_rows", "too_many_columns")


def test_an_ods_that_repeats_a_cell_for_ever(tmp_path: Path) -> None:
    space = "urn:oasis:names:tc:opendocument:xmlns"
    cell = '<table:table-cell table:number-columns-repeated="16384" office:value-type="string">'
    cell += "<text:p>x</text:p></table:table-cell>"
    content = (
        f'<office:document-content xmlns:office="{space}:office:1.0" xmlns:table="{space}:table:1.0" '
        f'xmlns:text="{space}:text:1.0"><office:body><office:spreadsheet><table:table table:name="a">'
        f'<table:table-row table:number-rows-repeated="1048576">{cell}</table:table-row></table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    mimetype = b"application/vnd.oasis.opendocument.spreadsheet"
    data = made.packed({"mimetype": mimetype, "META-INF/manifest.xml": b"<manifest/>", "content.xml": content.encode()})
    code = refusal(tmp_path, data, Limits(seconds=15)).code
    assert code in ("reader_died", "too_many_cells", "too_many_columns", "timeout", "too_much_memory", "damaged")
