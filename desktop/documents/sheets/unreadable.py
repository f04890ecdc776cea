"""Why a foreign sheet could not be read. Light on purpose: the child that reads imports this before anything else."""

from __future__ import annotations

from desktop.rules.errors import RuleBroken

# Every reason there is. The child may send nothing else, and the words of the window have one sentence for each.
CODES = frozenset(
    {
        "bad_delimiter",
        "cell_too_long",
        "damaged",
        "empty",
        "no_access",
        "no_such_sheet",
        "not_a_file",
        "not_a_table",
        "not_found",
        "open_quote",
        "password_protected",
        "reader_died",
        "timeout",
        "too_large",
        "too_many_cells",
        "too_many_columns",
        "too_many_rows",
        "too_much_memory",
        "unknown_encoding",
        "unknown_format",
        "unpacked_too_large",
        "unsafe",
        "zip_bomb",
    }
)


class UnreadableSheet(RuleBroken):
    """Raised by the reader of foreign files; nothing of the file has been taken over.

    `facts` always has `file` (its name without folder); further ones: `limit` (the limit that was passed, in the unit
    its sentence names: MB, rows, columns, cells, characters, seconds), `row` (number in the file, from 1), `sheet`,
    `sheets`, `encoding`, `delimiter`, `size` (MB).
    """

    def __init__(self, code: str, **facts: object) -> None:
        if code not in CODES:
            raise ValueError(code)
        super().__init__(code, None, **facts)
