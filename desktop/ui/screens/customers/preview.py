"""A small picture of an image that hangs on a card."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui.kit import icons, theme

# Raster formats only, told by the contents: nothing that could draw from elsewhere.
FORMATS = frozenset({b"png", b"jpg", b"jpeg", b"gif", b"bmp", b"webp"})
ENDINGS = frozenset({"png", "jpg", "jpeg", "gif", "bmp", "webp"})
LARGEST = 12 * 1024 * 1024  # bytes; more would be felt while leafing through the list


def small_image(data: bytes, room: int) -> QImage | None:
    """The image in `data`, at most `room` pixels wide and high; None where it is none that we read."""
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    if bytes(reader.format().data()).lower() not in FORMATS:
        return None
    size = reader.size()
    if size.isValid() and max(size.width(), size.height()) > room:
        reader.setScaledSize(size.scaled(QSize(room, room), Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    return None if image.isNull() else image


class Preview(QWidget):
    """The picture in the middle of the room there is; an icon for anything else."""

    def __init__(self) -> None:
        super().__init__()
        self._image: QImage | None = None
        self._icon = "file"
        self.setMinimumHeight(theme.px(120))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_image(self, image: QImage | None, icon: str, name: str) -> None:
        """Show an image, or an icon where there is none."""
        self._image, self._icon = image, icon
        self.setAccessibleName(name)
        self.update()

    @property
    def image(self) -> QImage | None:
        """What is shown."""
        return self._image

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._image is None:
            side = theme.px(48)
            at = self.rect().center()
            painter.drawPixmap(at.x() - side // 2, at.y() - side // 2, icons.pixmap(self._icon, "muted", 48))
            return
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        size = self._image.size()
        if size.width() > self.width() or size.height() > self.height():
            size = size.scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        box = QRect(0, 0, size.width(), size.height())
        box.moveCenter(self.rect().center())
        painter.drawImage(box, self._image)
        painter.setPen(theme.colour("line"))
        painter.drawRect(box.adjusted(0, 0, -1, -1))
