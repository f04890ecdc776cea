"""Which segment each pair of recency and frequency comes to, for much and for little money: two squares of 5 × 5."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from desktop.rules.rating.rfm import BEST, segment_of
from desktop.rules.rating.scheme import Scheme, Segment
from desktop.rules.tiers import RANKS
from desktop.ui.kit import theme
from desktop.ui.kit.paint import ink_of, pill
from desktop.ui.kit.tips import plain_tip
from desktop.ui.words import current, tr

SIDE, TOP, LEFT, GAP = 32, 44, 28, 24  # at 100 %
MONEY = (5, 1)  # the M of each square


class RfmPicture(QWidget):
    """Cells carry the number of the segment in the list beside, in the ink of its class; a gap is red."""

    def __init__(self) -> None:
        super().__init__()
        self._scheme: Scheme | None = None
        self._ranks: Mapping[str, int] = {}
        self.setAccessibleName(tr("Segments by recency and frequency"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def put(self, scheme: Scheme) -> None:
        """Show the segments of this scheme."""
        self._scheme = scheme
        codes = [one.code for one in scheme.classes] or list(dict.fromkeys(one.code for one in scheme.segments))
        self._ranks = {code: min(at, RANKS - 1) for at, code in enumerate(codes)}
        gaps = sum(self.segment(r, f, m) is None for m in MONEY for r in range(1, 6) for f in range(1, 6))
        self.setAccessibleDescription(tr("{count} cells are in no segment", count=gaps) if gaps else "")
        self.update()

    def sizeHint(self) -> QSize:
        square = LEFT + BEST * SIDE
        return QSize(theme.px(2 * square + GAP), theme.px(TOP + BEST * SIDE + 4))

    def segment(self, r: int, f: int, m: int) -> Segment | None:
        """The segment of three scores."""
        return segment_of(self._scheme.segments, r, f, m) if self._scheme else None

    def _cell(self, square: int, r: int, f: int) -> QRect:
        px = theme.px
        left = px(square * (LEFT + BEST * SIDE + GAP) + LEFT + (f - 1) * SIDE)
        return QRect(left, px(TOP + (BEST - r) * SIDE), px(SIDE), px(SIDE))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        for square, m in enumerate(MONEY):
            self._heads(painter, square, m)
            for r in range(1, BEST + 1):
                for f in range(1, BEST + 1):
                    self._paint_cell(painter, self._cell(square, r, f).adjusted(1, 1, -1, -1), self.segment(r, f, m))

    def _heads(self, painter: QPainter, square: int, m: int) -> None:
        first, centre = self._cell(square, BEST, 1), Qt.AlignmentFlag.AlignCenter
        painter.setFont(theme.ui_font(theme.px(12), bold=True))
        painter.setPen(theme.colour("text"))
        text = tr("Much money (M = {m})", m=m) if m == BEST else tr("Little money (M = {m})", m=m)
        line = QRect(first.left(), 0, theme.px(BEST * SIDE), theme.px(18))
        painter.drawText(line, int(Qt.AlignmentFlag.AlignLeft.value | Qt.AlignmentFlag.AlignVCenter.value), text)
        painter.setFont(theme.ui_font(theme.px(12)))
        painter.setPen(theme.colour("muted"))
        for score in range(1, BEST + 1):
            across, down = self._cell(square, BEST, score), self._cell(square, score, 1)
            painter.drawText(QRect(across.left(), theme.px(22), across.width(), theme.px(20)), centre, f"F{score}")
            painter.drawText(QRect(down.left() - theme.px(LEFT), down.top(), theme.px(LEFT), down.height()),
                             centre, f"R{score}")  # fmt: skip

    def _paint_cell(self, painter: QPainter, box: QRect, found: Segment | None) -> None:
        assert self._scheme is not None
        if found is None:
            pill(painter, box, "?", ink_of("red"))
            painter.setPen(QPen(theme.colour("red"), 1))
            painter.drawRect(box)
            return
        number = str(self._scheme.segments.index(found) + 1)
        pill(painter, box, number, ink_of(self._ranks.get(found.code, RANKS - 1)))

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent) and self._scheme:
            QToolTip.showText(event.globalPos(), self.tip_at(event.pos()), self)
            return True
        return super().event(event)

    def tip_at(self, where: QPoint) -> str:
        """What the cell under a point means; "" beside the cells."""
        for square, m in enumerate(MONEY):
            for r in range(1, BEST + 1):
                for f in range(1, BEST + 1):
                    if self._cell(square, r, f).contains(where):
                        found = self.segment(r, f, m)
                        name = tr("no segment") if found is None else current().text(found.name)
                        return plain_tip(f"R{r} F{f} M{m}: {name}")
        return ""
