"""The steps of a sequence, written in place: a line for each, what is wrong told at its field."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import time
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QSpinBox, QVBoxLayout, QWidget

from db.queries.office import RepRow
from db.vocabulary import FollowUpKind
from desktop.rules.sequences import BY_WORDS, FARTHEST, LONGEST_PURPOSE, MOST_STEPS, Step, StepBy
from desktop.ui.kit import theme
from desktop.ui.kit.buttons import button, tool
from desktop.ui.kit.fields import NotUnderstood
from desktop.ui.kit.inputs import Choice, Line, mark_wrong
from desktop.ui.screens.customers.readings import show_time, time_of
from desktop.ui.wording import words_of
from desktop.ui.words import current, tr

MOST_MINUTES = 1440


class StepLine:
    """The widgets of one step."""

    def __init__(self, step: Step, people: Sequence[RepRow], changed: Callable[[], object]) -> None:
        self.days = QSpinBox()
        self.days.setRange(-FARTHEST, FARTHEST)
        self.days.setValue(step.days)
        self.days.setAccessibleName(tr("Days after the day one counts from; before it with a minus"))
        self.days.setToolTip(self.days.accessibleName())
        self.kind = Choice()
        self.kind.addItems([words_of(kind) for kind in FollowUpKind])
        self.kind.setCurrentIndex(list(FollowUpKind).index(step.kind))
        self.kind.setAccessibleName(tr("Way"))
        self.purpose = Line(limit=LONGEST_PURPOSE)
        self.purpose.put(step.purpose)
        self.purpose.setAccessibleName(tr("What is to be done"))
        self.at = Line()
        self.at.put(show_time(step.at))
        self.at.setPlaceholderText(tr("all day"))
        self.at.setAccessibleName(tr("Time of day"))
        self.at.setFixedWidth(theme.px(72))
        self.minutes = QSpinBox()
        self.minutes.setRange(0, MOST_MINUTES)
        self.minutes.setSpecialValueText("–")
        self.minutes.setValue(step.minutes or 0)
        self.minutes.setAccessibleName(tr("Minutes it takes"))
        self.by = Choice()
        self._whom = _whom(people, step)
        self.by.addItems([text for _, _, text in self._whom])
        self.by.setCurrentIndex(next(at for at, one in enumerate(self._whom) if one[:2] == (step.by, step.rep_id)))
        self.by.setAccessibleName(tr("Who does it"))
        for choice in (self.kind, self.by):
            choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        for signal in (
            self.days.valueChanged, self.kind.currentIndexChanged, self.purpose.textChanged, self.at.textChanged,
            self.minutes.valueChanged, self.by.currentIndexChanged,
        ):  # fmt: skip
            signal.connect(lambda *_: changed())

    @property
    def step(self) -> Step:
        """What is typed. NotUnderstood where the time is none."""
        return replace(self.untimed, at=self.time)

    @property
    def seen(self) -> Step:
        """What is typed; a time that cannot be read yet is none."""
        try:
            return self.step
        except NotUnderstood:
            return self.untimed

    @property
    def untimed(self) -> Step:
        """What is typed but for the time."""
        by, rep_id, _ = self._whom[max(0, self.by.currentIndex())]
        return Step(
            self.days.value(), list(FollowUpKind)[self.kind.currentIndex()], self.purpose.written().strip(),
            self.minutes.value() or None, None, by, rep_id,
        )  # fmt: skip

    @property
    def time(self) -> time | None:
        """The time that is typed; NotUnderstood."""
        text = self.at.text().strip()
        return time_of(text) if text else None

    def field(self, name: str) -> QWidget:
        """The widget of a field of the step."""
        widgets: dict[str, QWidget] = {
            "days": self.days, "purpose": self.purpose, "minutes": self.minutes, "rep_id": self.by, "at": self.at,
        }  # fmt: skip
        return widgets.get(name, self.purpose)

    def widgets(self) -> tuple[QWidget, ...]:
        """In the order of the columns."""
        return self.days, self.kind, self.purpose, self.at, self.minutes, self.by


def _whom(people: Sequence[RepRow], step: Step) -> list[tuple[StepBy, int | None, str]]:
    """Who can do a step: the rep in charge, the supervisor, or one of the people; one who left stays shown."""
    found: list[tuple[StepBy, int | None, str]] = [
        (by, None, current().text(BY_WORDS[by])) for by in (StepBy.REP, StepBy.SUPERVISOR)
    ]
    found += [(StepBy.CHOSEN, one.id, one.name) for one in people if one.active or one.id == step.rep_id]
    if all(one[:2] != (step.by, step.rep_id) for one in found):
        found.append((step.by, step.rep_id, tr("nobody any more")))
    return found


class StepTable(QWidget):
    """All steps of one sequence; `changed` with each key."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[StepLine] = []
        self._people: Sequence[RepRow] = ()
        self._table = QWidget()
        self.add = button(tr("Another step"), self.append, icon="plus", look="quiet")
        self.problem = QLabel()
        self.problem.setProperty("look", "error")
        self.problem.setWordWrap(True)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(theme.px(6))
        self._box.addWidget(self._table)
        self._box.addWidget(self.problem)
        row = QGridLayout()
        row.addWidget(self.add, 0, 0)
        row.setColumnStretch(1, 1)
        self._box.addLayout(row)
        self.say("")

    def put(self, steps: Sequence[Step], people: Sequence[RepRow]) -> None:
        """Show these steps."""
        self._people = people
        self.lines = [StepLine(step, people, self.changed.emit) for step in steps]
        old, self._table = self._table, self._grid()
        self._box.replaceWidget(old, self._table)
        old.hide()
        old.deleteLater()
        self.add.setEnabled(len(self.lines) < MOST_STEPS)
        self.say("")

    def _grid(self) -> QWidget:
        made = QWidget()
        grid = QGridLayout(made)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.px(6))
        grid.setVerticalSpacing(theme.px(4))
        grid.setColumnStretch(2, 1)
        heads = (tr("Days"), tr("Way"), tr("What is to be done"), tr("Time"), tr("Minutes"), tr("Who"))
        for column, text in enumerate(heads):
            head = QLabel(text)
            head.setProperty("look", "label")
            grid.addWidget(head, 0, column)
        for at, line in enumerate(self.lines):
            for column, widget in enumerate(line.widgets()):
                grid.addWidget(widget, at + 1, column)
            remove = tool("trash", tr("Remove this step"), partial(self._remove, at))
            remove.setEnabled(len(self.lines) > 1)
            grid.addWidget(remove, at + 1, len(heads))
        return made

    def taken(self) -> tuple[Step, ...]:
        """The steps as they are typed; NotUnderstood of a time, told at its field."""
        found = []
        for at, line in enumerate(self.lines):
            try:
                found.append(line.step)
            except NotUnderstood as problem:
                self.show_wrong(at, "at", str(problem))
                raise
        return tuple(found)

    def seen(self) -> tuple[Step, ...]:
        """The same without telling what is wrong."""
        return tuple(line.seen for line in self.lines)

    def append(self) -> None:
        """One more step, after the last."""
        steps = self.seen()
        last = max((step.days for step in steps), default=0)
        fresh = replace(steps[-1], days=min(last + 7, FARTHEST), purpose="") if steps else Step()
        self.put([*steps, fresh], self._people)
        self.lines[-1].purpose.setFocus()
        self.changed.emit()

    def _remove(self, at: int) -> None:
        self.put([step for number, step in enumerate(self.seen()) if number != at], self._people)
        self.changed.emit()

    def show_wrong(self, number: int, field: str, sentence: str) -> None:
        """Mark a field of a step and say what is wrong with it."""
        if 0 <= number < len(self.lines):
            widget = self.lines[number].field(field)
            mark_wrong(widget, True)
            widget.setFocus()
        self.say(tr("Step {number}: {problem}", number=number + 1, problem=sentence))

    def say(self, sentence: str) -> None:
        """Say what is wrong, "" for nothing, which takes the marks away."""
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))
        if not sentence:
            for line in self.lines:
                for widget in (line.days, line.purpose, line.at, line.minutes, line.by):
                    mark_wrong(widget, False)
