"""The editors of a form: each shows one value and gives one back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QRadioButton, QWidget

from desktop.ui.kit import theme
from desktop.ui.kit.buttons import tool
from desktop.ui.kit.fields import FormField, NotUnderstood, Option, Reading, option_text, plain, refusal, storable
from desktop.ui.kit.inputs import MOST_IN_LINE, Choice, Line, Lines, mark_wrong
from desktop.ui.kit.tips import plain_tip
from desktop.ui.words import current, tr


class Editor(QWidget):
    """What a Binder needs of an editor."""

    edited = Signal()
    refused = Signal(str)  # what was pasted was not taken: the sentence says why
    left_unread = Signal(str)  # left with a text that cannot be read: the sentence says why

    def __init__(self, what: FormField) -> None:
        super().__init__()
        self.what = what
        self.line = QHBoxLayout(self)
        self.line.setContentsMargins(0, 0, 0, 0)
        self.line.setSpacing(theme.px(6))

    def take_in(self, inner: QWidget) -> None:
        """Make `inner` the widget that is typed into: it carries the focus and the name for screen readers."""
        self.line.addWidget(inner, 1)
        self.setFocusProxy(inner)
        inner.setAccessibleName(current().text(self.what.title))
        if self.what.help:
            inner.setToolTip(plain_tip(current().text(self.what.help)))

    def add_unit(self) -> None:
        """Put the unit behind the field."""
        if self.what.unit:
            unit = QLabel(current().text(self.what.unit))
            unit.setProperty("look", "muted")
            self.line.addWidget(unit)

    def put(self, value: object) -> None:
        """Show a value; emits `edited` at most, the Binder takes no harm from it."""
        raise NotImplementedError

    def get(self) -> object:
        """The value typed; NotUnderstood with a sentence where it is none."""
        raise NotImplementedError

    def raw(self) -> object:
        """What stands in the field: as long as it is the same, the value put there is given back untouched."""
        raise NotImplementedError

    def trouble(self) -> str:
        """What is wrong already while one types, "" for nothing: a text too long or one no file can keep."""
        return ""

    def put_text(self, text: str) -> None:
        """Show a text that is no value, so that it can be corrected."""

    def set_wrong(self, wrong: bool) -> None:
        """Mark the field."""
        if (inner := self.focusProxy()) is not None:
            mark_wrong(inner, wrong)


class TextEditor(Editor):
    """One line of text."""

    def __init__(self, what: FormField) -> None:
        super().__init__(what)
        self.input = self.make_line()
        self.input.setPlaceholderText(current().text(what.help) if what.help else "")
        self.take_in(self.input)
        self.add_unit()
        self.input.textChanged.connect(lambda _: self.edited.emit())
        self.input.refused.connect(lambda count: self.refused.emit(refusal(count)))

    def put(self, value: object) -> None:
        self.input.put("" if value is None else str(value))

    def make_line(self) -> Line:
        """The line that is typed into."""
        return Line(limit=self.what.limit)

    def put_text(self, text: str) -> None:
        self.input.put(text)

    def get(self) -> object:
        return storable(self._typed(), self.what.limit) or self.what.blank

    def _typed(self) -> str:
        """Line breaks that came by pasting are blanks here."""
        text = self.input.written()
        return " ".join(text.splitlines()).strip() if len(text) <= MOST_IN_LINE else text

    def trouble(self) -> str:
        return _trouble(self._typed(), self.what.limit)

    def raw(self) -> object:
        return self.input.written()


def _trouble(text: str, limit: int) -> str:
    try:
        storable(text, limit)
    except NotUnderstood as problem:
        return str(problem)
    return ""


class ParsedEditor(TextEditor):
    """A line whose text is read by a function; leaving the field writes what was understood."""

    def __init__(self, what: FormField, read: Callable[[str], object], show: Callable[[object], str]) -> None:
        super().__init__(what)
        self._read, self._show = read, show
        self.input.editingFinished.connect(self._tidy)

    def put(self, value: object) -> None:
        self.input.put("" if value is None else self._show(value))

    def get(self) -> object:
        text = storable(self.input.text().strip())
        return self._read(text) if text else None

    def _tidy(self) -> None:
        try:
            value = self.get()
        except ValueError as problem:
            self.left_unread.emit(str(problem))
            return
        text = "" if value is None else self._show(value)
        if text != self.input.text():
            self.input.put(text)


def int_editor(what: FormField) -> ParsedEditor:
    """A whole number between `least` and `most`."""

    def read(text: str) -> int:
        try:
            number = int(plain(text).replace(",", ""))
        except ValueError:
            raise NotUnderstood(tr("“{text}” is not a whole number", text=text)) from None
        if what.least is not None and number < what.least:
            raise NotUnderstood(tr("At least {least}", least=what.least))
        if what.most is not None and number > what.most:
            raise NotUnderstood(tr("At most {most}", most=what.most))
        return number

    return ParsedEditor(what, read, str)


class LinesEditor(Editor):
    """Several lines of text."""

    def __init__(self, what: FormField) -> None:
        super().__init__(what)
        self.input = Lines(limit=what.limit, lines=what.lines)
        self.input.setPlaceholderText(current().text(what.help) if what.help else "")
        self.take_in(self.input)
        self.input.textChanged.connect(self.edited)
        self.input.refused.connect(lambda count: self.refused.emit(refusal(count)))

    def put(self, value: object) -> None:
        self.input.put("" if value is None else str(value))

    def get(self) -> object:
        return storable(self.input.written().strip(), self.what.limit) or self.what.blank

    def trouble(self) -> str:
        return _trouble(self.input.written().strip(), self.what.limit)

    def raw(self) -> object:
        return self.input.written()


class ChoiceEditor(Editor):
    """One of the options, or nothing. Values stay in a list of ours: Qt would give an enum back as a bare text."""

    def __init__(self, what: FormField) -> None:
        super().__init__(what)
        self.input = Choice()
        self.take_in(self.input)
        self.add_unit()
        if what.add is not None:
            self.add = tool("plus", current().text(what.add_tip), self._add)
            self.line.addWidget(self.add)
        self._values: list[object] = []
        self._fill(None)
        self.input.currentIndexChanged.connect(lambda _: self.edited.emit())

    def _fill(self, needed: object) -> None:
        options: list[Option] = list(self.what.choices())
        if not self.what.required and all(option.value is not None for option in options):
            options.insert(0, Option(None, ""))
        if all(option.value != needed for option in options):
            options.append(Option(needed, option_text(options, needed) if needed is not None else ""))
        self._values = [option.value for option in options]
        self.input.clear()
        for option in options:
            self.input.addItem(current().text(option.text) if option.text else "")

    def _add(self) -> None:
        made = self.what.add() if self.what.add is not None else None
        if made is not None:
            self.put(made.value)

    def put(self, value: object) -> None:
        was = self.input.blockSignals(True)
        self._fill(value)
        self.input.setCurrentIndex(self._values.index(value))
        self.input.blockSignals(was)
        self.edited.emit()

    def get(self) -> object:
        return self._values[self.input.currentIndex()]

    def raw(self) -> object:
        return self.get()


class YesNoEditor(Editor):
    """Yes, no, or not known: three buttons, because an empty box does not say which of the last two it means."""

    _ANSWERS = (True, False, None)

    def __init__(self, what: FormField) -> None:
        super().__init__(what)
        self._group = QButtonGroup(self)
        title = current().text(what.title)
        for number, text in enumerate((tr("Yes"), tr("No"), tr("Not known"))):
            button = QRadioButton(text)
            button.setAccessibleName(f"{title} {text}")
            self._group.addButton(button, number)
            self.line.addWidget(button)
        self.line.addStretch(1)
        self.setFocusProxy(self._group.button(0))
        self._group.idToggled.connect(lambda _, on: self.edited.emit() if on else None)

    def put(self, value: object) -> None:
        self._group.button(self._ANSWERS.index(None if value is None else bool(value))).setChecked(True)

    def get(self) -> object:
        return self._ANSWERS[self._group.checkedId()] if self._group.checkedId() >= 0 else None

    def raw(self) -> object:
        return self.get()


def editor_for(what: FormField, reading: Reading) -> Editor:
    """The editor of a field's kind."""
    from desktop.ui.kit.date_editor import DateEditor
    from desktop.ui.kit.entry_editor import EntryEditor
    from desktop.ui.kit.masked import MaskedEditor
    from desktop.ui.kit.pick_editors import ChoicesEditor, NamedEditor
    from desktop.ui.kit.suggesting import SuggestingEditor

    makers: dict[str, Callable[[], Editor]] = {
        "text": lambda: TextEditor(what),
        "lines": lambda: LinesEditor(what),
        "choice": lambda: ChoiceEditor(what),
        "yes_no": lambda: YesNoEditor(what),
        "int": lambda: int_editor(what),
        "money": lambda: ParsedEditor(what, reading.read_money, reading.show_money),  # type: ignore[arg-type]
        "date": lambda: DateEditor(what, reading),
        "entries": lambda: EntryEditor(what),
        "suggested": lambda: SuggestingEditor(what),
        "masked": lambda: MaskedEditor(what),
        "parsed": lambda: ParsedEditor(what, what.read, what.show or str),
        "choices": lambda: ChoicesEditor(what),
        "named": lambda: NamedEditor(what),
        "made": lambda: _made(what, reading),
    }
    return makers[what.kind]()


def _made(what: FormField, reading: Reading) -> Editor:
    assert what.make is not None, f"nobody makes the editor of {what.key}"
    made = what.make(what, reading)
    assert isinstance(made, Editor)
    return made
