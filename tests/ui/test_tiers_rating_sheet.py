"""Saving the rating sheet from the window: asked where, written in a job, told with a way to the file."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pypdfium2
import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.services.undoing import undo
from desktop.ui.kit.ask import FileKind
from desktop.ui.office import Office
from desktop.ui.screens.tiers.rounds import rating_sheet_actions as actions
from tests.services.rating.small_office import DAY, action_id, fill, proposed, published
from tests.ui.conftest import Answers


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The files shown in other programs, which no test starts."""
    found: list[Path] = []
    monkeypatch.setattr(actions, "open_file", found.append)
    return found


def answer(office: Office, *answers: object) -> Answers:
    assert isinstance(office.ask, Answers)
    office.ask.answers = list(answers)
    return office.ask


def test_a_proposal_is_saved_as_pdf_and_opened_on_demand(
    office: Office, parent: QWidget, opened: list[Path], tmp_path: Path
) -> None:
    fill(office.store)
    target = tmp_path / "评定.pdf"
    ask = answer(office, target)
    actions.save_pdf(office, parent, proposed(office.store))
    office.jobs.wait_idle(20)
    assert ask.asked == ["Save rating sheet as PDF"]
    document = pypdfium2.PdfDocument(target)
    pages = len(document)
    document.close()
    assert pages == 1
    assert office.notice.text == "Rating sheet with 5 customers on 1 page: 评定.pdf"
    assert opened == []
    office.notice._button.click()
    assert opened == [target]
    assert office.seen[actions.FOLDER] == str(tmp_path)


def test_a_published_round_is_saved_as_a_workbook(office: Office, parent: QWidget, tmp_path: Path) -> None:
    fill(office.store)
    target = tmp_path / "评定.xlsx"
    answer(office, target)
    actions.save_xlsx(office, parent, published(office.store))
    office.jobs.wait_idle(20)
    assert openpyxl.load_workbook(target).sheetnames[0] == "Summary"
    assert office.notice.text == "Rating sheet written: 评定.xlsx"


def test_the_suggested_name_says_scheme_and_day(
    office: Office, parent: QWidget, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(office.store)
    suggested: list[Path] = []

    def asked(_: str, name: Path, kinds: list[FileKind]) -> None:
        suggested.append(name)

    monkeypatch.setattr(office.ask, "save_file", asked)
    office.seen[actions.FOLDER] = str(tmp_path)
    one = published(office.store)
    actions.save_pdf(office, parent, one)
    actions.save_xlsx(office, parent, proposed(office.store, DAY, "rfm"))
    assert suggested == [
        tmp_path / "Rating sheet ABC by purchases, 70-90 2026-09-30.pdf",
        tmp_path / "Rating sheet RFM with segments 2026-09-30.xlsx",
    ]
    assert list(tmp_path.glob("Rating*")) == []


def test_a_round_taken_back_meanwhile_is_told_and_nothing_is_written(
    office: Office, parent: QWidget, tmp_path: Path
) -> None:
    fill(office.store)
    one = published(office.store)
    undo(office.store, action_id(office.store))
    for save, name in ((actions.save_pdf, "x.pdf"), (actions.save_xlsx, "x.xlsx")):
        ask = answer(office, tmp_path / name)
        save(office, parent, one)
        office.jobs.wait_idle(20)
        assert len(ask.asked) == 2
        ask.asked.clear()
        assert not (tmp_path / name).exists()
