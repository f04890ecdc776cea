"""Real and broken files that none of us wrote: each becomes a Book or a refusal with a reason, soon."""

from __future__ import annotations

import csv
import gzip
import io
import json
import time
from pathlib import Path

import pytest

from desktop.documents.sheets.book import Book, Cell, Sheet
from desktop.documents.sheets.reading import read_book
from desktop.documents.sheets.unreadable import UnreadableSheet

DATA = Path(__file__).resolve().parents[3] / "shared" / "data"
FOLDERS = (
    "customers_cn/spreadsheets",
    "customers_cn/easyexcel",
    "customers_cn/divisions",
    "customers_cn/identifiers",
    "customers_cn/names_psychbruce",
    "transactions",
    "contacts_csv",
    "malformed/spreadsheets",
    "malformed/csv",
    "malformed/html_as_xls",
    "malformed/encodings",
    "malformed/sqlite",
)

FUZZED = "malformed/spreadsheets/poi/clusterfuzz-testcase-minimized-"
REFUSED = {
    "malformed/csv/phpspreadsheet/empty.csv": "empty",
    "malformed/html_as_xls/badhtml.html": "not_a_table",
    "malformed/spreadsheets/calamine/empty_sheet.xlsx": "empty",
    "malformed/spreadsheets/calamine/issue127.ods": "empty",
    "malformed/spreadsheets/calamine/issue127.xlsb": "empty",
    "malformed/spreadsheets/calamine/issue_666_lost_sheets.xlsb": "empty",
    "malformed/spreadsheets/calamine/misc_biff5_parsing.xls": "empty",
    "malformed/spreadsheets/calamine/pass_protected.ods": "password_protected",
    "malformed/spreadsheets/calamine/pass_protected.xlsx": "password_protected",
    "malformed/spreadsheets/poi/crash-274d6342e4842d61be0fb48eaadad6208ae767ae.xlsx": "damaged",
    "malformed/spreadsheets/poi/password.xls": "password_protected",
    "malformed/spreadsheets/poi/protected_passtika.xlsx": "password_protected",
    "malformed/spreadsheets/poi/xlmmacro.xlsm": "unknown_format",
    "malformed/spreadsheets/poi/xor-encryption-abc.xls": "password_protected",
    f"{FUZZED}POIFuzzer-5040805309710336.xlsx": "unknown_format",
    f"{FUZZED}POIHSSFFuzzer-4657005060816896.xls": "damaged",
    f"{FUZZED}POIHSSFFuzzer-5786329142919168.xls": "damaged",
    f"{FUZZED}POIHSSFFuzzer-5889658057523200.xls": "damaged",
    f"{FUZZED}POIHSSFFuzzer-6322470200934400.xls": "damaged",
    f"{FUZZED}POIHSSFFuzzer-6537773940867072.xls": "password_protected",
    f"{FUZZED}POIXSSFFuzzer-5089447305609216.xlsx": "damaged",
    f"{FUZZED}POIXSSFFuzzer-5265527465181184.xlsx": "damaged",
    f"{FUZZED}POIXSSFFuzzer-6123461607817216.xlsx": "damaged",
    f"{FUZZED}POIXSSFFuzzer-6448258963341312.xlsx": "damaged",
    f"{FUZZED}XLSX2CSVFuzzer-5542865479270400.xlsx": "damaged",
    f"{FUZZED}XLSX2CSVFuzzer-6504225896792064.xlsx": "damaged",
}
NO_TABLES = {".json": "not_a_table", ".vcf": "not_a_table", ".xml": "not_a_table", ".db": "unknown_format"}


def corpus() -> list[str]:
    """Every file of the folders, and those directly beside the Chinese ones; none where the input is absent."""
    files = [path for folder in FOLDERS for path in (DATA / folder).rglob("*")]
    files += (DATA / "customers_cn").glob("*")
    return sorted(str(path.relative_to(DATA)) for path in files if path.is_file() and path.suffix != ".md")


@pytest.mark.usefixtures("shared_data")
@pytest.mark.parametrize("name", corpus())
def test_each_is_read_or_refused(name: str) -> None:
    expected = REFUSED.get(name) or NO_TABLES.get(Path(name).suffix)
    start = time.monotonic()
    if expected:
        with pytest.raises(UnreadableSheet) as caught:
            read_book(DATA / name)
        assert caught.value.code == expected
    else:
        book = read_book(DATA / name)
        assert any(sheet.rows for sheet in book.sheets)
        for sheet in book.sheets:
            check(sheet)
        # Whatever was found out can be given back as a choice, and says the same.
        assert (book.encoding is None) == (book.format in ("xlsx", "xlsb", "xls", "ods"))
    assert time.monotonic() - start < 20


def check(sheet: Sheet) -> None:
    """What every sheet promises."""
    assert sheet.name
    assert sheet.first_row >= 1
    assert {len(row) for row in sheet.rows} <= {sheet.width}
    if sheet.rows:
        assert any(cell is not None for cell in sheet.rows[0])
        assert any(cell is not None for cell in sheet.rows[-1])
        assert any(row[-1] is not None for row in sheet.rows)
    for row in sheet.rows[:2000]:
        for cell in row:
            assert cell != ""
            if isinstance(cell, str):
                assert cell == cell.strip()
                assert not any(sign < " " and sign != "\n" for sign in cell)


def only(book: Book) -> list[tuple[Cell, ...]]:
    (sheet,) = book.sheets
    return sheet.rows


@pytest.mark.parametrize("name", sorted(path.stem for path in (DATA / "malformed/csv/csv-spectrum/csvs").glob("*.csv")))
def test_csv_spectrum(shared_data: Path, name: str) -> None:
    folder = shared_data / "malformed" / "csv" / "csv-spectrum"
    header, *rows = only(read_book(folder / "csvs" / f"{name}.csv"))
    expected = json.loads((folder / "json" / f"{name}.json").read_text("utf-8").replace("\\r\\n", "\\n"))
    assert [dict(zip(header, (cell or "" for cell in row), strict=True)) for row in rows] == expected


def test_chinese_lists(shared_data: Path) -> None:
    folder = shared_data / "customers_cn" / "spreadsheets"
    shops = only(read_book(folder / "超市_电话簿.xlsx"))
    assert shops[0] == ("名称", "地址", "电话", "联系人")
    assert len(shops) == 46
    assert sum(isinstance(row[2], int) for row in shops[1:]) == 11
    assert not any(isinstance(row[2], float) for row in shops)
    late = read_book(folder / "通讯录_表头在第6行.xls").sheets[0]
    assert (late.first_row, late.rows[0][:3]) == (6, (None, None, None))
    text = read_book(folder / "客户信息_文本冒充.xlsx")
    assert (text.format, text.encoding, text.delimiter) == ("csv", "utf-8", "tab")
    assert only(text)[0][1] == "汪丹燕鹏"
    renamed = read_book(folder / "扩展名不符_xlsx内容.xls")
    assert renamed.sheets == read_book(folder / "客户导入模板_10列.xlsx").sheets
    mail = read_book(folder / "通讯录_thunderbird_gbk.csv")
    assert (mail.encoding, len(only(mail)), only(mail)[0].count("城市")) == ("gb18030", 42, 2)
    assert [sheet.name for sheet in read_book(folder / "会员导入模板_带说明页.xlsx").sheets] == ["会员导入", "说明"]
    assert isinstance(read_book(folder / "联系人_电话是数字.xlsx").sheets[0].rows[1][1], int)


def test_old_mac_orders(shared_data: Path) -> None:
    book = read_book(shared_data / "transactions" / "superstore_orders_cr_macroman.csv")
    rows = only(book)
    assert (book.encoding, len(rows)) == ("mac-roman", 5010)
    names = {str(row[2]) for row in rows}
    assert {name.split()[-1] for name in names if not name.isascii()} >= {
        "Französisch",
        "Pölking",
        "Bühler",
        "Häberlin",
    }
    assert sum(int(str(row[3])) for row in rows[1:]) == 2_297_261


def test_old_purchases_between_blanks(shared_data: Path) -> None:
    book = read_book(shared_data / "transactions" / "CDNOW_sample.txt")
    rows = only(book)
    assert (book.delimiter, len(rows)) == ("space", 6919)
    assert round(sum(float(str(row[4])) for row in rows), 2) == 244_091.94


def test_chinese_orders(shared_data: Path) -> None:
    book = read_book(shared_data / "transactions" / "超市订单_前2000行_gb18030.csv")
    rows = only(book)
    assert (book.encoding, book.delimiter, len(rows)) == ("gb18030", ",", 2001)
    amount = rows[0].index("销售额")
    assert round(sum(float(str(row[amount])) for row in rows[1:]), 3) == 3_401_516.125
    figures = read_book(shared_data / "transactions" / "consumption_data.xls").sheets[0].rows
    assert round(sum(float(str(row[3])) for row in figures[1:]), 2) == 997_982.43


def test_half_a_million_lines_equal_what_python_reads(shared_data: Path) -> None:
    path = shared_data / "transactions" / "online_retail_II_2009-2010.csv.gz"
    rows = only(read_book(path))
    assert len(rows) == 525_462
    plain = csv.reader(io.StringIO(gzip.decompress(path.read_bytes()).decode()))
    different = sum(
        row != tuple(" ".join(cell.split()) or None for cell in other)
        for row, other in zip(
            (tuple(cell and " ".join(str(cell).split()) for cell in row) for row in rows), plain, strict=True
        )
    )
    assert different == 0


@pytest.mark.parametrize(
    "name", sorted(str(path.relative_to(DATA)) for path in (DATA / "malformed" / "encodings").rglob("*.xml"))
)
def test_encodings_of_real_pages(shared_data: Path, name: str) -> None:
    """As if they were tables: the text must come out as its own label says."""
    from desktop.documents.sheets.encoding import detect

    data = (shared_data / name).read_bytes()
    family = {"gb18030": "gb18030", "cp950": "Big5", "big5hkscs": "Big5"}[detect(data)]
    assert family == {"GB2312": "gb18030"}.get(Path(name).parent.name, Path(name).parent.name)
