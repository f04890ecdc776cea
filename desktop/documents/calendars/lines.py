"""One content line of RFC 5545: its name, its parameters, its value."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

_NAME = re.compile(r"[A-Za-z0-9-]+")
_PARAMETER = re.compile(r';\s*([A-Za-z0-9-]+)\s*=\s*("[^"]*"|[^;:"]*)|;')
_ESCAPE = re.compile(r"\\([\\;,nN])")


@dataclass(frozen=True, slots=True)
class Line:
    """`name` and the names of parameters in capitals, quotation marks taken off; `value` as written."""

    name: str
    parameters: Mapping[str, str]
    value: str

    @property
    def text(self) -> str:
        """The value as a text: escapes resolved."""
        return _ESCAPE.sub(lambda sign: "\n" if sign[1] in "nN" else sign[1], self.value).strip()


def line_of(line: str) -> Line | None:
    """None for what is no content line."""
    bare = line.strip("\r\n ")
    named = _NAME.match(bare)
    if named is None:
        return None
    at, parameters = named.end(), {}
    while (found := _PARAMETER.match(bare, at)) is not None:
        if found[1]:
            parameters[found[1].upper()] = found[2].strip('"')
        at = found.end()
    if at >= len(bare) or bare[at] != ":":
        return None
    return Line(named[0].upper(), parameters, bare[at + 1 :])
