"""About: which program this is, under which licence, and what it is made of."""

from __future__ import annotations

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QListWidget, QPlainTextEdit, QVBoxLayout, QWidget

from desktop import paths
from desktop.ui.kit import theme
from desktop.ui.kit.buttons import button
from desktop.ui.kit.cards import KeyValueCard
from desktop.ui.kit.labels import SectionHeader, title
from desktop.ui.kit.splitter import split
from desktop.ui.office import Office
from desktop.ui.screen import Screen
from desktop.ui.screens.settings.licences import Component, components, full_text
from desktop.ui.words import tr


class AboutPage(Screen):
    """Name and version above; below, each library and the whole text of its licence."""

    def __init__(self, office: Office) -> None:
        super().__init__(office)
        self._components = components(paths.resources())
        paper = QFrame()
        paper.setProperty("look", "pane")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(paper)
        box = QVBoxLayout(paper)
        box.setContentsMargins(theme.px(16), theme.px(12), theme.px(16), theme.px(16))
        box.setSpacing(theme.px(8))
        box.addWidget(title(tr("Kezha customer cards")))
        line = QLabel(
            tr("All customer cards of the office in one file: it prints, reminds, explains and can be handed on.")
        )
        line.setProperty("look", "muted")
        line.setWordWrap(True)
        box.addWidget(line)
        facts = KeyValueCard()
        facts.put(
            [
                (tr("Version"), office.store.version),
                (tr("Licence"), "MIT"),
                (tr("Folder of the log"), str(paths.log_folder())),
            ]
        )
        row = QHBoxLayout()
        row.addWidget(facts, 1)
        row.addWidget(button(tr("Open the log folder"), self._open_logs, icon="folder-open"))
        box.addLayout(row)
        box.addWidget(SectionHeader(tr("Made with the work of others")))
        box.addWidget(self._licences(), 1)

    def _licences(self) -> QWidget:
        self.list = QListWidget()
        self.list.setProperty("look", "sheet")
        self.list.setAccessibleName(tr("Libraries"))
        for one in self._components:
            self.list.addItem(f"{one.name} {one.version}".strip() + f"  ·  {one.licence}")
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setAccessibleName(tr("Text of the licence"))
        self.list.currentRowChanged.connect(self._show)
        if self._components:
            self.list.setCurrentRow(0)
        return split(self.list, self.text, "licences", self.office.seen, (1, 2))

    def _show(self, number: int) -> None:
        one: Component = self._components[number]
        self.text.setPlainText(full_text(paths.resources(), one))

    def _open_logs(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(paths.log_folder())))
