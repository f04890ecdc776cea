"""Write resources/divisions from the public lists: `python packaging/divisions.py [FOLDER OF THE LISTS]`.

The folder holds `divisions/` (provinces.csv, cities.csv, areas.csv, HK-MO-TW.json: github
modood/Administrative-divisions-of-China, WTFPL) and `identifiers/area_codes_cn.csv` (libphonenumber, Apache-2.0).

`divisions.tsv` has a line for each division, those of a province behind it: depth 1 to 3, code (GB/T 2260, empty where
there is none), name, pinyin by syllables. What is no place but a heading of the lists is resolved: the city level of
the four cities under the central government is named as they are, counties under a province directly stand on the
level of cities. `area_codes.tsv` has area code and places.
"""

from __future__ import annotations

import csv
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from pypinyin import lazy_pinyin

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "resources" / "divisions"
LISTS = ROOT.parent / "shared" / "data" / "customers_cn"

# Codes of GB/T 2260 for what the second list has without any.
OUTER = {"台湾省": "71", "香港特别行政区": "81", "澳门特别行政区": "82"}
# Readings that dictionaries of words do not know.
READ = {"六合区": "lu he qu", "洪洞县": "hong tong xian", "大城县": "dai cheng xian", "浚县": "xun xian"}

Line = tuple[int, str, str]


def rows_of(path: Path) -> list[dict[str, str]]:
    """The rows of a list."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def mainland(folder: Path) -> Iterator[Line]:
    """The divisions of the first list, parents before their children."""
    cities, areas = rows_of(folder / "cities.csv"), rows_of(folder / "areas.csv")
    for province in rows_of(folder / "provinces.csv"):
        yield 1, province["code"], province["name"]
        done: set[str] = set()
        for city in (one for one in cities if one["provinceCode"] == province["code"]):
            below = [one for one in areas if one["cityCode"] == city["code"]]
            if "直辖县级" in city["name"]:
                yield from ((2, one["code"], one["name"]) for one in below)
                continue
            name = province["name"] if city["name"] in ("市辖区", "县") else city["name"]
            if name not in done:
                yield 2, city["code"], name
            done.add(name)
            yield from ((3, one["code"], one["name"]) for one in below if one["name"] != name)


def outer(folder: Path) -> Iterator[Line]:
    """Hong Kong, Macau, Taiwan."""
    tree = json.loads((folder / "HK-MO-TW.json").read_text(encoding="utf-8"))
    for province, cities in tree.items():
        yield 1, OUTER[province], province
        for city, districts in cities.items():
            yield 2, "", city
            yield from ((3, "", re.sub(r"（.*）", "", one)) for one in districts)


def pinyin(name: str) -> str:
    """The syllables of a name, blanks between them."""
    return READ.get(name) or " ".join(lazy_pinyin(name))


def main() -> int:
    """Write both files."""
    lists = Path(sys.argv[1]) if len(sys.argv) > 1 else LISTS
    TARGET.mkdir(exist_ok=True)
    lines = [*mainland(lists / "divisions"), *outer(lists / "divisions")]
    text = "".join(f"{depth}\t{code}\t{name}\t{pinyin(name)}\n" for depth, code, name in lines)
    (TARGET / "divisions.tsv").write_text(text, encoding="utf-8")
    codes = rows_of(lists / "identifiers" / "area_codes_cn.csv")
    (TARGET / "area_codes.tsv").write_text(
        "".join(f"{one['area_code']}\t{one['place']}\n" for one in codes), encoding="utf-8"
    )
    print(f"{len(lines)} divisions, {len(codes)} area codes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
