"""The key under which two spellings of one name meet."""

from __future__ import annotations

import re
import unicodedata

_NOISE = re.compile(r"[\s()\[\]{}<>《》〈〉【】「」·.,，。、\-_/\\'\"“”‘’:;：；*#&]+")


def name_key(name: str) -> str:
    """`name` without blanks, brackets and punctuation, half width, lower case; at most 500 characters."""
    return _NOISE.sub("", unicodedata.normalize("NFKC", name).casefold())[:500]
