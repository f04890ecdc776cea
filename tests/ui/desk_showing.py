"""Showing a page of the supervisor's desk in a test, and reading its lists."""

from __future__ import annotations

from datetime import date
from typing import Any, TypeVar

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.kit.list_view import ListView
from desktop.ui.office import Office

SUNDAY = date(2026, 11, 22)  # the day of the fixture `office`
Page = TypeVar("Page", bound=QWidget)


def show_page(qtbot: QtBot, office: Office, kind: type[Page]) -> Page:
    """The page as it stands in the window, with what it reads in jobs."""
    page = kind(office)  # type: ignore[arg-type]
    qtbot.addWidget(page)
    page.resize(1270, 680)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    office.jobs.wait_idle()
    return page


def asked(office: Office) -> Any:
    """The Ask of the fixture, which has `answers`."""
    return office.ask


def column(view: ListView, key: str) -> list[str]:
    """What a list says in one of its columns."""
    at = next(n for n, one in enumerate(view.rows.columns) if one.key == key)
    return [view.rows.index(row, at).data() for row in range(view.rows.rowCount())]
