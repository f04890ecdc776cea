"""Tool tips that show what stands in the file, sign by sign."""

from __future__ import annotations

from html import escape

TIP = 2000  # signs of a text that a tip shows


def plain_tip(text: str) -> str:
    """`text` as a tool tip: Qt would take a "<" in somebody's name for the beginning of a layout."""
    if "<" not in text:
        return text
    return f"<qt>{escape(text)}</qt>".replace("\n", "<br>")
