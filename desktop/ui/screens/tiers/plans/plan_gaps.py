"""What to work on: the criteria that lift one customer, each to be chosen; of several customers the nearest of each."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.rules.rating.levers import Lever
from desktop.services.rating.plan_openings import Opening, Openings
from desktop.ui.kit import theme
from desktop.ui.kit.labels import ElidedLabel
from desktop.ui.screens.tiers.lever_words import lever_words
from desktop.ui.screens.tiers.metric_words import titled, value_words
from desktop.ui.screens.tiers.plans.plan_words import class_badge, needed_words
from desktop.ui.words import tr


class GapLines(QWidget):
    """One customer: a line a criterion. Several: a line a customer. What is not ticked is left out."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.boxes: dict[object, QCheckBox] = {}
        self._levers: dict[object, tuple[Lever, ...]] = {}
        self._many = False
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(theme.px(4))

    def put(self, found: Openings, target_of: Callable[[Opening], str]) -> None:
        """Show what leads to the target of each; ticks of customers and criteria that were there before stay."""
        was = {key: box.isChecked() for key, box in self.boxes.items()}
        self._clear()
        self._many = len(found.people) > 1
        for one in found.people:
            target = target_of(one)
            levers = found.levers(one, target)
            if self._many:
                self._levers[one.customer_id] = levers
                self._add_person(found, one, target, levers)
            else:
                alone = found.alone(one, target) or not one.joint.get(target)
                for lever in levers:
                    self._levers[lever.metric, lever.window] = (lever,)
                    self._add_lever(found, lever, tr("alone gives") if alone else tr("together give"))
                self._say_reach(found, one, target)
        for key, box in self.boxes.items():
            box.setChecked(was.get(key, True))
            box.toggled.connect(lambda _: self.edited.emit())

    def customers(self, found: Openings) -> list[Opening]:
        """Who is to have a plan."""
        return [one for one in found.people if not self._many or self.boxes[one.customer_id].isChecked()]

    def levers(self, one: Opening) -> tuple[Lever, ...]:
        """What was chosen to work on with a customer."""
        if self._many:
            return self._levers[one.customer_id]
        return tuple(lever for key, levers in self._levers.items() if self.boxes[key].isChecked() for lever in levers)

    def raw(self) -> Mapping[object, bool]:
        """What is ticked: to see whether something was changed."""
        return {key: box.isChecked() for key, box in self.boxes.items()}

    def _clear(self) -> None:
        self.boxes, self._levers = {}, {}
        while self._box.count():
            item = self._box.takeAt(0)
            old = item.widget() if item is not None else None
            if old is not None:
                old.hide()
                old.deleteLater()

    def _add_lever(self, found: Openings, lever: Lever, gives: str) -> None:
        metric = found.metrics.get(lever.metric)
        name = lever.metric if metric is None else titled(metric, lever.window)
        now = "—" if metric is None else value_words(metric, lever.now)
        told = tr("now {now} · needed {needed}", now=now, needed=needed_words(lever, found.metrics))
        box = self._tick((lever.metric, lever.window), name)
        scheme = found.scheme.scheme
        words = ElidedLabel(f"{told} · {lever_words(lever, found.metrics)}", "muted")
        self._line(box, words, QLabel(gives), class_badge(scheme, lever.code))

    def _add_person(self, found: Openings, one: Opening, target: str, levers: tuple[Lever, ...]) -> None:
        scheme = found.scheme.scheme
        box = self._tick(one.customer_id, one.name)
        nearest = levers[0] if levers else None
        told = lever_words(nearest, found.metrics) if nearest is not None else ""
        if nearest is None or not found.alone(one, target):
            told = tr("several criteria have to improve together")
        here, aim = class_badge(scheme, one.code), class_badge(scheme, target)
        self._line(box, here, QLabel("→"), aim, ElidedLabel(told, "muted"))

    def _say_reach(self, found: Openings, one: Opening, target: str) -> None:
        if found.alone(one, target):
            return
        words = QLabel(tr("No single criterion alone leads that far: several have to improve together."))
        words.setProperty("look", "muted")
        words.setWordWrap(True)
        self._box.addWidget(words)

    def _tick(self, key: object, name: str) -> QCheckBox:
        box = QCheckBox(name.replace("&", "&&"))
        box.setAccessibleName(name)
        self.boxes[key] = box
        return box

    def _line(self, box: QCheckBox, *parts: QWidget) -> None:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        box.setMinimumWidth(theme.px(200))
        row.addWidget(box)
        for part in parts:
            row.addWidget(part, 1 if isinstance(part, ElidedLabel) else 0)
        self._box.addWidget(line)
