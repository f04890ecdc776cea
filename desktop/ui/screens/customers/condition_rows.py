"""One condition as a line: which field, what is asked of it, and the value that belongs to it."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QWidget

from db.conditions import CUSTOM, ME, MOST_DAYS, Condition, Op, Value, Within
from desktop.rules.condition_words import op_title
from desktop.rules.conditions import FIRST, LONGEST_TEXT, OPS, Asked, Kind, Needs, fault_of, needs
from desktop.rules.labels import word
from desktop.services.views import OfficeWords
from desktop.ui.kit import theme
from desktop.ui.kit.buttons import tool
from desktop.ui.kit.editors import Editor, editor_for
from desktop.ui.kit.fields import FormField, NotUnderstood, Option, Reading, plain
from desktop.ui.kit.inputs import Choice
from desktop.ui.words import current, tr
from desktop.words import N_


def field_options(office: OfficeWords) -> list[tuple[str, str]]:
    """(key, name) of all fields that can be asked, "" for a line between those of one sort and the next."""
    first = {one.key for one in FIRST}
    sorts: list[list[tuple[str, str]]] = [[], [], []]
    for key, field in office.fields.items():
        place = 0 if key in first else 1 if key.startswith(CUSTOM) else 2
        sorts[place].append((key, current().text(field.title)))
    return [line for group in sorts if group for line in [*group, ("", "")]][:-1]


def options_for(field: Asked, office: OfficeWords) -> list[Option]:
    """What can be chosen for a field; whoever looks is among the people."""
    if field.words is not None:
        return [Option(member.value, word(member)) for member in field.words]
    found = [Option(value, name) for value, name in office.choices(field)]
    return [Option(ME, N_("me")), *found] if field.kind is Kind.PEOPLE else found


def _decimal(text: str) -> Decimal:
    try:
        number = Decimal(plain(text).replace(",", ""))
    except InvalidOperation:
        number = Decimal("NaN")
    if not number.is_finite() or abs(number) >= Decimal(10) ** 13:
        raise NotUnderstood(tr("“{text}” is not a number", text=text))
    return number


class ValueEditor(QWidget):
    """What belongs to an operator; `value` is None where nothing does, NotUnderstood where it cannot be read."""

    edited = Signal()

    def __init__(self, field: Asked, wanted: Needs, office: OfficeWords, reading: Reading) -> None:
        super().__init__()
        self._wanted = wanted
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(4))
        self.parts: list[Editor] = [editor_for(one, reading) for one in _declared(field, wanted, office)]
        for part in self.parts:
            row.addWidget(part, 1)
            part.edited.connect(self.edited)
        if not self.parts:
            row.addStretch(1)

    def put(self, value: Value) -> None:
        """Show a value."""
        if isinstance(value, Within):
            self.parts[0].put(value.amount)
            self.parts[1].put(value.days)
        elif self.parts:
            self.parts[0].put(value)

    def value(self) -> Value:
        """The value typed."""
        if not self.parts:
            return None
        typed: list[Any] = [part.get() for part in self.parts]
        if self._wanted is Needs.WITHIN:
            return Within(*typed) if None not in typed else None
        answer: Value = typed[0] if typed[0] != "" else None
        return answer

    def set_wrong(self, wrong: bool) -> None:
        """Mark it as not understood."""
        for part in self.parts:
            part.set_wrong(wrong)


def _declared(field: Asked, wanted: Needs, office: OfficeWords) -> list[FormField]:
    value, days = N_("Value"), FormField("days", N_("Days"), "int", unit=N_("days"), least=0, most=MOST_DAYS)
    return {
        Needs.NOTHING: [],
        Needs.TEXT: [FormField("value", value, limit=LONGEST_TEXT)],
        Needs.CHOICE: [FormField("value", value, "choices", options=options_for(field, office))],
        Needs.DAYS: [days],
        Needs.NUMBER: [FormField("value", value, "int")],
        Needs.PERCENT: [FormField("value", value, "int", unit="%", least=0, most=100)],
        Needs.MONEY: [FormField("value", value, "money")],
        Needs.DECIMAL: [FormField("value", value, "parsed", read=_decimal)],
        Needs.DAY: [FormField("value", value, "date")],
        Needs.WITHIN: [FormField("value", value, "money"), days],
    }[wanted]


class ConditionRow(QWidget):
    """`edited` after each change, `dropped` when its cross was pressed."""

    edited = Signal()
    dropped = Signal()

    def __init__(self, office: OfficeWords, reading: Reading, asked: Condition) -> None:
        super().__init__()
        self._office, self._reading = office, reading
        self._keys: list[str] = []
        self._ops: list[Op] = []
        self.field = self._box(tr("Field"))
        self.field.setEditable(True)  # so many fields are found by typing a part of a name
        self.field.setInsertPolicy(Choice.InsertPolicy.NoInsert)
        completer = self.field.completer()
        if completer is not None:
            completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.field.setMaxVisibleItems(22)
        for key, name in field_options(office):
            self._keys.append(key)
            if key:
                self.field.addItem(name)
            else:
                self.field.insertSeparator(self.field.count())
        self.op = self._box(tr("Operator"))
        self.line = QHBoxLayout(self)
        self.line.setContentsMargins(0, 0, 0, 0)
        self.line.setSpacing(theme.px(4))
        self.line.addWidget(self.field, 5)
        self.line.addWidget(self.op, 5)
        self.value = QWidget()
        self.line.addWidget(self.value, 6)
        self.line.addWidget(tool("x", tr("Remove this condition"), self.dropped.emit))
        self._put(asked)
        self.field.currentIndexChanged.connect(lambda _: self._other_field())
        self.op.currentIndexChanged.connect(lambda _: self._other_op())

    def _box(self, name: str) -> Choice:
        box = Choice()
        box.setAccessibleName(name)
        box.setMinimumContentsLength(5)
        return box

    @property
    def asked(self) -> Asked:
        """The field chosen."""
        return self._office.fields[self._keys[max(self.field.currentIndex(), 0)]]

    def _put(self, asked: Condition) -> None:
        self.field.setCurrentIndex(self._keys.index(asked.field))
        self._offer(asked.op)
        self._make_value()
        if isinstance(self.value, ValueEditor) and asked.value is not None:
            self.value.put(asked.value)

    def _offer(self, wanted: Op | None) -> None:
        kind = self.asked.kind
        self._ops = list(OPS[kind])
        was = self.op.blockSignals(True)
        self.op.clear()
        for op in self._ops:
            self.op.addItem(current().text(op_title(kind, op)))
        self.op.setCurrentIndex(self._ops.index(wanted) if wanted in self._ops else 0)
        self.op.blockSignals(was)
        self.op.setToolTip(self.op.currentText())

    def _make_value(self) -> None:
        wanted = needs(self.asked.kind, self._ops[self.op.currentIndex()])
        made = ValueEditor(self.asked, wanted, self._office, self._reading)
        made.edited.connect(self.edited)
        self.line.replaceWidget(self.value, made)
        self.value.hide()
        self.value.deleteLater()
        self.value = made
        self.setTabOrder(self.op, made)

    def _other_field(self) -> None:
        if self.field.currentIndex() >= 0 and self._keys[self.field.currentIndex()]:
            self._offer(None)
            self._other_op()

    def _other_op(self) -> None:
        self.op.setToolTip(self.op.currentText())
        self._make_value()
        self.edited.emit()

    def condition(self) -> Condition | None:
        """What is asked here; None while the value is missing or cannot be read, which is marked."""
        assert isinstance(self.value, ValueEditor)
        try:
            found = Condition(self.asked.key, self._ops[self.op.currentIndex()], self.value.value())
        except ValueError:
            self.value.set_wrong(True)
            return None
        self.value.set_wrong(False)
        return None if fault_of(found, self._office.fields) else found
