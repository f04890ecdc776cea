"""From declared blocks and one record to rows of set cells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import zip_longest

from desktop.documents.declared import (
    Align,
    Blanks,
    Block,
    Column,
    Document,
    Field,
    Fields,
    Head,
    Prose,
    Signatures,
    Slips,
    Table,
)
from desktop.documents.pdf.fonts import fonts
from desktop.documents.pdf.grid import SIDE, Cell, Row, Tone
from desktop.documents.pdf.lines import Lines, Style, para, side_by_side
from desktop.documents.pdf.slips import slip_rows
from desktop.documents.records import Record, look_up, rows
from desktop.documents.values import FORMATS, Format, beside, text_of, to_fill
from desktop.rules import labels
from desktop.words import Catalogue

MM = 72 / 25.4
_FILL_IN = 8.5 * MM  # a row that is to be written in by hand
_LINE = 5.5 * MM  # each further line of it
_SIGN = 11 * MM
_VALUE_ROOM = 26 * MM  # the least that a value in a grid should have
_HAND_ROOM = 33 * MM  # and what is to be written by hand
_LABEL_ROOM = (15.5 * MM, 27 * MM)  # the label column: as wide as the labels want, within these


def styles() -> dict[str, Style]:
    """The few ways text is set on paper."""
    both = fonts()
    return {
        "label": Style(both.regular, 8.5, 10.2, least=7.5),
        "value": Style(both.regular, 9.0, 11.6, least=8.25),
        "strong": Style(both.bold, 11.5, 14.0, least=8.0, wrapped=9.0),
        "bar": Style(both.bold, 9.5, 12.0),
        "figure": Style(both.regular, 9.0, 11.6, least=6.0),
        "cell": Style(both.regular, 8.5, 10.8, least=7.75),
        "dense": Style(both.regular, 7.5, 9.2, least=6.5, most_lines=2),
        "slip": Style(both.regular, 8.5, 10.8, least=7.5, most_lines=2),
        "slip_head": Style(both.bold, 9.5, 12.0, least=8.0, most_lines=1),
        "slip_title": Style(both.regular, 7.0, 8.6, least=6.0),
    }


@dataclass(frozen=True)
class Setter:
    """Sets one document in one language; labels are set once and used for every record."""

    document: Document
    words: Catalogue
    styles: dict[str, Style] = field(default_factory=styles)
    _labels: dict[tuple[str, float, Tone], Lines] = field(default_factory=dict)

    @cached_property
    def width(self) -> float:
        """Of the grid, in points."""
        page = self.document.page
        return (page.width - page.left - page.right) * MM

    @cached_property
    def label_width(self) -> float:
        """Of the label column: that of the widest label of all fields, within limits."""
        return self._label_room(
            self.title(item) for block in self.document.blocks for item in getattr(block, "fields", ())
        )

    def _label_room(self, texts: Iterable[str]) -> float:
        """What these labels take, within limits; longer ones shrink or wrap."""
        style = self.styles["label"]
        widest = max((style.font.width(text, style.size) for text in texts), default=0.0) + 2 * SIDE
        return min(max(widest, _LABEL_ROOM[0]), _LABEL_ROOM[1])

    def title(self, item: Field) -> str:
        """The label of a field in the document's language."""
        return self.words.text(item.title or labels.title(item.path))

    def text(self, item: Field | Column, record: Record, kind: Format) -> str:
        """The value of a field as it is printed, "" where nothing is known."""
        parts = (text_of(look_up(record, path), self.words, kind) for path in (item.path, *item.more))
        return beside(parts, item.between)

    def rows(self, record: Record, *, whole_form: bool = True) -> Iterator[Row]:
        """All rows of one record's grid, block after block; without a `whole_form` empty rows of Blanks.FIT go."""
        title = ""
        for block in wanted(self.document.blocks, record):
            match block:
                case Head():
                    continue
                case Fields() | Prose():
                    made = list(self._fields(block, record, whole_form=whole_form))
                case Table():
                    made = list(self._table(block, record))
                case Slips():
                    made = list(slip_rows(block, record, self.words, self.styles, self.width))
                case Signatures():
                    yield self._signatures(block)
                    continue
            # A block of which nothing is shown leaves its title to the next one of its section.
            title = block.title or title
            if made and title:
                yield self._bar(title)
                title = ""
            yield from made

    def label(self, text: str, width: float, tone: Tone = Tone.LABEL) -> Lines:
        """A label set once for its width."""
        key = (text, width, tone)
        if key not in self._labels:
            self._labels[key] = para(text, self.styles["bar" if tone is Tone.BAR else "label"], width - 2 * SIDE)
        return self._labels[key]

    def _bar(self, title: str) -> Row:
        text = self.words.text(title)
        lines = self.label(text, self.width, Tone.BAR)
        bookmark = text if self.document.outline else ""
        return Row((Cell(0.0, self.width, lines, tone=Tone.BAR),), keep=True, opens=True, bookmark=bookmark)

    def _blanks(self, block: Fields | Prose | Table) -> Blanks:
        return block.blanks or self.document.blanks

    def _fields(self, block: Fields | Prose, record: Record, *, whole_form: bool) -> Iterator[Row]:
        blanks = self._blanks(block)
        if blanks is Blanks.FIT:
            blanks = Blanks.KEEP if whole_form else Blanks.HIDE
        columns = self._columns(block.columns, blanks) if isinstance(block, Fields) else 1
        boxed, width = blanks is Blanks.BOX, self.width / columns
        placed: list[tuple[Field, str, int]] = []
        for item in block.fields:
            if _meant(item.only, record):
                text = self.text(item, record, _format(item.path, item.format))
                many = boxed and not text and len(self._ticks(item, width - self.label_width).texts) > 2
                placed.append((item, text, 2 if many and item.span == 1 else item.span))
        for line in _flowed(placed, columns):
            if blanks is not Blanks.HIDE or any(text for _, text, _ in line):
                yield self._line(line, width, record, boxed=boxed)

    def _columns(self, wished: int, blanks: Blanks) -> int:
        """Fewer columns than wished where long labels leave no room for the values beside them, or for a hand."""
        least = _HAND_ROOM if blanks is Blanks.BOX else _VALUE_ROOM
        return next((n for n in range(wished, 1, -1) if self.width / n - self.label_width >= least), 1)

    def _line(self, line: Sequence[tuple[Field, str, int]], column: float, record: Record, *, boxed: bool) -> Row:
        """One row of fields, their values and the number of columns they cover, each `column` points wide."""
        cells: list[Cell] = []
        least = x = 0.0
        for item, text, span in line:
            cells.append(Cell(x, self.label_width, self.label(self.title(item), self.label_width), tone=Tone.LABEL))
            where = (x + self.label_width, span * column - self.label_width)
            by_hand = boxed and not text and not item.path.startswith("computed.")
            cells.append(
                self._to_fill(item, *where, wanted=_is_wanted(item, record))
                if by_hand
                else self._filled(item, text, *where)
            )
            if by_hand:
                least = max(least, _FILL_IN + (item.lines - 1) * _LINE)
            x += span * column
        return Row(tuple(cells), least)

    def _filled(self, item: Field, text: str, x: float, room: float) -> Cell:
        align = _align(_format(item.path, item.format), item.align)
        style = "strong" if item.strong else "figure" if align is Align.RIGHT else "value"
        return Cell(x, room, para(text, self.styles[style], room - 2 * SIDE), align)

    def _to_fill(self, item: Field, x: float, room: float, *, wanted: bool) -> Cell:
        """An empty field of a form: the words to tick where there are some, else a box."""
        lines = self._ticks(item, room)
        return Cell(x, room, lines, boxed=not lines.texts, wanted=wanted)

    def _ticks(self, item: Field, room: float) -> Lines:
        words = tuple(f"□ {one}" for one in item.choices) or to_fill(item.path, self.words, item.format)
        return side_by_side(words, self.styles["cell"], room - 2 * SIDE)

    def _table(self, block: Table, record: Record) -> Iterator[Row]:
        boxed = self._blanks(block) is Blanks.BOX
        shown = _chosen(block, record)
        if not shown and not (boxed and block.spare):
            return
        total = sum(column.share for column in block.columns)
        widths = [column.share * self.width / total for column in block.columns]
        titles = (column.title or labels.title(f"{block.record}.{column.path}") for column in block.columns)
        cells = [self.label(self.words.text(title), width) for title, width in zip(titles, widths, strict=True)]
        head = Row(self._cells(block, widths, cells, Tone.LABEL), keep=True)
        yield head
        spare = block.spare if boxed else 0
        for row, _ in zip_longest(shown, range(spare)):
            set_ = [self._value(block, column, row, width) for column, width in zip(block.columns, widths, strict=True)]
            least = 0.0 if row else _FILL_IN
            yield Row(self._cells(block, widths, set_, Tone.PLAIN), least, head=head, dense=block.dense)

    def _value(self, block: Table, column: Column, row: Record | None, width: float) -> Lines | None:
        if row is None:
            return None
        style = self.styles["dense" if block.dense else "cell"]
        return para(self.text(column, row, _format_of(block, column)), style, width - 2 * SIDE)

    @staticmethod
    def _cells(block: Table, widths: list[float], lines: Sequence[Lines | None], tone: Tone) -> tuple[Cell, ...]:
        return tuple(
            Cell(sum(widths[:place]), width, text, _align(_format_of(block, column), column.align), tone)
            for place, (column, width, text) in enumerate(zip(block.columns, widths, lines, strict=True))
        )

    def _signatures(self, block: Signatures) -> Row:
        texts = [self.words.text(label) for label in block.labels]
        column, room = self.width / len(texts), max(self.label_width, self._label_room(texts))
        cells: list[Cell] = []
        for place, text in enumerate(texts):
            x = place * column
            cells.append(Cell(x, room, self.label(text, room), tone=Tone.LABEL))
            cells.append(Cell(x + room, column - room, None))
        return Row(tuple(cells), _SIGN)


def wanted(blocks: Sequence[Block], record: Record) -> list[Block]:
    """The blocks that are meant for this kind of customer."""
    return [block for block in blocks if _meant(block.only, record)]


def _meant(only: object, record: Record) -> bool:
    return only is None or look_up(record, "customer.kind") == only


def _is_wanted(item: Field, record: Record) -> bool:
    """Whether a field is among those the office requires of this customer and does not have."""
    missing = record.get("missing")
    return isinstance(missing, frozenset) and not missing.isdisjoint((item.path, *item.more))


def _format(path: str, own: Format | None) -> Format:
    return own or FORMATS.get(path, Format.AUTO)


def _format_of(block: Table, column: Column) -> Format:
    return _format(f"{block.record}.{column.path}", column.format)


def _align(kind: Format, declared: Align) -> Align:
    return Align.RIGHT if kind is Format.MONEY else declared


def _flowed(fields: Sequence[tuple[Field, str, int]], columns: int) -> list[list[tuple[Field, str, int]]]:
    """The fields, values and spans in rows of `columns`; the last field of a row takes what is left over."""
    made: list[list[tuple[Field, str, int]]] = []
    free = 0
    for item, text, wished in fields:
        span = min(wished, columns)
        if span > free:
            made.append([])
            free = columns
        made[-1].append((item, text, span))
        free -= span
    for row in made:
        *others, (item, text, _) = row
        row[-1] = (item, text, columns - sum(span for _, _, span in others))
    return made


def _chosen(block: Table, record: Record) -> list[Record]:
    shown = list(rows(record, block.rows))
    if block.where:
        key, value = block.where
        shown = [row for row in shown if row.get(key, value) == value]
    if block.newest:
        shown.sort(key=lambda row: str(row.get(block.newest) or ""), reverse=True)
    return shown[: block.limit or None]
