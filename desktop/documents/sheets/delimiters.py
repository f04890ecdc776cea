"""What separates the cells of a text file: by how evenly each candidate divides its first rows."""

from __future__ import annotations

import csv
import re
from collections import Counter

# The names used in saved import profiles; every other delimiter stands for itself.
NAMES = {"tab": "\t", "space": " "}
_SPOKEN = {sign: name for name, sign in NAMES.items()}

# In this order where two divide equally well: a comma inside numbers of a semicolon file is as even as the semicolon.
_CANDIDATES = "\t;,|"
_CHINESE = "，"
_SAMPLE_ROWS = 300
_EVEN = 0.9
_DECLARED = re.compile(r'"?sep=(.)"?$', re.IGNORECASE)


def sign_of(name: str) -> str | None:
    """The character a user means by `tab`, `space`, `,` or `\\t`; None when it cannot separate cells."""
    sign = NAMES.get(name.strip().lower(), name)
    return sign if len(sign) == 1 and sign.isprintable() | (sign == "\t") and sign != '"' else None


def name_of(sign: str) -> str:
    """The name under which a delimiter is shown and remembered."""
    return _SPOKEN.get(sign, sign)


def declared(first_line: str) -> str | None:
    """The delimiter of a first line such as `sep=;`, which Excel writes for itself and does not show."""
    match = _DECLARED.match(first_line.strip("\r\n "))
    return match[1] if match else None


def sniff(text: str) -> str | None:
    """The delimiter of the rows at the beginning of a file; None when it has a single column."""
    lines = [line for line in text.split("\n") if line.strip()][:_SAMPLE_ROWS]
    if not lines:
        return None
    candidates = _CANDIDATES
    if 2 * sum("\t," in line or ",\t" in line for line in lines) >= len(lines):
        candidates = candidates.replace("\t", "")  # shops export numbers with a tab behind, lest Excel shorten them
    found = _best(lines, candidates)
    if found is None and (columns := _blank_columns(lines)):
        return " " if columns > 1 else None
    return found or _best(lines, _CHINESE, only_sure=True)


def _best(lines: list[str], candidates: str, *, only_sure: bool = False) -> str | None:
    """The candidate that divides most evenly; one that divides the very first row as well goes before others."""
    scores = []
    for rank, sign in enumerate(candidates):
        if not any(sign in line for line in lines):
            continue
        counts = _columns(lines, sign)
        several = Counter(count for count in counts if count > 1)
        if not several:
            continue
        columns, rows = several.most_common(1)[0]
        even = rows / len(counts)
        sure = even >= _EVEN and counts[0] == columns
        if not sure and (only_sure or several.total() < max(2, 0.25 * len(counts)) or _is_prose(lines, sign)):
            continue  # a sign that happens to stand in some rows divides nothing
        scores.append((sure, -rank if sure else even * (1 - 1 / columns), sign))
    return max(scores)[2] if scores else None


def _is_prose(lines: list[str], sign: str) -> bool:
    """Whether `sign` is a comma nearly always followed by a blank or the end of the line, as in sentences."""
    if sign != ",":
        return False
    signs = sum(line.count(sign) for line in lines)
    return sum(line.count(f"{sign} ") + line.endswith(sign) for line in lines) > 0.9 * signs


def _columns(lines: list[str], sign: str) -> list[int]:
    rows = csv.reader([line + "\n" for line in lines], delimiter=sign, skipinitialspace=True)
    try:
        return [len(row) for row in rows]
    except csv.Error:  # a cell beyond the field limit: an open quotation mark, found out again when reading
        return [0]


def _blank_columns(lines: list[str]) -> int:
    """The number of columns when runs of blanks separate them, as in old listings; 0 when they do not.

    Prose is no table: nearly all rows must have the same three or more words, most of which hold a digit.
    """
    counts = Counter(len(line.split()) for line in lines)
    columns, rows = counts.most_common(1)[0]
    if columns < 3 or rows < 0.95 * len(lines) or len(lines) < 2:
        return 0
    words = [word for line in lines[1:] for word in line.split()]
    return columns if sum(any(map(str.isdigit, word)) for word in words) >= 0.4 * len(words) else 0
