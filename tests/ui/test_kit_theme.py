"""The look: readable, complete, changed at run time."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from PySide6.QtGui import QColor, QFontMetrics, QPalette
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from desktop.ui.kit import icons, theme
from desktop.ui.kit.palettes import DARK, LIGHT, Ink, Palette

GROUNDS = ("ground", "surface", "raised", "sunken", "hover", "selected", "selected_quiet")
WORDS = ("text", "muted", "accent", "link", "red", "amber", "green", "grey")


def luminance(colour: str) -> float:
    """WCAG 2.2, relative luminance."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    r, g, b = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=lambda p: p.name)
@pytest.mark.parametrize("word", WORDS)
def test_words_read_on_every_ground(palette: Palette, word: str) -> None:
    for ground in GROUNDS:
        assert contrast(getattr(palette, word), getattr(palette, ground)) >= 4.5, ground


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=lambda p: p.name)
def test_badges_and_buttons_read(palette: Palette) -> None:
    inks = [
        palette.tone("red"),
        palette.tone("amber"),
        palette.tone("green"),
        palette.tone("grey"),
        palette.tone("ink"),
    ]
    for ink in [*inks, *palette.tiers]:
        assert contrast(ink.text, ink.ground) >= 4.5, ink
    for ground in (palette.accent, palette.accent_hover):
        assert contrast(palette.on_accent, ground) >= 4.5
    for ground in (palette.surface, palette.ground, palette.raised):
        assert contrast(palette.border, ground) >= 3, "a field must be seen"


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=lambda p: p.name)
def test_tiers_differ_without_colour(palette: Palette) -> None:
    """Lightness L* of CIELAB, as grey print has it: neighbours at least 5 steps of 100 apart, A to D at least 12."""

    def lightness(ink: Ink) -> float:
        y = luminance(ink.ground)
        return 116 * y ** (1 / 3) - 16 if y > 0.008856 else 903.3 * y

    grey = [lightness(ink) for ink in palette.tiers]
    steps = [abs(b - a) for a, b in pairwise(grey)]
    assert grey in (sorted(grey), sorted(grey, reverse=True))
    assert min(steps[:3]) >= 12
    assert min(steps) >= 5


def test_ranks_beyond_the_last_tier_share_its_ink() -> None:
    assert LIGHT.tier(17) == LIGHT.tiers[-1]
    assert LIGHT.tier(-1) == LIGHT.tiers[0]


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=lambda p: p.name)
def test_every_name_of_the_sheet_is_known(palette: Palette) -> None:
    sheet = theme.style_sheet(theme.Theme(palette, 125))
    assert "@" not in sheet
    assert not re.search(r"#[0-9a-fA-F]{3}\b", sheet)


def test_an_unknown_name_is_our_bug(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(theme, "_NAMED", re.compile("(Q)"))
    with pytest.raises(KeyError):
        theme.style_sheet(theme.Theme(LIGHT, 100))


@pytest.mark.usefixtures("light")
def test_the_look_changes_at_run_time(qtbot: QtBot, qapp: QApplication) -> None:
    button = QPushButton("保存跟进")
    qtbot.addWidget(button)
    icons.put(button, "check")
    before = button.icon().cacheKey()
    assert qapp.palette().color(QPalette.ColorRole.Window) == QColor(LIGHT.ground)
    with qtbot.waitSignal(theme.watch.changed):
        theme.apply(qapp, "dark", 150)
    assert qapp.palette().color(QPalette.ColorRole.Window) == QColor(DARK.ground)
    assert qapp.font().pixelSize() == 20
    assert button.icon().cacheKey() != before
    assert button.iconSize().width() == theme.px(16) == 24
    assert theme.colour("accent") == QColor(DARK.accent)


@pytest.mark.usefixtures("light")
def test_without_a_wish_of_the_desktop_it_is_light(qapp: QApplication) -> None:
    theme.apply(qapp, "system", 100)
    assert theme.theme().palette is LIGHT


@pytest.mark.usefixtures("light")
def test_text_sizes_stay_within_reason(qapp: QApplication) -> None:
    theme.apply(qapp, "light", 400)
    assert theme.theme().percent == 150


@pytest.mark.usefixtures("light")
def test_the_font_draws_chinese(qapp: QApplication) -> None:
    metrics = QFontMetrics(qapp.font())
    assert all(metrics.inFontUcs4(ord(letter)) for letter in "客札￥䶮")
