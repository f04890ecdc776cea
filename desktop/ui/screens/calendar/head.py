"""The head of the calendar: back, today, on, where one is, what is not announced, and a day to go to."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QDate, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel

from desktop.rules.lunar import lunar_of
from desktop.ui.key_day_wording import date_words
from desktop.ui.kit import theme
from desktop.ui.kit.buttons import button, tool
from desktop.ui.kit.calendar.year_strip import month_name
from desktop.ui.kit.date_editor import MonthPopup
from desktop.ui.kit.fields import NotUnderstood
from desktop.ui.kit.inputs import Line, mark_wrong
from desktop.ui.office import Office
from desktop.ui.screens.calendar.choice import CalendarChoice
from desktop.ui.screens.calendar.day_marks import full_moon
from desktop.ui.screens.calendar.entry_words import monday_of
from desktop.ui.screens.calendar.views import Step
from desktop.ui.screens.customers.readings import reading
from desktop.ui.words import current, tr

LENGTH = 30  # days of a stretch


class Head(QFrame):
    """`turn(by)` turns the page of the view in front."""

    holidays_wanted = Signal()

    def __init__(self, office: Office, choice: CalendarChoice) -> None:
        super().__init__()
        self._office, self._choice = office, choice
        self.step: Step = "month"
        self.setProperty("look", "pane")
        self.back = tool("chevron-left", tr("Earlier"), lambda: self.turn(-1), shortcut="Alt+Left")
        self.today = button(tr("Today"), self.go_today, tip="Home")
        self.on = tool("chevron-right", tr("Further on"), lambda: self.turn(1), shortcut="Alt+Right")
        self.title = QLabel()
        self.title.setProperty("look", "title")
        self.warning = button("", self.holidays_wanted.emit, icon="alert-triangle", look="quiet")
        self.warning.hide()
        self.goal = Line()
        self.goal.setPlaceholderText(tr("Go to: 3-5, next Tuesday"))
        self.goal.setAccessibleName(tr("Go to a day"))
        self.goal.setToolTip(tr("Go to a day") + " (Ctrl+G)")
        self.goal.setMinimumWidth(theme.px(100))
        self.goal.setMaximumWidth(theme.px(190))
        self.goal.returnPressed.connect(self._go)
        self.goal.textEdited.connect(lambda _: mark_wrong(self.goal, False))
        self.pick = tool("calendar", tr("Pick a day"), self._pick)
        self._popup: MonthPopup | None = None
        QShortcut(QKeySequence("Ctrl+G"), self).activated.connect(self.goal.setFocus)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(12), theme.px(6), theme.px(12), theme.px(2))
        row.setSpacing(theme.px(6))
        for widget in (self.back, self.today, self.on, self.title, self.warning):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self.goal, 100)  # its whole width where there is room
        row.addWidget(self.pick)

    def say(self, step: Step, missing: int | None) -> None:
        """Name the days that are shown; `missing` is a year whose holidays are not known."""
        self.step = step
        for widget in (self.back, self.today, self.on, self.title, self.goal, self.pick):
            widget.setVisible(bool(step))
        self.title.setText(self._words())
        self.warning.setVisible(missing is not None)
        if missing is not None:
            self.warning.setText(tr("Holidays of {year} not announced yet…", year=missing))

    def _words(self) -> str:
        day, chinese = self._choice.day, current().language.startswith("zh")
        if self.step == "year":
            return tr("{year}", year=day.year)
        if self.step == "month":
            return tr("{month} {year}", month=month_name(day.month), year=day.year)
        if self.step == "week":
            first = monday_of(day)
            last = first + timedelta(6)
            number = tr("week {number}", number=first.isocalendar().week)
            return f"{_span(first, last, chinese=chinese)}  ·  {number}"
        if self.step == "stretch":
            return _span(day, day + timedelta(LENGTH - 1), chinese=chinese)
        moon = lunar_of(day)
        return "  ·  ".join(filter(None, (date_words(day, date(1, 1, 1)), full_moon(moon) if moon else "")))

    def turn(self, by: int) -> None:
        """So many pages on."""
        day = turned(self._choice.day, self.step, by)
        if day is not None:
            self._choice.go(day)

    def go_today(self) -> None:
        """Back to today."""
        self._choice.go(self._office.today())

    def _go(self) -> None:
        text = self.goal.text().strip()
        if not text:
            return
        try:
            day = reading(self._office).read_date(text)
        except NotUnderstood as problem:
            mark_wrong(self.goal, True)
            self._office.notice.say(str(problem), "bad")
            return
        self.goal.clear()
        if day is not None:
            self._choice.go(day)

    def _pick(self) -> None:
        if self._popup is None:
            self._popup = MonthPopup(self.pick)
            self._popup.calendar.clicked.connect(self._picked)
            self._popup.calendar.activated.connect(self._picked)
        self._popup.open_at(self._choice.day)

    def _picked(self, day: QDate) -> None:
        if self._popup is not None:
            self._popup.close()
        self._choice.go(date(day.year(), day.month(), day.day()))


def turned(day: date, step: Step, by: int) -> date | None:
    """The same day so many pages on: 31 March a month on is 30 April; None beyond what a calendar has."""
    try:
        if step in ("day", "week", "stretch"):
            return day + timedelta(by * {"day": 1, "week": 7, "stretch": LENGTH}[step])
        months = day.year * 12 + day.month - 1 + by * (12 if step == "year" else 1)
        first = date(months // 12, months % 12 + 1, 1)
        last = ((first + timedelta(31)).replace(day=1) - timedelta(1)).day
        return first.replace(day=min(day.day, last))
    except (OverflowError, ValueError):
        return None


def _span(first: date, last: date, *, chinese: bool) -> str:
    if not chinese:
        end = last.isoformat() if first.year != last.year else last.isoformat()[5:]
        return f"{first.isoformat()} – {end}"
    year = f"{last.year}年" if first.year != last.year else ""
    month = f"{last.month}月" if (first.year, first.month) != (last.year, last.month) else ""
    return f"{first.year}年{first.month}月{first.day}日–{year}{month}{last.day}日"
