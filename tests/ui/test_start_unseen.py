"""The program as it starts by itself: a file of last time is there to be reminded of, without a window in the way."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QSystemTrayIcon
from pytestqt.qtbot import QtBot

from desktop.app import Program
from desktop.ui.reminding import Reminding


def test_it_starts_minimised_where_there_is_no_tray_and_reminds(
    program: Program, kezha_file: Path, qtbot: QtBot
) -> None:
    program.memory.opened(kezha_file)
    assert program.start_unseen(None)
    window = program.window
    assert window is not None
    assert window.isMinimized() != QSystemTrayIcon.isSystemTrayAvailable()
    qtbot.waitUntil(lambda: window.findChild(Reminding) is not None)
    reminding = window.findChild(Reminding)
    assert reminding is not None
    assert reminding.reminders._clock.isActive()
    qtbot.waitUntil(lambda: not window.office.jobs.busy)


def test_without_a_file_there_is_nothing_to_start_for(program: Program, tmp_path: Path) -> None:
    assert not program.start_unseen(None)
    broken = tmp_path / "alt.kezha"
    broken.write_bytes(b"nothing of ours" * 100)
    assert not program.start_unseen(broken)
    assert (program.window, program.welcome) == (None, None)


def test_a_window_that_is_opened_by_hand_afterwards_is_seen(program: Program, kezha_file: Path) -> None:
    assert program.start_unseen(kezha_file)
    assert program.window is not None
    program.window.leave()
    assert program.start(kezha_file)
    assert program.window.isVisible()
    assert not program.window.isMinimized()
