"""Words with a look: pills, states, headers, and names that give way when the room is short."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from desktop.rules.texts import one_line
from desktop.ui.kit import icons, theme
from desktop.ui.kit.paint import ink_of, pill, pill_width
from desktop.ui.kit.palettes import Tone
from desktop.ui.kit.tips import plain_tip

State = Literal["none", "overdue", "soon", "planned"]

# Icon and colour of a next step; the word comes from the caller, so that colour is never the only sign.
STATES: dict[State, tuple[str, Tone]] = {
    "none": ("circle-dashed", "grey"),
    "overdue": ("alert-triangle", "red"),
    "soon": ("clock", "amber"),
    "planned": ("circle-check", "green"),
}


def _show_if(widget: QWidget, text: str) -> None:
    """Away while there is nothing to say; a widget that has no place yet must not become a window of its own."""
    if not text:
        widget.hide()
    elif widget.parent() is not None:
        widget.show()


class Badge(QWidget):
    """A pill: a tier by its rank (0 the best) or a word in a tone."""

    def __init__(self, text: str = "", ink: Tone | int = "grey", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text, self._ink = "", ink
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.say(text, ink)

    @property
    def text(self) -> str:
        """What it says."""
        return self._text

    def say(self, text: str, ink: Tone | int) -> None:
        """Show another word; "" hides the pill."""
        self._text, self._ink = text, ink
        self.setAccessibleName(text)
        _show_if(self, text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(pill_width(self.fontMetrics(), self._text), theme.px(20))

    def paintEvent(self, _event: QPaintEvent) -> None:
        pill(QPainter(self), self.rect(), self._text, ink_of(self._ink))


class StateChip(QWidget):
    """Icon and word of a next step, on a soft ground of its colour."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state: State = "none"
        self._text = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def state(self) -> State:
        """Which state it shows."""
        return self._state

    def say(self, state: State, text: str) -> None:
        """Show a state with its words: "逾期 3 天 · 送样品"."""
        self._state, self._text = state, text
        self.setAccessibleName(text)
        _show_if(self, text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance(self._text) + theme.px(34), theme.px(24))

    def paintEvent(self, _event: QPaintEvent) -> None:
        name, tone = STATES[self._state]
        painter, ink = QPainter(self), theme.theme().palette.tone(tone)
        pill(painter, self.rect(), "", ink)
        side = theme.px(16)
        painter.drawPixmap(theme.px(8), (self.height() - side) // 2, icons.pixmap(name, tone))
        painter.setPen(theme.colour(tone))
        words = QRect(theme.px(28), 0, self.width() - theme.px(32), self.height())
        fitting = self.fontMetrics().elidedText(self._text, Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter.value), fitting)


class ElidedLabel(QLabel):
    """One line that ends in “…” where the room is short; the whole text is its tool tip then."""

    def __init__(self, text: str = "", look: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._whole = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("look", look)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setMinimumWidth(theme.px(32))
        self.say(text)

    @property
    def whole(self) -> str:
        """The text unabridged."""
        return self._whole

    def say(self, text: str) -> None:
        """Show `text`, of a very long one the beginning."""
        self._whole = one_line(text)
        self.setAccessibleName(self._whole)
        self._fit()
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(self.fontMetrics().horizontalAdvance(self._whole) + theme.px(4), hint.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(32), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.ensurePolished()  # the sheet may give it another font
        fitting = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, self.width())
        self.setToolTip(plain_tip(self._whole) if fitting != self._whole else "")
        self.setText(fitting)


class SectionHeader(QWidget):
    """The title of a part, with room for its buttons on the right (`add`)."""

    clicked = Signal()

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, theme.px(4), 0, theme.px(4))
        self._row.setSpacing(theme.px(4))
        self.title = QLabel(title)
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.title.setProperty("look", "section")
        self.note = QLabel()
        self.note.setTextFormat(Qt.TextFormat.PlainText)
        self.note.setProperty("look", "small")
        self._row.addWidget(self.title)
        self._row.addWidget(self.note)
        self._row.addStretch(1)
        self.setMinimumHeight(theme.px(32))

    def add(self, widget: QWidget) -> None:
        """Put a button at the right end."""
        self._row.addWidget(widget)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(theme.colour("line"))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)


def title(text: str) -> QLabel:
    """The title of a screen."""
    label = QLabel(text)
    label.setProperty("look", "title")
    return label
