"""Readings of names: kept as columns, so that sorting and searching never load the pinyin library.

The library is imported at the first name with a Chinese character that is written, some 0.3 s; jobs do it in their
worker, and forms that will write a name ask for it beforehand (`warm`).
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from db.search.surnames import COMPOUND, RARE, SINGLE

SEPARATOR = "|"  # between readings in the column; a blank stands between syllables
LONGEST_PERSON = 4  # characters; what is longer is a company, read as everyday words
_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff\U00020000-\U000323af]")
_PIECES = re.compile(r"[0-9a-z]+|[^\x00-\x7f\s]+", re.ASCII)
# Wide enough for every syllable of Mandarin; what is not among them is a Latin word.
_SYLLABLE = re.compile(
    r"([bpmfdtnlgkhjqxrzcsyw]|zh|ch|sh)?"
    r"(a|ai|an|ang|ao|e|ei|en|eng|er|o|ou|ong|i|ia|ian|iang|iao|ie|in|ing|iong|iu|u|ua|uai|uan|uang|ue|ui|un|uo|v|ve)|n|ng|m"
)


def has_han(text: str) -> bool:
    """Whether `text` has a Chinese character."""
    return _HAN.search(text) is not None


def warm() -> None:
    """Load the library now, in a worker."""
    readings("重庆")


@lru_cache(maxsize=4096)
def readings(name: str) -> str:
    """All readings of `name`, "shan yu|dan yu": lower case, syllables and Latin words apart, the likeliest first.

    A name beginning with a surname of two readings gets both; the surname's comes first where the name may be a
    person's. ü is v, as typed. What has no reading stays itself.
    """
    folded = unicodedata.normalize("NFKC", name).casefold()
    if not has_han(folded):
        return " ".join(_PIECES.findall(folded))
    everyday = _syllables(folded)
    found = [everyday]
    for length, table in ((2, COMPOUND), (1, SINGLE), (1, RARE)):
        surname = table.get(folded[:length])
        if surname is not None:
            rest = _syllables(folded[length:]) if len(folded) > length else []
            first = table is not RARE and len(folded) <= LONGEST_PERSON
            found.insert(0 if first else 1, surname.split() + rest)
            if length == 2:  # and as one reads it who does not know the surname
                found.append([one for character in folded[:2] for one in _syllables(character)] + rest)
            break
    return SEPARATOR.join(dict.fromkeys(" ".join(one) for one in found))


def _syllables(text: str) -> list[str]:
    from pypinyin import Style, lazy_pinyin

    return [piece for part in lazy_pinyin(text, style=Style.NORMAL, v_to_u=False) for piece in _PIECES.findall(part)]


def initials(reading: str) -> str:
    """The initials of one reading: "shan yu" gives "sy"; a Latin word or number gives all its characters."""
    return "".join(word[0] if _SYLLABLE.fullmatch(word) else word for word in reading.split())
