"""What is in the file, how sound it is, and what can be done with it as a whole."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QGridLayout

from db import identity
from db.backup import backup_to
from db.queries.actions import action_rows, first_action_at, newest_action_id
from db.queries.office import counts
from db.store import quick_check
from desktop.ui.backups import last_backup, note_backup
from desktop.ui.changes import moment
from desktop.ui.kit import theme
from desktop.ui.kit.cards import KeyValueCard
from desktop.ui.kit.labels import SectionHeader
from desktop.ui.kit.scroll import page_in
from desktop.ui.office import Office
from desktop.ui.opening import Opening, ask_file, ask_new, file_kinds
from desktop.ui.screen import Screen
from desktop.ui.screens.file.finding import Finding
from desktop.ui.screens.file.task_card import TaskCard
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
    """Facts above, what can be done below."""

    SHOWS = frozenset({"action"})

    def __init__(self, office: Office) -> None:
        super().__init__(office)
        page = page_in(self)
        self.finding = Finding()
        self.facts = KeyValueCard(tr("This file"))
        self.contents = KeyValueCard(tr("What is in it"))
        grid = QGridLayout()
        grid.setSpacing(theme.px(12))
        grid.addWidget(self.facts, 0, 0)
        grid.addWidget(self.contents, 0, 1)
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(1, 1)
        page.box.addWidget(self.finding)
        page.box.addLayout(grid)
        page.box.addSpacing(theme.px(8))
        page.box.addWidget(SectionHeader(tr("What can be done with it")))
        page.box.addLayout(self._tasks())

    def _tasks(self) -> QGridLayout:
        office = self.office
        self.bring = TaskCard(
            "file-spreadsheet",
            tr("Import from Excel"),
            tr("Lists of customers, contacts, orders, payments."),
            self._bring,
        )
        self.calendars = TaskCard(
            "calendar-event",
            tr("Calendar import and export"),
            tr("Bring in a calendar of Outlook or a telephone; give out the follow-ups of a rep."),
            lambda: office.go("file", "calendars"),
        )
        self.back_up = TaskCard(
            "device-floppy", tr("Back up now…"), tr("A checked copy on a stick or another drive."), self._back_up
        )
        self.check = TaskCard(
            "file-check", tr("Check the file"), tr("Look through every record and every index for damage."), self._check
        )
        self.other = TaskCard(
            "folder-open", tr("Open another file…"), tr("This one is closed, and stays as it is."), self._open_other
        )
        self.new = TaskCard("file-plus", tr("New file…"), tr("An empty file for another office."), self._new)
        self.sample = TaskCard(
            "sparkles", tr("Look at the sample"), tr("An office with 300 customers to look around in."), self._sample
        )
        self.bring.setDisabled(office.store.read_only)
        grid = QGridLayout()
        grid.setSpacing(theme.px(12))
        tasks = (self.bring, self.calendars, self.back_up, self.check, self.other, self.new, self.sample)
        for number, card in enumerate(tasks):
            grid.addWidget(card, number // 3, number % 3)
        return grid

    def reload(self) -> None:
        store = self.office.store
        with store.read() as session:
            numbers = counts(session)
            since = first_action_at(session)
            newest = newest_action_id(session)
            last = action_rows(session, [newest]) if newest is not None else []
        changed = " · ".join(filter(None, (moment(last[0].at), last[0].who))) if last else ""
        self.facts.put(
            [
                (tr("File name"), store.path.name),
                (tr("Place"), str(store.path.parent)),
                (tr("Size"), _size(store.path)),
                (tr("Begun on"), moment(since) if since else ""),
                (tr("Last change"), changed),
                (tr("Last backup"), self._backed_up_on()),
                (tr("Format"), str(identity.SCHEMA)),
            ]
        )
        self.contents.put([(current().text(text), f"{numbers[key]:,}") for key, text in COUNTED])

    def _backed_up_on(self) -> str:
        last = last_backup(self.office.seen, self.office.store.path)
        return "" if last is None else f"{last[0].isoformat()}  {last[1]}"

    # What can be done

    def _bring(self) -> None:
        self.office.go("file", "import")

    def _back_up(self) -> None:
        source, today = self.office.store.path, self.office.today()
        last = last_backup(self.office.seen, source)
        folder = last[1].parent if last is not None and last[1].parent.is_dir() else source.parent
        suggested = folder / f"{source.stem} {today.isoformat()}.kezha"
        target = self.office.ask.save_file(tr("Where to keep the backup"), suggested, file_kinds())
        if target is None:
            return
        if target.resolve() == source.resolve():
            self.office.ask.tell(tr("A backup cannot take the place of the file itself."), tr("Choose another name."))
            return
        self.office.jobs.run(
            tr("Backing up"), lambda _progress: backup_to(source, target), lambda _: self._backed_up(target, today)
        )

    def _backed_up(self, target: Path, day: date) -> None:
        office = self.office
        note_backup(office.seen, office.store.path, target, day)
        office.memory.keep()
        folder = QUrl.fromLocalFile(str(target.parent))
        told = tr("Backed up and checked: {path}", path=str(target))
        office.notice.say(told, "good", tr("Open folder"), lambda: QDesktopServices.openUrl(folder))
        self.reload()

    def _check(self) -> None:
        path = self.office.store.path
        work = tr("Checking the file")
        self.office.jobs.run(work, lambda _: quick_check(path, whole=True), self._checked, owner=self)

    def _checked(self, findings: list[str]) -> None:
        with self.office.store.read() as session:
            numbers = counts(session)
        self.finding.say(findings, numbers)

    def _open_other(self) -> None:
        self._go(ask_file(self.office.ask, self.office.store.path.parent))

    def _new(self) -> None:
        self._go(ask_new(self.office.ask, self.office.store.path.with_name(tr("Customers.kezha"))))

    def _sample(self) -> None:
        self._go(Opening(Path(), sample=True))

    def _go(self, opening: Opening | None) -> None:
        if opening is not None:
            self.office.bus.opening.emit(opening)


def _size(path: Path) -> str:
    try:
        return f"{path.stat().st_size / 1_000_000:,.1f} MB"
    except OSError:  # the medium was pulled: what is done next will tell
        return ""
