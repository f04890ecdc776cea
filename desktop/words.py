"""One catalogue of words for the window, paper, spreadsheets and batch commands.

Source texts are English and stand in the code; `resources/i18n/<language>.ts` (Qt's own format, editable with Qt
Linguist) holds the translations. It is read here without Qt, because documents and batch commands must not need it,
and so that no build step stands between an edited sentence and the screen.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from xml.parsers import expat

LANGUAGES = {"zh_CN": "简体中文", "en": "English"}

# What is counted in English texts, where one of them is said without its ending. Chinese has no such thing.
_COUNTED = (
    "cards contacts contracts customers days events follow-ups hours lines minutes months orders pages plans purchases "
    "reminders reps rows steps times visits warnings weeks years"
)
_MANY = {f" {word}": f" {word[:-1]}" for word in _COUNTED.split()} | {" entries": " entry"}


def N_(text: str) -> str:
    """Mark `text` for the extractor where it is declared; it is translated where it is shown."""
    return text


class Catalogue:
    """The words of one language."""

    def __init__(self, language: str, texts: dict[str, str]) -> None:
        self.language = language
        self._texts = texts

    def text(self, source: str, /, **facts: object) -> str:
        """`source` in this language, with `{names}` filled from `facts`; the English itself where none is known."""
        found = self._texts.get(source)
        if not facts:
            return found or source
        return (found or singular(source, facts)).format(**facts)

    @classmethod
    def load(cls, language: str, folder: Path) -> Catalogue:
        """Read `<folder>/<language>.ts`; English needs no file. An unknown language falls back to English."""
        path = folder / f"{language}.ts"
        if language == "en" or not path.is_file():
            return cls("en", {})
        return cls(language, read_ts(path.read_bytes()))


def singular(source: str, facts: Mapping[str, object]) -> str:
    """An English text as it is said of one: "{count} days late" for a count of 1 is "{count} day late"."""
    for name, fact in facts.items():
        if fact in (1, "1"):
            before, hole, after = source.partition(f"{{{name}}}")
            word = re.match(r" [a-z-]+", after)
            if word is not None and word[0] in _MANY:
                source = before + hole + _MANY[word[0]] + after[word.end() :]
    return source


def read_ts(data: bytes) -> dict[str, str]:
    """{source: translation} of a Qt `.ts` file; unfinished and obsolete messages are left out."""
    texts: dict[str, str] = {}
    parts = {"source": "", "translation": ""}
    inside = ""
    usable = True

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal inside, usable
        inside = name
        if name == "message":
            parts.update(source="", translation="")
            usable = True
        elif name == "translation":
            usable = "type" not in attributes

    def end(name: str) -> None:
        nonlocal inside
        inside = ""
        if name == "message" and usable and parts["translation"]:
            texts[parts["source"]] = parts["translation"]

    def text(data: str) -> None:
        if inside in parts:
            parts[inside] += data

    parser = expat.ParserCreate()
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = text
    parser.Parse(data, True)
    return texts
