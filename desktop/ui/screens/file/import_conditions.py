"""Only some of the rows: conditions that must all hold; the others are left out."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from desktop.rules.figures import decimal_of, half_width
from desktop.rules.imports.conditions import Condition
from desktop.ui.kit import theme
from desktop.ui.kit.buttons import button, tool
from desktop.ui.kit.inputs import Choice, Line, mark_wrong
from desktop.ui.screens.file.import_run import ImportRun
from desktop.ui.words import current, tr
from desktop.words import N_

# (verb, negated, words, what must be given with it)
VERBS = (
    ("set", False, N_("is filled in"), ""),
    ("empty", False, N_("is empty"), ""),
    ("=", False, N_("is"), "text"),
    ("=", True, N_("is not"), "text"),
    ("starts", False, N_("begins with"), "text"),
    ("starts", True, N_("does not begin with"), "text"),
    (">", False, N_("is more than"), "number"),
    (">=", False, N_("is at least"), "number"),
    ("<", False, N_("is less than"), "number"),
    ("<=", False, N_("is at most"), "number"),
)


class ConditionLines(QWidget):
    """A line for each condition, and a button for one more."""

    def __init__(self, run: ImportRun) -> None:
        super().__init__()
        self.run = run
        self.lines: list[ConditionLine] = []
        self._of: tuple[object, ...] = ()
        self._box = QVBoxLayout()
        self._box.setSpacing(theme.px(4))
        self.add = button(tr("Only rows that…"), self._add, icon="filter", look="quiet")
        row = QHBoxLayout()
        row.addWidget(self.add)
        row.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.px(4))
        box.addLayout(self._box)
        box.addLayout(row)

    def put(self) -> None:
        """Show the conditions, unless they are the ones being written here."""
        now = (id(self.run.book), self.run.sheet_at, self.run.guess)  # a file read again is another one
        if self._of == now:
            return
        self._of = now
        for line in list(self.lines):
            self._drop(line)
        for condition in self.run.where:
            self._add(condition)

    def _add(self, condition: Condition | None = None) -> None:
        line = ConditionLine(self.run, self._box.count() == 0)
        self.lines.append(line)
        self._box.addWidget(line)
        if condition is not None:
            line.put(condition)
        line.edited.connect(self._take)
        line.dropped.connect(lambda: self._remove(line))
        line.column.setFocus()
        self._take()

    def _remove(self, line: ConditionLine) -> None:
        self._drop(line)
        self._take()

    def _drop(self, line: ConditionLine) -> None:
        self.lines.remove(line)
        self._box.removeWidget(line)
        line.hide()
        line.deleteLater()

    def _take(self) -> None:
        self.add.setText(tr("Another condition") if self.lines else tr("Only rows that…"))
        found = [line.condition() for line in self.lines]
        self.run.where = tuple(one for one in found if one is not None)
        self.run.trouble = "" if all(found) else tr("A condition is not finished: give what to compare with.")
        self.run.changed.emit()


class ConditionLine(QWidget):
    """Column, verb, and what to compare with."""

    edited = Signal()
    dropped = Signal()

    def __init__(self, run: ImportRun, first: bool) -> None:
        super().__init__()
        self._columns = {one.column_index: one.header for one in run.matches}
        self.column, self.verb = Choice(), Choice()
        self.value: QLineEdit = Line()
        self.value.setMaximumWidth(theme.px(220))
        self.value.setAccessibleName(tr("To compare with"))
        self.column.setAccessibleName(tr("Column"))
        self.verb.setAccessibleName(tr("Condition"))
        for index, header in self._columns.items():
            self.column.addItem(header or tr("column {number}", number=index + 1), index)
        for number, (_, _, words, _) in enumerate(VERBS):
            self.verb.addItem(current().text(words), number)
        self.column.setMinimumWidth(theme.px(200))
        self.verb.setMinimumWidth(theme.px(140))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        word = QLabel(tr("Only rows where") if first else tr("and"))
        word.setMinimumWidth(theme.px(96))
        row.addWidget(word)
        for widget in (self.column, self.verb, self.value):
            row.addWidget(widget)
        row.addWidget(tool("x", tr("Remove this condition"), self.dropped.emit))
        row.addStretch(1)
        self.column.activated.connect(lambda _: self.edited.emit())
        self.verb.activated.connect(lambda _: self._on_verb())
        self.value.textEdited.connect(lambda _: self.edited.emit())
        self._on_verb()

    def _on_verb(self) -> None:
        self.value.setVisible(bool(VERBS[self.verb.currentIndex()][3]))
        self.edited.emit()

    def put(self, condition: Condition) -> None:
        """Show a condition of a profile."""
        self.column.setCurrentIndex(list(self._columns).index(condition.index))
        mark = (condition.verb, condition.negated)
        self.verb.setCurrentIndex(next((n for n, verb in enumerate(VERBS) if verb[:2] == mark), 0))
        self.value.setText(condition.text or (f"{condition.number:g}" if VERBS[self.verb.currentIndex()][3] else ""))
        self._on_verb()

    def condition(self) -> Condition | None:
        """What is said here; None while it is not finished, marked at what is missing."""
        verb, negated, _, wanted = VERBS[self.verb.currentIndex()]
        index = int(self.column.currentData())
        column = self._columns[index] or str(index + 1)
        text = self.value.text().strip()
        number = decimal_of(half_width(text)) if wanted == "number" else None
        missing = (wanted == "text" and not text) or (wanted == "number" and number is None)
        mark_wrong(self.value, bool(missing and text))
        if missing:
            return None
        return Condition(column, index, verb, text if wanted == "text" else "", float(number or 0), negated)
