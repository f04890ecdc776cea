"""Save the 今日跟进单 as a PDF, remember it for the keying back, and open it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from db.produce import produce
from desktop.progress import Progress
from desktop.services.calendar.day_sheet import DaySheet
from desktop.services.sheets import Sheets
from desktop.ui.kit.ask import FileKind
from desktop.ui.office import Office
from desktop.ui.screens.customers.viewing import safe_name
from desktop.ui.screens.today.printed import remember
from desktop.ui.words import current, tr

FOLDER = "sheets.folder"  # where sheets were saved last, on this machine


def save_sheet(office: Office, sheet: DaySheet, parent: QWidget) -> None:
    """Ask where it is to lie, draw it in a job; it is remembered once it lies there."""
    path = office.ask.save_file(tr("Save the follow-up sheet as PDF"), _suggested(office, sheet), [_PDF])
    if path is None:
        return
    words, today, store = current(), office.today(), office.store

    def draw(progress: Progress) -> Sheets:
        from desktop.services.calendar.day_sheet import day_sheet_pdf

        sheets = day_sheet_pdf(store, sheet, words, today=today, progress=progress)
        produce(path, sheets.data)
        return sheets

    def said(sheets: Sheets) -> None:
        office.seen[FOLDER] = str(path.parent)
        remember(office, sheet)
        sentence = tr(
            "Follow-up sheet: {customers} customers on {pages} pages, {name}",
            customers=sheets.customers,
            pages=sheets.pages,
            name=path.name,
        )
        office.notice.say(sentence, "good", tr("Open the file"), lambda: open_file(path))
        open_file(path)

    office.jobs.run(tr("Printing the follow-up sheet"), draw, said, owner=parent)


def open_file(path: Path) -> None:
    """Show the file in the program that the machine has for it: it is printed from there."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def _suggested(office: Office, sheet: DaySheet) -> Path:
    kept = office.seen.get(FOLDER, "")
    folder = Path(kept) if kept and Path(kept).is_dir() else Path.home()
    whose = sheet.rep or tr("Whole office")
    return folder / safe_name(tr("Follow-up sheet {rep} {day}", rep=whose, day=sheet.day.isoformat()) + ".pdf")


_PDF = FileKind("PDF", ("pdf",))
