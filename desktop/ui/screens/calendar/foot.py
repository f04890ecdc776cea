"""The line under a view: how many are planned, late, done; and what the colours mean."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from db.queries.agenda import AgendaRow
from db.vocabulary import FollowUpKind, FollowUpState
from desktop.rules.tiers import Tier
from desktop.ui.kit import icons, theme
from desktop.ui.kit.calendar.entry_paint import LEFT, hue
from desktop.ui.kit.labels import ElidedLabel
from desktop.ui.screens.calendar.choice import Colours
from desktop.ui.screens.calendar.entry_words import HUES, ICONS, is_late
from desktop.ui.wording import words_of
from desktop.ui.words import current, tr

Sign = tuple[str, str, str]  # hue, icon or "", word


class Legend(QWidget):
    """What the colours mean: a sign and a word each. What has no room is left out."""

    def __init__(self) -> None:
        super().__init__()
        self._signs: Sequence[Sign] = ()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def say(self, signs: Iterable[Sign]) -> None:
        """Show these signs."""
        self._signs = tuple(signs)
        self.setAccessibleName(", ".join(word for *_, word in self._signs))
        self.updateGeometry()
        self.update()

    def _wide(self, word: str) -> int:
        return self.fontMetrics().horizontalAdvance(word) + theme.px(34)

    def sizeHint(self) -> QSize:
        return QSize(sum(self._wide(word) for *_, word in self._signs), theme.px(24))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, theme.px(24))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, left = QPainter(self), 0
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for tint, icon, word in self._signs:
            wide = self._wide(word)
            if left + wide > self.width() + theme.px(8):
                break
            self._paint_sign(painter, left, tint, icon)
            painter.setPen(theme.colour("muted"))
            painter.drawText(QRect(left + theme.px(20), 0, wide, self.height()), LEFT, word)
            left += wide

    def _paint_sign(self, painter: QPainter, left: int, tint: str, icon: str) -> None:
        side = theme.px(14 if icon else 11)
        top = (self.height() - side) // 2
        if icon:
            painter.drawPixmap(left, top, icons.pixmap(icon, hue(tint).name(), 14))
            return
        painter.setPen(theme.colour("border"))
        painter.setBrush(hue(tint))
        painter.drawRoundedRect(QRect(left + theme.px(2), top, side, side), theme.px(2), theme.px(2))


class CalendarFoot(QFrame):
    """Counts on the left, the legend on the right."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "foot")
        self._count = ElidedLabel(look="muted")
        self._count.setMinimumWidth(theme.px(170))  # the legend gives way, it only explains
        self.legend = Legend()
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(8), 0, theme.px(8), 0)
        row.setSpacing(theme.px(16))
        row.addWidget(self._count, 1)
        row.addWidget(self.legend)
        self.setFixedHeight(theme.px(28))

    @property
    def text(self) -> str:
        """What it counts, in words."""
        return self._count.whole

    def say(self, rows: Iterable[AgendaRow], today: date, colours: Colours, tiers: Sequence[Tier]) -> None:
        """Count these follow-ups, and name the colours that occur among them."""
        planned = late = done = 0
        kinds, codes = set[FollowUpKind](), set[str]()
        for row in rows:
            kinds.add(row.kind)
            codes.add(row.tier or "")
            if row.state is FollowUpState.DONE:
                done += 1
            elif is_late(row, today):
                late += 1
            elif row.state is FollowUpState.PLANNED:
                planned += 1
        parts = [tr("{n} planned", n=planned), tr("{n} overdue", n=late) if late else "", tr("{n} done", n=done)]
        self._count.say(" · ".join(filter(None, parts)))
        if colours is Colours.KIND:
            self.legend.say((HUES[kind], ICONS[kind], words_of(kind)) for kind in FollowUpKind if kind in kinds)
        else:
            named = [(f"tier:{min(one.rank, 4)}", "", _tier_words(one)) for one in tiers if one.code in codes]
            self.legend.say([*named, ("grey", "", tr("no tier"))] if "" in codes else named)


def _tier_words(tier: Tier) -> str:
    return " ".join(filter(None, (tier.code, current().text(tier.name) if tier.name else "")))
