"""The classes of a round at a glance: count, change and sum of each; a click narrows the table to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from desktop.rules.rating.levers import class_codes
from desktop.services.rating.round_table import RoundTable
from desktop.ui.kit import theme
from desktop.ui.kit.paint import ink_of, pill, pill_width
from desktop.ui.screens.tiers.metric_words import class_ink, class_meaning, class_words
from desktop.ui.screens.tiers.rounds.round_filters import CLASS
from desktop.ui.wording import whole_money
from desktop.ui.words import tr

WIDEST, NARROWEST = 208, 96


@dataclass(frozen=True, slots=True)
class ClassSum:
    """One class of a round. `change` against the round before, None where there was none."""

    key: str
    sign: str
    name: str
    ink: str | int
    count: int
    change: int | None
    amount: Decimal
    amount_before: Decimal | None = None


def class_sums(table: RoundTable) -> list[ClassSum]:
    """All classes of the scheme, and those outside of them that somebody is in."""
    before = table.counts_before()
    then = (
        {code: Decimal(one) for code, one in table.earlier.content.get("amounts", {}).items()} if table.earlier else {}
    )
    sums = table.sums()
    found = []
    for code, count in table.counts().items():
        if not count and code not in class_codes(table.scheme):
            continue
        change = count - before.get(code, 0) if before else None
        name, ink = class_meaning(table.scheme, code), class_ink(table.scheme, code)
        found.append(
            ClassSum(
                f"{CLASS}{code}", class_words(table.scheme, code), name, ink, count, change, sums[code],
                then.get(code) if table.earlier else None,
            )
        )  # fmt: skip
    return found


class ClassTile(QAbstractButton):
    """One class; checked while the table is narrowed to it."""

    def __init__(self, one: ClassSum) -> None:
        super().__init__()
        self.of = one
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setMaximumWidth(theme.px(WIDEST))
        told = [tr("{count} customers", count=f"{one.count:,}"), _change(one.change), whole_money(one.amount) or "￥0"]
        if one.amount_before is not None:
            told.append(tr("last round {amount}", amount=whole_money(one.amount_before) or "￥0"))
        self.setText(one.sign)
        self.setAccessibleName(" · ".join(filter(None, (one.name, *told))))
        self.setToolTip("\n".join(filter(None, (one.name, *told))))

    def sizeHint(self) -> QSize:
        wide = pill_width(self.fontMetrics(), self.of.sign) + self._beside() + 2 * theme.px(8)
        return QSize(min(max(wide, theme.px(140)), theme.px(WIDEST)), theme.px(50))

    def _beside(self) -> int:
        """What count and change take beside the pill."""
        figures = f"{self.of.count:,}    {_change(self.of.change)}"
        return round(self.fontMetrics().horizontalAdvance(figures) * 1.1) + theme.px(12)  # the count is bold

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(NARROWEST), theme.px(50))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(theme.colour("pressed" if self.isChecked() else "hover" if self.underMouse() else "surface"))
        painter.setPen(QPen(theme.colour("accent" if self.hasFocus() else "line"), 2 if self.hasFocus() else 1))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), theme.px(4), theme.px(4))
        edge = theme.px(8)
        room = self.width() - 2 * edge
        wide = min(pill_width(self.fontMetrics(), self.of.sign), max(room - self._beside(), room // 3))
        sign = self.fontMetrics().elidedText(self.of.sign, Qt.TextElideMode.ElideRight, wide - theme.px(8))
        pill(painter, QRect(edge, theme.px(5), wide, theme.px(20)), sign, ink_of(self.of.ink))
        bold = QFont(painter.font())
        bold.setBold(True)
        left, right = int(_LEFT.value), int(_RIGHT.value)
        top = QRect(edge + wide + theme.px(8), theme.px(5), room - wide - theme.px(8), theme.px(20))
        painter.setPen(theme.colour("text"))
        painter.setFont(bold)
        painter.drawText(top, left, f"{self.of.count:,}")
        painter.setFont(self.font())
        painter.setPen(theme.colour("muted"))
        painter.drawText(top, right, _change(self.of.change))
        below = QRect(edge, theme.px(26), room, theme.px(18))
        painter.drawText(below, left, whole_money(self.of.amount) or "￥0")


_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def _change(change: int | None) -> str:
    return "" if change is None else "±0" if change == 0 else f"{change:+,}"


class Choosing(QWidget):
    """A row of buttons of which one is chosen: chips of filters, tiles of classes. `chosen` carries its key."""

    chosen = Signal(str)

    def __init__(self, name: str, gap: int = 4) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.buttons: dict[str, QAbstractButton] = {}
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)  # a choice that stands in the other row leaves this one without any
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme.px(gap))
        self._row.addStretch(1)

    def put(self, buttons: dict[str, QAbstractButton]) -> None:
        """Show these in place of the ones before."""
        for old in self.buttons.values():
            self._group.removeButton(old)
            self._row.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.buttons = buttons
        for at, (key, made) in enumerate(buttons.items()):
            self._row.insertWidget(at, made)
            self._group.addButton(made)
            made.clicked.connect(lambda _=False, key=key: self.chosen.emit(key))

    def show_chosen(self, key: str) -> None:
        """Mark the chosen one; none where it is not in this row."""
        for one, made in self.buttons.items():
            made.setChecked(one == key)


def tiles(sums: Sequence[ClassSum]) -> dict[str, QAbstractButton]:
    """A tile for each class."""
    return {one.key: ClassTile(one) for one in sums}


def chips(texts: Sequence[tuple[str, str]]) -> dict[str, QAbstractButton]:
    """A chip for each (key, text)."""
    found: dict[str, QAbstractButton] = {}
    for key, text in texts:
        made = QPushButton(text)
        made.setCheckable(True)
        made.setAutoDefault(False)
        found[key] = made
    return found
