"""The customer list in groups, beside its column of counts, and with many customers changed at once."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from db.models import CustomerTag, Tag
from db.queries.groups import FACETS, GROUPS
from db.vocabulary import Stage
from desktop.services.bulk_edit import ADD_TAG
from desktop.ui.office import Office
from desktop.ui.screens.customers import bulk_box
from desktop.ui.screens.customers.bulk_box import BulkBox
from desktop.ui.screens.customers.customer_list import CustomerList
from tests.ui.list_samples import POPUPS, names, people, shown, undo

__all__ = ["people", "shown"]
PROVINCE = FACETS.index("province")


def test_groups_count_add_up_open_and_close(qtbot: QtBot, shown: CustomerList, people: dict[str, int]) -> None:
    filters = shown.filters
    filters.group_by("value_tier")
    qtbot.waitUntil(lambda: "￥1,500" in names(shown)[0])
    assert [line.split(" ")[0] for line in names(shown)] == [
        "A", "宁波纸业", "青禾超市", "B", "安徽文具", "no", "曾国华",
    ]  # fmt: skip
    shown.view.setFocus()
    shown.view.setCurrentIndex(shown.model.index(0, 0))
    QTest.keyClick(shown.view, Qt.Key.Key_Left)
    assert [line.split(" ")[0] for line in names(shown)] == ["A", "B", "安徽文具", "no", "曾国华"]
    assert shown.view.current_id() is None
    QTest.keyClick(shown.view, Qt.Key.Key_Right)
    assert len(names(shown)) == 7
    shown.view.selectAll()
    assert sorted(shown.view.chosen()) == sorted(people[name] for name in names(shown) if name in people)
    filters.groups_opened.emit(False)
    assert len(names(shown)) == 3
    assert shown.go_to(people["曾国华"])
    assert shown.view.current_id() == people["曾国华"]
    for by in GROUPS[1:]:
        filters.group_by(by)
        assert sum(name in people for name in names(shown)) == 4, by
    assert names(shown)[1:]


def test_the_foot_adds_up_what_is_chosen(qtbot: QtBot, shown: CustomerList) -> None:
    qtbot.waitUntil(lambda: "￥1,500" in shown.panel.foot._sums.text())
    shown.view.selectAll()
    qtbot.waitUntil(lambda: "￥1,500" in shown.panel.foot._count.whole)
    shown.filters.views.sum_asked.emit("owed")
    qtbot.waitUntil(lambda: "Owed" in shown.panel.foot._sums.text())


@POPUPS
def test_the_side_column_counts_and_narrows(qtbot: QtBot, office: Office, shown: CustomerList) -> None:
    side = shown.side
    side.turn()
    tree: Any = side.panel.tree
    side.panel.count()

    def line(section: int, number: int) -> tuple[str, str]:
        item = tree.topLevelItem(section).child(number)
        return item.text(0), item.text(1).strip()

    assert [line(0, n) for n in range(3)] == [("A", "2"), ("B", "1"), ("no tier", "1")]
    tree.setCurrentItem(tree.topLevelItem(0).child(0))
    QTest.keyClick(tree, Qt.Key.Key_Return)
    assert names(shown) == ["宁波纸业", "青禾超市"]
    tree.topLevelItem(PROVINCE).setExpanded(True)
    qtbot.waitUntil(lambda: line(PROVINCE, 0)[0] == "浙江省")
    side.panel._take(tree.topLevelItem(PROVINCE).child(0))
    province = tree.topLevelItem(PROVINCE).child(0)
    assert {province.child(n).text(0) for n in range(province.childCount())} == {"杭州市", "宁波市"}
    side.panel._take(province.child(0))
    assert len(names(shown)) == 1
    assert shown.filters.said.whole
    side.panel.clear.click()
    assert len(names(shown)) == 4


@POPUPS
def test_the_side_column_is_a_sheet_where_room_is_short(shown: CustomerList) -> None:
    seen = []
    for width in (760, 400):
        shown.resize(width, 700)
        for _ in range(2):
            shown.side.turn()
            seen.append((shown.side.is_open, shown.side.isVisible()))
    assert seen == [(True, True), (False, False), (True, False), (False, False)]


def test_many_are_changed_at_once_shown_beforehand_and_undone(
    office: Office, shown: CustomerList, people: dict[str, int], qtbot: QtBot
) -> None:
    ids = [people[name] for name in ("青禾超市", "安徽文具", "宁波纸业")]
    box = BulkBox(office, shown.filters.known.office, ids, "stage", shown)
    qtbot.addWidget(box)
    assert not box.yes.isEnabled()  # until one has said what it shall become
    box.empty.click()
    assert not box.yes.isEnabled()  # a stage is never nothing
    assert box.error.text()
    box.value.put(Stage.WON)
    box.look()
    assert box.says.text() == "1 of 3 customers change."
    assert "宁波纸业" in box.olds.text()
    shown.deeds._apply(ids, box.edit())
    office.jobs.wait_idle()
    shown.filters.narrow({"stage": frozenset({"won"})})
    assert len(names(shown)) == 3
    undo(office)
    assert names(shown) == ["安徽文具", "青禾超市"]
    box.field.setCurrentIndex([key for key, _ in box._fields].index(ADD_TAG))
    box.value.put("展会")
    box.look()
    assert box.says.text() == "3 of 3 customers change."
    shown.deeds._apply(ids, box.edit())
    office.jobs.wait_idle()
    with office.store.read() as session:
        assert session.query(CustomerTag).count() == 4
    undo(office)
    with office.store.read() as session:
        assert session.query(CustomerTag).count() == 1
        assert session.query(Tag).count() == 1


def test_very_many_are_looked_at_in_a_job(
    office: Office,
    shown: CustomerList,
    people: dict[str, int],
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(bulk_box, "AT_ONCE", 1)
    box = BulkBox(office, shown.filters.known.office, [people["青禾超市"], people["曾国华"]], "stage", shown)
    qtbot.addWidget(box)
    for stage in (Stage.WON, Stage.LOST, Stage.CONTACTED):
        box.value.put(stage)
        box.look()
    office.jobs.wait_idle()
    assert box.says.text() == "2 of 2 customers change."
    assert box.yes.isEnabled()


def test_every_field_that_can_be_changed_has_an_editor(
    office: Office, shown: CustomerList, people: dict[str, int], qtbot: QtBot
) -> None:
    box = BulkBox(office, shown.filters.known.office, [people["青禾超市"]], "owner_id", shown)
    qtbot.addWidget(box)
    for number in range(box.field.count()):
        box.field.setCurrentIndex(number)
        box.look()
    assert box.field.count() > 30
