"""Forms: what is shown comes back untouched, what is typed comes back as values, errors stand at their field."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.kit.binder import Unreadable
from desktop.ui.kit.editors import ChoiceEditor, LinesEditor
from desktop.ui.kit.entry_editor import EntryEditor
from desktop.ui.kit.field_view import CopyLine, ValueLabel
from desktop.ui.kit.fields import Entry, FormField, NotUnderstood, Option, Reading
from desktop.ui.kit.form import Form
from desktop.ui.kit.labels import ElidedLabel

pytestmark = pytest.mark.usefixtures("light")


class Stage(StrEnum):
    WON = "won"
    LOST = "lost"


@dataclass(frozen=True, slots=True)
class Draft:
    id: int = 2**52
    name: str = "恒远"
    note: str | None = None
    stage: Stage | None = Stage.WON
    has_need: bool | None = None
    headcount: int | None = 120
    founded_on: date | None = date(2003, 5, 1)
    revenue: Decimal | None = Decimal("1250000.00")
    phones: tuple[Entry, ...] = (Entry("mobile", "13800138000", "王经理", 7), Entry("phone", "021-5551", "", 8))
    number: str = "K-007"


def day(text: str) -> date:
    if text == "明天":
        return date(2026, 3, 6)
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise NotUnderstood(f"“{text}”不是日期") from None


READING = Reading(read_date=day, today=lambda: date(2026, 3, 5), show_entry=lambda e: f"{e.value[:3]} {e.value[3:]}")
FIELDS = (
    FormField("name", "Name", span=2, required=True, limit=4),
    FormField("note", "Note", "lines", span=2, help="What matters"),
    FormField("stage", "Stage", "choice", options=(Option(Stage.WON, "Won"), Option(Stage.LOST, "Lost"))),
    FormField("has_need", "Has the need", "yes_no"),
    FormField("headcount", "Headcount", "int", unit="people", least=0, most=9999),
    FormField("founded_on", "Founded on", "date"),
    FormField("revenue", "Revenue", "money"),
    FormField("phones", "Phones", "entries", options=(Option("mobile", "Mobile"), Option("phone", "Phone"))),
    FormField("number", "Number", read_only=True, copy=True),
)


@pytest.fixture
def form(qtbot: QtBot) -> Form[Draft]:
    made: Form[Draft] = Form(FIELDS, READING)
    qtbot.addWidget(made)
    made.put(Draft())
    made.resize(900, 600)
    made.show()
    qtbot.waitExposed(made)
    return made


def line(form: Form[Draft], key: str) -> QLineEdit:
    found = form.editor(key).focusProxy()
    assert isinstance(found, QLineEdit)
    return found


def compose(widget: QWidget, unfinished: str, commit: str = "") -> None:
    """What an input method sends."""
    QApplication.sendEvent(widget, QInputMethodEvent(unfinished, []))
    if commit:
        event = QInputMethodEvent("", [])
        event.setCommitString(commit)
        QApplication.sendEvent(widget, event)


def texts(form: Form[Draft]) -> list[str]:
    labels: list[QLabel] = [*form.findChildren(ValueLabel), *form.findChildren(ElidedLabel)]
    return [label.text() for label in labels if label.isVisible()]


def test_reading_shows_values_as_text(form: Form[Draft]) -> None:
    shown = texts(form)
    for text in ("恒远", "Won", "120 people", "2003-05-01", "￥1,250,000.00", "138 00138000", "K-007"):
        assert text in shown
    assert shown.count("—") == 2, "no note, and not known whether there is a need"


def test_shown_and_taken_are_the_same(form: Form[Draft], qtbot: QtBot) -> None:
    form.edit()
    assert form.taken() == Draft()
    assert not form.dirty
    assert form.draft.id == 2**52


def test_values_that_an_editor_cannot_hold_come_back_untouched(form: Form[Draft]) -> None:
    odd = Draft(name="two\nlines  ", note="no\u00a0break\r\n", revenue=Decimal("1.005"), stage=None)
    form.put(odd)
    form.edit()
    assert form.taken() == odd
    assert not form.dirty


def test_typing_back_is_not_dirty(form: Form[Draft]) -> None:
    form.edit()
    heard: list[bool] = []
    form.dirty_changed.connect(heard.append)
    line(form, "name").setText("恒远一")
    line(form, "name").setText("恒远")
    assert heard == [True, False]
    assert not form.dirty


def test_what_is_typed_is_taken(form: Form[Draft]) -> None:
    form.edit()
    line(form, "name").setText(" 新名 ")
    notes = form.editor("note")
    assert isinstance(notes, LinesEditor)
    notes.input.setPlainText("第一行\n第二行")
    stage = form.editor("stage")
    assert isinstance(stage, ChoiceEditor)
    stage.input.setCurrentIndex(2)
    need = form.editor("has_need")
    need.findChildren(QRadioButton)[1].click()
    line(form, "headcount").setText("１３0")
    line(form, "founded_on").setText("明天")
    line(form, "revenue").setText("￥1,000,000.5")
    taken = form.taken()
    assert taken == Draft(
        name="新名",
        note="第一行\n第二行",
        stage=Stage.LOST,
        has_need=False,
        headcount=130,
        founded_on=date(2026, 3, 6),
        revenue=Decimal("1000000.50"),
    )
    assert type(taken.stage) is Stage


def test_emptied_fields_are_nothing(form: Form[Draft]) -> None:
    form.edit()
    for key in ("name", "headcount", "founded_on", "revenue"):
        line(form, key).clear()
    stage = form.editor("stage")
    assert isinstance(stage, ChoiceEditor)
    stage.input.setCurrentIndex(0)
    assert form.taken() == replace(Draft(), name="", headcount=None, founded_on=None, revenue=None, stage=None)


def test_what_cannot_be_read_is_said_at_its_field(form: Form[Draft]) -> None:
    form.edit()
    line(form, "founded_on").setText("昨个")
    line(form, "headcount").setText("viele")
    assert form.dirty
    with pytest.raises(Unreadable) as problem:
        form.taken()
    assert set(problem.value.fields) == {"headcount", "founded_on"}
    assert line(form, "founded_on").property("wrong")
    assert line(form, "founded_on").accessibleDescription() == "“昨个”不是日期"
    assert line(form, "headcount").hasFocus(), "the first of them has the cursor"
    line(form, "founded_on").setText("2026-01-02")
    assert not line(form, "founded_on").property("wrong"), "typing takes the mark away"


@pytest.mark.parametrize(("text", "sentence"), [("-1", "At least 0"), ("10000", "At most 9999")])
def test_numbers_have_limits(form: Form[Draft], text: str, sentence: str) -> None:
    form.edit()
    line(form, "headcount").setText(text)
    with pytest.raises(Unreadable, match=sentence):
        form.taken()


def test_a_broken_rule_is_shown_at_its_field(form: Form[Draft]) -> None:
    form.edit()
    assert form.show_error("phones", "这个号码已属于别的客户")
    assert not form.show_error("tier", "not here")
    form.clear_errors()
    assert form.show_error("name", "名称不能为空")
    form.put(Draft())
    assert not line(form, "name").property("wrong")


def test_leaving_a_field_writes_what_was_understood(form: Form[Draft]) -> None:
    form.edit()
    for key, typed, understood in (("founded_on", "明天", "2026-03-06"), ("revenue", "5000", "￥5,000.00")):
        line(form, key).setFocus()
        line(form, key).setText(typed)
        line(form, "name").setFocus()
        assert line(form, key).text() == understood
    line(form, "founded_on").setText("昨个")
    line(form, "founded_on").editingFinished.emit()
    assert line(form, "founded_on").text() == "昨个", "nothing typed is thrown away"


def test_going_back_to_reading_drops_what_was_typed(form: Form[Draft]) -> None:
    form.edit()
    line(form, "name").setText("别的")
    form.edit(False)
    assert not form.dirty
    assert form.taken() == Draft()
    form.edit()
    assert line(form, "name").text() == "恒远"


def test_keys_ask_and_decide_nothing(form: Form[Draft]) -> None:
    heard: list[str] = []
    form.edit_requested.connect(lambda key: heard.append(f"edit {key}"))
    form.save_requested.connect(lambda: heard.append("save"))
    form.cancel_requested.connect(lambda: heard.append("cancel"))
    form.setFocus()
    QTest.keyClick(form, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(form, Qt.Key.Key_F2)
    assert heard == ["edit "]
    value = next(label for label in form.findChildren(ValueLabel) if label.text() == "Won")
    QTest.mouseDClick(value, Qt.MouseButton.LeftButton)
    assert heard.pop() == "edit stage"
    form.edit(True, "headcount")
    inner = line(form, "headcount")
    assert inner.hasFocus()
    QTest.keyClick(inner, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(inner, Qt.Key.Key_Escape)
    assert heard == ["edit ", "save", "cancel"]


def test_no_key_is_a_command_while_composing(form: Form[Draft]) -> None:
    heard: list[str] = []
    form.save_requested.connect(lambda: heard.append("save"))
    form.cancel_requested.connect(lambda: heard.append("cancel"))
    form.edit()
    name = line(form, "name")
    compose(name, "zhang")
    QTest.keyClick(name, Qt.Key.Key_Escape)
    QTest.keyClick(name, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert heard == []
    assert not form.dirty, "unfinished text is no text"
    name.clear()
    compose(name, "zhang", "张三")
    QTest.keyClick(name, Qt.Key.Key_Escape)
    assert heard == ["cancel"]
    assert form.taken().name == "张三"


def test_limits_count_as_people_count(form: Form[Draft]) -> None:
    form.edit()
    name = line(form, "name")
    name.clear()
    compose(name, "", "𬭎𫖯䶮㛃")
    assert form.taken().name == "𬭎𫖯䶮㛃"
    compose(name, "", "多余")
    assert name.text() == "𬭎𫖯䶮㛃多余", "never cut silently"
    with pytest.raises(Unreadable):
        form.taken()


def test_a_value_longer_than_its_limit_is_shown_whole(form: Form[Draft]) -> None:
    form.put(Draft(name="比限制长的名称"))
    form.edit()
    assert line(form, "name").text() == "比限制长的名称"
    assert not form.dirty


def test_lines_of_numbers(form: Form[Draft]) -> None:
    form.edit()
    phones = form.editor("phones")
    assert isinstance(phones, EntryEditor)
    phones.add.click()
    assert not form.dirty, "a line left empty is none"
    lines = phones._lines
    lines[2].value.setText(" 13900139000 ")
    lines[0].dropped.emit()
    assert form.taken().phones == (Entry("phone", "021-5551", "", 8), Entry("mobile", "13900139000"))


def test_phones_are_copied_bare(form: Form[Draft], qtbot: QtBot) -> None:
    copy = form.findChildren(CopyLine)[0]
    assert not copy.button.isVisible()
    QTest.mouseMove(form, QPoint(0, 0))
    from PySide6.QtCore import QEvent, QPointF
    from PySide6.QtGui import QEnterEvent

    QApplication.sendEvent(copy, QEnterEvent(QPointF(1, 1), QPointF(1, 1), QPointF(1, 1)))
    assert copy.button.isVisible()
    copy.button.click()
    assert QGuiApplication.clipboard().text() == "13800138000"
    QApplication.sendEvent(copy, QEvent(QEvent.Type.Leave))
    assert not copy.button.isVisible()


def test_a_narrow_form_has_one_column(form: Form[Draft]) -> None:
    assert form._columns == 2
    form.resize(400, 600)
    assert form._columns == 1
    form.resize(900, 600)
    assert form._columns == 2


def test_every_control_has_a_name(form: Form[Draft]) -> None:
    from PySide6.QtWidgets import QAbstractButton, QComboBox, QPlainTextEdit

    form.edit()
    for kind in (QLineEdit, QPlainTextEdit, QComboBox, QAbstractButton):
        for control in form.findChildren(kind):
            named = control.accessibleName() or (isinstance(control, QAbstractButton) and control.text())
            assert named, control


def test_the_tab_key_walks_the_fields_in_order(form: Form[Draft]) -> None:
    form.edit()
    order = []
    for _ in range(6):
        focused = QApplication.focusWidget()
        assert focused is not None
        order.append(focused.accessibleName())
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    assert order[:3] == ["Name", "Note", "Stage"]
    assert order[4:6] == ["Headcount", "Founded on"], "one stop for the three answers"
