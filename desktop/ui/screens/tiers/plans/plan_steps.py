"""The steps of a plan while they are written: kind, day and purpose of each, one line a step."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from db.vocabulary import FollowUpKind
from desktop.rules.dates import Lean
from desktop.ui.kit import theme
from desktop.ui.kit.binder import Unreadable
from desktop.ui.kit.buttons import button, tool
from desktop.ui.kit.date_editor import DateEditor
from desktop.ui.kit.editors import TextEditor
from desktop.ui.kit.fields import FormField, NotUnderstood
from desktop.ui.kit.inputs import Choice
from desktop.ui.office import Office
from desktop.ui.screens.customers.readings import reading
from desktop.ui.wording import words_of
from desktop.ui.words import tr
from desktop.words import N_

DAY = FormField("day", N_("Day"), "date")
PURPOSE = FormField("purpose", N_("Purpose"))


@dataclass(frozen=True, slots=True)
class Step:
    """One step as it is typed; `purpose` is the office's own text."""

    kind: FollowUpKind = FollowUpKind.CALL
    day: date | None = None
    purpose: str = ""


class StepLine(QWidget):
    """One step. What is wrong with it is said below it."""

    edited = Signal()

    def __init__(self, office: Office, remove: Callable[[StepLine], None] | None = None) -> None:
        super().__init__()
        self.kind = Choice()
        self.kind.setAccessibleName(tr("Kind"))
        self.kind.setFixedWidth(theme.px(104))
        for one in FollowUpKind:
            self.kind.addItem(words_of(one), one)
        self.day = DateEditor(DAY, reading(office, Lean.FORWARD))
        self.day.setFixedWidth(theme.px(148))
        self.purpose = TextEditor(PURPOSE)
        self.purpose.input.setPlaceholderText(tr("what for"))
        self.wrong = QLabel()
        self.wrong.setProperty("look", "error")
        self.wrong.setWordWrap(True)
        self.wrong.hide()
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addWidget(self.kind)
        row.addWidget(self.day)
        row.addWidget(self.purpose, 1)
        if remove is not None:
            row.addWidget(tool("x", tr("Leave this step out"), lambda: remove(self)))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.px(2))
        box.addLayout(row)
        box.addWidget(self.wrong)
        self.kind.activated.connect(lambda _: self.edited.emit())
        for editor in (self.day, self.purpose):
            editor.edited.connect(self._on_edited)

    def _on_edited(self) -> None:
        self.say_wrong("")
        self.edited.emit()

    def put(self, step: Step) -> None:
        """Show a step."""
        self.kind.setCurrentIndex(self.kind.findData(step.kind))
        self.day.put(step.day)
        self.purpose.put(step.purpose)
        self.say_wrong("")

    def taken(self) -> Step:
        """What stands there; Unreadable, said below, where the day cannot be read."""
        try:
            on = cast("date | None", self.day.get())
            purpose = str(self.purpose.get())
        except NotUnderstood as problem:
            self.say_wrong(str(problem))
            raise Unreadable({"steps": str(problem)}) from None
        return Step(FollowUpKind(self.kind.currentData()), on, purpose)

    def show_error(self, field: str, sentence: str) -> bool:
        """Say below what is wrong with its day; False for what is no affair of a step."""
        if field != "planned_on":
            return False
        self.say_wrong(sentence)
        return True

    def focus(self, field: str = "") -> None:
        """Put the cursor into the day."""
        if field in ("", "planned_on"):
            self.day.setFocus()

    def say_wrong(self, sentence: str) -> None:
        """Say what is wrong, "" for nothing."""
        self.wrong.setText(sentence)
        self.wrong.setVisible(bool(sentence))
        self.day.set_wrong(bool(sentence))


class Steps(QWidget):
    """Any number of steps; a button adds another."""

    edited = Signal()

    def __init__(self, office: Office) -> None:
        super().__init__()
        self.office = office
        self.lines: list[StepLine] = []
        self.add = button(tr("Add a step"), self._add_one, icon="plus", look="quiet")
        self.nothing = QLabel(tr("No step goes into the calendar."))
        self.nothing.setProperty("look", "muted")
        self._box = QVBoxLayout()
        self._box.setSpacing(theme.px(4))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.px(4))
        box.addLayout(self._box)
        box.addWidget(self.nothing)
        box.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)

    def put(self, steps: Sequence[Step]) -> None:
        """Show these steps in place of what was there."""
        for line in list(self.lines):
            self._take_away(line)
        for step in steps:
            self._line().put(step)
        self.nothing.setVisible(not self.lines)

    def taken(self) -> list[Step]:
        """The steps as they are typed. Raises Unreadable."""
        return [line.taken() for line in self.lines]

    def raw(self) -> list[tuple[object, ...]]:
        """What stands there, read or not: to see whether something was changed."""
        return [(line.kind.currentData(), line.day.raw(), line.purpose.raw()) for line in self.lines]

    def say_wrong(self, number: int, sentence: str) -> None:
        """Say at a step what is wrong, and go there."""
        line = self.lines[number]
        line.say_wrong(sentence)
        line.day.setFocus()

    def _line(self) -> StepLine:
        line = StepLine(self.office, self._remove)
        line.edited.connect(self.edited)
        self.lines.append(line)
        self._box.addWidget(line)
        return line

    def _add_one(self) -> None:
        line = self._line()
        line.put(Step())
        self.nothing.hide()
        line.day.setFocus()
        self.edited.emit()

    def _remove(self, line: StepLine) -> None:
        self._take_away(line)
        self.nothing.setVisible(not self.lines)
        self.add.setFocus()
        self.edited.emit()

    def _take_away(self, line: StepLine) -> None:
        self.lines.remove(line)
        self._box.removeWidget(line)
        line.hide()
        line.deleteLater()
