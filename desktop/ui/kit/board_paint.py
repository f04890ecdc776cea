"""How cards of a board are painted: in their column, and as the small pile that hangs at the pointer."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.rules.texts import one_line
from desktop.ui.kit import theme
from desktop.ui.kit.board_cards import BoardCard
from desktop.ui.kit.paint import ink_of, pill, pill_width
from desktop.ui.kit.table import ROW

_LEFT = int((Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter).value)
_RIGHT = int((Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter).value)
_FAINT = 0.45  # how much is left of cards that cannot be put anywhere here


def card_height(lines: int) -> int:
    """The height of a card with so many lines under its title, with the gap to the next."""
    return theme.px(6 + 12 + 20 + 18 * lines)


def card_box(item: QRect) -> QRect:
    """Where the card stands in the place the list gives it."""
    return item.adjusted(theme.px(6), theme.px(3), -theme.px(6), -theme.px(3))


def fitted(painter: QPainter, box: QRect, text: str, side: int = _LEFT) -> None:
    """Paint one line of text, ended by “…” where the room is short."""
    shown = painter.fontMetrics().elidedText(one_line(text), Qt.TextElideMode.ElideRight, box.width())
    painter.drawText(box, side, shown)


def paint_sheet(painter: QPainter, box: QRect, ground: str, edge: str, width: int = 1) -> None:
    """Paint an empty card; `ground` and `edge` are colours of the palette."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(theme.colour(ground))
    painter.setPen(QPen(theme.colour(edge), width))
    inset, radius = width / 2, theme.px(4)
    painter.drawRoundedRect(QRectF(box).adjusted(inset, inset, -inset, -inset), radius, radius)
    painter.restore()


def paint_card(painter: QPainter, box: QRect, card: BoardCard, lines: int) -> None:
    """Paint what stands on a card into `box`: title and marks, then `lines` lines with the figure in the first."""
    inner = box.adjusted(theme.px(8), theme.px(6), -theme.px(8), -theme.px(6))
    title = QRect(inner.left(), inner.top(), inner.width(), theme.px(20))
    painter.setFont(theme.ui_font(theme.px(13)))
    title.setRight(_paint_marks(painter, title, card))
    painter.setPen(theme.colour("text"))
    fitted(painter, title, card.title)
    painter.setFont(theme.ui_font(theme.px(12)))
    line = QRect(inner.left(), title.bottom() + 1, inner.width(), theme.px(18))
    for n in range(lines):
        room = QRect(line)
        if n == 0 and card.right:
            painter.setPen(theme.colour("text"))
            fitted(painter, room, card.right, _RIGHT)
            room.setRight(room.right() - painter.fontMetrics().horizontalAdvance(card.right) - theme.px(8))
        if n < len(card.lines) and room.width() > theme.px(16):
            painter.setPen(theme.colour("muted"))
            fitted(painter, room, card.lines[n])
        line.translate(0, line.height())


def _paint_marks(painter: QPainter, line: QRect, card: BoardCard) -> int:
    """Paint the pills at the right end of a line; gives the right edge that is left for the title."""
    right, height = line.right(), theme.px(18)
    metrics = QFontMetrics(painter.font())
    for text, ink in reversed(card.marks):
        width = min(pill_width(metrics, text), line.width() // 2)
        right -= width
        pill(painter, QRect(right + 1, line.center().y() - height // 2 + 1, width, height), text, ink_of(ink))
        right -= theme.px(4)
    return right


class CardDelegate(QStyledItemDelegate):
    """Paints the cards of a column, all of one height."""

    def __init__(self, lines: int, parent: QObject) -> None:
        super().__init__(parent)
        self._lines = lines
        self.faint = False  # the column cannot take what is being dragged

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        given: Any = option  # the stubs do not know the fields of style options
        box = card_box(given.rect)
        focused = bool(given.state & QStyle.StateFlag.State_HasFocus)
        painter.save()
        painter.setOpacity(_FAINT if self.faint else 1.0)
        paint_sheet(painter, box, _ground(given.state), "accent" if focused else "line", 2 if focused else 1)
        card = index.data(ROW)
        if card is not None:  # deleted since: a blank card until the screen puts again
            paint_card(painter, box, card, self._lines)
        painter.restore()


def _ground(state: QStyle.StateFlag) -> str:
    if state & QStyle.StateFlag.State_Selected:
        return "selected" if state & QStyle.StateFlag.State_Active else "selected_quiet"
    return "hover" if state & QStyle.StateFlag.State_MouseOver else "raised"


def pile(card: BoardCard | None, count: int, width: int, lines: int, ratio: float) -> QPixmap:
    """What hangs at the pointer: the card, up to two more under it, and how many they are; `ratio` is the screen's."""
    under = min(count - 1, 2) * theme.px(4)
    size = QSize(width + under + theme.px(12), card_height(lines) + under + theme.px(12))
    picture = QPixmap(size * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    first = QRect(QPoint(0, theme.px(10)), QSize(width, card_height(lines) - theme.px(6)))
    for n in range(min(count, 3) - 1, -1, -1):
        paint_sheet(painter, first.translated(n * theme.px(4), n * theme.px(4)), "selected", "accent")
    if card is not None:
        paint_card(painter, first, card, lines)
    if count > 1:
        _paint_count(painter, first.topRight(), f"{count:,}")
    painter.end()
    return picture


def _paint_count(painter: QPainter, corner: QPoint, text: str) -> None:
    font = QFont(theme.ui_font(theme.px(12), bold=True))
    painter.setFont(font)
    height = theme.px(20)
    width = max(QFontMetrics(font).horizontalAdvance(text) + theme.px(12), height)
    box = QRect(corner.x() - width + theme.px(8), corner.y() - height // 2, width, height)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.colour("accent")))
    painter.drawRoundedRect(box, height / 2, height / 2)
    painter.setPen(theme.colour("on_accent"))
    painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter.value), text)
