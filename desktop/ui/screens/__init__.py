"""The places of the window, in the order of a day. A place that is not built yet is not here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from desktop.ui.office import Office
from desktop.ui.screen import Screen
from desktop.words import N_


@dataclass(frozen=True, slots=True)
class Place:
    """One entry of the rail. `build` loads the screen's module when it is first visited."""

    key: str
    title: str
    icon: str
    build: Callable[[Office], Screen]
    low: bool = False


def _today(office: Office) -> Screen:
    from desktop.ui.screens.today.place import TodayPlace

    return TodayPlace(office)


def _customers(office: Office) -> Screen:
    from desktop.ui.screens.customers.place import CustomersPlace

    return CustomersPlace(office)


def _tiers(office: Office) -> Screen:
    from desktop.ui.screens.tiers.place import TiersPlace

    return TiersPlace(office)


def _calendar(office: Office) -> Screen:
    from desktop.ui.screens.calendar.place import CalendarPlace

    return CalendarPlace(office)


def _desk(office: Office) -> Screen:
    from desktop.ui.screens.desk.place import DeskPlace

    return DeskPlace(office)


def _file(office: Office) -> Screen:
    from desktop.ui.screens.file.place import FilePlace

    return FilePlace(office)


def _settings(office: Office) -> Screen:
    from desktop.ui.screens.settings.place import SettingsPlace

    return SettingsPlace(office)


PLACES = (
    Place("today", N_("Today"), "sun", _today),
    Place("customers", N_("Customers"), "users", _customers),
    Place("tiers", N_("Tiers"), "target-arrow", _tiers),
    Place("calendar", N_("Calendar"), "calendar-month", _calendar),
    Place("desk", N_("Supervisor"), "clipboard-check", _desk),
    Place("file", N_("File"), "database", _file),
    Place("settings", N_("Settings"), "settings", _settings, low=True),
)
