"""The customer list through views: conditions typed, views kept and undone, groups, the side column, many changed."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from db.conditions import ME, Condition, Group, Match, Op, Where
from db.models import Contact, Customer, CustomerTag, FollowUp, Order, Rep, SavedView, Tag
from db.queries.journal import last_action
from db.queries.views import saved_views
from db.store import Doing, Who, open_store
from db.vocabulary import FollowUpKind, FollowUpState, Stage
from desktop.memory import Memory
from desktop.rules.views import PLACE, View, read_view
from desktop.services.bulk_edit import ADD_TAG
from desktop.services.views import save_view
from desktop.ui.office import Bus, Office
from desktop.ui.screens.customers.bulk_box import BulkBox
from desktop.ui.screens.customers.condition_panel import ConditionBlock
from desktop.ui.screens.customers.condition_rows import ConditionRow, ValueEditor
from desktop.ui.screens.customers.customer_list import CustomerList
from desktop.ui.top_line import take_back
from tests.ui.conftest import Answers

POPUPS = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def people(office: Office) -> dict[str, int]:
    """{name: id} of a few customers and of two reps; the first rep sits at the keyboard."""
    today, made = office.today(), {}
    with office.store.write(Doing("customer.create", {"name": "样本"})) as session:
        reps = [Rep(name="林晓"), Rep(name="赵磊")]
        tag = Tag(name="重点")
        session.add_all([*reps, tag])
        rows = (
            ("青禾超市", "A", Stage.WON, 0, "浙江省", "杭州市"),
            ("安徽文具", "B", Stage.WON, 0, "安徽省", "合肥市"),
            ("宁波纸业", "A", Stage.POTENTIAL, 1, "浙江省", "宁波市"),
            ("曾国华", None, Stage.LOST, None, None, None),
        )
        for name, tier, stage, owner, province, city in rows:
            row = Customer(name=name, value_tier=tier, stage=stage, province=province, city=city)
            row.owner_id = None if owner is None else reps[owner].id
            session.add(row)
            made[name] = row.id
        session.add(Contact(customer_id=made["青禾超市"], name="尉迟小满"))
        session.add(CustomerTag(customer_id=made["青禾超市"], tag_id=tag.id))
        session.add(Order(customer_id=made["青禾超市"], ordered_on=today, amount=Decimal("1200.00")))
        session.add(Order(customer_id=made["宁波纸业"], ordered_on=today, amount=Decimal("300.00")))
        done = {"kind": FollowUpKind.CALL, "state": FollowUpState.DONE, "effective": True}
        session.add(FollowUp(customer_id=made["安徽文具"], done_on=today - timedelta(days=3), **done))
        made |= {rep.name: rep.id for rep in reps}
    office.be(Who(made["林晓"], "林晓"))
    return made


@pytest.fixture
def shown(qtbot: QtBot, office: Office, people: dict[str, int]) -> CustomerList:
    made = CustomerList(office)
    made.resize(760, 700)
    qtbot.addWidget(made)
    made.show()
    return made


def names(shown: CustomerList) -> list[str]:
    """The lines of the list: names, and what the lines of groups say."""
    model = shown.model
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def answered(office: Office, *answers: object) -> Answers:
    assert isinstance(office.ask, Answers)
    office.ask.answers = list(answers)
    return office.ask


def undo(office: Office) -> None:
    with office.store.read() as session:
        last = last_action(session)
    assert last is not None
    take_back(office, last.id)
    office.jobs.wait_idle()


def changed(shown: CustomerList) -> bool:
    """Whether the list says that it is not as its view says."""
    return shown.state.changed


def rows_of(block: ConditionBlock) -> list[ConditionRow]:
    return [part for part in block.parts if isinstance(part, ConditionRow)]


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
    for by in ("stage", "owner_id", "province", "city", "source", "intent", "tags", "initial", "created"):
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
    tree.topLevelItem(3).setExpanded(True)
    qtbot.waitUntil(lambda: line(3, 0)[0] == "浙江省")
    side.panel._take(tree.topLevelItem(3).child(0))
    province = tree.topLevelItem(3).child(0)
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


def test_every_field_that_can_be_changed_has_an_editor(
    office: Office, shown: CustomerList, people: dict[str, int], qtbot: QtBot
) -> None:
    box = BulkBox(office, shown.filters.known.office, [people["青禾超市"]], "owner_id", shown)
    qtbot.addWidget(box)
    for number in range(box.field.count()):
        box.field.setCurrentIndex(number)
        box.look()
    assert box.field.count() > 30


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
