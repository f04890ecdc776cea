"""Rows as a table on the clipboard: text for anything, HTML for spreadsheets and letters."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from PySide6.QtCore import QMimeData

from desktop.ui.kit.table import Column, Row
from desktop.ui.words import current


def copied(columns: Sequence[Column[Row]], rows: Iterable[Row]) -> QMimeData:
    """The cells of `rows` in `columns`, with a head line."""
    titles = [current().text(column.title) for column in columns]
    cells = [[_cell(column, row) for column in columns] for row in rows]
    return table_mime(titles, cells, [column.align != "right" for column in columns])


def table_mime(titles: Sequence[str], cells: Sequence[Sequence[str]], words: Sequence[bool]) -> QMimeData:
    """A head line and lines of cells, all as long; `words` says for each column whether it holds words or figures."""
    mime = QMimeData()
    mime.setText("\n".join("\t".join(map(_flat, line)) for line in [titles, *cells]) + "\n")
    mime.setHtml(_html(titles, cells, words))
    return mime


def _cell(column: Column[Row], row: Row) -> str:
    return (column.copy or column.show)(row)


def _flat(text: str) -> str:
    """One cell of tab-separated text: a tab or a line break within it would start another."""
    return " ".join(text.split())


def _html(titles: Sequence[str], cells: Sequence[Sequence[str]], words: Sequence[bool]) -> str:
    # Left-aligned cells are words even when they look like numbers: without the format a spreadsheet turns the number
    # of a customer, 007, into 7 and a phone into 1.38E+10, and runs a name that begins with "=" as a formula.
    styles = ["style=\"mso-number-format:'\\@'\"" if word else 'align="right"' for word in words]
    head = "".join(f"<th>{escape(title)}</th>" for title in titles)
    body = "".join(
        "<tr>" + "".join(f"<td {style}>{escape(text)}</td>" for style, text in zip(styles, line, strict=True)) + "</tr>"
        for line in cells
    )
    return f'<html><head><meta charset="utf-8"></head><body><table><tr>{head}</tr>{body}</table></body></html>'
