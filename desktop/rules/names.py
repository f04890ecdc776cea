"""Names of companies and persons, brought to a form in which two writings of one name meet."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from desktop.rules.han_forms import simplified
from desktop.rules.regions import is_region, region_at_head

_LEGAL = re.compile(
    r"股份有限责任公司|有限责任公司|股份有限公司|有限公司|有限责任|股份公司|集团公司|集团总公司|总公司|"
    r"有限合伙|普通合伙|特殊普通合伙|个人独资|个体工商户|控股集团"
)
_LEGAL_END = re.compile(r"(?:分公司|子公司|公司|集团|股份|控股|\(集团\)|\(股份\)|有限)$")
_LEGAL_ENGLISH = re.compile(
    r"\b(?:co(?:mpany)?\.?,?\s*ltd\.?|ltd\.?|limited|inc\.?|corp(?:oration)?\.?|company|llc|gmbh|plc|group)(?=\W|$)"
)
_BRACKETS = re.compile(r"[(\[{<《〈【「『〔]([^()\[\]{}<>《》〈〉【】「」『』〔〕]*)[)\]}>》〉】」』〕]")
_FORMS = (
    ("partnership", re.compile(r"合伙")),
    ("sole", re.compile(r"个人独资|个体工商户")),
    ("group", re.compile(r"集团")),
    ("company", re.compile(r"公司|股份|有限|\b(?:ltd|limited|inc|corp|llc|gmbh|plc)\b")),
)
_BETWEEN = re.compile(r"[、，,;；/|\n]+")
_NOISE = re.compile(r"[^\w]+|_")


@dataclass(frozen=True, slots=True)
class NameParts:
    """`key`: what tells a name from others, in one writing; `region`: the region it named, "" if none.

    `form` is what kind of body it says it is: "company", "group", "partnership", "sole", "" where it does not say.
    """

    key: str
    region: str
    form: str = ""


@lru_cache(maxsize=4096)
def name_parts(name: str) -> NameParts:
    """A name without blanks, punctuation, case, width, legal form and the region before it, in simplified characters.

    Never empty for a name.

    上海永昌贸易有限公司 → 永昌贸易 and 上海; 永昌(上海)贸易有限公司 the same. A branch keeps what tells it apart:
    永昌超市（百园店） → 永昌超市百园店.
    """
    text = simplified(unicodedata.normalize("NFKC", name).casefold().strip())
    form = next((form for form, said in _FORMS if said.search(text)), "")
    whole = _NOISE.sub("", text)
    regions: list[str] = []
    text = _BRACKETS.sub(lambda found: _bracket(found[1], regions), text)
    text = _NOISE.sub("", _LEGAL_ENGLISH.sub(" ", text))
    text = _LEGAL.sub("", text) or whole
    while True:
        shorter = _LEGAL_END.sub("", text)
        if shorter == text or len(shorter) < 2:
            break
        text = shorter
    region = region_at_head(text)
    return NameParts(text[len(region) :], _short_region(region or "".join(regions)), form)


def name_key(name: str) -> str:
    """The key of `name_parts`: equal for two writings of one company name, region and legal form set aside."""
    return name_parts(name).key


def tidy_name(name: str) -> str:
    """A name as it is stored: no outer blanks or line breaks, single blanks inside, all else as written."""
    return " ".join(name.split())


def full_name(family: str, given: str) -> str:
    """One name of its parts: 王 and 伟 → 王伟, Smith and John → John Smith."""
    family, given = tidy_name(family), tidy_name(given)
    if not (family and given):
        return family or given
    return f"{given} {family}" if (family + given).isascii() else family + given


def regions_differ(one: NameParts, other: NameParts) -> bool:
    """Whether both names say where, and say different places (上海 and 上海浦东 do not differ)."""
    if not one.region or not other.region:
        return False
    return one.region not in other.region and other.region not in one.region


def forms_differ(one: NameParts, other: NameParts) -> bool:
    """Whether both names say what body they are, and say different ones: a group is not its company.

    Limited and joint-stock companies do not differ: the one becomes the other without becoming another firm.
    """
    return bool(one.form and other.form) and one.form != other.form


def names_in(text: str | None) -> tuple[str, ...]:
    """The names in a field that holds several, such as the former names: 甲公司、乙公司."""
    return tuple(name for one in _BETWEEN.split(text or "") if (name := one.strip()))


def _bracket(inside: str, regions: list[str]) -> str:
    bare = inside.strip()
    if is_region(bare):
        regions.append(bare)
        return ""
    return (
        ""
        if bare in ("集团", "股份", "控股", "有限合伙", "普通合伙", "特殊普通合伙", "个人独资", "个体工商户")
        else bare
    )


def _short_region(region: str) -> str:
    return re.sub(r"特别行政区|壮族自治区|回族自治区|维吾尔自治区|自治区|[省市]", "", region)
