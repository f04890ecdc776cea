"""The customer list through views: conditions typed, views kept and undone."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from db.conditions import ME, Condition, Group, Match, Op, Where
from db.models import CustomField, SavedView
from db.queries.views import saved_views
from db.store import Doing, open_store
from db.vocabulary import CustomKind
from desktop.memory import Memory
from desktop.rules.views import PLACE, View, read_view
from desktop.services.views import save_view
from desktop.ui.office import Bus, Office
from desktop.ui.screens.customers.condition_panel import ConditionBlock
from desktop.ui.screens.customers.condition_rows import ValueEditor
from desktop.ui.screens.customers.customer_list import CustomerList
from tests.ui.list_samples import POPUPS, answered, changed, names, people, rows_of, shown, undo

__all__ = ["people", "shown"]


def test_views_every_office_has(shown: CustomerList, people: dict[str, int]) -> None:
    filters = shown.filters
    for key, found in (
        ("mine", ["安徽文具", "青禾超市"]),
        ("silent", ["宁波纸业", "青禾超市", "曾国华"]),
        ("nobody", ["曾国华"]),
        ("owing", []),
        ("due", []),
        ("new", ["安徽文具", "宁波纸业", "青禾超市", "曾国华"]),
    ):
        filters.choose(key)
        if key == "new":  # made by the clock of this machine, looked at from the office's day
            assert set(names(shown)) in (set(found), set())
        else:
            assert names(shown) == found, key
    filters.clear()
    assert len(names(shown)) == 4


@POPUPS
def test_conditions_are_typed_line_by_line(qtbot: QtBot, shown: CustomerList) -> None:
    filters = shown.filters
    filters.turn_panel()
    panel = filters.panel
    assert panel is not None
    assert panel.isVisible()
    panel.block.add.click()
    (row,) = rows_of(panel.block)
    row.field.setCurrentIndex(row._keys.index("value_tier"))
    assert isinstance(row.value, ValueEditor)
    assert row.condition() is None  # nothing chosen yet: asks nothing
    qtbot.waitUntil(lambda: len(names(shown)) == 4)
    row.value.parts[0].put(("A",))
    qtbot.waitUntil(lambda: names(shown) == ["宁波纸业", "青禾超市"])
    assert "2" in panel.count.text()
    panel.block.add_group.click()
    inner = next(part for part in panel.block.parts if isinstance(part, ConditionBlock))
    (first,) = rows_of(inner)
    first.field.setCurrentIndex(first._keys.index("name"))
    assert isinstance(first.value, ValueEditor)
    first.value.parts[0].put("宁波")
    qtbot.waitUntil(lambda: names(shown) == ["宁波纸业"])
    assert filters.where == Where(
        Match.ALL,
        (
            Condition("value_tier", Op.IS, ("A",)),
            Group(Match.ANY, (Condition("name", Op.CONTAINS, "宁波"),)),
        ),
    )
    assert "宁波" in filters.said.whole
    QTest.keyClick(panel, Qt.Key.Key_Escape)
    assert not panel.isVisible()
    assert names(shown) == ["宁波纸业"]


@POPUPS
def test_what_cannot_be_read_is_marked_and_asks_nothing(qtbot: QtBot, shown: CustomerList) -> None:
    shown.filters.turn_panel()
    panel = shown.filters.panel
    assert panel is not None
    panel.put(Where(Match.ALL, (Condition("purchases", Op.AT_LEAST, Decimal("500.00")),)))
    panel.changed.emit()
    assert names(shown) == ["青禾超市"]
    (row,) = rows_of(panel.block)
    assert isinstance(row.value, ValueEditor)
    field: Any = row.value.parts[0].focusProxy()
    field.setText("abc")
    qtbot.waitUntil(lambda: len(names(shown)) == 4)
    assert field.property("wrong") is True


@POPUPS
def test_every_field_and_operator_can_be_chosen(shown: CustomerList) -> None:
    shown.filters.turn_panel()
    panel = shown.filters.panel
    assert panel is not None
    panel.block.add.click()
    (row,) = rows_of(panel.block)
    for number, key in enumerate(row._keys):
        if key:
            row.field.setCurrentIndex(number)
            for op in range(row.op.count()):
                row.op.setCurrentIndex(op)
                row.condition()


def test_a_view_is_kept_found_again_and_undone(office: Office, shown: CustomerList, people: dict[str, int]) -> None:
    filters = shown.filters
    filters.choose("mine")
    filters.narrow({})
    filters.where = Where(Match.ALL, (Condition("owner_id", Op.IS, (ME,)), Condition("value_tier", Op.IS, ("A",))))
    filters.changed.emit()
    assert names(shown) == ["青禾超市"]
    assert changed(shown)
    answered(office, "我的A类", "me")
    filters.views.asked.emit("keep")
    assert filters.views.name == "我的A类"
    assert not changed(shown)
    with office.store.read() as session:
        (row,) = saved_views(session, PLACE, people["林晓"])
        assert saved_views(session, PLACE, people["赵磊"]) == []
    kept = read_view(row.content, filters.known.office.fields).view
    assert kept.where == filters.where
    assert kept.columns[0][0] == "name"
    filters.choose("all")
    assert len(names(shown)) == 4
    filters.choose(f"view:{row.id}")
    assert names(shown) == ["青禾超市"]
    again = CustomerList(office)  # the list opens as it was left
    again.show()
    assert names(again) == ["青禾超市"]
    again.close()
    undo(office)
    assert filters.key == "all"
    with office.store.read() as session:
        assert saved_views(session, PLACE, people["林晓"]) == []


def test_a_view_is_renamed_shared_moved_overwritten_and_deleted(
    office: Office, shown: CustomerList, people: dict[str, int]
) -> None:
    filters = shown.filters
    with office.store.write(Doing("view.save", {"name": "x"})) as session:
        one = save_view(session, "一", View(), rep_id=people["林晓"])
        save_view(session, "二", View(), rep_id=None)
    filters.choose(f"view:{one}")
    answered(office, "甲")
    filters.views.asked.emit("rename")
    assert [row.name for row in filters.known.views] == ["甲", "二"]
    filters.views.asked.emit("down")
    assert [row.name for row in filters.known.views] == ["二", "甲"]
    filters.views.asked.emit("share")
    assert filters.known.views[1].rep_id is None
    filters.where = Where(Match.ALL, (Condition("value_tier", Op.IS, ("B",)),))
    filters.changed.emit()
    assert changed(shown)
    assert filters.views.text().endswith("*")
    filters.views.asked.emit("save")
    assert not changed(shown)
    assert names(shown) == ["安徽文具"]
    asked = answered(office, "二")  # the name of the other one
    filters.views.asked.emit("rename")
    assert len(asked.asked) == 3
    filters.views.asked.emit("delete")
    assert [row.name for row in filters.known.views] == ["二"]
    assert filters.key == "all"
    undo(office)
    assert [row.name for row in filters.known.views] == ["二", "甲"]


def test_a_view_of_a_later_version_is_shown_as_far_as_it_is_known(office: Office, shown: CustomerList) -> None:
    content = (
        '{"version": 1, "where": {"match": "all", "parts": [{"field": "mood", "op": "is", "value": "x"},'
        ' {"field": "value_tier", "op": "is", "value": ["A"]}]}}'
    )
    with office.store.write(Doing("view.save", {"name": "x"})) as session:
        row = SavedView(place=PLACE, name="新", content=content)
        session.add(row)
        key = f"view:{row.id}"
    shown.filters.choose(key)
    assert names(shown) == ["宁波纸业", "青禾超市"]
    assert shown.filters.unknown == ("mood",)


def test_a_field_that_is_removed_is_asked_no_more(office: Office, shown: CustomerList) -> None:
    with office.store.write(Doing("custom.define", {"title": "型号"})) as session:
        row = CustomField(kind=CustomKind.TEXT, title="型号")
        session.add(row)
        key = f"custom.{row.id}"
    shown.filters.where = Where(Match.ALL, (Condition(key, Op.EMPTY), Condition("value_tier", Op.IS, ("A",))))
    shown.filters.turn_panel()
    shown.filters.changed.emit()
    assert names(shown) == ["宁波纸业", "青禾超市"]
    undo(office)
    assert shown.filters.where == Where(Match.ALL, (Condition("value_tier", Op.IS, ("A",)),))
    assert names(shown) == ["宁波纸业", "青禾超市"]


def test_a_view_brings_its_columns_and_gives_them_back(office: Office, shown: CustomerList) -> None:
    usual = [column.key for column in shown.view.head.shown()]
    view = View(columns=(("name", 150), ("tags", 90), ("owed", 80)), sort=("number", True), sums=("owed",))
    with office.store.write(Doing("view.save", {"name": "x"})) as session:
        key = f"view:{save_view(session, '窄', view, rep_id=None)}"
    shown.filters.choose(key)
    assert shown.view.head.layout_now() == view.columns
    assert shown.view.head.sorted_by == ("number", True)
    assert shown.state.sums == ("owed",)
    tags = [column.key for column in shown.model.columns].index("tags")
    row = names(shown).index("青禾超市")
    assert shown.model.index(row, tags).data() == "重点"
    assert not changed(shown)
    shown.filters.choose("all")
    assert [column.key for column in shown.view.head.shown()] == usual


@POPUPS
def test_a_file_for_reading_shows_views_but_keeps_none(
    qtbot: QtBot, office: Office, people: dict[str, int], tmp_path: Path
) -> None:
    with office.store.write(Doing("view.save", {"name": "x"})) as session:
        save_view(session, "大家的", View(), rep_id=None)
    store = open_store(office.store.path, version="test", backups=tmp_path, read_only=True)
    store.who = office.store.who
    reader = Office(store, office.jobs, Bus(), office.ask, office.notice, Memory(tmp_path / "m.json"), office.today)
    shown = CustomerList(reader)
    qtbot.addWidget(shown)
    shown.show()
    shown.filters.choose("mine")
    assert names(shown) == ["安徽文具", "青禾超市"]
    shown.filters.turn_panel()
    panel = shown.filters.panel
    assert panel is not None
    assert not panel.keep.isEnabled()
    assert "reading only" in panel.keep.toolTip()
    entries = {entry.text(): entry for entry in shown.filters.views.menu_now().actions()}
    assert not entries["Keep as a view…"].isEnabled()
    assert "大家的" in entries
    shown.close()
    store.close()
