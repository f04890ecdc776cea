"""One criterion of a scheme: what is asked, over which window, how much it weighs, and how it turns into points."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.rules.rating.metrics import Metric, known_or_gone
from desktop.rules.rating.rfm import METRICS as RFM_METRICS
from desktop.rules.rating.scheme import Criterion, Dimension, Method
from desktop.ui.kit import icons, theme
from desktop.ui.kit.buttons import tool
from desktop.ui.kit.inputs import Choice
from desktop.ui.kit.labels import ElidedLabel
from desktop.ui.screens.tiers.schemes.scheme_inputs import NumberLine, Place, WindowChoice, error_label, quiet
from desktop.ui.screens.tiers.schemes.scheme_points import PointsEditor
from desktop.ui.screens.tiers.schemes.scheme_words import DIMENSIONS, grouped, points_words, title_of
from desktop.ui.words import current, tr

MAPPED = (Method.SCORE, Method.GRID)  # methods whose criteria turn values into points


class MetricChoice(Choice):
    """The catalogue of metrics in its groups; each line explains itself by its tip."""

    def __init__(self, known: Mapping[str, Metric], *, money_only: bool) -> None:
        super().__init__()
        self._known = known
        self.setAccessibleName(tr("What is asked"))
        self.setMinimumWidth(theme.px(180))
        self.setMaxVisibleItems(24)
        for heading, metrics in grouped(known, money_only=money_only):
            self._head(heading)
            for one in metrics:
                self.addItem(title_of(one), one.key)
                self.setItemData(self.count() - 1, current().text(one.about), Qt.ItemDataRole.ToolTipRole)

    def _head(self, text: str) -> None:
        self.addItem(text)
        model = self.model()
        assert isinstance(model, QStandardItemModel)
        line = model.item(self.count() - 1)
        line.setFlags(Qt.ItemFlag.NoItemFlags)
        font = theme.ui_font(theme.px(12), bold=True)
        line.setFont(font)

    def show_metric(self, key: str) -> None:
        """Show a metric; one that is gone, or cannot be asked here, stays visible as what it is."""
        if self.findData(key) < 0:
            self.addItem(title_of(known_or_gone(key, self._known)), key)
        self.setCurrentIndex(self.findData(key))

    def key(self) -> str:
        """The key of the metric."""
        return str(self.currentData() or "")


class CriterionRow(QWidget):
    """Shows one Criterion, its mapping folded away until it is opened."""

    changed = Signal()
    opened = Signal()  # its mapping was unfolded
    up_wanted, down_wanted, removed = Signal(), Signal(), Signal()

    def __init__(self, method: Method, known: Mapping[str, Metric], one: Criterion, number: int) -> None:
        super().__init__()
        self._method, self._known, self._shown = method, known, one
        self.asked = MetricChoice(known, money_only=method is Method.SHARES)
        self.window_ = WindowChoice(tr("Window of criterion {number}", number=number))
        self.dimension = Choice()
        for key, text in DIMENSIONS.items():
            self.dimension.addItem(current().text(text), key.value)
        self.dimension.setAccessibleName(tr("Dimension of criterion {number}", number=number))
        self.dimension.setFixedWidth(theme.px(108))
        self.weight = NumberLine(tr("Weight of criterion {number}, per cent", number=number), 60)
        self.points = PointsEditor(grid=method is Method.GRID)
        self.fold = tool("chevron-right", tr("Points of criterion {number}", number=number), self._turn_fold)
        self.fold.setCheckable(True)
        self.up = tool("chevron-up", tr("Move criterion {number} up", number=number), self.up_wanted.emit)
        self.down = tool("chevron-down", tr("Move criterion {number} down", number=number), self.down_wanted.emit)
        self.remove = tool("trash", tr("Remove criterion {number}", number=number), self.removed.emit)
        self.wrong = error_label()
        self.told, self.about = ElidedLabel(look="small"), quiet("")
        self._inside = QWidget()
        self._lay_out()
        self._put(one)
        self._listen()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(theme.px(6))
        score = self._method is Method.SCORE
        percent = QLabel("%")
        for widget, shown in (
            (self.fold, self._method in MAPPED),
            (self.asked, self._method is not Method.RFM),
            (self.window_, True),
            (self.dimension, score),
            (self.weight, score),
            (percent, score),
            (self.up, self._method in MAPPED),
            (self.down, self._method in MAPPED),
            (self.remove, score),
        ):
            if shown:
                row.addWidget(widget, 1 if widget is self.asked else 0)
        if self._method in (Method.RFM, Method.SHARES):
            row.addStretch(1)
        inside = QVBoxLayout(self._inside)
        inside.setContentsMargins(theme.px(34), 0, 0, theme.px(8))
        inside.setSpacing(theme.px(4))
        inside.addWidget(self.about)
        inside.addWidget(self.points)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.px(2))
        box.addLayout(row)
        below = QVBoxLayout()  # a margin of the words' own would hide the end of the line
        below.setContentsMargins(theme.px(34), 0, 0, 0)
        below.addWidget(self.told)
        below.addWidget(self.wrong)
        box.addLayout(below)
        box.addWidget(self._inside)
        self._inside.setVisible(False)
        self.told.setVisible(self._method in MAPPED)

    def _put(self, one: Criterion) -> None:
        self.asked.show_metric(one.metric)
        self.window_.show_days(one.window)
        self.dimension.setCurrentIndex(self.dimension.findData(one.dimension.value))
        self.weight.show_number(one.weight)
        self.points.put(known_or_gone(one.metric, self._known), one)
        self._tell()

    def _listen(self) -> None:
        self.asked.currentIndexChanged.connect(lambda _: self._other_metric())
        self.window_.editTextChanged.connect(lambda _: self._changed())
        self.dimension.currentIndexChanged.connect(lambda _: self._changed())
        self.weight.textChanged.connect(lambda _: self._changed())
        self.points.changed.connect(self._changed)

    def _other_metric(self) -> None:
        """Another metric keeps the limits typed so far, as far as it is asked in numbers too."""
        if self.asked.key() in self._known:
            self.points.put(self._known[self.asked.key()], self.points.taken())
        self._changed()

    def _changed(self) -> None:
        self._tell()
        self.changed.emit()

    def _tell(self) -> None:
        metric = self._known.get(self.asked.key())
        self.window_.setVisible(metric is None or metric.windowed)
        # An input that is hidden keeps its place, so that what stands below each other stays so.
        policy = self.window_.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.window_.setSizePolicy(policy)
        self.fold.setEnabled(metric is not None)
        self.asked.setToolTip("" if metric is None else current().text(metric.about))
        self.about.setText("" if metric is None else current().text(metric.about))
        self.told.say("" if metric is None else points_words(metric, self.taken(), grid=self._method is Method.GRID))

    # What is typed

    def taken(self) -> Criterion:
        """The criterion as it is typed."""
        one = self.points.taken() if self._method in MAPPED else self._shown
        found = replace(one, metric=self.asked.key(), window=self.window_.days())
        if self._method is Method.SCORE:
            weight, dimension = self.weight.value(), Dimension(self.dimension.currentData())
            return replace(found, weight=weight, dimension=dimension)
        return found

    def unread(self) -> tuple[str, QWidget] | None:
        """(field, widget) of the first text that is no number."""
        if self._method is Method.SCORE and not self.weight.readable:
            return "weight", self.weight
        if self._method in MAPPED and (found := self.points.unread()) is not None:
            return "steps", found
        return None

    def places(self, at: int) -> dict[str, Place]:
        """Where the faults of this criterion are shown."""
        steps: QWidget = self.points.first() if self.fold.isChecked() else self.fold
        fields: Sequence[tuple[str, QWidget]] = (
            ("metric", self.asked),
            ("window", self.window_),
            ("weight", self.weight),
            ("quantiles", self.points.parts),
            ("steps", steps),
        )
        return {f"{name}.{at}": (widget, self.wrong) for name, widget in fields}

    # Folding

    def _turn_fold(self) -> None:
        self.unfold(self.fold.isChecked())

    def unfold(self, on: bool) -> None:
        """Show the mapping, or put it away."""
        self.fold.setChecked(on)
        icons.put(self.fold, "chevron-down" if on else "chevron-right", None, size=18)
        self._inside.setVisible(on)
        self.told.setVisible(not on and self._method in MAPPED)
        self._tell()
        if on:
            self.opened.emit()


def asked_of_rfm(known: Mapping[str, Metric]) -> str:
    """The three metrics of RFM, by name."""
    return " · ".join(title_of(known[key]) for key in RFM_METRICS.values())
