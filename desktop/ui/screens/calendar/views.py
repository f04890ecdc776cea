"""The views of the calendar in their order. The module of each is loaded when it is first looked at."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Literal

from PySide6.QtWidgets import QWidget

from desktop.ui.kit.tabs import TabPage
from desktop.ui.office import Office
from desktop.ui.screens.calendar.choice import CalendarChoice
from desktop.words import N_

Build = Callable[[Office, CalendarChoice], QWidget]
Step = Literal["month", "week", "day", "stretch", "year", ""]


@dataclass(frozen=True, slots=True)
class View:
    """One view: `step` is what the arrows of the head turn by, "" where the view has a head of its own.

    `beside`: what is overdue and unplanned stands beside it, to be dragged in.
    """

    key: str
    title: str
    build: Build
    step: Step
    beside: bool = False


def _month(office: Office, choice: CalendarChoice) -> QWidget:
    from desktop.ui.screens.calendar.month_page import MonthPage

    return MonthPage(office, choice)


def _week(office: Office, choice: CalendarChoice) -> QWidget:
    from desktop.ui.screens.calendar.hours_page import WeekPage

    return WeekPage(office, choice)


def _day(office: Office, choice: CalendarChoice) -> QWidget:
    from desktop.ui.screens.calendar.hours_page import DayPage

    return DayPage(office, choice)


def _agenda(office: Office, choice: CalendarChoice) -> QWidget:
    from desktop.ui.screens.calendar.agenda_page import AgendaPage

    return AgendaPage(office, choice)


def _year(office: Office, choice: CalendarChoice) -> QWidget:
    from desktop.ui.screens.calendar.year_page import YearPage

    return YearPage(office, choice)


def _plan(office: Office, _choice: CalendarChoice) -> QWidget:
    from desktop.ui.screens.calendar.week_plan.week_plan_page import WeekPlanPage

    return WeekPlanPage(office)


VIEWS: tuple[View, ...] = (
    View("month", N_("By month"), _month, "month", beside=True),
    View("week", N_("By week"), _week, "week", beside=True),
    View("day", N_("By day"), _day, "day", beside=True),
    View("agenda", N_("Agenda"), _agenda, "stretch"),
    View("year", N_("By year"), _year, "year"),
    View("plan", N_("Plan of the week"), _plan, ""),
)
KEYS = frozenset(view.key for view in VIEWS)


def pages(office: Office, choice: CalendarChoice) -> tuple[TabPage, ...]:
    """The tabs for one place."""
    return tuple(TabPage(view.key, view.title, partial(view.build, office, choice)) for view in VIEWS)


def view_of(key: str) -> View:
    """The view of a key."""
    return next(view for view in VIEWS if view.key == key)
