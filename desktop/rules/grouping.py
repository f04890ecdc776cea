"""A list in groups: ids in order, a negative number before each group standing for its line."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

GroupKey = str | int | None


@dataclass(frozen=True, slots=True)
class IdGroup:
    """One group with all its ids in the order of the list. `head` is the number of its line, below zero."""

    key: GroupKey
    head: int
    ids: Sequence[int]


def grouped(
    ids: Iterable[int], keys: Mapping[int, GroupKey], rank: Callable[[GroupKey], object]
) -> tuple[IdGroup, ...]:
    """`ids` by their groups, each group in the order of `ids`; groups in the order of `rank`, None always last."""
    found: dict[GroupKey, list[int]] = {}
    for one in ids:
        found.setdefault(keys.get(one), []).append(one)
    named = sorted((key for key in found if key is not None), key=rank)  # type: ignore[arg-type]
    order: list[GroupKey] = [*named, *([None] if None in found else [])]
    return tuple(IdGroup(key, -number, found[key]) for number, key in enumerate(order, 1))


def laid_out(groups: Iterable[IdGroup], closed: Collection[GroupKey]) -> list[int]:
    """The lines of the list: each group's own number, and its ids unless it is closed."""
    lines: list[int] = []
    for group in groups:
        lines.append(group.head)
        if group.key not in closed:
            lines += group.ids
    return lines
