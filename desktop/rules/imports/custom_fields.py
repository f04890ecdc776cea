"""The fields an office added, as fields of an import: "custom.<title>", known by a header that says the title."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from db.vocabulary import CustomKind
from desktop.rules.cells import Cell
from desktop.rules.custom_values import Plain, read_custom
from desktop.rules.imports.field_kinds import Content, ImportField, ImportKind, header_word
from desktop.rules.imports.mapping import ColumnMatch
from desktop.rules.imports.name_columns import role_known

PREFIX = "custom."
KINDS = frozenset({ImportKind.CUSTOMERS, ImportKind.CONTACTS})

_CONTENTS: Mapping[CustomKind, Content] = {
    CustomKind.NUMBER: Content.NUMBER,
    CustomKind.MONEY: Content.MONEY,
    CustomKind.DATE: Content.DATE,
    CustomKind.KEY_DATE: Content.BIRTHDAY,
    CustomKind.YES_NO: Content.YES_NO,
}


@dataclass(frozen=True, slots=True)
class CustomTarget:
    """One custom field that a column can be given to."""

    id: int
    kind: CustomKind
    title: str
    options: tuple[str, ...] = ()
    is_unique: bool = False

    @property
    def key(self) -> str:
        """The name of the field in a mapping."""
        return f"{PREFIX}{self.title}"

    def field(self) -> ImportField:
        """The field as the steps of an import know fields."""
        words = frozenset({header_word(self.title)} - {""})
        content = _CONTENTS.get(self.kind, Content.TEXT)
        return ImportField(self.key, self.title, content, KINDS, words, frozenset(), frozenset())

    def reader(self) -> Callable[[Cell], Plain | None]:
        """What reads a cell of its column. Raises RuleBroken with the key as `field`."""
        return lambda cell: read_custom(self.kind, self.options, cell, self.key)


def claimed(matches: Sequence[ColumnMatch], targets: Sequence[CustomTarget]) -> tuple[ColumnMatch, ...]:
    """The matches, with the columns whose header is the title of a custom field given to it, the first of each.

    A column that names the customer stays what it is, and so does what the user asked for.
    """
    by_word = {header_word(one.title): one for one in targets if header_word(one.title)}
    by_title = {one.title: one for one in targets}
    taken = {match.field for match in matches}
    found = []
    for match in matches:
        one = by_title.get(match.header.strip()) or by_word.get(header_word(match.header))
        free = match.why not in ("asked", "not_asked") and not role_known(match.header)
        if one is not None and one.key not in taken and free:
            taken.add(one.key)
            found.append(replace(match, field=one.key, confidence=1.0, why="header", rival=None))
        else:
            found.append(match)
    return tuple(found)
