"""Settings: what this machine shows, what the office prints, who works here, and what the program is made of."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListWidget, QListWidgetItem, QStackedWidget, QVBoxLayout

from desktop.ui.kit import icons, theme
from desktop.ui.kit.labels import title
from desktop.ui.office import Office
from desktop.ui.screen import Screen
from desktop.ui.screens.settings.about import AboutPage
from desktop.ui.screens.settings.attachments import AttachmentsPage
from desktop.ui.screens.settings.calendar_policy import CalendarPolicyPage
from desktop.ui.screens.settings.competitors import CompetitorsPage
from desktop.ui.screens.settings.completeness import RequiredPage
from desktop.ui.screens.settings.custom_fields import CustomFieldsPage
from desktop.ui.screens.settings.desk import DeskPage
from desktop.ui.screens.settings.holidays import HolidaysPage
from desktop.ui.screens.settings.lifecycle import LifecyclePage
from desktop.ui.screens.settings.look import LookPage
from desktop.ui.screens.settings.office_details import OfficePage
from desktop.ui.screens.settings.people import PeoplePage
from desktop.ui.screens.settings.privacy import PrivacyPage
from desktop.ui.screens.settings.reminding import RemindingPage
from desktop.ui.screens.settings.sequences import SequencesPage
from desktop.ui.screens.settings.service_times import ServiceTimesPage
from desktop.ui.screens.settings.strategy import StrategyPage
from desktop.ui.screens.settings.tiers import TiersPage
from desktop.ui.words import current, tr
from desktop.words import N_


@dataclass(frozen=True, slots=True)
class Section:
    """One page of the settings."""

    key: str
    title: str
    icon: str
    build: Callable[[Office], Screen]


SECTIONS = (
    Section("look", N_("Language and look"), "language", LookPage),
    Section("reminders", N_("Reminders"), "bell", RemindingPage),
    Section("office", N_("Office"), "building", OfficePage),
    Section("people", N_("People"), "users", PeoplePage),
    Section("competitors", N_("Bought elsewhere"), "arrows-exchange", CompetitorsPage),
    Section("holidays", N_("Holidays"), "calendar", HolidaysPage),
    Section("calendar", N_("Rules of the calendar"), "calendar-event", CalendarPolicyPage),
    Section("service", N_("Time limits"), "clock", ServiceTimesPage),
    Section("custom", N_("Custom fields"), "columns", CustomFieldsPage),
    Section("tiers", N_("Value tiers"), "target-arrow", TiersPage),
    Section("strategy", N_("What a tier means"), "heart-handshake", StrategyPage),
    Section("sequences", N_("Follow-up sequences"), "stack-2", SequencesPage),
    Section("lifecycle", N_("Lifecycle and warnings"), "alert-triangle", LifecyclePage),
    Section("completeness", N_("Required fields"), "clipboard-list", RequiredPage),
    Section("desk", N_("Supervisor's desk"), "clipboard-check", DeskPage),
    Section("privacy", N_("Personal data"), "user-shield", PrivacyPage),
    Section("attachments", N_("Attachments"), "paperclip", AttachmentsPage),
    Section("about", N_("About"), "info-circle", AboutPage),
)


class SettingsPlace(Screen):
    """Sections on the left, the page of the chosen one on the right.

    `visit("people")` goes to a section, `visit("strategy:A")` to what the page itself knows as "A".
    """

    def __init__(self, office: Office) -> None:
        super().__init__(office)
        self._built: dict[str, Screen] = {}
        self.sections = QListWidget()
        self.sections.setAccessibleName(tr("Settings"))
        self.sections.setIconSize(QSize(theme.px(18), theme.px(18)))
        self.sections.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for section in SECTIONS:
            item = QListWidgetItem(icons.icon(section.icon), current().text(section.title))
            item.setSizeHint(QSize(0, theme.px(36)))
            self.sections.addItem(item)
        self.stack = QStackedWidget()
        side = QFrame()
        side.setProperty("look", "pane")
        side.setFixedWidth(theme.px(216))
        column = QVBoxLayout(side)
        column.setContentsMargins(theme.px(8), theme.px(12), 0, 0)
        column.setSpacing(theme.px(8))
        head = title(tr("Settings"))
        head.setContentsMargins(theme.px(8), 0, 0, 0)
        column.addWidget(head)
        column.addWidget(self.sections, 1)
        edge = QFrame()
        edge.setProperty("look", "line")
        edge.setFixedWidth(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(side)
        row.addWidget(edge)
        row.addWidget(self.stack, 1)
        self.sections.currentRowChanged.connect(self._turn_to)
        self.sections.setCurrentRow(0)

    def visit(self, what: object) -> None:
        """Go to the section named `what`."""
        key, inside, thing = str(what).partition(":")
        number = next((n for n, section in enumerate(SECTIONS) if section.key == key), None)
        if number is None:
            return
        self.sections.setCurrentRow(number)
        if inside and self.here() == key:  # else the page before was not left
            self.page(key).visit(thing)

    def here(self) -> object:
        return SECTIONS[self.sections.currentRow()].key

    def page(self, key: str) -> Screen:
        """The page of a section, built at the first look."""
        if key not in self._built:
            section = next(section for section in SECTIONS if section.key == key)
            self._built[key] = section.build(self.office)
            self.stack.addWidget(self._built[key])
        return self._built[key]

    def may_leave(self) -> bool:
        now = self.stack.currentWidget()
        return not isinstance(now, Screen) or now.may_leave()

    def _turn_to(self, number: int) -> None:
        now = self.stack.currentWidget()
        page = self.page(SECTIONS[number].key)
        if page is now:
            return
        if isinstance(now, Screen) and not now.may_leave():
            back = next(n for n, section in enumerate(SECTIONS) if self._built.get(section.key) is now)
            self.sections.setCurrentRow(back)
            return
        self.stack.setCurrentWidget(page)
