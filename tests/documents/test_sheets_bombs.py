"""Files made to harm: each is refused with a reason, soon, and the program lives."""

from __future__ import annotations

import gzip
import io
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from desktop.documents.sheets.book import ReadOptions
from desktop.documents.sheets.limits import Limits
from desktop.documents.sheets.reading import read_book
from desktop.documents.sheets.unreadable import UnreadableSheet
from tests.documents import book_samples as made
from tests.documents.refusals import outcome, refusal

MB = 1 << 20
SMALL = Limits(unpacked_bytes=20 * MB, ratio_counts_from_bytes=4 * MB)


def two_cells(first: str, last: str, before: str = "") -> bytes:
    row = last.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    one = f'<row r="1"><c r="{first}"><v>1</v></c></row>'
    return made.xlsx(f'{one}<row r="{row}"><c r="{last}"><v>2</v></c></row>', before=before)


def test_padding_that_shrinks_a_thousandfold(tmp_path: Path) -> None:
    sheet = made.sheet_xml('<row r="1"><c r="A1"><v>1</v></c></row>') + b" " * (40 * MB)
    assert refusal(tmp_path, made.packed(made.parts(sheet)), SMALL).code == "zip_bomb"


def test_a_real_gigabyte_is_refused_by_the_directory_alone(tmp_path: Path) -> None:
    path = tmp_path / "bomb.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, data in made.parts(made.sheet_xml("")).items():
            archive.writestr(name, data)
        with archive.open("xl/worksheets/sheet2.xml", "w", force_zip64=True) as entry:
            for _ in range(400):
                entry.write(b" " * MB)
    start = time.monotonic()
    with pytest.raises(UnreadableSheet, match="zip_bomb"):
        read_book(path)
    assert time.monotonic() - start < 5


def test_many_equal_rows_are_no_bomb(tmp_path: Path) -> None:
    rows = "".join(
        f'<row r="{n}"><c r="A{n}" t="inlineStr"><is><t>同样的内容</t></is></c></row>' for n in range(1, 4001)
    )
    path = tmp_path / "a.xlsx"
    path.write_bytes(made.xlsx(rows))
    assert len(read_book(path).sheets[0].rows) == 4000


def test_too_much_of_honest_content(tmp_path: Path) -> None:
    noise = bytes((n * 7919 % 251) | 1 for n in range(1 << 16)) * 400
    content = made.parts(made.sheet_xml('<row r="1"><c r="A1"><v>1</v></c></row>'))
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_STORED) as archive:
        for name, part in (content | {"xl/media/picture.jpeg": noise}).items():
            archive.writestr(name, part)
    found = refusal(tmp_path, data.getvalue(), SMALL)
    assert (found.code, found.facts["limit"]) == ("unpacked_too_large", 20)


@pytest.mark.parametrize("claimed", [10, 0, 4_000_000])
def test_a_directory_that_lies(tmp_path: Path, claimed: int) -> None:
    data = made.xlsx('<row r="1"><c r="A1"><v>1</v></c></row>' + " " * 100_000)
    found = refusal(tmp_path, made.lying_about_size(data, made.SHEET, claimed))
    assert found.code in ("zip_bomb", "damaged")


def test_entries_that_share_their_bytes(tmp_path: Path) -> None:
    data = made.overlapping(made.xlsx('<row r="1"><c r="A1"><v>1</v></c></row>'), 500)
    assert refusal(tmp_path, data).code == "zip_bomb"


def test_two_entries_of_one_name(tmp_path: Path) -> None:
    data = io.BytesIO(made.packed(made.parts(made.sheet_xml(""))))
    with zipfile.ZipFile(data, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr(made.SHEET, b"<worksheet/>")
    assert refusal(tmp_path, data.getvalue()).code == "zip_bomb"


def test_ten_thousand_entries(tmp_path: Path) -> None:
    content = made.parts(made.sheet_xml("")) | {f"xl/media/{n}": b"" for n in range(10_000)}
    found = refusal(tmp_path, made.packed(content))
    assert (found.code, found.facts["limit"]) == ("zip_bomb", 5000)


def test_a_bit_flipped_inside_an_entry(tmp_path: Path) -> None:
    data = bytearray(made.xlsx("".join(f'<row r="{n}"><c r="A{n}"><v>{n}</v></c></row>' for n in range(1, 500))))
    data[data.find(made.SHEET.encode()) + len(made.SHEET) + 400] ^= 4
    assert refusal(tmp_path, bytes(data)).code == "damaged"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_are_refused_for_the_doctype_alone(tmp_path: Path, encoding: str) -> None:
    entities = '<!ENTITY a "lol">' + "".join(
        f'<!ENTITY {name} "{f"&{before};" * 10}">' for before, name in zip("abcdefghi", "bcdefghij", strict=True)
    )
    shared = f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE sst [{entities}]><sst><si><t>&j;</t></si></sst>'
    rows = '<row r="1"><c r="A1" t="s"><v>0</v></c></row>'
    assert refusal(tmp_path, made.xlsx(rows, shared.encode(encoding))).code == "unsafe"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (two_cells("A1", "XFD1048576"), "too_many_columns"),
        (two_cells("A1", "XFD1048576", '<dimension ref="A1:XFD1048576"/>'), "too_many_columns"),
        (two_cells("A1", "ZZ1048576"), "too_many_cells"),
        (two_cells("A1", "A1048577"), "too_many_rows"),
        (two_cells("A1", "AAAA1"), "too_many_columns"),
        (made.xlsx('<row r="1048577"><c r="A1048577"><v>1</v></c></row>'), "too_many_rows"),
    ],
)
def test_cells_far_apart(tmp_path: Path, data: bytes, code: str) -> None:
    assert len(data) < 4096
    found = refusal(tmp_path, data)
    assert found.code == code
    assert found.facts["limit"]


def test_cells_far_apart_that_no_check_sees_kill_only_the_child(tmp_path: Path) -> None:
    """Written so that only an XML parser understands it, the child is aborted by its memory limit or the library."""
    hidden = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="&#88;FD1048576"><v>2</v></c></row>'
    assert refusal(tmp_path, made.xlsx(hidden)).code in ("reader_died", "damaged")


def test_one_far_cell_alone_is_no_harm(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(made.xlsx('<row r="1048576"><c r="B1048576"><v>7</v></c></row>'))
    (sheet,) = read_book(path).sheets
    assert (sheet.first_row, sheet.rows) == (1048576, [(None, 7)])


def test_a_million_formatted_empty_rows_are_no_harm(tmp_path: Path) -> None:
    filled = f'<row r="1">{made.inline("A1", "张三")}<c r="B1" s="1"/></row>'
    rows = filled + "".join(f'<row r="{n}"><c r="A{n}" s="1"/><c r="XFD{n}" s="1" /></row>' for n in range(2, 60_000))
    path = tmp_path / "a.xlsx"
    path.write_bytes(made.xlsx(rows + '<row r="1048576"><c r="XFD1048576" s="1"/></row>'))
    (sheet,) = read_book(path).sheets
    assert sheet.rows == [("张三",)]


def test_shared_strings_that_are_not_there(tmp_path: Path) -> None:
    rows = '<row r="1"><c r="A1" t="s"><v>99</v></c><c r="B1"><v>5</v></c></row>'
    path = tmp_path / "a.xlsx"
    path.write_bytes(made.xlsx(rows, f'<sst xmlns="{made.SPACE}"><si><t>x</t></si></sst>'.encode()))
    found = outcome(path)
    assert found == "damaged" if isinstance(found, str) else found.sheets[0].rows[0][-1] == 5


def test_four_thousand_million_shared_strings_announced(tmp_path: Path) -> None:
    shared = f'<sst xmlns="{made.SPACE}" count="4000000000" uniqueCount="4000000000"><si><t>x</t></si></sst>'
    path = tmp_path / "a.xlsx"
    path.write_bytes(made.xlsx('<row r="1"><c r="A1" t="s"><v>0</v></c></row>', shared.encode()))
    found = outcome(path)
    assert found in ("damaged", "reader_died") if isinstance(found, str) else found.sheets[0].rows == [("x",)]


def test_one_cell_of_a_hundred_megabytes(tmp_path: Path) -> None:
    big = made.inline("A1", "客" * (33 * MB))
    assert refusal(tmp_path, made.xlsx(f'<row r="1">{big}</row>')).code == "zip_bomb"
    no_ratio = Limits(ratio=100_000)
    found = refusal(tmp_path, made.xlsx(f'<row r="1">{big}</row>'), no_ratio)
    assert (found.code, found.facts["row"], found.facts["limit"]) == ("cell_too_long", 1, 32_767)


def test_the_longest_cell_excel_allows_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("a,b\n1," + "长" * 32_767 + "\n", "utf-8")
    assert len(str(read_book(path).sheets[0].rows[1][1])) == 32_767
    path.write_text("a,b\n1," + "长" * 32_768 + "\n", "utf-8")
    with pytest.raises(UnreadableSheet) as caught:
        read_book(path)
    assert (caught.value.code, caught.value.facts["row"]) == ("cell_too_long", 2)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (lambda: b"x" * (45 * MB), "cell_too_long"),
        (lambda: b"a,b\n" * 10 + b'1,"never closed\n' + b"c,d\n" * 1_000_000, "cell_too_long"),
        (lambda: b'a,b\n1,"never closed\n2,3\n', "open_quote"),
        (lambda: b",".join(b"x" for _ in range(100_000)) + b"\n", "too_many_columns"),
        (lambda: b"\n" * 2_000_000, "empty"),
        (lambda: b"a\n" + b"\n" * 2_000_000 + b"b\n", "too_many_rows"),
        (lambda: b"a,b\n" * 1_100_000, "too_many_rows"),
        (lambda: (b"x" + b",x" * 19 + b"\n") * 600_000, "too_many_cells"),
        (lambda: b"\0" * 5_000, "unknown_format"),
        (lambda: bytes(range(256)) * 400, "unknown_format"),
        (lambda: b'"' * 1_000_001, "cell_too_long"),
    ],
    ids=["one line", "swallowed", "open quote", "columns", "blank", "far row", "rows", "cells", "zeros", "noise", "q"],
)
def test_delimited_bombs(tmp_path: Path, text: Callable[[], bytes], code: str) -> None:
    assert refusal(tmp_path, text()).code == code


def test_two_hundred_megabytes_are_not_even_opened(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    with path.open("wb") as file:
        file.truncate(200 * MB)
    with pytest.raises(UnreadableSheet) as caught:
        read_book(path)
    assert (caught.value.code, caught.value.facts) == ("too_large", {"limit": 50, "size": 200, "file": "a.csv"})


def test_a_zero_byte_in_a_table_is_cleaned(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes("姓名,电话\n张\0三,138\0\n".encode())
    assert read_book(path).sheets[0].rows == [("姓名", "电话"), ("张三", "138")]


def test_two_million_blank_lines_after_the_table_are_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"a,b\n1,2\n" + b" , \n" * 2_000_000)
    assert read_book(path).sheets[0].rows == [("a", "b"), ("1", "2")]


def test_gzip_that_grows_a_thousandfold(tmp_path: Path) -> None:
    assert refusal(tmp_path, gzip.compress(b"a,b\n" * (10 * MB))).code == "zip_bomb"
    assert refusal(tmp_path, gzip.compress(gzip.compress(b"a,b\n1,2\n"))).code == "unknown_format"
    assert refusal(tmp_path, gzip.compress(b"a,b\n1,2\n" * 9999)[:-20]).code == "damaged"


def test_time_and_length_of_a_span_beyond_reason(tmp_path: Path) -> None:
    """One absurd number in a column formatted as [h]:mm once failed the whole sheet inside the library."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet["A1"] = 1e300
    sheet["A1"].number_format = "[h]:mm"
    path = tmp_path / "a.xlsx"
    book.save(path)
    assert outcome(path) == "damaged"


def test_an_unknown_sheet_is_named_with_those_there_are(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(made.xlsx('<row r="1"><c r="A1"><v>1</v></c></row>'))
    for wanted in ("客户", 2, 0, "9"):
        with pytest.raises(UnreadableSheet) as caught:
            read_book(path, ReadOptions(sheet=wanted))
        assert (caught.value.code, caught.value.facts["sheets"]) == ("no_such_sheet", "表")
