"""Open, check and read files whose content may be anything: run as a process, so that a crash or a hang is seen.

Prints one line of JSON for each file: what opening, checking and reading it came to, and how long that took.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

from sqlalchemy import select

from db.journal import table_named
from db.models import Base
from db.problems import StoreProblem
from db.queries.search import search
from db.search.refresh import rebuild
from db.store import Doing, open_store, quick_check


def outcome(work: Callable[[], object]) -> str:
    """ "ok", a problem's code, or the class of an error that should not be."""
    try:
        work()
    except StoreProblem as problem:
        return problem.code
    except Exception as error:  # noqa: BLE001 - whatever it is, the test wants to hear of it
        return f"UNEXPECTED {type(error).__name__}: {error}"
    return "ok"


def read_all(path: Path) -> None:
    """Every row of every table, a search, and the search index written anew."""
    store = open_store(path, version="0", backups=path.parent / "backups")
    try:
        with store.read() as session:
            for table in Base.metadata.sorted_tables:
                session.execute(select(*table.c)).all()
            search(session, "甲")
        with store.write(Doing("check")) as session:
            rebuild(session.connection())
            session.connection().execute(table_named("customer").update().values(note="x"))
    finally:
        store.close()


def main() -> None:
    """Judge each file given."""
    for name in sys.argv[1:]:
        path, begin = Path(name), time.monotonic()
        found = {
            "name": path.name,
            "look": outcome(lambda: open_store(path, version="0", backups=path.parent, read_only=True).close()),  # noqa: B023
            "check": outcome(lambda: quick_check(path, whole=True)),  # noqa: B023
            "read": outcome(lambda: read_all(path)),  # noqa: B023
        }
        print(json.dumps({**found, "seconds": time.monotonic() - begin}), flush=True)


if __name__ == "__main__":
    main()
