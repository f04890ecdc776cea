"""The icons: all there, tinted, sharp."""

from __future__ import annotations

import gc
import re
from pathlib import Path

import pytest
from PySide6.QtGui import QAction, QImage
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget

from desktop.paths import resources
from desktop.ui.kit import icons, theme

NAMES = sorted(path.stem for path in (resources() / "icons").glob("*.svg"))


def painted(image: QImage) -> int:
    return sum(image.pixelColor(x, y).alpha() > 0 for x in range(image.width()) for y in range(image.height()))


@pytest.mark.usefixtures("light")
def test_every_icon_draws_something() -> None:
    empty = [name for name in NAMES if painted(icons.pixmap(name, "text", 24).toImage()) < 12]
    assert empty == []


def test_icons_can_be_tinted_and_have_their_licence() -> None:
    for name in NAMES:
        assert "currentColor" in (resources() / "icons" / f"{name}.svg").read_text(encoding="utf-8"), name
    assert "MIT License" in (resources() / "icons" / "LICENSE.txt").read_text(encoding="utf-8")


def test_every_icon_named_in_the_kit_exists() -> None:
    code = "".join(path.read_text(encoding="utf-8") for path in Path(icons.__file__).parent.glob("*.py"))
    named = re.findall(r'(?:icons\.put\(\w+, |icons\.(?:icon|pixmap)\(|icon=|tool\()"([a-z-]+)"', code)
    assert len(named) > 3
    assert set(named) <= set(NAMES)


@pytest.mark.usefixtures("light")
def test_an_icon_has_the_colour_asked_for() -> None:
    image = icons.pixmap("minus", "red", 24).toImage()
    drawn, wanted = image.pixelColor(12, 12), theme.colour("red")
    for part in ("red", "green", "blue"):
        assert abs(getattr(drawn, part)() - getattr(wanted, part)()) <= 2


@pytest.mark.usefixtures("light")
def test_an_icon_is_sharp_on_a_fine_screen() -> None:
    drawn = icons.pixmap("check", "text", 16, ratio=2.0)
    assert (drawn.width(), drawn.devicePixelRatio()) == (32, 2.0)
    assert drawn.deviceIndependentSize().width() == 16


@pytest.mark.usefixtures("light")
def test_icons_are_drawn_once() -> None:
    assert icons.pixmap("check").cacheKey() == icons.pixmap("check").cacheKey()
    assert icons.icon("check").cacheKey() == icons.icon("check").cacheKey()


@pytest.mark.usefixtures("light")
def test_an_action_follows_the_look(qapp: QApplication) -> None:
    from PySide6.QtWidgets import QMenu

    menu = QMenu()
    action = QAction("打印", menu)
    menu.addAction(action)
    icons.put(action, "printer")
    before = action.icon().cacheKey()
    theme.apply(qapp, "dark")
    assert action.icon().cacheKey() != before


def test_an_icon_that_is_not_there_is_our_bug() -> None:
    with pytest.raises(FileNotFoundError):
        icons.pixmap("no-such-icon")


def forgotten_window() -> None:
    """A window that only the collector can take: it holds itself."""
    window = QWidget()
    layout = QVBoxLayout(window)
    for _ in range(20):
        layout.addWidget(QPushButton("a"))
    window.itself = window  # type: ignore[attr-defined]


@pytest.mark.usefixtures("light")
def test_a_new_look_survives_windows_that_the_collector_takes_meanwhile() -> None:
    before = gc.get_threshold()
    gc.collect()
    gc.disable()
    try:
        for _ in range(200):
            forgotten_window()
        gc.set_threshold(20, 1, 1)
        gc.enable()
        icons._dress_all()  # called bare: the next thing that Python makes, and so the collector's turn, is the list
    finally:
        gc.enable()
        gc.set_threshold(*before)
    gc.collect()
    assert not any(isinstance(one, QPushButton) and one.text() == "a" for one in icons._all_widgets())
