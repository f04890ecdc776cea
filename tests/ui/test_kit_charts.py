"""The charts: what the mouse and the keyboard find."""

from __future__ import annotations

from array import array
from functools import partial

import pytest
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.ui.kit.charts.curves import Curve, CurvePoint, Shares
from desktop.ui.kit.charts.dyes import series
from desktop.ui.kit.charts.matrix import Cell, Grid, Head
from desktop.ui.kit.charts.scatter import Dots, Measure
from desktop.ui.kit.charts.scatter_marks import Dot
from desktop.ui.kit.charts.side_bars import Bar, BarColumn
from tests.ui.chart_driving import BIG, KINDS, Show, click, is_blank, mouse, show
from tests.ui.chart_samples import dots, steps

pytestmark = pytest.mark.usefixtures("light")


@pytest.fixture
def shown(qtbot: QtBot) -> Show:
    """A chart of a kind on a window that has the keyboard; without values the kind's sample."""
    return partial(show, qtbot)


@pytest.mark.parametrize("kind", KINDS)
def test_every_mark_is_found_where_it_stands(shown: Show, kind: str) -> None:
    chart = shown(kind)
    marks = chart.marks
    assert len(marks) > 5
    inside = QRectF(chart.rect())
    for number in range(len(marks)):
        mark = marks[number]
        assert inside.contains(mark.box.center()), mark.text
        found = marks.at(mark.box.center())
        assert found is not None
        assert kind in {"curve", "scatter", "bent"} or found == number, mark.text
        assert (marks[found].box.center() - mark.box.center()).manhattanLength() < mark.box.width(), mark.text


@pytest.mark.parametrize(
    ("kind", "number", "key", "told"),
    [
        ("bars", 5, ("采购额", 1), "B 主要客户 · 采购额\n￥3,120,500  23.8%"),
        ("bars", 14, ("毛利", 3), "D 小客户 · 毛利\n￥-96,300  -3.2%"),
        ("bars", 18, ("毛利", 4), "未成交（从未购买过的潜在客户与意向客户） · 毛利\n—"),
        ("curve", 1, ("fifth", 1), "20% 的客户 → 112.66% 的毛利\n毛利  20.0% → 112.66%"),
        ("matrix", 0, (0, 0), "A → A\n65 位\n￥799,500"),
        ("matrix", 4, ("row", 0), "上次 2026-08-31 A · 合计\n73 位"),
        ("steps", 0, (0, 0), "2023-01-28 · A\n54 位  11.1%"),
        ("steps", 4, ("round", 0), "2023-01-28\n485"),
    ],
)
def test_pointing_tells_and_a_click_leads(shown: Show, kind: str, number: int, key: object, told: str) -> None:
    chart = shown(kind)
    mark = chart.marks[number]
    assert (mark.key, mark.text.replace("Total", "合计")) == (key, told)
    chart.clearFocus()
    before = chart.grab().toImage()
    mouse(chart, QEvent.Type.MouseMove, mark.box.center())
    assert chart.cursor().shape() == Qt.CursorShape.PointingHandCursor
    assert chart.grab().toImage() != before
    assert click(chart, mark.box.center()) == [key]
    assert chart.accessibleDescription() == mark.text.replace("\n", "; ")


def test_a_point_of_a_curve_leads_to_the_first_so_many(shown: Show) -> None:
    chart = shown("curve")
    at = chart.marks[2 + 99].box.center()
    assert click(chart, QPointF(at.x() - 0.1, at.y() + 12)) == [CurvePoint("revenue", 100)]
    assert "前 100 位客户\n20.0% → " in chart.marks[2 + 99].text


def test_a_point_of_a_scatter_leads_to_its_record(shown: Show) -> None:
    few = (Dot(1, 1, "甲", "￥1", "￥1", BIG), Dot(100, -50, "乙", "￥100", "￥-50", BIG + 1, bad=True))
    chart = shown("scatter", Dots(few, Measure("采购额"), Measure("毛利")))
    for number, dot in enumerate(few):
        near = chart.marks[number].box.center() + QPointF(3, -2)
        assert click(chart, near) == [dot.key]
        assert chart.marks[number].text == f"{dot.name}\n{dot.x_text}\n{dot.y_text}"
    assert click(chart, chart.marks[0].box.center() + QPointF(30, 30)) == []


def test_a_click_that_slips_off_leads_nowhere(shown: Show) -> None:
    chart = shown("matrix")
    taken: list[object] = []
    chart.picked.connect(taken.append)
    mouse(chart, QEvent.Type.MouseButtonPress, chart.marks[0].box.center())
    mouse(chart, QEvent.Type.MouseButtonRelease, chart.marks[1].box.center())
    assert taken == []
    cells = ((Cell(1, "1"), Cell(2, "2", key=0)),)
    chart.put(Grid((Head("A"),), (Head("甲"), Head("乙")), cells))  # type: ignore[attr-defined]
    assert click(chart, chart.marks[0].box.center()) == [], "no key, no way"
    mouse(chart, QEvent.Type.MouseMove, chart.marks[0].box.center())
    assert chart.cursor().shape() == Qt.CursorShape.ArrowCursor
    assert click(chart, chart.marks[1].box.center()) == [0]


def test_arrow_keys_go_from_cell_to_cell(shown: Show) -> None:
    chart = shown("matrix")
    taken: list[object] = []
    chart.picked.connect(taken.append)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return):
        QTest.keyClick(chart, key)
    assert taken == [(2, 1)]
    assert chart.accessibleDescription() == "C → B; 9 位; ￥110,700"
    for key in (Qt.Key.Key_End, Qt.Key.Key_Space, Qt.Key.Key_Home, Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_Enter):
        QTest.keyClick(chart, key)
    assert taken[1:] == ["all", (0, 0)]


def test_arrow_keys_pass_over_gaps(shown: Show) -> None:
    """The last class came with the third round, and a class of nobody has no mark."""
    chart = shown("steps")
    taken: list[object] = []
    chart.picked.connect(taken.append)
    for key in (Qt.Key.Key_Down,) * 4 + (Qt.Key.Key_Return, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Up):
        QTest.keyClick(chart, key)
    QTest.keyClick(chart, Qt.Key.Key_Return)
    assert taken == [("round", 0), (2, 4)]


def test_arrow_keys_follow_a_curve(shown: Show) -> None:
    chart = shown("curve")
    taken: list[object] = []
    chart.picked.connect(taken.append)
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Return, Qt.Key.Key_PageDown):
        QTest.keyClick(chart, key)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Return):
        QTest.keyClick(chart, key)
    points = [CurvePoint("revenue", 105), CurvePoint("profit", 155)]
    assert taken == [("fifth", 0), *points, ("fifth", 0)]


def test_arrow_keys_go_through_a_scatter(shown: Show) -> None:
    chart = shown("scatter")
    marks = chart.marks
    seen = {start := marks.moved(0, "first")}
    while (after := marks.moved(start, "right")) != start:
        assert marks[after].box.center().x() >= marks[start].box.center().x()
        seen.add(start := after)
    assert len(seen) == len(marks)
    assert start == marks.moved(0, "last")
    assert marks[marks.moved(start, "down")].box.center().y() >= marks[start].box.center().y()
    assert marks.moved(start, "back") != marks.moved(start, "left")


def test_the_keyboard_stays_with_its_key(shown: Show) -> None:
    chart = shown("steps")
    QTest.keyClick(chart, Qt.Key.Key_Right)
    assert chart.accessibleDescription().startswith("2023-02-28 · A")
    chart.put(steps(6))  # type: ignore[attr-defined]
    assert chart.accessibleDescription().startswith("2023-02-28 · A")
    chart.put(None)  # type: ignore[attr-defined]
    assert (chart.accessibleName(), chart.accessibleDescription()) == ("名称", "There is nothing to show yet.")


@pytest.mark.parametrize("kind", KINDS)
def test_the_focus_is_seen(shown: Show, kind: str) -> None:
    chart = shown(kind)
    with_focus = chart.grab().toImage()
    QTest.keyClick(chart, Qt.Key.Key_End)
    assert chart.grab().toImage() != with_focus
    chart.clearFocus()
    assert chart.grab().toImage() != with_focus


def test_shares_of_a_loss_are_not_invented() -> None:
    assert BarColumn("毛利", (Bar(-5, ""), Bar(3, ""))).shares() == (None, None)
    assert BarColumn("毛利", (Bar(-1, ""), Bar(None, ""), Bar(3, ""))).shares() == (-0.5, None, 1.5)
    assert BarColumn("毛利", (Bar(0, ""),)).shares() == (None,)


def test_a_hundred_thousand_points_are_painted(shown: Show) -> None:
    count = 100_000
    line = array("d", ((n + 1) / count for n in range(count)))
    chart = shown("curve", Shares(tuple(Curve(f"{n}", line, series(n), key=n) for n in range(3))))
    assert not is_blank(chart.grab().toImage())
    assert len(chart.marks) == 3 * count
    QTest.keyClick(chart, Qt.Key.Key_End)
    QTest.keyClick(chart, Qt.Key.Key_Left)
    assert chart.marks[len(chart.marks) - 1].key == CurvePoint(2, count)
    assert chart.accessibleDescription() == "2; 99.0% → 99.00%"


def test_twenty_thousand_dots_are_painted_once(shown: Show) -> None:
    chart = shown("bent", dots(20_000, bent=True))
    first = chart.grab().toImage()
    still = chart._still
    mouse(chart, QEvent.Type.MouseMove, chart.marks[777].box.center())
    assert chart.grab().toImage() != first
    assert chart._still is still, "hovering does not paint the dots anew"
    key = chart.marks[777].key
    assert chart.marks.number_of(key) == 777
