"""日程规则: where a follow-up goes from a day off, how long each kind takes, when one is reminded, visits of a day."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QWidget

from db.store import Doing
from db.vocabulary import DayShift, FollowUpKind
from desktop.rules.calendar_policy import MOST_MINUTES, MOST_REMIND, MOST_VISITS, POLICY, CalendarPolicy
from desktop.services.calendar.policy import calendar_policy, set_calendar_policy
from desktop.ui.kit import theme
from desktop.ui.kit.inputs import Choice
from desktop.ui.kit.labels import SectionHeader
from desktop.ui.office import Office
from desktop.ui.screens.settings.page_parts import beside, muted, quiet
from desktop.ui.screens.settings.policy_page import PolicyPage
from desktop.ui.screens.settings.strategy_plan import Figure
from desktop.ui.wording import words_of
from desktop.ui.words import current, tr
from desktop.words import N_

LEAST_MINUTES = 5
SHIFTS = {
    DayShift.NEXT: N_("to the next working day"),
    DayShift.PREVIOUS: N_("to the working day before"),
    DayShift.NONE: N_("stays on its day"),
}


class CalendarPolicyPage(PolicyPage[CalendarPolicy]):
    """A line for each kind of follow-up and two numbers, kept together by one button."""

    SHOWS = frozenset({"policy"})
    DOING = Doing("policy.edit", {"key": POLICY})
    VERB, SAVED = N_("Save the rules"), N_("Saved: rules of the calendar")

    def __init__(self, office: Office) -> None:
        super().__init__(office)
        self.shifts = {kind: self._shift(kind) for kind in FollowUpKind}
        self.minutes = {kind: self._minutes(kind) for kind in FollowUpKind}
        self.remind = Figure(0, MOST_REMIND, tr("Remind before, minutes"), 136)
        self.remind.setSuffix(tr(" min"))
        self.visits = Figure(1, MOST_VISITS, tr("Visits a day"), 136)
        for number in (self.remind, self.visits):
            number.valueChanged.connect(self._changed)
            number.setDisabled(office.store.read_only)
        self._lay_out()
        self._end()

    def _shift(self, kind: FollowUpKind) -> Choice:
        made = Choice()
        for shift, words in SHIFTS.items():
            made.addItem(current().text(words), shift)
        made.setMinimumWidth(theme.px(208))
        made.setAccessibleName(tr("{kind}: on a day off", kind=words_of(kind)))
        made.setDisabled(self.office.store.read_only)
        made.currentIndexChanged.connect(self._changed)
        return made

    def _minutes(self, kind: FollowUpKind) -> Figure:
        made = Figure(LEAST_MINUTES, MOST_MINUTES, tr("{kind}: usual minutes", kind=words_of(kind)), 120)
        made.setSuffix(tr(" min"))
        made.setSingleStep(5)
        made.setDisabled(self.office.store.read_only)
        made.valueChanged.connect(self._changed)
        return made

    def _lay_out(self) -> None:
        page = self.page
        page.box.addWidget(SectionHeader(tr("Each kind of follow-up")))
        page.box.addWidget(
            quiet(
                tr(
                    "Where a follow-up is proposed whose day is a day off, and how long it usually takes. A day "
                    "chosen by hand stays as it is chosen; the calendar only points it out."
                )
            )
        )
        page.box.addLayout(self._kinds())
        page.box.addWidget(SectionHeader(tr("Reminders and the plan of a week")))
        page.box.addLayout(
            _row(
                tr("Remind before"), self.remind, tr("the time of a follow-up that does not say itself; 0: at its time")
            )
        )
        page.box.addLayout(
            _row(tr("Visits a day"), self.visits, tr("at most in a planned week, of a rep without a number of his own"))
        )
        page.box.addSpacing(theme.px(8))

    def _kinds(self) -> QHBoxLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(16))
        grid.setVerticalSpacing(theme.px(6))
        for column, words in enumerate((tr("Kind"), tr("On a day off it goes"), tr("Usually takes"))):
            grid.addWidget(_label(words), 0, column)
        for line, kind in enumerate(FollowUpKind, 1):
            for column, widget in enumerate((QLabel(words_of(kind)), self.shifts[kind], self.minutes[kind])):
                grid.addWidget(widget, line, column)
        around = QHBoxLayout()
        around.addLayout(grid)
        around.addStretch(1)
        return around

    def asked(self, session: Any) -> CalendarPolicy:
        return calendar_policy(session)

    def put(self, shown: CalendarPolicy) -> None:
        for kind in FollowUpKind:
            self.shifts[kind].setCurrentIndex(self.shifts[kind].findData(shown.shifts[kind]))
            self.minutes[kind].setValue(shown.minutes[kind])
        self.remind.setValue(shown.remind_minutes)
        self.visits.setValue(shown.daily_visits)

    def taken(self) -> CalendarPolicy:
        """The policy as it stands in the editors."""
        return CalendarPolicy(
            {kind: DayShift(one.currentData()) for kind, one in self.shifts.items()},
            {kind: one.value() for kind, one in self.minutes.items()},
            self.remind.value(),
            self.visits.value(),
        )

    def write(self, session: Any, wanted: CalendarPolicy) -> None:
        set_calendar_policy(session, wanted)

    def original(self) -> CalendarPolicy:
        return CalendarPolicy()


def _row(title: str, editor: QWidget, meaning: str) -> QHBoxLayout:
    name = QLabel(title)
    name.setMinimumWidth(theme.px(112))
    name.setBuddy(editor)
    return beside(name, editor, muted(meaning), gap=12)


def _label(text: str) -> QLabel:
    made = QLabel(text)
    made.setProperty("look", "label")
    return made
