"""What an import field is: its key, what it holds, and the headers by which it is known."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum, auto


class ImportKind(StrEnum):
    """What the rows of a sheet are."""

    CUSTOMERS = auto()
    CONTACTS = auto()
    ORDERS = auto()
    PAYMENTS = auto()
    FOLLOWUPS = auto()


class Content(StrEnum):
    """What the cells of a field hold: it decides how they are read and what a column must look like."""

    NAME = auto()
    CODE = auto()
    TEXT = auto()
    ADDRESS = auto()
    PHONE = auto()
    EMAIL = auto()
    ACCOUNT = auto()  # WeChat, QQ
    WEB = auto()
    DATE = auto()
    COARSE_DATE = auto()  # a year alone is enough
    BIRTHDAY = auto()
    TIME = auto()
    MONEY = auto()
    NUMBER = auto()
    WHOLE = auto()
    SHARE = auto()
    CREDIT_CODE = auto()
    CHOICE = auto()
    YES_NO = auto()


@dataclass(frozen=True, slots=True)
class ImportField:
    """One field a column can be given to.

    `words` are headers that mean it, `exact_words` mean it only as the whole header, `weak_words` if no better column
    is there (发货日期 for the date of an order). `many`: several columns may fill it (phones, notes). `labelled`: the
    header is kept before the value, because values alone would not say what they are.
    """

    key: str
    title: str
    content: Content
    kinds: frozenset[ImportKind]
    words: frozenset[str]
    exact_words: frozenset[str]
    weak_words: frozenset[str]
    many: bool = False
    labelled: bool = False
    choice: type[StrEnum] | None = None

    @property
    def owner(self) -> str:
        """The record it belongs to: customer, contact, order, line, payment, followup; "" for skip."""
        return self.key.rpartition(".")[0]


def declare(
    key: str,
    title: str,
    content: Content,
    kinds: Iterable[ImportKind],
    words: str,
    *,
    many: bool = False,
    labelled: bool = False,
    choice: type[StrEnum] | None = None,
) -> ImportField:
    """An ImportField from its headers as one text, parted by blanks; "=" marks exact words, "?" weak ones."""
    marked: dict[str, set[str]] = {"": set(), "=": set(), "?": set()}
    for word in words.split():
        mark = word[0] if word[0] in "=?" else ""
        marked[mark].add(header_word(word[len(mark) :]))
    return ImportField(
        key,
        title,
        content,
        frozenset(kinds),
        frozenset(marked[""]),
        frozenset(marked["="]),
        frozenset(marked["?"]),
        many,
        labelled,
        choice,
    )


_REMARK = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|【[^【】]*】|〔[^〔〕]*〕|<[^<>]*>")
_DEMAND = re.compile(r"必填项?|选填项?|可选项?|非必填|required|optional", re.IGNORECASE)
_NOISE = re.compile(r"[\W_]+")


def header_word(header: str) -> str:
    """A header in the form in which headers are compared; "" if nothing is left.

    Half width, lower case, without blanks, marks, remarks in brackets and 必填: "*客户名称（必填）" → "客户名称",
    "Customer ID" → "customerid".
    """
    text = unicodedata.normalize("NFKC", header)
    bare = _NOISE.sub("", _DEMAND.sub("", _REMARK.sub("", text))).lower()
    return bare or _NOISE.sub("", text).lower()


def header_tokens(header: str) -> tuple[str, ...]:
    """Its English words: "Phone 1 - Value" → ("phone", "1", "value"), "OrderDate" → ("order", "date")."""
    text = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", unicodedata.normalize("NFKC", header))
    return tuple(token.lower() for token in re.split(r"[^A-Za-z0-9]+", text) if token)
