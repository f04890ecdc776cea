"""The divisions and area codes that come with the program, read once when they are first asked for."""

from __future__ import annotations

from functools import cache, lru_cache

from desktop.paths import resources
from desktop.rules.divisions import Divisions, Line, Region
from desktop.rules.region_finding import RegionFinder
from desktop.rules.region_reading import full_head, settled_region


@cache
def divisions() -> Divisions:
    """The tree of all divisions."""
    return Divisions(_line(*one) for one in _rows("divisions.tsv"))


@cache
def region_finder() -> RegionFinder:
    """Completions for regions; some 100 ms when first asked."""
    return RegionFinder(divisions())


@cache
def area_codes() -> dict[str, str]:
    """Area code → the places it serves: 024 → 辽宁省沈阳市、铁岭市、抚顺市."""
    return {code: places for code, places in _rows("area_codes.tsv")}  # noqa: C416 - the rows are lists


@lru_cache(maxsize=4096)
def settled(province: str, city: str, district: str) -> Region | None:
    """What three cells mean, see `settled_region`. Lists repeat the same few regions, so answers are kept."""
    return settled_region(divisions(), Region(province, city, district))


def parted(address: str) -> tuple[Region, str] | None:
    """The region an address begins with and the rest of it, if it is written out down to the district and known."""
    head = full_head(address)
    region = settled(*head[0].levels) if head else None
    return (region, head[1]) if head and region and region.district else None


def _rows(name: str) -> list[list[str]]:
    text = (resources() / "divisions" / name).read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines()]


def _line(depth: str, code: str, name: str, pinyin: str) -> Line:
    return int(depth), code, name, pinyin
