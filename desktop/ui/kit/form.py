"""A part of a card: read as text, edited in place."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any, Generic

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QMenu, QWidget

from desktop.ui.kit import icons, theme
from desktop.ui.kit.binder import Binder, Draft, Unreadable
from desktop.ui.kit.editors import Editor
from desktop.ui.kit.fields import FormField, Reading, Remark
from desktop.ui.kit.form_cell import FormCell
from desktop.ui.kit.inputs import composing
from desktop.ui.words import tr

_FOLD = 560  # px at 100 %: narrower than this, two columns become one


class Form(QWidget, Generic[Draft]):
    """The fields of one draft in one or two columns. `put` shows it, `edit` flips between reading and editing.

    The signals only ask: whoever owns the form decides, keeps `taken()`, and flips it back.
    """

    edit_requested = Signal(str)  # the field to begin with, "" for the first
    save_requested = Signal()
    cancel_requested = Signal()
    dirty_changed = Signal(bool)
    history_wanted = Signal(str)  # of a field; the right click offers it where `tells_history`

    def __init__(
        self,
        fields: Sequence[FormField],
        reading: Reading | None = None,
        columns: int = 2,
        as_written: Collection[str] = (),
    ) -> None:
        """`as_written`: fields whose text may be kept though it cannot be read (see `unclear`)."""
        super().__init__()
        self._fields, self._reading = tuple(fields), reading or Reading()
        self._most, self._columns = columns, 0
        self._cells = {what.key: FormCell(what, self._reading) for what in self._fields}
        self._binder: Binder[Draft] | None = None
        self._draft: Draft | None = None
        self._editing = False
        self.tells_history = False
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.px(8))
        self._grid.setVerticalSpacing(0)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._unclear: Mapping[str, str] = {}
        for key, cell in self._cells.items():
            cell.may_keep = key in as_written
            cell.view.edit_requested.connect(lambda key=key: self._ask_to_edit(key))
            cell.as_written_wanted.connect(lambda key=key: self.keep_as_written(key))
        self._lay_out(columns)

    # What is shown

    @property
    def draft(self) -> Draft:
        """The draft as it was put."""
        assert self._draft is not None, "nothing put yet"
        return self._draft

    def put(self, draft: Draft, unclear: Mapping[str, str] | None = None) -> None:
        """Show `draft`; what was typed before is gone. `unclear` has the texts that were kept in place of values."""
        self._draft = draft
        self._unclear = {key: text for key, text in (unclear or {}).items() if key in self._cells}
        for key, cell in self._cells.items():
            cell.put(getattr(draft, key), self._unclear.get(key, ""))
        if self._binder is not None:
            self._binder.show(draft, self._unclear)
        self.clear_errors()  # what was there before is no fault of the typist

    def watch(self, field: str, remark: Callable[[Any], Remark | None]) -> None:
        """Let `remark` say something under a field: asked with its value when it is shown, and with each key."""
        if field in self._cells:
            self._cells[field].watch = remark

    def has(self, field: str) -> bool:
        """Whether the form has a field."""
        return field in self._cells

    def look_again(self, field: str) -> None:
        """Say anew what is to be said of a field."""
        self._cells[field].look_again()

    def fill(self, field: str, value: object) -> None:
        """Put a value into an editor, as if it had been typed. Only after `edit`."""
        self.editor(field).put(value)
        self._cells[field].look_again()

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
                self._binder.show(self._draft, self._unclear)
            self.clear_errors()
            for key, cell in self._cells.items():
                cell.flip(on)
                if not on and self._draft is not None:
                    cell.put(getattr(self._draft, key), self._unclear.get(key, ""))
                elif key in self._unclear:
                    cell.say_as_written()
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
                self._cells[key].show_error(sentence, unread=True)
            self.focus(next(iter(problem.fields)))
            raise
        return taken

    @property
    def dirty(self) -> bool:
        """Whether keeping the form would change anything."""
        return self._editing and self._binder is not None and self._binder.dirty

    @property
    def unclear(self) -> dict[str, str]:
        """The texts that are to be kept though they are no values, by field."""
        if self._binder is None or not self._editing:
            return dict(self._unclear)
        return self._binder.unclear()

    def keep_as_written(self, field: str) -> None:
        """Take the text that stands in a field as it is: no value, but not lost."""
        if self._binder is not None and not self.editor(field).trouble():
            self._binder.keep_as_written(field)
            self._cells[field].say_as_written()

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

    # The right click

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        key = "" if self._editing else self._key_at(event.pos())
        menu = self.field_menu(key, self.childAt(event.pos())) if key else None
        if menu is None or menu.isEmpty():
            super().contextMenuEvent(event)
            return
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def field_menu(self, key: str, under: QWidget | None = None) -> QMenu:
        """The menu of a field that is read; `under` is what the mouse points at."""
        menu = QMenu(self)
        text = (under.selectedText() or under.text()) if isinstance(under, QLabel) else ""
        if text:
            icons.put(menu.addAction(tr("Copy"), lambda: QGuiApplication.clipboard().setText(text)), "copy")
        if self.tells_history:
            icons.put(menu.addAction(tr("History of this field"), lambda: self.history_wanted.emit(key)), "history")
        return menu

    def _key_at(self, place: QPoint) -> str:
        cells = self._cells.items()
        return next((k for k, c in cells if c.geometry().contains(place) or c.label.geometry().contains(place)), "")

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
