"""Workbooks and web pages: types, places, names of sheets."""

from __future__ import annotations

import datetime as dt
import math
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from openpyxl.worksheet.worksheet import Worksheet

from desktop.documents.sheets.book import Cell, ReadOptions, lost_digits
from desktop.documents.sheets.cells import ROW_END, clean, heard, told
from desktop.documents.sheets.reading import read_book
from desktop.documents.sheets.unreadable import UnreadableSheet
from tests.documents import book_samples as made


@pytest.fixture
def book() -> openpyxl.Workbook:
    return openpyxl.Workbook()


@pytest.fixture
def sheet(book: openpyxl.Workbook) -> Worksheet:
    return book.worksheets[0]


def saved(book: openpyxl.Workbook, folder: Path, name: str = "a.xlsx") -> Path:
    path = folder / name
    book.save(path)
    return path


def same(got: Cell, expected: Cell) -> bool:
    """Equal and of the same type: 1, 1.0 and True are three things to an import."""
    return type(got) is type(expected) and got == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (13800138000, 13800138000),
        (13800138000.0, 13800138000),
        (-7, -7),
        (0, 0),
        (12.5, 12.5),
        (999_999_999_999_999, 999_999_999_999_999),
        (1e15, 1e15),
        (110101199003071234, 110101199003071200.0),
        ("0755", "0755"),
        ("110101199003071234", "110101199003071234"),
        (" 张\u200b三\xa0", "张三"),
        ("第一行\n第二行", "第一行\n第二行"),
        (True, True),
        (False, False),
        ("#N/A", None),
        ("=1/0", None),
        ("   ", None),
    ],
)
def test_values(book: openpyxl.Workbook, sheet: Worksheet, tmp_path: Path, written: Cell, expected: Cell) -> None:
    sheet["A1"], sheet["B1"] = written, "end"
    got = read_book(saved(book, tmp_path)).sheets[0].rows[0][0]
    assert same(got, expected), repr(got)
    assert lost_digits(got) == (written in (1e15, 110101199003071234))


@pytest.mark.parametrize("epoch", [None, CALENDAR_MAC_1904])
def test_dates(book: openpyxl.Workbook, sheet: Worksheet, tmp_path: Path, epoch: dt.datetime | None) -> None:
    if epoch:
        book.epoch = epoch
    values = [dt.date(2024, 2, 29), dt.datetime(2021, 1, 1, 10, 10, 10), dt.time(8, 30), dt.date(1904, 3, 1)]
    for at, value in enumerate(values, 1):
        sheet.cell(1, at).value = value
    assert read_book(saved(book, tmp_path)).sheets[0].rows == [tuple(values)]


@pytest.mark.parametrize(("serial", "day"), [(1, (1900, 1, 1)), (59, (1900, 2, 28)), (61, (1900, 3, 1))])
def test_the_year_that_excel_takes_for_a_leap_year(
    book: openpyxl.Workbook, sheet: Worksheet, tmp_path: Path, serial: int, day: tuple[int, int, int]
) -> None:
    sheet["A1"] = serial
    sheet["A1"].number_format = "yyyy-mm-dd"
    assert read_book(saved(book, tmp_path)).sheets[0].rows == [(dt.date(*day),)]


@pytest.mark.parametrize(
    ("number_format", "expected"),
    [
        ('yyyy"年"m"月"d"日"', dt.date(2021, 1, 1)),
        ("[$-804]yyyy/m/d;@", dt.date(2021, 1, 1)),
        ('[DBNum1][$-804]yyyy"年"m"月"', dt.date(2021, 1, 1)),
        ("[h]:mm", dt.timedelta(days=44197)),
        ("0.00", 44197),
        ('0"元"', 44197),
        ("@", 44197),
        ("General", 44197),
    ],
)
def test_formats_decide_what_is_a_date(
    book: openpyxl.Workbook, sheet: Worksheet, tmp_path: Path, number_format: str, expected: Cell
) -> None:
    sheet["A1"] = 44197
    sheet["A1"].number_format = number_format
    assert same(read_book(saved(book, tmp_path)).sheets[0].rows[0][0], expected)


def test_a_phone_in_a_date_column_stays_a_number(book: openpyxl.Workbook, sheet: Worksheet, tmp_path: Path) -> None:
    sheet["A1"] = 13800138000
    sheet["A1"].number_format = "yyyy-mm-dd"
    assert same(read_book(saved(book, tmp_path)).sheets[0].rows[0][0], 13800138000)


def test_cells_keep_their_places(book: openpyxl.Workbook, sheet: Worksheet, tmp_path: Path) -> None:
    sheet["C5"], sheet["E5"], sheet["D8"] = "名称", "电话", 7
    (got,) = read_book(saved(book, tmp_path)).sheets
    assert (got.first_row, got.width) == (5, 5)
    nothing = (None,) * 5
    assert got.rows == [(None, None, "名称", None, "电话"), nothing, nothing, (None, None, None, 7, None)]


def test_sheets_hidden_ones_charts_and_empty_ones(book: openpyxl.Workbook, sheet: Worksheet, tmp_path: Path) -> None:
    sheet.title = "空"
    book.create_chartsheet("图")
    hidden = book.create_sheet("藏")
    hidden.sheet_state = "veryHidden"
    hidden["A1"] = "x"
    last = book.create_sheet("2")
    last["A1"] = "二"
    path = saved(book, tmp_path, "改名.xls")
    read = read_book(path)
    assert read.format == "xlsx"
    assert [(one.name, one.hidden, len(one.rows)) for one in read.sheets] == [
        ("空", False, 0), ("藏", True, 1), ("2", False, 1),
    ]  # fmt: skip
    assert [one.name for one in read_book(path, ReadOptions(sheet=" 藏 ")).sheets] == ["藏"]
    assert [one.name for one in read_book(path, ReadOptions(sheet=2)).sheets] == ["藏"]
    assert [one.name for one in read_book(path, ReadOptions(sheet="2")).sheets] == ["2"]
    assert [one.name for one in read_book(path, ReadOptions(sheet="3")).sheets] == ["2"]
    with pytest.raises(UnreadableSheet, match="empty"):
        read_book(path, ReadOptions(sheet="空"))


def test_values_that_the_library_would_silently_lose(tmp_path: Path) -> None:
    """Rows outside the place where rows belong: the library gives an empty sheet, we say that it is damaged."""
    path = tmp_path / "a.xlsx"
    broken = f'<worksheet xmlns="{made.SPACE}"><row r="1"><c r="A1"><v>1</v></c></row><sheetData/></worksheet>'
    path.write_bytes(made.packed(made.parts(broken.encode())))
    with pytest.raises(UnreadableSheet, match="damaged"):
        read_book(path)


def test_parts_named_as_some_programs_do(tmp_path: Path) -> None:
    content = made.parts(made.sheet_xml(f'<row r="1">{made.inline("A1", "张三")}</row>'))
    path = tmp_path / "a.xlsx"
    path.write_bytes(made.packed({name.replace("/", "\\"): data for name, data in content.items()}))
    assert read_book(path).sheets[0].rows == [("张三",)]


PAGE = """<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta charset="gb2312"><title>表</title></head>
<body>页眉<table border=1>
<tr><th colspan=2>姓名</th><th rowspan="2">电话<br>手机</th></tr>
<tr><td>张&nbsp;三</td><td>先生
   女士</td></tr>
<tr><td></td><td><b>李</b>四 &amp; 子</td><td style="mso-number-format:'\\@'">0755</td>
<tr><td x:num="13800138000">1.38E+10<td x:num="12.5">12.50<td>&#20013;<p>国</p>
</table><script>document.write("<td>no</td>")</script>页脚
<table><tr><td>外<table><tr><td>内</table>层</td></tr></table><table><tr><td> </td></tr></table></body></html>"""


@pytest.mark.parametrize("encoding", ["gbk", "utf-16", "utf-16-le", "utf-8-sig"])
def test_a_page_that_calls_itself_a_workbook(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "导出.xls"
    path.write_bytes(PAGE.encode(encoding))
    book = read_book(path)
    assert (book.format, book.delimiter) == ("html", None)
    assert [one.name for one in book.sheets] == ["导出 1", "导出 2", "导出 3"]
    assert book.sheets[0].rows == [
        ("姓名", None, "电话\n手机"),
        ("张 三", "先生 女士", None),
        (None, "李四 & 子", "0755"),
        ("13800138000", "12.50", "中\n国"),
    ]
    assert [one.rows for one in book.sheets[1:]] == [[("外层",)], [("内",)]]
    assert read_book(path, ReadOptions(sheet=3)).sheets[0].rows == [("内",)]
    with pytest.raises(UnreadableSheet, match="no_such_sheet"):
        read_book(path, ReadOptions(sheet="客户"))


def test_a_page_that_lies_about_its_encoding(tmp_path: Path) -> None:
    path = tmp_path / "a.xls"
    path.write_bytes(b'<meta charset="utf-8"><table><tr><td>' + "深圳市福田区".encode("gbk") + b"</table>")
    book = read_book(path)
    assert (book.encoding, book.sheets[0].rows) == ("gb18030", [("深圳市福田区",)])


MERGED, THIRD = 'ss:MergeAcross="1"', 'ss:Index="3"'


def test_xml_spreadsheet_2003(tmp_path: Path) -> None:
    space = "urn:schemas-microsoft-com:office:spreadsheet"

    def cell(kind: str, text: str, more: str = "") -> str:
        return f'<Cell {more}><Data ss:Type="{kind}">{text}</Data></Cell>'

    page = (
        f'<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="{space}" xmlns:ss="{space}">'
        '<Styles><Style ss:ID="a"/></Styles><Worksheet ss:Name="客户"><Table><Column/>'
        f"<Row ss:Index='3'>{cell('String', '名称', MERGED)}{cell('Number', '13800138000')}</Row>"
        f"<Row>{cell('DateTime', '2024-02-29T00:00:00.000')}{cell('Boolean', '1', THIRD)}"
        f"{cell('Error', '#N/A')}{cell('Number', '1.5')}</Row></Table></Worksheet>"
        '<Worksheet ss:Name="空"/></Workbook>'
    )
    path = tmp_path / "a.xls"
    path.write_text(page, "utf-8")
    book = read_book(path)
    assert (book.format, book.encoding) == ("xml2003", "utf-8")
    first, second = book.sheets
    assert (first.name, first.first_row, second.name, second.rows) == ("客户", 3, "空", [])
    assert first.rows == [
        ("名称", None, 13800138000, None, None),
        (dt.date(2024, 2, 29), None, True, None, 1.5),
    ]
    path.write_text(page[:-30], "utf-8")
    with pytest.raises(UnreadableSheet, match="damaged"):
        read_book(path)


values = st.one_of(
    st.none(),
    st.text(max_size=20),
    st.integers(-(10**15) + 1, 10**15 - 1),
    st.floats(),
    st.booleans(),
    st.dates(),
    st.datetimes(),
    st.times(),
    st.timedeltas(),
)


def expected(value: Cell) -> Cell:
    if isinstance(value, str):
        return clean(value) or None
    if isinstance(value, float) and not math.isfinite(value):
        return None
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return int(value)
    return value


@settings(deadline=None)
@given(st.lists(st.lists(values, max_size=6), min_size=1, max_size=6))
def test_every_value_crosses_the_pipe(table: list[list[Cell]]) -> None:
    for row, got in zip(table, heard(ROW_END.join(map(told, table))), strict=True):
        wanted = [expected(value) for value in row]
        while wanted and wanted[-1] is None:
            wanted.pop()
        assert [(type(value), value) for value in got] == [(type(value), value) for value in wanted]


@given(st.text(st.characters(), max_size=50))
def test_clean_texts_stay_clean(text: str) -> None:
    once = clean(text)
    assert clean(once) == once
    assert all(sign.isprintable() or sign in "\n\u3000" or ord(sign) >= 0x300 for sign in once)
