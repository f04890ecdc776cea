"""The classes of a scheme, the best on top: sign, name, and where each begins or ends."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.rules.rating.checks import LONGEST_CLASS, LONGEST_CODE
from desktop.rules.rating.scheme import Method, TierClass
from desktop.rules.tiers import RANKS
from desktop.ui.kit import theme
from desktop.ui.kit.buttons import button, tool
from desktop.ui.kit.inputs import Line
from desktop.ui.kit.labels import Badge
from desktop.ui.screens.tiers.schemes.scheme_inputs import NameLine, NumberLine, Place, error_label, head_label
from desktop.ui.words import tr

MOST = 12
LIMITED = (Method.SHARES, Method.SCORE)  # methods whose classes have limits
WIDEST_BADGE = 72


class ClassLine:
    """The widgets of one class. Its colour follows its place."""

    def __init__(self, one: TierClass, at: int, method: Method, *, last: bool) -> None:
        self._shown, self._last, self._limited = one, last, method in LIMITED
        self.badge = Badge(one.code or "?", min(at, RANKS - 1))
        self.code = Line(limit=LONGEST_CODE)
        self.code.put(one.code)
        self.code.setFixedWidth(theme.px(88))
        self.code.setAccessibleName(tr("Sign of class {number}", number=at + 1))
        self.name = NameLine(tr("Name of class {number}", number=at + 1), LONGEST_CLASS)
        self.name.show_name(one.name)
        scale = 100 if method is Method.SHARES else 1
        self.least = NumberLine(tr("Limit of class {number}", number=at + 1), 72, scale=scale, may_miss=True)
        self.least.show_number(one.least)
        self.wrong = error_label()

    def tell(self) -> None:
        """Bring the badge in step with the sign."""
        text = self.code.text() or "?"
        fitting = text if len(text) <= 6 else f"{text[:5]}…"
        self.badge.say(fitting, self.badge_rank)

    badge_rank: int = 0

    def taken(self) -> TierClass:
        """The class as it is typed."""
        least = self._shown.least
        if self._limited:
            least = None if self._last else self.least.number()
        return replace(self._shown, code=self.code.text().strip(), name=self.name.name(), least=least)


class ClassesEditor(QWidget):
    """Shows classes and gives them back as typed."""

    changed = Signal()

    def __init__(self, method: Method) -> None:
        super().__init__()
        self._method = method
        self.lines: list[ClassLine] = []
        self.add = button(tr("Another class"), self._add, icon="plus", look="quiet")
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

    # Showing

    def put(self, classes: Sequence[TierClass]) -> None:
        """Show these classes."""
        last = len(classes) - 1
        self.lines = [ClassLine(one, at, self._method, last=at == last) for at, one in enumerate(classes)]
        old, self._table = self._table, QWidget()
        grid = QGridLayout(self._table)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.px(6))
        grid.setVerticalSpacing(theme.px(4))
        grid.setColumnStretch(2, 1)
        limit = tr("Ends at (share of the sum)") if self._method is Method.SHARES else tr("Least points")
        heads = {1: tr("Sign"), 2: tr("Name of the class")} | ({3: limit} if self._method in LIMITED else {})
        for column, text in heads.items():
            grid.addWidget(head_label(text), 0, column)
        for at, line in enumerate(self.lines):
            self._add_line(grid, at, line)
        self._box.replaceWidget(old, self._table)
        old.hide()
        old.deleteLater()
        self.add.setEnabled(len(classes) < MOST)

    def _add_line(self, grid: QGridLayout, at: int, line: ClassLine) -> None:
        line.badge_rank = min(at, RANKS - 1)
        line.tell()
        row, name = 2 * at + 1, line.code.text() or str(at + 1)
        for column, widget in enumerate((line.badge, line.code, line.name)):
            grid.addWidget(widget, row, column)
        if self._method in LIMITED:
            grid.addWidget(self._limit(line, last=at == len(self.lines) - 1), row, 3)
        up = tool("chevron-up", tr("Move {tier} up", tier=name), lambda: self._move(at, -1))
        down = tool("chevron-down", tr("Move {tier} down", tier=name), lambda: self._move(at, 1))
        remove = tool("trash", tr("Remove {tier}", tier=name), lambda: self._remove(at))
        up.setEnabled(at > 0)
        down.setEnabled(at < len(self.lines) - 1)
        for column, made in enumerate((up, down, remove), 4):
            grid.addWidget(made, row, column)
        grid.addWidget(line.wrong, row + 1, 1, 1, 6)
        for signal in (line.code.textChanged, line.name.textChanged, line.least.textChanged):
            signal.connect(lambda _, line=line: self._typed(line))

    def _limit(self, line: ClassLine, *, last: bool) -> QWidget:
        if last:
            rest = QLabel(tr("all others"))
            rest.setProperty("look", "muted")
            return rest
        around = QWidget()
        row = QHBoxLayout(around)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(4))
        row.addWidget(line.least)
        row.addWidget(QLabel("%" if self._method is Method.SHARES else tr("points")))
        return around

    def _typed(self, line: ClassLine) -> None:
        line.tell()
        self.changed.emit()

    # What is typed

    def taken(self) -> tuple[TierClass, ...]:
        """The classes as they are typed."""
        return tuple(line.taken() for line in self.lines)

    def codes(self) -> list[str]:
        """Their signs."""
        return [line.code.text().strip() for line in self.lines]

    def titles(self) -> list[str]:
        """What stands for each in a choice: its sign, or its name where the sign is a word of the program."""
        signs = ((line.code.text().strip(), line.name.text().strip()) for line in self.lines)
        return [name if code.islower() and name else code or "?" for code, name in signs]

    def unread(self) -> tuple[str, QWidget] | None:
        """(place, widget) of the first text that is no number."""
        if self._method not in LIMITED:
            return None
        wrong = (at for at, line in enumerate(self.lines[:-1]) if not line.least.readable)
        return next(((f"least.{at}", self.lines[at].least) for at in wrong), None)

    def places(self) -> dict[str, Place]:
        """Where faults are shown."""
        found: dict[str, Place] = {"classes": (self.add, self.wrong)}
        for at, line in enumerate(self.lines):
            field = line.name if line.code.text().strip() and len(line.name.text()) > LONGEST_CLASS else line.code
            found |= {f"class.{at}": (field, line.wrong), f"least.{at}": (line.least, line.wrong)}
        return found

    # Doing

    def _again(self, classes: Sequence[TierClass]) -> None:
        self.put(classes)
        self.changed.emit()

    def _move(self, at: int, by: int) -> None:
        """Classes change places; the limits stay where they are, since they must rise or fall."""
        classes = list(self.taken())
        limits = [one.least for one in classes]
        classes.insert(at + by, classes.pop(at))
        if self._method in LIMITED:
            classes = [replace(one, least=least) for one, least in zip(classes, limits, strict=True)]
        self._again(classes)
        self.lines[at + by].code.setFocus()

    def _remove(self, at: int) -> None:
        self._again([one for number, one in enumerate(self.taken()) if number != at])
        (self.lines[min(at, len(self.lines) - 1)].code if self.lines else self.add).setFocus()

    def _add(self) -> None:
        """A new last class; the one that was last needs a limit now: half-way between its neighbour's and the end."""
        classes = list(self.taken())
        if classes and self._method in LIMITED:
            end = Decimal(1) if self._method is Method.SHARES else Decimal(0)
            before = classes[-2].least if len(classes) > 1 else Decimal(1) - end
            if before is not None and before.is_finite():
                scale = Decimal("0.01") if self._method is Method.SHARES else Decimal(1)
                classes[-1] = replace(classes[-1], least=((before + end) / 2).quantize(scale))
        self._again([*classes, TierClass("", "")])
        self.lines[-1].code.setFocus()
