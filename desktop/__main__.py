"""`kezha`: the window, or one batch command."""

from __future__ import annotations

import sys
from pathlib import Path

READ_FOREIGN = "--read-foreign"
DRAW_PAGE = "--draw-page"
MINIMISED = "--minimised"  # how the program starts by itself: to remind, without a window in the way


def main(arguments: list[str] | None = None) -> int:
    """Run what the command line asks for and return the exit code. Each way loads only what it needs."""
    given = sys.argv[1:] if arguments is None else arguments
    if given[:1] == [READ_FOREIGN]:
        from desktop.documents.sheets.child import main as read_foreign

        return read_foreign(given[1:])
    if given[:1] == [DRAW_PAGE]:
        from desktop.documents.page_child import main as draw_page

        return draw_page(given[1:])
    minimised = given[:1] == [MINIMISED] and (len(given) == 1 or _is_file(given[1:]))
    files = given[1:] if minimised else given
    if files and not _is_file(files):
        return _batch(files)
    from desktop.ui.start import begin

    beginning = begin(Path(files[0]) if files else None, shown=not minimised)
    from desktop.app import run  # only now: it loads what the first look at the window can do without

    return run(files, beginning, minimised=minimised)


def _batch(given: list[str]) -> int:
    from desktop import cli

    try:
        return cli.main(given)
    except Exception as error:  # noqa: BLE001 - the end of the program: nobody is above to answer
        return cli.failed(error, given)


def _is_file(given: list[str]) -> bool:
    """Whether the one argument is a file to open, given by hand or by a double click."""
    return len(given) == 1 and (given[0].endswith(".kezha") or Path(given[0]).is_file())


if __name__ == "__main__":
    raise SystemExit(main())
