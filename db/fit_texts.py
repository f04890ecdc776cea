"""No text gets into the file that could not be read out of it again."""

from __future__ import annotations

import re
from typing import Any

from sqlalchemy.orm import Session

from db.problems import StoreProblem

# A NUL ends a text for half of SQLite's own functions; half of a surrogate pair has no bytes in UTF-8.
_UNFIT = re.compile("[\x00\ud800-\udfff]")


def refuse_unfit_texts(session: Session) -> None:
    """Raises StoreProblem("text_unfit", field=…, place=…) if a new or changed record holds such a text.

    Forms say it at the field long before; this is for the ways nobody thought of.
    """
    for row in (*session.new, *session.dirty):
        values: dict[str, Any] = vars(row)
        for name, value in values.items():
            if not isinstance(value, str) or (value.isascii() and "\x00" not in value):
                continue
            found = _UNFIT.search(value)
            if found is not None:
                raise StoreProblem("text_unfit", field=name, place=found.start() + 1)
