"""The program with stamps: milliseconds since KEZHA_STARTED (seconds since 1970), one line each on stderr.

`frame` when the empty window is painted, `loaded` when every module is there, `rows` when a list is painted with its
first rows (of the place KEZHA_PLACE names, else of that which a first start opens), `card` when nothing is left to do
before the program waits for its user.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

STARTED = float(os.environ["KEZHA_STARTED"])


def stamp(what: str) -> None:
    print(f"{what} {(time.time() - STARTED) * 1000:.1f} {time.process_time() * 1000:.1f}", file=sys.stderr, flush=True)


def main() -> int:
    from desktop.ui.start import begin

    given = sys.argv[1:]
    beginning = begin(Path(given[0]) if given else None)
    place = os.environ.get("KEZHA_PLACE")
    if place:  # where one left off
        beginning.memory.of.places["window.place"] = place
    stamp("frame" if beginning.frame is not None else "no-frame")
    from desktop.app import run
    from desktop.ui.kit.list_view import ListView

    stamp("loaded")
    paint = ListView.paintEvent

    def painted(self: ListView, event: object) -> None:
        paint(self, event)  # type: ignore[arg-type]
        if self.rows.ids:
            stamp("rows")
            ListView.paintEvent = paint  # type: ignore[method-assign]

    ListView.paintEvent = painted  # type: ignore[method-assign]
    return run(given, beginning)


if __name__ == "__main__":
    raise SystemExit(main())
