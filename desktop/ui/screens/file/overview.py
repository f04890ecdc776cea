"""What is in the file, how sound it is, and what can be done with it as a whole."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout

from db import identity
from db.backup import backup_to
from db.queries.actions import first_action_at
from db.queries.office import counts
from db.store import quick_check
from desktop.ui.changes import moment
from desktop.ui.kit import theme
from desktop.ui.kit.ask import FileKind
from desktop.ui.kit.buttons import button
from desktop.ui.kit.cards import KeyValueCard, Sheet
from desktop.ui.kit.scroll import Page
from desktop.ui.office import Office
from desktop.ui.screen import Screen
from desktop.ui.words import current, tr
from desktop.words import N_

COUNTED = (
    ("customers", N_("Customers")),
    ("contacts", N_("Contacts")),
    ("followups", N_("Follow-ups")),
    ("orders", N_("Orders")),
    ("lines", N_("Order lines")),
    ("attachments", N_("Attachments")),
    ("reps", N_("People")),
)


class Overview(Screen):
    """Facts on the left, what can be done on the right."""

    SHOWS = frozenset({"customer", "contact", "follow_up", "sales_order", "attachment", "rep"})

    def __init__(self, office: Office) -> None:
        super().__init__(office)
        page = Page()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(page)
        self.facts = KeyValueCard(tr("This file"))
        self.contents = KeyValueCard(tr("What is in it"))
        grid = QGridLayout()
        grid.setSpacing(theme.px(12))
        grid.addWidget(self.facts, 0, 0)
        grid.addWidget(self.contents, 0, 1)
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 2)
        page.box.addLayout(grid)
        self.bring = button(tr("Import from Excel…"), self._bring, icon="file-spreadsheet", look="primary")
        self.back_up = button(tr("Back up now…"), self._back_up, icon="device-floppy")
        self.check = button(tr("Check the file"), self._check, icon="file-check")
        self.bring.setDisabled(office.store.read_only)
        self.found = Sheet()
        self.finding = QLabel()
        self.finding.setWordWrap(True)
        self.found.box.addWidget(self.finding)
        self.found.hide()
        row = QHBoxLayout()
        for made in (self.bring, self.back_up, self.check):
            row.addWidget(made)
        row.addStretch(1)
        page.box.addLayout(row)
        page.box.addWidget(self.found)

    def reload(self) -> None:
        store = self.office.store
        with store.read() as session:
            numbers = counts(session)
            since = first_action_at(session)
        size = store.path.stat().st_size
        self.facts.put(
            [
                (tr("File name"), store.path.stem),
                (tr("Place"), str(store.path.parent)),
                (tr("Size"), f"{size / 1_000_000:,.1f} MB"),
                (tr("Begun on"), moment(since) if since else ""),
                (tr("Format"), str(identity.SCHEMA)),
            ]
        )
        self.contents.put([(current().text(text), f"{numbers[key]:,}") for key, text in COUNTED])

    def _bring(self) -> None:
        self.office.go("file", "import")

    def _back_up(self) -> None:
        source = self.office.store.path
        name = f"{source.stem} {self.office.today():%Y-%m-%d}.kezha"
        kinds = [FileKind(tr("Kezha files"), ("kezha",))]
        target = self.office.ask.save_file(tr("Where to keep the backup"), source.with_name(name), kinds)
        if target is not None:
            self.office.jobs.run(
                tr("Backing up"), lambda _progress: backup_to(source, target), lambda _: self._backed_up(target)
            )

    def _backed_up(self, target: Path) -> None:
        self.office.notice.say(tr("Backed up and checked: {path}", path=str(target)))

    def _check(self) -> None:
        path = self.office.store.path
        self.office.jobs.run(
            tr("Checking the file"), lambda _: quick_check(path, whole=True), self._checked, owner=self
        )

    def _checked(self, findings: list[str]) -> None:
        self.finding.setText(tr("The file is sound.") if not findings else "\n".join(findings))
        self.found.show()
