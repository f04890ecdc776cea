"""Small shapes painted alike in lists and in widgets."""

from __future__ import annotations

from typing import Any, cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.ui.kit import icons, theme
from desktop.ui.kit.palettes import Ink, Tone
from desktop.ui.kit.table import GroupHead

_TONES = ("red", "amber", "green", "grey", "ink")


def ink_of(badge: str | int) -> Ink:
    """The ink of a tone by its name, of a tier by its rank."""
    palette = theme.theme().palette
    if isinstance(badge, int):
        return palette.tier(badge)
    if badge not in _TONES:
        raise ValueError(badge)
    return palette.tone(cast(Tone, badge))


def pill_width(metrics: QFontMetrics, text: str) -> int:
    """How wide a pill with `text` is; never narrower than it is high, so that single letters form a column."""
    return max(metrics.horizontalAdvance(text) + theme.px(14), theme.px(24))


def pill(painter: QPainter, box: QRect, text: str, ink: Ink) -> None:
    """Paint a pill that fills `box`."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(QColor(ink.ground))
    painter.setPen(QPen(QColor(ink.line), 1))
    radius = theme.px(4)
    painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
    painter.setPen(QColor(ink.text))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
    painter.restore()


def paint_head(painter: QPainter, box: QRect, head: GroupHead) -> None:
    """Paint the line of a group over all its cells: an arrow, what it is, and quietly how many."""
    painter.save()
    painter.fillRect(box, theme.colour("sunken"))
    side = theme.px(16)
    arrow = "chevron-down" if head.open else "chevron-right"
    painter.drawPixmap(theme.px(6), box.center().y() - side // 2 + theme.px(2), icons.pixmap(arrow, "muted", 16))
    font = QFont(painter.font())
    font.setBold(True)
    painter.setFont(font)
    painter.setPen(theme.colour("text"))
    words = box.adjusted(theme.px(26), 0, -theme.px(8), 0)
    name = painter.fontMetrics().elidedText(head.text, Qt.TextElideMode.ElideRight, words.width() * 2 // 3)
    painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter.value), name)
    words.setLeft(words.left() + painter.fontMetrics().horizontalAdvance(name) + theme.px(12))
    font.setBold(False)
    painter.setFont(font)
    painter.setPen(theme.colour("muted"))
    note = painter.fontMetrics().elidedText(head.note, Qt.TextElideMode.ElideRight, words.width())
    painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter.value), note)
    painter.restore()


class CellDelegate(QStyledItemDelegate):
    """Cells of a list. Where the model's `badge_role` names an ink, the text is a pill."""

    def __init__(self, badge_role: int) -> None:
        super().__init__()
        self._role = badge_role

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        super().initStyleOption(option, index)
        cell: Any = option  # the stubs do not know the fields of style options, which PySide6 offers all the same
        if cell.state & QStyle.StateFlag.State_Selected:  # a red word stays red in a chosen row
            palette = QPalette(cell.palette)
            palette.setBrush(QPalette.ColorRole.HighlightedText, palette.brush(QPalette.ColorRole.Text))
            cell.palette = palette

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        badge = index.data(self._role)
        text = "" if badge is None else index.data(0)
        if not text:
            super().paint(painter, option, index)
            return
        bare: Any = QStyleOptionViewItem(option)
        self.initStyleOption(bare, index)
        box, metrics = QRect(bare.rect), bare.fontMetrics
        centred = bool(bare.displayAlignment & Qt.AlignmentFlag.AlignHCenter)
        bare.text = ""
        bare.widget.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, bare, painter, bare.widget)
        width = min(pill_width(metrics, text), box.width() - theme.px(8))
        height = theme.px(20)
        left = box.center().x() - width // 2 if centred else box.left() + theme.px(6)
        fitting = metrics.elidedText(text, Qt.TextElideMode.ElideRight, width - theme.px(6))
        pill(painter, QRect(left, box.center().y() - height // 2 + 1, width, height), fitting, ink_of(badge))
