"""Write resources/licences: what the about page shows, and what a build must carry with it.

    python3 packaging/dev.py licences           after a change of packaging/requirements.txt
    python3 packaging/dev.py licences --check   change nothing; 1 if the list is behind

The list of libraries is the lock file of the program, their licences and texts come from the installed wheels.
`index.json` is a list of {"name", "version", "licence", "files"}: an SPDX expression, and texts relative to resources/.
"""

from __future__ import annotations

import json
import re
import sys
from importlib.metadata import Distribution, distribution
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
RESOURCES = ROOT / "resources"
FOLDER = RESOURCES / "licences"
INDEX = FOLDER / "index.json"

QT_TEXTS = ["licences/Qt.txt", "licences/LGPL-3.0.txt", "licences/GPL-3.0.txt"]

# Offered under several licences, of which we take this one; their wheels carry no text.
TAKEN = {
    "pyside6-essentials": ("LGPL-3.0-only", QT_TEXTS),
    "shiboken6": ("LGPL-3.0-only", QT_TEXTS),
    "chinesecalendar": ("MIT", ["licences/chinese-calendar.txt"]),
}

# Said in the wheel's text only, or not as an SPDX expression.
WORDED = {"sqlcipher3": "Zlib", "reportlab": "BSD-3-Clause", "pypdfium2": "BSD-3-Clause AND Apache-2.0"}

# What comes inside those wheels, with them in a build, or lies in resources/: no metadata tells of it.
OTHERS = (
    ("Qt", "pyside6-essentials", "LGPL-3.0-only", QT_TEXTS),
    ("Python", "", "PSF-2.0", ["licences/Python.txt"]),
    ("SQLCipher", "", "BSD-3-Clause", ["licences/SQLCipher.txt"]),
    ("OpenSSL", "", "Apache-2.0", ["licences/Apache-2.0.txt"]),
    ("Noto Sans SC", "", "OFL-1.1", ["fonts/OFL.txt"]),
    ("OpenCC character table", "", "Apache-2.0", ["licences/Apache-2.0.txt"]),
    ("Tabler Icons", "", "MIT", ["icons/LICENSE.txt"]),
    ("Administrative divisions of China", "", "WTFPL", ["divisions/LICENCE.txt"]),
    ("Area codes of libphonenumber", "", "Apache-2.0", ["divisions/LICENCE.txt", "licences/Apache-2.0.txt"]),
)

# Folders of licence texts for builds that we do not ship.
OTHER_SYSTEMS = {"android", "cibw_musl", "pbin_musl", "v8_xfa"}

TEXT_NAME = re.compile(r"(licen[cs]e|copying|notice)", re.IGNORECASE)


def locked() -> dict[str, str]:
    """{name: version} of the program's lock file."""
    text = (ROOT / "packaging" / "requirements.txt").read_text("utf-8")
    return dict(re.findall(r"^([a-z0-9][a-z0-9._-]*)==([^\s;\\]+)", text, re.MULTILINE))


def licence_of(name: str, wheel: Distribution) -> str:
    """The SPDX expression a distribution declares, in its new field or in the old one."""
    fields = wheel.metadata.json
    declared = WORDED.get(name) or fields.get("license_expression") or fields.get("license")
    if not declared or "\n" in declared:
        raise SystemExit(f"{name}: no licence in its metadata; read its text and add it to WORDED")
    return str(declared)


def texts_of(wheel: Distribution) -> str:
    """All licence texts of a distribution, one after the other."""
    parts = [
        decoded(Path(str(wheel.locate_file(path))).read_bytes()).strip().replace("\r\n", "\n")
        for path in sorted(wheel.files or [], key=str)
        if ".dist-info" in path.parts[0]
        and (TEXT_NAME.search(path.name) or "licenses" in path.parts)
        and not OTHER_SYSTEMS & set(path.parts)
    ]
    return "\n\n----\n\n".join(parts) + "\n" if parts else ""


def decoded(text: bytes) -> str:
    """A licence text; older ones write their © in Latin-1."""
    try:
        return text.decode("utf-8")
    except UnicodeDecodeError:
        return text.decode("latin-1")


def gathered() -> tuple[list[dict[str, object]], dict[str, str]]:
    """The index, and {file name: text} of the files to lie beside it."""
    index: list[dict[str, object]] = []
    files: dict[str, str] = {}
    versions = locked()
    for name, version in versions.items():
        wheel = distribution(name)
        if wheel.version != version:
            raise SystemExit(f"{name} {wheel.version} is installed, {version} is locked: run dev.py env")
        licence, texts = TAKEN.get(name) or (licence_of(name, wheel), [])
        if not texts:
            files[f"{name}.txt"] = texts_of(wheel)
            texts = [f"licences/{name}.txt"]
        shown = str(wheel.metadata["Name"])
        index.append({"name": shown, "version": version, "licence": licence, "files": texts})
    for shown, of, licence, texts in OTHERS:
        index.append({"name": shown, "version": versions.get(of, ""), "licence": licence, "files": texts})
    index.sort(key=lambda entry: str(entry["name"]).casefold())
    return index, files


def main() -> int:
    """0 when the folder is, or has been brought, in step."""
    index, files = gathered()
    files["index.json"] = json.dumps(index, ensure_ascii=False, indent=1) + "\n"
    behind = [name for name, text in files.items() if not same(FOLDER / name, text)]
    lone = [path.name for path in FOLDER.glob("*.txt") if f"licences/{path.name}" not in mentioned(index)]
    if "--check" in sys.argv[1:]:
        print(f"{len(index)} entries, to write: {behind or 'none'}, to delete: {lone or 'none'}")
        return int(bool(behind or lone))
    for name in behind:
        (FOLDER / name).write_text(files[name], "utf-8", newline="\n")
    for name in lone:
        (FOLDER / name).unlink()
    print(f"{len(index)} entries, {len(behind)} files written, {len(lone)} deleted")
    return 0


def mentioned(index: list[dict[str, object]]) -> set[str]:
    """The text files that some entry names."""
    return {str(file) for entry in index for file in (entry["files"] if isinstance(entry["files"], list) else [])}


def same(path: Path, text: str) -> bool:
    """Whether the file has this text already."""
    return path.is_file() and path.read_text("utf-8") == text


if __name__ == "__main__":
    sys.exit(main())
