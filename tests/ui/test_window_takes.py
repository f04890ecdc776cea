"""What the program takes: files dropped on it or given to it, and the sample office."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from db.queries.office import counts
from db.store import create_file
from desktop.app import Program
from desktop.ui.opening import Opening
from desktop.ui.screens.file.place import FilePlace
from desktop.ui.window import Window


def window_of(program: Program) -> Window:
    assert program.window is not None
    return program.window


def asked(program: Program) -> list[str]:
    return program.ask.asked  # type: ignore[attr-defined,no-any-return]


def answer(program: Program, *answers: object) -> None:
    program.ask.answers += answers  # type: ignore[attr-defined]


def drop(window: Window, path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(50, 50), Qt.DropAction.CopyAction, data, buttons, keys)
    QApplication.sendEvent(window, enter)
    assert enter.isAccepted()
    event = QDropEvent(QPointF(50, 50), Qt.DropAction.CopyAction, data, buttons, keys)
    QApplication.sendEvent(window, event)


def test_a_file_dropped_on_the_window_is_opened(program: Program, kezha_file: Path, tmp_path: Path) -> None:
    program.start(kezha_file)
    other = tmp_path / "b.kezha"
    create_file(other)
    drop(window_of(program), other)
    assert window_of(program).office.store.path == other


def test_something_else_dropped_is_told(program: Program, kezha_file: Path, tmp_path: Path) -> None:
    program.start(kezha_file)
    drop(window_of(program), tmp_path / "bild.png")
    assert "bild.png" in window_of(program).office.notice.text


@pytest.mark.qt_log_ignore("does not support raise")
def test_the_sample_is_made_and_opened(program: Program, tmp_path: Path) -> None:
    program.start(None)
    program.open(Opening(Path(), sample=True))
    assert program.window is None  # it is being made, beside the window
    program.jobs.wait_idle()
    first = window_of(program)
    assert first.office.store.path.name == "Sample office.kezha"
    with first.office.store.read() as session:
        assert counts(session)["customers"] == 300
    program.open(Opening(Path(), sample=True))
    assert window_of(program) is first
    assert not asked(program)


def test_a_sample_of_an_earlier_day_is_asked_about(program: Program, kezha_file: Path) -> None:
    program.start(kezha_file)
    program.open(Opening(Path(), sample=True))
    window_of(program).office.jobs.wait_idle()
    path = window_of(program).office.store.path
    assert path.name == "Sample office.kezha"
    program.open(Opening(kezha_file))
    os.utime(path, (1_000_000_000, 1_000_000_000))
    answer(program, "old")
    program.open(Opening(Path(), sample=True))
    assert window_of(program).office.store.path == path
    assert asked(program) == ["There is a sample office from an earlier day."]


def test_a_spreadsheet_dropped_on_the_window_is_imported(program: Program, kezha_file: Path, tmp_path: Path) -> None:
    program.start(kezha_file)
    sheet = tmp_path / "名单.csv"
    sheet.write_text("客户名称,手机\n恒远公司,13800138000\n", encoding="utf-8")
    drop(window_of(program), sheet)
    office = window_of(program).office
    office.jobs.wait_idle()
    place = window_of(program).place("file")
    assert isinstance(place, FilePlace)
    assert place.page is not None
    assert place.page.run.path == sheet
    assert place.page.next.isEnabled()


def test_a_spreadsheet_given_at_the_start_goes_into_the_file_of_last_time(
    program: Program, kezha_file: Path, tmp_path: Path
) -> None:
    sheet = tmp_path / "名单.xlsx"
    sheet.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(500))
    program.memory.opened(kezha_file)
    assert program.start(sheet)
    window_of(program).office.jobs.wait_idle()
    place = window_of(program).place("file")
    assert isinstance(place, FilePlace)
    assert place.page is not None
    assert "名单.xlsx" in place.page.choose.trouble.text()


def test_a_file_open_for_reading_takes_no_spreadsheet(program: Program, kezha_file: Path, tmp_path: Path) -> None:
    program.open(Opening(kezha_file, read_only=True))
    drop(window_of(program), tmp_path / "名单.csv")
    assert "reading only" in window_of(program).office.notice.text
