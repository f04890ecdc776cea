"""Tabler's outline icons, tinted in the colours of the look in use."""

from __future__ import annotations

import gc
from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QGuiApplication, QIcon, QImage, QPainter, QPixmap
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from desktop.paths import resources
from desktop.ui.kit import theme

if TYPE_CHECKING:
    from PySide6.QtSvg import QSvgRenderer

_NAME, _COLOUR, _SIZE = "kit_icon", "kit_icon_colour", "kit_icon_size"
_pixmaps: dict[tuple[str, str, int, float], QPixmap] = {}
_icons: dict[tuple[str, str, int, float], QIcon] = {}


def icon(name: str, colour: str | None = None, size: int = 16) -> QIcon:
    """The icon `resources/icons/<name>.svg` in a colour of the palette ("muted" unless said), `size` px at 100 %.

    It is drawn once in today's colours. Where it stays on a widget use `put`, which follows a change of the look.
    KeyError for a colour, FileNotFoundError for an icon that is not there.
    """
    tint, pixels, ratio = _tint(colour), theme.px(size), _ratio()
    key = (name, tint, pixels, ratio)
    if key not in _icons:
        drawn = pixmap(name, colour, size)
        made = QIcon(drawn)
        made.addPixmap(drawn, QIcon.Mode.Selected)  # else the style washes it with the colour of the selection
        made.addPixmap(pixmap(name, "faint", size), QIcon.Mode.Disabled)  # as the words beside it
        _icons[key] = made
    return _icons[key]


def pixmap(name: str, colour: str | None = None, size: int = 16, ratio: float | None = None) -> QPixmap:
    """The same as a picture for painting, sharp at `ratio` (that of the sharpest screen unless said)."""
    tint, pixels = _tint(colour), theme.px(size)
    ratio = ratio or _ratio()
    key = (name, tint, pixels, ratio)
    if key not in _pixmaps:
        _pixmaps[key] = _drawn(name, tint, pixels, ratio)
    return _pixmaps[key]


def put(target: QAbstractButton | QAction, name: str, colour: str | None = None, size: int = 16) -> None:
    """Give a button or an action its icon, and a new one whenever the look changes."""
    target.setProperty(_NAME, name)
    target.setProperty(_COLOUR, colour or "")
    target.setProperty(_SIZE, size)
    _dress(target)


def _dress(target: QAbstractButton | QAction) -> None:
    name, size = target.property(_NAME), target.property(_SIZE)
    if name:
        target.setIcon(icon(name, target.property(_COLOUR) or None, size))
        if isinstance(target, QAbstractButton):
            target.setIconSize(QSize(theme.px(size), theme.px(size)))


def _dress_all() -> None:
    _icons.clear()
    for widget in _all_widgets():
        if isinstance(widget, QAbstractButton):
            _dress(widget)
        for action in widget.actions():
            _dress(action)


def _all_widgets() -> list[QWidget]:
    """Every widget there is, with the collector kept out meanwhile.

    Qt hands over bare addresses and each is wrapped in turn; before Python 3.12 the collector may run between two of
    them, take a forgotten window, and leave addresses of its children that are read afterwards: the process is gone.
    """
    collecting = gc.isenabled()
    gc.disable()
    try:
        return QApplication.allWidgets()
    finally:
        if collecting:
            gc.enable()


theme.watch.changed.connect(_dress_all)


def _tint(colour: str | None) -> str:
    if colour and colour.startswith("#"):
        return colour
    return theme.colour(colour or "muted").name()


def _ratio() -> float:
    app = QGuiApplication.instance()
    return app.devicePixelRatio() if isinstance(app, QGuiApplication) else 1.0


@cache
def _source(name: str) -> bytes:
    return (resources() / "icons" / f"{name}.svg").read_bytes()


def _renderer(name: str, tint: str) -> QSvgRenderer:
    from PySide6.QtSvg import QSvgRenderer

    return QSvgRenderer(QByteArray(_source(name).replace(b"currentColor", tint.encode())))


def _drawn(name: str, tint: str, pixels: int, ratio: float) -> QPixmap:
    renderer, side = _renderer(name, tint), round(pixels * ratio)
    image = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer.render(painter, QRectF(0, 0, side, side))
    painter.end()
    image.setDevicePixelRatio(ratio)
    return QPixmap.fromImage(image)
