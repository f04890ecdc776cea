"""The tabs of the supervisor's desk in their order. The module of each is loaded when it is first looked at."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from desktop.ui.kit.tabs import TabPage
from desktop.ui.office import Office
from desktop.words import N_

Build = Callable[[Office], QWidget]


def _figures(office: Office) -> QWidget:
    from desktop.ui.screens.desk.figures.figures_page import FiguresPage

    return FiguresPage(office)


def _inbox(office: Office) -> QWidget:
    from desktop.ui.screens.desk.inbox.inbox_page import InboxPage

    return InboxPage(office)


def _callbacks(office: Office) -> QWidget:
    from desktop.ui.screens.desk.callbacks.callbacks_page import CallbacksPage

    return CallbacksPage(office)


def _checks(office: Office) -> QWidget:
    from desktop.ui.screens.desk.checks.checks_page import ChecksPage

    return ChecksPage(office)


def _loans(office: Office) -> QWidget:
    from desktop.ui.screens.desk.loans.loans_page import LoansPage

    return LoansPage(office)


def _recall(office: Office) -> QWidget:
    from desktop.ui.screens.desk.recall.recall_page import RecallPage

    return RecallPage(office)


def _appraisal(office: Office) -> QWidget:
    from desktop.ui.screens.desk.appraisal.appraisal_page import AppraisalPage

    return AppraisalPage(office)


PAGES: tuple[tuple[str, str, Build], ...] = (
    ("figures", N_("Figures of the reps"), _figures),
    ("inbox", N_("Follow-ups to read"), _inbox),
    ("callbacks", N_("Callbacks"), _callbacks),
    ("checks", N_("Card check"), _checks),
    ("loans", N_("Loan of cards"), _loans),
    ("recall", N_("Pool and recall"), _recall),
    ("appraisal", N_("Appraisal"), _appraisal),
)
KEYS = frozenset(key for key, _, _ in PAGES)


def pages(office: Office) -> tuple[TabPage, ...]:
    """The tabs for one place."""
    return tuple(TabPage(key, title, partial(build, office)) for key, title, build in PAGES)
