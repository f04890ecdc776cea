"""Charts on the clipboard and on any painter; input that is hardly one."""

from __future__ import annotations

import math
from functools import partial

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QContextMenuEvent, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from desktop.ui.kit import theme
from desktop.ui.kit.charts.curves import Curve, MarkedPoint, Shares
from desktop.ui.kit.charts.dyes import series, tier
from desktop.ui.kit.charts.matrix import Cell, Grid, Head
from desktop.ui.kit.charts.scatter import Dots, Measure
from desktop.ui.kit.charts.scatter_marks import Dot
from desktop.ui.kit.charts.side_bars import Bar, BarColumn, BarRow, Bars
from desktop.ui.kit.charts.stacked_steps import Part, StackedSteps, Step, StepClass, Steps
from desktop.ui.kit.palettes import DARK, LIGHT
from desktop.ui.kit.theme import Theme
from tests.ui.chart_driving import BIG, KINDS, Show, is_blank, show
from tests.ui.chart_samples import steps

pytestmark = pytest.mark.usefixtures("light")


@pytest.fixture
def shown(qtbot: QtBot) -> Show:
    """A chart of a kind on a window that has the keyboard; without values the kind's sample."""
    return partial(show, qtbot)


@pytest.mark.parametrize("kind", KINDS)
def test_the_picture_is_copied_on_white(shown: Show, kind: str, qapp: QApplication) -> None:
    chart = shown(kind)
    QTest.keyClick(chart, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    copied = qapp.clipboard().image()
    assert (copied.width(), copied.height()) == (2 * chart.width(), 2 * chart.height())
    assert copied.pixelColor(0, 0) == Qt.GlobalColor.white
    assert not is_blank(copied)
    theme.apply(qapp, "dark", 100)
    chart.copy_picture()
    assert qapp.clipboard().image() == copied, "on paper there is no dark look"


@pytest.mark.parametrize(
    ("kind", "lines", "has"),
    [
        ("bars", 6, "D 小客户\t612 位\t47.1%\t￥402,118\t3.1%\t￥-96,300\t-3.2%\t1,204 次\t45.2%"),
        ("bars", 6, "未成交（从未购买过的潜在客户与意向客户）\t318 位\t24.5%\t￥0\t0.0%\t—\t—\t87 次\t3.3%"),
        ("curve", 23, "100%\t100.00%\t100.00%"),
        ("matrix", 6, "上次 2026-08-31 / 本次 2026-11-22\tA\tB\tC\tD\tTotal"),
        ("matrix", 6, "Total\t73 位\t132 位\t195 位\t255 位\t655 位"),
        ("steps", 13, "评定轮次\tA\tB\tC\tD\t未成交\tTotal"),
        ("scatter", 301, "客户\t采购额\t毛利\tNote"),
    ],
)
def test_the_table_is_copied(shown: Show, qapp: QApplication, kind: str, lines: int, has: str) -> None:
    chart = shown(kind)
    QTest.keyClick(chart, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    copied = qapp.clipboard().text().splitlines()
    assert len(copied) == lines
    assert has in copied
    assert len({line.count("\t") for line in copied}) == 1


def test_the_menu_copies(shown: Show, qapp: QApplication) -> None:
    chart = shown("matrix")
    table, picture = chart.menu().actions()
    assert (table.text(), picture.text()) == ("Copy table", "Copy picture")
    qapp.clipboard().clear()
    table.trigger()
    assert "A\t65 位" in qapp.clipboard().text()
    picture.trigger()
    assert not qapp.clipboard().image().isNull()
    chart.put(None)  # type: ignore[attr-defined]
    assert not any(action.isEnabled() for action in chart.menu().actions())


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # pop-ups want a real screen
def test_the_menu_key_opens_it_at_the_mark(shown: Show, qtbot: QtBot) -> None:
    chart = shown("matrix")
    asked = QContextMenuEvent(
        QContextMenuEvent.Reason.Keyboard, chart.rect().center(), chart.mapToGlobal(chart.rect().center())
    )
    QApplication.sendEvent(chart, asked)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert chart.marks[0].box.contains(QPointF(chart.mapFromGlobal(menu.pos())))
    menu.close()


@pytest.mark.parametrize("kind", KINDS)
def test_any_painter_will_do(shown: Show, kind: str) -> None:
    """A part of a larger page, in both looks: nothing outside its box is touched."""
    chart = shown(kind)
    for palette in (LIGHT, DARK):
        image = QImage(1200, 800, QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.magenta)
        painter = QPainter(image)
        chart.paint_on(painter, QRectF(200, 150, 800, 500), Theme(palette, 100))
        painter.end()
        assert not is_blank(image.copy(200, 150, 800, 500))
        for outside in ((0, 0, 1200, 150), (0, 0, 200, 800), (1000, 0, 200, 800), (0, 650, 1200, 150)):
            assert is_blank(image.copy(*outside)), outside


ONE = (BarRow("只有一级", tier(0)),)
ODD: dict[str, tuple[str, object]] = {
    "no bars": ("bars", Bars((), ())),
    "no columns": ("bars", Bars(ONE, ())),
    "one bar": ("bars", Bars(ONE, (BarColumn("客户", (Bar(5, "5", BIG),)),))),
    "zero bar": ("bars", Bars(ONE, (BarColumn("客户", (Bar(0, "0"),)), BarColumn("毛利", (Bar(None, ""),))))),
    "negative sum": ("bars", Bars(ONE * 2, (BarColumn("毛利", (Bar(-5, "-5"), Bar(3, "3"))),))),
    "nearly zero sum": ("bars", Bars(ONE * 2, (BarColumn("毛利", (Bar(-5, "-5"), Bar(5.0001, "5"))),) * 2)),
    "no number": ("bars", Bars(ONE * 2, (BarColumn("毛利", (Bar(math.nan, "?"), Bar(math.inf, "?"))),))),
    "no curve": ("curve", Shares(())),
    "empty curve": ("curve", Shares((Curve("采购额", (), series(0)),), (MarkedPoint(1, "没有"),))),
    "half empty": ("curve", Shares((Curve("毛利", (), series(1)), Curve("采购额", (1.0,), series(0), key="r")))),
    "one customer": ("curve", Shares((Curve("采购额", (1.0,), series(0), key="r"),), (MarkedPoint(1, "全部"),))),
    "no shares": ("curve", Shares((Curve("采购额", (math.nan,) * 3, series(0)),), (MarkedPoint(9, "越界"),))),
    "below zero": ("curve", Shares((Curve("毛利", (-0.5, -2.0, -3.0, 1.0), series(0)),))),
    "no grid": ("matrix", Grid((), (), ())),
    "one cell": ("matrix", Grid((Head("A"),), (Head("B"),), ((Cell(None, "—"),),))),
    "zero grid": ("matrix", Grid((Head("A"),), (Head("B"),) * 2, ((Cell(0, "0"), Cell(-3, "-3", tone="green")),))),
    "no steps": ("steps", Steps((), ())),
    "zero steps": ("steps", Steps((StepClass("A", tier(0)),), (Step("首次", (Part(0, "0"),), "0", BIG),))),
    "odd steps": (
        "steps",
        Steps((StepClass("A", tier(0)),), (Step("首次", (Part(-4, "-4"),)), Step("二", (Part(None, ""),)))),
    ),
    "no dots": ("scatter", Dots((), Measure("x"), Measure("y"))),
    "one dot": ("scatter", Dots((Dot(0, 0, "零", "0", "0", BIG),), Measure("x"), Measure("y", shape="bent"))),
    "lost dot": ("bent", Dots((Dot(math.nan, 1, "无", "—", "1"),), Measure("x"), Measure("y"))),
    "same dots": ("bent", Dots((Dot(-7, -7, "同", "-7", "-7", 1),) * 3, Measure("x", shape="bent"), Measure("y"))),
}


@pytest.mark.parametrize("name", ODD)
def test_odd_input_is_painted_and_can_be_walked(shown: Show, qapp: QApplication, name: str) -> None:
    kind, values = ODD[name]
    chart = shown(kind, values)
    for look in ("light", "dark"):
        theme.apply(qapp, look, 100)
        assert not is_blank(chart.grab().toImage())
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_Up, Qt.Key.Key_Return):
        QTest.keyClick(chart, key)
    for number in range(len(chart.marks)):
        assert chart.marks[number].text
    chart.copy_picture()
    chart.copy_table()
    assert qapp.clipboard().text()
    chart.resize(60, 40)
    assert not chart.grab().isNull()


def test_a_figure_is_shown_whole_or_not_at_all(shown: Show) -> None:
    """Cut short it would be another number: the smallest size asked for has room for the longest."""

    def drawn(text: str) -> QImage:
        chart.put(Bars(ONE, (BarColumn("采购额", (Bar(8_412_300, text),)),) * 4))  # type: ignore[attr-defined]
        chart.clearFocus()
        return chart.grab().toImage()

    chart = shown("bars")
    drawn("￥8,412,300.00")
    chart.resize(chart.minimumSizeHint())
    whole, left_out = drawn("￥8,412,300.00"), drawn("￥" + "8,412,300" * 9)
    assert whole != left_out
    assert left_out == drawn("￥" + "7,777,777" * 9)


def test_a_hidden_chart_waits_until_it_is_seen(qtbot: QtBot) -> None:
    chart = StackedSteps()
    qtbot.addWidget(chart)
    chart.put(steps(3))
    assert chart._laid is None
    chart.show()
    assert chart.accessibleDescription() == "The arrow keys lead from mark to mark."
    assert len(chart.marks) == 4 + 4 + 5 + 3
