"""服务时限: the hours of the office, and within how many of them each tier is answered and helped."""

from __future__ import annotations

from datetime import time
from typing import Any

from PySide6.QtCore import QTime
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QLabel, QSpinBox, QTimeEdit

from db.store import Doing
from desktop.rules.holidays import known_years
from desktop.rules.service_clock import MOST_HOURS, UNTIERED, ClockPolicy, Limits
from desktop.rules.work_calendar import WorkCalendar
from desktop.rules.working_hours import NOTHING, OfficeHours
from desktop.services.calendar.days import work_calendar
from desktop.services.service_cases import CLOCK_POLICY, clock_policy, set_clock_policy
from desktop.ui.kit import theme
from desktop.ui.kit.buttons import button
from desktop.ui.kit.labels import SectionHeader
from desktop.ui.office import Office
from desktop.ui.screens.settings.page_parts import beside, quiet
from desktop.ui.screens.settings.policy_page import PolicyPage
from desktop.ui.words import tr
from desktop.words import N_

Row = tuple[QSpinBox, QSpinBox]


class ServiceTimesPage(PolicyPage[ClockPolicy]):
    """Four times of day and two numbers for each tier, kept by one button."""

    SHOWS = frozenset({"policy", "holiday"})
    DOING = Doing("policy.edit", {"key": CLOCK_POLICY})
    VERB, SAVED = N_("Save time limits"), N_("Saved: time limits for complaints and requests")

    def __init__(self, office: Office) -> None:
        super().__init__(office)
        self._rows: dict[str, Row] = {}
        self.opens, self.closes = self._clock(tr("Opens")), self._clock(tr("Closes"))
        self.lunch_from, self.lunch_to = self._clock(tr("Lunch break from")), self._clock(tr("Lunch break to"))
        self.lunch = QCheckBox(tr("Lunch break"))
        self.lunch.setDisabled(office.store.read_only)
        self.lunch.toggled.connect(self._changed)
        self.a_day = quiet("")
        self.grid, self.known = QGridLayout(), quiet("")
        self._lay_out()
        self._end()

    def _clock(self, name: str) -> QTimeEdit:
        made = QTimeEdit()
        made.setDisplayFormat("HH:mm")
        made.setFixedWidth(theme.px(96))
        made.setAccessibleName(name)
        made.setDisabled(self.office.store.read_only)
        made.timeChanged.connect(self._changed)
        return made

    def _lay_out(self) -> None:
        page = self.page
        page.box.addWidget(SectionHeader(tr("Hours of the office")))
        page.box.addLayout(beside(QLabel(tr("Opens")), self.opens, QLabel(tr("Closes")), self.closes))
        page.box.addLayout(beside(self.lunch, self.lunch_from, QLabel("–"), self.lunch_to))
        page.box.addWidget(self.a_day)
        page.box.addWidget(SectionHeader(tr("Complaints and service requests")))
        page.box.addWidget(
            quiet(
                tr(
                    "Working hours from the opening of a case to the first answer and to the solution, by the "
                    "customer's value tier on that day. A change here, or of the tier, does not move the clock of "
                    "cases that are open."
                )
            )
        )
        self.grid.setHorizontalSpacing(theme.px(16))
        self.grid.setVerticalSpacing(theme.px(6))
        around = QHBoxLayout()
        around.addLayout(self.grid)
        around.addStretch(1)
        page.box.addLayout(around)
        way = button(tr("Holidays"), lambda: self.office.go("settings", "holidays"), icon="calendar", look="quiet")
        page.box.addWidget(self.known)
        page.box.addLayout(beside(way))

    # Showing

    def asked(self, session: Any) -> ClockPolicy:
        self._say_known(work_calendar(session))
        return clock_policy(session)

    def _say_known(self, calendar: WorkCalendar) -> None:
        last = known_years()[-1]
        while calendar.is_known(last + 1):
            last += 1
        self.known.setText(
            tr(
                "Holidays and worked weekends are those of the office's calendar, known up to {year}. In later years "
                "Monday to Friday count as working days until they are entered.",
                year=last,
            )
        )

    def put(self, shown: ClockPolicy) -> None:
        hours = shown.hours
        ends = (hours.lunch_from or time(12), hours.lunch_to or time(13))
        for editor, at in ((self.opens, hours.opens), (self.closes, hours.closes), (self.lunch_from, ends[0]),
                           (self.lunch_to, ends[1])):  # fmt: skip
            editor.setTime(QTime(at.hour, at.minute))
        self.lunch.setChecked(hours.lunch_from is not None)
        self._fill_tiers(shown)

    def _fill_tiers(self, shown: ClockPolicy) -> None:
        while self.grid.count():
            old = self.grid.takeAt(0).widget()
            old.hide()
            old.deleteLater()
        for column, name in enumerate((tr("Value tier"), tr("First answer within"), tr("Solution within"))):
            head = QLabel(name)
            head.setProperty("look", "label")
            self.grid.addWidget(head, 0, column)
        self._rows = {}
        for line, (tier, limits) in enumerate(shown.limits.items(), 1):
            name = tr("tier {tier}", tier=tier) if tier != UNTIERED else tr("no tier")
            row = (self._hours(name, tr("First answer within")), self._hours(name, tr("Solution within")))
            row[0].setValue(limits.answer)
            row[1].setValue(limits.solve)
            self._rows[tier] = row
            for column, widget in enumerate((QLabel(name), *row)):
                self.grid.addWidget(widget, line, column)

    def _hours(self, tier: str, what: str) -> QSpinBox:
        made = QSpinBox()
        made.setRange(1, MOST_HOURS)
        made.setSuffix(" " + tr("working hours"))
        made.setFixedWidth(theme.px(160))
        made.setAccessibleName(f"{tier}: {what}")
        made.setDisabled(self.office.store.read_only)
        made.valueChanged.connect(self._changed)
        return made

    # Writing

    def taken(self) -> ClockPolicy:
        """The policy as it stands in the editors."""
        lunch = self.lunch.isChecked()
        hours = OfficeHours(
            _time(self.opens),
            _time(self.closes),
            _time(self.lunch_from) if lunch else None,
            _time(self.lunch_to) if lunch else None,
        )
        return ClockPolicy(
            hours, {tier: Limits(answer.value(), solve.value()) for tier, (answer, solve) in self._rows.items()}
        )

    def write(self, session: Any, wanted: ClockPolicy) -> None:
        set_clock_policy(session, wanted)

    def tell(self) -> None:
        free = not self.office.store.read_only
        for editor in (self.lunch_from, self.lunch_to):
            editor.setEnabled(free and self.lunch.isChecked())
        day = self.taken().hours.a_day
        minutes = max(day, NOTHING).seconds // 60
        self.a_day.setText(tr("A working day has {hours} h {minutes} min.", hours=minutes // 60, minutes=minutes % 60))


def _time(editor: QTimeEdit) -> time:
    at = editor.time()
    return time(at.hour(), at.minute())
