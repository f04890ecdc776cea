"""One sequence: its name, what starts it, its steps, and on which days they would fall."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from db.queries.office import RepRow
from db.vocabulary import KeyDateKind, Trigger
from desktop.rules.dates import Lean
from desktop.rules.sequences import LEAD, LONGEST_NAME, SequencePlan, Step
from desktop.services.calendar.sequences import OfficeSequence, days_of_steps
from desktop.ui.kit import theme
from desktop.ui.kit.date_editor import DateEditor
from desktop.ui.kit.fields import FormField
from desktop.ui.kit.inputs import Choice, Line, mark_wrong
from desktop.ui.kit.labels import SectionHeader
from desktop.ui.office import Office
from desktop.ui.screens.customers.readings import reading
from desktop.ui.screens.settings.sequence_steps import StepTable
from desktop.ui.sequence_words import anchor_words, step_day_words
from desktop.ui.wording import words_of
from desktop.ui.words import tr
from desktop.words import N_


class SequenceEditor(QWidget):
    """`changed` with each key; nothing is kept here."""

    changed = Signal()

    def __init__(self, office: Office) -> None:
        super().__init__()
        self.office = office
        self._shown: OfficeSequence | None = None
        self._people: tuple[RepRow, ...] = ()
        self._putting = False
        self.name = Line(limit=LONGEST_NAME)
        self.name.setAccessibleName(tr("Name of the sequence"))
        self.trigger = Choice()
        self.trigger.addItems([words_of(one) for one in Trigger])
        self.trigger.setMinimumContentsLength(16)
        self.trigger.setAccessibleName(tr("Started by"))
        self.automatic = QCheckBox(tr("Starts by itself"))
        self.counted = QLabel()
        self.kinds = [QCheckBox(words_of(kind)) for kind in KeyDateKind]
        self.steps = StepTable()
        self.try_on = DateEditor(FormField("try_on", N_("Try on a day"), "date"), reading(office, Lean.FORWARD))
        self.days, self.problem = QLabel(), QLabel()
        self._lay_out()
        for signal in (self.name.textChanged, self.trigger.currentIndexChanged, self.automatic.toggled):
            signal.connect(self._on_changed)
        for one in self.kinds:
            one.toggled.connect(self._on_changed)
        self.steps.changed.connect(self._on_changed)
        self.try_on.edited.connect(self._show_days)

    def _lay_out(self) -> None:
        for label, look in ((self.counted, "muted"), (self.days, ""), (self.problem, "error")):
            label.setProperty("look", look)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(8))
        grid.setColumnStretch(1, 1)
        kinds = QHBoxLayout()
        kinds.setSpacing(theme.px(14))
        for one in self.kinds:
            kinds.addWidget(one)
        kinds.addStretch(1)
        self.kinds_label = QLabel(tr("Of which key dates"))
        started = QHBoxLayout()
        started.setSpacing(theme.px(12))
        started.addWidget(self.trigger)
        started.addWidget(self.automatic)
        started.addStretch(1)
        for row, (label, layout) in enumerate(((QLabel(tr("Started by")), started), (self.kinds_label, kinds)), 1):
            grid.addWidget(label, row, 0)
            grid.addLayout(layout, row, 1)
        grid.addWidget(QLabel(tr("Name of the sequence")), 0, 0)
        grid.addWidget(self.name, 0, 1)
        tried = QHBoxLayout()
        tried.setSpacing(theme.px(8))
        tried.addWidget(QLabel(tr("Counted from")))
        tried.addWidget(self.try_on)
        tried.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.px(6))
        box.addLayout(grid)
        box.addWidget(self.problem)
        box.addWidget(self.counted)
        box.addWidget(SectionHeader(tr("Steps")))
        box.addWidget(self.steps)
        box.addWidget(SectionHeader(tr("Try it on a day")))
        box.addLayout(tried)
        box.addWidget(self.days)

    # Showing

    def put(self, shown: OfficeSequence, people: tuple[RepRow, ...]) -> None:
        """Show a sequence, its texts in the window's language already."""
        self._putting = True
        self._shown, self._people = shown, people
        plan = shown.plan
        self.name.put(plan.name)
        self.trigger.setCurrentIndex(list(Trigger).index(plan.trigger))
        self.automatic.setChecked(shown.automatic)
        for kind, one in zip(KeyDateKind, self.kinds, strict=True):
            one.setChecked(kind in plan.key_kinds)
        self.steps.put(plan.steps, people)
        if self.try_on.get() is None:
            self.try_on.put(self.office.today())
        self._putting = False
        self._show_parts()
        self.clear_wrong()

    def _on_changed(self, *_: object) -> None:
        if not self._putting:
            self._show_parts()
            self.clear_wrong()
            self.changed.emit()

    def _show_parts(self) -> None:
        trigger = self._trigger
        by_hand, key = trigger is Trigger.HAND, trigger is Trigger.KEY_DATE
        self.automatic.setVisible(not by_hand)
        self.kinds_label.setVisible(key)
        for one in self.kinds:
            one.setVisible(key)
        self.counted.setText(self._about(trigger))
        self._show_days()

    def _about(self, trigger: Trigger) -> str:
        counted = tr("The days are counted from {what}.", what=anchor_words(trigger))
        if trigger is Trigger.HAND:
            return counted
        if not self.automatic.isChecked():
            return tr("{counted} It is started by hand, on the card or from the list.", counted=counted)
        told = tr("{counted} It starts by itself, {days} days ahead at most.", counted=counted, days=LEAD)
        if trigger is Trigger.NEW_CUSTOMER:
            told += " " + tr("Customers brought in by an import are left out: start it for them from the list.")
        return told

    def _show_days(self) -> None:
        try:
            day = self.try_on.get()
        except ValueError:
            day = None
        if not isinstance(day, date) or self._shown is None:
            self.days.clear()
            return
        plan = replace(self._shown.plan, steps=self.steps.seen(), trigger=self._trigger)
        with self.office.store.read() as session:
            found = days_of_steps(session, plan, day)
        names = {one.id: one.name for one in self._people}
        self.days.setText("\n".join(step_day_words(one, date.min, names) for one in found))

    # What is typed

    @property
    def _trigger(self) -> Trigger:
        return list(Trigger)[max(0, self.trigger.currentIndex())]

    def seen(self) -> OfficeSequence:
        """What is typed, without telling what is wrong."""
        return self._with_steps(self.steps.seen)

    def taken(self) -> OfficeSequence:
        """What is typed; NotUnderstood of a time, told at its field."""
        return self._with_steps(self.steps.taken)

    def _with_steps(self, steps: Callable[[], tuple[Step, ...]]) -> OfficeSequence:
        assert self._shown is not None
        kinds = tuple(kind for kind, one in zip(KeyDateKind, self.kinds, strict=True) if one.isChecked())
        trigger = self._trigger
        plan: SequencePlan = replace(
            self._shown.plan, name=self.name.written().strip(), trigger=trigger, steps=steps(),
            key_kinds=kinds if trigger is Trigger.KEY_DATE else self._shown.plan.key_kinds,
        )  # fmt: skip
        return replace(self._shown, plan=plan, automatic=self.automatic.isChecked() and trigger is not Trigger.HAND)

    # What is wrong

    def show_error(self, field: str, sentence: str) -> bool:
        """Tell what is wrong at its place; False for a field that is not here."""
        if field.startswith("steps."):
            _, number, name = field.split(".", 2)
            self.steps.show_wrong(int(number), name, sentence)
        elif field == "steps":
            self.steps.say(sentence)
        elif field in ("name", "key_kinds"):
            mark_wrong(self.name, field == "name")
            self.problem.setText(sentence)
            self.problem.show()
        else:
            return False
        return True

    def focus(self, field: str = "") -> None:
        """Put the cursor where something is wrong; a step has it already."""
        if field in ("", "name"):
            self.name.setFocus()
        elif field == "key_kinds":
            self.kinds[0].setFocus()

    def clear_wrong(self) -> None:
        """Take all marks away."""
        mark_wrong(self.name, False)
        self.problem.hide()
        self.steps.say("")
