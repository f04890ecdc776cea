"""Language, colours and text size change the whole window at once; nothing is lost and nothing is left behind."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QButtonGroup, QLabel
from pytestqt.qtbot import QtBot

from db.store import Doing
from db.vocabulary import RepRole
from desktop.progress import Progress
from desktop.services.offices import save_rep
from desktop.ui import words
from desktop.ui.dressing import Dressing
from desktop.ui.kit import theme
from desktop.ui.office import Office
from desktop.ui.screens.file.place import FilePlace
from desktop.ui.screens.settings.look import LookPage
from desktop.ui.screens.settings.place import SettingsPlace
from desktop.ui.window import Window
from desktop.words import Catalogue


@pytest.fixture
def window(office: Office, qapp: QApplication, qtbot: QtBot) -> Iterator[Window]:
    """A window as the program makes it, in English, light, 100 %."""
    before = words.current()
    office.memory.of.language, office.memory.of.scheme = "en", "light"
    dressing = Dressing(qapp, office.memory)
    dressing.put_on()
    office.bus.worded.connect(dressing.put_on)
    made = Window(office)
    qtbot.addWidget(made)
    made.resize(1200, 740)
    made.show()
    yield made
    made.leave()
    words.install(before)
    theme.apply(qapp, "light", 100)


def settle() -> None:
    """What was to be deleted later is deleted now."""
    for _ in range(3):
        QApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()


def page_of(window: Window) -> LookPage:
    place = window.place("settings")
    assert isinstance(place, SettingsPlace)
    page = place.page("look")
    assert isinstance(page, LookPage)
    return page


def choose(window: Window, question: str, answer: str) -> None:
    window.office.go("settings", "look")
    group: QButtonGroup = getattr(page_of(window), question)
    next(button for button in group.buttons() if button.property("answer") == answer).click()
    settle()


def test_the_language_changes_at_once_and_is_kept(window: Window) -> None:
    choose(window, "language", "zh_CN")
    assert words.current().language == "zh_CN"
    assert window.stack.currentWidget() is window.place("settings")
    assert window.office.memory.of.language == "zh_CN"
    assert page_of(window).language.checkedButton().property("answer") == "zh_CN"
    choose(window, "language", "en")
    assert words.current().language == "en"


def test_colours_and_text_size_change_at_once(window: Window) -> None:
    choose(window, "scheme", "dark")
    assert theme.theme().palette.name == "dark"
    choose(window, "text", "150")
    assert theme.theme().percent == 150
    assert window.rail.width() == theme.px(76)


def test_every_place_is_as_it_was(window: Window) -> None:
    window.office.go("file", "actions")
    window.office.go("settings", "about")
    window.office.bus.worded.emit()
    settle()
    settings, file = window.place("settings"), window.place("file")
    assert isinstance(settings, SettingsPlace)
    assert isinstance(file, FilePlace)
    assert (settings.here(), file.here()) == ("about", "actions")


def test_the_notice_and_the_work_stay_on_the_screen(window: Window, qtbot: QtBot) -> None:
    office = window.office
    office.notice.say("saved", "good", "Undo")
    stop = [False]

    def work(progress: Progress) -> None:
        while not stop[0]:
            progress.at(1, 2)

    office.jobs.run("Importing", work)
    qtbot.waitUntil(window.status.progress.isVisible)
    office.bus.worded.emit()
    settle()
    assert office.notice.isVisible()
    assert office.notice.text == "saved"
    qtbot.waitUntil(window.status.progress.isVisible)
    assert any("Importing" in label.text() for label in window.status.progress.findChildren(QLabel))
    stop[0] = True
    office.jobs.wait_idle()


def test_what_was_thrown_away_is_gone(window: Window) -> None:
    for key in ("customers", "file", "settings"):
        window.office.go(key)
    window.office.bus.worded.emit()
    settle()
    for key in ("customers", "file", "settings"):
        window.office.go(key)
    settle()
    first, windows = len(QApplication.allWidgets()), len(QApplication.topLevelWidgets())
    for _ in range(4):
        window.office.bus.worded.emit()
        for key in ("customers", "file", "settings"):
            window.office.go(key)
        settle()
    assert len(QApplication.allWidgets()) <= first
    with window.office.store.write(Doing("rep.edit")) as session:  # reaches the living only
        save_rep(session, None, "王丽", None, RepRole.REP)
    settle()
    assert len(QApplication.topLevelWidgets()) <= windows


def test_the_file_s_own_words_are_not_translated(window: Window) -> None:
    assert Catalogue("en", {}).text("华东办") == "华东办"
    assert window.windowTitle() == "华东办 – Kezha"
