"""One catalogue of words for the window, paper, spreadsheets and batch commands.

Source texts are English and stand in the code; `resources/i18n/<language>.ts` (Qt's own format, editable with Qt
Linguist) holds the translations. It is read here without Qt, because documents and batch commands must not need it,
and so that no build step stands between an edited sentence and the screen.
"""

from __future__ import annotations

from pathlib import Path
from xml.parsers import expat

LANGUAGES = {"zh_CN": "简体中文", "en": "English"}


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
        found = self._texts.get(source) or source
        return found.format(**facts) if facts else found

    @classmethod
    def load(cls, language: str, folder: Path) -> Catalogue:
        """Read `<folder>/<language>.ts`; English needs no file. An unknown language falls back to English."""
        path = folder / f"{language}.ts"
        if language == "en" or not path.is_file():
            return cls("en", {})
        return cls(language, read_ts(path.read_bytes()))


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
