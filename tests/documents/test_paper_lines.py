"""Text is data: cleaned, broken by the rules of Chinese typesetting, never read as markup."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from desktop.documents.pdf.fonts import fonts, missing_glyphs, to_unicode_map
from desktop.documents.pdf.lines import LONGEST, Style, break_lines, clean, para, side_by_side

FONT = fonts().regular
PLAIN = Style(FONT, 9.0, 11.6)
NEVER_FIRST = set("，。、；：！？）》」』】〕…,.;:!?)]}%")
NEVER_LAST = set("（《「『【〔([{￥")
MIXED = st.text(st.sampled_from("客户资料卡在杭州ABcd 0189-@/._，。、；：！？（）《》“”%￥\n龥𬭎😀"), max_size=120)


def test_known_rare_characters_have_glyphs_in_both_weights() -> None:
    assert missing_glyphs("䶮㛃𬭎𫖯￥…—“”□") == []
    assert missing_glyphs("好😀a😀\U000f1234") == ["😀", "\U000f1234"]


@given(st.text(max_size=300))
def test_clean_text_has_nothing_unprintable(text: str) -> None:
    for char in clean(text):
        kind = unicodedata.category(char)
        assert char == "\n" or kind not in {"Cc", "Cf", "Cs", "Zl", "Zp"}, f"U+{ord(char):04X}"


@pytest.mark.parametrize(
    ("raw", "cleaned"),
    [
        ("a\x00b\x07c\x7f", "abc"),
        ("甲\r\n乙\r丙\u2028丁\x85戊", "甲\n乙\n丙\n丁\n戊"),
        ("a\n\n\n\n\nb", "a\n\nb"),
        ("\ud83d 半", "\ufffd 半"),
        ("\ufffe\uffff", "\ufffd\ufffd"),
        ("\u202eevil\u202c\u200b\ufeff", "evil"),
        ("葛\U000e0100", "葛"),
        ("☀\ufe0f", "☀"),
        ("e\u0301", "é"),
        ("\ufa19", "\ufa19"),
        ("a\u00a0b\tc", "a b    c"),
        ("　　两格", "　　两格"),
    ],
)
def test_what_cannot_be_printed_goes(raw: str, cleaned: str) -> None:
    assert clean(raw) == cleaned


@given(MIXED, st.floats(30, 300))
@example("00%””", 30.0)
def test_lines_fit_and_lose_nothing(text: str, room: float) -> None:
    lines = break_lines(text.replace("\n", ""), FONT, 9.0, room)
    assert all(FONT.width(line, 9.0) <= room + 0.01 for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace("\n", "").replace(" ", "")


@given(st.lists(st.sampled_from(["客户", "资料", "，", "。", "（", "）", "“", "”", "A4", "3.5%", " "]), max_size=60))
@example(["A4", "3.5%", "3.5%", "，"])
def test_no_mark_stands_where_it_must_not(parts: list[str]) -> None:
    """Runs of marks alone may be longer than a line; between words they never are here."""
    text = "".join(part + ("字" if part in "，。（）“”" else "") for part in parts)
    lines = break_lines(text, FONT, 9.0, 60.0)
    assert not any(line[0] in NEVER_FIRST for line in lines[1:] if line)
    assert not any(line[-1] in NEVER_LAST for line in lines[:-1] if line)


def test_words_and_numbers_stay_whole() -> None:
    lines = break_lines("已发货 1,234.50 元至 Kensington 仓库，单号 SF1234567890。", FONT, 9.0, 75.0)
    for word in ("1,234.50", "Kensington", "SF1234567890。"):
        assert any(word in line for line in lines), lines


def test_a_long_address_breaks_after_its_marks() -> None:
    lines = break_lines("https://www.example.com/catalogue/paper/index.html?page=2", FONT, 9.0, 110.0)
    assert len(lines) > 1
    assert all(line[-1] in "/.?=" for line in lines[:-1]), lines


def test_a_closing_mark_takes_a_character_along_even_out_of_a_long_word() -> None:
    whole = "x" * 40
    room = FONT.width("x" * 20, 9.0)
    lines = break_lines(whole + "。", FONT, 9.0, room)
    assert lines[-1] == "x。"


def test_a_name_shrinks_before_it_wraps() -> None:
    style = Style(fonts().bold, 11.5, 14.0, least=8.0, wrapped=9.0)
    name = "临江市青禾办公用品有限责任公司"
    assert para(name, style, 300.0).size == 11.5
    shrunk = para(name, style, 150.0)
    assert (len(shrunk.texts), shrunk.size) == (1, 10.0)
    wrapped = para(name, style, 80.0)
    assert (len(wrapped.texts), wrapped.size) == (2, 9.0)


def test_a_cut_line_shows_that_it_is_cut() -> None:
    style = Style(FONT, 9.0, 11.0, least=7.0, wrapped=7.0, most_lines=1)
    lines = para("很长的公司名称" * 20, style, 100.0)
    assert len(lines.texts) == 1
    assert lines.texts[0].endswith("…")
    assert FONT.width(lines.texts[0], lines.size) <= 100.0


def test_very_long_text_is_cut_visibly() -> None:
    lines = para("长" * 100_000, PLAIN, 400.0)
    joined = "".join(lines.texts)
    assert len(joined) == LONGEST
    assert joined.endswith("…")


def test_markup_is_only_text() -> None:
    assert para("<b>粗</b> & <font color=red>", PLAIN, 500.0).texts == ("<b>粗</b> & <font color=red>",)


def test_words_to_tick_are_never_divided() -> None:
    lines = side_by_side(("□ Loyal", "□ Changes brands", "□ Loyal to no brand"), PLAIN, 100.0)
    assert lines.texts == ("□ Loyal", "□ Changes brands", "□ Loyal to no brand")
    assert side_by_side((), PLAIN, 100.0).texts == ()


def test_code_points_beyond_the_first_plane_are_mapped_as_surrogate_pairs() -> None:
    stream = to_unicode_map("AAAAAA+X", [0, 0x4E00, 0x2CB4E] + [0x5000 + n for n in range(250)])
    assert "<02> <D872DF4E>" in stream
    assert stream.count("beginbfchar") == 3, "no block holds more than 100"
    assert "53 beginbfchar" in stream


def test_fonts_are_read_once() -> None:
    assert fonts() is fonts()
