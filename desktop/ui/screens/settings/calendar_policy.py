"""日程规则: where a follow-up goes from a day off, how long each kind takes, when one is reminded, visits of a day."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from db.store import Doing
from db.vocabulary import DayShift, FollowUpKind
from desktop.rules.calendar_policy import MOST_MINUTES, MOST_REMIND, MOST_VISITS, POLICY, CalendarPolicy
from desktop.services.calendar.policy import calendar_policy, set_calendar_policy
from desktop.ui.keeping import keep
from desktop.ui.kit import theme
from desktop.ui.kit.buttons import button
from desktop.ui.kit.inputs import Choice
from desktop.ui.kit.labels import SectionHeader
from desktop.ui.kit.scroll import Page
from desktop.ui.leaving import may_drop
from desktop.ui.office import Office
from desktop.ui.screen import Screen
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


class CalendarPolicyPage(Screen):
    """A line for each kind of follow-up and two numbers, kept together by one button."""

    SHOWS = frozenset({"policy"})

    def __init__(self, office: Office) -> None:
        super().__init__(office)
        self._kept: CalendarPolicy | None = None
        self.shifts = {kind: self._shift(kind) for kind in FollowUpKind}
        self.minutes = {kind: self._minutes(kind) for kind in FollowUpKind}
        self.remind = Figure(0, MOST_REMIND, tr("Remind before, minutes"), 136)
        self.remind.setSuffix(tr(" min"))
        self.visits = Figure(1, MOST_VISITS, tr("Visits a day"), 136)
        for number in (self.remind, self.visits):
            number.valueChanged.connect(self._tell)
            number.setDisabled(office.store.read_only)
        self.save = button(tr("Save the rules"), self._save, look="primary", tip="Ctrl+S")
        self.save.setShortcut("Ctrl+S")
        self.drop = button(tr("Drop the changes"), self._drop)
        self.usual = button(tr("Take the usual values"), lambda: self._put(CalendarPolicy()), look="quiet")
        self.usual.setDisabled(office.store.read_only)
        self._lay_out()

    def _shift(self, kind: FollowUpKind) -> Choice:
        made = Choice()
        for shift, words in SHIFTS.items():
            made.addItem(current().text(words), shift)
        made.setMinimumWidth(theme.px(208))
        made.setAccessibleName(tr("{kind}: on a day off", kind=words_of(kind)))
        made.setDisabled(self.office.store.read_only)
        made.currentIndexChanged.connect(self._tell)
        return made

    def _minutes(self, kind: FollowUpKind) -> Figure:
        made = Figure(LEAST_MINUTES, MOST_MINUTES, tr("{kind}: usual minutes", kind=words_of(kind)), 120)
        made.setSuffix(tr(" min"))
        made.setSingleStep(5)
        made.setDisabled(self.office.store.read_only)
        made.valueChanged.connect(self._tell)
        return made

    def _lay_out(self) -> None:
        page = Page()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(page)
        page.box.addWidget(SectionHeader(tr("Each kind of follow-up")))
        page.box.addWidget(
            _quiet(
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
        foot = QHBoxLayout()
        foot.setSpacing(theme.px(8))
        for made in (self.save, self.drop, self.usual):
            foot.addWidget(made)
        foot.addStretch(1)
        page.box.addSpacing(theme.px(8))
        page.box.addLayout(foot)

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

    # Showing

    def reload(self) -> None:
        if self.dirty:  # what is being typed stays
            return
        with self.office.store.read() as session:
            self._kept = calendar_policy(session)
        self._put(self._kept)

    def _put(self, shown: CalendarPolicy) -> None:
        for kind in FollowUpKind:
            self.shifts[kind].setCurrentIndex(self.shifts[kind].findData(shown.shifts[kind]))
            self.minutes[kind].setValue(shown.minutes[kind])
        self.remind.setValue(shown.remind_minutes)
        self.visits.setValue(shown.daily_visits)
        self._tell()

    def _tell(self, *_: object) -> None:
        for made in (self.save, self.drop):
            made.setEnabled(self.dirty and not self.office.store.read_only)

    # Writing

    def taken(self) -> CalendarPolicy:
        """The policy as it stands in the editors."""
        return CalendarPolicy(
            {kind: DayShift(one.currentData()) for kind, one in self.shifts.items()},
            {kind: one.value() for kind, one in self.minutes.items()},
            self.remind.value(),
            self.visits.value(),
        )

    @property
    def dirty(self) -> bool:
        """Whether something was changed that is not kept."""
        return self._kept is not None and self.taken() != self._kept

    def may_leave(self) -> bool:
        if not may_drop(self.office.ask, self, self._save):
            return False
        self._drop()
        return True

    def _drop(self) -> None:
        if self._kept is not None:
            self._put(self._kept)

    def _save(self) -> bool:
        wanted = self.taken()
        doing = Doing("policy.edit", {"key": POLICY})
        if not keep(self.office, doing, lambda session: set_calendar_policy(session, wanted)):
            return False
        self._kept = wanted
        self._put(wanted)
        self.office.notice.say(tr("Saved: rules of the calendar"))
        return True


def _row(title: str, editor: QWidget, meaning: str) -> QHBoxLayout:
    name, said = QLabel(title), QLabel(meaning)
    name.setMinimumWidth(theme.px(112))
    name.setBuddy(editor)
    said.setProperty("look", "muted")
    row = QHBoxLayout()
    row.setSpacing(theme.px(12))
    for widget in (name, editor, said):
        row.addWidget(widget)
    row.addStretch(1)
    return row


def _label(text: str) -> QLabel:
    made = QLabel(text)
    made.setProperty("look", "label")
    return made


def _quiet(text: str) -> QLabel:
    made = QLabel(text)
    made.setProperty("look", "muted")
    made.setWordWrap(True)
    made.setMaximumWidth(theme.px(640))
    return made
