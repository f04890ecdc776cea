"""What becomes of the values of several cards that turn out to be one customer's."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from desktop.rules.names import names_in


def best_choice(values: Sequence[Any], newest_first: Sequence[int]) -> int:
    """Whose value stays unless the user says otherwise: of the filled ones that of the card edited last.

    `newest_first` are the places of the cards in that order; where nothing is filled, the first place.
    """
    return next((place for place in newest_first if values[place] not in (None, "")), 0)


def joined_text(texts: Sequence[str | None]) -> str | None:
    """All texts one below the other, each said once; None where there are none."""
    said: dict[str, None] = {}
    for text in texts:
        if text and text.strip() and not any(text.strip() in other for other in said):
            said[text.strip()] = None
    return "\n".join(said) or None


def all_former_names(
    name: str, names: Sequence[str], former: Sequence[str | None], limit: int
) -> tuple[str | None, tuple[str, ...]]:
    """What stands under former names when several cards become one called `name`, and what did not fit `limit`.

    `names` are those of all cards, `former` their former names: the kept card's own come first.
    """
    wanted = [one for text in former for one in names_in(text)] + list(names)
    told: dict[str, None] = {}
    left: list[str] = []
    for one in dict.fromkeys(map(str.strip, wanted)):
        if one and one != name.strip():
            if len("、".join([*told, one])) <= limit:
                told[one] = None
            else:
                left.append(one)
    return "、".join(told) or None, tuple(left)
