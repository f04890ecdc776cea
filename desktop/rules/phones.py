"""Phone numbers out of whatever an office wrote into one cell."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace

from db.vocabulary import ReachKind
from desktop.rules.cells import Cell, exact_text
from desktop.rules.phone_numbers import Shape, digits_of, is_mobile, only_digits, shape_of, show_phone

__all__ = ["Phone", "digits_of", "read_phones", "show_phone"]


@dataclass(frozen=True, slots=True)
class Phone:
    """One number: `value` as written, tidied; `digits` to compare and search by ("" for a masked 138****8000)."""

    kind: ReachKind
    value: str
    digits: str
    extension: str = ""
    label: str = ""


def read_phones(cell: Cell, otherwise: ReachKind = ReachKind.PHONE) -> list[Phone]:
    """All numbers in the cell, in their order, each once; [] if it holds none.

    Mobiles are told from landlines by their digits, faxes by the word before them; numbers of no known shape (short
    ones, foreign ones) are kept with the kind `otherwise`. Raises RuleBroken("digits_lost") as `exact_text` does.
    """
    if isinstance(cell, str) and is_mobile(cell):
        return [Phone(ReachKind.MOBILE, cell, cell)]
    if isinstance(cell, bool) or not isinstance(cell, (str, int, float)):
        return []
    text = exact_text(cell)
    if is_mobile(text):
        return [Phone(ReachKind.MOBILE, text, text)]
    if not any(sign.isdecimal() for sign in text):
        return []
    found: dict[tuple[str, str], Phone] = {}
    previous: Phone | None = None
    for piece in _SEPARATOR.split(_tidy(text)):
        for phone in _in_piece(piece.strip(), previous, otherwise):
            found.setdefault((phone.digits or phone.value, phone.extension), phone)
            previous = phone
    return list(found.values())


# -- tidying -----------------------------------------------------------------------------------------------------------

_DASHES = str.maketrans("‐‑‒–—―−﹣ー─～~", "------------")
_SEPARATOR = re.compile(r"[/;,、|\\\n\r\t&。]|或者?|以及|和|及")
_MAIL_OR_PAGE = re.compile(r"\S+@\S+|(?:https?://|www\.)\S+")
# (021)61234567 and 张三(13800138000): the brackets are part of the writing, not a remark.
_BRACKETED_AREA = re.compile(r"\(\s*(\+?\d{2,5})\s*\)(?=[\s-]*\d)")
_BRACKETED_NUMBER = re.compile(r"\(((?:[^()\d]*\d){7}[^()]*)\)")
_ACCOUNT = re.compile(r"(?<![A-Za-z0-9_])([A-Za-z_]+)([A-Za-z0-9_]*\d[A-Za-z0-9_]*)")
_MARKS = {"tel", "phone", "mobile", "mob", "cell", "ext", "x", "fax", "t", "m", "p", "h", "f", "wx", "qq", "no"}


def _tidy(text: str) -> str:
    text = unicodedata.normalize("NFKC", text).translate(_DASHES)
    text = _MAIL_OR_PAGE.sub(" ", text)
    text = _ACCOUNT.sub(_no_account, text)
    text = _BRACKETED_AREA.sub(r" \1-", text)
    text = _BRACKETED_NUMBER.sub(r" \1 ", text)
    return _BRACKETS.sub(lambda remark: _SEPARATOR.sub(" ", remark[0]), text)


def _no_account(found: re.Match[str]) -> str:
    """wxid_1234567 is a WeChat name and no number; Tel61234567 is one."""
    known = found[1].lower() in _MARKS and found[2].isdecimal()
    return f"{found[1]} {found[2]}" if known else " "


# -- one piece between separators -------------------------------------------------------------------------------------

_BRACKETS = re.compile(r"\([^()]*\)")
_TOKEN = re.compile(
    r"(?P<ext>\s*(?:转|分机号?|内线|(?<![a-z])ext(?:ension)?\.?|(?<=\d)\s*x|\#)\s*[:.]?\s*(?P<extension>\d{1,6})(?!\d))"
    r"|\((?P<note>[^()]*)\)"
    r"|(?P<number>\+?\d(?:[\d\s.*·-]*[\d*])?)"
    r"|(?P<word>(?:(?!转|分机|内线)[^\d()+#])+|.)",
    re.IGNORECASE | re.ASCII,
)
_PLAIN_WORD = re.compile(
    r"(?:联系)?(?:电话|手机|号码|固话|座机|固定电话|移动电话)(?:号码?)?|tel|phone|mobile|mob|cell|no|[tmph]",
    re.IGNORECASE,
)
_FAX_WORD = re.compile(r"传真|fax|^f$", re.IGNORECASE)
_NO_PHONE_WORD = re.compile(r"qq|扣扣|邮编|工号|编号", re.IGNORECASE)
_TRIM = " :.-—–_·=*'\""


def _in_piece(piece: str, previous: Phone | None, otherwise: ReachKind) -> list[Phone]:
    short = _completed(piece, previous)
    if short is not None:
        return [short]
    reading = _Reading(otherwise)
    for token in _TOKEN.finditer(piece):
        if token["number"]:
            reading.number(token["number"])
        elif token["ext"]:
            reading.extension(token["extension"])
        else:
            reading.word((token["note"] or token["word"] or "").strip(_TRIM), in_brackets=token["note"] is not None)
    return reading.found


class _Reading:
    """The numbers of one piece, with the words that stand before or behind them."""

    def __init__(self, otherwise: ReachKind) -> None:
        self.found: list[Phone] = []
        self._otherwise = otherwise
        self._before = ""  # a word that may belong to the next number
        self._words_lead = False  # 张三138…李四139…: then no word belongs to the number before it

    def number(self, run: str) -> None:
        word, self._before = self._before, ""
        if _NO_PHONE_WORD.search(word):
            return
        for phone in _numbers(run, self._otherwise):
            self.found.append(_labelled(phone, word))
            self._words_lead = self._words_lead or bool(word)
            word = ""

    def extension(self, extension: str) -> None:
        if self.found and not self.found[-1].extension:
            self.found[-1] = replace(self.found[-1], extension=extension)

    def word(self, word: str, in_brackets: bool) -> None:
        if not word:
            return
        if self.found and in_brackets and re.fullmatch(r"[0-9]{1,6}", word):
            self.extension(word)
        elif self.found and not self.found[-1].label and (in_brackets or not self._words_lead) and _is_label(word):
            self.found[-1] = replace(self.found[-1], label=word)
        else:
            self._before = word


def _is_label(word: str) -> bool:
    return not (_PLAIN_WORD.fullmatch(word) or _FAX_WORD.search(word) or _NO_PHONE_WORD.search(word))


def _completed(piece: str, previous: Phone | None) -> Phone | None:
    """61234567/68: the tail stands for the end of the number before it; three digits are its extension's form."""
    usable = previous and previous.kind is ReachKind.PHONE and not previous.extension and len(previous.digits) >= 7
    if not (previous and usable and piece.isdecimal() and len(piece) in (1, 2, 4)):
        return None
    kept = len(piece)
    return replace(previous, value=previous.value[:-kept] + piece, digits=previous.digits[:-kept] + piece)


def _labelled(phone: Phone, word: str) -> Phone:
    if _FAX_WORD.search(word):
        phone = replace(phone, kind=ReachKind.FAX)
        word = _FAX_WORD.sub("", word).strip(_TRIM)
    return phone if not word or _PLAIN_WORD.fullmatch(word) else replace(phone, label=word)


# -- one run of digits, blanks and hyphens -----------------------------------------------------------------------------


def _numbers(run: str, otherwise: ReachKind) -> Iterator[Phone]:
    """Blanks part numbers or groups of one number: the longest join that is a number of known shape wins."""
    groups = run.split()
    start = 0
    unknown: list[str] = []
    while start < len(groups):
        for end in range(len(groups), start, -1):
            phone = _known(" ".join(groups[start:end]), otherwise)
            if phone:
                yield from _kept(unknown, otherwise)
                yield phone
                unknown = []
                start = end
                break
        else:
            unknown.append(groups[start])
            start += 1
    yield from _kept(unknown, otherwise)


def _kept(groups: list[str], otherwise: ReachKind) -> Iterator[Phone]:
    """Digits of no known shape, if there are enough of them to be somebody's number."""
    value = " ".join(groups).strip(_TRIM)
    digits = digits_of(value)
    if len(digits) >= 3:
        yield Phone(otherwise, value, digits)


def _known(text: str, otherwise: ReachKind) -> Phone | None:
    if "*" in text:
        return Phone(ReachKind.MOBILE if text[0] == "1" else otherwise, text, "") if len(text) >= 7 else None
    plus = text.startswith("+")
    digits = only_digits(text)
    whole = shape_of(digits, plus)
    base, hyphen, tail = text.rpartition("-")
    if hyphen and 1 <= len(tail) <= 6 and tail.isdecimal() and (len(tail) < 4 or whole is None):
        shape = shape_of(only_digits(base), plus)
        with_desk = shape and shape[0] is not Shape.FOREIGN
        if shape and with_desk and not (whole and whole[0] is Shape.HOTLINE):
            return replace(_phone(base, *shape, otherwise), extension=tail)
    return _phone(text, *whole, otherwise) if whole else None


def _phone(text: str, shape: Shape, digits: str, otherwise: ReachKind) -> Phone:
    if shape is Shape.MOBILE:
        return Phone(ReachKind.MOBILE, digits, digits)
    if shape is Shape.FOREIGN:
        return Phone(otherwise, text.strip(_TRIM), digits)
    as_written = only_digits(text) == digits
    return Phone(ReachKind.PHONE, text.strip(_TRIM) if as_written else show_phone(digits), digits)
