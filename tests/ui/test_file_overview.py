"""The overview: what is in the file, a checked backup, a check that says what it found."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db.backup import check_copy
from db.store import Doing, open_store
from db.vocabulary import RepRole
from desktop.services.offices import save_rep
from desktop.ui.backups import last_backup, newest_backup
from desktop.ui.kit.field_view import ValueLabel
from desktop.ui.office import Office
from desktop.ui.opening import Opening
from desktop.ui.screens.file.finding import Finding
from desktop.ui.screens.file.overview import Overview


@pytest.fixture
def overview(office: Office, qtbot: QtBot) -> Overview:
    made = Overview(office)
    qtbot.addWidget(made)
    made.resize(1100, 700)
    made.show()
    return made


def answer(office: Office, *answers: object) -> None:
    office.ask.answers += answers  # type: ignore[attr-defined]


def shown(overview: Overview) -> dict[str, str]:
    QApplication.processEvents()
    return dict(
        label.accessibleName().split(": ", 1)
        for label in overview.findChildren(ValueLabel)
        if ": " in label.accessibleName() and not label.isHidden()
    )


def test_what_is_in_the_file_is_counted_anew_after_each_change(overview: Overview, office: Office) -> None:
    assert shown(overview)["People"] == "0"
    with office.store.write(Doing("rep.edit", {"name": "王丽"})) as session:
        save_rep(session, None, "王丽", None, RepRole.REP)
    assert shown(overview)["People"] == "1"
    assert shown(overview)["File name"] == "华东办.kezha"
    assert shown(overview)["Last change"].startswith("20")


def test_a_backup_is_whole_and_remembered(overview: Overview, office: Office, tmp_path: Path) -> None:
    target = tmp_path / "stick" / "sicher.kezha"
    target.parent.mkdir()
    answer(office, target)
    overview.back_up.click()
    office.jobs.wait_idle()
    check_copy(target)
    assert last_backup(office.seen, office.store.path) == (office.today(), target)
    assert newest_backup(office.seen, office.store.path, tmp_path) == target
    assert str(target) in office.notice.text
    assert str(target) in shown(overview)["Last backup"]
    copy = open_store(target, version="test", backups=tmp_path)
    copy.close()


def test_a_backup_never_takes_the_place_of_the_file(overview: Overview, office: Office) -> None:
    answer(office, office.store.path)
    overview.back_up.click()
    assert not office.jobs.busy
    assert office.ask.asked[-1].startswith("A backup cannot")  # type: ignore[attr-defined]


def test_a_backup_that_fails_is_told(overview: Overview, office: Office, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    answer(office, tmp_path / "file" / "b.kezha")
    overview.back_up.click()
    office.jobs.wait_idle()
    assert len(office.ask.asked) == 2  # type: ignore[attr-defined]
    assert last_backup(office.seen, office.store.path) is None


def test_a_sound_file_is_said_to_be_sound(overview: Overview, office: Office) -> None:
    assert overview.finding.isHidden()
    overview.check.click()
    office.jobs.wait_idle()
    assert overview.finding.isVisible()
    assert overview.finding.words.text() == "The file is sound."


def test_damage_is_listed_with_what_to_do(qtbot: QtBot, light: None) -> None:
    made = Finding()
    qtbot.addWidget(made)
    made.say(["row 3 missing from index ix_reach_value"], {})
    assert "row 3" in made.list.toPlainText()
    assert "backup" in made.detail.text()


def test_other_files_are_asked_for_through_the_bus(overview: Overview, office: Office, tmp_path: Path) -> None:
    wanted: list[Opening] = []
    office.bus.opening.connect(wanted.append)
    answer(office, tmp_path / "a.kezha", tmp_path / "b")
    overview.other.click()
    overview.new.click()
    overview.sample.click()
    assert wanted == [
        Opening(tmp_path / "a.kezha"),
        Opening(tmp_path / "b.kezha", create=True),
        Opening(Path(), sample=True),
    ]
