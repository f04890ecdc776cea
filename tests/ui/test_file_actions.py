"""The list of actions and the recycle bin: what was done, what it changed, and the way back."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from db.queries.actions import action_ids, action_rows, changed_fields, deletion_ids
from db.queries.customers import CustomerFilter, customer_ids
from db.store import Doing, open_store
from db.vocabulary import RepRole
from desktop.progress import Progress
from desktop.services.customers import delete_customers
from desktop.services.offices import save_rep, set_rep_active
from desktop.services.samples import make_sample_office, sample_source
from desktop.ui.office import Office
from desktop.ui.screens.file.actions_page import ActionsPage
from desktop.ui.screens.file.recycle_bin import RecycleBin


def edit(office: Office, name: str, rep_id: int | None = None) -> int:
    with office.store.write(Doing("rep.edit", {"name": name})) as session:
        return save_rep(session, rep_id, name, "13800138000", RepRole.REP)


@pytest.fixture
def actions(office: Office, qtbot: QtBot) -> ActionsPage:
    made = ActionsPage(office)
    qtbot.addWidget(made)
    made.resize(1200, 600)
    made.show()
    return made


def texts(page: ActionsPage | RecycleBin) -> list[list[str]]:
    model = page.model
    return [
        [str(model.data(model.index(row, column)) or "") for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def changes(page: ActionsPage | RecycleBin) -> list[tuple[str, str, str, str]]:
    return [
        (row.record, row.field, row.old, row.new)
        for row in (page.detail.model.row(number) for number in range(page.detail.model.rowCount()))
        if row is not None
    ]


def test_each_action_says_what_it_changed(actions: ActionsPage, office: Office) -> None:
    rep_id = edit(office, "王丽")
    edit(office, "王莉", rep_id)
    with office.store.write(Doing("rep.edit", {"name": "王莉"})) as session:
        set_rep_active(session, rep_id, False)
    assert [row[1] for row in texts(actions)] == ["Person 王莉", "Person 王莉", "Person 王丽"]
    actions.view.go_to(actions.model.ids[0])
    assert changes(actions) == [("Person of the office · 王莉", "Works here", "Yes", "No")]
    actions.view.go_to(actions.model.ids[1])
    assert changes(actions) == [("Person of the office · 王莉", "Name", "王丽", "王莉")]
    actions.view.go_to(actions.model.ids[2])
    assert changes(actions) == [("Person of the office · 王莉", "created", "", "")]


def test_undo_stands_in_the_list_and_cannot_be_done_twice(actions: ActionsPage, office: Office) -> None:
    edit(office, "王丽")
    actions.detail.undo.click()
    office.jobs.wait_idle()
    rows = texts(actions)
    assert rows[0][1] == "Undo: Person 王丽"
    assert rows[1][4] == "undone"
    actions.view.go_to(actions.model.ids[1])
    assert actions.detail.undo.isHidden()


def test_a_file_open_for_reading_offers_no_undo(office: Office, qtbot: QtBot, tmp_path: Path) -> None:
    edit(office, "王丽")
    office.store.close()
    office.store = open_store(office.store.path, version="test", backups=tmp_path, read_only=True)
    page = ActionsPage(office)
    qtbot.addWidget(page)
    page.show()
    assert page.model.rowCount() == 1
    assert page.detail.undo.isHidden()


def test_what_was_thrown_away_comes_back_whole(office: Office, qtbot: QtBot) -> None:
    make_sample_office(office.store, sample_source(), office.today(), Progress())
    with office.store.read() as session:
        before = list(customer_ids(session, CustomerFilter()))
    with office.store.write(Doing("customers.delete", {"count": 2})) as session:
        delete_customers(session, before[:2])
    page = RecycleBin(office)
    qtbot.addWidget(page)
    page.resize(1200, 600)
    page.show()
    assert [row[1] for row in texts(page)] == ["Delete 2 customers"]
    kinds = [line[0].split(" · ")[0] for line in changes(page)]
    assert kinds[:2] == ["Customer", "Customer"]
    assert {"Phone or address", "Contact"} <= set(kinds[2:])
    page.detail.undo.click()
    office.jobs.wait_idle()
    assert page.model.rowCount() == 0
    assert not page.detail.isVisible()
    with office.store.read() as session:
        assert list(customer_ids(session, CustomerFilter())) == before
        assert deletion_ids(session) == []


def test_the_rows_of_many_actions_are_asked_for_together(office: Office) -> None:
    rep_id = edit(office, "王丽")
    for number in range(30):
        edit(office, f"王丽{number}", rep_id)
    with office.store.read() as session:
        ids = action_ids(session)
        rows = {row.id: row for row in action_rows(session, ids)}
        assert len(rows) == 31
        assert [rows[one].records for one in ids] == [1] * 31
        assert len(changed_fields(session, ids[0])) == 1
