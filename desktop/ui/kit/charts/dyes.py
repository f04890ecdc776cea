"""What bars, lines and cells are coloured with, and words that stay readable on them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QColor, QPen

from desktop.ui.kit.palettes import Palette
from desktop.ui.kit.theme import Theme

PALE = 3  # tiers from this rank on are too near the paper to stand without an outline
_STROKES = (Qt.PenStyle.SolidLine, Qt.PenStyle.DashLine, Qt.PenStyle.DotLine, Qt.PenStyle.DashDotLine)


@dataclass(frozen=True, slots=True)
class Dye:
    """A colour by its meaning: the rank of a tier (0 the best), or the place of a series."""

    kind: Literal["tier", "series"] = "series"
    number: int = 0

    def colour(self, palette: Palette) -> QColor:
        """What is filled with it, or drawn as a line."""
        if self.kind == "tier":
            return QColor(palette.tier(self.number).ground)
        return QColor(palette.series[self.number % len(palette.series)])

    def outline(self, palette: Palette) -> QColor:
        """The edge of a filled shape: pale tiers need one to be seen."""
        if self.kind == "tier" and self.number >= PALE:
            return QColor(palette.border)
        return self.colour(palette)

    def pen(self, look: Theme, width: float = 2) -> QPen:
        """A line; series differ by their dashes too, never by colour alone."""
        colour = self.outline(look.palette) if self.kind == "tier" else self.colour(look.palette)
        pen = QPen(colour, look.px(width))
        if self.kind == "series":
            pen.setStyle(_STROKES[self.number % len(_STROKES)])
        return pen

    def brush(self, palette: Palette) -> QBrush:
        """What a shape is filled with."""
        return QBrush(self.colour(palette))


def tier(rank: int) -> Dye:
    """The dye of a tier, 0 the best."""
    return Dye("tier", rank)


def series(place: int) -> Dye:
    """The dye of a series, counted from 0."""
    return Dye("series", place)


def mixed(ground: QColor, colour: QColor, share: float) -> QColor:
    """`colour` laid over `ground` with a share of 0 to 1."""
    red, green, blue = (
        round(below + (above - below) * share)
        for below, above in zip(ground.getRgb()[:3], colour.getRgb()[:3], strict=True)  # type: ignore[index]
    )
    return QColor(red, green, blue)


def readable(ground: QColor, palette: Palette) -> QColor:
    """The colour of words on `ground`: of the palette's own where that reads with 4.5:1, else black or white."""
    own = max((QColor(palette.text), QColor(palette.surface)), key=lambda colour: contrast(colour, ground))
    if contrast(own, ground) >= 4.5:
        return own
    return max((QColor("#000000"), QColor("#ffffff")), key=lambda colour: contrast(colour, ground))


def contrast(one: QColor, other: QColor) -> float:
    """The ratio of WCAG 2.1 (relative luminance), 1 to 21."""
    first, second = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (first + 0.05) / (second + 0.05)


def _luminance(colour: QColor) -> float:
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
