"""Failures: one window, words for each kind, nothing personal in the log, and what was typed stays."""

from __future__ import annotations

import logging
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db.problems import StoreProblem
from db.store import create_file, open_store
from desktop.memory import Memory
from desktop.rules.errors import RuleBroken
from desktop.ui import failures
from desktop.ui.failures import Failures, without_values
from desktop.ui.kit.jobs import Jobs
from desktop.ui.kit.status import Notice
from desktop.ui.office import Bus, Office
from desktop.ui.screens.settings.office_details import OfficePage

ROOT = Path(__file__).resolve().parents[2]
SECRET = "王丽 13800138000"


def broken() -> ValueError:
    try:
        raise ValueError(SECRET)
    except ValueError as error:
        return error


def test_a_slip_of_our_own_is_logged_without_what_it_says(
    answers: type, caplog: pytest.LogCaptureFixture, qapp: QApplication
) -> None:
    ask = answers()
    with caplog.at_level(logging.ERROR, "kezha"):
        failures.tell(ask, broken())
    assert len(ask.asked) == 1
    assert "ValueError" in caplog.text
    assert SECRET not in caplog.text
    assert str(Path.home()) not in without_values(broken())


def test_a_problem_of_the_file_says_what_to_do(answers: type, qapp: QApplication) -> None:
    ask = answers()
    failures.tell(ask, StoreProblem("disk_full"))
    failures.tell(ask, RuleBroken("name_missing", "name"))
    assert ask.asked == ["The disk is full; nothing was saved.", "Please give a name."]


@pytest.fixture
def hooks() -> Iterator[None]:
    kept = (sys.excepthook, threading.excepthook, sys.unraisablehook)
    yield
    sys.excepthook, threading.excepthook, sys.unraisablehook = kept


def test_a_thread_that_fails_is_told_on_the_window_s_thread(
    answers: type, hooks: None, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    ask = answers()
    told = Failures(ask)
    told.catch_all()

    def fail() -> None:
        raise RuleBroken("gone")

    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
    assert not ask.asked
    qtbot.waitUntil(lambda: ask.asked == ["This record was deleted in the meantime."])


def test_a_failure_while_one_is_told_does_not_open_a_second_box(
    answers: type, qapp: QApplication, caplog: pytest.LogCaptureFixture
) -> None:
    ask = answers()
    told = Failures(ask)
    tell = ask.tell

    def tell_again(sentence: str, detail: str = "", more: str = "") -> None:
        tell(sentence)
        told.tell(broken())

    ask.tell = tell_again
    told.tell(broken())
    assert len(ask.asked) == 1
    assert "meanwhile" in caplog.text


CRASH = """
import faulthandler, pathlib, sys
sys.path.insert(0, "")
from PySide6.QtCore import qWarning
from desktop.ui.logbook import start_log
start_log(pathlib.Path(sys.argv[1]), "9.9")
qWarning(f"cannot read {pathlib.Path.home()}/x")
def deep_inside(): faulthandler._sigsegv()
deep_inside()
"""


def test_what_qt_says_and_where_it_crashed_go_to_the_log(tmp_path: Path) -> None:
    ended = subprocess.run([sys.executable, "-c", CRASH, str(tmp_path)], cwd=ROOT, capture_output=True, check=False)
    assert (ended.returncode, ended.stderr) == (-signal.SIGSEGV, b"")
    text = (tmp_path / "kezha.log").read_text(encoding="utf-8")
    assert "INFO start 9.9" in text
    assert "WARNING Qt: cannot read ~/x" in text
    assert "deep_inside" in (tmp_path / "crash.log").read_text(encoding="utf-8")


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 2 MB."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=2m", "none", str(folder)]
    if sys.platform != "linux" or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("only root may mount a small disk")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


def fill(path: Path) -> None:
    """Write until nothing goes any more."""
    with path.open("wb", buffering=0) as file:
        for _ in range(10_000):
            file.write(bytes(4096))


def test_a_full_disk_is_told_and_what_was_typed_stays(
    small_disk: Path, tmp_path: Path, light: None, answers: type, qtbot: QtBot
) -> None:
    path = small_disk / "a.kezha"
    create_file(path)
    store = open_store(path, version="test", backups=tmp_path)
    ask = answers()
    jobs, bus = Jobs(lambda error: None), Bus()
    office = Office(store, jobs, bus, ask, Notice(), Memory(tmp_path / "m.json"), lambda: date(2026, 11, 22))
    page = OfficePage(office)
    qtbot.addWidget(page)
    page.show()
    page.form.edit_requested.emit("name")
    typed = "华东办事处" * 10
    page.form.editor("name").put(typed)
    ballast = small_disk / "ballast"
    with pytest.raises(OSError, match="No space"):
        fill(ballast)
    page.save.click()
    assert ask.asked == ["The disk is full; nothing was saved."]
    assert page.form.dirty
    assert page.form.taken().name == typed
    ballast.unlink()
    page.save.click()
    assert not page.form.editing
    assert page.form.draft.name == typed
    jobs.close()
    store.close()
