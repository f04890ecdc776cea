"""Asks for a page of a PDF without making anybody wait; what was asked before and not answered is forgotten."""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject, QProcess, QTimer, Signal

from desktop import paths
from desktop.documents.page_images import LARGEST, SECONDS, NotDrawn, answered, asked


class PageReader(QObject):
    """`drawn(PageImage)`, or `refused(code)` with a code of NotDrawn."""

    drawn = Signal(object)
    refused = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._child: QProcess | None = None
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.setInterval(round(SECONDS * 1000))
        self._clock.timeout.connect(lambda: self._end("too_slow"))

    @property
    def busy(self) -> bool:
        """Whether a page is on its way."""
        return self._child is not None

    def ask(self, data: bytes, page: int, room: int) -> None:
        """Draw page `page` (from 1) of the PDF, at most `room` pixels wide and high."""
        self.forget()
        if len(data) > LARGEST:
            self.refused.emit("too_large")
            return
        child = QProcess(self)
        self._child = child
        command, *rest = paths.own_command()
        if not getattr(sys, "frozen", False):
            child.setWorkingDirectory(str(paths.checkout()))  # what makes the package importable
        child.setStandardErrorFile(QProcess.nullDevice())
        child.finished.connect(self._finished)
        child.errorOccurred.connect(self._failed)
        child.start(command, [*rest, *asked(page, room)])
        child.write(data)
        child.closeWriteChannel()
        self._clock.start()

    def forget(self) -> None:
        """Let go of what was asked; nothing is said about it any more."""
        child, self._child = self._child, None
        self._clock.stop()
        if child is None:
            return
        child.blockSignals(True)
        if child.state() is not QProcess.ProcessState.NotRunning:
            child.kill()
            child.waitForFinished(1000)
        child.deleteLater()

    def _finished(self) -> None:
        if self._child is None:
            return
        answer = bytes(self._child.readAllStandardOutput().data())
        self.forget()
        try:
            image = answered(answer)
        except NotDrawn as refusal:
            self.refused.emit(refusal.code)
        else:
            self.drawn.emit(image)

    def _failed(self, error: QProcess.ProcessError) -> None:
        if self._child is not None and error is QProcess.ProcessError.FailedToStart:
            self._end("damaged")

    def _end(self, code: str) -> None:
        self.forget()
        self.refused.emit(code)
