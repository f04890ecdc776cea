"""The place of tiers as a whole: its tabs, the scheme they share, what is due, and the ways in and out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from shutil import copy

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from db.models import Customer
from db.store import Doing
from desktop.progress import Progress
from desktop.services.rating.proposing import propose
from desktop.services.rating.publishing import publish
from desktop.services.rating.schemes import lead
from desktop.services.samples import make_sample
from desktop.ui.office import Office, Why
from desktop.ui.screen import Screen
from desktop.ui.screens import PLACES
from desktop.ui.screens.tiers.pages import KEYS, PAGES
from desktop.ui.screens.tiers.place import TiersPlace
from tests.ui.tiers_samples import office_over

DAY = date(2026, 11, 30)


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sample") / "示例办公室.kezha"
    make_sample(path, DAY, "0.1.0", Progress())
    return path


@pytest.fixture
def rated(light: None, sample: Path, tmp_path: Path) -> Iterator[Office]:
    """A copy of the sample office, opened on the day it was made for."""
    with office_over(Path(copy(sample, tmp_path)), DAY) as made:
        yield made


def shown(qtbot: QtBot, office: Office) -> TiersPlace:
    place = TiersPlace(office)
    qtbot.addWidget(place)
    place.resize(1200, 660)
    with qtbot.waitExposed(place):
        place.show()
    office.jobs.wait_idle(30)
    return place


def test_it_is_in_the_rail_behind_the_customers() -> None:
    keys = [one.key for one in PLACES]
    assert keys[:3] == ["today", "customers", "tiers"]


def test_every_tab_opens_and_shows_something(qtbot: QtBot, rated: Office) -> None:
    place = shown(qtbot, rated)
    for key, _, _ in PAGES:
        place.visit(key)
        rated.jobs.wait_idle(30)
        page = place.tabs.page(key)
        assert page.isVisible()
        assert place.here() == key
    assert place.may_leave()
    assert set(place.tabs.built()) == KEYS


def test_an_empty_file_has_all_tabs_too(qtbot: QtBot, office: Office) -> None:
    place = shown(qtbot, office)
    for key in KEYS:
        place.visit(key)
        office.jobs.wait_idle(30)
        assert place.tabs.page(key).isVisible()
    assert place.due.text() == "Not rated yet by this scheme."


def test_the_scheme_is_shared_and_remembered(qtbot: QtBot, rated: Office) -> None:
    place = shown(qtbot, rated)
    assert place.choice.key == "abc-70-90"
    at = place.scheme.findData("rfm")
    place.scheme.setFocus()
    place.scheme.setCurrentIndex(at)
    place.scheme.activated.emit(at)
    rated.jobs.wait_idle(30)
    assert place.choice.key == "rfm"
    assert TiersPlace(rated).choice.key == "rfm"
    place.visit("warnings")
    assert not place.scheme.isEnabled()


def test_what_is_due_is_said_until_it_is_done(qtbot: QtBot, rated: Office) -> None:
    place = shown(qtbot, rated)
    assert place.due.text() == ""  # by the quarter, and the last one was two months ago
    place.choice.choose("rfm")  # by the month
    assert "2026-09-30" in place.due.text()
    publish(rated.store, propose(rated.store, "rfm", DAY, Progress()), Progress())
    place.reload()
    assert place.due.text() == ""
    rated.today = lambda: DAY + timedelta(31)
    place.reload()
    assert "2026-11-30" in place.due.text()


def test_another_leading_scheme_is_followed(qtbot: QtBot, rated: Office) -> None:
    place = shown(qtbot, rated)
    with rated.store.write(Doing("scheme.main", {"name": "Value score card"})) as session:
        lead(session, "score")
    rated.jobs.wait_idle(30)
    assert place.scheme.itemText(0) == "Value score card (leading)"


def test_the_why_of_one_customer_stands_before_the_tabs_and_goes_away(qtbot: QtBot, rated: Office) -> None:
    place = shown(qtbot, rated)
    with rated.store.read() as session:
        customer_id = session.scalar(select(Customer.id).where(Customer.value_tier == "B").limit(1))
    assert customer_id is not None
    place.visit(Why(customer_id))
    rated.jobs.wait_idle(30)
    page = place.why
    assert isinstance(page, Screen)
    assert page.isVisible()
    assert place.here() == Why(customer_id, "abc-70-90")
    page.setFocus()
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert place.stack.currentWidget() is not page
    assert place.tabs.isVisible()
    assert place.here() == "board"
