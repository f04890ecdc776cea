"""What the program is made of: resources/licences/index.json and the texts beside it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Component:
    """A library, font or picture set in the program; `files` are relative to the resources folder."""

    name: str
    version: str
    licence: str
    files: tuple[str, ...]


def components(resources: Path) -> list[Component]:
    """All of them by name; empty where the list was not delivered."""
    try:
        found = json.loads((resources / "licences" / "index.json").read_text(encoding="utf-8"))
        made = [Component(one["name"], one["version"], one["licence"], tuple(one["files"])) for one in found]
    except (OSError, ValueError, KeyError, TypeError):
        return []
    return sorted(made, key=lambda one: one.name.casefold())


def full_text(resources: Path, component: Component) -> str:
    """The whole text of its licences, one below the other; a text that is missing is named, not hidden."""
    texts = []
    for name in component.files:
        try:
            texts.append((resources / name).read_text(encoding="utf-8").strip())
        except (OSError, ValueError):
            texts.append(f"{component.licence}: {name} ?")
    return ("\n\n" + "─" * 40 + "\n\n").join(texts)
