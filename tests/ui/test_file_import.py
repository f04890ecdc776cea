"""The import on screen: four steps, on a list made here, on real lists, and on files made to break readers."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db.queries.office import counts
from db.store import open_store
from desktop.documents.sheets.book import ReadOptions
from desktop.documents.sheets.reading import read_book
from desktop.rules.imports.conditions import Condition
from desktop.rules.imports.fields import ImportKind
from desktop.rules.imports.profile import read_profile
from desktop.services.exchange.outcome import Outcome
from desktop.ui.office import Office
from desktop.ui.screens.file.import_page import ImportPage
from desktop.ui.screens.file.import_rows import ALL, REMARKED
from desktop.ui.screens.file.import_run import ImportRun, Step
from desktop.ui.screens.file.import_saved import condition_text, profile_of
from desktop.ui.screens.file.place import FilePlace

LIST = """客户名称,联系人,联系电话,地址,邮箱,余额
上海恒远精密机械有限公司,王建国,138 0013 8000、021-55512345,上海市,wang@example.com,120
苏州明达电气有限公司,陈丽,13900139000,苏州市,chen@example,0
,,,无锡市,,5
无锡宏图包装材料厂,曾小红,0510-82345678,无锡市,zeng@example.com,-3
"""


@pytest.fixture
def place(office: Office, qtbot: QtBot) -> FilePlace:
    made = FilePlace(office)
    qtbot.addWidget(made)
    made.resize(1200, 700)
    made.show()
    return made


def page_of(place: FilePlace) -> ImportPage:
    assert place.page is not None
    return place.page


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    path = tmp_path / "名单.csv"
    path.write_bytes(LIST.encode("gb18030"))
    return path


def walk(place: FilePlace, path: Path) -> ImportPage:
    """To the columns of `path`."""
    place.visit(path)
    place.office.jobs.wait_idle(60)
    return page_of(place)


def answer(office: Office, *answers: object) -> None:
    office.ask.answers += answers  # type: ignore[attr-defined]


def asked(office: Office) -> list[str]:
    return office.ask.asked  # type: ignore[attr-defined,no-any-return]


def customers(office: Office) -> int:
    with office.store.read() as session:
        return counts(session)["customers"]


def test_a_list_becomes_cards_and_can_be_undone(place: FilePlace, sheet: Path, office: Office, tmp_path: Path) -> None:
    page = walk(place, sheet)
    assert page.run.step is Step.COLUMNS
    assert [match.field for match in page.run.matches][:3] == ["customer.name", "contact.name", "customer.phone"]
    page.next.click()
    office.jobs.wait_idle()
    assert page.stack.currentWidget() is page.preview
    assert customers(office) == 0
    assert "3" in page.next.text()
    page.next.click()
    office.jobs.wait_idle()
    assert page.stack.currentWidget() is page.done
    assert customers(office) == 3
    report = tmp_path / "report.xlsx"
    answer(office, report)
    page.done.keep.click()
    office.jobs.wait_idle()
    rows = read_book(report, ReadOptions()).sheets[0].rows
    assert len(rows) == 5
    page.done.undo.click()
    office.jobs.wait_idle()
    assert customers(office) == 0
    assert page.done.words.text() == "This import was undone."
    assert page.done.undo.isHidden()
    assert asked(office) == ["Save report as Excel"]


def test_the_rows_are_listed_by_what_becomes_of_them(place: FilePlace, sheet: Path, office: Office) -> None:
    page = walk(place, sheet)
    page.next.click()
    office.jobs.wait_idle()
    rows = page.preview.rows
    assert rows.buttons[Outcome.REFUSED].isChecked()
    assert rows.model.rowCount() == 1
    assert "name" in str(rows.model.data(rows.model.index(0, 3)))
    rows.buttons[ALL].click()
    assert rows.model.rowCount() == 4
    rows.buttons[REMARKED].click()
    assert "chen@example" in str(rows.model.data(rows.model.index(0, 3)))
    page.back.click()
    assert page.stack.currentWidget() is page.columns


def test_a_column_is_given_to_another_field(place: FilePlace, sheet: Path, office: Office) -> None:
    page = walk(place, sheet)
    page.run.give(0, None)
    page.run.give(1, None)
    assert not page.next.isEnabled()
    assert "name" in page.trouble.whole.lower()
    page.run.give(1, "customer.name")  # the contacts become the customers
    assert page.next.isEnabled()
    page.run.give(0, "customer.name")
    assert page.run.matches[1].field is None
    assert page.run.matches[1].why == "taken"


def test_only_the_rows_that_are_wanted(place: FilePlace, sheet: Path, office: Office) -> None:
    page = walk(place, sheet)
    conditions = page.columns.conditions
    conditions.add.click()
    line = conditions.lines[0]
    line.column.setCurrentIndex(5)
    line.verb.setCurrentIndex(6)
    line.verb.activated.emit(6)
    assert not page.next.isEnabled()
    line.value.setText("1")
    line.value.textEdited.emit("1")
    assert page.run.where[0] == Condition("余额", 5, ">", "", 1.0)
    page.next.click()
    office.jobs.wait_idle()
    assert page.run.report is not None
    assert page.run.report.counts[Outcome.SKIPPED] == 2
    page.back.click()
    assert len(conditions.lines) == 1  # still there
    conditions.lines[0].dropped.emit()
    assert len(page.run.where) == 0
    assert page.next.isEnabled()


def test_a_profile_is_saved_and_used_again(place: FilePlace, sheet: Path, office: Office, tmp_path: Path) -> None:
    page = walk(place, sheet)
    page.run.give(5, "customer.note")
    page.run.where = (Condition("余额", 5, "=", "0", negated=True),)
    page.run.changed.emit()
    saved = tmp_path / "map.toml"
    answer(office, saved)
    page.columns.keep.click()
    office.jobs.wait_idle()
    profile = read_profile(saved.read_text(encoding="utf-8"))
    assert profile.columns["customer.note"] == ("余额",)
    assert profile.where == ('not 余额 = "0"',)
    page.run.begin_again()
    answer(office, saved, sheet)
    page.choose.profile.click()
    office.jobs.wait_idle()
    again = profile_of(page.run)
    assert again == profile
    assert len(page.columns.conditions.lines) == 1


def test_conditions_read_back_as_they_were() -> None:
    for condition, text in (
        (Condition("A", 0, "set"), "A is set"),
        (Condition("A", 0, "empty", negated=True), "not A is empty"),
        (Condition("A", 0, "starts", "x y"), 'A starts "x y"'),
        (Condition("A", 0, ">=", "", 12.5), "A >= 12.5"),
    ):
        assert condition_text(condition) == text


def test_what_the_rows_are_can_be_said(place: FilePlace, tmp_path: Path, office: Office) -> None:
    path = tmp_path / "x.csv"
    path.write_text("甲,乙\n1,2\n3,4\n", encoding="utf-8")
    page = walk(place, path)
    assert page.columns.kind.currentText() == "please choose"
    assert not page.next.isEnabled()
    page.columns.kind.activated.emit(list(ImportKind).index(ImportKind.CUSTOMERS) + 1)
    assert page.run.kind is ImportKind.CUSTOMERS
    page.run.give(0, "customer.name")
    assert page.next.isEnabled()
    page.run.take_header(None)
    assert page.run.header is None


def test_a_file_that_is_no_sheet_is_refused_on_the_page(place: FilePlace, tmp_path: Path, office: Office) -> None:
    path = tmp_path / "bild.xlsx"
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(500))
    page = walk(place, path)
    assert page.run.step is Step.CHOOSE
    assert page.choose.trouble.isVisible()
    assert "bild.xlsx" in page.choose.trouble.text()
    assert asked(office) == []


def test_an_import_can_be_stopped_and_leaves_nothing(place: FilePlace, tmp_path: Path, office: Office) -> None:
    path = tmp_path / "viel.csv"
    rows = "".join(f"公司{number},1380000{number:04}\n" for number in range(9000))
    path.write_text("客户名称,手机\n" + rows, encoding="utf-8")
    page = walk(place, path)
    page.next.click()
    office.jobs.wait_idle()
    page.next.click()
    page.work.stop.click()
    office.jobs.wait_idle()
    assert page.run.step is Step.PREVIEW
    assert page.trouble.whole == "Stopped. Nothing was imported."
    assert customers(office) == 0


def test_the_page_is_built_anew_in_the_middle(place: FilePlace, sheet: Path, office: Office, qtbot: QtBot) -> None:
    """As after a change of language: the import goes on where it was."""
    page = walk(place, sheet)
    page.next.click()
    here = place.here()
    assert isinstance(here, ImportRun)
    again = FilePlace(office)
    qtbot.addWidget(again)
    again.show()
    again.visit(here)
    place.deleteLater()
    QApplication.processEvents()
    office.jobs.wait_idle()
    assert page_of(again).stack.currentWidget() is page_of(again).preview
    page_of(again).next.click()
    office.jobs.wait_idle()
    assert customers(office) == 3


def test_closing_the_import_leads_back_to_the_file(place: FilePlace, sheet: Path) -> None:
    page = walk(place, sheet)
    page.left.emit()
    assert place.page is None
    assert place.here() == "overview"


def test_a_file_open_for_reading_takes_no_import(place: FilePlace, sheet: Path, office: Office, tmp_path: Path) -> None:
    office.store.close()
    office.store = open_store(office.store.path, version="test", backups=tmp_path, read_only=True)
    place.visit(sheet)
    assert place.page is None
    assert "reading only" in office.notice.text


def test_every_real_sheet_comes_in_or_is_refused_in_words(place: FilePlace, office: Office, shared_data: Path) -> None:
    """Real lists and files made to break readers, through the page: a sentence or an import, nothing else."""
    files = [
        path
        for folder in ("customers_cn/spreadsheets", "malformed/spreadsheets", "malformed/html_as_xls", "contacts_csv")
        for path in sorted((shared_data / folder).rglob("*"))
        if path.is_file() and path.suffix not in (".md", ".json")
    ]
    assert len(files) > 50
    outcomes: dict[str, int] = {}
    for path in files:
        page = walk(place, path)
        if page.run.step is Step.COLUMNS and page.next.isEnabled():
            page.next.click()
            office.jobs.wait_idle(60)
        step = page.run.step
        told = page.trouble.whole or page.run.trouble
        assert step is Step.PREVIEW or told, path.name
        assert "?" not in told.replace("？", ""), (path.name, told)
        outcomes[step.name] = outcomes.get(step.name, 0) + 1
        page.left.emit()
    assert asked(office) == []
    assert outcomes["PREVIEW"] > 5
    assert outcomes["CHOOSE"] > 5
