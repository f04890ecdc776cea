"""筛选条件: the conditions of the list line by line, with groups one level deep, and how many customers fulfil them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from db.conditions import Condition, Group, Match, Op, Part, Where
from desktop.services.views import OfficeWords
from desktop.ui.kit import theme
from desktop.ui.kit.buttons import button, tool
from desktop.ui.kit.fields import Reading
from desktop.ui.kit.inputs import Choice, composing
from desktop.ui.screens.customers.condition_rows import ConditionRow
from desktop.ui.words import tr

SETTLE = 200  # ms after the last key: a number is typed digit by digit
TALLEST = 232  # at 100 %; beyond it the lines scroll
FRESH = Condition("last_contact", Op.NOT_FOR_DAYS, 30)


class ConditionBlock(QFrame):
    """Conditions of which all, or any, must hold. The outer block may hold blocks, those only conditions."""

    edited = Signal()
    dropped = Signal()
    resized = Signal()

    def __init__(self, office: OfficeWords, reading: Reading, *, inner: bool) -> None:
        super().__init__()
        self.office, self._reading = office, reading
        self._inner = inner
        self.match = Choice()
        self.match.setAccessibleName(tr("How many must hold"))
        self.match.addItems([tr("All of these hold"), tr("Any of these holds")])
        self.match.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToContents)
        self.match.currentIndexChanged.connect(lambda _: self.edited.emit())
        self.parts: list[ConditionRow | ConditionBlock] = []
        head = QHBoxLayout()
        head.setSpacing(theme.px(4))
        head.addWidget(self.match)
        head.addStretch(1)
        self.add = button(tr("Condition"), lambda: self._append(FRESH, focus=True), icon="plus", look="quiet")
        head.addWidget(self.add)
        self._box = QVBoxLayout(self)
        self._box.setSpacing(theme.px(4))
        if inner:
            self.setProperty("look", "sheet")
            self._box.setContentsMargins(theme.px(8), theme.px(4), theme.px(4), theme.px(4))
            head.addWidget(tool("x", tr("Remove this group"), self.dropped.emit))
        else:
            self._box.setContentsMargins(0, 0, 0, 0)
            self.add_group = button(tr("Group"), self._append_group, icon="plus", look="quiet")
            self.add_group.setToolTip(tr("Conditions of which any, or all, must hold together"))
            head.addWidget(self.add_group)
        self._box.addLayout(head)

    def put(self, match: Match, parts: Sequence[Part]) -> None:
        """Show these; nothing is told."""
        for part in list(self.parts):
            self._remove(part)
        was = self.match.blockSignals(True)
        self.match.setCurrentIndex(0 if match is Match.ALL else 1)
        self.match.blockSignals(was)
        for one in parts:
            if isinstance(one, Group):
                self._append_block().put(one.match, one.conditions)
            else:
                self._append_row(one)

    def taken(self) -> tuple[Match, tuple[Part, ...]]:
        """What is asked; lines that are not complete, and groups without any, are left out."""
        found: list[Part] = []
        for part in self.parts:
            if isinstance(part, ConditionRow):
                condition = part.condition()
                found += [condition] if condition is not None else []
            else:
                match, inner = part.taken()
                conditions = tuple(one for one in inner if isinstance(one, Condition))
                found += [Group(match, conditions)] if conditions else []
        return (Match.ALL, Match.ANY)[self.match.currentIndex()], tuple(found)

    def _append(self, asked: Condition, *, focus: bool = False) -> None:
        made = self._append_row(asked)
        if focus:
            made.field.setFocus()
        self.edited.emit()

    def _append_row(self, asked: Condition) -> ConditionRow:
        made = ConditionRow(self.office, self._reading, asked)
        self._take(made)
        return made

    def _append_group(self) -> None:
        other = Match.ANY if self.match.currentIndex() == 0 else Match.ALL
        made = self._append_block()
        made.put(other, (FRESH,))
        self.edited.emit()

    def _append_block(self) -> ConditionBlock:
        made = ConditionBlock(self.office, self._reading, inner=True)
        made.resized.connect(self.resized)
        self._take(made)
        return made

    def _take(self, made: ConditionRow | ConditionBlock) -> None:
        made.edited.connect(self.edited)
        made.dropped.connect(lambda: self._drop(made))
        self.parts.append(made)
        self._box.addWidget(made)
        self.resized.emit()

    def _drop(self, part: ConditionRow | ConditionBlock) -> None:
        self._remove(part)
        self.edited.emit()

    def _remove(self, part: ConditionRow | ConditionBlock) -> None:
        self.parts.remove(part)
        self._box.removeWidget(part)
        part.hide()
        part.deleteLater()
        self.resized.emit()


class ConditionPanel(QFrame):
    """`changed` some time after an edit, with what `where` says then; `closed` by Esc or its cross."""

    changed = Signal()
    closed = Signal()
    keep_wanted = Signal()

    def __init__(self, office: OfficeWords, reading: Reading, why_not: str = "") -> None:
        super().__init__()
        self.setProperty("look", "bar")
        self.block = ConditionBlock(office, reading, inner=False)
        self.block.edited.connect(self._on_edited)
        self.block.resized.connect(self._settle_size)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QWidget()
        inner = QVBoxLayout(inside)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(self.block)
        inner.addStretch(1)
        self._scroll.setWidget(inside)
        self.count = QLabel()
        self.count.setProperty("look", "section")
        self.keep = button(tr("Keep as a view…"), self.keep_wanted.emit, icon="bookmark")
        self.keep.setDisabled(bool(why_not))
        self.keep.setToolTip(why_not)
        foot = QHBoxLayout()
        foot.setSpacing(theme.px(4))
        foot.addWidget(self.count, 1)
        foot.addWidget(button(tr("No conditions"), self._clear, look="quiet"))
        foot.addWidget(self.keep)
        foot.addWidget(tool("chevron-up", tr("Close the conditions (Esc)"), self.closed.emit))
        box = QVBoxLayout(self)
        box.setContentsMargins(theme.px(8), theme.px(6), theme.px(8), theme.px(6))
        box.setSpacing(theme.px(6))
        box.addWidget(self._scroll)
        box.addLayout(foot)
        self._wait = QTimer(self, singleShot=True, interval=SETTLE)
        self._wait.timeout.connect(self.changed)

    def put(self, where: Where) -> None:
        """Show these conditions; the first line to begin with where there are none."""
        self.block.put(where.match, where.parts)
        self._settle_size()

    def where(self) -> Where:
        """What is asked now."""
        return Where(*self.block.taken())

    def say_count(self, text: str) -> None:
        """How many customers fulfil it."""
        self.count.setText(text)

    def begin(self) -> None:
        """Put the cursor where one goes on: into the first condition, or the button for one."""
        first = self.block.parts[0] if self.block.parts else None
        if isinstance(first, ConditionRow):
            first.field.setFocus()
        else:
            self.block.add.setFocus()

    def settle(self) -> None:
        """Do not wait any longer for another key."""
        if self._wait.isActive():
            self._wait.stop()
            self.changed.emit()

    def _on_edited(self) -> None:
        self._wait.start()

    def _clear(self) -> None:
        self.put(Where())
        self.changed.emit()

    def _settle_size(self) -> None:
        self.block._box.activate()
        wanted = self.block.sizeHint().height() + theme.px(2)
        self._scroll.setFixedHeight(min(wanted, theme.px(TALLEST)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not composing():
            self.closed.emit()
        else:
            super().keyPressEvent(event)
