"""What is found by what: the terms a customer is indexed under, and the terms a typed query asks for.

One document per customer, in one FTS5 table without contents. A letter in front tells the kinds apart:
  (none) every non-ASCII character and every adjacent pair;  w every suffix of a Latin or digit run;
  n every suffix of a phone number's digits;  i every suffix of the initials;  p the full pinyin from each syllable on.
Every "contains" thereby becomes a prefix look-up, which the table's prefix index answers at once.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from db.search.pinyin import SEPARATOR, initials

MAX_RUN = 64  # characters of one run that are indexed
_ASCII_RUN = re.compile(r"[0-9a-z]+", re.ASCII)
_OTHER_RUN = re.compile(r"[^\x00-\x7f]+")
_LU = re.compile(r"([ln])v")
_COUNTRY = re.compile(r"^(\+|00)86[ -]*(?=[0-9])")  # numbers are kept without it: a pasted one is still found


def fold(text: str) -> str:
    """`text` as it is compared: NFKC (full width becomes half), lower case, blanks of all kinds as one."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


@dataclass(frozen=True, slots=True)
class Texts:
    """What one customer is found by."""

    names: tuple[str, ...]  # names, short and former names, contacts, number, WeChat, e-mail …
    readings: tuple[str, ...]  # the pinyin columns of the customer and its contacts
    phones: tuple[str, ...]  # digits only


def document(texts: Texts) -> str:
    """The terms of one customer, blank-separated."""
    terms: dict[str, None] = {}
    for name in texts.names:
        folded = fold(name)
        for run in _OTHER_RUN.findall(folded):
            terms.update(dict.fromkeys(run))
            terms.update(dict.fromkeys(run[at : at + 2] for at in range(len(run) - 1)))
        for run in _ASCII_RUN.findall(folded):
            terms.update(dict.fromkeys(_suffixes("w", run)))
    for digits in texts.phones:
        terms.update(dict.fromkeys(_suffixes("n", digits)))
    for column in texts.readings:
        for reading in column.split(SEPARATOR):
            terms.update(dict.fromkeys(_suffixes("i", initials(reading))))
            terms.update(dict.fromkeys(_pinyin_terms(reading)))
    return " ".join(terms)


def _suffixes(mark: str, run: str) -> Iterable[str]:
    run = run[:MAX_RUN]
    return (mark + run[at:] for at in range(len(run)))


def _pinyin_terms(reading: str) -> Iterable[str]:
    for spelt in dict.fromkeys((reading, _LU.sub(r"\1u", reading))):  # 吕: lv, and lu as many type it
        syllables = spelt.split()[:MAX_RUN]
        for at in range(len(syllables)):
            yield "p" + "".join(syllables[at:])


@dataclass(frozen=True, slots=True)
class Query:
    """A typed query: the FTS expression, and the pieces that must also be looked for in the text itself."""

    match: str
    exact: tuple[str, ...]


def parse(text: str) -> Query | None:
    """The query for what was typed; None for nothing to look for. Several words must all be found."""
    clauses: list[str] = []
    exact: list[str] = []
    folded = fold(text.encode("utf-8", "ignore").decode("utf-8")).replace("ü", "v")
    for word in _COUNTRY.sub("", folded).split():
        for run in _OTHER_RUN.findall(word):
            pairs = [run[at : at + 2] for at in range(len(run) - 1)] or [run]
            clauses += [_quote(pair) for pair in pairs]
            if len(run) > 2:
                exact.append(run)
        for run in _ASCII_RUN.findall(word):
            clauses.append(_ascii_clause(run[:MAX_RUN]))
    return Query(" AND ".join(dict.fromkeys(clauses)), tuple(exact)) if clauses else None


def _ascii_clause(run: str) -> str:
    marks = "wn" if run.isdigit() else "wip" if run.isalpha() else "wi"
    return "(" + " OR ".join(f"{_quote(mark + run)}*" for mark in marks) + ")"


def _quote(term: str) -> str:
    return '"' + term.replace('"', '""') + '"'
