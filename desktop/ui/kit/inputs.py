"""Qt's input widgets with what they lack: refusing whole, knowing an unfinished composition, a tame wheel."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit, QWidget

from desktop.rules.texts import one_line, several_lines
from desktop.ui.kit import theme


def composing() -> bool:
    """Whether an input method holds unfinished text in the focused widget: then no key is a command."""
    return bool(getattr(QApplication.focusWidget(), "composing", False))


def mark_wrong(widget: QWidget, wrong: bool) -> None:
    """Give the widget the red outline of an error, or take it away."""
    if bool(widget.property("wrong")) != wrong:
        widget.setProperty("wrong", wrong)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


# What an editor takes: beyond this Qt needs seconds for a key. More is refused whole, and said; it is never cut.
MOST_IN_LINE = 20_000
MOST_IN_LINES = 60_000


class Line(QLineEdit):
    """One line of text. `refused(count)`: so many signs were pasted, which is more than a line takes; nothing changed.

    `limit` is not kept while one types: who keeps the text says at the field that it is too long.
    """

    refused = Signal(int)

    def __init__(self, parent: QWidget | None = None, limit: int = 0) -> None:
        super().__init__(parent)
        self.composing = False
        self.limit = limit
        self.too_much = ""  # a text from the file that no line can show: kept whole, not edited here
        self._known = ""
        self.setMaxLength(MOST_IN_LINE)
        self.textChanged.connect(self._know)
        self.inputRejected.connect(self._refuse)

    def put(self, text: str) -> None:
        """Show `text` whole; one that is too much for a line is shown in part and cannot be changed here."""
        self.too_much = text if len(text) > MOST_IN_LINE else ""
        self.setReadOnly(bool(self.too_much))
        self.setText(one_line(text) if self.too_much else text)
        self.setCursorPosition(0)

    def written(self) -> str:
        """What stands in the line; of what is too much for it, all."""
        return self.too_much or self.text()

    def _know(self, text: str) -> None:
        self._known = text

    def _refuse(self) -> None:
        """Qt has put in what fitted, and tells of the rest: take that back too."""
        known = self._known
        if self.text() == known:
            return
        pasted = len(QGuiApplication.clipboard().text())
        QTimer.singleShot(0, self, lambda: self._take_back(known, pasted))

    def _take_back(self, known: str, pasted: int) -> None:
        self.undo()
        if self.text() != known:
            self.setText(known)
        self.refused.emit(pasted)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self.composing = bool(event.preeditString())
        super().inputMethodEvent(event)


class Lines(QPlainTextEdit):
    """Several lines of text; Tab leaves the field. `refused` and `limit` as those of Line."""

    refused = Signal(int)

    def __init__(self, parent: QWidget | None = None, limit: int = 0, lines: int = 3) -> None:
        super().__init__(parent)
        self.composing = False
        self.limit = limit
        self.too_much = ""
        self._lines = lines
        self.setTabChangesFocus(True)
        self._measure()

    def _measure(self) -> None:
        self.setFixedHeight(self.fontMetrics().lineSpacing() * self._lines + theme.px(16))

    def put(self, text: str) -> None:
        """Show `text` whole; one that is too much for the field is shown in part and cannot be changed here."""
        self.too_much = text if len(text) > MOST_IN_LINES else ""
        self.setReadOnly(bool(self.too_much))
        self.setPlainText(several_lines(text, 2000) if self.too_much else text)

    def written(self) -> str:
        """What stands in the field; of what is too much for it, all."""
        return self.too_much or self.toPlainText()

    def insertFromMimeData(self, source: QMimeData) -> None:
        pasted = len(source.text())
        if pasted + self.document().characterCount() > MOST_IN_LINES:
            self.refused.emit(pasted)
        else:
            super().insertFromMimeData(source)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self.composing = bool(event.preeditString())
        super().inputMethodEvent(event)


class Choice(QComboBox):
    """A choice that the mouse wheel changes only while it has the focus, lest scrolling a form rewrites it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(4)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()
