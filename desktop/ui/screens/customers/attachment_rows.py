"""The list of attachments."""

from __future__ import annotations

from datetime import UTC, datetime

from db.keys import drawn_at
from desktop.services.attachments import AttachmentRow
from desktop.ui.changes import moment
from desktop.ui.kit.table import Column
from desktop.words import N_

_ICONS = {
    "pdf": "file-type-pdf", "xlsx": "file-spreadsheet", "xls": "file-spreadsheet", "csv": "file-spreadsheet",
    "et": "file-spreadsheet", "txt": "notes", "doc": "notes", "docx": "notes", "wps": "notes",
}  # fmt: skip


def ending_of(name: str) -> str:
    """What a name ends in, small and without the dot."""
    return name.rpartition(".")[2].casefold()


def icon_of(name: str) -> str:
    """The icon of a file by its name."""
    return _ICONS.get(ending_of(name), "file")


def size_words(size: int) -> str:
    """ "312 KB", "1.4 MB"."""
    if size < 1024 * 1024:
        return f"{max(1, round(size / 1024)):,} KB"
    return f"{size / 1024 / 1024:,.1f} MB"


def _added(row: AttachmentRow) -> str:
    return moment(datetime.fromtimestamp(drawn_at(row.id), UTC))


COLUMNS: tuple[Column[AttachmentRow], ...] = (
    Column(
        "name",
        N_("File name"),
        lambda row: row.name,
        160,
        icon=lambda row: icon_of(row.name),
        tip=lambda row: row.name,
        fixed=True,
    ),
    Column("size", N_("Size"), lambda row: size_words(row.size), 76, "right"),
    Column("added", N_("Added"), _added, 124),
)
