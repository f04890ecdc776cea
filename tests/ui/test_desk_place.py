"""The supervisor's desk in use: figures, signing cards, cards out, the appraisal, the rules."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db.queries.card_checks import card_checks
from db.queries.loans import cards_out
from db.store import Who
from db.vocabulary import FollowUpKind
from desktop.rules.desk_policy import Part
from desktop.services.desk.loans import LoanDraft, card_code, lend
from desktop.services.desk.policy import desk_policy
from desktop.ui.loan_box import LoanBox
from desktop.ui.office import Office, Visit
from desktop.ui.screens.desk.appraisal.appraisal_page import AppraisalPage
from desktop.ui.screens.desk.checks.checks_page import ChecksPage
from desktop.ui.screens.desk.figures.figures_page import FiguresPage
from desktop.ui.screens.desk.inbox.read_marks import KEY
from desktop.ui.screens.desk.loans.loans_page import LoansPage
from desktop.ui.screens.desk.pages import KEYS
from desktop.ui.screens.desk.period_bar import PeriodBar
from desktop.ui.screens.desk.place import DeskPlace
from desktop.ui.screens.settings.desk import DeskPage
from desktop.ui.screens.settings.people import PeoplePage
from tests.services.desk.small_desk import SmallDesk, small_desk
from tests.ui.desk_showing import SUNDAY, asked, column, show_page


@pytest.fixture
def desk(office: Office) -> SmallDesk:
    made = small_desk(office.store)
    office.be(Who(made.reps["王芳"], "王芳"))
    return made


@pytest.fixture
def shown(qtbot: QtBot, office: Office, desk: SmallDesk) -> Iterator[Any]:
    yield partial(show_page, qtbot, office)
    office.jobs.wait_idle()


# The place


def test_every_tab_opens_and_a_follow_up_is_found_in_the_inbox(shown: Any, desk: SmallDesk) -> None:
    old = desk.done("乙", SUNDAY - timedelta(days=200), result="很久以前")
    place = shown(DeskPlace)
    for key in KEYS:
        place.visit(key)
        place.office.jobs.wait_idle()
        assert place.here() == key
    place.visit(f"inbox:{old}")
    inbox = place.tabs.page("inbox")
    assert inbox.pane.told is not None
    assert inbox.pane.told.line.id == old
    place.visit("nowhere")
    assert place.here() == "inbox"


# Figures


def test_a_click_on_a_figure_lists_what_is_behind_it(shown: Any, desk: SmallDesk, office: Office) -> None:
    desk.done("甲", SUNDAY)
    desk.done("戊", SUNDAY - timedelta(days=1), kind=FollowUpKind.CALL)
    desk.done("甲", SUNDAY - timedelta(days=8))
    page = shown(FiguresPage)
    assert column(page.view, "rep") == ["Whole office", "张伟", "李娜"]
    assert column(page.view, "done") == ["2  ↑1", "1", "1  ↑1"]
    at = next(n for n, one in enumerate(page.model.columns) if one.key == "calls")
    place = page.view.visualRect(page.model.index(2, at)).center()
    QTest.mouseClick(page.view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    office.jobs.wait_idle()
    assert page.behind.title.whole == "李娜 · Calls 1"
    assert column(page.behind.done, "customer") == ["戊公司"]
    wanted: list[object] = []
    office.bus.wanted.connect(lambda _, what: wanted.append(what))
    page.behind.done.opened.emit(page.behind.follow_ups.ids[0])
    assert wanted == [Visit(desk.customers["戊"], "timeline")]


def test_the_week_before_is_a_step_away_and_the_table_is_copied(shown: Any, desk: SmallDesk, office: Office) -> None:
    desk.done("甲", SUNDAY - timedelta(days=8), cost=Decimal("12.50"))
    page = shown(FiguresPage)
    page.period.back.click()
    office.jobs.wait_idle()
    assert (page.period.period.first, page.period.told.text()) == (date(2026, 11, 9), "2026-11-09 – 11-15")
    page.copy_all()
    lines = QApplication.clipboard().text().splitlines()
    assert lines[0].startswith("Rep\tPlanned\tDone")
    assert lines[1].split("\t")[-1] == "12.50"


def test_days_that_are_no_period_are_said_beside_them(qtbot: QtBot, office: Office) -> None:
    from desktop.rules.periods import Unit

    bar = PeriodBar(office, list(Unit), Unit.DAY)
    qtbot.addWidget(bar)
    bar.show()
    bar.unit.setCurrentIndex(bar.unit.findData(Unit.FREE))
    bar.last.put(SUNDAY - timedelta(days=3))
    bar.last.edited.emit()
    assert bar.wrong.text() == "The period ends before it begins."
    assert bar.period.last == SUNDAY
    bar.first.put(SUNDAY - timedelta(days=5))
    bar.first.edited.emit()
    assert (bar.wrong.text(), bar.period.days) == ("", 3)


# Card checks


def test_cards_are_drawn_seen_and_signed_one_after_the_other(shown: Any, desk: SmallDesk, office: Office) -> None:
    page = shown(ChecksPage)
    page.draw.click()
    office.jobs.wait_idle()
    assert column(page.due, "checked") == ["0 / 6", "0 / 4", "0 / 2"]
    assert page.card.customer_id == page._line().row.customer_id
    first = page.view.current_id()
    page.strip.no.click()
    assert page.strip.wrong.text() == "Please write what has to be put right on this card."
    page.strip.remark.setText("没有联系人")
    page.strip.no.click()
    assert page.view.current_id() != first
    page.strip.yes.click()
    rows = {one.id: one for one in desk.ask(card_checks)}
    assert [(one.passed, one.checker) for one in rows.values() if one.checked_on] == [(False, "王芳"), (True, "王芳")]
    assert column(page.due, "checked")[0] == "2 / 6"
    page.view.go_to(first)
    page.strip.back.click()
    assert column(page.due, "checked")[0] == "1 / 6"


def test_the_check_list_is_saved(shown: Any, desk: SmallDesk, office: Office, tmp_path: Path) -> None:
    page = shown(ChecksPage)
    page.draw.click()
    office.jobs.wait_idle()
    asked(office).answers.append(tmp_path / "list.pdf")
    page.print_.click()
    office.jobs.wait_idle()
    assert (tmp_path / "list.pdf").read_bytes().count(b"/Type /Page\n") == 2  # a sheet for each rep


# Loans


def test_cards_come_back_one_scan_after_the_other(shown: Any, desk: SmallDesk, office: Office) -> None:
    draft = LoanDraft(tuple(desk.customers[one] for one in "甲乙"), desk.reps["张伟"], SUNDAY - timedelta(days=1))
    desk.do(lambda s: lend(s, draft), "loan.out")
    page = shown(LoansPage)
    assert column(page.view, "state") == ["overdue by 1 day"] * 2
    for text in ("K000", card_code(desk.customers["乙"])):
        page.code.setText(text)
        QTest.keyClick(page.code, Qt.Key.Key_Return)
    assert (page.code.text(), page.said.text()) == ("", "Returned: 乙公司")
    assert desk.ask(cards_out) == []
    page.code.setText("K000")
    QTest.keyClick(page.code, Qt.Key.Key_Return)
    assert page.said.text().startswith("No card “K000” is out")


def test_the_box_says_what_speaks_against_lending(qtbot: QtBot, desk: SmallDesk, office: Office) -> None:
    from db.queries.briefs import briefs

    card = desk.ask(lambda s: briefs(s, [desk.customers["甲"]]))
    box = LoanBox(office, card)
    qtbot.addWidget(box)
    box.show()
    assert box.doubts.text() == ""
    box.form.editor("rep_id").put(desk.reps["李娜"])
    box.form.editor("rep_id").edited.emit()
    assert box.doubts.text() == "甲公司 is a customer of 张伟."
    box.form.editor("due_on").put(SUNDAY - timedelta(days=1))
    box.accept()
    assert box.isVisible()
    box.form.editor("due_on").put(SUNDAY)
    box.accept()
    assert [(one.rep, one.due_on) for one in desk.ask(cards_out)] == [("李娜", SUNDAY)]
    again = LoanBox(office, card, desk.reps["李娜"])
    qtbot.addWidget(again)
    assert again.doubts.text().startswith("甲公司 is out already: with 李娜 since 2026-11-22.")


def test_who_leaves_with_cards_out_is_told_of(shown: Any, desk: SmallDesk, office: Office) -> None:
    draft = LoanDraft((desk.customers["甲"],), desk.reps["张伟"], SUNDAY)
    desk.do(lambda s: lend(s, draft), "loan.out")
    page = shown(PeoplePage)
    page._set([desk.reps["张伟"]], active=False)
    assert office.notice.text == "No longer in the lists: 张伟. Cards still out: 1"


# Appraisal and rules


def test_the_appraisal_is_told_part_by_part_and_saved(
    shown: Any, desk: SmallDesk, office: Office, tmp_path: Path
) -> None:
    desk.done("甲", SUNDAY, planned_on=SUNDAY)
    page = shown(AppraisalPage)
    assert column(page.view, "rep") == ["张伟", "李娜"]
    assert column(page.why, "why")[1] == "1 effective of 1 done"
    assert column(page.why, "points")[3] == "—"
    for ending in ("xlsx", "pdf"):
        asked(office).answers.append(tmp_path / f"a.{ending}")
        page._save(ending)
        office.jobs.wait_idle()
    book = load_workbook(tmp_path / "a.xlsx")
    rows = list(book.worksheets[0].iter_rows(values_only=True))
    assert rows[1][0] == "张伟"
    assert float(str(rows[1][1])) == float(column(page.view, "score")[0])
    assert [sheet.title for sheet in book.worksheets] == ["Appraisal", "Each part", "Figures"]
    assert (tmp_path / "a.pdf").read_bytes().startswith(b"%PDF")


def test_weights_that_do_not_come_to_a_hundred_are_refused_at_their_field(
    shown: Any, desk: SmallDesk, office: Office
) -> None:
    page = shown(DeskPage)
    page.numbers["cards"].setValue(8)
    page.numbers[f"weights.{Part.LOANS}"].setValue(5)
    assert page.sum.text() == "The weights come to 95 of 100."
    page.save.click()
    assert page.wrong.text() == "The weights come to 95 %, not 100 %."
    assert page.numbers[f"weights.{Part.CONTACTS}"].hasFocus()
    page.numbers[f"weights.{Part.CHECKS}"].setValue(20)
    page.save.click()
    kept = desk.ask(desk_policy)
    assert (kept.cards, kept.weights[Part.LOANS]) == (8, 5)
    assert not page.dirty


def test_the_tabs_say_how_much_waits(shown: Any, desk: SmallDesk, office: Office) -> None:
    office.seen[KEY] = '{"since": "2026-11-20", "ids": []}'
    draft = LoanDraft((desk.customers["甲"],), desk.reps["张伟"], SUNDAY - timedelta(days=1))
    desk.do(lambda s: lend(s, draft), "loan.out")
    place = shown(DeskPlace)
    titles = [place.tabs.bar.tabText(at) for at in range(place.tabs.bar.count())]
    assert "Loan of cards (1)" in titles
    assert "Follow-ups to read" in titles
    desk.done("甲", SUNDAY)
    assert "Follow-ups to read (1)" in [place.tabs.bar.tabText(at) for at in range(place.tabs.bar.count())]
