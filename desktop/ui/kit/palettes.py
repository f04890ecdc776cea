"""The colours of the two looks as data, under names that say what a colour is for. Knows no widget."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Tone = Literal["red", "amber", "green", "grey", "ink"]


@dataclass(frozen=True, slots=True)
class Ink:
    """What a badge is drawn with: ground, words on it, outline. All `#rrggbb`."""

    ground: str
    text: str
    line: str


@dataclass(frozen=True, slots=True)
class Palette:
    """Every colour the kit draws with, as `#rrggbb`. Each text colour reads with 4.5:1 on each ground it meets."""

    name: Literal["light", "dark"]
    ground: str  # the desk under everything
    surface: str  # sheets, lists, fields
    raised: str  # menus, tool tips, buttons
    sunken: str  # table heads, read-only stretches
    hover: str
    pressed: str
    line: str  # hairlines
    thumb: str  # scroll bars
    border: str  # outlines of fields and buttons: 3:1 on the surface, so that a field can be seen
    text: str
    muted: str
    faint: str  # disabled words
    accent: str
    accent_hover: str
    on_accent: str
    selected: str
    selected_quiet: str  # a selection whose list has not the focus
    link: str
    red: str
    amber: str
    green: str
    grey: str
    red_soft: str
    amber_soft: str
    green_soft: str
    grey_soft: str
    ink_soft: str
    tiers: tuple[Ink, ...]  # best first; each step is plainly lighter (darker) in grey print too
    series: tuple[str, ...]  # lines and bars of charts

    def tone(self, tone: Tone) -> Ink:
        """The ink of a state; the colour is never the only sign, so callers add an icon or a word."""
        text = self.accent if tone == "ink" else getattr(self, tone)
        ground = getattr(self, f"{tone}_soft")
        return Ink(ground, text, ground)

    def tier(self, rank: int) -> Ink:
        """The ink of the tier in place `rank` (0 the best); ranks beyond the last share its ink."""
        return self.tiers[min(max(rank, 0), len(self.tiers) - 1)]


LIGHT = Palette(
    name="light",
    ground="#f3f1ec",
    surface="#fffefb",
    raised="#fffefb",
    sunken="#f8f6f1",
    hover="#ece9e2",
    pressed="#e0dcd3",
    line="#e2ded5",
    thumb="#c4bfb4",
    border="#908b81",
    text="#22252a",
    muted="#5d6066",
    faint="#9a9a96",
    accent="#1f4e79",
    accent_hover="#173d60",
    on_accent="#ffffff",
    selected="#d8e5f1",
    selected_quiet="#e6e8e9",
    link="#1f4e79",
    red="#a8261d",
    amber="#7d5200",
    green="#1d6438",
    grey="#5d6066",
    red_soft="#fae5e2",
    amber_soft="#faeccd",
    green_soft="#e0f0e4",
    grey_soft="#eceae4",
    ink_soft="#dfe9f3",
    tiers=(
        Ink("#173d60", "#ffffff", "#173d60"),
        Ink("#44749f", "#ffffff", "#44749f"),
        Ink("#a9c4dc", "#14283a", "#a9c4dc"),
        Ink("#dce6ef", "#22384c", "#c3d2e0"),
        Ink("#fffefb", "#5d6066", "#908b81"),
    ),
    series=("#1f4e79", "#c17a1a", "#2f7d5b", "#a8443a", "#7a6a9c", "#7b8794"),
)

DARK = Palette(
    name="dark",
    ground="#1b1c1e",
    surface="#232527",
    raised="#2b2d30",
    sunken="#1f2123",
    hover="#313438",
    pressed="#3a3e43",
    line="#35383c",
    thumb="#50555b",
    border="#787d84",
    text="#e6e3dc",
    muted="#b3b1a9",
    faint="#74746f",
    accent="#8fbbe6",
    accent_hover="#abcdf0",
    on_accent="#0f2132",
    selected="#2b4259",
    selected_quiet="#34383d",
    link="#9cc4ec",
    red="#f49a91",
    amber="#e5b860",
    green="#8bcb9c",
    grey="#b3b1a9",
    red_soft="#452826",
    amber_soft="#403420",
    green_soft="#243b2b",
    grey_soft="#323539",
    ink_soft="#28394a",
    tiers=(
        Ink("#b7d6f4", "#10202f", "#b7d6f4"),
        Ink("#7fa9d1", "#0c1a27", "#7fa9d1"),
        Ink("#42688c", "#ffffff", "#42688c"),
        Ink("#2b4055", "#dbe7f3", "#3b546d"),
        Ink("#232527", "#b3b1a9", "#787d84"),
    ),
    series=("#8fbbe6", "#e5a65a", "#7fc7a2", "#f08f85", "#b6a5da", "#a3adb8"),
)

PALETTES: dict[str, Palette] = {"light": LIGHT, "dark": DARK}
