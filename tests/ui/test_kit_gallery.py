"""Every widget of the kit on three sheets, in both looks, as pictures for human eyes."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.paths import resources
from desktop.progress import Progress
from desktop.ui import words
from desktop.ui.kit import theme
from desktop.ui.kit.actions import Action
from desktop.ui.kit.buttons import button, tool
from desktop.ui.kit.cards import ChoiceTile, KeyValueCard, Sheet
from desktop.ui.kit.empty import EmptyState
from desktop.ui.kit.fields import Entry, FormField, Option, Reading
from desktop.ui.kit.form import Form
from desktop.ui.kit.jobs import Jobs
from desktop.ui.kit.labels import Badge, ElidedLabel, SectionHeader, State, StateChip, title
from desktop.ui.kit.list_panel import ListPanel
from desktop.ui.kit.list_view import ListView
from desktop.ui.kit.rail import Rail, RailItem
from desktop.ui.kit.scroll import Page
from desktop.ui.kit.search_box import Hit, SearchBox
from desktop.ui.kit.splitter import split
from desktop.ui.kit.status import Notice, ProgressStrip
from desktop.ui.kit.table import Column, ListModel
from desktop.ui.kit.tabs import TabPage, Tabs
from desktop.words import Catalogue

LOOKS = [("light", 100), ("dark", 100), ("light", 150)]


@dataclass(frozen=True, slots=True)
class Row:
    id: int
    name: str
    tier: int
    state: str
    step: str
    owed: Decimal


STEPS = (
    ("alert-triangle", "red", "逾期 3 天"),
    ("clock", "amber", "今天"),
    ("circle-check", "green", "3月5日"),
    ("circle-dashed", "grey", "未计划"),
)
NAMES = ("上海恒远精密机械制造有限公司", "单晓燕", "曾氏兄弟（苏州）电气设备有限责任公司", "𬭎达贸易")


def fetch(ids: Sequence[int]) -> list[Row]:
    return [Row(i, NAMES[i % 4], i % 5, STEPS[i % 4][1], STEPS[i % 4][2], Decimal(i * 1234) / 7) for i in ids]


COLUMNS: tuple[Column[Row], ...] = (
    Column("name", "客户", lambda r: r.name, 210, sort="name", fixed=True),
    Column("tier", "等级", lambda r: "ABCDE"[r.tier], 60, "centre", badge=lambda r: r.tier, sort="tier"),
    Column(
        "next",
        "下一步",
        lambda r: r.step,
        110,
        icon=lambda r: next(icon for icon, tone, _ in STEPS if tone == r.state),
        colour=lambda r: r.state,
        sort="next",
    ),
    Column("phone", "电话", lambda r: "138 0013 8000", 130),
    Column("stage", "阶段", lambda r: "成交", 80, badge=lambda r: "green"),
    Column("owed", "应收", lambda r: f"{r.owed:,.2f}", 100, "right", sort="owed"),
)


@dataclass(frozen=True, slots=True)
class Draft:
    name: str = "上海恒远精密机械制造有限公司"
    short_name: str = "恒远"
    attitude: str | None = None
    has_need: bool | None = True
    founded_on: date | None = date(2003, 5, 1)
    annual_revenue: Decimal | None = Decimal("1250000")
    headcount: int | None = 120
    phones: tuple[Entry, ...] = (
        Entry("mobile", "13800138000", "王经理", 1),
        Entry("phone", "021-55512345", "", 2),
    )
    address: str = "上海市浦东新区张江高科技园区碧波路690号4号楼301室"
    note: str = ""


ATTITUDES = (Option("loyal", "忠诚"), Option("switcher", "品牌转移"), Option("none", "无品牌忠诚"))
PHONES = (Option("mobile", "手机"), Option("phone", "座机"))
FIELDS = (
    FormField("name", "客户名称", span=2, required=True, limit=60),
    FormField("short_name", "简称"),
    FormField("attitude", "对产品态度", "choice", options=ATTITUDES),
    FormField("has_need", "购买需求", "yes_no"),
    FormField("founded_on", "创立时间", "date"),
    FormField("annual_revenue", "年营业额", "money"),
    FormField("headcount", "企业规模", "int", unit="人", least=0),
    FormField("phones", "电话", "entries", options=PHONES, span=2),
    FormField("address", "详细地址", span=2, help="省、市、区之后的部分"),
    FormField("note", "经营管理者和业务人员素质", "lines", span=2, help="他们懂行吗？谁说了算？"),
)
RAIL = (
    RailItem("today", "今日", "sun"),
    RailItem("customers", "客户", "users"),
    RailItem("tiers", "分级", "chart-bar-popular"),
    RailItem("calendar", "日历", "calendar-month"),
    RailItem("dealings", "往来", "arrows-exchange"),
    RailItem("print", "打印", "printer"),
    RailItem("desk", "主管", "user-shield"),
    RailItem("insights", "洞察", "chart-line"),
    RailItem("file", "文件", "database"),
    RailItem("settings", "设置", "settings", low=True),
)


@pytest.fixture
def chinese() -> Iterator[None]:
    before = words.current()
    words.install(Catalogue.load("zh_CN", resources() / "i18n"))
    yield
    words.install(before)


@pytest.fixture
def jobs() -> Iterator[Jobs]:
    made = Jobs(failed=lambda problem: None)
    yield made
    assert made.close()


def customers() -> ListPanel:
    model = ListModel(COLUMNS, fetch)
    actions = (
        Action("open", "打开资料卡", lambda ids: None, icon="id", shortcut="Ctrl+O"),
        Action("print", "打印所选", lambda ids: None, icon="printer"),
        Action("delete", "移到回收站", lambda ids: None, icon="trash", danger=True, apart=True),
    )
    panel = ListPanel(ListView(model, "customers", {}, actions))
    model.set_ids(range(1, 313))
    panel.view.head.sort_shown("name", False)
    panel.view.go_to(6)
    panel.foot.say("312 位客户", [("应收", "￥386,200.00"), ("逾期", "￥41,800.00")])
    return panel


def card() -> QWidget:
    page = Page()
    box = page.box
    row = QHBoxLayout()
    row.addWidget(ElidedLabel("上海恒远精密机械制造有限公司", "title"), 1)
    row.addWidget(Badge("A", 0))
    row.addWidget(Badge("成交", "green"))
    chip = StateChip()
    chip.say("overdue", "逾期 3 天 · 送样品")
    row.addWidget(chip)
    box.addLayout(row)
    part = SectionHeader("基础资料")
    part.add(tool("pencil", "编辑基础资料"))
    box.addWidget(part)
    form: Form[Draft] = Form(FIELDS)
    form.put(Draft())
    box.addWidget(form)
    editing = SectionHeader("基础资料")
    editing.add(button("放弃"))
    editing.add(button("保存资料", look="primary"))
    box.addWidget(editing)
    typed: Form[Draft] = Form(FIELDS)
    typed.put(Draft())
    typed.edit()
    typed.show_error("founded_on", "“昨个”不是日期，请写成 2026-03-05 这样")
    box.addWidget(typed)
    return page


def window(jobs: Jobs) -> QWidget:
    """As the program will look: rail, search, list and card, status line."""
    page = QWidget()
    grid = QGridLayout(page)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setSpacing(0)
    rail = Rail(RAIL)
    rail.go_to("customers")
    rail.say("today", "12")
    grid.addWidget(rail, 0, 0, 3, 1)
    top = Sheet()
    top.setProperty("look", "bar")
    row = QHBoxLayout()
    search = SearchBox(lambda text: HITS, "查客户、联系人、电话、单据（Ctrl+K）")
    search.setObjectName("search")
    search.setMaximumWidth(theme.px(420))
    row.addWidget(search, 2)
    row.addStretch(1)
    row.addWidget(tool("arrow-back-up", "撤销 导入 312 位客户"))
    row.addWidget(QLabel("王丽（业务员） · 华东办.kezha"))
    top.box.setContentsMargins(12, 6, 12, 6)
    top.box.addLayout(row)
    grid.addWidget(top, 0, 1)
    tabs = Tabs([TabPage("card", "资料", card), TabPage("steps", "跟进", QWidget), TabPage("orders", "订单", QWidget)])
    tabs.say("steps", "8")
    grid.addWidget(split(customers(), tabs, "customers", {}, (5, 6)), 1, 1)
    foot = Sheet()
    foot.setProperty("look", "foot")
    foot.box.setContentsMargins(12, 2, 12, 2)
    line = QHBoxLayout()
    notice = Notice()
    notice.say("已保存：上海恒远 的跟进", action="撤销")
    line.addWidget(notice, 1)
    strip = ProgressStrip(jobs)
    strip.setObjectName("strip")
    line.addWidget(strip)
    foot.box.addLayout(line)
    grid.addWidget(foot, 2, 1)
    grid.setRowStretch(1, 1)
    return page


HITS = (
    Hit(1, "上海恒远精密机械制造有限公司", "A · 王丽 · 138 0013 8000", "building"),
    Hit(2, "单晓燕", "联系人 · 曾氏兄弟（苏州）电气设备", "user"),
    Hit(3, "新建客户", "命令 · Ctrl+N", "plus"),
)


def pieces() -> QWidget:
    """What the window does not show."""
    page = QWidget()
    box = QVBoxLayout(page)
    box.setContentsMargins(24, 16, 24, 16)
    box.addWidget(title("客札：第一次打开"))
    tiles = QHBoxLayout()
    for icon, what, why in (
        ("file-plus", "新建", "为本办公室建一个新的客户资料卡文件，可从 Excel 导入已有名单。"),
        ("folder-open", "打开", "打开已有的文件，或同事交给您的交接包。"),
        ("sparkles", "看看示例", "300 位客户、两年订单的示例办公室，随便试，不会影响任何数据。"),
    ):
        tiles.addWidget(ChoiceTile(icon, what, why))
    box.addLayout(tiles)
    box.addLayout(small())
    chips = QHBoxLayout()
    steps: tuple[tuple[State, str], ...] = (
        ("overdue", "逾期 3 天 · 送样品"),
        ("soon", "今天 14:00 · 回访"),
        ("planned", "3月5日 · 报价"),
        ("none", "未计划"),
    )
    for state, text in steps:
        chip = StateChip()
        chip.say(state, text)
        chips.addWidget(chip)
    chips.addStretch(1)
    box.addLayout(chips)
    box.addLayout(lower())
    box.addStretch(1)
    return page


def small() -> QHBoxLayout:
    row = QHBoxLayout()
    for made in (
        button("保存跟进", look="primary", icon="check"),
        button("打印", icon="printer"),
        button("删除 3 位客户", look="danger", icon="trash"),
        button("更多", look="quiet"),
    ):
        row.addWidget(made)
    greyed = button("领卡")
    greyed.setEnabled(False)
    row.addWidget(greyed)
    for rank, name in enumerate("ABCDE"):
        row.addWidget(Badge(name, rank))
    for tone in ("red", "amber", "green", "grey", "ink"):
        row.addWidget(Badge("成交", tone))
    row.addStretch(1)
    return row


def lower() -> QHBoxLayout:
    row = QHBoxLayout()
    figures = KeyValueCard("交易现状")
    figures.put(
        [("累计购买", "￥386,200.00", "figure"), ("应收", "￥41,800.00"), ("逾期", "￥12,000.00", "bad"), ("最近", "")]
    )
    row.addWidget(figures, 1)
    model = ListModel(COLUMNS, fetch)
    panel = ListPanel(
        ListView(model, "none", {}),
        EmptyState("users", "还没有客户。从 Excel 名单导入，或先建第一张资料卡。", "导入名单"),
    )
    panel.foot.say("0 位客户")
    panel.setMinimumHeight(theme.px(260))
    row.addWidget(panel, 2)
    sheet = Sheet("很长的名称")
    sheet.box.addWidget(ElidedLabel("中华人民共和国上海市浦东新区张江高科技园区碧波路恒远精密机械制造有限责任公司"))
    sheet.box.addStretch(1)
    row.addWidget(sheet, 1)
    return row


@pytest.mark.parametrize(("scheme", "percent"), LOOKS)
@pytest.mark.usefixtures("light", "chinese")
def test_the_window_is_drawn(
    qtbot: QtBot, qapp: QApplication, jobs: Jobs, shots: Path, scheme: str, percent: int
) -> None:
    theme.apply(qapp, scheme, percent)  # type: ignore[arg-type]
    page = window(jobs)
    qtbot.addWidget(page)
    page.resize(1366, 768)
    page.show()
    stop = jobs.run("导入客户", _linger)
    search = page.findChild(SearchBox, "search")
    assert search is not None
    qtbot.waitUntil(lambda: page.findChild(ProgressStrip, "strip").isVisible())  # type: ignore[union-attr]
    assert page.grab().save(str(shots / f"kit_window_{scheme}_{percent}.png"))
    search.setFocus()
    search.setText("hy")
    qtbot.waitUntil(lambda: len(search.hits) == 3)
    assert page.grab().save(str(shots / f"kit_search_{scheme}_{percent}.png"))
    view = page.findChild(ListView)
    assert view is not None
    assert view.menu().grab().save(str(shots / f"kit_menu_{scheme}_{percent}.png"))
    assert view.head.menu().grab().save(str(shots / f"kit_columns_{scheme}_{percent}.png"))
    stop.cancel()
    jobs.wait_idle()


def _linger(progress: Progress) -> None:
    for done in range(2000):
        progress.at(800 + done // 20, 2000)
        time.sleep(0.01)


@pytest.mark.parametrize(("scheme", "percent"), LOOKS)
@pytest.mark.usefixtures("light", "chinese")
def test_the_pieces_are_drawn(qtbot: QtBot, qapp: QApplication, shots: Path, scheme: str, percent: int) -> None:
    theme.apply(qapp, scheme, percent)  # type: ignore[arg-type]
    page = pieces()
    qtbot.addWidget(page)
    page.resize(1366, 768)
    page.show()
    assert page.grab().save(str(shots / f"kit_pieces_{scheme}_{percent}.png"))


@pytest.mark.usefixtures("light", "chinese")
def test_a_narrow_form_folds(qtbot: QtBot, shots: Path) -> None:
    form: Form[Draft] = Form(FIELDS, Reading())
    qtbot.addWidget(form)
    form.put(Draft())
    form.resize(400, 600)
    form.show()
    QApplication.processEvents()
    assert form.grab().save(str(shots / "kit_narrow.png"))
