"""评定表: the printed result of a round, with the why of each customer.

Its record is {"round": {…}, "moves": {…}, "classes": […], "up": […], "down": […], "by_hand": […], "unrated": […],
"customers": […]}; a row of a customer has "number", "name", "class", "last", "score", "amount", "segment", "strong",
"weak", "first", "second" and "code", by which its table is found. Everything but amounts is in words
already: what a value means is known where the scheme is known.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.documents.declared import (
    Align,
    Blanks,
    Block,
    Column,
    Document,
    Field,
    Fields,
    Footer,
    Head,
    Signatures,
    Table,
)
from desktop.documents.values import Format
from desktop.words import N_

RIGHT, CENTRE = Align.RIGHT, Align.CENTRE
PROPOSAL = N_("Proposal, not published")
_ROUND = Fields(
    title=N_("The round"),
    columns=3,
    fields=(
        Field("round.window", N_("Window")),
        Field("round.n", N_("Compared")),
        Field("round.version", N_("Version")),
        Field("round.published", N_("Published")),
        Field("round.who", N_("Published by")),
        Field("round.last", N_("Last round")),
        Field("round.moves", N_("Movement"), span=3),
        Field("round.remarks", N_("To note"), span=3),
        Field("round.note", N_("Note"), span=3),
    ),
)
_SIGNED = (
    Signatures((N_("Rated by"), N_("Checked by"), N_("Supervisor"))),
    Signatures((N_("Date"), N_("Date"), N_("Date"))),
)
_WHO = (Column("number", 0.1, N_("Number")), Column("name", 0.26, N_("Customer")))


@dataclass(frozen=True, slots=True)
class Shape:
    """What the scheme decides of its sheet; texts are in the language of the paper already.

    `classes` are code and title of each list of customers. `score` and `amount` are titles of columns, `score` "" where
    there is none; `criteria` the two of a grid, which have columns of their own.
    """

    classes: Sequence[tuple[str, str]]
    amount: str
    score: str = ""
    segments: bool = False
    limits: bool = False  # whether its classes ask for a limit
    telling: bool = False  # whether the strongest and weakest criteria are named
    criteria: Sequence[str] = ()
    wide: bool = False  # whether classes are called by words instead of letters
    compared: bool = True  # whether there is a round before
    published: bool = True


def rating_document(shape: Shape) -> Document:
    """The rating sheet of a scheme of this shape."""
    lists = tuple(Table("customers", "rating", _columns(shape), title, ("code", code), dense=True)
                  for code, title in shape.classes)  # fmt: skip
    return Document(
        key="rating_sheet",
        title=N_("Rating sheet"),
        blocks=(_head(shape), _ROUND, _classes(shape), *_SIGNED, *_movers(shape), *lists, _unrated(shape)),
        footer=Footer(fields=(Field("office.name", N_("Office")),), note="" if shape.published else PROPOSAL),
        blanks=Blanks.HIDE,
        about=("round.scheme", "round.day"),
        outline=True,
    )


def _head(shape: Shape) -> Head:
    line = (
        Field("round.scheme", N_("Tier scheme")),
        Field("round.as_of", N_("As of"), format=Format.DATE),
        Field("print.date", N_("Printed on")),
    )
    again = (Field("round.scheme", more=("round.day",)),)
    return Head(N_("Rating sheet"), "" if shape.published else PROPOSAL, line, again)


def _classes(shape: Shape) -> Table:
    changes = {
        name: (Column(name, share, N_("More or less"), align=RIGHT),) if shape.compared else ()
        for name, share in (("change", 0.1), ("amount_change", 0.17))
    }
    columns = (
        Column("class", 0.22, N_("Class")),
        *((Column("limit", 0.19, N_("Limit")),) if shape.limits else ()),
        Column("count", 0.13, N_("Customer count"), align=RIGHT),
        Column("share", 0.09, N_("Share"), align=RIGHT),
        *changes["change"],
        Column("amount", 0.18, shape.amount, format=Format.MONEY),
        Column("amount_share", 0.09, N_("Share"), align=RIGHT),
        *changes["amount_change"],
    )
    return Table("classes", "rating", columns, N_("Classes"))


def _class(shape: Shape) -> Column:
    return Column("class", 0.13 if shape.wide else 0.085, N_("Class"), align=CENTRE)


def _last(shape: Shape) -> Column:
    return Column("last", 0.13 if shape.wide else 0.1, N_("Last class"), align=CENTRE)


def _movers(shape: Shape) -> tuple[Block, ...]:
    score = (Column("score", 0.1, shape.score, align=RIGHT),) if shape.score else ()
    amount = Column("amount", 0.17, shape.amount, format=Format.MONEY)
    moved = (*_WHO, _last(shape), _class(shape), *score, amount)
    by_hand = (
        *_WHO,
        Column("computed", _class(shape).share, N_("Computed"), align=CENTRE),
        Column("class", _class(shape).share, N_("Given"), align=CENTRE),
        Column("reason", 0.24, N_("Reason")),
        Column("approver", 0.1, N_("Approved by")),
        Column("until", 0.1, N_("Holds until")),
    )
    return (
        Table("up", "rating", moved, N_("Risen"), dense=True),
        Table("down", "rating", moved, N_("Fallen"), dense=True),
        Table("by_hand", "rating", by_hand, N_("Classes given by hand")),
    )


def _unrated(shape: Shape) -> Table:
    why = Column("why", 0.4, N_("What is lacking"))
    columns = (*_WHO, *((_last(shape),) if shape.compared else ()), why)
    return Table("unrated", "rating", columns, N_("Customers that cannot be rated"), dense=True)


def _columns(shape: Shape) -> tuple[Column, ...]:
    """Of the list of all customers."""
    found = [*_WHO, _class(shape), *((_last(shape),) if shape.compared else ())]
    if shape.score:
        found.append(Column("score", 0.08 if shape.telling else 0.1, shape.score, align=RIGHT))
    found.append(Column("amount", 0.14, shape.amount, format=Format.MONEY))
    if shape.segments:
        found.append(Column("segment", 0.16, N_("Segment")))
    found += [Column(name, 0.16, title) for name, title in zip(("first", "second"), shape.criteria, strict=False)]
    if shape.telling:
        found += [Column("strong", 0.28, N_("Strongest")), Column("weak", 0.22, N_("Weakest"))]
    return tuple(found)
