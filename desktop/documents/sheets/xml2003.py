"""“XML Spreadsheet 2003”, one XML file that Excel opens as a workbook; some business systems still export it."""

from __future__ import annotations

import datetime as dt
from xml.parsers import expat

from desktop.documents.sheets.cells import told
from desktop.documents.sheets.delimited import Text
from desktop.documents.sheets.limits import Limits
from desktop.documents.sheets.unreadable import UnreadableSheet
from desktop.documents.sheets.wire import SheetWriter

_SPACE = "urn:schemas-microsoft-com:office:spreadsheet "


class _Workbook:
    """Expat's callbacks; rows are sent as they end."""

    def __init__(self, writer: SheetWriter, limits: Limits) -> None:
        self._writer = writer
        self._limits = limits
        self._row_number = 0
        self._row: list[object] = []
        self._kind = ""
        self._text: list[str] | None = None

    def start(self, name: str, attributes: dict[str, str]) -> None:
        tag = name.removeprefix(_SPACE)
        if tag == "Worksheet":
            self._writer.begin(attributes.get(f"{_SPACE}Name", ""))
            self._row_number = 0
        elif tag == "Row":
            number = _number(attributes.get(f"{_SPACE}Index"), self._row_number + 1, self._limits.rows, "too_many_rows")
            for _ in range(self._row_number + 1, number):
                self._writer.add("")
            self._row_number = number
            self._row = []
        elif tag == "Cell":
            most = self._limits.columns
            column = _number(attributes.get(f"{_SPACE}Index"), len(self._row) + 1, most, "too_many_columns")
            self._row += [None] * (column - len(self._row))
            self._across = _number(attributes.get(f"{_SPACE}MergeAcross"), 0, most, "too_many_columns")
        elif tag == "Data":
            self._kind = attributes.get(f"{_SPACE}Type", "String")
            self._text = []

    def end(self, name: str) -> None:
        tag = name.removeprefix(_SPACE)
        if tag == "Data" and self._text is not None and self._row:
            self._row[-1] = _value(self._kind, "".join(self._text))
            self._text = None
        elif tag == "Cell":
            self._row += [None] * self._across
        elif tag == "Row":
            self._writer.add(told(self._row))
        elif tag == "Worksheet":
            self._writer.end()

    def data(self, data: str) -> None:
        if self._text is not None:
            self._text.append(data)

    def doctype(self, *_: object) -> None:
        raise UnreadableSheet("unsafe")


def _number(text: str | None, usual: int, most: int, code: str) -> int:
    number = int(text) if text and text.isascii() and text.isdigit() and len(text) < 10 else usual
    if number > most:
        raise UnreadableSheet(code, limit=most)
    return max(number, usual)


def _value(kind: str, text: str) -> object:
    try:
        if kind == "Number":
            return float(text)
        if kind == "DateTime":
            moment = dt.datetime.fromisoformat(text)
            return moment if moment.time() != dt.time() else moment.date()
    except ValueError:
        return text
    if kind == "Boolean":
        return text.strip() == "1"
    return None if kind == "Error" else text


def read(text: Text, writer: SheetWriter, limits: Limits) -> None:
    """Send the worksheets. A document type declaration is refused: such files have none, entity bombs do."""
    book = _Workbook(writer, limits)
    parser = expat.ParserCreate("utf-8", " ")
    parser.buffer_text = True
    parser.StartElementHandler = book.start
    parser.EndElementHandler = book.end
    parser.CharacterDataHandler = book.data
    parser.StartDoctypeDeclHandler = book.doctype
    try:
        parser.Parse(text.plain.decode(text.encoding, "replace").encode("utf-8"), True)
    except expat.ExpatError:
        raise UnreadableSheet("damaged") from None
