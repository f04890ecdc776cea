"""The segments of RFM: a name, the scores it takes, its class; and the limits that hold for few buyers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.rules.rating.checks import LONGEST_NAME
from desktop.rules.rating.metrics import Metric
from desktop.rules.rating.rfm import BEST, FEWEST
from desktop.rules.rating.rfm import METRICS as RFM_METRICS
from desktop.rules.rating.scheme import Segment
from desktop.ui.kit import theme
from desktop.ui.kit.buttons import button, tool
from desktop.ui.kit.inputs import Choice
from desktop.ui.screens.tiers.schemes.scheme_inputs import (
    ClassChoice,
    NameLine,
    NumberLine,
    Place,
    error_label,
    head_label,
    quiet,
)
from desktop.ui.screens.tiers.schemes.scheme_words import title_of, unit_words
from desktop.ui.words import tr

MOST = 25
LIMITS = BEST - 1
SCORES = ("r", "f", "m")


class SegmentLine:
    """The widgets of one segment."""

    def __init__(self, one: Segment, at: int, codes: Sequence[str], titles: Sequence[str]) -> None:
        number = at + 1
        self._shown = one
        self.name = NameLine(tr("Name of segment {number}", number=number), LONGEST_NAME)
        self.name.show_name(one.name)
        self.ranges = {key: self._pair(key, getattr(one, key), number) for key in SCORES}
        self.code = ClassChoice(tr("Class of segment {number}", number=number))
        self.code.show_code(one.code, codes, titles)
        self.code.setFixedWidth(theme.px(112))
        self.wrong = error_label()

    def _pair(self, key: str, values: tuple[int, int], number: int) -> tuple[Choice, Choice]:
        letter = key.upper()
        names = (
            tr("Segment {number}: {letter} from", number=number, letter=letter),
            tr("Segment {number}: {letter} to", number=number, letter=letter),
        )
        found = []
        for name, value in zip(names, values, strict=True):
            made = Choice()
            made.setMinimumContentsLength(1)
            made.addItems([str(score) for score in range(1, BEST + 1)])
            made.setCurrentIndex(min(max(value, 1), BEST) - 1)
            made.setAccessibleName(name)
            made.setFixedWidth(theme.px(46))
            found.append(made)
        return found[0], found[1]

    def taken(self) -> Segment:
        """The segment as it is typed."""
        read = {key: (low.currentIndex() + 1, most.currentIndex() + 1) for key, (low, most) in self.ranges.items()}
        return replace(self._shown, name=self.name.name(), code=self.code.code(), **read)


class SegmentsEditor(QWidget):
    """Shows segments and gives them back as typed."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[SegmentLine] = []
        self._codes: list[str] = []
        self._titles: list[str] = []
        self.add = button(tr("Another segment"), self._add, icon="plus", look="quiet")
        self.wrong = error_label()
        self._table = QWidget()
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(theme.px(4))
        self._box.addWidget(self._table)
        self._box.addWidget(self.wrong)
        foot = QHBoxLayout()
        foot.addWidget(self.add)
        foot.addStretch(1)
        self._box.addLayout(foot)

    def put(self, segments: Sequence[Segment], codes: Sequence[str], titles: Sequence[str]) -> None:
        """Show these segments, each with one of the classes."""
        self._codes, self._titles = list(codes), list(titles)
        self.lines = [SegmentLine(one, at, codes, titles) for at, one in enumerate(segments)]
        old, self._table = self._table, QWidget()
        grid = QGridLayout(self._table)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.px(4))
        grid.setVerticalSpacing(theme.px(4))
        grid.setColumnStretch(1, 1)
        heads = ((1, tr("Segment")), (2, tr("R from–to")), (4, tr("F from–to")), (6, tr("M from–to")), (8, tr("Class")))
        for column, text in heads:
            grid.addWidget(head_label(text), 0, column, 1, 2 if column in (2, 4, 6) else 1)
        for at, line in enumerate(self.lines):
            self._add_line(grid, at, line)
        self._box.replaceWidget(old, self._table)
        old.hide()
        old.deleteLater()
        self.add.setEnabled(len(segments) < MOST)

    def _add_line(self, grid: QGridLayout, at: int, line: SegmentLine) -> None:
        row = 2 * at + 1
        grid.addWidget(head_label(str(at + 1)), row, 0)
        grid.addWidget(line.name, row, 1)
        for column, key in zip((2, 4, 6), SCORES, strict=True):
            for offset, box in enumerate(line.ranges[key]):
                grid.addWidget(box, row, column + offset)
                box.currentIndexChanged.connect(lambda _: self.changed.emit())
        grid.addWidget(line.code, row, 8)
        up = tool("chevron-up", tr("Move segment {number} up", number=at + 1), lambda: self._move(at, -1))
        remove = tool("trash", tr("Remove segment {number}", number=at + 1), lambda: self._remove(at))
        up.setEnabled(at > 0)
        grid.addWidget(up, row, 9)
        grid.addWidget(remove, row, 10)
        grid.addWidget(line.wrong, row + 1, 1, 1, 10)
        line.name.textChanged.connect(lambda _: self.changed.emit())
        line.code.currentIndexChanged.connect(lambda _: self.changed.emit())

    def fit(self, codes: Sequence[str], titles: Sequence[str]) -> None:
        """The classes of the scheme are others now."""
        before, self._codes, self._titles = self._codes, list(codes), list(titles)
        for line in self.lines:
            line.code.fit(before, codes, titles)

    def taken(self) -> tuple[Segment, ...]:
        """The segments as they are typed."""
        return tuple(line.taken() for line in self.lines)

    def places(self) -> dict[str, Place]:
        """Where faults are shown."""
        found: dict[str, Place] = {"segments": (self.add, self.wrong)}
        found |= {f"segment.{at}": (line.name, line.wrong) for at, line in enumerate(self.lines)}
        return found

    def _again(self, segments: Sequence[Segment]) -> None:
        self.put(segments, self._codes, self._titles)
        self.changed.emit()

    def _move(self, at: int, by: int) -> None:
        segments = list(self.taken())
        segments.insert(at + by, segments.pop(at))
        self._again(segments)
        self.lines[at + by].name.setFocus()

    def _remove(self, at: int) -> None:
        self._again([one for number, one in enumerate(self.taken()) if number != at])
        (self.lines[min(at, len(self.lines) - 1)].name if self.lines else self.add).setFocus()

    def _add(self) -> None:
        self._again([*self.taken(), Segment("", code=self._codes[-1] if self._codes else "")])
        self.lines[-1].name.setFocus()


class ThresholdsEditor(QWidget):
    """Four limits for each of the three scores; they hold while fewer than 50 customers buy."""

    changed = Signal()

    def __init__(self, known: Mapping[str, Metric]) -> None:
        super().__init__()
        self._shown: Mapping[str, tuple[Decimal, ...]] = {}
        self.limits: dict[str, list[NumberLine]] = {}
        self.wrong = error_label()
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(8))
        grid.setVerticalSpacing(theme.px(4))
        for at in range(LIMITS):
            grid.addWidget(head_label(tr("score {score} from", score=at + 2)), 0, at + 1)
        for row, (key, metric) in enumerate(RFM_METRICS.items(), 1):
            title = title_of(known[metric])
            grid.addWidget(QLabel(f"{key.upper()} · {title} ({unit_words(known[metric].unit)})"), row, 0)
            self.limits[key] = []
            for at in range(LIMITS):
                line = NumberLine(tr("{metric}: score {score} from", metric=title, score=at + 2), 84)
                line.textChanged.connect(lambda _: self.changed.emit())
                grid.addWidget(line, row, at + 1)
                self.limits[key].append(line)
        grid.setColumnStretch(LIMITS + 1, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.px(4))
        about = tr(
            "From {fewest} buyers on, equal parts make the scores; with fewer, these limits hold. "
            "R: at most so many days.",
            fewest=FEWEST,
        )
        box.addWidget(quiet(about))
        box.addLayout(grid)
        box.addWidget(self.wrong)

    def put(self, thresholds: Mapping[str, tuple[Decimal, ...]]) -> None:
        """Show these limits."""
        self._shown = thresholds
        for key, lines in self.limits.items():
            values = thresholds.get(key, ())
            for at, line in enumerate(lines):
                line.show_number(values[at] if at < len(values) else None)

    def taken(self) -> dict[str, tuple[Decimal, ...]]:
        """The limits as they are typed; a row without any stays as it was."""
        found = dict(self._shown)
        for key, lines in self.limits.items():
            if key in self._shown or any(line.text() for line in lines):
                found[key] = tuple(line.value() for line in lines)
        return found

    def unread(self) -> tuple[str, QWidget] | None:
        """(place, widget) of the first text that is no number."""
        taken = self.taken()
        for key, lines in self.limits.items():
            wrong = next((line for line in lines if key in taken and not line.readable), None)
            if wrong is not None:
                return f"thresholds.{key}", wrong
        return None

    def places(self) -> dict[str, Place]:
        """Where faults are shown."""
        return {f"thresholds.{key}": (lines[0], self.wrong) for key, lines in self.limits.items()}
