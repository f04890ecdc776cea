"""A list of numbers: phones, accounts, addresses on the net; one line each."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from desktop.ui.kit import icons, theme
from desktop.ui.kit.editors import ChoiceEditor, Editor
from desktop.ui.kit.fields import Entry, FormField, NotUnderstood, refusal, storable
from desktop.ui.kit.inputs import Line, mark_wrong
from desktop.ui.words import current, tr


class EntryEditor(Editor):
    """Edits a tuple of Entry; lines left empty are dropped."""

    def __init__(self, what: FormField) -> None:
        super().__init__(what)
        self._lines: list[_EntryLine] = []
        self._box = QVBoxLayout()
        self._box.setSpacing(theme.px(4))
        self.line.addLayout(self._box, 1)
        self.add = QPushButton(tr("Add a line"))
        self.add.setProperty("look", "quiet")
        icons.put(self.add, "plus", "link")
        self.add.clicked.connect(self._add_blank)
        row = QHBoxLayout()
        row.addWidget(self.add)
        row.addStretch(1)
        self._box.addLayout(row)
        self.setFocusProxy(self.add)

    def _first_kind(self) -> object:
        options = self.what.choices()
        return options[0].value if options else None

    def _add_blank(self) -> None:
        self._append(Entry(self._first_kind(), "")).value.setFocus()

    def _append(self, entry: Entry) -> _EntryLine:
        line = _EntryLine(self.what, entry)
        line.edited.connect(self.edited)
        line.dropped.connect(lambda: self._drop(line))
        line.refused.connect(self.refused)
        self._lines.append(line)
        self._box.insertWidget(self._box.count() - 1, line)
        self.edited.emit()
        return line

    def _drop(self, line: _EntryLine) -> None:
        self._lines.remove(line)
        line.hide()
        line.deleteLater()
        self.edited.emit()

    def put(self, value: object) -> None:
        for line in list(self._lines):
            self._drop(line)
        for entry in value if isinstance(value, tuple) else ():
            self._append(entry)

    def get(self) -> object:
        for line in self._lines:
            line.check()
        return self.raw()

    def trouble(self) -> str:
        try:
            self.get()
        except NotUnderstood as problem:
            return str(problem)
        return ""

    def raw(self) -> object:
        return tuple(entry for entry in (line.entry() for line in self._lines) if entry.value)

    def set_wrong(self, wrong: bool) -> None:
        for line in self._lines:
            mark_wrong(line.value, wrong)


class _EntryLine(QWidget):
    edited, dropped, refused = Signal(), Signal(), Signal(str)

    def __init__(self, what: FormField, entry: Entry) -> None:
        super().__init__()
        self._before = entry
        self._id, self._kind_kept = entry.id, entry.kind
        title = current().text(what.title)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(4))
        self._kind: ChoiceEditor | None = None
        if what.choices():
            self._kind = ChoiceEditor(FormField("kind", what.title, "choice", options=what.options, required=True))
            self._kind.setFixedWidth(theme.px(104))
            self._kind.put(entry.kind)
            self._kind.edited.connect(self.edited)
            row.addWidget(self._kind)
        self.value = Line(limit=what.limit)
        self.value.put(entry.value)
        self.value.setAccessibleName(title)
        self._label = Line(limit=40)
        self._label.put(entry.label)
        self._label.setPlaceholderText(tr("Whose, when"))
        self._label.setAccessibleName(tr("Note on {field}", field=title))
        drop = QToolButton()
        icons.put(drop, "x")
        drop.setToolTip(tr("Remove this line"))
        drop.setAccessibleName(tr("Remove this line"))
        drop.clicked.connect(self.dropped)
        row.addWidget(self.value, 3)
        row.addWidget(self._label, 2)
        row.addWidget(drop)
        for line in (self.value, self._label):
            line.textChanged.connect(lambda _: self.edited.emit())
            line.refused.connect(lambda count: self.refused.emit(refusal(count)))

    def entry(self) -> Entry:
        kind = self._kind.get() if self._kind else self._kind_kept
        return Entry(kind, self.value.written().strip(), self._label.written().strip(), self._id)

    def check(self) -> None:
        """NotUnderstood, if what was typed here is too long or no file can keep it."""
        entry = self.entry()
        if entry.value != self._before.value:
            storable(entry.value, self.value.limit)
        if entry.label != self._before.label:
            storable(entry.label, self._label.limit)
