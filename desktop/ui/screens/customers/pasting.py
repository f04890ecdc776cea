"""What the clipboard offers to be attached: copied files, or a picture."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMimeData
from PySide6.QtGui import QImage

from desktop.ui.dropping import dropped_files
from desktop.ui.words import tr


def pasted_files(data: QMimeData | None) -> list[Path]:
    """Files copied in the system's file window; those that are there."""
    return [path for path in dropped_files(data) if path.is_file()]


def pasted_picture(data: QMimeData | None, now: datetime) -> tuple[str, bytes] | None:
    """Name and PNG of a copied picture, as a screenshot leaves one; None where there is none."""
    image = QImage(data.imageData()) if data is not None and data.hasImage() else QImage()
    if image.isNull():
        return None
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not image.save(buffer, "PNG"):  # type: ignore[call-overload]  # the stubs know file names only
        return None
    return tr("Picture {day}", day=f"{now:%Y-%m-%d %H%M%S}") + ".png", bytes(buffer.data().data())
