"""The views of the tiers' place as pictures for human eyes: the sample office, rated three times."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from db.store import open_store
from desktop.progress import Progress
from desktop.services.samples import make_sample, sample_source
from desktop.ui.kit import theme
from desktop.ui.screens.tiers.views.board_page import BoardPage
from desktop.ui.screens.tiers.views.chart_view import ChartView
from desktop.ui.screens.tiers.views.matrix_page import MatrixPage
from desktop.ui.screens.tiers.views.movement_page import MovementPage
from desktop.ui.screens.tiers.views.structure_page import StructurePage
from tests.rated_office import rate_thrice
from tests.ui.tiers_samples import office_over, placed, settled

DAY = date(2026, 11, 20)
SIZES = {"1366": (1280, 660), "1920": (1834, 960)}  # what a window of that width leaves to a page
DRAWN = ("1366", pytest.param("1920", marks=pytest.mark.nightly))


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample office with rounds, made once."""
    path = tmp_path_factory.mktemp("tiers") / "示例办公室.kezha"
    make_sample(path, DAY, "test", Progress(), sample_source())
    store = open_store(path, version="test", backups=path.parent)
    rate_thrice(store, DAY)
    store.close()
    return path


@pytest.mark.parametrize("size", DRAWN)
@pytest.mark.parametrize("look", ["light", "dark"])
def test_the_views_are_drawn(
    qtbot: QtBot, qapp: QApplication, sample: Path, tmp_path: Path, shots: Path, language: str, look: str, size: str
) -> None:
    theme.apply(qapp, look)  # type: ignore[arg-type]
    path = tmp_path / sample.name
    shutil.copy(sample, path)
    with office_over(path, DAY) as office:

        def shoot(page: QWidget, name: str) -> None:
            qtbot.wait(60)
            assert page.grab().save(str(shots / f"tiers_{name}_{language}_{look}_{size}.png"))

        board = placed(qtbot, BoardPage, office, SIZES[size])
        settled(office, board)
        shoot(board, "board")
        board.board.focus_cards()
        structure = placed(qtbot, StructurePage, office, SIZES[size])
        settled(office, structure)
        for key in ("pyramid", "pareto", "scatter"):
            structure.tabs.go_to(key)
            page = structure.tabs.page(key)
            assert isinstance(page, ChartView)
            if key != "scatter":
                page.chart.picked.emit(page.chart.marks[0].key)
            shoot(structure, key)
        matrix = placed(qtbot, MatrixPage, office, SIZES[size])
        for number in range(matrix.across.count()):
            matrix.across.setCurrentIndex(number)
            matrix.across.activated.emit(number)
            settled(office, matrix)
            matrix.matrix.picked.emit(matrix.matrix.marks[0].key)
            shoot(matrix, f"matrix{number}")
        moves = placed(qtbot, MovementPage, office, SIZES[size])
        settled(office, moves)
        for key in ("flows", "growth", "sizes"):
            moves.tabs.go_to(key)
            page = moves.tabs.page(key)
            assert isinstance(page, ChartView)
            page.chart.picked.emit(page.chart.marks[0].key)
            shoot(moves, key)
