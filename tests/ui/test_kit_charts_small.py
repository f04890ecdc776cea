"""Colours of charts, sparks and scales."""

from __future__ import annotations

import math

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.kit import theme
from desktop.ui.kit.charts.dyes import contrast, mixed, readable, series, tier
from desktop.ui.kit.charts.scale_bar import Limit, Points, ScaleBar
from desktop.ui.kit.charts.spark import Few, Spark
from desktop.ui.kit.palettes import LIGHT, PALETTES
from desktop.ui.kit.theme import Theme
from tests.ui.chart_driving import is_blank

pytestmark = pytest.mark.usefixtures("light")


def test_words_on_heat_can_be_read() -> None:
    for palette in PALETTES.values():
        for share in range(101):
            ground = mixed(QColor(palette.surface), QColor(palette.accent), share / 100)
            assert contrast(readable(ground, palette), ground) >= 4.5


def test_tiers_can_be_told_on_paper_and_series_without_colour() -> None:
    for palette in PALETTES.values():
        for rank in range(5):
            assert contrast(tier(rank).outline(palette), QColor(palette.surface)) >= 1.7
    look = Theme(LIGHT, 100)
    assert len({series(n).pen(look).style() for n in range(3)}) == 3


def test_sparks_tell_their_figures(qtbot: QtBot, qapp: QApplication) -> None:
    holder = QWidget()
    box = QVBoxLayout(holder)
    for values in ((), (None,), (0, 0), (3, None, -2, 8), (math.nan, 4)):
        for shape in ("line", "bars"):
            spark = Spark()
            spark.put(Few(values, tuple(f"{value} <次>" for value in values), shape), "每月订单")
            box.addWidget(spark)
    qtbot.addWidget(holder)
    holder.show()
    for look in ("light", "dark"):
        theme.apply(qapp, look, 100)
        drawn = [child.grab().toImage() for child in holder.findChildren(Spark)]
    assert [is_blank(image) for image in drawn] == [True] * 4 + [False] * 6
    assert (spark.accessibleName(), spark.accessibleDescription()) == ("每月订单", "nan <次>; 4 <次>")
    assert "&lt;次&gt;" in spark.toolTip()


def test_a_scale_tells_points_weight_and_limits(qtbot: QtBot, qapp: QApplication) -> None:
    limits = (Limit(85, "A"), Limit(60, "B"), Limit(61, "B2"), Limit(400, "？"))
    bar = ScaleBar()
    qtbot.addWidget(bar)
    bar.resize(300, 40)
    bar.show()
    drawn = []
    for value in (None, -5, 0, 50, 1000, math.nan):
        bar.put(Points(value, "分", "权重 30%", limits), "采购额")
        drawn.append(bar.grab().toImage())
    assert drawn[1] == drawn[2], "no less than nothing"
    assert drawn[3] != drawn[2]
    assert drawn[4] != drawn[3]
    assert bar.accessibleDescription() == "分; 权重 30%; A ≥ 85; B ≥ 60; B2 ≥ 61; ？ ≥ 400"
    bar.put(Points(5, "5 分", most=0), "采购额")
    assert not bar.grab().isNull()
    assert bar.sizeHint().height() < 30
