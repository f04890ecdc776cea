"""What narrows the list: a text, a ready-made question, stage and rep."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from db.queries.customers import CustomerFilter
from db.queries.office import RepRow
from db.vocabulary import Stage
from desktop.ui.kit import theme
from desktop.ui.kit.inputs import Line
from desktop.ui.office import Office
from desktop.ui.wording import words_of
from desktop.ui.words import current, tr
from desktop.words import N_

QUESTIONS = (
    ("all", N_("All customers")),
    ("mine", N_("My customers")),
    ("overdue", N_("Next step overdue")),
    ("unplanned", N_("Nothing planned")),
    ("silent", N_("Not contacted for 30 days")),
)
SILENT_DAYS = 30


class Filters(QWidget):
    """`changed` after each change; `filter` says what is wanted now. The text field stands where its owner puts it."""

    changed = Signal()

    def __init__(self, office: Office) -> None:
        super().__init__()
        self.office = office
        self.text = Line()
        self.text.setPlaceholderText(tr("Filter the list"))
        self.text.setAccessibleName(tr("Filter the list"))
        self.text.setClearButtonEnabled(True)
        self.question = self._box(tr("Question"))
        for key, title in QUESTIONS:
            self.question.addItem(current().text(title), key)
        self.stage = self._box(tr("Stage"))
        self.stage.addItem(tr("All stages"), "")
        for stage in Stage:
            self.stage.addItem(words_of(stage), stage.value)
        self.owner = self._box(tr("Rep"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(6))
        for box, share in ((self.question, 4), (self.stage, 3), (self.owner, 3)):
            row.addWidget(box, share)
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(0)  # keys that came meanwhile are asked for together
        self._wait.timeout.connect(self.changed)
        self.text.textChanged.connect(lambda _: self._wait.start())

    def _box(self, name: str) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(name)
        box.setToolTip(name)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(5)
        box.currentIndexChanged.connect(lambda _: self.changed.emit())
        return box

    def put_reps(self, reps: list[RepRow]) -> None:
        """Offer these people, keeping the choice."""
        kept = self.owner.currentData()
        self.owner.blockSignals(True)
        self.owner.clear()
        self.owner.addItem(tr("All reps"), "")
        for rep in reps:
            self.owner.addItem(rep.name, str(rep.id))  # as text: Qt's numbers are too short for our keys
        self.owner.setCurrentIndex(max(0, self.owner.findData(kept)))
        self.owner.blockSignals(False)

    def filter(self) -> CustomerFilter:
        """What is wanted now."""
        today = self.office.today()
        stage, owner = self.stage.currentData(), self.owner.currentData()
        wanted = CustomerFilter(
            text=self.text.text(),
            stages=frozenset({Stage(stage)}) if stage else frozenset(),
            owner_id=int(owner) if owner else None,
        )
        match self.question.currentData():
            case "mine":
                return replace(wanted, owner_id=self.office.me.rep_id or -1)
            case "overdue":
                return replace(wanted, overdue_on=today)
            case "unplanned":
                return replace(wanted, without_next_step=True)
            case "silent":
                return replace(wanted, not_contacted_since=today - timedelta(days=SILENT_DAYS))
        return wanted

    def narrowed(self) -> bool:
        """Whether anything but everything is wanted."""
        return self.filter() != CustomerFilter()

    def clear(self) -> None:
        """Want everything."""
        self.text.clear()
        for box in (self.question, self.stage, self.owner):
            box.setCurrentIndex(0)
