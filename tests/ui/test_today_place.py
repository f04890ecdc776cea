"""今日: every section with its count and reasons, what is done with a line and taken back, whose day, the sheet."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db.models import FollowUp, Promise
from db.queries.loans import cards_out
from db.store import Doing, Who, open_store
from db.vocabulary import FollowUpState, PromiseState
from desktop.progress import Progress
from desktop.rules.privacy import Masking, PrivacyRules
from desktop.services.privacy_rules import save_privacy_rules
from desktop.ui.commands import commands_for
from desktop.ui.loan_box import LoanBox
from desktop.ui.office import Office, Rate, Visit
from desktop.ui.screens.today import sheet_box, sheet_saving
from desktop.ui.screens.today.day_lines import DayReading
from desktop.ui.screens.today.place import TodayPlace
from desktop.ui.screens.today.printed import printed_sheets
from desktop.ui.screens.today.sections import SECTIONS
from desktop.ui.top_line import take_back
from tests.documents.paper_reading import pages_of
from tests.ui import day_samples
from tests.ui.box_driving import answering
from tests.ui.conftest import Answers
from tests.ui.day_samples import DayIds

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def ids(office: Office) -> DayIds:
    return day_samples.day(office)


@pytest.fixture
def place(qtbot: QtBot, office: Office, ids: DayIds) -> TodayPlace:
    return day_samples.shown(qtbot, office)


def names(place: TodayPlace, section: str) -> list[str]:
    place.sections.go_to(section)
    return [one.customer for one in place.lines()]


def state(office: Office, follow_up_id: int) -> tuple[FollowUpState, object]:
    with office.store.read() as session:
        row = session.get(FollowUp, follow_up_id)
        assert row is not None
        return row.state, row.planned_on


def undo_last(office: Office) -> None:
    from db.queries.journal import last_action

    with office.store.read() as session:
        last = last_action(session)
    assert last is not None
    take_back(office, last.id)
    office.jobs.wait_idle()


def test_follow_ups_are_there_first_and_stay_as_they_are(office: Office, ids: DayIds) -> None:
    reading = DayReading(office.store, office.today(), office.now(), (ids.me,))
    first, whole = reading.first(Progress()), reading.whole(Progress())
    assert set(first.lines) == set(first.totals) == {"day", "overdue", "planned", "done"}
    assert len(first.lines["day"]) == 3
    assert {**whole.lines, **first.lines} == whole.lines
    assert {**whole.totals, **first.totals} == whole.totals


def test_each_section_says_what_is_due_and_why(place: TodayPlace, ids: DayIds) -> None:
    assert place.whose.rep_id == ids.me
    assert names(place, "day") == ["无锡新创包装厂", "临江文具", "湖州澄裕大酒店"]
    assert [one.at for one in place.lines()] == ["09:30", "", ""]
    assert names(place, "overdue") == ["湖州澄裕大酒店"]
    assert "3" in place.lines()[0].why
    assert names(place, "ours") == ["无锡新创包装厂"]
    assert names(place, "theirs") == ["临江文具"]
    assert names(place, "never") == ["临江文具", "湖州澄裕大酒店"]
    assert names(place, "late") == ["无锡新创包装厂"]
    assert names(place, "owed") == ["湖州澄裕大酒店"]
    assert names(place, "days") == ["无锡新创包装厂"]
    assert names(place, "contracts") == ["临江文具"]
    assert place.day is not None
    assert {one.key for one in SECTIONS} == set(place.day.totals)
    assert all(place.day.totals[key] == len(lines) for key, lines in place.day.lines.items())
    assert all(one.why and one.kind for lines in place.day.lines.values() for one in lines)


def test_the_line_chosen_is_told_beside_the_list(place: TodayPlace) -> None:
    place.sections.go_to("day")
    told = {key: value.text() for key, (_, value) in place.detail.facts.items()}
    assert "看了样品" in told["said"]
    assert "送检测报告" in told["promises"]
    assert place.detail.phone.button.text() == "139 0013 9000"
    assert {key for key, made in place.detail.buttons.items() if not made.isHidden()} == {
        "done", "move", "tomorrow", "plan", "open",
    }  # fmt: skip


def test_another_rep_and_the_whole_office(place: TodayPlace, office: Office, ids: DayIds) -> None:
    for key, expected in ((ids.other, ["单晓燕"]), (0, 4)):
        place.whose.setCurrentIndex(place.whose.findData(key))
        place.whose.turned.emit()
        office.jobs.wait_idle()
        found = names(place, "day")
        assert found == expected if isinstance(expected, list) else len(found) == expected
    assert place.whose.rep_ids is None


def test_who_sits_down_sees_his_own_day(place: TodayPlace, office: Office, ids: DayIds) -> None:
    office.be(Who(ids.other, "陈"))
    office.jobs.wait_idle()
    assert names(place, "day") == ["单晓燕"]


def test_to_tomorrow_by_the_keyboard_and_back(place: TodayPlace, office: Office, ids: DayIds) -> None:
    place.sections.go_to("overdue")
    place.view.setFocus()
    QTest.keyClick(place.view, Qt.Key.Key_T, CONTROL)
    office.jobs.wait_idle()
    assert state(office, ids.planned[2])[1] == office.today() + timedelta(days=1)
    assert names(place, "overdue") == []
    assert place.panel.empty.button.isVisible()
    undo_last(office)
    assert names(place, "overdue") == ["湖州澄裕大酒店"]
    place.sections.go_to("day")
    place.view.selectAll()
    place.deeds.tomorrow(place.view.chosen())
    office.jobs.wait_idle()
    assert names(place, "day") == []
    undo_last(office)
    assert len(names(place, "day")) == 3


def test_a_promise_is_kept_or_broken_and_back(place: TodayPlace, office: Office, ids: DayIds) -> None:
    for section, deed, expected in (
        ("ours", place.deeds.kept, PromiseState.KEPT), ("theirs", place.deeds.broken, PromiseState.BROKEN),
    ):  # fmt: skip
        place.sections.go_to(section)
        deed(list(place.model.ids))
        office.jobs.wait_idle()
        with office.store.read() as session:
            assert session.get(Promise, ids.promises[section == "theirs"]).state is expected  # type: ignore[union-attr]
        assert names(place, section) == []
        undo_last(office)
        assert len(names(place, section)) == 1


def test_done_leads_to_the_form_and_the_line_goes(
    place: TodayPlace, office: Office, ids: DayIds, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[int, int | None]] = []
    monkeypatch.setattr(
        "desktop.ui.followup_box.log_follow_up",
        lambda _office, customer, follow_up, _parent: asked.append((customer, follow_up)),
    )
    place.sections.go_to("day")
    place.view.setFocus()
    QTest.keyClick(place.view, Qt.Key.Key_L, CONTROL)
    place.sections.go_to("never")
    QTest.keyClick(place.view, Qt.Key.Key_L, CONTROL)
    assert asked == [(ids.customers["无锡新创包装厂"], ids.planned[0]), (ids.customers["临江文具"], None)]


def test_enter_opens_the_card_where_it_says_more(place: TodayPlace, office: Office, ids: DayIds) -> None:
    went: list[tuple[str, object]] = []
    office.bus.wanted.connect(lambda where, what: went.append((where, what)))
    for section, tab in (("day", "timeline"), ("ours", "service"), ("owed", "orders")):
        place.sections.go_to(section)
        place.view.go_to(place.model.ids[0])
        QTest.keyClick(place.view, Qt.Key.Key_Return)
        where, what = went.pop()
        assert isinstance(what, Visit)
        assert (where, what.tab) == ("customers", tab)


def test_a_round_that_is_due_leads_to_the_rating(qtbot: QtBot, office: Office) -> None:
    went: list[object] = []
    office.bus.wanted.connect(lambda _, what: went.append(what))
    place = day_samples.shown(qtbot, office)
    assert place.whose.rep_id is None
    place.sections.go_to("rounds")
    assert place.lines()
    place.deeds.open([place.model.ids[0]])
    assert went == [Rate(place.lines()[0].scheme)]


def test_an_empty_day_says_what_comes_next(qtbot: QtBot, office: Office) -> None:
    went: list[str] = []
    office.bus.wanted.connect(lambda where, _: went.append(where))
    place = day_samples.shown(qtbot, office)
    place.sections.go_to("day")
    assert not place.model.ids
    place.panel.empty.button.click()
    assert went == ["customers"]


def test_the_phone_is_copied_as_the_office_allows(place: TodayPlace, office: Office) -> None:
    place.sections.go_to("day")
    place.view.setFocus()
    QTest.keyClick(place.view, Qt.Key.Key_C, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    assert QApplication.clipboard().text() == "13900139000"
    with office.store.write(Doing("policy.edit")) as session:
        save_privacy_rules(session, PrivacyRules(masking=Masking.ALWAYS, copying=False))
    place.deeds.phone([place.model.ids[0]])
    assert QApplication.clipboard().text() == "139 **** 9000"


def test_the_sheet_is_saved_and_remembered(
    place: TodayPlace, office: Office, ids: DayIds, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Path] = []
    monkeypatch.setattr(sheet_saving, "open_file", opened.append)
    monkeypatch.setattr(sheet_box.SheetBox, "exec", lambda self: self.ticks["late"].setChecked(True) or 1)
    assert isinstance(office.ask, Answers)
    office.ask.answers = [tmp_path / "单.pdf"]
    QTest.keyClick(place.view, Qt.Key.Key_P, CONTROL)
    office.jobs.wait_idle()
    assert opened == [tmp_path / "单.pdf"]
    text = "".join(pages_of(opened[0].read_bytes()))
    assert all(name in text for name in ("无锡新创包装厂", "临江文具", "湖州澄裕大酒店"))
    assert "139 0013 9000" in text
    sheet = printed_sheets(office)[0]
    assert [one.follow_up_id for one in sheet.lines] == list(ids.planned)  # who is late too stands there once
    assert (sheet.day, sheet.rep_id, sheet.printed_at) == (office.today(), ids.me, office.now())
    assert "13900139000" not in office.memory._path.read_text("utf-8")


def test_the_box_takes_chosen_lines_alone(qtbot: QtBot, place: TodayPlace) -> None:
    assert place.day is not None
    lines = place.day.lines["day"]
    box = sheet_box.SheetBox(place.day, lines[1:], place)
    qtbot.addWidget(box)
    assert [one.follow_up_id for one in box.wanted()] == [one.planned_id for one in lines]
    box.alone.setChecked(True)
    assert [one.follow_up_id for one in box.wanted()] == [one.planned_id for one in lines[1:]]
    box.alone.setChecked(False)
    for tick in box.ticks.values():
        tick.setChecked(False)
    assert not box.yes.isEnabled()
    box.ticks["never"].setChecked(True)
    assert all(one.follow_up_id is None and one.why for one in box.wanted())


def test_in_a_file_for_reading_nothing_can_be_done(qtbot: QtBot, office: Office, ids: DayIds, tmp_path: Path) -> None:
    store = open_store(office.store.path, version="test", backups=tmp_path, read_only=True)
    whole, office.store = office.store, store
    try:
        place = day_samples.shown(qtbot, office)
        place.whose.setCurrentIndex(place.whose.findData(0))
        place.whose.turned.emit()
        office.jobs.wait_idle()
        place.sections.go_to("day")
        possible = [one.key for one in place.deeds.actions() if one.possible([place.model.ids[0]])]
        assert possible == ["open", "phone"]
        place.hide()
    finally:
        office.store = whole
        store.close()


def test_its_commands_are_found(office: Office) -> None:
    for typed, key in (("jinri", "today"), ("kpht", "key_back"), ("genjindan", "day_sheet")):
        assert key in [hit.key.key for hit in commands_for(office, typed)]  # type: ignore[attr-defined]


def test_the_cards_of_those_one_goes_to_are_taken_out(office: Office, place: TodayPlace) -> None:
    names(place, "overdue")
    chosen = [one.id for one in place.lines()][:2]
    customers = {line.customer_id for line in place.deeds.lines(chosen)}
    opened = answering(LoanBox, lambda box: box.yes.click())
    place.deeds.lend(chosen)
    assert opened
    with office.store.read() as session:
        assert {one.customer_id for one in cards_out(session)} == customers
