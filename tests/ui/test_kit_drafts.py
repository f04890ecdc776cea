"""What cannot be read and is kept all the same, remarks, offers while one types, masked numbers, and pasted floods."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop.rules.masking import mask_id
from desktop.ui.kit.binder import Unreadable
from desktop.ui.kit.editors import LinesEditor, TextEditor
from desktop.ui.kit.field_view import MaskedLine, UnclearLine, ValueLabel
from desktop.ui.kit.fields import FormField, Remark, Suggest
from desktop.ui.kit.form import Form
from desktop.ui.kit.inputs import MOST_IN_LINE, Line
from desktop.ui.kit.labels import ElidedLabel
from desktop.ui.kit.masked import MaskedEditor
from desktop.ui.kit.suggesting import SuggestingEditor

PLACES = ("杭州", "杭锦旗", "湖州")
SUGGEST = Suggest(lambda text: [one for one in PLACES if one.startswith(text) or text == "h"], str.strip, str)


@dataclass(frozen=True, slots=True)
class Draft:
    name: str = "王丽"
    founded_on: date | None = None
    place: str = "湖州"
    id_number: str | None = "11010519491231002X"


FIELDS = (
    FormField("name", "Name", limit=8),
    FormField("founded_on", "Founded on", "date"),
    FormField("place", "Place", "suggested", suggest=SUGGEST),
    FormField("id_number", "ID number", "masked", mask=mask_id, blank=None),
)


@pytest.fixture
def form(qtbot: QtBot, light: None) -> Form[Draft]:
    made: Form[Draft] = Form(FIELDS, as_written=("founded_on",))
    qtbot.addWidget(made)
    made.resize(900, 300)
    made.put(Draft())
    made.show()
    return made


def line(form: Form[Draft], field: str) -> Line:
    editor = form.editor(field)
    assert isinstance(editor, TextEditor)
    return editor.input


def state(form: Form[Draft]) -> tuple[Draft, bool]:
    return form.taken(), form.dirty


def press(form: Form[Draft], text: str) -> None:
    next(one for one in form.findChildren(QPushButton) if one.text() == text and one.isVisible()).click()


def test_a_date_that_is_none_is_kept_as_written_when_one_insists(form: Form[Draft]) -> None:
    form.edit()
    line(form, "founded_on").setText("2月30日")
    with pytest.raises(Unreadable):
        form.taken()
    press(form, "Keep as written")
    assert form.taken().founded_on is None
    assert form.unclear == {"founded_on": "2月30日"}
    assert form.dirty
    line(form, "founded_on").setText("2月31日")
    with pytest.raises(Unreadable):
        form.taken()
    line(form, "founded_on").setText("2020-03-05")
    assert (form.taken().founded_on, form.unclear) == (date(2020, 3, 5), {})


def test_what_was_kept_is_marked_offered_again_and_cleared_by_a_value(form: Form[Draft]) -> None:
    form.put(Draft(), {"founded_on": "2月30日", "elsewhere": "x"})
    assert form.unclear == {"founded_on": "2月30日"}
    assert [one.value.whole for one in form.findChildren(UnclearLine)] == ["To be checked: 2月30日"]
    form.edit(True, "founded_on")
    assert line(form, "founded_on").text() == "2月30日"
    assert state(form) == (Draft(), False)
    line(form, "founded_on").setText("2020-03-05")
    assert (form.taken().founded_on, form.unclear) == (date(2020, 3, 5), {})
    line(form, "founded_on").clear()
    assert (form.taken().founded_on, form.unclear, form.dirty) == (None, {}, True)


def test_a_field_that_may_not_keep_offers_nothing(form: Form[Draft]) -> None:
    form.edit()
    line(form, "name").setText("比八个字长得多的名称")
    with pytest.raises(Unreadable):
        form.taken()
    assert not any(one.text() == "Keep as written" and one.isVisible() for one in form.findChildren(QPushButton))


def test_a_remark_follows_the_typing_and_does_what_it_offers(form: Form[Draft]) -> None:
    done: list[str] = []
    form.watch(
        "name",
        lambda text: Remark(f"short: {text}", "warn", "Do", lambda: done.append(text)) if len(text) < 2 else None,
    )
    form.edit()
    line(form, "name").setText("王")
    press(form, "Do")
    assert done == ["王"]
    line(form, "name").setText("王丽")
    assert not any(one.text() == "Do" and one.isVisible() for one in form.findChildren(QPushButton))


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_a_few_keys_and_enter_take_the_first_offer(form: Form[Draft]) -> None:
    form.edit(True, "place")
    editor = form.editor("place")
    assert isinstance(editor, SuggestingEditor)
    editor.input.selectAll()
    QTest.keyClicks(editor.input, "h")
    assert editor.completer.popup().isVisible()
    QTest.keyClick(editor.completer.popup(), Qt.Key.Key_Down)
    QTest.keyClick(editor.completer.popup(), Qt.Key.Key_Down)
    QTest.keyClick(editor.completer.popup(), Qt.Key.Key_Return)
    assert form.taken().place == "杭锦旗"
    editor.completer.popup().hide()


def test_free_text_stays(form: Form[Draft]) -> None:
    form.edit()
    line(form, "place").setText("火星")
    assert form.taken().place == "火星"


def test_a_masked_number_is_shown_on_demand_and_copied_bare(form: Form[Draft], qtbot: QtBot) -> None:
    masked = form.findChildren(MaskedLine)[0]
    assert masked.value.whole == "1101**********002X"
    masked.copy()
    assert QGuiApplication.clipboard().text() == "11010519491231002X"
    masked.eye.click()
    assert masked.value.whole == "11010519491231002X"
    masked._hide_again.setInterval(1)
    masked._hide_again.start()
    qtbot.waitUntil(lambda: masked.value.whole == "1101**********002X")
    assert not masked.eye.isChecked()


def test_a_masked_editor_gives_back_the_whole(form: Form[Draft]) -> None:
    form.edit()
    editor = form.editor("id_number")
    assert isinstance(editor, MaskedEditor)
    assert editor.input.text() == "1101**********002X"
    assert form.taken() == Draft()
    editor.uncover()
    assert editor.input.text() == "11010519491231002X"
    editor.input.setText("440524188001010014")
    editor.cover()
    assert editor.input.text() == "4405**********0014"
    assert form.taken() == replace(Draft(), id_number="440524188001010014")


def test_a_flood_pasted_into_a_line_is_refused_whole(form: Form[Draft], qtbot: QtBot) -> None:
    form.edit()
    name = line(form, "name")
    name.setText("王丽")
    QGuiApplication.clipboard().setText("长" * 1_000_000)
    with qtbot.waitSignal(name.refused) as told:
        name.paste()
    assert told.args == [1_000_000]
    assert name.text() == "王丽"
    assert form.taken() == Draft()


def test_a_flood_pasted_into_lines_is_refused_whole(qtbot: QtBot) -> None:
    editor = LinesEditor(FormField("note", "Note", "lines"))
    qtbot.addWidget(editor)
    editor.put("前言")
    flood = QMimeData()
    flood.setText("长" * 1_000_000)
    with qtbot.waitSignal(editor.refused):
        editor.input.insertFromMimeData(flood)
    assert editor.get() == "前言"


@pytest.mark.parametrize("kind", ["text", "lines"])
def test_a_text_too_long_for_any_editor_comes_back_whole(qtbot: QtBot, kind: str) -> None:
    made = (LinesEditor if kind == "lines" else TextEditor)(FormField("note", "Note", kind))  # type: ignore[arg-type]
    qtbot.addWidget(made)
    text = "长" * 1_000_000
    made.put(text)
    assert made.input.isReadOnly()
    assert len(made.input.text() if kind == "text" else made.input.toPlainText()) < MOST_IN_LINE  # type: ignore[union-attr]
    assert made.raw() == text
    assert made.get() == text


@pytest.mark.parametrize("text", ["a\x00b", "\x00"])
def test_what_no_file_can_keep_is_said_at_the_field(form: Form[Draft], text: str) -> None:
    form.edit()
    line(form, "name").setText(text)
    assert form.editor("name").trouble()
    with pytest.raises(Unreadable):
        form.taken()


def test_labels_draw_hostile_texts_harmlessly(qtbot: QtBot, light: None) -> None:
    text = "张三\u202e\x1b[31m\n" + "长" * 1_000_000
    shown, whole = ElidedLabel(text), ValueLabel(text)
    for widget in (shown, whole):
        qtbot.addWidget(widget)
        widget.resize(300, 40)
        widget.grab()
    assert "\u202e" not in shown.whole + whole.text()
    assert len(shown.whole) < 500
    assert len(whole.text()) < 21_000
