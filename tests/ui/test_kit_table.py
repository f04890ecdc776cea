"""Long lists: paging, choosing, columns, copying, the keyboard."""

from __future__ import annotations

import json
import time
from collections.abc import Sequence
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from desktop.ui.kit import theme
from desktop.ui.kit.actions import Action
from desktop.ui.kit.empty import EmptyState
from desktop.ui.kit.list_panel import ListPanel
from desktop.ui.kit.list_view import ListView
from desktop.ui.kit.table import ID, KEPT, PAGE, ROW, Column, ListModel

MANY = 100_000
FIRST = 2**52  # ids pass 31 bits
pytestmark = pytest.mark.usefixtures("light")


@dataclass(frozen=True, slots=True)
class Row:
    id: int
    name: str
    owed: int


COLUMNS: tuple[Column[Row], ...] = (
    Column("name", "Name", lambda r: r.name, 200, sort="name", fixed=True),
    Column("tier", "Tier", lambda r: "ABC"[r.owed % 3], 60, "centre", badge=lambda r: r.owed % 3),
    Column("owed", "Owed", lambda r: str(r.owed), 90, "right", sort="owed", colour=lambda r: "red"),
    Column("note", "Note", lambda r: "", 90, shown=False),
)


class Source:
    """Makes rows and counts how often it was asked."""

    def __init__(self) -> None:
        self.asked: list[list[int]] = []
        self.gone: set[int] = set()
        self.word = "客户"

    def __call__(self, ids: Sequence[int]) -> list[Row]:
        self.asked.append(list(ids))
        found = [Row(i, f"{self.word} {i - FIRST}", i - FIRST) for i in ids if i not in self.gone]
        return found[::-1]  # in any order


@pytest.fixture
def source() -> Source:
    return Source()


@pytest.fixture
def model(source: Source) -> ListModel[Row]:
    made = ListModel(COLUMNS, source)
    made.set_ids(range(FIRST, FIRST + MANY))
    return made


@pytest.fixture
def memory() -> dict[str, str]:
    return {}


@pytest.fixture
def done() -> list[tuple[str, list[int]]]:
    return []


@pytest.fixture
def view(qtbot: QtBot, model: ListModel[Row], memory: dict[str, str], done: list[tuple[str, list[int]]]) -> ListView:
    actions = (
        Action("open", "Open", lambda ids: done.append(("open", list(ids))), shortcut="Ctrl+O", needs=(1, 1)),
        Action("drop", "Drop", lambda ids: done.append(("drop", list(ids))), icon="trash", danger=True, apart=True),
    )
    made = ListView(model, "customers", memory, actions)
    qtbot.addWidget(made)
    made.resize(700, 500)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_the_model_keeps_what_qt_demands(source: Source) -> None:
    model = ListModel(COLUMNS, source)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.set_ids(range(FIRST, FIRST + 300))
    model.refresh()
    model.set_ids([])
    assert tester.model() is model


def test_only_pages_that_are_looked_at_are_fetched(model: ListModel[Row], source: Source) -> None:
    for row in (0, 1, PAGE - 1, 99_999):
        assert model.index(row, 0).data() == f"客户 {row}"
    assert [len(ids) for ids in source.asked] == [PAGE, MANY % PAGE]
    assert model.index(5, 0).data(ROW) == Row(FIRST + 5, "客户 5", 5)
    assert model.index(5, 0).data(ID) == FIRST + 5


def test_every_row_of_a_hundred_thousand_is_right_and_few_are_kept(model: ListModel[Row], source: Source) -> None:
    began = time.perf_counter()
    assert all(model.row(n) == Row(FIRST + n, f"客户 {n}", n) for n in range(MANY))
    print(f"\nwalk through {MANY:,} rows: {1000 * (time.perf_counter() - began):.0f} ms, {len(source.asked)} fetches")
    assert len(source.asked) == -(-MANY // PAGE)
    assert len(model._pages) <= KEPT


def test_a_row_deleted_meanwhile_stays_blank(model: ListModel[Row], source: Source) -> None:
    source.gone.add(FIRST + 3)
    assert model.index(3, 0).data() is None
    assert model.row(3) is None
    assert model.row(-1) is None
    assert model.row(MANY) is None
    assert model.index(4, 0).data() == "客户 4"


def test_refresh_shows_new_values(model: ListModel[Row], source: Source, qtbot: QtBot) -> None:
    assert model.index(0, 0).data() == "客户 0"
    source.word = "新客户"
    with qtbot.waitSignal(model.dataChanged):
        model.refresh()
    assert model.index(0, 0).data() == "新客户 0"


def test_any_rows_for_copying_in_their_order(model: ListModel[Row], source: Source) -> None:
    ids = list(range(FIRST + 1200, FIRST, -1))
    assert [row.id for row in model.rows(ids)] == ids
    assert [len(asked) for asked in source.asked] == [500, 500, 200]


def test_cells_have_their_side_and_colour(model: ListModel[Row]) -> None:
    align = Qt.ItemDataRole.TextAlignmentRole
    assert Qt.AlignmentFlag(model.index(0, 2).data(align)) & Qt.AlignmentFlag.AlignRight
    assert Qt.AlignmentFlag(model.index(0, 0).data(align)) & Qt.AlignmentFlag.AlignLeft
    assert model.index(0, 2).data(Qt.ItemDataRole.ForegroundRole) == theme.colour("red")
    assert model.index(0, 0).data(Qt.ItemDataRole.CheckStateRole) is None


def test_the_current_row_stays_when_the_order_changes(view: ListView, qtbot: QtBot) -> None:
    heard: list[object] = []
    assert view.go_to(FIRST + 4321)
    view.current_changed.connect(heard.append)
    view.rows.set_ids(range(FIRST + MANY - 1, FIRST - 1, -1))
    assert view.current_id() == FIRST + 4321
    assert view.chosen() == [FIRST + 4321]
    assert view.visualRect(view.currentIndex()).isValid()
    assert heard == []
    view.rows.set_ids(range(FIRST, FIRST + 10))
    assert view.current_id() is None
    assert heard == [None]
    assert not view.go_to(FIRST + 4321)
    assert not view.go_to(None)


def test_the_choice_stays_when_rows_come_and_go(view: ListView) -> None:
    flags = QItemSelectionModel.SelectionFlag
    view.go_to(FIRST + 5)
    for row in (2, 3, 9):
        view.selectionModel().select(view.rows.index(row, 0), flags.Select | flags.Rows)
    assert view.chosen() == [FIRST + n for n in (2, 3, 5, 9)]
    view.rows.set_ids([FIRST + n for n in (9, 7, 5, 3)])
    assert view.chosen() == [FIRST + n for n in (9, 5, 3)]


def test_all_of_a_hundred_thousand(view: ListView, qtbot: QtBot) -> None:
    began = time.perf_counter()
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    chosen = view.chosen()
    QApplication.processEvents()
    middle = time.perf_counter()
    assert middle - began < 0.5, "Qt's own header takes a second here"
    view.rows.set_ids(range(FIRST, FIRST + MANY))
    print(f"\nchoose all {1000 * (middle - began):.0f} ms, reload {1000 * (time.perf_counter() - middle):.0f} ms")
    assert len(chosen) == len(view.chosen()) == MANY


def test_paint_and_jump_are_measured(view: ListView) -> None:
    def paint(step: int) -> float:
        began = time.perf_counter()
        for n in range(20):
            view.scrollTo(view.rows.index(n * step % MANY, 0))
            view.viewport().repaint()
        return 50 * (time.perf_counter() - began)

    print(f"\nrepaint {paint(0):.1f} ms, jump and repaint {paint(4999):.1f} ms")


def test_shrinking_while_scrolled_down_does_not_freeze(view: ListView) -> None:
    view.scrollToBottom()
    began = time.perf_counter()
    view.rows.set_ids(range(FIRST, FIRST + 3))
    view.viewport().repaint()
    print(f"\nshrink {1000 * (time.perf_counter() - began):.0f} ms")
    assert view.rows.rowCount() == 3


def test_enter_and_double_click_open(view: ListView, qtbot: QtBot) -> None:
    view.go_to(FIRST + 2)
    with qtbot.waitSignal(view.opened) as heard:
        QTest.keyClick(view, Qt.Key.Key_Return)
    assert heard.args == [FIRST + 2]
    at = view.visualRect(view.rows.index(1, 0)).center()
    with qtbot.waitSignal(view.opened) as heard:
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
        QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    assert heard.args == [FIRST + 1]


def test_focus_gives_a_cursor(view: ListView) -> None:
    view.clearFocus()
    view.setCurrentIndex(QModelIndex())
    assert view.current_id() is None
    view.setFocus()
    assert view.current_id() == FIRST


def test_the_head_only_announces(view: ListView, qtbot: QtBot) -> None:
    heard: list[tuple[str, bool]] = []
    view.sort_wanted.connect(lambda name, descending: heard.append((name, descending)))
    for column in (0, 0, 2, 1, 2):
        view.head.sectionClicked.emit(column)
    assert heard == [("name", False), ("name", True), ("owed", False), ("owed", True)]
    assert view.head.sortIndicatorSection() == 2
    assert view.rows.ids[0] == FIRST


def test_columns_are_remembered(view: ListView, model: ListModel[Row], memory: dict[str, str], qtbot: QtBot) -> None:
    view.head.moveSection(2, 0)
    view.head.resizeSection(0, 333)
    view.head.menu().actions()[1].setChecked(False)
    view.head.menu().actions()[3].setChecked(True)
    view.head.sectionClicked.emit(2)
    qtbot.waitUntil(lambda: "list.customers" in memory)
    again = ListView(model, "customers", memory)
    qtbot.addWidget(again)
    assert [column.key for column in again.head.shown()] == ["owed", "name", "note"]
    assert again.head.sectionSize(0) == 333
    assert again.head.sorted_by == ("owed", False)
    again.head.reset_columns()
    assert [column.key for column in again.head.shown()] == ["name", "tier", "owed"]


@pytest.mark.parametrize(
    "note",
    ["", "no json", "[]", "7", '{"order": 7}', '{"order": ["x"], "hidden": ["name"], "widths": {}, "sort": null}'],
)
def test_a_damaged_note_does_no_harm(qtbot: QtBot, model: ListModel[Row], note: str) -> None:
    view = ListView(model, "customers", {"list.customers": note})
    qtbot.addWidget(view)
    assert [column.key for column in view.head.shown()] == ["name", "tier", "owed"]


def test_a_new_column_of_a_newer_version_shows_itself(qtbot: QtBot, model: ListModel[Row]) -> None:
    note = {"order": ["owed", "name"], "hidden": ["name", "owed"], "widths": {"owed": 70}, "sort": ["owed", True]}
    view = ListView(model, "customers", {"list.customers": json.dumps(note)})
    qtbot.addWidget(view)
    assert [column.key for column in view.head.shown()] == ["name", "tier"]
    assert view.head.sorted_by == ("owed", True)


def test_rows_are_copied_as_a_table(view: ListView, qtbot: QtBot) -> None:
    view.go_to(FIRST + 7)
    view.head.moveSection(2, 0)  # the order on the screen counts
    QTest.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    mime = QGuiApplication.clipboard().mimeData()
    assert mime.text() == "Owed\tName\tTier\n7\t客户 7\tB\n"
    assert '<td align="right">7</td>' in mime.html()
    assert "mso-number-format:'\\@'\">客户 7</td>" in mime.html()


def test_what_is_copied_cannot_break_the_table() -> None:
    from desktop.ui.kit.list_copy import copied

    column: Column[Row] = Column("name", "Name", lambda r: r.name, copy=lambda r: r.name + "!")
    mime = copied([column], [Row(1, "a\tb\n<c>&", 1)])
    assert mime.text() == "Name\na b <c>&!\n"
    assert "&lt;c&gt;&amp;!" in mime.html()


def test_actions_by_menu_and_shortcut(view: ListView, done: list[tuple[str, list[int]]], qtbot: QtBot) -> None:
    menu = view.menu()
    assert [a.text() for a in menu.actions() if a.isEnabled()] == ["", ""], (
        "nothing chosen: only the two lines are left"
    )
    view.activateWindow()
    qtbot.waitUntil(view.isActiveWindow)
    view.setFocus()
    view.go_to(FIRST + 3)
    texts = {action.text(): action for action in view.menu().actions()}
    texts["Drop"].trigger()
    QTest.keyClick(view, Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    view.selectAll()
    QTest.keyClick(view, Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    assert done == [("drop", [FIRST + 3]), ("open", [FIRST + 3])]
    assert not {a.text(): a for a in view.menu().actions()}["Open"].isEnabled()


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # pop-ups want a real screen
def test_the_menu_key_opens_the_menu_at_the_row(view: ListView, qtbot: QtBot) -> None:
    view.go_to(FIRST + 3)
    key = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, view.rect().center(), view.mapToGlobal(QPoint()))
    QApplication.sendEvent(view.viewport(), key)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    menu.close()


def test_an_empty_list_gives_advice(view: ListView, qtbot: QtBot) -> None:
    called: list[str] = []
    panel = ListPanel(view, EmptyState("users", "还没有客户。", "导入名单", lambda: called.append("import")))
    qtbot.addWidget(panel)
    panel.show()
    panel.foot.say("312 customers", [("owed", "￥1.00")])
    assert view.isVisible()
    view.rows.set_ids([])
    assert panel.empty.isVisible()
    panel.empty.button.click()
    panel.empty.say("filter-off", "没有符合条件的客户。", "全部显示", lambda: called.append("all"))
    panel.empty.button.click()
    assert called == ["import", "all"]
    view.rows.set_ids([FIRST, FIRST + 1])
    assert view.isVisible()
    view.selectAll()
    assert panel.foot._count.whole == "312 customers · 2 chosen"
