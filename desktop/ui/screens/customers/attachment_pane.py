"""What is seen of the chosen attachment: a picture, the pages of a PDF, or an icon, with its name and size."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QImage, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.documents.page_images import LARGEST as LARGEST_PDF
from desktop.documents.page_images import PageImage
from desktop.services.attachments import AttachmentRow
from desktop.ui.kit import theme
from desktop.ui.kit.buttons import tool
from desktop.ui.kit.labels import ElidedLabel
from desktop.ui.screens.customers.attachment_rows import ending_of, icon_of, size_words
from desktop.ui.screens.customers.page_reader import PageReader
from desktop.ui.screens.customers.preview import ENDINGS, LARGEST, Preview, small_image
from desktop.ui.words import tr

ROOM = 560  # px at 100 %: the longer side of what is shown
PDF = b"%PDF-"
PDF_HEAD = 1024  # bytes in which the mark of a PDF may stand

Content = Callable[[int], tuple[str, bytes] | None]


class AttachmentPane(QFrame):
    """The chosen attachment. `box` takes the buttons of what can be done with it."""

    def __init__(self, content: Content) -> None:
        super().__init__()
        self.setProperty("look", "pane")
        self._content = content
        self._row: AttachmentRow | None = None
        self._pdf = b""
        self.page, self.pages = 1, 0
        self.preview = Preview()
        self.preview.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.reader = PageReader(self)
        self.reader.drawn.connect(self._show_page)
        self.reader.refused.connect(self._say_why)
        self.why = QLabel()
        self.why.setProperty("look", "small")
        self.why.setWordWrap(True)
        self.why.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.name = ElidedLabel(look="section")
        self.how_large = QLabel()
        self.how_large.setProperty("look", "muted")
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(theme.px(12), theme.px(12), theme.px(12), theme.px(12))
        self.box.setSpacing(theme.px(6))
        self.box.addWidget(self.preview, 1)
        self.box.addWidget(self.why)
        self.leaf = self._leafing()
        self.box.addWidget(self.leaf)
        self.box.addWidget(self.name)
        self.box.addWidget(self.how_large)
        self.why.hide()
        self.leaf.hide()

    def _leafing(self) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        self.back = tool("chevron-left", tr("Page before (Page Up)"), lambda: self.turn(-1))
        self.on = tool("chevron-right", tr("Next page (Page Down)"), lambda: self.turn(1))
        self.where = QLabel()
        row.addStretch(1)
        for made in (self.back, self.where, self.on):
            row.addWidget(made)
        row.addStretch(1)
        return line

    def show_row(self, row: AttachmentRow | None) -> None:
        """Show an attachment, or hide."""
        same = row == self._row and (self._pdf or self.preview.image is not None)
        self._row = row
        if row is None or same:
            self.setVisible(row is not None)
            return
        self.reader.forget()
        self._pdf, self.page, self.pages = b"", 1, 0
        self._say("")
        self.name.say(row.name)
        self.how_large.setText(size_words(row.size))
        self.preview.show_image(self._picture(row), icon_of(row.name), row.name)
        self._say_page()
        self.setVisible(True)

    def _picture(self, row: AttachmentRow) -> QImage | None:
        """The picture, at once where it is one; the page of a PDF comes when it is drawn."""
        ending = ending_of(row.name)
        if ending in ENDINGS and row.size <= LARGEST:
            found = self._content(row.id)
            return small_image(found[1], theme.px(ROOM)) if found is not None else None
        if ending == "pdf" and row.size <= LARGEST_PDF:
            found = self._content(row.id)
            if found is not None and PDF in found[1][:PDF_HEAD]:
                self._pdf = found[1]
                self._ask()
            elif found is not None:
                self._say_why("damaged")
        return None

    # The pages of a PDF

    def hideEvent(self, event: QHideEvent) -> None:
        self.reader.forget()  # nobody looks, and a child must not outlive the window
        super().hideEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._pdf and self.preview.image is None:
            self._ask()

    def turn(self, by: int) -> None:
        """Turn pages; nothing happens beyond the first and the last."""
        wanted = min(max(self.page + by, 1), max(self.pages, 1))
        if self._pdf and wanted != self.page:
            self.page = wanted
            self._ask()
            self._say_page()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}.get(Qt.Key(event.key()))
        if step is None or not self._pdf:
            super().keyPressEvent(event)
        else:
            self.turn(step)

    def _ask(self) -> None:
        if not self.isVisible():
            return
        room = round(theme.px(ROOM) * 2 * self.devicePixelRatioF())  # twice: text stays readable when scaled down
        self.reader.ask(self._pdf, self.page, room)

    def _show_page(self, image: PageImage) -> None:
        if self._row is None:
            return
        drawn = QImage(image.pixels, image.width, image.height, image.width * 4, QImage.Format.Format_RGB32)
        self.page, self.pages = image.page, image.pages
        self.preview.show_image(drawn.copy(), icon_of(self._row.name), self._row.name)
        self._say_page()

    def _say_page(self) -> None:
        self.leaf.setVisible(self.pages > 1)
        self.where.setText(tr("Page {page} of {pages}", page=self.page, pages=self.pages))
        self.back.setEnabled(self.page > 1)
        self.on.setEnabled(self.page < self.pages)

    def _say(self, sentence: str) -> None:
        self.why.setText(sentence)
        self.why.setVisible(bool(sentence))

    def _say_why(self, code: str) -> None:
        self._say(
            {
                "locked": tr("This PDF asks for a password. Open a copy to read it."),
                "too_large": tr("Too large to be shown here. Open a copy to read it."),
                "too_slow": tr("It takes too long to be shown here. Open a copy to read it."),
                "empty": tr("This PDF has no pages."),
            }.get(code, tr("This PDF cannot be shown: it is damaged, or no PDF."))
        )
