"""Single editors, and how text becomes a value."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import QDate
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.kit.binder import Binder
from desktop.ui.kit.date_editor import DateEditor
from desktop.ui.kit.editors import ChoiceEditor, LinesEditor, TextEditor, YesNoEditor, editor_for
from desktop.ui.kit.fields import FormField, NotUnderstood, Option, Reading, read_money, show_money

pytestmark = pytest.mark.usefixtures("light")
READING = Reading(today=lambda: date(2026, 3, 5))


@dataclass(frozen=True, slots=True)
class Draft:
    name: str = "恒远"
    id: int = 7


def compose(widget: QWidget, unfinished: str, commit: str = "") -> None:
    """What an input method sends."""
    QApplication.sendEvent(widget, QInputMethodEvent(unfinished, []))
    if commit:
        event = QInputMethodEvent("", [])
        event.setCommitString(commit)
        QApplication.sendEvent(widget, event)


def test_too_much_is_said_and_never_cut(qtbot: QtBot) -> None:
    editor = LinesEditor(FormField("note", "Note", "lines", limit=3))
    qtbot.addWidget(editor)
    compose(editor.input, "", "一二𬭎")
    assert (editor.get(), editor.trouble()) == ("一二𬭎", "")
    compose(editor.input, "", "四")
    assert editor.trouble()
    with pytest.raises(NotUnderstood):
        editor.get()
    assert editor.raw() == "一二𬭎四"


def test_a_value_without_option_stays(qtbot: QtBot) -> None:
    editor = ChoiceEditor(FormField("rep", "Rep", "choice", options=lambda: [Option(1, "王丽"), Option(2, "李强")]))
    qtbot.addWidget(editor)
    editor.put(99)
    assert editor.get() == 99
    assert editor.input.currentText() == "99"
    editor.put(2)
    assert [editor.input.itemText(n) for n in range(editor.input.count())] == ["", "王丽", "李强"]


def test_a_required_choice_has_no_blank_but_keeps_one(qtbot: QtBot) -> None:
    editor = ChoiceEditor(FormField("kind", "Kind", "choice", options=(Option("a", "A"),), required=True))
    qtbot.addWidget(editor)
    editor.put(None)
    assert editor.get() is None
    editor.put("a")
    assert editor.input.count() == 1


@pytest.mark.parametrize("value", [True, False, None])
def test_yes_no_and_not_known(qtbot: QtBot, value: bool | None) -> None:
    editor = YesNoEditor(FormField("need", "Need", "yes_no"))
    qtbot.addWidget(editor)
    editor.put(value)
    assert editor.get() is value


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # pop-ups want a real screen
def test_a_date_is_picked(qtbot: QtBot) -> None:
    editor = DateEditor(FormField("day", "Day", "date"), READING)
    qtbot.addWidget(editor)
    editor.show()
    editor.input.setText("unsinn")
    editor.pop_up()
    assert editor._month is not None
    assert editor._month.calendar.selectedDate() == QDate(2026, 3, 5)
    editor._month.calendar.clicked.emit(QDate(2026, 3, 9))
    assert editor.get() == date(2026, 3, 9)
    assert not editor._month.isVisible()


def test_a_binder_works_without_a_form(qtbot: QtBot) -> None:
    editor = TextEditor(FormField("name", "Name"))
    qtbot.addWidget(editor)
    binder: Binder[Draft] = Binder({"name": editor})
    assert not binder.dirty
    binder.show(Draft())
    editor.input.setText("x")
    assert binder.taken() == Draft(name="x")
    assert binder.shown == Draft()


@pytest.mark.parametrize("kind", ["text", "lines", "choice", "yes_no", "int", "date", "money", "entries"])
def test_every_kind_shows_nothing_as_nothing(qtbot: QtBot, kind: str) -> None:
    editor = editor_for(FormField("key", "Key", kind), Reading())  # type: ignore[arg-type]
    qtbot.addWidget(editor)
    editor.put(None)
    assert editor.get() in (None, "", ())


@pytest.mark.parametrize(
    ("text", "amount"),
    [("1234.5", "1234.50"), ("￥1,234.50", "1234.50"), ("¥ 12", "12.00"), ("－３．２", "-3.20"), ("100元", "100.00")],
)
def test_money_is_read(text: str, amount: str) -> None:
    assert str(read_money(text)) == amount


@pytest.mark.parametrize("text", ["", "abc", "1.234", "NaN", "Infinity", "1e999999", "--1", "1/2"])
def test_what_is_no_money_is_said(text: str) -> None:
    with pytest.raises(NotUnderstood):
        read_money(text)


def test_money_is_shown() -> None:
    assert show_money(Decimal("-1234567.5")) == "-￥1,234,567.50"
    assert read_money(show_money(Decimal("-1234567.50"))) == Decimal("-1234567.50")


def test_iso_dates_are_read_by_default() -> None:
    assert Reading().read_date(" 2026-03-05 ") == date(2026, 3, 5)
    with pytest.raises(NotUnderstood):
        Reading().read_date("3-5")
