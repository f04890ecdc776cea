"""Editors of what is picked from a list: several options at once, or one name that may also be typed freely."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent, QMouseEvent, QPaintEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QComboBox, QCompleter, QStyle, QStyleOptionComboBox, QStylePainter, QWidget

from desktop.ui.kit.editors import Editor
from desktop.ui.kit.fields import FormField, Option, Pick, in_one_line
from desktop.ui.kit.inputs import Choice, Line
from desktop.ui.words import current

_OPENS = {Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_F4, Qt.Key.Key_Return, Qt.Key.Key_Enter}
_CLOSES = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape}


class Checklist(Choice):
    """A box whose list has a tick for each line; it stays open while ticks are set, and shows what is ticked."""

    ticked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items = QStandardItemModel(self)
        self.setModel(self._items)
        self.view().installEventFilter(self)
        self.view().viewport().installEventFilter(self)

    def put(self, lines: list[tuple[str, bool]]) -> None:
        """Show these lines, each ticked or not."""
        self._items.clear()
        for text, on in lines:
            item = QStandardItem(text)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsSelectable)
            item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
            self._items.appendRow(item)
        self._tell()

    def marks(self) -> list[bool]:
        """Which lines are ticked."""
        rows = range(self._items.rowCount())
        return [self._items.item(row).checkState() is Qt.CheckState.Checked for row in rows]

    def shown(self) -> str:
        """What is ticked, in one line."""
        marks = enumerate(self.marks())
        return in_one_line(self._items.item(row).text() for row, on in marks if on)

    def tick(self, row: int) -> None:
        """Set the tick of a line, or take it away."""
        self._toggle(self._items.index(row, 0))

    def _toggle(self, index: QModelIndex | QPersistentModelIndex) -> None:
        item = self._items.item(index.row())
        if item is not None:
            on = item.checkState() is Qt.CheckState.Checked
            item.setCheckState(Qt.CheckState.Unchecked if on else Qt.CheckState.Checked)
            self._tell()
            self.ticked.emit()

    def _tell(self) -> None:
        self.setToolTip("\n".join(text for text in [self.shown()] if "<" not in text))
        self.setAccessibleDescription(self.shown())
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.view().viewport() and isinstance(event, QMouseEvent):
            if event.type() == QEvent.Type.MouseButtonRelease:
                self._toggle(self.view().indexAt(event.position().toPoint()))
                return True
        elif watched is self.view() and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Space:
                self._toggle(self.view().currentIndex())
                return True
            if event.key() in _CLOSES:
                self.hidePopup()
                return True
        return bool(super().eventFilter(watched, event))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _OPENS and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.showPopup()
        else:
            event.ignore()  # letters would jump to a line, and a form has its own use for the other keys

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QStylePainter(self)
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        option.currentIcon = QIcon()  # type: ignore[attr-defined]
        room = self.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, self
        )
        text = self.fontMetrics().elidedText(self.shown(), Qt.TextElideMode.ElideRight, max(0, room.width() - 4))
        option.currentText = text  # type: ignore[attr-defined]
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)


class ChoicesEditor(Editor):
    """Several of the options, as a tuple of their values in the order of the options."""

    def __init__(self, what: FormField) -> None:
        super().__init__(what)
        self.input = Checklist()
        self.take_in(self.input)
        self._values: list[object] = []
        self.input.ticked.connect(self.edited)
        self.put(())

    def put(self, value: object) -> None:
        chosen = value if isinstance(value, tuple) else ()
        options = list(self.what.choices())
        # What is no option any more is still shown, so that nothing vanishes from the card unseen.
        options += [Option(one, str(one)) for one in chosen if all(option.value != one for option in options)]
        self._values = [option.value for option in options]
        self.input.put([(current().text(option.text), option.value in chosen) for option in options])
        self.edited.emit()

    def get(self) -> object:
        pairs = zip(self._values, self.input.marks(), strict=True)
        return tuple(value for value, on in pairs if on) or None

    def raw(self) -> object:
        return self.get()


class NamedEditor(Editor):
    """A Pick: one of the options (whose values are Picks), or a name typed freely."""

    def __init__(self, what: FormField) -> None:
        super().__init__(what)
        self.input = QComboBox()
        self.input.setEditable(True)
        self.input.setLineEdit(Line())
        self.input.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.input.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.input.setMinimumContentsLength(4)
        self.input.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        completer = self.input.completer()
        if completer is not None:
            completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.take_in(self.input)
        self._picks: list[Pick] = []
        self.input.editTextChanged.connect(lambda _: self.edited.emit())

    def put(self, value: object) -> None:
        self._picks = [option.value for option in self.what.choices() if isinstance(option.value, Pick)]
        if isinstance(value, Pick) and value.id is not None and value not in self._picks:
            self._picks.append(value)
        self.input.clear()
        for pick in self._picks:
            self.input.addItem(pick.text)
        number = self._picks.index(value) if isinstance(value, Pick) and value in self._picks else -1
        self.input.setCurrentIndex(number)
        self.input.setEditText(value.text if isinstance(value, Pick) else "")
        self.edited.emit()

    def get(self) -> object:
        text = self.input.currentText().strip()
        at = self.input.currentIndex()
        if 0 <= at < len(self._picks) and self._picks[at].text == text:  # of two of one name the one that was chosen
            return self._picks[at]
        known = next((pick for pick in self._picks if pick.text == text), None)
        return known or (Pick(None, text) if text else None)

    def raw(self) -> object:
        return self.get()
