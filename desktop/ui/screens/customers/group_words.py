"""How the values customers are grouped and narrowed by read, and in which order they stand."""

from __future__ import annotations

from enum import StrEnum

from db.cadence import CadenceState
from db.conditions import Condition, Group, Match, Op, Part, Where
from db.lifecycle import Lifecycle
from db.vocabulary import IntentLevel, Source, Stage
from desktop.rules.grouping import GroupKey
from desktop.rules.labels import title
from desktop.services.views import OfficeWords
from desktop.ui.wording import words_of
from desktop.ui.words import current, tr
from desktop.words import N_

GROUP_TITLES = {
    "value_tier": title("customer.value_tier"),
    "stage": title("customer.stage"),
    "lifecycle": title("computed.lifecycle"),
    "owner_id": title("customer.owner_id"),
    "province": title("customer.province"),
    "city": title("customer.city"),
    "source": title("customer.source"),
    "intent": title("customer.intent"),
    "tags": N_("Tag"),
    "initial": N_("Initial"),
    "created": N_("Month of entry"),
    "cadence": title("computed.cadence"),
}
_VOCABULARY: dict[str, type[StrEnum]] = {
    "stage": Stage,
    "source": Source,
    "intent": IntentLevel,
    "lifecycle": Lifecycle,
    "cadence": CadenceState,
}
_NOTHING = {
    "value_tier": N_("no tier"),
    "intent": N_("intent unknown"),
    "owner_id": N_("nobody in charge"),
    "province": N_("region unknown"),
    "city": N_("region unknown"),
    "tags": N_("without a tag"),
}


def group_name(by: str, key: GroupKey, office: OfficeWords) -> str:
    """What a group is called."""
    if key is None:
        return current().text(_NOTHING.get(by, N_("not filled in")))
    if by in _VOCABULARY:
        known = {member.value: member for member in _VOCABULARY[by]}
        return words_of(known[str(key)]) if key in known else str(key)
    if by in ("owner_id", "tags") and isinstance(key, int):
        return office.name(by, key)
    return tr("not a letter") if by == "initial" and key == "#" else str(key)


def group_rank(by: str, key: GroupKey, office: OfficeWords) -> tuple[int, str]:
    """Where a group stands: classes and stages in their own order, months newest first, the others by name."""
    if by == "value_tier":
        codes = [one.code for one in office.tiers]
        return (codes.index(str(key)) if key in codes else len(codes), str(key))
    if by in _VOCABULARY:
        words = [member.value for member in _VOCABULARY[by]]
        return (words.index(str(key)) if key in words else len(words), str(key))
    if by == "created":
        return (-int(str(key).replace("-", "") or 0), "")
    if by == "initial":
        return (int(key == "#"), str(key))
    return (0, group_name(by, key, office))


def facet_part(field: str, values: frozenset[GroupKey]) -> Part:
    """The condition that a customer has one of `values`, None among them meaning: nothing."""
    named = tuple(sorted((one for one in values if one is not None), key=str))
    meant = Condition(field, Op.IS, named)
    if None not in values:
        return meant
    empty = Condition(field, Op.EMPTY)
    return Group(Match.ANY, (meant, empty)) if named else empty


def facets_where(facets: dict[str, frozenset[GroupKey]]) -> Where:
    """The condition that all facets hold."""
    return Where(Match.ALL, tuple(facet_part(field, values) for field, values in facets.items() if values))
