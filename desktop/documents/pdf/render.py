"""Documents to PDF: one bookmark per record, page n of m counted per record, the same bytes for the same values."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from io import BytesIO
from itertools import product
from typing import Any

from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas

from desktop.documents.declared import Align, Blanks, Document, Field, Head
from desktop.documents.pdf.blocks import MM, Setter, wanted
from desktop.documents.pdf.fonts import Font, fonts
from desktop.documents.pdf.grid import Row, paginate
from desktop.documents.pdf.lines import Style, clean, para
from desktop.documents.pdf.pen import BLUE, INK, QUIET, Pen, grid
from desktop.documents.pdf.square import square
from desktop.documents.pdf.stand_in import StandIns
from desktop.documents.records import Record, arranged, look_up
from desktop.documents.values import FORMATS, Format
from desktop.progress import Progress
from desktop.rules.errors import RuleBroken
from desktop.words import Catalogue

_PADS = (4.2, 3.4, 2.6, 1.9)  # room above and below the text of a row: as airy as the number of pages allows
_HEAD, _AGAIN, _FOOT = 47.0, 24.0, 17.0  # heights of head, repeated head and foot, in points


def render_pdf(
    document: Document,
    records: Sequence[Mapping[str, object]],
    words: Catalogue,
    *,
    printed_on: date,
    office: Mapping[str, str],
    progress: Progress,
) -> bytes:
    """One PDF of all records, each beginning on its own page, in the language of `words`.

    Records are as `desktop.documents.records` describes; `office` has at least "name". RuleBroken "nothing_to_print"
    where there are no records; Cancelled as `progress` says.
    """
    if not records:
        raise RuleBroken("nothing_to_print")
    setter = Setter(document, words)
    target = BytesIO()
    canvas = _canvas(target, setter, records, printed_on, office)
    stand_ins = StandIns(canvas)
    around = {"office": office, "print": {"date": printed_on}}
    for record in progress.over(records):
        _Sheets(canvas, stand_ins, setter, {**arranged(record, words), **around}).draw(progress)
    stand_ins.finish()
    canvas.save()
    return target.getvalue()


def _canvas(
    target: BytesIO, setter: Setter, records: Sequence[Record], printed_on: date, office: Mapping[str, str]
) -> Any:
    """An empty canvas that knows what it is: title, author, language, producer, date of printing."""
    rl_config.useA85 = 0  # binary streams: a tenth smaller and faster than ReportLab's own setting
    page, first = setter.document.page, fonts().regular.name
    language = setter.words.language.replace("_", "-")
    size = (page.width * MM, page.height * MM)
    canvas = Canvas(target, pagesize=size, invariant=1, pageCompression=1, lang=language, initialFontName=first)
    # Invariant files would all be of the year 2000; the day of printing is as repeatable and true.
    canvas._doc._timeStamp.YMDhms = (printed_on.year, printed_on.month, printed_on.day, 0, 0, 0)
    title = setter.words.text(setter.document.title)
    about = setter.document.about
    canvas.setTitle(f"{title} {_name(records[0], about)}".strip() if len(records) == 1 else title)
    canvas.setAuthor(clean(office.get("name", "")))
    canvas.setSubject(title)
    canvas.setCreator("Kezha")
    canvas.setProducer("Kezha, ReportLab PDF Library")
    canvas.setViewerPreference("DisplayDocTitle", "true")
    return canvas


def _name(record: Record, about: Sequence[str]) -> str:
    """Number and name, as bookmarks and titles say who a sheet is about."""
    parts = (look_up(record, path) for path in about)
    return clean(" ".join(str(part) for part in parts if part)).replace("\n", " ")[:120]


class _Sheets:
    """The pages of one record."""

    def __init__(self, canvas: Any, stand_ins: StandIns, setter: Setter, record: Record) -> None:
        self._canvas, self._stand_ins, self._setter, self._record = canvas, stand_ins, setter, record
        page = setter.document.page
        self._left, self._top = page.left * MM, (page.height - page.top) * MM
        self._width, self._bottom = setter.width, page.bottom * MM
        self._head = next((b for b in wanted(setter.document.blocks, record) if isinstance(b, Head)), None)
        both = fonts()
        self._regular, self._bold = both.regular, both.bold

    def draw(self, progress: Progress) -> None:
        """Lay the record out, then draw page after page, which by then knows how many there are."""
        pages, pad = self._laid_out()
        key = f"record-{self._canvas.getPageNumber()}"
        for number, rows in enumerate(pages, 1):
            progress.look()
            if number == 1:
                self._canvas.bookmarkPage(key)
                name = _name(self._record, self._setter.document.about)
                self._canvas.addOutlineEntry(name or self._title(), key, 0)
            self._mark(rows)
            pen = Pen(self._canvas, self._stand_ins)
            top = self._draw_head(pen, again=number > 1)
            grid(self._canvas, pen, rows, self._left, top, pad)
            self._draw_foot(pen, number, len(pages))
            pen.done()
            self._canvas.showPage()

    def _mark(self, rows: Sequence[Row]) -> None:
        """A bookmark below that of the record for each place that asks for one."""
        for place, row in enumerate(rows):
            if row.bookmark:
                key = f"part-{self._canvas.getPageNumber()}-{place}"
                self._canvas.bookmarkPage(key)
                self._canvas.addOutlineEntry(clean(row.bookmark).replace("\n", " ")[:120], key, 1, closed=True)

    def _laid_out(self) -> tuple[list[list[Row]], float]:
        """The rows of each page: as complete a form as fits the fewest pages, and then as airy."""
        whole = self._top - self._bottom - _FOOT
        first, later = (whole - _HEAD, whole - _AGAIN) if self._head else (whole, whole)
        forms: list[list[Row]] = []
        for whole_form in (True, False) if self._setter.document.blanks is Blanks.FIT else (True,):
            rows = list(self._setter.rows(self._record, whole_form=whole_form))
            for pad in _PADS:
                if sum(row.height(pad) for row in rows) <= first:
                    return [rows], pad
            forms.append(rows)
        tried = [
            (paginate(rows, first, later, pad, late), pad)
            for rows, pad, late in product(forms, _PADS, (later / 5, 0.0))
        ]
        return min(tried, key=lambda pages_and_pad: len(pages_and_pad[0]))

    def _title(self) -> str:
        return self._setter.words.text(self._setter.document.title)

    def _draw_head(self, pen: Pen, *, again: bool) -> float:
        """Draw the head and return where the grid begins."""
        if self._head is None:
            return self._top
        return self._draw_again(pen, self._head) if again else self._draw_first(pen, self._head)

    def _draw_first(self, pen: Pen, head: Head) -> float:
        words, third = self._setter.words, self._width / 3
        base = self._top - 17.0
        office = str(look_up(self._record, "office.name") or "")
        pen.colour(QUIET)
        self._short(pen, office, self._left, base, third, self._regular, 9.0, Align.LEFT)
        pen.colour(BLUE)
        title = words.text(head.title)
        self._short(pen, title, self._left + third, base, third, self._bold, 17.0, Align.CENTRE)
        pen.colour(QUIET)
        kind = words.text(head.subtitle) if head.subtitle else ""
        code = str(look_up(self._record, head.code) or "") if head.code else ""
        side = _HEAD - 5.0 if code else 0.0
        if code:
            square(self._canvas, code, (self._left + self._width - side, self._top - side, side, side))
        self._short(pen, kind, self._left + 2 * third, base, third - side, self._regular, 9.0, Align.RIGHT)
        pen.colour(INK)
        self._spread(pen, head.line, self._top - _HEAD + 6.5, 9.0, self._width - side * 1.25)
        return self._top - _HEAD

    def _draw_again(self, pen: Pen, head: Head) -> float:
        pen.colour(QUIET)
        title = self._setter.words.text("{title} (continued)", title=self._setter.words.text(head.title))
        base, third = self._top - 13.0, self._width / 4
        self._short(pen, title, self._left, base, third, self._bold, 9.0, Align.LEFT)
        texts = " ".join(self._setter.text(item, self._record, _format(item)) for item in head.again)
        self._short(pen, texts, self._left + third, base, self._width - third, self._regular, 9.0, Align.RIGHT)
        return self._top - _AGAIN

    def _draw_foot(self, pen: Pen, number: int, pages: int) -> None:
        words, footer = self._setter.words, self._setter.document.footer
        base, third = self._bottom + 2.0, self._width / 3
        pen.colour(QUIET)
        left = "    ".join(filter(None, map(self._labelled, footer.fields)))
        note = words.text(footer.note) if footer.note else ""
        self._short(pen, left, self._left, base, 0.4 * self._width, self._regular, 7.5, Align.LEFT)
        self._short(
            pen, note, self._left + 0.4 * self._width, base, 0.2 * self._width, self._regular, 7.5, Align.CENTRE
        )
        count = words.text("Page {page} of {pages}", page=number, pages=pages)
        self._short(pen, count, self._left + 2 * third, base, third, self._regular, 7.5, Align.RIGHT)

    def _labelled(self, item: Field, blank: str = "") -> str:
        value = self._setter.text(item, self._record, _format(item)) or blank
        return self._setter.words.text("{label}: {value}", label=self._setter.title(item), value=value) if value else ""

    def _spread(self, pen: Pen, fields: Sequence[Field], base: float, size: float, width: float) -> None:
        """Fields spread over `width`: the first at the left, the last at the right, the others centred between."""
        boxed = self._setter.document.blanks is Blanks.BOX
        texts = [self._labelled(item, "____________" if boxed else "") for item in fields]
        texts = [text for text in texts if text]
        part = width / max(len(texts), 1)
        for place, text in enumerate(texts):
            align = Align.LEFT if place == 0 else Align.RIGHT if place == len(texts) - 1 else Align.CENTRE
            self._short(pen, text, self._left + place * part, base, part, self._regular, size, align)

    def _short(
        self, pen: Pen, text: str, x: float, base: float, room: float, font: Font, size: float, align: Align
    ) -> None:
        """One line that shrinks to three quarters before it is cut."""
        set_ = para(
            text.replace("\n", " "), Style(font, size, size * 1.2, size * 0.75, size * 0.75, most_lines=1), room - 4
        )
        for line in set_.texts:
            pen.string(line, x, base, font, set_.size, room, align, set_.lacking)


def _format(item: Field) -> Format:
    return item.format or FORMATS.get(item.path, Format.AUTO)
