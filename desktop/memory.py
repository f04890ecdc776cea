"""What this machine remembers: language, theme, text size, window, recent files. Business rules live in the file."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path

from db.problems import StoreProblem
from db.produce import produce

MOST_RECENT = 10


@dataclass(slots=True)
class Remembered:
    """Everything remembered. Unknown keys of a newer version are dropped, missing ones have their defaults."""

    language: str = ""  # "" follows the system
    scheme: str = "system"  # system, light, dark
    text_percent: int = 100
    recent: list[str] = field(default_factory=list)
    last_folder: str = ""
    me: dict[str, int] = field(default_factory=dict)  # file → rep id of who works here
    window: str = ""  # Qt's geometry, base64
    places: dict[str, str] = field(default_factory=dict)  # widths, columns, last place: each screen its own key
    reminders: dict[str, object] = field(default_factory=dict)  # file → rep → what he said to reminders
    notify: bool = True  # reminders are also shown by the desktop
    stay: bool = False  # a closed window goes on reminding from the tray


class Memory:
    """Reads once, writes each change; a machine that cannot write simply forgets."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.of = _read(path)

    def keep(self) -> None:
        """Write what is remembered now."""
        data = json.dumps(asdict(self.of), ensure_ascii=False, indent=1).encode()
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            produce(self._path, data)
        except (StoreProblem, OSError):  # no room or no right: not worth a word to the user
            return

    def opened(self, path: Path) -> None:
        """Put `path` at the head of the recent files. It is not written yet: `keep` once the window stands."""
        name = str(path.resolve())
        self.of.recent = [name, *(one for one in self.of.recent if one != name)][:MOST_RECENT]
        self.of.last_folder = str(path.resolve().parent)


def _read(path: Path) -> Remembered:
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
        known = {one.name: type(getattr(Remembered(), one.name)) for one in fields(Remembered)}
        return Remembered(**{k: v for k, v in found.items() if k in known and isinstance(v, known[k])})
    except (OSError, ValueError, AttributeError, TypeError):
        return Remembered()
