"""Photographs and files of a follow-up, gathered in its form and kept with it in the same action."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from db.problems import StoreProblem
from db.queries.office import policy
from desktop import sentences
from desktop.rules.errors import RuleBroken
from desktop.services.attaching import bytes_of
from desktop.services.attachments import LIMIT_MB, LIMIT_POLICY, attach, checked
from desktop.ui import failures
from desktop.ui.dropping import dropped_files
from desktop.ui.kit import theme
from desktop.ui.kit.buttons import button, tool
from desktop.ui.kit.labels import ElidedLabel
from desktop.ui.office import Office
from desktop.ui.screens.customers.attachment_rows import size_words
from desktop.ui.screens.customers.pasting import pasted_files, pasted_picture
from desktop.ui.words import current, tr

FOLDER = "attachments.folder"


@dataclass(frozen=True, slots=True)
class Gathered:
    """One file that will be kept with the follow-up."""

    name: str
    data: bytes


class FilesStrip(QFrame):
    """The files gathered so far, each with a button that takes it out again; hidden while there are none."""

    changed = Signal()

    def __init__(self, office: Office) -> None:
        super().__init__()
        self.office = office
        self.files: list[Gathered] = []
        self.there = ElidedLabel(look="muted")
        self.wrong = QLabel()
        self.wrong.setProperty("look", "error")
        self.wrong.setWordWrap(True)
        self._lines: list[QWidget] = []
        self.paste = button(tr("Paste"), self.paste_from_clipboard, icon="clipboard-list", look="quiet")
        self.paste.setToolTip(tr("Paste a copied picture or copied files"))
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(theme.px(120), theme.px(4), 0, theme.px(4))
        self._box.setSpacing(theme.px(2))
        for one in (self.there, self.wrong):
            self._box.addWidget(one)
        self._show()

    def begin(self, there: Sequence[str] = ()) -> None:
        """Forget what was gathered; `there` are the names of what is attached already."""
        self.files.clear()
        self.there.say(tr("Attached: {names}", names="、".join(there)) if there else "")
        self.wrong.setText("")
        self._show()

    # Gathering

    def choose(self) -> None:
        """Ask for files."""
        folder = self.office.seen.get(FOLDER, "")
        chosen = self.office.ask.open_files(tr("Attach files"), [], Path(folder) if folder else None)
        if chosen:
            self.office.seen[FOLDER] = str(chosen[0].parent)
            self.add_files(chosen)

    def paste_from_clipboard(self) -> None:
        """Take what was copied: files, or a picture."""
        data = QGuiApplication.clipboard().mimeData()
        files = pasted_files(data)
        picture = None if files else pasted_picture(data, self.office.now())
        if files:
            self.add_files(files)
        elif picture is not None:
            self._add([picture], [])
        else:
            self._add([], [tr("There is no picture and no file in the clipboard.")])

    def add_files(self, paths: Sequence[Path]) -> None:
        """Gather files; why one cannot be kept is said here, the others are taken."""
        with self.office.store.read() as session:
            limit = policy(session, LIMIT_POLICY, LIMIT_MB)
        read, wrong = [], []
        for path in paths:
            try:
                read.append((path.name, bytes_of(path, limit)))
            except RuleBroken as broken:
                wrong.append(failures.sentence(broken))
            except StoreProblem as problem:
                wrong.append(sentences.problem(current(), problem.code, problem.facts)[0])
        self._add(read, wrong)

    def _add(self, read: Sequence[tuple[str, bytes]], wrong: list[str]) -> None:
        for name, data in read:
            try:
                with self.office.store.read() as session:
                    self.files.append(Gathered(checked(session, name, data), data))
            except RuleBroken as broken:
                wrong.append(failures.sentence(broken))
        self.wrong.setText("\n".join(wrong))
        self._show()
        self.changed.emit()

    def take_out(self, one: Gathered) -> None:
        """Do not keep this one."""
        self.files = [other for other in self.files if other is not one]
        self._show()
        self.changed.emit()

    def keep(self, session: Any, customer_id: int, follow_up_id: int) -> None:
        """Keep all of them on the card, as of this follow-up."""
        for one in self.files:
            attach(session, customer_id, one.name, one.data, follow_up_id=follow_up_id)

    def _show(self) -> None:
        for line in self._lines:
            line.deleteLater()
        self._lines = [self._line(one) for one in self.files]
        for line in self._lines:
            self._box.addWidget(line)
        self.there.setVisible(bool(self.there.whole))
        self.wrong.setVisible(bool(self.wrong.text()))
        self.setVisible(bool(self.files or self.there.whole or self.wrong.text()))

    def _line(self, one: Gathered) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        name = ElidedLabel()
        name.say(f"{one.name} · {size_words(len(one.data))}")
        row.addWidget(name, 1)
        row.addWidget(tool("x", tr("Take out {name}", name=one.name), partial(self.take_out, one)))
        return line


class FileDrops(QObject):
    """Lets files dropped anywhere on `over` go to the strip, on its text fields too: they would write the path."""

    def __init__(self, over: QWidget, strip: FilesStrip) -> None:
        super().__init__(over)
        self._strip = strip
        over.setAcceptDrops(True)
        self.watch(over)

    def watch(self, widget: QWidget) -> None:
        """Take files dropped on this widget too."""
        inner = widget.viewport() if isinstance(widget, QAbstractScrollArea) else widget
        inner.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDropEvent) and (files := dropped_files(event.mimeData())):
            event.acceptProposedAction()
            if not isinstance(event, QDragEnterEvent) and event.type() == QEvent.Type.Drop:
                self._strip.add_files(files)
            return True
        return False
