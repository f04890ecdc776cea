"""Words of a chart: measured and written the same way on a screen, on a picture and on paper."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from desktop.ui.kit.theme import Theme, ui_font

Size = Literal["note", "text", "title"]
Align = Literal["left", "centre", "right"]

_PIXELS: dict[Size, int] = {"note": 12, "text": 13, "title": 14}
_FLAGS: dict[Align, Qt.AlignmentFlag] = {
    "left": Qt.AlignmentFlag.AlignLeft,
    "centre": Qt.AlignmentFlag.AlignHCenter,
    "right": Qt.AlignmentFlag.AlignRight,
}


class Lettering:
    """The fonts of one look; all measures are pixels in the chosen text size."""

    def __init__(self, look: Theme) -> None:
        self.look = look
        self._fonts: dict[tuple[Size, bool], tuple[QFont, QFontMetricsF]] = {}

    def _font(self, size: Size, bold: bool) -> tuple[QFont, QFontMetricsF]:
        if (size, bold) not in self._fonts:
            font = ui_font(self.look.px(_PIXELS[size]), bold=bold)
            self._fonts[size, bold] = (font, QFontMetricsF(font))
        return self._fonts[size, bold]

    def width(self, text: str, size: Size = "text", *, bold: bool = False) -> float:
        """How wide a line of text is."""
        return self._font(size, bold)[1].horizontalAdvance(text)

    def height(self, size: Size = "text") -> float:
        """How high a line is."""
        return self._font(size, False)[1].height()

    def widest(self, texts: list[str], size: Size = "text", *, bold: bool = False) -> float:
        """The width of the longest, 0 where there is none."""
        return max((self.width(text, size, bold=bold) for text in texts), default=0.0)

    def colour(self, name: str) -> QColor:
        """A colour of the look's palette by its name."""
        return QColor(getattr(self.look.palette, name))

    def write(
        self,
        painter: QPainter,
        box: QRectF,
        text: str,
        colour: str | QColor = "text",
        *,
        size: Size = "text",
        bold: bool = False,
        align: Align = "left",
    ) -> None:
        """One line in the middle of `box`, cut with an ellipsis where it is longer."""
        font, metrics = self._font(size, bold)
        painter.setFont(font)
        painter.setPen(self.colour(colour) if isinstance(colour, str) else colour)
        room = box.width() + 0.5  # a text measured to fit must not lose its end to rounding
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
        flags = _FLAGS[align] | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine | Qt.TextFlag.TextDontClip
        painter.drawText(box, int(flags), shown)

    def write_lines(self, painter: QPainter, box: QRectF, text: str, colour: str = "muted") -> None:
        """A sentence broken into lines, in the middle of `box`."""
        painter.setFont(self._font("text", False)[0])
        painter.setPen(self.colour(colour))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap), text)
