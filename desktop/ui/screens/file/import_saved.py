"""An import as it stands, as a profile that can be used again for the next list of the same make."""

from __future__ import annotations

from collections import Counter

from desktop.rules.imports.conditions import Condition
from desktop.rules.imports.profile import Profile
from desktop.ui.screens.file.import_run import ImportRun


def profile_of(run: ImportRun) -> Profile:
    """The profile; columns by their header where it is there once, by their number otherwise."""
    assert run.book is not None
    headers = Counter(match.header for match in {one.column_index: one for one in run.matches}.values())
    columns: dict[str, tuple[str | int, ...]] = {}
    for match in run.matches:
        if match.field:
            named = match.header and headers[match.header] == 1 and not match.header.isdecimal()
            name: str | int = match.header if named else match.column_index + 1
            columns[match.field] = (*columns.get(match.field, ()), name)
    row = run.guess.row_index
    return Profile(
        kind=run.kind,
        sheet=run.sheet.name if len(run.book.sheets) > 1 else None,
        header=0 if row is None else run.sheet.first_row + row,
        encoding=run.asked.encoding,
        delimiter=run.asked.delimiter,
        where=tuple(condition_text(one) for one in run.where),
        match=run.asked.match,
        columns=columns,
    )


def condition_text(condition: Condition) -> str:
    """A condition as it is written: `not Country = France`."""
    negated = "not " if condition.negated else ""
    if condition.verb in ("set", "empty"):
        return f"{negated}{condition.column} is {condition.verb}"
    if condition.verb in ("=", "starts"):
        return f'{negated}{condition.column} {condition.verb} "{condition.text}"'
    return f"{negated}{condition.column} {condition.verb} {condition.number:.15g}"
