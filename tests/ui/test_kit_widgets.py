"""The small widgets."""

from __future__ import annotations

from collections.abc import Iterator
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.progress import Progress
from desktop.ui.kit import theme
from desktop.ui.kit.actions import Action, menu_of
from desktop.ui.kit.buttons import button, tool
from desktop.ui.kit.cards import ChoiceTile, KeyValueCard
from desktop.ui.kit.jobs import Jobs
from desktop.ui.kit.labels import STATES, Badge, ElidedLabel, StateChip
from desktop.ui.kit.rail import Rail, RailItem
from desktop.ui.kit.scroll import Page
from desktop.ui.kit.search_box import Hit, SearchBox
from desktop.ui.kit.splitter import split
from desktop.ui.kit.status import Notice, ProgressStrip
from desktop.ui.kit.tabs import TabPage, Tabs

pytestmark = pytest.mark.usefixtures("light")


@pytest.fixture
def asked() -> list[str]:
    return []


@pytest.fixture
def search(qtbot: QtBot, asked: list[str]) -> SearchBox:
    def find(text: str) -> list[Hit]:
        asked.append(text)
        return [Hit(2**52 + n, f"{text} {n}", "138 0013 8000") for n in range(3)] if text != "nobody" else []

    window = QWidget()
    qtbot.addWidget(window)
    box = QVBoxLayout(window)
    made = SearchBox(find, "查客户")
    other = QLabel("x")
    other.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    other.setObjectName("other")
    for widget in (made, other):
        box.addWidget(widget)
    window.resize(600, 400)
    window.show()
    qtbot.waitExposed(window)
    made.setFocus()
    made.found_in = window  # type: ignore[attr-defined]  # or Python would bury the window at once
    return made


def test_search_waits_until_typing_pauses(search: SearchBox, asked: list[str], qtbot: QtBot) -> None:
    QTest.keyClicks(search, "abc")
    assert asked == []
    qtbot.waitUntil(lambda: asked == ["abc"])
    assert [hit.title for hit in search.hits] == ["abc 0", "abc 1", "abc 2"]


def test_only_committed_text_is_searched(search: SearchBox, asked: list[str], qtbot: QtBot) -> None:
    QApplication.sendEvent(search, QInputMethodEvent("zhang", []))
    qtbot.wait(150)
    assert asked == []
    commit = QInputMethodEvent("", [])
    commit.setCommitString("张三𬭎")
    QApplication.sendEvent(search, commit)
    qtbot.waitUntil(lambda: asked == ["张三𬭎"])


def test_keys_choose_a_result(search: SearchBox, qtbot: QtBot) -> None:
    search.setText("a")
    search.look_up()
    for which in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Up):
        QTest.keyClick(search, which)
    with qtbot.waitSignal(search.taken) as heard:
        QTest.keyClick(search, Qt.Key.Key_Return)
    assert heard.args == [2**52 + 1]
    assert (search.text(), search.hits) == ("", [])


def test_enter_means_what_was_typed_last(search: SearchBox, asked: list[str], qtbot: QtBot) -> None:
    search.setText("a")
    search.look_up()
    search.setText("b")
    with qtbot.waitSignal(search.taken):
        QTest.keyClick(search, Qt.Key.Key_Return)
    assert asked == ["a", "b"]


def test_a_click_chooses_too(search: SearchBox, qtbot: QtBot) -> None:
    search.setText("a")
    search.look_up()
    results = search._popup._list  # type: ignore[union-attr]
    at = results.visualItemRect(results.item(2)).center()
    with qtbot.waitSignal(search.taken) as heard:
        QTest.mouseClick(results.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    assert heard.args == [2**52 + 2]


def test_esc_closes_then_clears(search: SearchBox) -> None:
    search.setText("a")
    search.look_up()
    QTest.keyClick(search, Qt.Key.Key_Escape)
    assert (search.text(), search.hits) == ("a", [])
    QTest.keyClick(search, Qt.Key.Key_Escape)
    assert search.text() == ""


def test_nothing_found_is_said_and_enter_does_nothing(search: SearchBox) -> None:
    taken: list[object] = []
    search.taken.connect(taken.append)
    search.setText("nobody")
    QTest.keyClick(search, Qt.Key.Key_Return)
    assert search._popup is not None
    assert search._popup._nothing.isVisible()
    assert (search.hits, taken) == ([], [])


def test_results_go_when_the_cursor_leaves(search: SearchBox) -> None:
    search.setText("a")
    search.look_up()
    other = search.window().findChild(QLabel, "other")
    assert other is not None
    other.setFocus()
    assert search.hits == []
    search.setText(" ")
    search.look_up()
    assert search.hits == []


ITEMS = (
    RailItem("set", "Settings", "settings", low=True),
    RailItem("today", "Today", "sun"),
    RailItem("c", "Customers", "users"),
)


def test_the_rail_goes_places(qtbot: QtBot) -> None:
    rail = Rail(ITEMS)
    qtbot.addWidget(rail)
    rail.show()
    rail.activateWindow()
    qtbot.waitUntil(rail.isActiveWindow)
    heard: list[str] = []
    rail.chosen.connect(heard.append)
    rail.go_to("today")
    assert heard == []
    for number in (Qt.Key.Key_2, Qt.Key.Key_1, Qt.Key.Key_3):
        QTest.keyClick(rail, number, Qt.KeyboardModifier.ControlModifier)
    assert heard == ["c", "today", "set"]
    first = rail._buttons["today"]
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Down)
    assert rail._buttons["c"].hasFocus()
    rail._buttons["c"].click()
    assert heard[-1] == "c"
    rail.say("today", "12")
    assert first.mark == "12"


def test_tabs_are_built_when_looked_at(qtbot: QtBot) -> None:
    built: list[str] = []

    def page(key: str) -> QWidget:
        built.append(key)
        return QLabel(key)

    tabs = Tabs([TabPage(key, key.title(), lambda key=key: page(key)) for key in ("card", "steps", "orders")])  # type: ignore[misc]
    qtbot.addWidget(tabs)
    assert (built, tabs.key) == (["card"], "card")
    with qtbot.waitSignal(tabs.changed) as heard:
        tabs.go_to("orders")
    assert heard.args == ["orders"]
    tabs.go_to("card")
    tabs.go_to("orders")
    assert list(tabs.built()) == ["card", "orders"]
    tabs.say("steps", "8")
    assert tabs.bar.tabText(1) == "Steps 8"
    tabs.say("steps", "")
    assert tabs.bar.tabText(1) == "Steps"


@pytest.fixture
def jobs() -> Iterator[Jobs]:
    made = Jobs(failed=lambda problem: None)
    yield made
    assert made.close()


def test_progress_is_seen_and_can_be_stopped(qtbot: QtBot, jobs: Jobs) -> None:
    strip = ProgressStrip(jobs, {"reading": "Reading the sheet"})
    holder = QWidget()
    QVBoxLayout(holder).addWidget(strip)
    qtbot.addWidget(holder)
    holder.show()
    heard: list[str] = []

    def work(progress: Progress) -> None:
        progress.step("reading")
        while True:
            progress.at(2**33, 2**34, force=True)
            Event().wait(0.01)

    jobs.run("Importing", work, cancelled=lambda: heard.append("cancelled"))
    qtbot.waitUntil(strip.isVisible)
    qtbot.waitUntil(lambda: strip._bar.value() == 500)
    assert strip._words.text() == "Importing  Reading the sheet  8,589,934,592 / 17,179,869,184"
    strip._cancel.click()
    qtbot.waitUntil(lambda: heard == ["cancelled"])
    jobs.wait_idle()
    assert not strip.isVisible()


def test_quick_work_does_not_flicker(qtbot: QtBot, jobs: Jobs) -> None:
    strip = ProgressStrip(jobs)
    holder = QWidget()
    QVBoxLayout(holder).addWidget(strip)
    qtbot.addWidget(holder)
    holder.show()
    jobs.run("quick", lambda _: None)
    jobs.wait_idle()
    qtbot.wait(250)
    assert not strip.isVisible()


def test_a_notice_says_and_undoes(qtbot: QtBot) -> None:
    notice = Notice()
    qtbot.addWidget(notice)
    notice.show()
    heard: list[str] = []
    notice.say("已保存", action="撤销", do=lambda: heard.append("undo"))
    assert (notice.text, notice._button.text()) == ("已保存", "撤销")
    notice._button.click()
    assert (heard, notice.text) == (["undo"], "")
    notice.say("磁盘快满了", "bad")
    assert not notice._button.isVisible()
    notice._timer.timeout.emit()
    assert notice.text == ""


def test_a_splitter_stays_where_it_was_left(qtbot: QtBot) -> None:
    memory: dict[str, str] = {}
    for width in (300, 200):
        made = split(QWidget(), QWidget(), "customers", memory)
        qtbot.addWidget(made)
        made.resize(805, 300)
        made.show()
        if width == 200:
            assert made.sizes()[0] == 300
        made.moveSplitter(width, 1)
    assert memory["split.customers"].startswith("200,")
    damaged = split(QWidget(), QWidget(), "customers", {"split.customers": "x"})
    qtbot.addWidget(damaged)
    assert damaged.count() == 2


def test_a_long_name_gives_way(qtbot: QtBot) -> None:
    label = ElidedLabel("上海恒远精密机械制造有限公司", "title")
    qtbot.addWidget(label)
    label.resize(80, 30)
    label.show()
    assert label.text().endswith("…")
    assert label.toolTip() == label.whole == label.accessibleName() == "上海恒远精密机械制造有限公司"
    label.resize(600, 30)
    assert label.text() == label.whole
    assert label.toolTip() == ""


def test_badges_and_chips_speak(qtbot: QtBot) -> None:
    holder = QWidget()
    box = QVBoxLayout(holder)
    badge, chip = Badge("A", 0), StateChip()
    box.addWidget(badge)
    box.addWidget(chip)
    qtbot.addWidget(holder)
    holder.show()
    narrow = badge.sizeHint().width()
    badge.say("未成交", "grey")
    assert badge.sizeHint().width() > narrow
    assert badge.accessibleName() == badge.text == "未成交"
    badge.say("", "grey")
    assert not badge.isVisible()
    badge.say("B", 1)
    assert badge.isVisible()
    for state in STATES:
        chip.say(state, "3月5日")
        assert chip.state == state
    assert chip.accessibleName() == "3月5日"
    assert len({icon for icon, _ in STATES.values()}) == len(STATES), "never by colour alone"


def test_figures(qtbot: QtBot) -> None:
    card = KeyValueCard("交易现状")
    qtbot.addWidget(card)
    card.put([("应收", "￥1.00"), ("逾期", "￥2.00", "bad"), ("最近", "")])
    card.put([("应收", "￥3.00")])
    shown = [label.text() for label in card.findChildren(QLabel) if not label.isHidden()]
    assert shown == ["交易现状", "应收", "￥3.00"]


def test_buttons_do(qtbot: QtBot) -> None:
    heard: list[str] = []

    def do(on: bool = True) -> None:
        heard.append(f"{on}")

    window = QWidget()
    qtbot.addWidget(window)
    box = QVBoxLayout(window)
    made = [
        button("保存跟进", do, icon="check", look="primary", tip="Ctrl+S"),
        tool("search", "查找", do, shortcut="Ctrl+K"),
        ChoiceTile("file-plus", "新建", "一个新文件"),
    ]
    for each in made:
        box.addWidget(each)
        each.click()
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    QTest.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: len(heard) == 3)  # a button shows that it was pressed before it acts
    assert heard == ["True", "True", "True"], "whether it is checked is nobody's business"
    assert made[1].accessibleName() == "查找"
    assert "Ctrl+K" in made[1].toolTip()


def test_a_tile_is_pressed_by_keyboard(qtbot: QtBot) -> None:
    tile = ChoiceTile("file-plus", "新建", "一个新文件")
    qtbot.addWidget(tile)
    tile.show()
    qtbot.waitExposed(tile)
    tile.setFocus()
    with qtbot.waitSignal(tile.clicked):
        QTest.keyClick(tile, Qt.Key.Key_Space)
    with qtbot.waitSignal(tile.clicked):
        QTest.keyClick(tile, Qt.Key.Key_Return)


def test_actions_know_when_they_are_possible(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    one = Action("one", "One", lambda ids: None, needs=(1, 1))
    new = Action("new", "New", lambda ids: None, needs=(0, None), apart=True)
    even = Action("even", "Even", lambda ids: None, allowed=lambda ids: len(ids) % 2 == 0)
    menu = menu_of((one, new, even), [1, 2], window)
    assert isinstance(menu, QMenu)
    assert [(a.text(), a.isEnabled()) for a in menu.actions() if not a.isSeparator()] == [
        ("One", False),
        ("New", True),
        ("Even", True),
    ]


def test_a_page_scrolls_to_the_error(qtbot: QtBot) -> None:
    page = Page()
    qtbot.addWidget(page)
    for _ in range(80):
        page.box.addWidget(QLabel("x"))
    last = QLabel("last")
    page.box.addWidget(last)
    page.resize(300, 200)
    page.show()
    page.show_whole(last)
    assert page.verticalScrollBar().value() > 0
    assert page.widget().width() <= page.viewport().width()


def test_widgets_built_small_grow_with_the_text(qtbot: QtBot, qapp: QApplication) -> None:
    rail = Rail(ITEMS)
    qtbot.addWidget(rail)
    narrow = rail.width()
    theme.apply(qapp, "dark", 150)
    assert rail.width() > narrow
