"""A calendar to bring in, and one to give out: a place to drop a file on, and the form of the export."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import cast

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QCheckBox, QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from db.produce import produce
from db.queries.office import reps
from desktop.documents.calendars.zones import machine_zone
from desktop.progress import Progress
from desktop.services.calendar.ics_export import AFTER, BEFORE, Asked, Exported, export_calendar
from desktop.ui import failures
from desktop.ui.dropping import CALENDARS
from desktop.ui.kit import theme
from desktop.ui.kit.ask import FileKind
from desktop.ui.kit.buttons import button
from desktop.ui.kit.date_editor import DateEditor
from desktop.ui.kit.empty import Picture
from desktop.ui.kit.fields import FormField
from desktop.ui.kit.inputs import Choice
from desktop.ui.office import Office
from desktop.ui.screens.customers.readings import reading
from desktop.ui.words import current, tr
from desktop.words import N_

FOLDER = "calendar.folder"


class BringIn(QFrame):
    """Choose a calendar of another program; `taken` is given its path."""

    def __init__(self, office: Office, taken: Callable[[Path], object]) -> None:
        super().__init__()
        self._office, self._taken = office, taken
        self.setProperty("look", "drop")
        self.trouble = _said("", "bad")
        self.choose = button(tr("Choose a calendar…"), self._choose, icon="folder-open", look="primary")
        self.choose.setDisabled(office.store.read_only)
        more = tr(
            "From Outlook, WeCom, DingTalk, Google, Apple or another Kezha file. Before anything is written you see "
            "what becomes of each event and whose it is; a second import changes what changed and makes nothing double."
        )
        box = QVBoxLayout(self)
        box.setContentsMargins(theme.px(32), theme.px(28), theme.px(32), theme.px(28))
        box.setSpacing(theme.px(12))
        box.addStretch(1)
        box.addWidget(Picture("calendar-plus", "accent", 48), 0, Qt.AlignmentFlag.AlignHCenter)
        words = (_said(tr("Drop a calendar here (.ics)"), "section"), _said(more, "muted"), self.trouble)
        for label in words:
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            box.addWidget(label)
        box.addWidget(self.choose, 0, Qt.AlignmentFlag.AlignHCenter)
        box.addStretch(1)
        self.say("")

    def say(self, trouble: str) -> None:
        """Why the last file could not be read, "" for no reason."""
        self.trouble.setText(trouble)
        self.trouble.setVisible(bool(trouble))

    def _choose(self) -> None:
        kinds = [FileKind(tr("Calendars"), CALENDARS)]
        path = self._office.ask.open_file(tr("Choose the calendar to import"), kinds, _folder(self._office))
        if path is not None:
            self._office.seen[FOLDER] = str(path.parent)
            self._taken(path)


class GiveOut(QFrame):
    """Whose follow-ups, from when to when, with birthdays or not; written as .ics."""

    def __init__(self, office: Office) -> None:
        super().__init__()
        self._office = office
        self.setProperty("look", "card")
        self.who = Choice()
        self.who.setMinimumWidth(theme.px(180))
        read = reading(office)
        self.first = DateEditor(FormField("first", N_("From"), "date"), read)
        self.last = DateEditor(FormField("last", N_("To"), "date"), read)
        self.first.put(office.today() - timedelta(BEFORE))
        self.last.put(office.today() + timedelta(AFTER))
        self.key_dates = QCheckBox(tr("Birthdays and other key dates, too"))
        self.save = button(tr("Save the calendar…"), self._save, icon="download", look="primary")
        self.trouble = _said("", "bad")
        self.trouble.hide()
        zone = tr("Times are those of {zone}, the zone this computer is set to.", zone=machine_zone().key)
        box = QVBoxLayout(self)
        box.setContentsMargins(theme.px(24), theme.px(20), theme.px(24), theme.px(20))
        box.setSpacing(theme.px(12))
        box.addWidget(_said(tr("Give follow-ups to another calendar"), "section"))
        box.addWidget(
            _said(tr("For a telephone, Outlook or another program; it can be imported there again."), "muted")
        )
        box.addLayout(self._grid())
        box.addWidget(_said(zone, "muted"))
        box.addWidget(self.trouble)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.save)
        box.addLayout(foot)
        box.addStretch(1)
        self.fill()

    def _grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(12))
        grid.setVerticalSpacing(theme.px(8))
        grid.setColumnStretch(1, 1)
        rows: tuple[tuple[str, QWidget], ...] = (
            (tr("Follow-ups of"), self.who),
            (tr("From"), self.first),
            (tr("To"), self.last),
        )
        for number, (name, widget) in enumerate(rows):
            label = QLabel(name)
            label.setBuddy(widget)
            widget.setAccessibleName(name)
            grid.addWidget(label, number, 0)
            grid.addWidget(widget, number, 1)
        grid.addWidget(self.key_dates, len(rows), 1)
        return grid

    def fill(self) -> None:
        """The people of the office, the one at the keyboard first chosen."""
        was = self.who.currentData() if self.who.count() else self._office.me.rep_id
        with self._office.store.read() as session:
            people = [(one.id, one.name) for one in reps(session, active_only=True)]
        self.who.clear()
        self.who.addItem(tr("The whole office"), [None])
        for rep_id, name in people:
            self.who.addItem(name, [rep_id])  # in a list: Qt would cut a long number
        wanted = was if isinstance(was, list) else [was]
        self.who.setCurrentIndex(max(self.who.findData(wanted), 0))

    def asked(self) -> Asked | None:
        """What is to be exported; None, said below the form, where a day is missing or they are turned round."""
        why = ""
        days = []
        for editor in (self.first, self.last):
            try:
                days.append(editor.get())
            except ValueError as error:
                why = str(error)
        if not why and (len(days) < 2 or None in days):
            why = tr("Please give both days.")
        if not why and days[1] < days[0]:  # type: ignore[operator]
            why = tr("Ends before it begins.")
        self.trouble.setText(why)
        self.trouble.setVisible(bool(why))
        if why:
            return None
        (rep_id,) = cast("list[int | None]", self.who.currentData())
        veil = self._office.veil
        phones = not veil.down or veil.rules.copying
        return Asked(rep_id, days[0], days[1], self.key_dates.isChecked(), phones)  # type: ignore[arg-type]

    def _save(self) -> None:
        asked, office = self.asked(), self._office
        if asked is None:
            return
        name = f"{self.who.currentText()} {asked.first.isoformat()}.ics"
        kinds = [FileKind(tr("Calendars"), ("ics",))]
        target = office.ask.save_file(tr("Where to keep the calendar"), _folder(office) / name, kinds)
        if target is None:
            return
        office.seen[FOLDER] = str(target.parent)
        words, store = current(), office.store

        def work(_progress: Progress) -> Exported:
            found = export_calendar(store, asked, words, machine_zone(), datetime.now(UTC))
            produce(target, found.data)
            return found

        office.jobs.run(tr("Writing the calendar"), work, lambda made: self._saved(made, target), failed=self._failed)

    def _saved(self, made: Exported, target: Path) -> None:
        folder = QUrl.fromLocalFile(str(target.parent))
        told = tr("Calendar with {count} events saved: {path}", count=made.events + made.key_dates, path=str(target))
        self._office.notice.say(told, "good", tr("Open folder"), lambda: QDesktopServices.openUrl(folder))

    def _failed(self, error: BaseException) -> None:
        failures.tell(self._office.ask, error)


def _folder(office: Office) -> Path:
    kept = office.seen.get(FOLDER, "")
    return Path(kept) if kept and Path(kept).is_dir() else Path.home()


def _said(text: str, look: str) -> QLabel:
    made = QLabel(text)
    made.setProperty("look", look)
    made.setWordWrap(True)
    return made
