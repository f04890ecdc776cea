"""Charts on a window, the mouse on them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QImage, QMouseEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.ui.kit.charts.chart import Chart
from desktop.ui.kit.charts.matrix import Matrix
from desktop.ui.kit.charts.scatter import Scatter
from desktop.ui.kit.charts.share_curve import ShareCurve
from desktop.ui.kit.charts.side_bars import SideBars
from desktop.ui.kit.charts.stacked_steps import StackedSteps
from tests.ui.chart_samples import bars, dots, grid, shares, steps

Show = Callable[..., Chart]
KINDS: dict[str, tuple[Callable[..., Chart], Callable[[], object]]] = {
    "bars": (SideBars, bars),
    "curve": (ShareCurve, lambda: shares(500)),
    "matrix": (Matrix, grid),
    "steps": (StackedSteps, lambda: steps(12)),
    "scatter": (Scatter, lambda: dots(300)),
    "bent": (Scatter, lambda: dots(300, bent=True)),
}
BIG = 2**52 + 1  # a key that no 32-bit signal could carry


def show(qtbot: QtBot, kind: str, values: object = ...) -> Chart:
    """A chart of a kind on a window that has the keyboard; without values the kind's sample."""
    make, sample = KINDS[kind]
    made = make("名称")
    made.put(sample() if values is ... else values)  # type: ignore[attr-defined]
    qtbot.addWidget(made)
    made.resize(900, 420)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.setFocus()
    return made


def mouse(chart: Chart, kind: QEvent.Type, at: QPointF) -> None:
    button = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseMove else Qt.MouseButton.LeftButton
    event = QMouseEvent(kind, at, chart.mapToGlobal(at), button, button, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(chart, event)


def click(chart: Chart, at: QPointF) -> list[object]:
    """The keys that a click carries."""
    taken: list[object] = []
    chart.picked.connect(taken.append)
    mouse(chart, QEvent.Type.MouseButtonPress, at)
    mouse(chart, QEvent.Type.MouseButtonRelease, at)
    chart.picked.disconnect(taken.append)
    return taken


def is_blank(image: QImage) -> bool:
    first = image.pixel(0, 0)
    return all(image.pixel(x, y) == first for x in range(0, image.width(), 2) for y in range(0, image.height(), 2))
