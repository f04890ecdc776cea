"""The fields an office added, on paper: a block of them at the end of each part of the card."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from db.vocabulary import CardPart, CustomerKind, CustomKind
from desktop.documents.cards import ENDS
from desktop.documents.declared import Block, Document, Field, Fields
from desktop.documents.values import Format

_FORMATS: Mapping[CustomKind, Format] = {
    CustomKind.MONEY: Format.MONEY,
    CustomKind.DATE: Format.DATE,
    CustomKind.YES_NO: Format.YES_NO,
    CustomKind.PHONE: Format.PHONE,
}


@dataclass(frozen=True, slots=True)
class PaperField:
    """What paper has to know of a custom field. Its value lies in the record under "custom", by the id as text."""

    id: int
    title: str
    kind: CustomKind
    part: CardPart
    only: CustomerKind | None = None
    options: tuple[str, ...] = ()


def with_custom(document: Document, added: Sequence[PaperField]) -> Document:
    """`document` with a block for the custom fields of each part behind the last block of that part."""
    blocks: list[Block] = []
    for block in document.blocks:
        blocks.append(block)
        for part, end in ENDS.items():
            mine = tuple(_field(one) for one in added if one.part is part)
            if block is end and mine:
                blocks.append(Fields(mine))
    return replace(document, blocks=tuple(blocks))


def _field(one: PaperField) -> Field:
    wide = one.kind in (CustomKind.LONG_TEXT, CustomKind.CHOICES)
    return Field(
        f"custom.{one.id}",
        one.title,
        span=3 if wide else 1,
        format=_FORMATS.get(one.kind),
        lines=2 if one.kind is CustomKind.LONG_TEXT else 1,
        only=one.only,
        choices=one.options,
    )
