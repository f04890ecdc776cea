"""Everything a person reads is in the catalogue, in words the extractor can see, with its placeholders whole."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

from desktop.words import Catalogue, read_ts


@pytest.fixture(scope="module")
def words(script: Callable[[str], ModuleType]) -> ModuleType:
    return script("words")


@pytest.fixture
def desktop(tmp_path: Path) -> Path:
    folder = tmp_path / "desktop"
    folder.mkdir()
    return folder


def test_no_call_hides_its_text(words: ModuleType) -> None:
    _, faults = words.sources()
    if faults:
        pytest.fail("\n".join(map(str, faults)), pytrace=False)


def test_every_text_is_translated(words: ModuleType) -> None:
    texts, _ = words.sources()
    gaps = words.gaps(words.in_step(texts, words.read()), texts)
    if gaps:
        pytest.fail("write them, then `dev.py words`:\n" + "\n".join(map(str, gaps)), pytrace=False)


def test_the_catalogue_holds_nothing_else(words: ModuleType) -> None:
    texts, _ = words.sources()
    assert set(words.read()) - set(texts) == set(), "no longer used: run `dev.py words`"


def test_the_program_reads_what_the_script_wrote(words: ModuleType) -> None:
    finished = {source: message.translation for source, message in words.read().items() if message.finished}
    assert read_ts(words.CATALOGUE.read_bytes()) == finished
    assert Catalogue.load("zh_CN", words.CATALOGUE.parent).language == "zh_CN"


def test_texts_of_all_three_marks_are_found(words: ModuleType, desktop: Path) -> None:
    (desktop / "a.py").write_text('tr("One")\nX = N_("Two")\nc.text("Three {n}", n=3)\nf.text(X)\nother("Four")\n')
    assert words.sources(desktop) == (
        {"One": "desktop/a.py:1", "Two": "desktop/a.py:2", "Three {n}": "desktop/a.py:3"},
        [],
    )


@pytest.mark.parametrize(
    "call", ['tr(f"{n} rows")', 'tr("a" + b)', "tr(title)", "N_(title)", 'c.text(f"{n}")', 'c.text("a" if b else "c")']
)
def test_hidden_texts_are_reported(words: ModuleType, desktop: Path, call: str) -> None:
    (desktop / "a.py").write_text(f"\n{call}\n")
    texts, faults = words.sources(desktop)
    assert texts == {}
    assert [fault.place for fault in faults] == ["desktop/a.py:2"]


def test_a_file_survives_writing_and_reading(words: ModuleType, tmp_path: Path) -> None:
    known = {
        "A < B & \"C\"\nnext {n}": words.Message("A < B & \"C\"\nnext {n}", "甲 < 乙 & “丙”\n{n} 下", finished=True),
        "Unwritten": words.Message("Unwritten"),
        "Doubtful": words.Message("Doubtful", "存疑"),
    }  # fmt: skip
    path = tmp_path / "zh_CN.ts"
    path.write_text(words.written(known), "utf-8")
    assert words.read(path) == known
    assert read_ts(path.read_bytes()) == {"A < B & \"C\"\nnext {n}": "甲 < 乙 & “丙”\n{n} 下"}  # fmt: skip


def test_lists_fill_gaps_and_change_nothing_finished(words: ModuleType, tmp_path: Path) -> None:
    (tmp_path / "a.tsv").write_text("Save\t保存\nTwo\\nlines\t两\\n行\nKept\t别的\nGone\t没了\n", "utf-8")
    texts = ("Save", "Two\nlines", "Kept", "Open")
    messages = {text: words.Message(text) for text in texts} | {"Kept": words.Message("Kept", "原样", finished=True)}
    merged = words.merge(messages, tmp_path)
    assert {text: merged[text].translation for text in texts} == {
        "Save": "保存", "Two\nlines": "两\n行", "Kept": "原样", "Open": "",
    }  # fmt: skip
    assert "Gone" not in merged


def test_lost_placeholders_are_a_gap(words: ModuleType) -> None:
    messages = {"{count} rows": words.Message("{count} rows", "{cuont} 行", finished=True)}
    (gap,) = words.gaps(messages, {"{count} rows": "desktop/a.py:1"})
    assert "other placeholders" in gap.why
