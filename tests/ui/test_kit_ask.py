"""Questions: the real boxes, answered as a user would."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QInputDialog, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.kit.ask import Ask, FileKind, Verb

pytestmark = [
    pytest.mark.usefixtures("light"),
    pytest.mark.qt_log_ignore("This plugin does not support", extend=True),
]
EXCEL = FileKind("Excel", ("xlsx", "xls"))


@pytest.fixture
def ask(qtbot: QtBot) -> Ask:
    window = QWidget()
    qtbot.addWidget(window)
    return Ask(window)


def then(answer: Callable[[QWidget], None]) -> None:
    """Answer the next box."""

    def look() -> None:
        box = QApplication.activeModalWidget()
        if box is None:
            QTimer.singleShot(10, look)
        else:
            answer(box)

    QTimer.singleShot(0, look)


def press(text: str) -> Callable[[QWidget], None]:
    def pressed(box: QWidget) -> None:
        assert isinstance(box, QMessageBox)
        next(button for button in box.buttons() if button.text() == text).click()

    return pressed


def key(which: Qt.Key) -> Callable[[QWidget], None]:
    return lambda box: QTest.keyClick(box, which)


def test_a_question_is_answered_by_its_verb(ask: Ask) -> None:
    then(press("删除 3 位客户"))
    assert ask.confirm("删除？", yes="删除 3 位客户", danger=True)
    then(press("保留"))
    assert not ask.confirm("删除？", yes="删除 3 位客户", no="保留", danger=True)


def test_esc_leaves_things_as_they_are(ask: Ask) -> None:
    then(key(Qt.Key.Key_Escape))
    assert not ask.confirm("删除？", yes="删除 3 位客户")


def test_enter_takes_the_first_verb_unless_it_is_dangerous(ask: Ask) -> None:
    then(key(Qt.Key.Key_Return))
    assert ask.confirm("打印？", yes="打印 20 张")
    then(key(Qt.Key.Key_Return))
    assert not ask.confirm("删除？", yes="删除 3 位客户", danger=True)


def test_three_ways(ask: Ask) -> None:
    verbs = [Verb("keep", "保存资料"), Verb("drop", "放弃修改", danger=True), Verb("", "继续编辑")]
    for text, wanted in (("保存资料", "keep"), ("放弃修改", "drop"), ("继续编辑", "")):
        then(press(text))
        assert ask.choose("改动还没有保存", verbs) == wanted


def test_a_text_is_asked_for(ask: Ask) -> None:
    def type_it(box: QWidget) -> None:
        assert isinstance(box, QInputDialog)
        box.setTextValue("  我的A类 ")
        box.accept()

    then(type_it)
    assert ask.text("视图名称", yes="保存视图") == "我的A类"
    then(key(Qt.Key.Key_Escape))
    assert ask.text("视图名称") is None


def test_bad_news_is_told(ask: Ask) -> None:
    seen: list[str] = []

    def read(box: QWidget) -> None:
        assert isinstance(box, QMessageBox)
        seen.extend((box.text(), box.informativeText(), box.detailedText()))
        box.accept()

    then(read)
    ask.tell("磁盘满了", "请腾出空间后再保存。", "OSError 28")
    assert seen == ["磁盘满了", "请腾出空间后再保存。", "OSError 28"]


@pytest.mark.parametrize(("typed", "ending"), [("a", "a.xlsx"), ("a.xls", "a.xls"), ("a.b", "a.b.xlsx")])
def test_a_file_gets_its_ending(
    ask: Ask, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, typed: str, ending: str
) -> None:
    # The chooser itself is the desktop's own; what we do with its answer is ours.
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / typed), ""))
    assert ask.save_file("导出", tmp_path / "x.xlsx", [EXCEL]) == tmp_path / ending


def test_a_file_whose_ending_we_added_is_not_replaced_unasked(
    ask: Ask, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "a.xlsx").touch()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "a"), ""))
    then(press("Leave it"))
    assert ask.save_file("导出", tmp_path / "x.xlsx", [EXCEL]) is None
    then(press("Replace the file"))
    assert ask.save_file("导出", tmp_path / "x.xlsx", [EXCEL]) == tmp_path / "a.xlsx"


def test_leaving_a_chooser_is_no_file(ask: Ask, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    asked: list[str] = []
    for name, nothing in (
        ("getSaveFileName", ("", "")),
        ("getOpenFileName", ("", "")),
        ("getOpenFileNames", ([], "")),
        ("getExistingDirectory", ""),
    ):
        monkeypatch.setattr(QFileDialog, name, lambda *args, nothing=nothing: asked.append(args[-1]) or nothing)  # type: ignore[func-returns-value]
    assert ask.save_file("导出", tmp_path / "x.xlsx", [EXCEL]) is None
    assert ask.open_file("打开", [EXCEL], tmp_path) is None
    assert ask.open_files("打开", [EXCEL]) == []
    assert ask.folder("备份到", tmp_path) is None
    assert asked[:2] == ["Excel (*.xlsx *.xls)", "Excel (*.xlsx *.xls);;All files (*)"]


def test_the_object_that_answers(answers: Callable[..., Ask], tmp_path: Path) -> None:
    ask = answers(True, "drop", None, tmp_path)
    assert ask.confirm("删除？", yes="删除")
    assert ask.choose("怎么办", [Verb("keep", "保存"), Verb("drop", "放弃")]) == "drop"
    assert ask.text("名称") is None
    assert ask.open_file("打开", [EXCEL]) == tmp_path
    with pytest.raises(AssertionError, match="nobody"):
        ask.confirm("还有？", yes="是")
