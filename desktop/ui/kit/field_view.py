"""How a value looks when it is read."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QEnterEvent, QGuiApplication, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from desktop.rules.texts import one_line, several_lines
from desktop.ui.kit import icons, theme
from desktop.ui.kit.empty import Picture
from desktop.ui.kit.fields import Entry, FormField, Reading, option_text
from desktop.ui.kit.labels import ElidedLabel
from desktop.ui.words import current, tr

SHOWN_FOR = 20_000  # milliseconds that a masked value is shown on demand


class ValueLabel(QLabel):
    """A value as text: can be selected, wraps, says “—” quietly when empty; a double click asks to edit."""

    edit_requested = Signal()

    def __init__(self, text: str = "") -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        # A long address without a blank must not push the other column out of the window.
        self.setMinimumWidth(theme.px(40))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.say(text)

    def minimumSizeHint(self) -> QSize:
        # One line: Qt would answer with the height of a column one word wide, and every page would scroll.
        return QSize(super().minimumSizeHint().width(), self.fontMetrics().lineSpacing())

    def say(self, text: str) -> None:
        """Show `text`, of a very long one the beginning."""
        self.setText(several_lines(text) or "—")
        theme.set_look(self, "" if text else "muted")

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        super().mouseDoubleClickEvent(event)
        self.edit_requested.emit()


class _OneLine(ElidedLabel):
    """A value that is never broken: where the room is short it ends in “…” and its tip has the whole."""

    edit_requested = Signal()

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Minimum)
        self.setMinimumWidth(theme.px(40))
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        super().mouseDoubleClickEvent(event)
        self.edit_requested.emit()


class CopyLine(QWidget):
    """A value with a copy button that shows itself when the mouse comes near."""

    edit_requested = Signal()

    def __init__(self, text: str, bare: str = "", note: str = "") -> None:
        """`bare` is what is copied (a phone without blanks), `note` is said quietly behind the value."""
        super().__init__()
        self._bare = bare or text
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(6))
        self.value = _OneLine(text)
        self.value.edit_requested.connect(self.edit_requested)
        row.addWidget(self.value)
        if note:
            quiet = QLabel(note)
            quiet.setTextFormat(Qt.TextFormat.PlainText)
            quiet.setProperty("look", "small")
            row.addWidget(quiet)
        self.button = QToolButton()
        icons.put(self.button, "copy", size=14)
        self.button.setFixedSize(QSize(theme.px(22), theme.px(22)))
        self.button.setToolTip(tr("Copy"))
        self.button.setAccessibleName(tr("Copy {value}", value=one_line(text)))
        self.button.clicked.connect(self.copy)
        policy = self.button.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.button.setSizePolicy(policy)
        self.button.hide()
        row.addWidget(self.button)
        row.addStretch(1)

    def copy(self) -> None:
        """Put the bare value on the clipboard."""
        QGuiApplication.clipboard().setText(self._bare)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.button.show()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.button.hide()


class MaskedLine(CopyLine):
    """A masked value with an eye that shows it for 20 seconds, and a button that copies it bare."""

    def __init__(self, text: str, masked: str) -> None:
        super().__init__(masked, text)
        self._text, self._masked = text, masked
        self._hide_again = QTimer(self)
        self._hide_again.setSingleShot(True)
        self._hide_again.setInterval(SHOWN_FOR)
        self._hide_again.timeout.connect(lambda: self.reveal(on=False))
        self.button.setAccessibleName(tr("Copy the whole number"))
        self.eye = QToolButton()
        self.eye.setFixedSize(self.button.size())
        self.eye.setCheckable(True)
        self.eye.toggled.connect(lambda on: self.reveal(on=on))
        self._row.insertWidget(1, self.eye)
        self.reveal(on=False)

    def reveal(self, *, on: bool) -> None:
        """Show the whole number for 20 seconds, or mask it again."""
        self.eye.setChecked(on)
        icons.put(self.eye, "eye-off" if on else "eye", size=14)
        tip = tr("Mask it again") if on else tr("Show it for 20 seconds")
        self.eye.setToolTip(tip)
        self.eye.setAccessibleName(tip)
        self.value.say(self._text if on else self._masked)
        if on:
            self._hide_again.start()
        else:
            self._hide_again.stop()


class UnclearLine(QWidget):
    """A text that was kept as it was written though it is no value: marked, to be checked."""

    edit_requested = Signal()

    def __init__(self, text: str) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(6))
        row.addWidget(Picture("alert-triangle", "amber", 14))
        self.value = value = _OneLine(tr("To be checked: {text}", text=one_line(text)))
        theme.set_look(value, "warn")
        value.edit_requested.connect(self.edit_requested)
        row.addWidget(value)
        row.addStretch(1)


class FieldView(QWidget):
    """One field when it is read: a text, or a line for each entry."""

    edit_requested = Signal()

    def __init__(self, what: FormField, reading: Reading) -> None:
        super().__init__()
        self._what, self._reading = what, reading
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, theme.px(4), 0, theme.px(4))
        self._box.setSpacing(theme.px(2))
        self._label: ValueLabel | None = None
        self._value: object = None
        self._unclear = ""
        self._drawn = False

    def put(self, value: object, unclear: str = "") -> None:
        """Show a value; `unclear` is a text that was kept in its place."""
        if self._drawn and (value, unclear) == (self._value, self._unclear):
            return
        self._drawn, self._value, self._unclear = True, value, unclear
        if unclear:
            self._label = None
            self._put_lines([UnclearLine(unclear)])
            self.setAccessibleName(
                f"{current().text(self._what.title)}: {tr('To be checked: {text}', text=one_line(unclear))}"
            )
            return
        if self._what.kind == "entries":
            self._put_lines([self._entry_line(entry) for entry in value] if isinstance(value, tuple) else [])
            return
        if self._what.told is not None:
            lines = self._what.told(value, self._reading)
            self._put_lines([CopyLine(text, "", note) for text, note in lines])
            self.setAccessibleName(f"{current().text(self._what.title)}: {'; '.join(text for text, _ in lines)}")
            return
        text = self._reading.told(self._what, value)
        if self._what.mask is not None:
            whole = str(value or "")
            masked = self._what.mask(whole)
            self._put_lines([self._masked_line(whole, masked)] if whole else [])
            text = masked
        elif self._what.copy:
            self._put_lines([CopyLine(text)] if text else [])
        elif self._label is None:
            self._put_lines([self._plain(text)])
        else:
            self._label.say(text)
        self.setAccessibleName(f"{current().text(self._what.title)}: {text}")

    def _masked_line(self, text: str, masked: str) -> CopyLine:
        if self._reading.hidden():
            return CopyLine(masked, text if self._reading.may_copy() else masked)
        return MaskedLine(text, masked)

    def _plain(self, text: str) -> ValueLabel:
        self._label = ValueLabel(text)
        return self._label

    def _entry_line(self, entry: Entry) -> CopyLine:
        options = self._what.choices()
        kind = option_text(options, entry.kind) if options else ""
        note = " · ".join(filter(None, (kind, entry.label)))
        return CopyLine(self._reading.show_entry(entry), self._reading.copy_entry(entry), note)

    def _put_lines(self, lines: Sequence[CopyLine | ValueLabel | UnclearLine]) -> None:
        while self._box.count():
            old = self._box.takeAt(0).widget()
            old.hide()
            old.deleteLater()
        for line in lines or [ValueLabel()]:
            line.edit_requested.connect(self.edit_requested)
            for part in (line, *line.findChildren(QLabel)):
                part.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)  # the form has one for each field
            self._box.addWidget(line)
