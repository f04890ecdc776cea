"""Text files: encodings, delimiters, quotation marks, and the habits of the programs that write them."""

from __future__ import annotations

import csv
import gzip
import io
import random
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.documents.sheets.book import Book, Cell, ReadOptions
from desktop.documents.sheets.delimiters import sniff
from desktop.documents.sheets.encoding import detect
from desktop.documents.sheets.reading import read_book
from desktop.documents.sheets.unreadable import UnreadableSheet

Reader = Callable[..., Book]


@pytest.fixture
def read(tmp_path: Path) -> Reader:
    """Read bytes, or a text in an encoding, as if they lay in a file."""

    def reader(content: bytes | str, written: str = "utf-8", /, **options: str | int) -> Book:
        path = tmp_path / "表.csv"
        path.write_bytes(content if isinstance(content, bytes) else content.encode(written))
        return read_book(path, ReadOptions(**options))  # type: ignore[arg-type]

    return reader


def rows(book: Book) -> list[tuple[Cell, ...]]:
    (sheet,) = book.sheets
    return sheet.rows


TABLE = "姓名,电话,地址\r\n张三,0755-8888,深圳市福田区\r\n李四,13800138000,北京市\r\n"
EXPECTED = [("姓名", "电话", "地址"), ("张三", "0755-8888", "深圳市福田区"), ("李四", "13800138000", "北京市")]


@pytest.mark.parametrize(
    ("encoding", "found"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8"),
        ("gbk", "gb18030"),
        ("gb18030", "gb18030"),
        ("utf-16", "utf-16-le"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
        ("utf-32", "utf-32-le"),
        ("utf-32-le", "utf-32-le"),
        ("utf-32-be", "utf-32-be"),
    ],
)
def test_encodings_are_found(read: Reader, encoding: str, found: str) -> None:
    book = read(TABLE, encoding)
    assert (book.format, book.encoding, book.delimiter) == ("csv", found, ",")
    assert rows(book) == EXPECTED
    assert rows(read(TABLE, encoding, encoding=book.encoding)) == EXPECTED


def test_big_endian_mark(read: Reader) -> None:
    book = read(b"\xfe\xff" + TABLE.encode("utf-16-be"))
    assert (book.encoding, rows(book)) == ("utf-16-be", EXPECTED)


def test_big5(read: Reader) -> None:
    book = read("姓名,電話\n陳大文,02-2345\n碁峰資訊,03-11\n", "cp950")
    assert (book.encoding, rows(book)[1:]) == ("cp950", [("陳大文", "02-2345"), ("碁峰資訊", "03-11")])


def test_rare_characters_survive(read: Reader) -> None:
    text = "姓名\n䶮\n㛃\n𬭎\n𫖯\n"
    for encoding in ("utf-8", "gb18030", "utf-16"):
        assert [row[0] for row in rows(read(text, encoding))[1:]] == ["䶮", "㛃", "𬭎", "𫖯"]


SURNAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫雷龙黎史贺陶顾毛郝龚邵万覃武钱戴严"  # noqa: E501
GIVEN = "伟芳娜秀敏静丽强磊军洋勇艳杰涛明超霞平刚桂英华慧建国志红玉梅文辉力鹏宇浩凯健俊帆雪荣婷鑫波斌"


def people(count: int, seed: int) -> list[str]:
    draw = random.Random(seed)
    return [draw.choice(SURNAMES) + "".join(draw.choices(GIVEN, k=draw.choice((1, 2, 2)))) for _ in range(count)]


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("count", [1, 3, 30])
def test_short_lists_of_names(encoding: str, count: int) -> None:
    for seed in range(60):
        text = "姓名,电话\r\n" + "".join(f"{name},138{seed:08}\r\n" for name in people(count, seed))
        assert text.encode(encoding).decode(detect(text.encode(encoding))) == text


def test_one_chinese_name_in_a_long_ascii_file() -> None:
    text = "".join(f"{n},Customer {n},city\n" for n in range(20_000)) + "20001,王秀英,city\n"
    assert detect(text.encode("gbk")) == "gb18030"


def test_a_cut_character_does_not_change_the_encoding(read: Reader) -> None:
    """Old systems cut fields at a number of bytes."""
    data = TABLE.encode("gbk").replace("福田区".encode("gbk"), "福田区".encode("gbk")[:-1])
    book = read(data)
    assert book.encoding == "gb18030"
    assert rows(book)[1] == ("张三", "0755-8888", "深圳市福田\ufffd")
    cut = (TABLE * 3).encode()
    cut = cut[:23] + cut[24:]
    assert read(cut).encoding == "utf-8"


@pytest.mark.parametrize("encoding", ["cp1252", "mac-roman"])
def test_western_names(encoding: str) -> None:
    for names in (["Müller"], ["Größe", "Pölking"], ["Französisch", "Bühler", "Häberlin"], ["José Nuñez", "café"]):
        text = "name,total\n" + "".join(f"{name},12\n" for name in names)
        assert detect(text.encode(encoding)) == encoding


def test_what_the_user_chose_goes_first(read: Reader) -> None:
    assert rows(read("Pölking;1\nX;2\n", "latin-1", encoding="latin-1", delimiter=","))[0] == ("Pölking;1",)
    assert rows(read("a b;c d\n", delimiter="space")) == [("a", "b;c", "d")]
    assert rows(read("a\tb,c\n", delimiter="tab")) == [("a", "b,c")]
    assert rows(read("姓名\t电话\n", "utf-16-le", encoding="UTF-16LE", delimiter="\t")) == [("姓名", "电话")]


@pytest.mark.parametrize(
    ("text", "delimiter"),
    [
        ("客户名单\n\n导出时间：2024-01-01\n名称,电话,地址\n张三,1380,a\n", ","),
        ("客户名单\n导出时间：2024-01-01 12:00\n单位：元\n名称\t电话\n张三\t1380\n李四\t13\n", "\t"),
        ("Name;Preis;Menge\nA;1,5;2,0\nB;2,5;3,0\n", ";"),
        ("1,5;2,3\n4,5;6,7\n", ";"),
        ("1,2,3\n4,5,6\n", ","),
        ("a|b|c\n1|2|3\n", "|"),
        ("a,b,c", ","),
        ("a,b,c\n1,2\n3\n4,5,6,7\n", ","),
        ("姓名，电话，地址\n张三，138，北京\n李四，139，上海\n", "，"),
        ("张三 13800138000 25\n李四 13900139000 26\n", " "),
        ("名称,产品,备注\nA,x;y,好\nB,z;w,\"a,b\"\nC,,\n", ","),
        ('"a,b";"c"\n"d,e";"f"\n', ";"),
        ("订单号\t,金额\t,买家\t\n123\t,5\t,张\t\n", ","),
        ("明细查询\n账号:[a@b.com]\n----明细----\n交易号,订单号,时间,金额\n1\t,2\t,2017,5\n----\n共1笔\n", ","),
        ("名称\n张三\n李四\n", None),
        ("地址\n北京市,朝阳区\n上海\n广州\n深圳\n", None),
        ('name\n"1 Main St, Springfield"\n"2 Elm St, Town"\n', None),
        ("今天天气很好，我们出去玩。\n昨天下雨，没有出去，在家。\n明天再说。\n", None),
        ("the quick brown fox\njumps over the lazy\nand then it sleeps\n", None),
        ("One, two and three.\nFour, five,\nsix; seven. Eight\nnine, ten\n", None),
        ("", None),
    ],
)  # fmt: skip
def test_delimiters(text: str, delimiter: str | None) -> None:
    assert sniff(text) == delimiter


def test_blank_separated_listing(read: Reader) -> None:
    book = read(" 00004 0001 19970101  2   29.33\r\n 00021 0002 19970113  1   11.77\r\n")
    assert book.delimiter == "space"
    assert rows(book) == [("00004", "0001", "19970101", "2", "29.33"), ("00021", "0002", "19970113", "1", "11.77")]


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_line_ends(read: Reader, line_end: str) -> None:
    text = 'a,b\n"x\ny",2\n\n3,4\n'.replace("\n", line_end)
    book = read(text)
    assert rows(book) == [("a", "b"), ("x\ny", "2"), (None, None), ("3", "4")]


def test_row_numbers_count_from_the_start_of_the_file(read: Reader) -> None:
    (sheet,) = read("\n,,\n  , \n名称,电话\n\n张三,1\n\n\n").sheets
    assert (sheet.first_row, sheet.rows) == (4, [("名称", "电话"), (None, None), ("张三", "1")])


def test_rows_are_equally_long(read: Reader) -> None:
    assert rows(read("a,b,c,,\n1\n1,2,3,4\n,,x\n")) == [
        ("a", "b", "c", None), ("1", None, None, None), ("1", "2", "3", "4"), (None, None, "x", None),
    ]  # fmt: skip


@pytest.mark.parametrize("line", ["sep=;", '"sep=;"', "SEP=;"])
def test_a_declared_delimiter(read: Reader, line: str) -> None:
    book = read(f"{line}\r\na,b;c\r\n1;2\r\n")
    (sheet,) = book.sheets
    assert (book.delimiter, sheet.first_row, sheet.rows) == (";", 2, [("a,b", "c"), ("1", "2")])


def test_what_cells_lose_and_keep(read: Reader) -> None:
    book = read(
        "编号,名称,备注\n"
        "007, 张\u200b三\xa0 ,\u3000\ufeff全角　空格\u3000\n"
        '008,"多行\n 文本","尾部\t"\n'
        "\u202e009,👨‍👩‍👧,a\u200db\n"
    )
    assert rows(book)[1:] == [
        ("007", "张三", "全角　空格"),
        ("008", "多行\n 文本", "尾部"),
        ("009", "👨‍👩‍👧", "ab"),
    ]


def test_ways_to_keep_excel_from_touching_a_cell(read: Reader) -> None:
    text = '="0755-123",\'0123456,\'=1+1,\'+86 138,\'tis,"\'－小王"\nx,123\t,"=""0012""",\'@a,=1+1,-5\n'
    assert rows(read(text)) == [
        ("0755-123", "0123456", "=1+1", "+86 138", "'tis", "－小王"),
        ("x", "123", "0012", "@a", "=1+1", "-5"),
    ]


def test_backslashes_and_loose_quotation_marks(read: Reader) -> None:
    assert rows(read('a,b\n"x\\",5" 管\n 1 , "2, 3" \n')) == [("a", "b"), ("x\\", '5" 管'), ("1", "2, 3")]


def test_gzip_of_several_members(read: Reader) -> None:
    assert rows(read(gzip.compress(b"a,b\n") + gzip.compress(b"1,2\n"))) == [("a", "b"), ("1", "2")]


def test_the_name_of_the_sheet_is_that_of_the_file(tmp_path: Path) -> None:
    path = tmp_path / "二月 订单.v2.csv.gz"
    path.write_bytes(gzip.compress(b"a,b\n1,2\n"))
    assert read_book(path).sheets[0].name == "二月 订单.v2"
    assert read_book(path, ReadOptions(sheet=1)).sheets[0].name == "二月 订单.v2"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"   \r\n\t\n", "empty"),
        (b"\xff\xfe", "empty"),
        ("\ufeff\u200b,\xa0\n".encode(), "empty"),
        (b"%PDF-1.7\n...", "unknown_format"),
        (b"SQLite format 3\0" + b"\0" * 84, "unknown_format"),
        (b"\x89PNG\r\n\x1a\n" + bytes(100), "unknown_format"),
        (b"BEGIN:VCARD\r\nVERSION:3.0\r\nEND:VCARD\r\n", "not_a_table"),
        (b'[{"name": "x"}]\n', "not_a_table"),
        (b'<?xml version="1.0"?><rss><channel/></rss>', "not_a_table"),
        (b"PK\x03\x04" + b"x" * 100, "damaged"),
    ],
)
def test_what_is_no_table(read: Reader, data: bytes, code: str) -> None:
    with pytest.raises(UnreadableSheet) as caught:
        read(data)
    assert caught.value.code == code


cells = st.text(
    st.characters(codec="utf-8", exclude_categories=["C", "Z"], exclude_characters="'\u034f\u17b4\u17b5"), max_size=12
)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.lists(cells, min_size=2, max_size=5), min_size=1, max_size=8))
def test_what_python_writes_comes_back(tmp_path_factory: pytest.TempPathFactory, table: list[list[str]]) -> None:
    table = [["标题", "x"], *table]
    out = io.StringIO()
    csv.writer(out, quoting=csv.QUOTE_ALL).writerows(table)
    path = tmp_path_factory.getbasetemp() / "h.csv"
    path.write_bytes(out.getvalue().encode("utf-8-sig"))
    got = rows(read_book(path, ReadOptions(delimiter=",")))
    width = len(got[0])
    for index, row in enumerate(table):
        expected = [cell or None for cell in row] + [None] * 5
        assert (got[index] if index < len(got) else (None,) * width) == tuple(expected[:width])
