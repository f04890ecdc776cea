"""今日, the box of its sheet and its keying back as pictures, for human eyes."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.ui.kit import theme
from desktop.ui.office import Office
from desktop.ui.screens.today.sheet_box import SheetBox
from tests.ui import day_samples

SMALL, LARGE = (1290, 664), (1844, 976)  # what rail, head and foot leave of 1366×768 and 1920×1080


@pytest.mark.parametrize("size", [SMALL, pytest.param(LARGE, marks=pytest.mark.nightly)], ids=["1366", "1920"])
@pytest.mark.parametrize("look", ["light", "dark"])
def test_pictures(
    qtbot: QtBot,
    qapp: QApplication,
    office: Office,
    language: str,
    shots: Path,
    look: Literal["light", "dark"],
    size: tuple[int, int],
) -> None:
    theme.apply(qapp, look)
    day_samples.day(office)
    place = day_samples.shown(qtbot, office, size)
    name = f"{language}_{look}_{size[0]}"
    for section in ("day", "ours", "contracts", "done"):
        place.sections.go_to(section)
        assert place.grab().save(str(shots / f"today_{section}_{name}.png"))
    assert place.day is not None
    box = SheetBox(place.day, place.day.lines["day"][:2], place)
    qtbot.addWidget(box)
    box.show()
    assert box.grab().save(str(shots / f"today_box_{name}.png"))
    place.start_keying(None)
    assert place.keying is not None
    place.keying.line.no_answer()
    assert place.grab().save(str(shots / f"today_keying_{name}.png"))
    place.keying.line.drop()
