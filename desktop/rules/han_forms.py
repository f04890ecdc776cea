"""繁→简, character by character: two writings of one name meet. The table is OpenCC's (resources/characters)."""

from __future__ import annotations

from functools import cache

from desktop.paths import resources


@cache
def _table() -> dict[int, str]:
    lines = (resources() / "characters" / "TSCharacters.txt").read_text("utf-8").splitlines()
    pairs = (line.split("\t") for line in lines if "\t" in line)
    return {ord(written): simple.split()[0] for written, simple in pairs}


@cache
def _backwards() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for written, simple in _table().items():
        if chr(written) != simple:
            found.setdefault(simple, []).append(chr(written))
    return {simple: tuple(ones) for simple, ones in found.items()}


def simplified(text: str) -> str:
    """`text` in simplified characters: 貿易 → 贸易. Of several simplified forms the commonest; others stay."""
    return text if text.isascii() else text.translate(_table())


def other_writings(character: str) -> tuple[str, ...]:
    """The traditional and variant forms of one simplified character: 发 → 發, 髮; () where there are none."""
    return _backwards().get(character, ())
