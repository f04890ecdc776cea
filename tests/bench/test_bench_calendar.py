"""The calendar's month with 2,000 follow-ups and 300 key dates: from the key until it is painted."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time, timedelta
from pathlib import Path
from random import Random
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db.models import FollowUp, KeyDate
from db.queries.customers import CustomerFilter, customer_ids
from db.queries.office import reps
from db.store import Doing, Store, open_store
from db.vocabulary import CalendarKind, FollowUpKind, FollowUpState, KeyDateKind
from desktop.memory import Memory
from desktop.paths import resources
from desktop.ui import failures, words
from desktop.ui.kit import theme
from desktop.ui.kit.ask import Ask
from desktop.ui.kit.jobs import Jobs
from desktop.ui.kit.status import Notice
from desktop.ui.office import Bus, Office
from desktop.ui.screens.calendar.month_page import MonthPage
from desktop.ui.screens.calendar.place import CalendarPlace
from desktop.words import Catalogue
from tests.bench.ledger import Ledger, milliseconds
from tests.bench.painting import until_painted

FULL, BEFORE = date(2027, 3, 10), date(2027, 2, 10)  # months the file has nothing else in
FOLLOW_UPS, KEY_DATES = 2_000, 300
ROUNDS = 9
FLOOR = """
SELECT f.id, f.customer_id, c.name, c.value_tier, f.kind, f.state, f.planned_on, f.planned_time, f.minutes, f.purpose
FROM follow_up f JOIN customer c ON c.id = f.customer_id
WHERE f.state = 'planned' AND f.planned_on BETWEEN '2027-03-01' AND '2027-04-04'
"""


@pytest.fixture(scope="module")
def busy_store(usual_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """20,000 customers, and a March in which the whole office is busy."""
    store = open_store(usual_file, version="bench", backups=tmp_path_factory.mktemp("calendar"))
    dice = Random(7)
    with store.write(Doing("followup.plan", {"name": "all"})) as session:
        people = [one.id for one in reps(session)]
        ids = list(customer_ids(session, CustomerFilter()))[: FOLLOW_UPS + KEY_DATES]
        kinds = list(FollowUpKind)
        for number in range(FOLLOW_UPS):
            session.add(
                FollowUp(
                    customer_id=ids[number],
                    rep_id=dice.choice(people),
                    kind=kinds[number % len(kinds)],
                    state=FollowUpState.PLANNED,
                    planned_on=date(2027, 3, 1) + timedelta(number % 31),
                    planned_time=time(8 + number % 10, 15 * (number % 4)) if number % 3 else None,
                    purpose="送样品并确认下季度用量",
                )
            )
        for number in range(KEY_DATES):
            solar = number % 3 > 0
            session.add(
                KeyDate(
                    customer_id=ids[FOLLOW_UPS + number],
                    kind=KeyDateKind.BIRTHDAY,
                    calendar=CalendarKind.SOLAR if solar else CalendarKind.LUNAR,
                    year=1980,
                    month=3 if solar else 2,
                    day=1 + number % 27,
                )
            )
    yield store
    store.close()


@pytest.fixture
def busy_office(qapp: QApplication, busy_store: Store, tmp_path: Path) -> Iterator[Office]:
    theme.apply(qapp, "light", 100)
    words.install(Catalogue.load("zh_CN", resources() / "i18n"))
    ask, bus = Ask(), Bus()
    jobs = Jobs(lambda error: failures.tell(ask, error))
    yield Office(busy_store, jobs, bus, ask, Notice(), Memory(tmp_path / "memory.json"), lambda: BEFORE)
    jobs.close()
    words.install(Catalogue("en", {}))


def bare(store: Store) -> float:
    """The floor: the rows of the month by the bare driver."""

    def rows() -> None:
        with store.read() as session:
            cursor: Any = session.connection().exec_driver_sql(FLOOR).cursor
            assert len(cursor.fetchall()) == FOLLOW_UPS

    return milliseconds(rows)


def test_a_full_month_is_turned_to(qtbot: QtBot, busy_office: Office, busy_store: Store, ledger: Ledger) -> None:
    place = CalendarPlace(busy_office)
    qtbot.addWidget(place, before_close_func=lambda _: place.hide())
    place.resize(1290, 664)
    place.filters.side.setChecked(False)
    place.show()
    busy_office.jobs.wait_idle()
    page = place.tabs.page("month")
    assert isinstance(page, MonthPage)
    grid = page.grid
    ours, floor = [], []
    for _ in range(ROUNDS):
        floor.append(bare(busy_store))
        ours.append(until_painted([grid.viewport()], lambda: QTest.keyClick(grid, Qt.Key.Key_PageDown)))
        assert page.seen is not None
        assert len(page.seen.rows) == FOLLOW_UPS
        assert sum(one.layer.value == "key_dates" for one in page.seen.layers) >= KEY_DATES
        assert grid.month.month == FULL.month
        QTest.keyClick(grid, Qt.Key.Key_PageUp)
        QApplication.processEvents()
    ledger.put("calendar: a month of 2,000 follow-ups and 300 key dates, key to paint", ours, floor, most=150)
    QTest.keyClick(grid, Qt.Key.Key_PageDown)
    painted = [milliseconds(lambda: (grid.lay(), grid.grab())) for _ in range(ROUNDS)]  # type: ignore[func-returns-value]
    ledger.put("calendar: the same month laid out and painted", painted)
    walked = [until_painted([grid.viewport()], lambda: QTest.keyClick(grid, Qt.Key.Key_Right)) for _ in range(ROUNDS)]
    ledger.put("calendar: the cursor goes on a day in it", walked, most=50)
