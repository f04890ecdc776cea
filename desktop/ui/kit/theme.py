"""How the program looks: palette, font, style sheet. `apply` at the start, and again whenever the choice changes."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from functools import cache
from typing import Literal, cast

from PySide6.QtCore import QDir, QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from desktop.paths import resources
from desktop.ui.kit.palettes import LIGHT, PALETTES, Palette

Scheme = Literal["system", "light", "dark"]

TEXT_PERCENTS = (90, 100, 110, 125, 150)
_BASE = 13  # pixels of ordinary text at 100 %
# Faces with simplified forms, the clearest on screens first. The Noto name with "CJK SC" matters: plain "CJK JP" would
# draw Japanese forms.
_CHINESE = (
    "Microsoft YaHei UI",
    "Microsoft YaHei",
    "PingFang SC",
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "Source Han Sans CN",
    "WenQuanYi Micro Hei",
)
_WISHES = {"system": Qt.ColorScheme.Unknown, "light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}
_NAMED = re.compile(r"@([a-z][a-z0-9_]*)")


@dataclass(frozen=True, slots=True)
class Theme:
    """The look in use."""

    palette: Palette
    percent: int

    def px(self, size: float) -> int:
        """`size` pixels at 100 % in the chosen text size, rounded."""
        return round(size * self.percent / 100)


class _Watch(QObject):
    """Tells those who draw by themselves that the look has changed."""

    changed = Signal()


# One look per process, like the one QApplication it belongs to.
_theme = Theme(LIGHT, 100)
_scheme: Scheme = "light"
_watched: set[int] = set()
watch = _Watch()


def theme() -> Theme:
    """The look in use now; ask again in every paintEvent, it changes at run time."""
    return _theme


def px(size: float) -> int:
    """`size` pixels at 100 % in the chosen text size."""
    return _theme.px(size)


def colour(name: str) -> QColor:
    """A colour of the palette in use by its name: "accent", "muted", "red"."""
    return QColor(cast(str, getattr(_theme.palette, name)))


def set_look(widget: QWidget, look: str) -> None:
    """Give a widget another look of the sheet ("danger", "muted"), also after it was shown; "" for the plain one."""
    if widget.property("look") != look:
        widget.setProperty("look", look)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def apply(app: QApplication, scheme: Scheme = "system", text_percent: int = 100) -> None:
    """Dress `app`: may be called again at any time. "system" follows the desktop's light or dark from then on."""
    global _theme, _scheme  # noqa: PLW0603
    _scheme = scheme
    app.styleHints().setColorScheme(_WISHES[scheme])  # the frame and the file choosers of the desktop follow too
    _theme = Theme(PALETTES[_resolved(app, scheme)], min(max(text_percent, 90), 150))
    if id(app) not in _watched:
        _watched.add(id(app))
        QDir.addSearchPath("theme", str(resources() / "theme"))
        app.setStyle("Fusion")
        app.styleHints().colorSchemeChanged.connect(lambda _: _follow(app))
    font, sheet = ui_font(_theme.px(_BASE)), style_sheet(_theme)
    if app.styleSheet() != sheet or app.font() != font:  # Qt dresses every widget anew, whether anything changed or not
        app.setFont(font)
        app.setPalette(qt_palette(_theme.palette))
        app.setStyleSheet(sheet)
    watch.changed.emit()


def _resolved(app: QApplication, scheme: Scheme) -> str:
    if scheme == "system":
        return "dark" if app.styleHints().colorScheme() == Qt.ColorScheme.Dark else "light"
    return scheme


def _follow(app: QApplication) -> None:
    if _scheme == "system" and _resolved(app, "system") != _theme.palette.name:
        apply(app, "system", _theme.percent)


@cache
def _family() -> str:
    """A Chinese face of this machine, else the bundled one: without any, every Han character is an empty box."""
    for name in _CHINESE:
        if QFontDatabase.hasFamily(name):
            return name
    for weight in ("Regular", "Bold"):
        QFontDatabase.addApplicationFont(str(resources() / "fonts" / f"NotoSansSC-{weight}.ttf"))
    return "Noto Sans SC"


def ui_font(pixels: int, *, bold: bool = False) -> QFont:
    """The font of the window in `pixels` (already scaled by the text size)."""
    font = QFont(_family())
    font.setPixelSize(pixels)
    font.setBold(bold)
    return font


def style_sheet(of: Theme) -> str:
    """`kezha.qss` with every `@name` replaced: palette colours by name, `@px12` by 12 scaled pixels, `@scheme`."""
    text = (resources() / "theme" / "kezha.qss").read_text(encoding="utf-8")
    values = {f.name: str(getattr(of.palette, f.name)) for f in fields(Palette) if f.name not in {"tiers", "series"}}
    values["scheme"] = of.palette.name
    values["radio"] = f"{(of.px(14) + 2) // 2}px"  # half the indicator with its outline: a pixel more and it is square

    def value(found: re.Match[str]) -> str:
        name = found[1]
        if name.startswith("px") and name[2:].isdigit():
            return f"{of.px(int(name[2:]))}px"
        return values[name]

    return _NAMED.sub(value, text)


def qt_palette(of: Palette) -> QPalette:
    """The same colours for what the style draws without the sheet: item views, pop-ups, placeholders."""
    role = QPalette.ColorRole
    everywhere = {
        role.Window: of.ground,
        role.WindowText: of.text,
        role.Base: of.surface,
        role.AlternateBase: of.sunken,
        role.ToolTipBase: of.raised,
        role.ToolTipText: of.text,
        role.PlaceholderText: of.muted,
        role.Text: of.text,
        role.Button: of.raised,
        role.ButtonText: of.text,
        role.BrightText: of.red,
        role.Link: of.link,
        role.LinkVisited: of.link,
        role.Highlight: of.selected,
        role.HighlightedText: of.text,
        role.Accent: of.accent,
        role.Light: of.hover,
        role.Midlight: of.hover,
        role.Mid: of.line,
        role.Dark: of.border,
        role.Shadow: of.border,
    }
    palette = QPalette()
    for which, value in everywhere.items():
        palette.setColor(which, QColor(value))
    for which in (role.WindowText, role.Text, role.ButtonText, role.HighlightedText):
        palette.setColor(QPalette.ColorGroup.Disabled, which, QColor(of.faint))
    palette.setColor(QPalette.ColorGroup.Inactive, role.Highlight, QColor(of.selected_quiet))
    return palette
