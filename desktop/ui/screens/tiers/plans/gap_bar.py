"""One criterion of a gap: where the value stood, where it stands, and what is needed, on one bar."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from db.queries.plans import Gap
from desktop.rules.rating.metrics import Metric, known_or_gone
from desktop.rules.rating.scheme import Scheme
from desktop.ui.kit import theme
from desktop.ui.kit.charts.scale_bar import Limit, Points, ScaleBar
from desktop.ui.kit.empty import Picture
from desktop.ui.kit.labels import ElidedLabel
from desktop.ui.screens.tiers.metric_words import class_words, titled, value_words
from desktop.ui.screens.tiers.plans.plan_words import gap_words, is_reached
from desktop.ui.words import tr

ROOM = Decimal("1.08")  # what lies right of the farthest value


class GapBar(QWidget):
    """The title with a tick once it is reached, the bar, and the three values in words below."""

    def __init__(self, gap: Gap, now: Decimal | str | None, scheme: Scheme, metrics: Mapping[str, Metric]) -> None:
        super().__init__()
        metric = known_or_gone(gap.metric, metrics)
        name = titled(metric, gap.window)
        reached = is_reached(gap, now)
        sign = Picture("circle-check" if reached else "circle-dashed", "green" if reached else "muted", 16)
        sign.setToolTip(tr("reached") if reached else tr("not reached yet"))
        head = QHBoxLayout()
        head.setSpacing(theme.px(6))
        head.addWidget(sign)
        head.addWidget(ElidedLabel(name), 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, theme.px(2), 0, theme.px(4))
        box.setSpacing(theme.px(1))
        box.addLayout(head)
        points = _points(gap, now, class_words(scheme, gap.code), value_words(metric, now))
        if points is not None:
            bar = ScaleBar(words_room=104)
            bar.put(points, name)
            box.addWidget(bar)
        self.words = ElidedLabel(gap_words(gap, now, metrics), "muted")
        box.addWidget(self.words)


def _points(gap: Gap, now: Decimal | str | None, code: str, told: str) -> Points | None:
    """None where the criterion is no number, or lies below zero."""
    if not isinstance(gap.needed, Decimal):
        return None
    known = [one for one in (gap.now, now, gap.needed) if isinstance(one, Decimal)]
    if min(known) < 0 or max(known) == 0:
        return None
    limits = [Limit(float(gap.needed), code)]
    if isinstance(gap.now, Decimal):
        limits.append(Limit(float(gap.now), tr("then")))
    value = float(now) if isinstance(now, Decimal) else None
    return Points(value, told, "", tuple(limits), float(max(known) * ROOM))
