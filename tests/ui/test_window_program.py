"""The program as a whole: which file is opened at the start, what stands in the way, and how it is left."""

from __future__ import annotations

import os
import sqlite3
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from pytestqt.qtbot import QtBot

from db.backup import backup_to
from db.lock import Lock, holder_path
from db.store import create_file
from desktop.app import Program
from desktop.ui.backups import note_backup
from desktop.ui.opening import Opened, Opening
from desktop.ui.window import Window

if TYPE_CHECKING:
    pass

TODAY = date(2026, 11, 22)


def window_of(program: Program) -> Window:
    assert program.window is not None
    return program.window


def asked(program: Program) -> list[str]:
    return program.ask.asked  # type: ignore[attr-defined,no-any-return]


def answer(program: Program, *answers: object) -> None:
    program.ask.answers += answers  # type: ignore[attr-defined]


def test_the_first_start_shows_the_three_choices(program: Program) -> None:
    assert program.start(None)
    assert program.window is None
    assert program.welcome is not None
    assert program.welcome.isVisible()
    assert not asked(program)


def test_a_file_given_is_opened_and_remembered(program: Program, kezha_file: Path) -> None:
    assert program.start(kezha_file)
    assert window_of(program).office.store.path == kezha_file
    assert program.memory.of.recent == [str(kezha_file.resolve())]
    assert program.welcome is None


def test_the_file_of_last_time_opens_by_itself(program: Program, kezha_file: Path) -> None:
    program.memory.opened(kezha_file)
    assert program.start(None)
    assert window_of(program).office.store.path == kezha_file.resolve()


def test_a_file_of_last_time_that_is_damaged_is_told_without_a_box(program: Program, tmp_path: Path) -> None:
    path = tmp_path / "alt.kezha"
    path.write_bytes(b"nothing of ours" * 100)
    program.memory.opened(path)
    assert program.start(None)
    assert program.welcome is not None
    assert "alt.kezha is not a Kezha file" in program.welcome.note.text()
    assert not asked(program)


def test_a_file_of_last_time_that_is_gone_leads_to_the_choices(program: Program, tmp_path: Path) -> None:
    program.memory.of.recent = [str(tmp_path / "weg.kezha")]
    assert program.start(None)
    assert program.welcome is not None
    assert not program.welcome.note.text()


def foreign(path: Path) -> None:
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE anki (id INTEGER)")
    other.close()


def newer(path: Path) -> None:
    create_file(path)
    with sqlite3.connect(path) as other:
        other.execute("PRAGMA user_version = 999")
    other.close()


def altered(path: Path) -> None:
    create_file(path)
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE mine (id INTEGER)")
    other.close()


def empty(path: Path) -> None:
    path.touch()


def missing(path: Path) -> None:
    assert not path.exists()


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (missing, "is not there"),
        (empty, "is not a Kezha file"),
        (foreign, "belongs to another program"),
        (newer, "newer version"),
        (altered, "altered by another program"),
    ],
)
def test_what_cannot_be_opened_is_told_and_left_as_it_is(
    program: Program, tmp_path: Path, make: object, words: str
) -> None:
    path = tmp_path / "x.kezha"
    make(path)  # type: ignore[operator]
    before = path.read_bytes() if path.exists() else None
    answer(program, "")
    assert program.start(path)
    assert len(asked(program)) == 1
    assert words in asked(program)[0]
    assert program.welcome is not None
    assert (path.read_bytes() if path.exists() else None) == before


def test_another_file_can_be_chosen_instead(program: Program, kezha_file: Path, tmp_path: Path) -> None:
    answer(program, "other", kezha_file)
    assert program.start(tmp_path / "weg.kezha")
    assert window_of(program).office.store.path == kezha_file


def test_the_newest_backup_is_opened_as_a_copy(program: Program, kezha_file: Path, tmp_path: Path) -> None:
    backup = tmp_path / "stick" / "sicher.kezha"
    backup_to(kezha_file, backup)
    note_backup(program.memory.of.places, kezha_file, backup, TODAY)
    kezha_file.write_bytes(b"damaged" * 1000)
    answer(program, "backup")
    assert program.start(kezha_file)
    opened = window_of(program).office.store.path
    assert opened.parent == kezha_file.parent
    assert opened not in (kezha_file, backup)
    assert kezha_file.read_bytes().startswith(b"damaged")


def test_a_file_open_elsewhere_can_be_read_or_taken(program: Program, kezha_file: Path) -> None:
    holder_path(kezha_file).write_text('{"host": "pc-of-li", "user": "li", "pid": 1}', encoding="utf-8")
    answer(program, "read")
    assert program.start(kezha_file)
    assert "pc-of-li" in asked(program)[0]
    assert window_of(program).office.store.read_only
    answer(program, "take")
    assert program.open(Opening(kezha_file)) is Opened.HERE
    assert not window_of(program).office.store.read_only


def test_a_file_locked_without_a_window_can_be_read(program: Program, kezha_file: Path) -> None:
    lock = Lock(kezha_file)
    lock.acquire()
    try:
        answer(program, "read")
        assert program.start(kezha_file)
        assert "is open already" in asked(program)[0]
        assert window_of(program).office.store.read_only
    finally:
        lock.release()


def test_a_new_file_never_replaces_one(program: Program, kezha_file: Path) -> None:
    answer(program, "open")
    before = kezha_file.read_bytes()
    assert program.open(Opening(kezha_file, create=True)) is Opened.HERE
    assert kezha_file.read_bytes() == before


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="rights do not bind the superuser")
def test_a_folder_that_takes_nothing_leads_to_another_place(program: Program, tmp_path: Path) -> None:
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o500)
    answer(program, "place", tmp_path / "neu.kezha")
    assert program.open(Opening(closed / "neu.kezha", create=True)) is Opened.HERE


@pytest.mark.qt_log_ignore("does not support raise")
def test_the_open_file_opened_again_comes_to_the_front(program: Program, kezha_file: Path) -> None:
    program.start(kezha_file)
    window = window_of(program)
    assert program.open(Opening(kezha_file)) is Opened.HERE
    assert program.window is window


def test_one_file_takes_the_place_of_another(program: Program, kezha_file: Path, tmp_path: Path) -> None:
    program.start(kezha_file)
    first = window_of(program)
    other = tmp_path / "b.kezha"
    create_file(other)
    assert program.open(Opening(other)) is Opened.HERE
    assert window_of(program).office.store.path == other
    assert not first.isVisible()
    with pytest.raises(RuntimeError):
        first.office.jobs.run("late", lambda _: None)
    again = Lock(kezha_file)
    again.acquire()  # the first file was given free
    again.release()


def test_a_file_that_cannot_be_opened_leaves_the_first_one_open(
    program: Program, kezha_file: Path, tmp_path: Path
) -> None:
    program.start(kezha_file)
    answer(program, "")
    assert program.open(Opening(tmp_path / "weg.kezha")) is Opened.NOT
    assert window_of(program).isVisible()
    with window_of(program).office.store.read():
        pass


def test_a_file_not_closed_properly_is_checked(program: Program, kezha_file: Path, qtbot: QtBot) -> None:
    lock = Lock(kezha_file)
    lock.acquire()
    note = holder_path(kezha_file).read_text(encoding="utf-8")
    lock.release()
    holder_path(kezha_file).write_text(note, encoding="utf-8")
    program.start(kezha_file)
    office = window_of(program).office
    qtbot.waitUntil(lambda: "not closed properly" in office.notice.text)  # once the window is painted


def test_work_that_runs_is_asked_about_before_closing(program: Program, kezha_file: Path, qtbot: QtBot) -> None:
    program.start(kezha_file)
    window = window_of(program)

    def work(progress: object) -> None:
        while True:
            progress.look()  # type: ignore[attr-defined]

    window.office.jobs.run("Importing", work)
    answer(program, False, True)
    window.close()
    assert window.isVisible()
    window.close()
    assert not window.isVisible()
    assert program.window is None
    assert asked(program) == ["Work is still running: Importing"] * 2


def test_a_file_open_for_reading_says_so_and_offers_to_write(program: Program, kezha_file: Path) -> None:
    assert program.open(Opening(kezha_file, read_only=True)) is Opened.HERE
    first = window_of(program)
    from desktop.ui.banner import ReadOnlyBanner

    banner = first.findChild(ReadOnlyBanner)
    assert banner is not None
    assert banner.isVisible()
    banner.again.click()
    assert not window_of(program).office.store.read_only
    assert window_of(program).findChild(ReadOnlyBanner) is None


def test_the_language_of_the_first_screen_changes_at_once(program: Program) -> None:
    program.start(None)
    assert program.welcome is not None
    program.welcome.language_chosen.emit("zh_CN")
    assert program.welcome is not None
    assert program.welcome.isVisible()
    assert program.memory.of.language == "zh_CN"
    program.welcome.language_chosen.emit("en")
