"""A box that finds one thing by what one types."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.ui.kit.picker import Picker
from desktop.ui.kit.search_box import Hit

KEY = 382_966_781_606_437_125  # longer than Qt's own numbers


def find(typed: str) -> list[Hit]:
    found = [("王记百货", KEY), ("王府文具", KEY + 1), ("李记五金", KEY + 2)]
    return [Hit(key, name, "杭州") for name, key in found if typed and typed in name]


@pytest.fixture
def picker(qtbot: QtBot, light: None) -> Picker:
    made = Picker("哪个客户？", find, "选定客户")
    qtbot.addWidget(made)
    made.show()
    made.line.setFocus()
    return made


def test_arrows_and_enter_take_a_hit(picker: Picker) -> None:
    assert not picker.yes.isEnabled()
    picker.line.setText("王")
    picker.look_up()
    assert picker.hits.count() == 2
    QTest.keyClick(picker.line, Qt.Key.Key_Down)
    QTest.keyClick(picker.line, Qt.Key.Key_Down)
    QTest.keyClick(picker.line, Qt.Key.Key_Return)
    assert picker.picked == KEY + 1
    assert not picker.isVisible()


def test_enter_right_after_the_last_key_finds_first(picker: Picker) -> None:
    picker.line.setText("李")
    QTest.keyClick(picker.line, Qt.Key.Key_Return)
    assert picker.picked == KEY + 2


def test_nothing_found_is_said_and_nothing_taken(picker: Picker) -> None:
    picker.line.setText("赵")
    picker.look_up()
    QTest.keyClick(picker.line, Qt.Key.Key_Return)
    assert (picker.none.text(), picker.picked, picker.isVisible()) == ("Nothing found", None, True)
    QTest.keyClick(picker.line, Qt.Key.Key_Escape)
    assert not picker.isVisible()
