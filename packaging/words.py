"""Bring resources/i18n/zh_CN.ts in step with the words in the code.

    python3 packaging/dev.py words                 add new texts (unfinished), drop those no longer used
    python3 packaging/dev.py words --merge FOLDER  also fill gaps from FOLDER/*.tsv: English<TAB>Chinese, \\n inside
    python3 packaging/dev.py words --check         change nothing; 1 if the file is behind or a text has no translation

Texts are the literal first arguments of `tr("...")`, `N_("...")` and `catalogue.text("...")` under desktop/. Qt's own
lupdate is not used: it takes an f-string for a text without a word, and it would want the Qt tools on every machine.
"""

from __future__ import annotations

import argparse
import ast
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from string import Formatter
from xml.etree import ElementTree as ET
from xml.sax.saxutils import escape

ROOT = Path(__file__).resolve().parent.parent
CATALOGUE = ROOT / "resources" / "i18n" / "zh_CN.ts"
CONTEXT = "kezha"


@dataclass(frozen=True, slots=True)
class Message:
    """One text and its translation; empty and unfinished while nobody has written it."""

    source: str
    translation: str = ""
    finished: bool = False


@dataclass(frozen=True, slots=True)
class Fault:
    """A place whose words could never be found in a catalogue."""

    place: str
    why: str

    def __str__(self) -> str:
        return f"{self.place}: {self.why}"


def sources(folder: Path = ROOT / "desktop") -> tuple[dict[str, str], list[Fault]]:
    """{text: first place it is used} of all modules below `folder`, and the calls that hide their text."""
    texts: dict[str, str] = {}
    faults: list[Fault] = []
    for path in sorted(folder.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and node.args and (mark := mark_of(node)):
                place = f"{path.relative_to(folder.parent).as_posix()}:{node.lineno}"
                first = node.args[0]
                if isinstance(first, ast.Constant) and isinstance(first.value, str):
                    texts.setdefault(first.value, place)
                elif why := objection(mark, first):
                    faults.append(Fault(place, why))
    return texts, faults


def mark_of(call: ast.Call) -> str:
    """ "tr", "N_" or "text" if the call is one that takes words."""
    if isinstance(call.func, ast.Name) and call.func.id in {"tr", "N_"}:
        return call.func.id
    return "text" if isinstance(call.func, ast.Attribute) and call.func.attr == "text" else ""


def objection(mark: str, first: ast.expr) -> str:
    """Why this first argument will not do. text() may be given what N_() marked where it was declared."""
    if isinstance(first, ast.JoinedStr):
        return f"an f-string in {mark}(): name the values, as in tr('{{count}} customers', count=3)"
    if mark in {"tr", "N_"}:
        return f"{mark}() wants the text itself; for a text marked elsewhere use current().text(...)"
    if isinstance(first, ast.BinOp | ast.IfExp) or (
        isinstance(first, ast.Call) and isinstance(first.func, ast.Attribute) and first.func.attr in {"format", "join"}
    ):
        return "a computed text in text(): choose between whole texts, each marked with N_()"
    return ""


def read(path: Path = CATALOGUE) -> dict[str, Message]:
    """The messages of a .ts file by source; nothing if there is no file yet."""
    if not path.is_file():
        return {}
    found: dict[str, Message] = {}
    for element in ET.parse(path).iter("message"):
        source = element.findtext("source") or ""
        translation = element.find("translation")
        text = "" if translation is None else translation.text or ""
        finished = bool(text) and translation is not None and translation.get("type") != "unfinished"
        if source not in found or finished:
            found[source] = Message(source, text, finished)
    return found


def written(messages: dict[str, Message]) -> str:
    """The .ts file: one context, sorted, no line numbers, so that it changes only where words change."""
    lines = ['<?xml version="1.0" encoding="utf-8"?>', "<!DOCTYPE TS>"]
    lines += ['<TS version="2.1" language="zh_CN" sourcelanguage="en">', "<context>", f"    <name>{CONTEXT}</name>"]
    for _, message in sorted(messages.items()):
        kind = "" if message.finished else ' type="unfinished"'
        lines.append("    <message>")
        lines.append(f"        <source>{escape(message.source)}</source>")
        lines.append(f"        <translation{kind}>{escape(message.translation)}</translation>")
        lines.append("    </message>")
    return "\n".join([*lines, "</context>", "</TS>", ""])


def in_step(texts: dict[str, str], known: dict[str, Message]) -> dict[str, Message]:
    """A message for each text in use, with what is known of it."""
    return {source: known.get(source, Message(source)) for source in texts}


def lists(folder: Path) -> Iterator[tuple[str, str, str]]:
    """(place, source, translation) of each line of the .tsv files in `folder`."""
    for path in sorted(folder.glob("*.tsv")):
        for number, line in enumerate(path.read_text("utf-8-sig").splitlines(), 1):
            source, tab, translation = (part.replace("\\n", "\n") for part in line.partition("\t"))
            if tab and source and translation:
                yield f"{path.name}:{number}", source, translation
            elif line.strip():
                print(f"{path.name}:{number}: not `English<TAB>Chinese`: {line}", file=sys.stderr)


def merge(messages: dict[str, Message], folder: Path) -> dict[str, Message]:
    """`messages` with their gaps filled. A finished translation stays; what differs or is not in use is reported."""
    merged = dict(messages)
    for place, source, translation in lists(folder):
        message = merged.get(source)
        if message is None:
            print(f"{place}: not in the code: {source!r}", file=sys.stderr)
        elif not message.finished:
            merged[source] = replace(message, translation=translation, finished=True)
        elif message.translation != translation:
            print(f"{place}: {source!r} stays {message.translation!r}, not {translation!r}", file=sys.stderr)
    return merged


def placeholders(text: str) -> set[str]:
    """The {names} in a text; none where it is no format at all."""
    try:
        return {name for _, name, _, _ in Formatter().parse(text) if name is not None}
    except ValueError:
        return set()


def gaps(messages: dict[str, Message], texts: dict[str, str]) -> list[Fault]:
    """The messages without a translation, or whose translation has lost or invented a placeholder."""
    found = []
    for source, message in sorted(messages.items()):
        if not message.finished:
            found.append(Fault(texts[source], f"no translation: {source!r}"))
        elif placeholders(source) != placeholders(message.translation):
            found.append(Fault(texts[source], f"other placeholders: {source!r} -> {message.translation!r}"))
    return found


def main() -> int:
    """0 when every text is translated (or, without --check, when the file was written and no call hides its text)."""
    parser = argparse.ArgumentParser(description="Bring zh_CN.ts in step with the code.")
    parser.add_argument("--check", action="store_true", help="change nothing, say what is wrong")
    parser.add_argument("--merge", type=Path, metavar="FOLDER", help="fill gaps from FOLDER/*.tsv")
    asked = parser.parse_args()
    texts, faults = sources()
    known = read()
    messages = in_step(texts, known)
    if asked.merge:
        messages = merge(messages, asked.merge)
    missing = gaps(messages, texts)
    for fault in faults + missing:
        print(fault, file=sys.stderr)
    if asked.check:
        behind = messages != known
        print(f"{len(texts)} texts, {len(missing)} to mend{', zh_CN.ts is behind: run words' if behind else ''}")
        return int(bool(faults or missing or behind))
    CATALOGUE.parent.mkdir(parents=True, exist_ok=True)
    CATALOGUE.write_text(written(messages), "utf-8", newline="\n")
    dropped, new = len(known.keys() - messages.keys()), len(messages.keys() - known.keys())
    print(f"{len(texts)} texts, {new} new, {dropped} dropped, {len(missing)} to mend")
    return int(bool(faults))


if __name__ == "__main__":
    sys.exit(main())
