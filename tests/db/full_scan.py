"""What a search must find, told by looking at every text of every customer: written without the program's own code."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field

# Readings of the characters the tests write names with: everyday ones, and those of a surname at the head of a name.
EVERYDAY = {
    "单": "dan", "曾": "ceng", "解": "jie", "仇": "chou", "区": "qu", "查": "cha", "吕": "lv", "王": "wang",
    "伟": "wei", "芳": "fang", "钢": "gang", "铁": "tie", "丽": "li", "明": "ming", "国": "guo", "华": "hua",
    "店": "dian", "厂": "chang", "座": "zuo", "无": "wu",
}  # fmt: skip
AS_SURNAME = {"单": "shan", "曾": "zeng", "解": "xie", "仇": "qiu", "区": "ou", "查": "zha"}
COMPOUND = {"尉迟": ("yu chi", "wei chi"), "万俟": ("mo qi", "wan qi")}
BODY = "王伟芳钢铁丽明国华店厂吕"


@dataclass
class Scanned:
    """The texts of one customer as its owner typed them."""

    names: list[str]  # heard as well as read: the customer's and its contacts'
    texts: list[str] = field(default_factory=list)  # only read: number, short name, WeChat …
    phones: list[str] = field(default_factory=list)


def folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()


def ascii_runs(text: str) -> list[str]:
    return re.findall(r"[0-9a-z]+", folded(text), re.ASCII)


def other_runs(text: str) -> list[str]:
    return re.findall(r"[^\x00-\x7f]+", re.sub(r"\s", " ", folded(text)))


def spoken(name: str) -> list[list[str]]:
    """Every way to say a name, word by word."""
    text = folded(name)
    heads: list[tuple[list[str], str]] = [([], text)]
    for head, ways in COMPOUND.items():
        if text.startswith(head):
            heads = [(way.split(), text[2:]) for way in ways]
    if text[:1] in AS_SURNAME:
        heads.append(([AS_SURNAME[text[0]]], text[1:]))
    return [head + words(rest) for head, rest in heads]


def words(text: str) -> list[str]:
    known = "".join(EVERYDAY)
    pieces = re.findall(rf"[{known}]|[0-9a-z]+|[^\x00-\x7f\s{known}]+", text, re.ASCII)
    return [EVERYDAY.get(piece, piece) for piece in pieces]


def initials(said: list[str]) -> str:
    syllables = {*EVERYDAY.values(), *AS_SURNAME.values(), *(" ".join(sum(COMPOUND.values(), ())).split())}
    return "".join(word[0] if word in syllables else word for word in said)


def hears(typed: str, names: list[str]) -> bool:
    """Whether letters are the beginning of a name's pinyin, from any syllable on, ü typed as v or u."""
    for name in names:
        for said in spoken(name):
            for way in (said, [re.sub(r"([ln])v", r"\1u", word) for word in said]):
                if any("".join(way[at:]).startswith(typed) for at in range(len(way))):
                    return True
    return False


def bare(phone: str) -> str:
    digits = "".join(re.findall(r"[0-9]", phone))
    return digits[2:] if phone.startswith("+86") else digits[4:] if digits.startswith("0086") else digits


def matches(typed: str, one: Scanned) -> bool:
    """Whether every piece of what was typed is in one customer's texts. Nothing to look for finds nothing."""
    without_country = re.sub(r"^\s*(\+|00)86[ -]*(?=[0-9])", "", unicodedata.normalize("NFKC", typed))
    read = one.names + one.texts
    found: list[bool] = [any(run in folded(text) for text in read) for run in other_runs(without_country)]
    for run in ascii_runs(without_country):
        hit = any(run in other for text in read for other in ascii_runs(text))
        if run.isdigit():
            hit = hit or any(run in bare(phone) for phone in one.phones)
        else:
            hit = hit or any(run in initials(said) for name in one.names for said in spoken(name))
        if run.isalpha():
            hit = hit or hears(run, one.names)
        found.append(hit)
    return bool(found) and all(found)
