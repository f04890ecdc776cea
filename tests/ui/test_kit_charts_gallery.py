"""Every chart in both looks, as pictures for human eyes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QGridLayout, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.paths import resources
from desktop.ui import words
from desktop.ui.kit import theme
from desktop.ui.kit.cards import Sheet
from desktop.ui.kit.charts.chart import Chart
from desktop.ui.kit.charts.dyes import tier
from desktop.ui.kit.charts.matrix import Matrix
from desktop.ui.kit.charts.scale_bar import Limit, Points, ScaleBar
from desktop.ui.kit.charts.scatter import Scatter
from desktop.ui.kit.charts.share_curve import ShareCurve
from desktop.ui.kit.charts.side_bars import SideBars
from desktop.ui.kit.charts.spark import Few, Spark
from desktop.ui.kit.charts.stacked_steps import StackedSteps
from desktop.words import Catalogue
from tests.ui.chart_samples import bars, dots, grid, shares, steps

LOOKS = [("light", 100), ("dark", 100), ("light", 150)]


@pytest.fixture
def chinese() -> Iterator[None]:
    before = words.current()
    words.install(Catalogue.load("zh_CN", resources() / "i18n"))
    yield
    words.install(before)


def side_bars() -> Chart:
    made = SideBars("精力花在价值上了吗")
    made.put(bars())
    return made


def share_curve() -> Chart:
    made = ShareCurve("二八法则在本办公室")
    made.put(shares(4312))
    return made


def matrix() -> Chart:
    made = Matrix("等级变动")
    made.put(grid())
    return made


def stacked(count: int) -> Chart:
    made = StackedSteps("各等级客户数")
    made.put(steps(count))
    return made


def scatter(bent: bool) -> Chart:
    made = Scatter("毛利与采购额")
    made.put(dots(3000, bent))
    return made


CHARTS: dict[str, tuple[Callable[[], Chart], tuple[int, int]]] = {
    "side_bars": (side_bars, (900, 420)),
    "share_curve": (share_curve, (900, 420)),
    "matrix": (matrix, (700, 420)),
    "steps_few": (lambda: stacked(6), (620, 360)),
    "steps_many": (lambda: stacked(40), (900, 360)),
    "scatter": (lambda: scatter(False), (760, 420)),
    "scatter_bent": (lambda: scatter(True), (760, 420)),
    "empty": (lambda: Matrix("等级变动", empty="还没有两次评定可比。先发布一次评定，下次即可看到变动。"), (420, 220)),
}


@pytest.mark.parametrize("name", CHARTS)
@pytest.mark.parametrize(("scheme", "percent"), LOOKS)
@pytest.mark.usefixtures("light", "chinese")
def test_charts_are_drawn(qtbot: QtBot, qapp: QApplication, shots: Path, scheme: str, percent: int, name: str) -> None:
    theme.apply(qapp, scheme, percent)  # type: ignore[arg-type]
    make, size = CHARTS[name]
    sheet, made = Sheet(), make()
    sheet.box.addWidget(made)
    qtbot.addWidget(sheet)
    sheet.resize(*size)
    sheet.show()
    sheet.activateWindow()
    qtbot.waitUntil(sheet.isActiveWindow)
    made.clearFocus()
    bare = sheet.grab().toImage()
    assert bare.save(str(shots / f"chart_{name}_{scheme}_{percent}.png"))
    made.setFocus()
    if len(made.marks):
        made.hover(made.marks.moved(0, "last") if name != "share_curve" else 2000)
    told = sheet.grab().toImage()
    assert told.save(str(shots / f"chart_{name}_{scheme}_{percent}_told.png"))
    assert told != bare, "what is pointed at is to be seen"
    assert made.picture().save(str(shots / f"chart_{name}_{scheme}_{percent}_copy.png"))


@pytest.mark.parametrize(("scheme", "percent"), LOOKS)
@pytest.mark.usefixtures("light", "chinese")
def test_small_pieces_are_drawn(qtbot: QtBot, qapp: QApplication, shots: Path, scheme: str, percent: int) -> None:
    theme.apply(qapp, scheme, percent)  # type: ignore[arg-type]
    sheet = Sheet("小图")
    cells = QGridLayout()
    sheet.box.addLayout(cells)
    rows: tuple[tuple[float | None, ...], ...] = (
        (3, 5, None, 4, 8, 12),
        (3, -5, 0, 4, -8, 2),
        (None, 7, None),
        (0, 0, 0),
    )
    for row, values in enumerate(rows):
        for column, shape in enumerate(("line", "bars")):
            spark = Spark()
            spark.put(Few(values, tuple(map(str, values)), shape), "每月订单")  # type: ignore[arg-type]
            cells.addWidget(spark, row, column)
    limits = (Limit(40, "C"), Limit(60, "B"), Limit(85, "A"))
    scales = (
        Points(72, "72 分", "权重 30%", limits),
        Points(100, "100 分", "权重 10%", limits, dye=tier(0)),
        Points(None, "无法评定", "权重 20%", limits),
        Points(0, "0 分", "权重 20%"),
        Points(35, "35 分"),
    )
    for row, points in enumerate(scales):
        bar = ScaleBar()
        bar.put(points, "采购额")
        cells.addWidget(bar, row, 2)
    holder = QWidget()
    QVBoxLayout(holder).addWidget(sheet)
    qtbot.addWidget(holder)
    holder.resize(theme.px(620), theme.px(300))
    holder.show()
    assert holder.grab().save(str(shots / f"chart_small_{scheme}_{percent}.png"))
