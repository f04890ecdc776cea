"""The form of one tier's 等级策略: contacts by stage, care, discount, visits."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QLabel, QSpinBox, QVBoxLayout, QWidget

from db.vocabulary import Stage
from desktop.rules.labels import word
from desktop.rules.strategy import (
    FESTIVALS,
    MOST_BUDGET,
    MOST_DAYS,
    MOST_VISITS,
    VISITORS,
    Cadence,
    CarePlan,
    Strategy,
    Visitor,
)
from desktop.ui.kit import theme
from desktop.ui.kit.inputs import Choice, mark_wrong
from desktop.ui.kit.labels import SectionHeader
from desktop.ui.words import current, tr

DAYS_IN_ROW = 4


class Figure(QSpinBox):
    """A number that the mouse wheel changes only while it has the focus, lest scrolling the page rewrites it."""

    def __init__(self, low: int, high: int, name: str, width: int) -> None:
        super().__init__()
        self.setRange(low, high)
        self.setFixedWidth(theme.px(width))
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class PlanForm(QWidget):
    """Shows a Strategy and gives it back as it is typed. `changed` after each change by hand."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._showing = False
        self.cadences = {stage: self._pair(stage) for stage in Stage}
        self.birthday = QCheckBox(tr("Birthdays"))
        self.festivals = {one: QCheckBox(current().text(name)) for one, name in FESTIVALS.items()}
        self.gift = QCheckBox(tr("With gifts, not only greetings"))
        self.budget = Figure(0, int(MOST_BUDGET), tr("Budget for care, a year"), 136)
        self.budget.setPrefix("￥")
        self.budget.setGroupSeparatorShown(True)
        self.budget.setSingleStep(100)
        self.discount = Figure(0, 100, tr("Discount a rep may give, at most"), 96)
        self.discount.setSuffix(" %")
        self.rest = QLabel()
        self.rest.setProperty("look", "muted")
        self.visitor = Choice()
        self.visitor.setAccessibleName(tr("Who visits"))
        for one, name in VISITORS.items():
            self.visitor.addItem(current().text(name), one)
        self.visitor.setMinimumWidth(theme.px(216))
        self.visits = Figure(0, MOST_VISITS, tr("Visits a year, at least"), 96)
        self._lay_out()
        self._listen()

    def _pair(self, stage: Stage) -> tuple[Figure, Figure]:
        name = current().text(word(stage))
        return (
            Figure(1, MOST_DAYS, tr("{stage}: ideal, days", stage=name), 96),
            Figure(1, MOST_DAYS, tr("{stage}: at most, days", stage=name), 96),
        )

    def _lay_out(self) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.px(6))
        box.addWidget(SectionHeader(tr("Contact: days after the last effective one, by stage")))
        box.addLayout(self._cadence_grid())
        box.addWidget(SectionHeader(tr("Care in a year")))
        box.addLayout(self._days())
        box.addLayout(_row(_label(tr("Budget a year")), self.budget, self.gift))
        box.addWidget(SectionHeader(tr("Discount and visits")))
        box.addLayout(_row(_label(tr("A rep may take off")), self.discount, self.rest))
        times = QLabel(tr("at least, times a year"))
        times.setProperty("look", "muted")
        box.addLayout(_row(_label(tr("Who visits")), self.visitor, times, self.visits))

    def _cadence_grid(self) -> QHBoxLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(12))
        grid.setVerticalSpacing(theme.px(6))
        for line, name in ((1, tr("Ideal")), (2, tr("At most"))):
            grid.addWidget(_label(name), line, 0)
        for column, (stage, pair) in enumerate(self.cadences.items(), 1):
            head = QLabel(current().text(word(stage)))
            head.setProperty("look", "label")
            for line, widget in enumerate((head, *pair)):
                grid.addWidget(widget, line, column)
        around = QHBoxLayout()
        around.addLayout(grid)
        around.addStretch(1)
        return around

    def _days(self) -> QHBoxLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(20))
        grid.setVerticalSpacing(theme.px(2))
        for number, made in enumerate((self.birthday, *self.festivals.values())):
            grid.addWidget(made, number // DAYS_IN_ROW, number % DAYS_IN_ROW)
        row = QHBoxLayout()
        row.setSpacing(theme.px(12))
        row.addWidget(_label(tr("Greet on")), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(grid)
        row.addStretch(1)
        return row

    def _listen(self) -> None:
        for one in self._figures():
            one.valueChanged.connect(self._tell)
        for box in (self.birthday, self.gift, *self.festivals.values()):
            box.toggled.connect(self._tell)
        self.visitor.currentIndexChanged.connect(self._tell)

    def _figures(self) -> list[Figure]:
        days = [one for pair in self.cadences.values() for one in pair]
        return [*days, self.budget, self.discount, self.visits]

    def _tell(self, *_: object) -> None:
        self.rest.setText(
            tr("at least {rest} % of the price; more is for the supervisor to give", rest=100 - self.discount.value())
        )
        self.visits.setEnabled(self.visitor.currentData() != Visitor.NOBODY)
        if not self._showing:
            self.show_wrong("")
            self.changed.emit()

    def put(self, shown: Strategy) -> None:
        """Show this one."""
        self._showing = True
        for stage, (ideal, maximum) in self.cadences.items():
            ideal.setValue(shown.cadences[stage].ideal)
            maximum.setValue(shown.cadences[stage].maximum)
        self.birthday.setChecked(shown.care.birthday)
        for festival, box in self.festivals.items():
            box.setChecked(festival in shown.care.festivals)
        self.budget.setValue(int(shown.care.budget))
        self.gift.setChecked(shown.care.gift)
        self.discount.setValue(shown.discount)
        self.visitor.setCurrentIndex(self.visitor.findData(shown.visitor))
        self.visits.setValue(shown.visits)
        self._tell()
        self._showing = False
        self.show_wrong("")

    def taken(self) -> Strategy:
        """What stands in the form; where nobody visits, no visits are asked for."""
        visitor = Visitor(self.visitor.currentData())
        return Strategy(
            {stage: Cadence(ideal.value(), most.value()) for stage, (ideal, most) in self.cadences.items()},
            CarePlan(
                self.birthday.isChecked(),
                tuple(one for one, box in self.festivals.items() if box.isChecked()),
                Decimal(self.budget.value()),
                self.gift.isChecked(),
            ),
            self.discount.value(),
            visitor,
            0 if visitor is Visitor.NOBODY else self.visits.value(),
        )

    def show_wrong(self, what: str) -> None:
        """Mark the field a broken rule names behind its tier ("won.ideal", "visits"), and go there; "" for none."""
        named = {"budget": self.budget, "discount": self.discount, "visits": self.visits}
        for stage, (ideal, maximum) in self.cadences.items():
            named |= {f"{stage}.ideal": ideal, f"{stage}.maximum": maximum}
        for key, editor in named.items():
            mark_wrong(editor, key == what)
        if what in named:
            named[what].setFocus()
            named[what].selectAll()


def _label(text: str) -> QLabel:
    made = QLabel(text)
    made.setProperty("look", "label")
    made.setMinimumWidth(theme.px(112))
    return made


def _row(*widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(theme.px(12))
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    return row
