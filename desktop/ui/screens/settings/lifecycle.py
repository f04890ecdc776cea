"""生命周期与预警: from when on a customer counts as slowing, dormant or lost, and what warns of losing him."""

from __future__ import annotations

from dataclasses import fields, replace
from decimal import Decimal
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractSpinBox, QDoubleSpinBox, QSpinBox

from db.lifecycle import Limits
from db.queries.lifecycle import usual_gap
from db.store import Doing
from desktop.rules.rating.limits import DAYS, DROP, LEAST_TIMES, MOST_TIMES, TIMES, UNHAPPY
from desktop.services.rating.lifecycle import limits, save_limits
from desktop.ui.churn_words import days_words
from desktop.ui.kit import theme
from desktop.ui.kit.labels import SectionHeader
from desktop.ui.office import Office
from desktop.ui.screens.settings.page_parts import number_lines, quiet
from desktop.ui.screens.settings.policy_page import PolicyPage
from desktop.ui.screens.settings.strategy_plan import Figure
from desktop.ui.words import tr
from desktop.words import N_

_WIDTH = 116  # of a number, at 100 %
_STATES = (
    ("new_days", N_("Newly won"), N_(" days"), N_("so long after the first purchase")),
    (
        "active",
        N_("Active up to"),
        N_(" ×"),
        N_("times the usual interval since the last purchase; slowing down beyond"),
    ),
    ("slowing", N_("Slowing down up to"), N_(" ×"), N_("times the usual interval; dormant beyond")),
    ("lost", N_("Lost beyond"), N_(" ×"), N_("times the usual interval")),
    ("lost_days", N_("but not before"), N_(" days"), N_("since the last purchase, whatever the interval")),
)
_WARNINGS = (
    ("window", N_("Period compared"), N_(" days"), N_("the last one is held against the mean of the three before it")),
    ("drop", N_("Spends less by"), N_("%"), N_("or more; asked of customers with three purchases or more")),
    ("unhappy", N_("Dissatisfied up to"), N_(" of 5"), N_("in the latest survey")),
)


class LifecyclePage(PolicyPage[Limits]):
    """A number for each limit, kept together by one button."""

    SHOWS = frozenset({"policy", "sales_order"})
    DOING = Doing("lifecycle.edit")
    VERB, SAVED = N_("Save the limits"), N_("Saved: limits of lifecycle and warnings")

    def __init__(self, office: Office) -> None:
        super().__init__(office)
        self.numbers: dict[str, QSpinBox | QDoubleSpinBox] = {}
        self.usual = quiet("", 0)
        self._lay_out()
        self._end()

    def _lay_out(self) -> None:
        page = self.page
        page.box.addWidget(SectionHeader(tr("Lifecycle")))
        page.box.addWidget(
            quiet(
                tr(
                    "Computed every day from the purchases, beside the stage that is set by hand. The usual interval "
                    "of a customer is the median of the days between his own purchases, from three on; before that "
                    "it is the office's median."
                ),
                0,
            )
        )
        page.box.addWidget(self.usual)
        page.box.addWidget(number_lines(_STATES, 132, self._number))
        page.box.addWidget(SectionHeader(tr("Churn warnings")))
        page.box.addWidget(
            quiet(
                tr(
                    "A customer is warned of when he spends less, moves down in the lifecycle within the period, has "
                    "an open complaint past due, or was dissatisfied. Who is marked as lost is warned of no more."
                ),
                0,
            )
        )
        page.box.addWidget(number_lines(_WARNINGS, 132, self._number))

    def _number(self, key: str, title: str, unit: str) -> QSpinBox | QDoubleSpinBox:
        made = self.numbers[key] = _number(key, title, unit)
        made.setDisabled(self.office.store.read_only)
        made.valueChanged.connect(self._changed)
        return made

    def asked(self, session: Any) -> Limits:
        gap = usual_gap(session)
        said = tr("Nobody has bought twice yet: the office has no median.")
        if gap is not None:
            said = tr("The office's median now: {days} days.", days=days_words(gap))
        self.usual.setText(said)
        self.page.box.invalidate()  # it has counted on an empty line
        return limits(session)

    def put(self, shown: Limits) -> None:
        for key, number in self.numbers.items():
            value = getattr(shown, key)
            if isinstance(number, QDoubleSpinBox):
                number.setValue(float(value))
            else:
                number.setValue(int(value * 100) if key == "drop" else int(value))

    def taken(self) -> Limits:
        """The limits as they are typed."""
        typed = {key: number.value() for key, number in self.numbers.items()}
        times = {key: Decimal(f"{typed[key]:.2f}") for key in TIMES}
        whole = {one.name: int(typed[one.name]) for one in fields(Limits) if one.name not in (*TIMES, "drop")}
        return replace(Limits(), **times, **whole, drop=Decimal(int(typed["drop"])) / 100)  # type: ignore[arg-type]

    def write(self, session: Any, wanted: Limits) -> None:
        save_limits(session, wanted)

    def original(self) -> Limits:
        return Limits()


class _Times(QDoubleSpinBox):
    """A multiple, which the wheel does not change in passing any more than a Figure."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


def _number(key: str, title: str, unit: str) -> QSpinBox | QDoubleSpinBox:
    """The editor of one limit, which takes nothing beyond what may be set."""
    made: QSpinBox | QDoubleSpinBox
    if key in TIMES:
        made = _Times()
        made.setFixedWidth(theme.px(_WIDTH))
        made.setAccessibleName(title)
        made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        made.setDecimals(2)
        made.setSingleStep(0.5)
        made.setRange(float(LEAST_TIMES), float(MOST_TIMES))
    else:
        made = Figure(*{**DAYS, "drop": DROP, "unhappy": UNHAPPY}[key], title, _WIDTH)
    made.setSuffix(unit)
    made.setCorrectionMode(QAbstractSpinBox.CorrectionMode.CorrectToNearestValue)
    return made
