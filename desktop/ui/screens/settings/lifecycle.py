"""生命周期与预警: from when on a customer counts as slowing, dormant or lost, and what warns of losing him."""

from __future__ import annotations

from dataclasses import fields, replace
from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QDoubleSpinBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from db.lifecycle import Limits
from db.queries.lifecycle import usual_gap
from db.store import Doing
from desktop.rules.errors import RuleBroken
from desktop.rules.rating.limits import DAYS, DROP, LEAST_TIMES, MOST_TIMES, TIMES, UNHAPPY, checked_limits
from desktop.services.rating.lifecycle import limits, save_limits
from desktop.ui import failures
from desktop.ui.churn_words import days_words
from desktop.ui.keeping import keep
from desktop.ui.kit import theme
from desktop.ui.kit.buttons import button
from desktop.ui.kit.labels import SectionHeader
from desktop.ui.kit.scroll import Page
from desktop.ui.leaving import may_drop
from desktop.ui.office import Office
from desktop.ui.screen import Screen
from desktop.ui.screens.settings.strategy_plan import Figure
from desktop.ui.words import current, tr
from desktop.words import N_

_WIDTH, _LINE = 116, 32  # of a number, of its line, at 100 %
# (field, title, what stands behind the number, what it means)
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


class LifecyclePage(Screen):
    """A number for each limit, kept together by one button."""

    SHOWS = frozenset({"policy", "sales_order"})

    def __init__(self, office: Office) -> None:
        super().__init__(office)
        self._kept: Limits | None = None
        self.numbers: dict[str, QSpinBox | QDoubleSpinBox] = {}
        self.usual = _quiet("")
        self.save = button(tr("Save the limits"), self._save, look="primary", tip="Ctrl+S")
        self.save.setShortcut("Ctrl+S")
        self.drop = button(tr("Drop the changes"), self._drop)
        self.reset = button(tr("Take the usual values"), lambda: self._put(Limits()), look="quiet")
        self.wrong = QLabel()
        self.wrong.setProperty("look", "error")
        self.wrong.setWordWrap(True)
        self.wrong.hide()
        self._lay_out()

    def _lay_out(self) -> None:
        page = self._page = Page()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(page)
        page.box.addWidget(SectionHeader(tr("Lifecycle")))
        page.box.addWidget(
            _quiet(
                tr(
                    "Computed every day from the purchases, beside the stage that is set by hand. The usual interval "
                    "of a customer is the median of the days between his own purchases, from three on; before that "
                    "it is the office's median."
                )
            )
        )
        page.box.addWidget(self.usual)
        page.box.addWidget(self._grid(_STATES))
        page.box.addWidget(SectionHeader(tr("Churn warnings")))
        page.box.addWidget(
            _quiet(
                tr(
                    "A customer is warned of when he spends less, moves down in the lifecycle within the period, has "
                    "an open complaint past due, or was dissatisfied. Who is marked as lost is warned of no more."
                )
            )
        )
        page.box.addWidget(self._grid(_WARNINGS))
        page.box.addWidget(self.wrong)
        foot = QHBoxLayout()
        foot.setSpacing(theme.px(8))
        for widget in (self.save, self.drop, self.reset):
            foot.addWidget(widget)
        foot.addStretch(1)
        page.box.addLayout(foot)
        page.box.addStretch(1)

    def _grid(self, lines: tuple[tuple[str, str, str, str], ...]) -> QWidget:
        around = QWidget()
        around.setMaximumWidth(theme.px(760))
        grid = QGridLayout(around)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.px(12))
        grid.setVerticalSpacing(theme.px(6))
        grid.setColumnStretch(2, 1)
        grid.setColumnMinimumWidth(0, theme.px(132))
        for line, (key, title, unit, meaning) in enumerate(lines):
            name = QLabel(current().text(title))
            made = self.numbers[key] = _number(key, current().text(title), current().text(unit))
            made.setAccessibleDescription(current().text(meaning))
            made.setDisabled(self.office.store.read_only)
            made.valueChanged.connect(lambda _: self._tell())
            name.setBuddy(made)
            said = QLabel(current().text(meaning))
            said.setProperty("look", "muted")
            for column, widget in enumerate((name, made, said)):
                grid.addWidget(widget, line, column)
            grid.setRowMinimumHeight(line, theme.px(_LINE))
        return around

    # Showing

    def reload(self) -> None:
        if self.dirty:  # what is being typed stays
            return
        with self.office.store.read() as session:
            kept, gap = limits(session), usual_gap(session)
        said = tr("Nobody has bought twice yet: the office has no median.")
        if gap is not None:
            said = tr("The office's median now: {days} days.", days=days_words(gap))
        self.usual.setText(said)
        self._page.box.invalidate()  # it has counted on an empty line
        self._kept = kept
        self._put(kept)

    def _put(self, shown: Limits) -> None:
        for key, number in self.numbers.items():
            value = getattr(shown, key)
            if isinstance(number, QDoubleSpinBox):
                number.setValue(float(value))
            else:
                number.setValue(int(value * 100) if key == "drop" else int(value))
        self._tell()

    def _tell(self) -> None:
        self.wrong.hide()
        writable = not self.office.store.read_only
        self.save.setEnabled(self.dirty and writable)
        self.drop.setEnabled(self.dirty and writable)
        self.reset.setEnabled(writable and self._kept is not None and self.taken() != Limits())

    # Writing

    def taken(self) -> Limits:
        """The limits as they are typed."""
        typed = {key: number.value() for key, number in self.numbers.items()}
        times = {key: Decimal(f"{typed[key]:.2f}") for key in TIMES}
        whole = {one.name: int(typed[one.name]) for one in fields(Limits) if one.name not in (*TIMES, "drop")}
        return replace(Limits(), **times, **whole, drop=Decimal(int(typed["drop"])) / 100)  # type: ignore[arg-type]

    @property
    def dirty(self) -> bool:
        """Whether something differs from the file."""
        return self._kept is not None and self.taken() != self._kept

    def may_leave(self) -> bool:
        if not may_drop(self.office.ask, self, self._save):
            return False
        if self.dirty:
            self._drop()
        return True

    def _drop(self) -> None:
        if self._kept is not None:
            self._put(self._kept)

    def _save(self) -> bool:
        wanted = self.taken()
        try:
            checked_limits(wanted)
        except RuleBroken as broken:
            self.wrong.setText(failures.sentence(broken))
            self.wrong.show()
            if broken.field in self.numbers:
                self.numbers[broken.field].setFocus()
                self.numbers[broken.field].selectAll()
            return False
        if not keep(self.office, Doing("lifecycle.edit"), lambda session: save_limits(session, wanted)):
            return False
        self._kept = wanted
        self._tell()
        self.office.notice.say(tr("Saved: limits of lifecycle and warnings"))
        return True


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


def _quiet(text: str) -> QLabel:
    made = QLabel(text)
    made.setProperty("look", "muted")
    made.setWordWrap(True)  # over the whole page: a widest width would be overlooked when its height is reckoned
    return made
