"""Pages of the tiers' place over files with rounds, for tests and pictures."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import shiboken6
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from db.store import open_store
from desktop.memory import Memory
from desktop.ui import failures
from desktop.ui.kit.jobs import Jobs
from desktop.ui.kit.status import Notice
from desktop.ui.office import Bus, Office
from desktop.ui.screens.tiers.choice import SchemeChoice
from desktop.ui.screens.tiers.views.read_page import ReadPage
from tests.ui.conftest import Answers

Page = TypeVar("Page", bound=ReadPage[Any])


@contextmanager
def office_over(path: Path, today: date) -> Iterator[Office]:
    """An office as the program makes it."""
    store = open_store(path, version="test", backups=path.parent / "backups")
    ask, bus = Answers(), Bus()
    jobs = Jobs(lambda error: failures.tell(ask, error))
    store.listeners.append(bus.changed.emit)
    made = Office(store, jobs, bus, ask, Notice(), Memory(path.parent / "memory.json"), lambda: today)
    yield made
    assert jobs.close()
    store.close()
    if shiboken6.isValid(made.notice):
        made.notice.deleteLater()


def placed(
    qtbot: QtBot, kind: Callable[[Office, SchemeChoice], Page], office: Office, size: tuple[int, int] = (1280, 660),
    choice: SchemeChoice | None = None,
) -> Page:  # fmt: skip
    """A page, shown, of a scheme that is chosen (the leading one at first)."""
    chosen = choice or SchemeChoice(office)
    chosen.read()
    page = kind(office, chosen)

    # qtbot holds widgets weakly: one that its test lets go of would be collected, perhaps on the thread of the jobs.
    def keep_until_the_end(_: QWidget) -> None:
        page.hide()

    qtbot.addWidget(page, before_close_func=keep_until_the_end)
    page.resize(*size)
    page.show()
    settled(office, page)
    return page


def settled(office: Office, page: ReadPage[Any]) -> None:
    """Wait until the page shows what it asked for."""
    page.reload_if_stale()
    office.jobs.wait_idle(20)
