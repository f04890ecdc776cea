"""The calendar over the sample office as pictures for human eyes: every view, a drag, a bubble, colours by tier."""

from __future__ import annotations

import shutil
from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.progress import Progress
from desktop.services.samples import make_sample, sample_source
from desktop.ui.kit import theme
from desktop.ui.screens.calendar.choice import Colours
from desktop.ui.screens.calendar.hours_page import WeekPage
from desktop.ui.screens.calendar.month_page import MonthPage
from desktop.ui.screens.calendar.place import CalendarPlace
from tests.ui.calendar_driving import LEFT, PLAIN
from tests.ui.tiers_samples import office_over

DAY = date(2026, 11, 20)
SIZES = {"1366": (1290, 664), "1920": (1844, 976)}  # what a window of that width leaves to a place
DRAWN = ("1366", pytest.param("1920", marks=pytest.mark.nightly))


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample office, made once."""
    path = tmp_path_factory.mktemp("calendar") / "示例办公室.kezha"
    make_sample(path, DAY, "test", Progress(), sample_source())
    return path


@pytest.mark.parametrize("size", DRAWN)
@pytest.mark.parametrize("look", ["light", "dark"])
def test_the_calendar_is_drawn(
    qtbot: QtBot, qapp: QApplication, sample: Path, tmp_path: Path, shots: Path, language: str, look: str, size: str
) -> None:
    theme.apply(qapp, look)  # type: ignore[arg-type]
    path = tmp_path / sample.name
    shutil.copy(sample, path)
    with office_over(path, DAY) as office:
        office.now = lambda: datetime(2026, 11, 20, 10, 40)
        place = CalendarPlace(office)
        qtbot.addWidget(place, before_close_func=lambda _: place.hide())
        place.resize(*SIZES[size])
        place.show()

        def shoot(name: str) -> None:
            office.jobs.wait_idle()
            QApplication.processEvents()
            assert place.grab().save(str(shots / f"calendar_{name}_{language}_{look}_{size}.png"))

        for key in ("month", "week", "day", "agenda", "year"):
            place.tabs.go_to(key)
            place.tabs.page(key).setFocus()
            shoot(key)
        week, month = place.tabs.page("week"), place.tabs.page("month")
        assert isinstance(week, WeekPage)
        assert isinstance(month, MonthPage)
        place.choice.colour_by(Colours.TIER)
        place.tabs.go_to("week")
        office.jobs.wait_idle()
        spot = next(one for one in week.grid.spots() if one.block and one.entry.day == DAY)
        week.grid.choose(spot.entry.key)
        QTest.mouseMove(week.grid.viewport(), spot.box.center())
        shoot("bubble")
        place.tabs.go_to("month")
        office.jobs.wait_idle()
        spot = next(one for one in month.grid.spots() if one.entry.movable and one.entry.day == date(2026, 11, 27))
        QTest.mousePress(month.grid.viewport(), LEFT, PLAIN, spot.box.center())
        for at in (spot.box.center() + QPoint(30, 10), month.grid.cell(date(2026, 11, 25)).center()):
            QTest.mouseMove(month.grid.viewport(), at)
        shoot("drag")
        month.grid.give_up()
        place.choice.go(date(2026, 10, 1))
        shoot("holidays")
    theme.apply(qapp, "light")
