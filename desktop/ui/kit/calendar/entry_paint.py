"""How entries of a calendar are painted: as one line of a day, and as a block among the hours."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen

from desktop.rules.texts import one_line
from desktop.ui.kit import icons, theme
from desktop.ui.kit.calendar.entries import Entry
from desktop.ui.kit.paint import ink_of, pill
from desktop.ui.kit.palettes import Palette

LEFT = int((Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter).value)
RIGHT = int((Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter).value)
CENTRE = int(Qt.AlignmentFlag.AlignCenter.value)
TOP = int((Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop).value)
_SOFT = {"light": 0.17, "dark": 0.20}  # how much of a hue is in the ground of an entry
TEXT, SMALL = 12, 11  # pixels at 100 %


def hue(tint: str) -> QColor:
    """The strong colour of a tint: "series:2", "tier:0", or a colour of the palette."""
    return QColor(_hue(tint, theme.theme().palette))


def ground(tint: str) -> QColor:
    """The soft ground of a tint, on which text is read."""
    palette = theme.theme().palette
    return QColor(_mixed(_hue(tint, palette), palette.surface, _SOFT[palette.name]))


@lru_cache(maxsize=256)
def _hue(tint: str, palette: Palette) -> str:
    kind, _, number = tint.partition(":")
    if kind == "series":
        return palette.series[int(number) % len(palette.series)]
    if kind == "tier":
        ink = palette.tier(int(number))
        return ink.ground if QColor(ink.ground) != QColor(palette.surface) else ink.line
    return str(getattr(palette, tint))


@lru_cache(maxsize=256)
def _mixed(colour: str, under: str, share: float) -> str:
    over, below = QColor(colour), QColor(under)
    parts = zip(over.getRgb()[:3], below.getRgb()[:3], strict=True)  # type: ignore[index]
    return QColor(*(round(a * share + b * (1 - share)) for a, b in parts)).name()


class EntryPainter:
    """Paints entries on one painter; fonts and measures are taken once."""

    def __init__(self, painter: QPainter) -> None:
        self.painter = painter
        self.px = theme.px
        self.font = theme.ui_font(self.px(TEXT))
        self.bold = theme.ui_font(self.px(TEXT), bold=True)
        self.struck = QFont(self.font)
        self.struck.setStrikeOut(True)
        self.metrics = QFontMetrics(self.font)
        self.text, self.muted = theme.colour("text"), theme.colour("muted")
        self.red = theme.colour("red")

    def line(self, box: QRect, entry: Entry, *, begins: bool = True, ends: bool = True, chosen: bool = False) -> None:
        """One line: bar and icon of its kind, time, title."""
        self._sheet(box, entry, begins=begins, ends=ends, chosen=chosen)
        left = box.left() + self.px(7 if begins else 10)
        left = self._sign(left, box, entry)
        right = box.right() - self.px(3)
        if entry.at is not None and begins and right - left > self.px(70):
            time = entry.times()[:5]
            self.painter.setFont(self.font)
            self.painter.setPen(self.red if entry.look == "late" else self.muted)
            self.painter.drawText(QRect(left, box.top(), right - left, box.height()), LEFT, time)
            left += self.metrics.horizontalAdvance(time) + self.px(4)
        self._write(QRect(left, box.top(), right - left, box.height()), entry.title, entry)

    def block(self, box: QRect, entry: Entry, *, chosen: bool = False) -> None:
        """A block among the hours: title, under it time and note where there is room."""
        self._sheet(box, entry, begins=True, ends=True, chosen=chosen, outlined=True)
        high = self.metrics.height() + self.px(1)
        inner = box.adjusted(self.px(7), self.px(2), -self.px(3), -self.px(1))
        first = QRect(inner.left(), inner.top(), inner.width(), min(high, inner.height()))
        signed = replace(entry, icon="") if entry.mark and inner.width() < self.px(84) else entry  # one sign is enough
        left = self._sign(first.left(), first, signed) if inner.width() > self.px(34) else first.left()
        room = QRect(left, first.top(), first.right() - left, first.height())
        rest = self._title(room, entry, inner, high)
        self.painter.setFont(self.font)
        self.painter.setPen(self.red if entry.look == "late" else self.muted)
        for text in filter(None, (entry.times(), *entry.note.split("\n"))):
            if rest.bottom() > box.bottom():
                break
            self.painter.drawText(rest, LEFT, self._cut(text, rest.width()))
            rest.translate(0, high)

    def _title(self, room: QRect, entry: Entry, inner: QRect, high: int) -> QRect:
        """The title, over up to three lines where the block is narrow and high; gives the line below it."""
        text, line = one_line(entry.title), QRect(room)
        below = QRect(inner.left(), room.bottom() + 1, inner.width(), high)
        spare = min((inner.bottom() - room.bottom()) // high - 1, 2)  # one is left for the time
        while spare > 0 and self.metrics.horizontalAdvance(text) > line.width():
            count = next((n for n in range(len(text), 0, -1) if self._fits(text[:n], line.width())), 1)
            self._write(line, text[:count], entry, bold=True, whole=True)
            text, line, spare = text[count:].lstrip(), QRect(below), spare - 1
            below.translate(0, high)
        self._write(line, text, entry, bold=True)
        return below

    def _fits(self, text: str, width: int) -> bool:
        return self.metrics.horizontalAdvance(text) <= width

    def more(self, box: QRect, text: str, *, chosen: bool = False) -> None:
        """The line that says how many have no line of their own."""
        if chosen:
            self._round(box, theme.colour("selected"), theme.colour("accent"))
        self.painter.setFont(self.font)
        self.painter.setPen(theme.colour("link"))
        self.painter.drawText(box.adjusted(self.px(8), 0, 0, 0), LEFT, self._cut(text, box.width() - self.px(8)))

    def _sheet(
        self, box: QRect, entry: Entry, *, begins: bool, ends: bool, chosen: bool, outlined: bool = False
    ) -> None:
        tint = "red" if entry.look == "late" else entry.tint
        fill = None if entry.look in ("quiet", "layer", "off") else ground(tint)
        if fill is None and outlined:
            fill = theme.colour("surface")
        if chosen:
            fill = theme.colour("selected")
        edge = theme.colour("accent") if chosen else None
        if not chosen and fill is not None and (outlined or entry.tint.startswith("tier:")):
            edge = theme.colour("line")
        if fill is not None:
            self._round(box, fill, edge, 2 if chosen else 1)
        if entry.look not in ("layer", "off") and begins:
            bar = QRect(box.left() + 1, box.top() + 1, self.px(3), box.height() - 2)
            self.painter.fillRect(bar, hue("thumb" if entry.look == "quiet" else tint))
        self._torn(box, begins=begins, ends=ends)

    def _torn(self, box: QRect, *, begins: bool, ends: bool) -> None:
        """An arrow where an entry comes from the row above or goes on in the next."""
        side = self.px(10)
        top = box.center().y() - side // 2 + 1
        if not begins:
            self.painter.drawPixmap(box.left(), top, icons.pixmap("chevron-left", "muted", 10))
        if not ends:
            self.painter.drawPixmap(box.right() - side, top, icons.pixmap("chevron-right", "muted", 10))

    def _round(self, box: QRect, fill: QColor, edge: QColor | None, width: int = 1) -> None:
        self.painter.setPen(Qt.PenStyle.NoPen if edge is None else QPen(edge, width))
        self.painter.setBrush(fill)
        inset = 0 if edge is None else width / 2
        self.painter.drawRoundedRect(QRectF(box).adjusted(inset, inset, -inset, -inset), self.px(3), self.px(3))

    def _sign(self, left: int, box: QRect, entry: Entry) -> int:
        """The icon and the pill; gives where the words begin."""
        if entry.icon:
            side = self.px(14)
            colour = {"late": "red", "quiet": "muted", "off": "muted"}.get(entry.look)
            if colour is None:  # a light tier is a ground, not a colour to draw with
                colour = "muted" if entry.tint.startswith("tier:") else hue(entry.tint).name()
            drawn = icons.pixmap(entry.icon, colour, 14)
            self.painter.drawPixmap(left, box.center().y() - side // 2 + 1, drawn)
            left += side + self.px(3)
        if entry.mark:
            self.painter.setFont(theme.ui_font(self.px(SMALL), bold=True))
            wide = max(self.metrics.horizontalAdvance(entry.mark) + self.px(6), self.px(15))
            high = min(self.px(15), box.height() - 2)
            room = QRect(left, box.center().y() - high // 2 + 1, wide, high)
            pill(self.painter, room, entry.mark, ink_of(entry.mark_ink))
            left += wide + self.px(4)
        return left

    def _write(self, box: QRect, text: str, entry: Entry, *, bold: bool = False, whole: bool = False) -> None:
        if box.width() < self.px(8):
            return
        font = self.struck if entry.look == "off" else self.bold if bold and entry.look == "plain" else self.font
        self.painter.setFont(font)
        pen = {"late": self.red, "quiet": self.muted, "off": self.muted}.get(entry.look, self.text)
        self.painter.setPen(pen)
        self.painter.drawText(box, LEFT, text if whole else self._cut(text, box.width()))

    def _cut(self, text: str, width: int) -> str:
        return self.metrics.elidedText(one_line(text), Qt.TextElideMode.ElideRight, width)
