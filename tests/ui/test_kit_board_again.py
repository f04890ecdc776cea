"""A board that is put again: what stays where it was, what it says, and to whom."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.ui.kit.board_cards import BoardColumn
from desktop.ui.kit.board_column import ColumnPane
from tests.ui.board_driving import (
    COLUMNS,
    FIRST,
    KEYS,
    Driven,
    numbered,
    opened,
)

pytestmark = pytest.mark.usefixtures("light")


@pytest.fixture
def full() -> dict[str, Sequence[int]]:
    return {key: numbered(n) for n, key in enumerate(KEYS)}


@pytest.fixture
def made(qtbot: QtBot, full: dict[str, Sequence[int]]) -> Driven:
    return opened(qtbot, full)


def test_the_same_ids_again_keep_place_and_choice_and_fetch_what_is_seen(
    made: Driven, full: dict[str, Sequence[int]]
) -> None:
    made.board.go_to(numbered(1)[2000])
    made.cards("C").verticalScrollBar().setValue(777)
    at, heard = made.cards("B").verticalScrollBar().value(), len(made.current)
    made.source.asked.clear()
    made.put(full)
    made.board.grab()
    assert made.cards("B").verticalScrollBar().value() == at > 0
    assert made.cards("C").verticalScrollBar().value() == 777
    assert made.board.chosen() == ("B", [numbered(1)[2000]])
    assert len(made.current) == heard
    assert 0 < len(made.source.asked) <= 2 * len(KEYS), "the values may have changed"


def test_other_ids_keep_the_place_in_the_list(made: Driven, full: dict[str, Sequence[int]]) -> None:
    made.board.go_to(numbered(1)[1000])
    made.cards("B").verticalScrollBar().setValue(5000)  # the cursor is out of sight
    made.put({**full, "B": numbered(1)[1:]})
    assert made.cards("B").verticalScrollBar().value() == 5000
    assert made.board.current_id() == numbered(1)[1000]
    assert made.board.chosen() == ("B", [numbered(1)[1000]])


def test_where_a_card_has_gone_the_cursor_is_on_the_next(made: Driven, full: dict[str, Sequence[int]]) -> None:
    made.board.focus_cards()
    made.click("A", 3)
    gone = numbered(0)[3]
    made.put({**full, "A": [i for i in numbered(0) if i != gone], "B": [gone, *numbered(1)]})
    assert made.board.chosen() == ("A", [numbered(0)[4]])
    assert made.focused() == "A"
    assert made.board.go_to(gone), "the screen may follow the card instead"
    assert made.board.chosen() == ("B", [gone])
    made.put({**full, "B": []})
    assert (made.board.chosen(), made.board.current_id()) == (("", []), None)
    assert made.current[-1] is None


def test_other_columns_in_another_order(made: Driven, full: dict[str, Sequence[int]]) -> None:
    made.board.go_to(numbered(2)[1500])
    at = made.cards("C").verticalScrollBar().value()
    made.board.put((COLUMNS[2], BoardColumn("new", "New", empty="New."), COLUMNS[0]), {**full, "new": [FIRST - 1]})
    QApplication.processEvents()
    assert made.cards("C").verticalScrollBar().value() == at
    assert made.board.chosen() == ("C", [numbered(2)[1500]])
    panes = sorted((p for p in made.board.findChildren(ColumnPane) if p.isVisible()), key=lambda p: p.x())
    assert [pane.column.key for pane in panes] == ["C", "new", "A"]
    made.cards("C").setFocus()
    QTest.keyClick(made.cards("C"), Qt.Key.Key_Tab)
    assert made.cards("new").hasFocus()
    made.board.put((COLUMNS[0],), full)
    assert made.board.chosen() == ("A", [numbered(0)[0]]), "the keyboard goes on where there is something left"


def test_notes_come_later(made: Driven) -> None:
    before = made.pane("B").head.grab().toImage()
    made.board.put_note("B", "￥12,345,678.00")
    assert made.pane("B").column.note == "￥12,345,678.00"
    assert made.pane("B").head.grab().toImage() != before
    assert made.cards("B").accessibleDescription() == "￥12,345,678.00"


def test_names_for_those_who_listen(made: Driven) -> None:
    cards = made.cards("A")
    assert cards.accessibleName() == "A: 4000 cards"
    card = cards.rows.index(7, 0)
    assert card.data(Qt.ItemDataRole.AccessibleTextRole) == "card 7, up, one, ￥8, two"
    assert card.data(Qt.ItemDataRole.ToolTipRole) == "<qt>&lt;tip&gt; 7</qt>"
    made.put({})
    assert (cards.accessibleName(), cards.accessibleDescription()) == ("A: 0 cards", "Nothing here yet.")


def test_an_empty_column_says_so(made: Driven) -> None:
    made.put({})
    drawn = made.cards("A").viewport().grab().toImage()
    made.board.put([BoardColumn(key, key) for key in KEYS], {})
    assert made.cards("A").viewport().grab().toImage() != drawn
    assert made.board.chosen() == ("", [])
    assert not made.board.go_to(FIRST)


def test_a_card_deleted_meanwhile_is_blank(made: Driven) -> None:
    made.source.gone.add(numbered(0)[1])
    made.board.refresh()
    made.board.grab()
    assert made.cards("A").rows.row(1) is None
    assert made.cards("A").rows.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole) is None
