"""The people, the office's details and the limit of attachments: kept in the file, asked about before they are lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from db.queries.office import office as office_details
from db.queries.office import policy, reps
from desktop import paths
from desktop.services.attachments import LIMIT_POLICY
from desktop.ui.kit.binder import Unreadable
from desktop.ui.office import Office
from desktop.ui.screens.settings.about import AboutPage
from desktop.ui.screens.settings.attachments import AttachmentsPage
from desktop.ui.screens.settings.licences import Component, components, full_text
from desktop.ui.screens.settings.office_details import OfficePage
from desktop.ui.screens.settings.people import PeoplePage
from desktop.ui.top_line import TopLine


@pytest.fixture
def people(office: Office, qtbot: QtBot) -> PeoplePage:
    made = PeoplePage(office)
    qtbot.addWidget(made)
    made.resize(1000, 600)
    made.show()
    return made


def asked(office: Office) -> list[str]:
    return office.ask.asked  # type: ignore[attr-defined,no-any-return]


def answer(office: Office, *answers: object) -> None:
    office.ask.answers += answers  # type: ignore[attr-defined]


def add(people: PeoplePage, name: str) -> None:
    people.new.click()
    people.editor.form.editor("name").put(name)
    people.editor.save.click()


def test_the_first_person_entered_is_the_one_who_types(people: PeoplePage, office: Office, qtbot: QtBot) -> None:
    line = TopLine(office)
    qtbot.addWidget(line)
    add(people, "王丽")
    assert office.me.name == "王丽"
    assert line.who.text() == "王丽"
    add(people, "李四")
    assert office.me.name == "王丽"
    assert list(office.memory.of.me.values()) == [office.me.rep_id]


def test_a_name_is_needed_and_what_was_typed_stays(people: PeoplePage, office: Office) -> None:
    people.new.click()
    people.editor.form.editor("phone").put("13800138000")
    people.editor.save.click()
    assert people.editor.isVisible()
    assert people.editor.form.taken().phone == "13800138000"
    with office.store.read() as session:
        assert reps(session) == []


def test_visits_a_day_are_kept_and_emptied(people: PeoplePage, office: Office) -> None:
    add(people, "王丽")

    def typed(visits: int | None) -> int | None:
        people.view.go_to(people.model.ids[0])
        people.change.click()
        people.editor.form.editor("daily_visits").put(visits)
        people.editor.save.click()
        with office.store.read() as session:
            return reps(session)[0].daily_visits

    assert typed(8) == 8
    assert typed(None) is None
    typed(0)
    assert people.editor.isVisible(), "no visits at all is no plan"


def test_the_one_at_the_keyboard_changes_his_own_name(people: PeoplePage, office: Office) -> None:
    add(people, "王丽")
    people.view.go_to(people.model.ids[0])
    people.change.click()
    people.editor.form.editor("name").put("王莉")
    people.editor.save.click()
    assert office.me.name == "王莉"


def test_whoever_leaves_can_come_back(people: PeoplePage, office: Office) -> None:
    add(people, "王丽")
    people.view.go_to(people.model.ids[0])
    people.leave.click()
    with office.store.read() as session:
        assert reps(session, active_only=True) == []
    assert people.leave.text() == "Works here again"
    people.leave.click()
    with office.store.read() as session:
        assert len(reps(session, active_only=True)) == 1


def test_another_person_sits_down(people: PeoplePage, office: Office) -> None:
    add(people, "王丽")
    add(people, "李四")
    other = next(one for one in people.model.ids if one != office.me.rep_id)
    people.view.go_to(other)
    people.me.click()
    assert office.me.rep_id == other
    assert not people.me.isEnabled()


def test_leaving_with_something_typed_is_asked_about(people: PeoplePage, office: Office) -> None:
    people.new.click()
    people.editor.form.editor("name").put("王丽")
    answer(office, "")
    assert not people.may_leave()
    assert people.editor.isVisible()
    answer(office, "drop")
    assert people.may_leave()
    people.new.click()
    people.editor.form.editor("name").put("王丽")
    answer(office, "save")
    assert people.may_leave()
    with office.store.read() as session:
        assert [one.name for one in reps(session)] == ["王丽"]


def test_the_office_s_details_are_kept(office: Office, qtbot: QtBot) -> None:
    page = OfficePage(office)
    qtbot.addWidget(page)
    page.show()
    page.pencil.click()
    page.save.click()
    assert page.save.isVisible()  # the name is missing: said at its field
    page.form.editor("name").put("华东办事处")
    page.form.editor("phone").put("021-55512345")
    page.save.click()
    with office.store.read() as session:
        kept = office_details(session)
    assert (kept.name, kept.phone) == ("华东办事处", "021-55512345")
    assert not page.form.editing
    assert asked(office) == []


def test_details_changed_meanwhile_do_not_overwrite_what_is_typed(office: Office, qtbot: QtBot) -> None:
    page = OfficePage(office)
    qtbot.addWidget(page)
    page.show()
    page.pencil.click()
    page.form.editor("name").put("华东办")
    office.bus.changed.emit(frozenset({"office"}))
    try:
        assert page.form.taken().name == "华东办"
    except Unreadable:
        pytest.fail("what was typed is gone")
    answer(office, "drop")
    assert page.may_leave()


def test_the_limit_of_attachments_is_a_rule_of_the_office(office: Office, qtbot: QtBot) -> None:
    page = AttachmentsPage(office)
    qtbot.addWidget(page)
    page.show()
    assert page.limit.value() == 20
    assert not page.save.isEnabled()
    page.limit.setValue(50)
    page.save.click()
    with office.store.read() as session:
        assert policy(session, LIMIT_POLICY, 0) == 50
    assert not page.save.isEnabled()


def test_every_library_shows_the_whole_text_of_its_licence(
    office: Office, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    page = AboutPage(office)
    qtbot.addWidget(page)
    found = components(paths.resources())
    assert {"Qt", "SQLAlchemy", "Noto Sans SC", "Tabler Icons"} <= {one.name for one in found}
    for number in range(len(found)):
        page.list.setCurrentRow(number)
        assert len(page.text.toPlainText()) > 200
        assert not page.text.toPlainText().endswith("?")


def test_a_licence_that_was_not_delivered_is_named(tmp_path: Path) -> None:
    assert components(tmp_path) == []
    assert "MIT: a.txt ?" in full_text(tmp_path, Component("a", "1", "MIT", ("a.txt",)))
