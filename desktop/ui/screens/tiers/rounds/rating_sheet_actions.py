"""Save the rating sheet of a round: a PDF to sign, or a workbook to count with."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from db.produce import produce
from db.queries.rounds import rounds
from desktop.progress import Progress
from desktop.services.rating.proposing import Proposed
from desktop.services.rating.rating_sheet import What
from desktop.services.sheets import Sheets
from desktop.ui.kit.ask import FileKind
from desktop.ui.office import Office
from desktop.ui.screens.customers.viewing import safe_name
from desktop.ui.words import current, tr

FOLDER = "sheets.folder"  # where sheets were saved last, on this machine


def save_pdf(office: Office, parent: QWidget, what: What) -> None:
    """Ask where the PDF of a proposal or of a round (its id) is to lie, draw it in a job, say so with a way to it."""
    path = office.ask.save_file(
        tr("Save rating sheet as PDF"), _suggested(office, what, "pdf"), [FileKind("PDF", ("pdf",))]
    )
    if path is None:
        return
    words, today, store = current(), office.today(), office.store

    def draw(progress: Progress) -> Sheets:
        from desktop.services.rating.rating_paper import rating_pdf

        sheets = rating_pdf(store, what, words, today=today, progress=progress)
        produce(path, sheets.data)
        return sheets

    def said(sheets: Sheets) -> None:
        sentence = tr(
            "Rating sheet with {customers} customers on {pages} pages: {name}",
            customers=f"{sheets.customers:,}",
            pages=sheets.pages,
            name=path.name,
        )
        _done(office, path, sentence)

    office.jobs.run(tr("Writing the rating sheet"), draw, said, owner=parent)


def save_xlsx(office: Office, parent: QWidget, what: What) -> None:
    """The same as a workbook."""
    path = office.ask.save_file(
        tr("Save rating sheet as Excel"), _suggested(office, what, "xlsx"), [FileKind("Excel", ("xlsx",))]
    )
    if path is None:
        return
    words, store = current(), office.store

    def write(progress: Progress) -> None:
        from desktop.services.rating.rating_book import rating_xlsx

        produce(path, rating_xlsx(store, what, words, progress=progress))

    def said(_: object) -> None:
        _done(office, path, tr("Rating sheet written: {name}", name=path.name))

    office.jobs.run(tr("Writing the rating sheet"), write, said, owner=parent)


def _done(office: Office, path: Path, sentence: str) -> None:
    office.seen[FOLDER] = str(path.parent)
    office.notice.say(sentence, "good", tr("Open the file"), lambda: open_file(path))


def open_file(path: Path) -> None:
    """Show the file in the program that the machine has for it."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def _suggested(office: Office, what: What, ending: str) -> Path:
    kept = office.seen.get(FOLDER, "")
    folder = Path(kept) if kept and Path(kept).is_dir() else Path.home()
    scheme, on = _about(office, what)
    name = tr("Rating sheet {scheme} {day}", scheme=current().text(scheme).replace("/", "-"), day=on.isoformat())
    return folder / safe_name(f"{name}.{ending}")


def _about(office: Office, what: What) -> tuple[str, date]:
    """Name of the scheme and day of what is to be saved; a round taken back meanwhile is told of by the job."""
    if isinstance(what, Proposed):
        return what.scheme.scheme.name, what.as_of
    with office.store.read() as session:
        row = next((one for one in rounds(session) if one.id == what), None)
    return ("", office.today()) if row is None else (row.name, row.as_of)
