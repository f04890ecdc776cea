"""A chart as a table: what it shows, in the words it shows."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QMimeData

from desktop.ui.kit.list_copy import table_mime


@dataclass(frozen=True, slots=True)
class Table:
    """A head line and lines of texts, all as long; the first `words` columns are words, the others figures."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    words: int = 1

    def mime(self) -> QMimeData:
        """The table for the clipboard: tab-separated text, and HTML for spreadsheets."""
        return table_mime(self.heads, self.rows, [n < self.words for n in range(len(self.heads))])
