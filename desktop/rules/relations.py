"""关系: how two parties stand to each other, told from either side."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from db.vocabulary import RelationKind
from desktop.words import N_, Catalogue


class Way(StrEnum):
    """A kind of relation as one side tells it; what reads alike from both sides has one way."""

    SECRETARY_OF = "secretary_of"
    HAS_SECRETARY = "has_secretary"
    SPOUSE_OF = "spouse_of"
    RELATIVE_OF = "relative_of"
    FRIEND_OF = "friend_of"
    INTRODUCED_BY = "introduced_by"
    INTRODUCED = "introduced"
    SUBSIDIARY_OF = "subsidiary_of"
    PARENT_OF = "parent_of"
    SAME_GROUP = "same_group"
    SUPPLIER_OF = "supplier_of"
    SUPPLIED_BY = "supplied_by"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class _Told:
    kind: RelationKind
    reverse: bool
    sentence: str


_KIND = RelationKind
_TOLD: dict[Way, _Told] = {
    Way.SECRETARY_OF: _Told(_KIND.SECRETARY_OF, False, N_("is the secretary of {name}")),
    Way.HAS_SECRETARY: _Told(_KIND.SECRETARY_OF, True, N_("has {name} as secretary")),
    Way.SPOUSE_OF: _Told(_KIND.SPOUSE_OF, False, N_("is married to {name}")),
    Way.RELATIVE_OF: _Told(_KIND.RELATIVE_OF, False, N_("is a relative of {name}")),
    Way.FRIEND_OF: _Told(_KIND.FRIEND_OF, False, N_("is a friend of {name}")),
    Way.INTRODUCED_BY: _Told(_KIND.INTRODUCED_BY, False, N_("was introduced by {name}")),
    Way.INTRODUCED: _Told(_KIND.INTRODUCED_BY, True, N_("introduced {name}")),
    Way.SUBSIDIARY_OF: _Told(_KIND.SUBSIDIARY_OF, False, N_("is a subsidiary of {name}")),
    Way.PARENT_OF: _Told(_KIND.SUBSIDIARY_OF, True, N_("is the parent company of {name}")),
    Way.SAME_GROUP: _Told(_KIND.SAME_GROUP, False, N_("is of the same group as {name}")),
    Way.SUPPLIER_OF: _Told(_KIND.SUPPLIER_OF, False, N_("supplies {name}")),
    Way.SUPPLIED_BY: _Told(_KIND.SUPPLIER_OF, True, N_("is supplied by {name}")),
    Way.OTHER: _Told(_KIND.OTHER, False, N_("has to do with {name}")),
}
_BY_KIND = {(told.kind, told.reverse): way for way, told in _TOLD.items()}


def way_of(kind: RelationKind, reverse: bool = False) -> Way:
    """How a stored relation is told by its first party; by the second with `reverse` turned round."""
    return _BY_KIND.get((kind, reverse)) or _BY_KIND[kind, False]


def stored_way(way: Way) -> tuple[RelationKind, bool]:
    """(kind, reverse) as the file keeps it."""
    told = _TOLD[way]
    return told.kind, told.reverse


def turned(way: Way) -> Way:
    """The same relation told by the other side: "is the secretary of" turns into "has as secretary"."""
    kind, reverse = stored_way(way)
    return way_of(kind, not reverse)


def say_way(way: Way, name: str, words: Catalogue) -> str:
    """ "是李总的秘书", "秘书是小王"; "…" for a name shows the bare relation."""
    return words.text(_TOLD[way].sentence, name=name)
