"""The first screen: three choices, the files of last time, and nothing that can be clicked while it works."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from desktop.memory import Memory
from desktop.progress import Progress
from desktop.ui.kit.jobs import Jobs
from desktop.ui.opening import Opening
from desktop.ui.welcome import Welcome

if TYPE_CHECKING:
    from tests.ui.conftest import Answers


class Desk:
    """A welcome screen, what it was answered, and what it asked to be opened."""

    def __init__(self, memory: Memory, ask: Answers) -> None:
        self.opened: list[Opening] = []
        self.ask, self.jobs = ask, Jobs(lambda _: None)
        self.welcome = Welcome(memory, self.opened.append, self.jobs, ask)


@pytest.fixture
def desk(light: None, tmp_path: Path, kezha_file: Path, answers: type[Answers], qtbot: QtBot) -> Desk:
    memory = Memory(tmp_path / "memory.json")
    memory.of.recent = [str(kezha_file), str(tmp_path / "weg.kezha")]
    made = Desk(memory, answers())
    qtbot.addWidget(made.welcome)
    made.welcome.show()
    return made


def test_a_new_file_gets_its_ending(desk: Desk, tmp_path: Path) -> None:
    desk.ask.answers = [tmp_path / "neu", None]
    desk.welcome.new.click()
    desk.welcome.new.click()  # left undecided
    assert desk.opened == [Opening(tmp_path / "neu.kezha", create=True)]


def test_a_file_is_chosen(desk: Desk, kezha_file: Path) -> None:
    desk.ask.answers = [kezha_file, None]
    desk.welcome.open.click()
    desk.welcome.open.click()
    assert desk.opened == [Opening(kezha_file)]


def test_the_sample_is_one_click_away(desk: Desk) -> None:
    desk.welcome.sample.click()
    assert [one.sample for one in desk.opened] == [True]


def test_files_of_last_time_that_are_still_there_are_offered(desk: Desk, kezha_file: Path) -> None:
    buttons = desk.welcome.recent.findChildren(QPushButton)
    assert [button.text() for button in buttons] == [kezha_file.stem]
    buttons[0].click()
    assert desk.opened == [Opening(kezha_file)]


def test_nothing_can_be_chosen_while_it_works(desk: Desk, qtbot: QtBot) -> None:
    stop = [False]

    def work(progress: Progress) -> None:
        while not stop[0]:
            progress.look()

    desk.jobs.run("Making the sample office", work)
    qtbot.waitUntil(lambda: not desk.welcome.sample.isEnabled())
    stop[0] = True
    desk.jobs.wait_idle()
    assert desk.welcome.sample.isEnabled()
    desk.jobs.close()


def test_a_file_of_ours_can_be_dropped(desk: Desk, kezha_file: Path, tmp_path: Path) -> None:
    for path, taken in ((kezha_file, True), (tmp_path / "bild.png", False)):
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path))])
        buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        enter = QDragEnterEvent(QPoint(9, 9), Qt.DropAction.CopyAction, data, buttons, keys)
        QApplication.sendEvent(desk.welcome, enter)
        assert enter.isAccepted() is taken
        if taken:
            QApplication.sendEvent(
                desk.welcome, QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, data, buttons, keys)
            )
    assert desk.opened == [Opening(kezha_file)]


def test_why_one_is_here_is_said(desk: Desk) -> None:
    assert not desk.welcome.note.isVisible()
    desk.welcome.say("a.kezha is damaged.")
    assert desk.welcome.note.isVisible()
