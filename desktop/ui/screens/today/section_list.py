"""The sections of the day on the left, each with how many stand in it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyledItemDelegate, QStyleOptionViewItem

from desktop.ui.kit import icons, theme
from desktop.ui.screens.today.sections import SECTIONS
from desktop.ui.words import current, tr

COUNT, PRESSING = 300, 301  # roles: plain numbers beyond Qt.ItemDataRole.UserRole


class _Counted(QStyledItemDelegate):
    """The count at the right, quiet where it is nothing, red where it presses."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().paint(painter, option, index)
        count = index.data(COUNT)
        if count is None:
            return
        painter.save()
        colour = "red" if count and index.data(PRESSING) else "text" if count else "muted"
        painter.setPen(theme.colour(colour))
        box = option.rect.adjusted(0, 0, -theme.px(12), 0)  # type: ignore[attr-defined]  # the stubs lack the fields
        painter.drawText(box, int((Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter).value), f"{count:,}")
        painter.restore()


class SectionList(QListWidget):
    """`turned(key)` when another section is chosen."""

    turned = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Sections of the day"))
        self.setIconSize(QSize(theme.px(18), theme.px(18)))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._counted = _Counted()
        self.setItemDelegate(self._counted)
        for section in SECTIONS:
            item = QListWidgetItem(icons.icon(section.icon), current().text(section.title))
            item.setSizeHint(QSize(0, theme.px(34)))
            item.setData(PRESSING, section.pressing)
            self.addItem(item)
        self.setCurrentRow(0)
        self.currentRowChanged.connect(lambda row: self.turned.emit(SECTIONS[row].key))

    @property
    def key(self) -> str:
        """The section chosen."""
        return SECTIONS[max(self.currentRow(), 0)].key

    def go_to(self, key: str) -> None:
        """Choose a section; one that is not known changes nothing."""
        row = next((place for place, one in enumerate(SECTIONS) if one.key == key), -1)
        if row >= 0:
            self.setCurrentRow(row)

    def say(self, totals: Mapping[str, int]) -> None:
        """How many there are in each; of one that was not counted yet nothing."""
        for row, section in enumerate(SECTIONS):
            item, number, said = self.item(row), totals.get(section.key), current().text(section.title)
            item.setData(COUNT, number)
            told = said if number is None else tr("{section}: {count}", section=said, count=f"{number:,}")
            item.setData(Qt.ItemDataRole.AccessibleTextRole, told)
