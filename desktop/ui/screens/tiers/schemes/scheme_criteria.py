"""The criteria of a scheme, one below the other, with the sum of their weights."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.rules.rating.metrics import Metric
from desktop.rules.rating.scheme import Criterion, Method, Scheme, Step
from desktop.rules.rating.score import weights_of
from desktop.ui.kit import theme
from desktop.ui.kit.buttons import button
from desktop.ui.screens.tiers.schemes.scheme_criterion import CriterionRow, asked_of_rfm
from desktop.ui.screens.tiers.schemes.scheme_inputs import Place, error_label, quiet
from desktop.ui.screens.tiers.schemes.scheme_words import figure
from desktop.ui.words import tr

MOST = 20
HUNDRED = Decimal(100)
TENTH = Decimal("0.1")
NEW = (Step(Decimal(0), Decimal(0)), Step(Decimal(1), HUNDRED))


def scaled(criteria: Sequence[Criterion]) -> tuple[Criterion, ...]:
    """The criteria with weights of one decimal that come to 100 exactly; the heaviest takes what rounding leaves."""
    if not criteria:
        return ()
    exact = weights_of(Scheme("", "", Method.SCORE, (), tuple(criteria)))
    weights = [one.quantize(TENTH, ROUND_HALF_UP) for one in exact]
    heaviest = max(range(len(weights)), key=lambda at: weights[at])
    weights[heaviest] += HUNDRED - sum(weights)
    return tuple(replace(one, weight=weight) for one, weight in zip(criteria, weights, strict=True))


class CriteriaEditor(QWidget):
    """Shows criteria and gives them back as typed."""

    changed = Signal()

    def __init__(self, method: Method, known: Mapping[str, Metric]) -> None:
        super().__init__()
        self._method, self._known = method, known
        self.rows: list[CriterionRow] = []
        self.add = button(tr("Another criterion"), self._add, icon="plus", look="quiet")
        self.scale = button(tr("Scale to 100"), self._scale, look="quiet")
        self.scale.setToolTip(tr("Weights keep their proportion and come to 100 together."))
        self.sum = QLabel()
        self.wrong, self.weights_wrong = error_label(), error_label()
        self._lines = QVBoxLayout()
        self._lines.setSpacing(theme.px(6))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.px(4))
        if method is Method.RFM:
            box.addWidget(quiet(tr("{metrics}, within the window:", metrics=asked_of_rfm(known))))
        box.addLayout(self._lines)
        box.addWidget(self.wrong)
        foot = QHBoxLayout()
        foot.setSpacing(theme.px(8))
        foot.addWidget(self.add)
        foot.addStretch(1)
        for widget in (self.weights_wrong, self.sum, self.scale):
            foot.addWidget(widget)
        box.addLayout(foot)
        for score_only in (self.add, self.sum, self.scale):
            score_only.setVisible(method is Method.SCORE)

    # Showing

    def put(self, criteria: Sequence[Criterion], open_at: int | None = None) -> None:
        """Show these criteria, the mapping of one of them unfolded."""
        for row in self.rows:
            self._lines.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = [CriterionRow(self._method, self._known, one, at + 1) for at, one in enumerate(criteria)]
        for at, row in enumerate(self.rows):
            self._lines.addWidget(row)
            row.up.setEnabled(at > 0)
            row.down.setEnabled(at < len(self.rows) - 1)
            row.changed.connect(self._changed)
            row.opened.connect(lambda row=row: self._only(row))
            row.up_wanted.connect(lambda at=at: self._move(at, -1))
            row.down_wanted.connect(lambda at=at: self._move(at, 1))
            row.removed.connect(lambda at=at: self._remove(at))
            row.unfold(at == open_at or self._method is Method.GRID)
        self._tell()

    def _only(self, opened: CriterionRow) -> None:
        """One mapping is open at a time, so that the others stay in sight; a grid has but two."""
        for row in self.rows:
            if row is not opened and row.fold.isChecked() and self._method is not Method.GRID:
                row.unfold(False)

    def _changed(self) -> None:
        self._tell()
        self.changed.emit()

    def _tell(self) -> None:
        weights = [row.weight.value() for row in self.rows]
        total = sum((one for one in weights if one.is_finite()), Decimal(0))
        self.sum.setText(tr("Together {total} %", total=figure(total)))
        self.scale.setEnabled(total != HUNDRED and all(one.is_finite() and one >= 0 for one in weights))
        self.add.setEnabled(len(self.rows) < MOST)

    # What is typed

    def taken(self) -> tuple[Criterion, ...]:
        """The criteria as they are typed."""
        return tuple(row.taken() for row in self.rows)

    def unread(self) -> tuple[str, QWidget] | None:
        """(place, widget) of the first text that is no number."""
        for at, row in enumerate(self.rows):
            if (found := row.unread()) is not None:
                return f"{found[0]}.{at}", found[1]
        return None

    def places(self) -> dict[str, Place]:
        """Where faults are shown."""
        found: dict[str, Place] = {"criteria": (self.add, self.wrong), "weights": (self.sum, self.weights_wrong)}
        for at, row in enumerate(self.rows):
            found |= row.places(at)
        return found

    def reveal(self, place: str) -> QWidget | None:
        """Unfold what a fault is about; the widget to go to."""
        name, _, number = place.partition(".")
        if place == "weights" and self.rows:
            return self.rows[0].weight
        if not number.isdigit() or int(number) >= len(self.rows):
            return None
        if name in ("steps", "quantiles"):
            self.rows[int(number)].unfold(True)
        return self.places()[place][0]

    # Doing

    def _open_at(self) -> int | None:
        return next((at for at, row in enumerate(self.rows) if row.fold.isChecked()), None)

    def _again(self, criteria: Sequence[Criterion], open_at: int | None) -> None:
        self.put(criteria, open_at)
        self.changed.emit()

    def _add(self) -> None:
        taken = self.taken()
        asked = {one.metric for one in taken}
        metric = next((key for key in self._known if key not in asked), "purchases")
        weight = max(HUNDRED - sum((one.weight for one in taken if one.weight.is_finite()), Decimal(0)), Decimal(0))
        self._again([*taken, Criterion(metric, weight=weight, steps=NEW)], len(taken))
        self.rows[-1].asked.setFocus()

    def _move(self, at: int, by: int) -> None:
        criteria = list(self.taken())
        criteria.insert(at + by, criteria.pop(at))
        self._again(criteria, None)
        row = self.rows[at + by]
        wanted = row.up if by < 0 else row.down
        (wanted if wanted.isEnabled() else row.asked).setFocus()

    def _remove(self, at: int) -> None:
        self._again([one for number, one in enumerate(self.taken()) if number != at], None)
        (self.rows[min(at, len(self.rows) - 1)].asked if self.rows else self.add).setFocus()

    def _scale(self) -> None:
        self._again(scaled(self.taken()), self._open_at())
        self.scale.setFocus()
