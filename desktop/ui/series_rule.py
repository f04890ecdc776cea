"""How often: the part of the box of a series that is chosen rather than typed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSpinBox,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from db.vocabulary import CalendarKind
from desktop.rules.lunar import lunar_of
from desktop.rules.moon_words import moon_day
from desktop.rules.recurrence.rule import MOST_COUNT, Freq
from desktop.rules.recurrence.wording import MONTHS, WEEKDAYS
from desktop.rules.series_choice import NTHS, MonthBy, SeriesChoice, by_the_moon, first_choice
from desktop.ui.kit import theme
from desktop.ui.kit.date_editor import DateEditor
from desktop.ui.kit.fields import FormField, Reading
from desktop.ui.kit.inputs import Choice
from desktop.ui.words import current, tr
from desktop.words import N_

MOST_TIMES = 500
_SOLAR = (
    (Freq.DAILY, N_("day(s)")),
    (Freq.WEEKLY, N_("week(s)")),
    (Freq.MONTHLY, N_("month(s)")),
    (Freq.YEARLY, N_("year(s)")),
)
_LUNAR = ((Freq.MONTHLY, N_("lunar month(s)")), (Freq.YEARLY, N_("lunar year(s)")))
_NTH = {1: N_("first"), 2: N_("second"), 3: N_("third"), 4: N_("fourth"), -1: N_("last")}
_BY = ((MonthBy.DAY, N_("on a day")), (MonthBy.WEEKDAY, N_("on a weekday")), (MonthBy.LAST, N_("on the last day")))
_ENDS = (N_("without end"), N_("a number of times"), N_("until a day"))
_LUNAR_30 = 30


class RuleChooser(QWidget):
    """Shows a choice and gives back what was chosen; `changed` with every turn."""

    changed = Signal()

    def __init__(self, reading: Reading) -> None:
        super().__init__()
        self._start = reading.today()
        self._putting = False
        self.calendar = _choice(tr("Kind of calendar"), [tr("solar calendar"), tr("lunar calendar")])
        self.interval = _number(tr("Every how many"), 1, 99)
        self.freq = _choice(tr("Unit"), [])
        self.weekdays = self._weekday_buttons()
        self.month = _choice(tr("Month"), [])
        self.by = _choice(tr("Which day"), [current().text(text) for _, text in _BY])
        self.day = _choice(tr("Day"), [])
        self.nth = _choice(tr("Which of the month"), [current().text(_NTH[one]) for one in NTHS])
        self.weekday = _choice(tr("Day of the week"), [current().text(day) for day in WEEKDAYS])
        self.ends = _choice(tr("Ends"), [current().text(text) for text in _ENDS])
        self.times = _number(tr("How many times"), 1, MOST_TIMES)
        self.until = DateEditor(FormField("until", N_("Last day"), "date"), reading)
        self.problem = QLabel()
        self.problem.setProperty("look", "error")
        self.problem.setWordWrap(True)
        self.problem.hide()
        self._lay_out()
        self._connect()

    def _weekday_buttons(self) -> list[QPushButton]:
        made = []
        for name in WEEKDAYS:
            one = QPushButton(_short(current().text(name)))
            one.setCheckable(True)
            one.setAutoDefault(False)
            one.setAccessibleName(current().text(name))
            one.setMinimumWidth(theme.px(44))
            made.append(one)
        return made

    def _lay_out(self) -> None:
        self.weekly = _row(self.weekdays)
        self.monthly = _row([self.month, self.by, self.day, self.nth, self.weekday])
        self.days = QStackedWidget()
        for page in (QWidget(), self.weekly, self.monthly):
            self.days.addWidget(page)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.px(6))
        every = QLabel(tr("every:"))
        box.addWidget(_row([self.calendar, every, self.interval, self.freq]))
        box.addWidget(self.days)
        box.addWidget(_row([self.ends, self.times, self.until]))
        box.addWidget(self.problem)

    def _connect(self) -> None:
        for choice in (self.freq, self.month, self.by, self.day, self.nth, self.weekday, self.ends):
            choice.currentIndexChanged.connect(self._on_changed)
        for number in (self.interval, self.times):
            number.valueChanged.connect(self._on_changed)
        for one in self.weekdays:
            one.toggled.connect(self._on_changed)
        self.until.edited.connect(self._on_changed)
        self.calendar.currentIndexChanged.connect(self._turn_calendar)

    # Showing

    def put(self, choice: SeriesChoice, start: date) -> None:
        """Show a choice of a series that begins on `start`."""
        self._putting, self._start = True, start
        lunar = choice.calendar is CalendarKind.LUNAR
        self.calendar.setCurrentIndex(int(lunar))
        units = _LUNAR if lunar else _SOLAR
        _fill(self.freq, [current().text(text) for _, text in units])
        self.freq.setCurrentIndex([freq for freq, _ in units].index(choice.freq))
        self.interval.setValue(choice.interval)
        for at, one in enumerate(self.weekdays):
            one.setChecked(at in choice.weekdays)
        _fill(self.month, [_month(number, lunar) for number in range(1, 13)])
        self.month.setCurrentIndex(choice.month - 1)
        self.by.setCurrentIndex([by for by, _ in _BY].index(choice.by))
        _fill(self.day, [_day(number, lunar) for number in range(1, (_LUNAR_30 if lunar else 31) + 1)])
        self.day.setCurrentIndex(min(choice.day, self.day.count()) - 1)
        self.nth.setCurrentIndex(NTHS.index(choice.nth))
        self.weekday.setCurrentIndex(choice.weekday)
        self.ends.setCurrentIndex(1 if choice.count is not None else 2 if choice.until is not None else 0)
        self.times.setValue(choice.count or 10)
        self.until.put(choice.until)
        self._putting = False
        self._show_parts()

    def begin_on(self, start: date) -> None:
        """The first day was changed: what still stood on the old one goes with it."""
        before, now = first_choice(self._start), self.taken()
        if now.calendar is CalendarKind.LUNAR:
            old, new = lunar_of(self._start), lunar_of(start)
            moved = replace(now, day=new.day, month=new.month) if old and new and now.day == old.day else now
        else:
            moved = _following(now, before, first_choice(start))
        self.put(moved, start)
        self.changed.emit()

    def _show_parts(self) -> None:
        choice = self.taken()
        lunar, freq = choice.calendar is CalendarKind.LUNAR, choice.freq
        page = {Freq.DAILY: 0, Freq.WEEKLY: 1}.get(freq, 2)
        self.days.setCurrentIndex(page)
        self.days.setVisible(page != 0)
        by = MonthBy.DAY if lunar else choice.by
        self.month.setVisible(freq is Freq.YEARLY)
        self.by.setVisible(not lunar)
        self.day.setVisible(by is MonthBy.DAY)
        for one in (self.nth, self.weekday):
            one.setVisible(by is MonthBy.WEEKDAY)
        self.times.setVisible(self.ends.currentIndex() == 1)
        self.until.setVisible(self.ends.currentIndex() == 2)

    def say(self, sentence: str) -> None:
        """Say what is wrong with the rule, "" for nothing."""
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))

    def show_error(self, field: str, sentence: str) -> bool:
        """As a form does: what is wrong with the rule is said here."""
        if field == "rule":
            self.say(sentence)
        return field == "rule"

    def focus(self, _field: str = "") -> None:
        """Put the cursor where one begins."""
        self.freq.setFocus()

    # What was chosen

    def taken(self) -> SeriesChoice:
        """What is chosen; NotUnderstood where the last day cannot be read."""
        lunar = self.calendar.currentIndex() == 1
        units, ends = (_LUNAR if lunar else _SOLAR), self.ends.currentIndex()
        until = self.until.get() if ends == 2 and not self._putting else None
        return SeriesChoice(
            units[max(0, self.freq.currentIndex())][0],
            CalendarKind.LUNAR if lunar else CalendarKind.SOLAR,
            self.interval.value(),
            tuple(at for at, one in enumerate(self.weekdays) if one.isChecked()),
            MonthBy.DAY if lunar else _BY[self.by.currentIndex()][0],
            self.day.currentIndex() + 1,
            self.month.currentIndex() + 1,
            NTHS[self.nth.currentIndex()],
            self.weekday.currentIndex(),
            min(self.times.value(), MOST_COUNT) if ends == 1 else None,
            until if isinstance(until, date) else None,
        )

    @property
    def until_missing(self) -> bool:
        """Whether it ends on a day that is not said."""
        return self.ends.currentIndex() == 2 and self.until.get() is None

    def _on_changed(self, *_: object) -> None:
        if not self._putting:
            try:
                self._show_parts()
            except ValueError as problem:
                self.say(str(problem))
                return
            self.changed.emit()

    def _turn_calendar(self, _index: int) -> None:
        if self._putting:
            return
        lunar = self.calendar.currentIndex() == 1
        base = replace(first_choice(self._start), interval=self.interval.value())
        units = _SOLAR if lunar else _LUNAR  # what stands there is of the other calendar
        freq = units[max(0, self.freq.currentIndex())][0]
        base = replace(base, freq=freq)
        self.put(by_the_moon(base, self._start) if lunar else base, self._start)
        self.changed.emit()


def _following(now: SeriesChoice, before: SeriesChoice, after: SeriesChoice) -> SeriesChoice:
    """What was as the old first day proposed is as the new one proposes."""
    names = ("weekdays", "day", "month", "nth", "weekday")
    return replace(now, **{name: getattr(after, name) for name in names if getattr(now, name) == getattr(before, name)})


def _choice(name: str, texts: Sequence[str]) -> Choice:
    made = Choice()
    made.setAccessibleName(name)
    made.setToolTip(name)
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
    made.addItems(list(texts))
    return made


def _fill(choice: Choice, texts: Sequence[str]) -> None:
    choice.blockSignals(True)
    choice.clear()
    choice.addItems(list(texts))
    choice.blockSignals(False)


def _number(name: str, least: int, most: int) -> QSpinBox:
    made = QSpinBox()
    made.setRange(least, most)
    made.setAccessibleName(name)
    made.setToolTip(name)
    return made


def _row(widgets: Sequence[QWidget]) -> QWidget:
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(theme.px(6))
    for one in widgets:
        row.addWidget(one)
    row.addStretch(1)
    return made


def _short(name: str) -> str:
    return name if current().language.startswith("zh") else name[:3]


def _month(number: int, lunar: bool) -> str:
    if not lunar:
        return current().text(MONTHS[number - 1])
    chinese = current().language.startswith("zh")
    return moon_day(number, 1).partition("月")[0] + "月" if chinese else tr("lunar month {number}", number=number)


def _day(number: int, lunar: bool) -> str:
    if not lunar:
        return tr("day {day}", day=number)
    chinese = current().language.startswith("zh")
    return moon_day(1, number).partition("月")[2] if chinese else tr("day {day}", day=number)
