"""What a paper document is made of. A document is a value: a new one is declared, not programmed.

Texts are English sources marked with N_. Fields are named by paths into a record, "customer.name": see
`desktop.documents.records` for the records and the paths there are.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from db.vocabulary import CustomerKind
from desktop.documents.values import Format


class Align(StrEnum):
    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


class Blanks(StrEnum):
    """What becomes of fields without a value."""

    FIT = "fit"  # every field has its place; rows in which nothing is known make way where that saves a page
    HIDE = "hide"  # a row in which nothing is known is left out
    KEEP = "keep"  # every field has its place, empty or not
    BOX = "box"  # every field has its place, and an empty one has room and a box to be filled in by hand


@dataclass(frozen=True, slots=True)
class Page:
    """A sheet of paper and its margins, in millimetres."""

    width: float = 210.0
    height: float = 297.0
    left: float = 13.0
    right: float = 13.0
    top: float = 11.0
    bottom: float = 10.0


@dataclass(frozen=True, slots=True)
class Field:
    """One labelled value.

    `title` is only given where the field's own title (rules.labels) does not fit; `more` are paths whose values are run
    together with the first (province, city, street). Money stands at the right by itself. `strong` values are larger
    and bold, and shrink before they wrap. `lines` is the height, in lines, of the box on a form to fill in; `choices`
    are printed there to tick.
    """

    path: str
    title: str = ""
    more: tuple[str, ...] = ()
    between: str = ""
    span: int = 1
    format: Format | None = None  # None: what desktop.documents.values.FORMATS says of the path
    align: Align = Align.LEFT
    strong: bool = False
    lines: int = 1
    only: CustomerKind | None = None
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table; `path` is a key of the row, `share` its part of the width."""

    path: str
    share: float
    title: str = ""
    more: tuple[str, ...] = ()
    between: str = ""  # what parts the values of `more`, where they are different things
    format: Format | None = None
    align: Align = Align.LEFT


@dataclass(frozen=True, slots=True)
class Head:
    """The head of the first page: title, what kind of customer, and a line of fields spread over the width.

    Further pages repeat the title, the `again` fields and how often the card has been turned.
    """

    title: str
    subtitle: str = ""
    line: tuple[Field, ...] = ()
    again: tuple[Field, ...] = ()
    only: CustomerKind | None = None
    code: str = ""  # the path of a short text that stands at the right as a square code to scan


@dataclass(frozen=True, slots=True)
class Fields:
    """A grid of labelled fields, `columns` of them side by side; a field that no longer fits begins the next row."""

    fields: tuple[Field, ...]
    title: str = ""
    columns: int = 3
    blanks: Blanks | None = None  # None: as the document says
    only: CustomerKind | None = None


@dataclass(frozen=True, slots=True)
class Prose:
    """Long texts, each over the whole width and as high as it needs to be, over several pages if it must."""

    fields: tuple[Field, ...]
    title: str = ""
    blanks: Blanks | None = None
    only: CustomerKind | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of one child list, its head repeated on every page.

    `rows` names the list in the record, `record` the record a row is (for titles and formats). `where` keeps rows
    whose (key, value) agree, or that say nothing of it; `newest` sorts by that key, latest first; `limit` is how many
    are shown. On a form to
    fill in there are at least `spare` rows. Without rows the block is left out, unless blanks are boxed.
    A `dense` table is for thousands of rows: small letters, little air, and no cell of more than two lines.
    """

    rows: str
    record: str
    columns: tuple[Column, ...]
    title: str = ""
    where: tuple[str, object] | None = None
    newest: str = ""
    limit: int = 0  # 0: all
    spare: int = 0
    dense: bool = False
    blanks: Blanks | None = None
    only: CustomerKind | None = None


@dataclass(frozen=True, slots=True)
class Signatures:
    """A line of places to sign."""

    labels: tuple[str, ...]
    only: CustomerKind | None = None


@dataclass(frozen=True, slots=True)
class Slot:
    """One place of a slip; `path` is a key of the row, `share` its part of the width.

    A `box` is empty, to be written in, its title at its top; `choices` are printed there to tick. A `code` is a short
    text drawn as a square code to scan. Anything else is a value behind its title, left out where nothing is known.
    """

    path: str
    share: float
    title: str = ""
    more: tuple[str, ...] = ()
    between: str = ""
    format: Format | None = None
    align: Align = Align.LEFT
    strong: bool = False
    box: bool = False
    choices: tuple[str, ...] = ()
    code: bool = False


@dataclass(frozen=True, slots=True)
class Slips:
    """For each row of a child list a small form of several lines that stays together on one page.

    `rows` names the list in the record, `record` the record a row is (for formats). The first line is the head of its
    slip. A line of values of which none is known is left out; what is known in a line shares its width.
    """

    rows: str
    record: str
    lines: tuple[tuple[Slot, ...], ...]
    title: str = ""
    only: CustomerKind | None = None


Block = Head | Fields | Prose | Table | Signatures | Slips


@dataclass(frozen=True, slots=True)
class Footer:
    """The foot of every page: fields at the left, a note in the middle; the page number is always at the right."""

    fields: tuple[Field, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """One kind of paper; each record begins on a new page.

    `about` are paths to what the file and its bookmarks are named after; `outline` gives every titled block a bookmark.
    """

    key: str
    title: str
    blocks: tuple[Block, ...]
    footer: Footer
    page: Page = Page()
    blanks: Blanks = Blanks.FIT
    about: tuple[str, ...] = ("customer.number", "customer.name")
    outline: bool = False


def to_fill(document: Document) -> Document:
    """The same document as a form: what is not known is boxed and can be written in by hand."""
    return replace(document, key=f"{document.key}_to_fill", blanks=Blanks.BOX)
