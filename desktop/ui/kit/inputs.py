"""Qt's input widgets with what they lack: code-point limits, knowing an unfinished composition, a tame wheel."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent, QValidator, QWheelEvent
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit, QWidget

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


class _Limit(QValidator):
    """Cuts at `most` characters as people count them; Qt's own limit halves the rare characters of names."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.most = 0

    def validate(self, text: str, place: int) -> tuple[QValidator.State, str, int]:
        if self.most and len(text) > self.most:
            text = text[: self.most]
            place = min(place, len(text.encode("utf-16-le")) // 2)
        return QValidator.State.Acceptable, text, place


class Line(QLineEdit):
    """One line of text."""

    def __init__(self, parent: QWidget | None = None, limit: int = 0) -> None:
        super().__init__(parent)
        self.composing = False
        self._most = limit
        self._limit = _Limit(self)
        if limit:
            self._limit.most = limit
            self.setValidator(self._limit)

    def put(self, text: str) -> None:
        """Show `text` whole, even where it is longer than what may be typed."""
        self._limit.most = max(self._most, len(text)) if self._most else 0
        self.setText(text)
        self.setCursorPosition(0)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self.composing = bool(event.preeditString())
        super().inputMethodEvent(event)


class Lines(QPlainTextEdit):
    """Several lines of text; Tab leaves the field."""

    def __init__(self, parent: QWidget | None = None, limit: int = 0, lines: int = 3) -> None:
        super().__init__(parent)
        self.composing = False
        self._most = self._limit = limit
        self._lines = lines
        self.setTabChangesFocus(True)
        self._measure()
        self.textChanged.connect(self._cut)

    def _measure(self) -> None:
        self.setFixedHeight(self.fontMetrics().lineSpacing() * self._lines + theme.px(16))

    def put(self, text: str) -> None:
        """Show `text` whole, even where it is longer than what may be typed."""
        self._limit = max(self._most, len(text)) if self._most else 0
        self.setPlainText(text)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self.composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def _cut(self) -> None:
        text = self.toPlainText()
        if self._limit and len(text) > self._limit and not self.composing:
            place = self.textCursor().position()
            self.setPlainText(text[: self._limit])
            cursor = self.textCursor()
            cursor.setPosition(min(place, self.document().characterCount() - 1))
            self.setTextCursor(cursor)


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
