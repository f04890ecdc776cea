"""What will come of a series: what its rule says, and the next days it gives."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desktop.rules.recurrence.rule import rule_of
from desktop.rules.recurrence.wording import say_rule
from desktop.rules.series_choice import SeriesChoice, fates
from desktop.services.calendar.days import work_calendar
from desktop.services.calendar.series import SeriesDraft, preview
from desktop.ui.kit import theme
from desktop.ui.kit.labels import SectionHeader
from desktop.ui.office import Office
from desktop.ui.series_words import day_line, fate_words
from desktop.ui.words import current, tr

SHOWN = 6  # days


class SeriesOutlook(QWidget):
    """The rule in words, what becomes of rare days, and six days with weekday, moon and shift."""

    def __init__(self, office: Office) -> None:
        super().__init__()
        self._office = office
        with office.store.read() as session:
            self._calendar = work_calendar(session)
        self.said, self.fate, self.days = QLabel(), QLabel(), QLabel()
        for label in (self.said, self.fate, self.days):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self.fate.setProperty("look", "muted")
        self.days.setMinimumHeight(self.fontMetrics().lineSpacing() * SHOWN + theme.px(12))
        self.days.setAlignment(Qt.AlignmentFlag.AlignTop)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.px(6))
        for widget in (self.said, self.fate, SectionHeader(tr("The next days")), self.days):
            box.addWidget(widget)

    def show_days(self, draft: SeriesDraft, choice: SeriesChoice | None, since: date) -> None:
        """Show what comes of a draft from `since` on. Raises RuleBroken as `preview` does."""
        with self._office.store.read() as session:
            coming = preview(session, draft, since, SHOWN)
        assert draft.starts_on is not None
        self.said.setText(say_rule(rule_of(draft.rule), draft.calendar, draft.starts_on, current()))
        told = fate_words(fates(choice), choice.day) if choice is not None else ""
        self.fate.setText(told)
        self.fate.setVisible(bool(told))
        today = self._office.today()
        lines = [day_line(one, today, self._calendar) for one in coming]
        self.days.setText("\n".join(lines) or tr("No day to come answers to this."))

    def clear(self) -> None:
        """Nothing can be said now."""
        for label in (self.said, self.fate, self.days):
            label.clear()
