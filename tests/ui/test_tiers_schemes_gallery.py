"""The page of schemes as pictures for human eyes: each method read, edited, tried, and with something wrong."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.progress import Progress
from desktop.services.samples import make_sample
from desktop.ui.kit import theme
from desktop.ui.screens.settings.place import SettingsPlace
from desktop.ui.screens.tiers.schemes.schemes_page import SchemesPage
from tests.ui.scheme_driving import editing, shown
from tests.ui.tiers_samples import office_over

DAY = date(2026, 11, 20)
SIZES = {"1366": (1294, 638), "1920": (1848, 950)}  # what a window of that width leaves to a page
DRAWN = ("1366", pytest.param("1920", marks=pytest.mark.nightly))
KEYS = ("abc-70-90", "rfm", "score", "relationship")


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample office, made once."""
    path = tmp_path_factory.mktemp("schemes") / "示例办公室.kezha"
    make_sample(path, DAY, "test", Progress())
    return path


@pytest.mark.parametrize("size", DRAWN)
@pytest.mark.parametrize("look", ["light", "dark"])
def test_schemes_are_drawn(
    qtbot: QtBot, qapp: QApplication, sample: Path, tmp_path: Path, shots: Path, language: str, look: str, size: str
) -> None:
    theme.apply(qapp, look)  # type: ignore[arg-type]
    path = tmp_path / sample.name
    shutil.copy(sample, path)
    with office_over(path, DAY) as office:
        page = shown(qtbot, office, SIZES[size])

        def shoot(name: str) -> None:
            qtbot.wait(60)  # a layout inside layouts settles in several turns of the event loop
            assert page.grab().save(str(shots / f"schemes_{name}_{language}_{look}_{size}.png"))

        for key in KEYS:
            page.visit(key)
            page.pane.preview.start()
            office.jobs.wait_idle(30)
            shoot(f"{key}_read")
            form = editing(page, key)
            if key == "score":
                form.criteria.rows[0].unfold(True)
            shoot(f"{key}_edit")
            inside = page.pane.page.widget()
            assert inside is not None
            assert inside.minimumSizeHint().width() <= page.pane.page.viewport().width()
            bar = page.pane.page.verticalScrollBar()
            bar.setValue(bar.maximum())
            shoot(f"{key}_edit_end")
            page.pane._drop()
        _in_trouble(page, shoot)
        office.jobs.wait_idle(30)
        shoot("tried")
        page.pane._drop()


def _in_trouble(page: SchemesPage, shoot: Callable[[str], None]) -> None:
    """Something wrong, then something tried."""
    form = editing(page, "score")
    form.criteria.rows[0].weight.setText("40")
    form.criteria.rows[1].unfold(True)
    form.criteria.rows[1].points.leasts[1].setText("1")
    shoot("wrong")
    page.pane._drop()
    form = editing(page, "abc-70-90")
    form.classes.lines[0].least.setText("50")
    page.pane.preview.start()


@pytest.mark.parametrize("look", ["light", "dark"])
def test_settings_of_tiers_are_drawn(
    qtbot: QtBot, qapp: QApplication, sample: Path, tmp_path: Path, shots: Path, language: str, look: str
) -> None:
    theme.apply(qapp, look)  # type: ignore[arg-type]
    path = tmp_path / sample.name
    shutil.copy(sample, path)
    with office_over(path, DAY) as office:
        place = SettingsPlace(office)
        qtbot.addWidget(place)
        place.resize(*SIZES["1366"])
        place.show()
        place.visit("tiers")
        qtbot.wait(60)
        assert place.grab().save(str(shots / f"schemes_settings_{language}_{look}.png"))
