"""The columns of the list of promotion plans, and the strip above it: how the plans of a scheme stand and hit."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from db.queries.plans import PlanRow, by_rep, by_step, tally
from db.vocabulary import PlanState
from desktop.rules.rating.scheme import Scheme
from desktop.ui.kit import theme
from desktop.ui.kit.labels import ElidedLabel
from desktop.ui.kit.table import Column
from desktop.ui.screens.tiers.plans.plan_words import (
    ICONS,
    TONES,
    is_late,
    left_words,
    rate_words,
    state_of,
    state_words,
    step_words,
    steps_words,
)
from desktop.ui.wording import day
from desktop.ui.words import tr
from desktop.words import N_


def plan_columns(step_of: Callable[[PlanRow], str], today: Callable[[], date]) -> tuple[Column[PlanRow], ...]:
    """The columns; `step_of` says a plan's step between classes."""
    return (
        Column("name", N_("Customer name"), lambda row: row.name, 130, fixed=True, tip=lambda row: row.name),
        Column("step", N_("Class step"), step_of, 76),
        Column(
            "state", N_("State"), lambda row: state_words(row, today()), 112,
            icon=lambda row: ICONS[state_of(row, today())], colour=lambda row: _tint(row, today()),
        ),
        Column("until", N_("By when"), lambda row: day(row.until), 88),
        Column("left", N_("Left"), lambda row: _left(row, today()), 88),
        Column(
            "steps", N_("Steps"), steps_words, 96, colour=lambda row: "red" if is_late(row) else None,
            tip=lambda _: tr("Steps that are done, of those in the calendar"),
        ),
        Column("rep", N_("Rep"), lambda row: row.rep or "", 56),
        Column("judged", N_("Judged by"), lambda row: day(row.judged_on), 92, shown=False),
    )  # fmt: skip


def _left(row: PlanRow, today: date) -> str:
    """As short as the title of the column allows."""
    days = row.days_left(today)
    return tr("{days} days", days=days) if row.state is PlanState.OPEN and days > 0 else left_words(row, today)


def _tint(row: PlanRow, today: date) -> str:
    tone = TONES[state_of(row, today)]
    return "muted" if tone == "grey" else tone


class PlanStrip(QWidget):
    """Counts by state with the hit rate, and the hit rate by rep and by class step: what a supervisor asks for."""

    def __init__(self) -> None:
        super().__init__()
        self._counts = QHBoxLayout()
        self._counts.setSpacing(theme.px(20))
        self.figures: dict[str, QLabel] = {}
        self.reps, self.steps = ElidedLabel(look="muted"), ElidedLabel(look="muted")
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.px(2))
        box.addLayout(self._counts)
        rates = QHBoxLayout()
        rates.setSpacing(theme.px(20))
        rates.addWidget(self.reps, 1)
        rates.addWidget(self.steps, 1)
        box.addLayout(rates)
        for key, text in _titles().items():
            self._add(key, text)
        self._counts.addStretch(1)

    def _add(self, key: str, text: str) -> None:
        figure, name = QLabel(), QLabel(text)
        figure.setProperty("look", "figure")
        name.setProperty("look", "muted")
        row = QHBoxLayout()
        row.setSpacing(theme.px(6))
        row.addWidget(name)
        row.addWidget(figure)
        self._counts.addLayout(row)
        self.figures[key] = figure

    def tell(self, rows: Sequence[PlanRow], scheme: Scheme, today: date) -> None:
        """Count these plans; away while there are none."""
        self.setVisible(bool(rows))
        of = tally(rows)
        told = {
            "open": str(of.open),
            "late": str(sum(row.overdue(today) for row in rows)),
            "reached": str(of.reached),
            "missed": str(of.missed),
            "dropped": str(of.dropped),
            "rate": rate_words(of),
        }
        titles = _titles()
        for key, text in told.items():
            self.figures[key].setText(text)
            self.figures[key].setAccessibleName(f"{titles[key]}: {text}")
        by = [
            f"{rep or tr('no rep')} {rate_words(one)}" for rep, one in by_rep(rows).items() if one.hit_rate is not None
        ]
        ways = [
            f"{step_words(scheme, *step)} {rate_words(one)}"
            for step, one in by_step(rows).items()
            if one.hit_rate is not None
        ]
        self.reps.say(tr("By rep: {rates}", rates=" · ".join(by)) if by else "")
        self.steps.say(tr("By class step: {rates}", rates=" · ".join(ways)) if ways else "")
        for label in (self.reps, self.steps):
            label.setVisible(bool(label.whole))


def _titles() -> dict[str, str]:
    return {
        "open": tr("Under way"),
        "late": tr("Past their end"),
        "reached": tr("Reached"),
        "missed": tr("Missed"),
        "dropped": tr("Given up"),
        "rate": tr("Hit rate"),
    }
