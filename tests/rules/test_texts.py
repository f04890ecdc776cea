"""What a file cannot keep is found, and what is shown does no harm."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.rules.texts import SHORT, WHOLE, one_line, several_lines, text_fault


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [("a\x00b", "text_nul", 2), ("张\ud83d三", "text_broken", 2), ("\udc00", "text_broken", 1)],
)
def test_what_no_file_can_keep_is_named_with_its_place(text: str, code: str, place: int) -> None:
    fault = text_fault(text, "name")
    assert fault is not None
    assert (fault.code, fault.field, fault.facts["place"]) == (code, "name", place)


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\x00")))
def test_everything_else_can_be_kept(text: str) -> None:
    assert text_fault(text) is None


@given(st.text(alphabet=st.characters()))
def test_what_is_shown_turns_nothing_and_breaks_nothing(text: str) -> None:
    line, block = one_line(text), several_lines(text)
    for shown in (line, block):
        shown.encode("utf-8")
        assert not {"\u202e", "\u202d", "\u2066", "\x1b", "\x00", "\r"} & set(shown)
    assert "\n" not in line
    assert not any(unicodedata.category(sign) == "Cc" for sign in line)


def test_names_and_emoji_are_shown_as_they_are() -> None:
    assert one_line("张三丰 👨‍👩‍👧 Müller") == "张三丰 👨‍👩‍👧 Müller"
    assert several_lines("一\n二\t三") == "一\n二\t三"
    assert one_line("一\n二\t三") == "一 二 三"


def test_a_megabyte_is_shown_in_part_and_says_so() -> None:
    assert one_line("长" * 1_000_000) == "长" * SHORT + "…"
    assert len(several_lines("长" * 1_000_000)) == WHOLE + 1
