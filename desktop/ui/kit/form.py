"""A part of a card: read as text, edited in place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from desktop.ui.kit import theme
from desktop.ui.kit.binder import Binder, Draft, Unreadable
from desktop.ui.kit.editors import Editor, editor_for
from desktop.ui.kit.field_view import FieldView
from desktop.ui.kit.fields import FormField, Reading
from desktop.ui.kit.inputs import composing
from desktop.ui.kit.tips import plain_tip
from desktop.ui.words import current, tr

_FOLD = 560  # px at 100 %: narrower than this, two columns become one
_LABEL = 112  # px at 100 %: longer labels wrap


class Form(QWidget, Generic[Draft]):
    """The fields of one draft in one or two columns. `put` shows it, `edit` flips between reading and editing.

    The signals only ask: whoever owns the form decides, keeps `taken()`, and flips it back.
    """

    edit_requested = Signal(str)  # the field to begin with, "" for the first
    save_requested = Signal()
    cancel_requested = Signal()
    dirty_changed = Signal(bool)

    def __init__(self, fields: Sequence[FormField], reading: Reading | None = None, columns: int = 2) -> None:
        super().__init__()
        self._fields, self._reading = tuple(fields), reading or Reading()
        self._most, self._columns = columns, 0
        self._cells = {what.key: _Cell(what, self._reading) for what in self._fields}
        self._binder: Binder[Draft] | None = None
        self._draft: Draft | None = None
        self._editing = False
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.px(8))
        self._grid.setVerticalSpacing(0)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        for key, cell in self._cells.items():
            cell.view.edit_requested.connect(lambda key=key: self._ask_to_edit(key))
        self._lay_out(columns)

    # What is shown

    @property
    def draft(self) -> Draft:
        """The draft as it was put."""
        assert self._draft is not None, "nothing put yet"
        return self._draft

    def put(self, draft: Draft) -> None:
        """Show `draft`; what was typed before is gone."""
        self._draft = draft
        self.clear_errors()
        for key, cell in self._cells.items():
            cell.view.put(getattr(draft, key))
        if self._binder is not None:
            self._binder.show(draft)

    @property
    def editing(self) -> bool:
        """Whether the fields are editors now."""
        return self._editing

    def edit(self, on: bool = True, field: str = "") -> None:
        """Turn the values into editors (the cursor in `field`), or back into text, which drops what was typed."""
        if on and self._binder is None:
            self._make_editors()
        if on != self._editing:
            self._editing = on
            if self._binder is not None and self._draft is not None:
                self._binder.show(self._draft)
            self.clear_errors()
            for cell in self._cells.values():
                cell.flip(on)
            self.setFocusPolicy(Qt.FocusPolicy.NoFocus if on else Qt.FocusPolicy.StrongFocus)
        if on:
            self.focus(field)

    def _make_editors(self) -> None:
        """Built when first needed: a card is read a hundred times for once that it is edited."""
        editors = {key: cell.make_editor() for key, cell in self._cells.items() if not cell.what.read_only}
        binder: Binder[Draft] = Binder(editors, self)
        binder.dirty_changed.connect(self.dirty_changed)
        self._binder = binder
        before: QWidget = self
        for editor in editors.values():
            QWidget.setTabOrder(before, editor)
            before = editor

    # What was typed

    def taken(self) -> Draft:
        """The draft with what was typed. Marks what cannot be read at its field and raises Unreadable."""
        if self._binder is None or not self._editing:
            return self.draft
        self.clear_errors()
        try:
            taken = self._binder.taken()
        except Unreadable as problem:
            for key, sentence in problem.fields.items():
                self.show_error(key, sentence)
            self.focus(next(iter(problem.fields)))
            raise
        return taken

    @property
    def dirty(self) -> bool:
        """Whether keeping the form would change anything."""
        return self._editing and self._binder is not None and self._binder.dirty

    def show_error(self, field: str, sentence: str) -> bool:
        """Say at its field what is wrong; False if this form has no such field."""
        cell = self._cells.get(field)
        if cell is None:
            return False
        cell.show_error(sentence)
        return True

    def clear_errors(self) -> None:
        """Take all marks away."""
        for cell in self._cells.values():
            cell.show_error("")

    def show_row(self, field: str, shown: bool) -> None:
        """Show a row of the form, or leave it out where it says nothing."""
        self._cells[field].label.setVisible(shown)
        self._cells[field].setVisible(shown)

    def focus(self, field: str = "") -> None:
        """Put the cursor into a field, the first for ""."""
        editors = [cell.editor for key, cell in self._cells.items() if cell.editor and field in ("", key)]
        if editors:
            editors[0].setFocus()

    def editor(self, field: str) -> Editor:
        """The editor of a field, for what a screen adds to it. Only after `edit`."""
        editor = self._cells[field].editor
        assert editor is not None, "not edited yet"
        return editor

    # The keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # As key presses the fields had no use for, not as shortcuts: an unfinished composition keeps its keys.
        if composing():
            event.ignore()
        elif not self._editing and event.key() == Qt.Key.Key_F2:
            self._ask_to_edit("")
        elif self._editing and event.matches(QKeySequence.StandardKey.Save):
            self.save_requested.emit()
        elif self._editing and event.key() == Qt.Key.Key_Escape:
            self.cancel_requested.emit()
        else:
            super().keyPressEvent(event)

    def _ask_to_edit(self, key: str) -> None:
        if not self._editing:
            self.edit_requested.emit(key)

    # Where it stands

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out(1 if self.width() < theme.px(_FOLD) else self._most)

    def _lay_out(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        row = column = 0
        for cell in self._cells.values():
            span = min(cell.what.span, columns)
            if column + span > columns:
                row, column = row + 1, 0
            # The blank between two columns belongs to the label of the second, so that the last field ends flush right.
            cell.indent(theme.px(16) if column else 0)
            self._grid.addWidget(cell.label, row, column * 2, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(cell, row, column * 2 + 1, 1, span * 2 - 1)
            column += span
        for number in range(self._most):
            self._grid.setColumnStretch(number * 2 + 1, 1 if number < columns else 0)
        self._grid.setRowStretch(len(self._fields), 1)  # what room is left goes below the last row


class _Title(QLabel):
    """The name of a field. Its least height is one line; how many it takes follows from its width."""

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self.fontMetrics().lineSpacing())


class _Cell(QWidget):
    """The value of one field, its editor once there is one, and the sentence of its error."""

    def __init__(self, what: FormField, reading: Reading) -> None:
        super().__init__()
        self.what, self._reading = what, reading
        self.editor: Editor | None = None
        self.label = _Title()
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self._entitle(current().text(what.title))
        self.label.setProperty("look", "label")
        self.label.setWordWrap(True)
        self._top = theme.px(4)
        self.indent(0)
        self.label.setToolTip(plain_tip(current().text(what.help)) if what.help else "")
        self.view = FieldView(what, reading)
        self._error = QLabel()
        self._error.setProperty("look", "error")
        self._error.setWordWrap(True)
        self._error.setTextFormat(Qt.TextFormat.PlainText)
        self._error.hide()
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(theme.px(2))
        self._box.addWidget(self.view)
        self._box.addWidget(self._error)
        self._box.addStretch(1)

    def _entitle(self, title: str) -> None:
        """Put the title on the label; with an editor beside it, an "&" would else be taken for a key."""
        self.label.setText(title.replace("&", "&&") if self.editor is not None else title)

    def indent(self, left: int) -> None:
        """Let the label begin `left` pixels to the right."""
        self.label.setFixedWidth(theme.px(_LABEL) + left)
        self.label.setContentsMargins(left, self._top, 0, theme.px(4))

    @property
    def _may_be_missing(self) -> bool:
        """Whether the user can leave out what is required; a choice without a blank always has its value."""
        return self.what.required and self.what.kind != "choice"

    def make_editor(self) -> Editor:
        """Build the editor."""
        self.editor = editor_for(self.what, self._reading)
        self.editor.hide()
        self.editor.edited.connect(lambda: self.show_error(""))
        self._entitle(current().text(self.what.title))
        self.label.setBuddy(self.editor)
        self._box.insertWidget(0, self.editor)
        return self.editor

    def flip(self, editing: bool) -> None:
        """Show the editor instead of the text, or the text again."""
        if self.editor is not None:
            self.editor.setVisible(editing)
            self.view.setVisible(not editing)
            around = theme.px(2) if editing else 0
            self._box.setContentsMargins(0, around, 0, around)
            self._top = theme.px(4) + around + around // 2
            self.indent(self.label.contentsMargins().left())
            title = current().text(self.what.title)
            self._entitle(tr("{title} *", title=title) if editing and self._may_be_missing else title)

    def show_error(self, sentence: str) -> None:
        """Say what is wrong with the field; "" for nothing."""
        if sentence == self._error.text():
            return
        self._error.setText(sentence)
        self._error.setVisible(bool(sentence))
        if self.editor is not None:
            self.editor.set_wrong(bool(sentence))
            if (inner := self.editor.focusProxy()) is not None:
                inner.setAccessibleDescription(sentence)
