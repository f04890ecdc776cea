"""Which encoding a text has: by what its bytes say, since names and labels of such files cannot be trusted.

Libraries for this fail where an office lives, on short lists of Chinese names; counting how many characters are common
ones in each candidate does better, and costs milliseconds because only the surroundings of non-ASCII bytes are read.
"""

from __future__ import annotations

import codecs
import re

# In these no byte of a multi-byte character is a control character, so that bytes can be cleaned before decoding.
BYTEWISE = frozenset({"utf-8", "gb18030", "cp950", "big5hkscs", "cp1252", "mac-roman"})

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
_SAMPLE = 64 << 10

_UTF8 = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|\xe0[\xa0-\xbf][\x80-\xbf]|[\xe1-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
)
_HIGH = re.compile(rb"[\x80-\xff]")
_AROUND = re.compile(rb"[\x80-\xff][^\r\n]{0,2048}")
# One accented letter, or two inside a word; Chinese in a double-byte encoding rarely looks so.
_IN_WORDS = re.compile(rb"(?<![\x80-\xff])[\x80-\xff](?![\x80-\xff])|(?<=[A-Za-z])[\x80-\xff]{2}(?=[a-z])")

# Character classes with the weight of one character each: the 3,755 (5,401) common ones, signs, the rare ones, errors.
_GB = (
    (re.compile(rb"[\xb0-\xd7][\xa1-\xfe]"), 1.0),
    (re.compile(rb"[\xa1-\xa3][\xa1-\xfe]"), 0.9),
    (re.compile(rb"[\xd8-\xf7][\xa1-\xfe]"), 0.5),
    (re.compile(rb"[\x81-\xfe][\x30-\x39][\x81-\xfe][\x30-\x39]"), 0.3),
    (re.compile(rb"[\x81-\xfe][\x40-\x7e\x80-\xfe]"), 0.2),
)
_BIG5 = (
    (re.compile(rb"[\xa4-\xc6][\x40-\x7e\xa1-\xfe]"), 1.0),
    (re.compile(rb"[\xa1-\xa3][\x40-\x7e\xa1-\xfe]"), 0.9),
    (re.compile(rb"[\xc9-\xf9][\x40-\x7e\xa1-\xfe]"), 0.3),
    (re.compile(rb"[\x81-\xfe][\x40-\x7e\xa1-\xfe]"), 0.1),
)
_LATIN_COMMON = frozenset("éèêëàâäáãåçíìîïñóòôöõúùûüßæøÉÈÀÄÁÅÇÍÑÓÖØÚÜ")


def marked(data: bytes) -> tuple[str, int] | None:
    """The encoding named by a byte order mark, and the length of the mark."""
    return next(((name, len(mark)) for mark, name in _MARKS if data.startswith(mark)), None)


def detect(data: bytes) -> str:
    """The codec name of the text `data`; always one, in the worst case one that shows replacement signs."""
    if found := marked(data):
        return found[0]
    if wide := _wide(data):
        return wide
    if data.isascii() or _decodes(data, "utf-8"):
        return "utf-8"
    sample = _surroundings(data)
    high = len(_HIGH.findall(sample))
    utf8 = _UTF8.findall(sample)
    if len(utf8) >= 5 and sum(map(len, utf8)) >= 0.9 * high:
        return "utf-8"  # with a few torn characters: better shown than turned into other ones
    western, letters = _western(data, sample)
    if letters >= high and sum(map(len, _IN_WORDS.findall(sample))) > 0.5 * high:
        return western
    return _chinese(data, sample) or western


def _chinese(data: bytes, sample: bytes) -> str | None:
    """The Chinese encoding in which `sample` has the commoner characters; None when it makes no sense in either."""
    gb, big5 = _weigh(sample, _GB), _weigh(sample, _BIG5)
    if max(gb, big5) < 0.3:
        return None
    if gb >= big5:
        return "gb18030"
    return "cp950" if _decodes(data, "cp950") or not _decodes(data, "big5hkscs") else "big5hkscs"


def _decodes(data: bytes, name: str) -> bool:
    try:
        data.decode(name)
    except UnicodeDecodeError:
        return False
    return True


def _wide(data: bytes) -> str | None:
    """UTF-32 or UTF-16 without a mark, told by where the zero bytes lie; a few stray ones mean nothing."""
    zeros = data.count(0)
    if not zeros:
        return None
    if len(data) % 4 == 0 and zeros * 4 >= len(data):
        for name in ("utf-32-le", "utf-32-be"):
            if _decodes(data, name):
                return name
    even, odd = data[0::2].count(0), data[1::2].count(0)
    # Without ASCII signs there are neither cells nor lines: at least a hundredth of the characters are such.
    if max(even, odd) * 50 < len(data) or min(even, odd) * 20 > max(even, odd):
        return None
    name = "utf-16-le" if odd > even else "utf-16-be"
    start = data[:8192].decode(name, "replace")
    strange = sum(not sign.isprintable() and not sign.isspace() for sign in start)
    return name if strange * 20 <= len(start) else None


def _surroundings(data: bytes) -> bytes:
    """Up to 64 KB of what stands around non-ASCII bytes, each piece on its line with the byte before it."""
    pieces, size = [], 0
    for match in _AROUND.finditer(data):
        start = max(match.start() - 1, 0)
        pieces.append(data[start : match.end()])
        size += match.end() - start
        if size >= _SAMPLE:
            break
    return b"\n".join(pieces)


def _weigh(sample: bytes, classes: tuple[tuple[re.Pattern[bytes], float], ...]) -> float:
    """How plausible `sample` is in a double-byte encoding: the mean weight of its characters, errors counting -1."""
    at, count, weight = 0, 0, 0.0
    while high := _HIGH.search(sample, at):
        at = high.start()
        count += 1
        for pattern, worth in classes:
            if match := pattern.match(sample, at):
                weight += worth
                at = match.end()
                break
        else:
            weight -= 1
            at += 1
    return weight / count if count else 0.0


def _western(data: bytes, sample: bytes) -> tuple[str, int]:
    """Windows-1252 or Mac Roman, whichever puts more letters, and more usual ones, inside words; and its score."""
    windows = _letters(sample.decode("cp1252", "replace"))
    mac = _letters(sample.decode("mac-roman"))
    if windows == mac:
        # Only old Macs end lines with a bare carriage return.
        return ("mac-roman" if b"\r" in data and b"\n" not in data else "cp1252"), mac
    return ("cp1252", windows) if windows > mac else ("mac-roman", mac)


def _letters(text: str) -> int:
    """Two points for each usual accented letter, one for another, minus one for what does not belong in a word."""
    score = 0
    for before, sign in zip(" " + text, text, strict=False):
        if sign.isascii():
            continue
        if not sign.isalpha() or (sign.isupper() and before.islower()):
            score -= 1
        else:
            score += 2 if sign in _LATIN_COMMON else 1
    return score
