"""Why two customers may be one, and how surely: strong only where it would convince a careful clerk."""

from __future__ import annotations

from collections.abc import Container, Iterable
from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz.distance import OSA

from db.vocabulary import CustomerKind
from desktop.rules.names import NameParts, forms_differ, name_parts, regions_differ
from desktop.rules.phone_numbers import digits_of, is_mobile


class Strength(StrEnum):
    """How much one reason says: strong ones name the same customer, weak ones ask for a look."""

    STRONG = "strong"
    WEAK = "weak"


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason to think of the same customer; `code` is worded by the window, `value` is what both share."""

    code: str
    strength: Strength
    value: str


@dataclass(frozen=True, slots=True)
class Likeness:
    """What is compared of a customer, made ready once by `likeness`."""

    kind: CustomerKind
    name: str
    parts: NameParts
    short_key: str = ""
    former: frozenset[str] = frozenset()
    phones: frozenset[str] = frozenset()
    credit_code: str = ""
    addresses: frozenset[str] = frozenset()
    employer: str = ""
    birthday: str = ""


SHORTEST_PHONE = 7  # 95588 is nobody's
TELLING = 4  # characters of a name that few others bear
LONG_NAME = 5  # characters from which on one that differs may be a slip of the pen
VERY_LONG_NAME = 9  # from which on two may be
# What tells branches, schools and workshops from each other: 一店 and 二店 are never a slip of the pen.
_COUNTED = frozenset("0123456789一二三四五六七八九十东南西北中小甲乙丙丁上下前后左右")
_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyz")
_BY_NAME = frozenset({"same_name", "former_name", "short_name", "name_contained", "similar_name"})


def likeness(
    name: str,
    *,
    kind: CustomerKind = CustomerKind.COMPANY,
    short_name: str = "",
    former_names: Iterable[str] = (),
    phones: Iterable[str] = (),
    credit_code: str = "",
    addresses: Iterable[str] = (),
    employer: str = "",
    birthday: str = "",
) -> Likeness:
    """What `duplicate_reasons` compares. `phones` in any writing; `addresses` are e-mail, WeChat and QQ.

    `birthday` is any text that is equal for equal days; one that begins with a year of four digits says more.
    """
    digits = {digits_of(phone) for phone in phones}
    return Likeness(
        kind=kind,
        name="".join(name.split()).casefold(),
        parts=name_parts(name),
        short_key=name_parts(short_name).key if short_name else "",
        former=frozenset(name_parts(former).key for former in former_names if former.strip()),
        phones=frozenset(number for number in digits if len(number) >= SHORTEST_PHONE),
        credit_code=credit_code.strip().upper(),
        addresses=frozenset(address.strip().casefold() for address in addresses if address.strip()),
        employer=name_parts(employer).key if employer else "",
        birthday=birthday,
    )


def duplicate_reasons(candidate: Likeness, existing: Likeness, crowded: Container[str] = ()) -> list[Reason]:
    """Every reason to think that both are one customer, the strongest first; [] if there is none.

    Strong are same_credit_code, a shared mobile or address, same_name where the name tells enough and region and legal
    form agree, a telling former_name, and between persons of one name same_birthday and same_employer. All else is
    weak: same_phone of a landline, same_phone_tail (one without area code), same_name_elsewhere (other region),
    same_person_name, short_name, name_contained and similar_name. Different credit codes on both sides make everything
    weak. `crowded` are numbers and addresses that so many share that they prove nothing: a switchboard, a hotline.
    One reason about the name at most.
    """
    reasons: list[Reason] = []
    if candidate.credit_code and candidate.credit_code == existing.credit_code:
        reasons.append(Reason("same_credit_code", Strength.STRONG, candidate.credit_code))
    sure = Strength.WEAK if _distinct(candidate, existing) or candidate.kind != existing.kind else Strength.STRONG
    reasons += _by_phone(candidate.phones, existing.phones, sure, crowded)
    for address in sorted(candidate.addresses & existing.addresses):
        if address not in crowded:
            reasons.append(Reason("same_address", sure, address))
    reasons += _by_name(candidate, existing)
    return sorted(reasons, key=lambda reason: reason.strength is Strength.WEAK)


def is_strong(reasons: Iterable[Reason]) -> bool:
    """Whether the reasons together name the same customer: a strong one, or a like name with a shared landline."""
    codes = set()
    for reason in reasons:
        if reason.strength is Strength.STRONG:
            return True
        codes.add(reason.code)
    return "same_phone" in codes and bool(codes & _BY_NAME)


def _by_phone(ours: frozenset[str], theirs: frozenset[str], sure: Strength, crowded: Container[str]) -> list[Reason]:
    if not ours or not theirs:
        return []
    found = [
        Reason("same_phone", sure if is_mobile(number) else Strength.WEAK, number)
        for number in sorted(ours & theirs)
        if number not in crowded
    ]
    for short, long in ((ours, theirs), (theirs, ours)):
        found += [
            Reason("same_phone_tail", Strength.WEAK, number)
            for number in sorted(short - long)
            if len(number) <= 8 and any(other[0] == "0" and other.endswith(number) for other in long)
        ]
    return found


def _by_name(one: Likeness, other: Likeness) -> list[Reason]:
    both_persons = one.kind is CustomerKind.PERSON and other.kind is CustomerKind.PERSON
    if not one.parts.key or not other.parts.key:
        return []
    same = one.name == other.name or one.parts.key == other.parts.key
    if both_persons:
        return _same_person(one, other) if same else []
    if same:
        return [_same_name(one, other)]
    found = None if _distinct(one, other) else _other_name(one, other) or _by_part(one, other)
    return [found] if found else []


def _same_person(one: Likeness, other: Likeness) -> list[Reason]:
    """A hundred thousand share the name 张伟: it only asks for a look until a day of birth or an employer agrees."""
    key = one.parts.key
    found = [Reason("same_person_name", Strength.WEAK, key)]
    if one.birthday and one.birthday == other.birthday:
        whole = one.birthday[:4].isdigit()
        found.append(Reason("same_birthday", Strength.STRONG if whole else Strength.WEAK, one.birthday))
    if one.employer and one.employer == other.employer:
        rare = len(key) >= 3
        found.append(Reason("same_employer", Strength.STRONG if rare else Strength.WEAK, one.employer))
    return found


def _distinct(one: Likeness, other: Likeness) -> bool:
    return bool(one.credit_code and other.credit_code and one.credit_code != other.credit_code)


def _same_name(one: Likeness, other: Likeness) -> Reason:
    key = one.parts.key
    written_alike = one.name == other.name
    if not written_alike and regions_differ(one.parts, other.parts):
        return Reason("same_name_elsewhere", Strength.WEAK, key)
    if one.parts.region and other.parts.region:
        telling = True
    elif one.parts.region or other.parts.region:  # the other may be anywhere
        telling = len(key) >= TELLING
    else:
        telling = len(key) >= TELLING - 1  # without its region a name of two characters is anybody's
    sure = (written_alike or telling) and one.kind == other.kind and not forms_differ(one.parts, other.parts)
    return Reason("same_name", Strength.STRONG if sure and not _distinct(one, other) else Strength.WEAK, key)


def _other_name(one: Likeness, other: Likeness) -> Reason | None:
    for mine, theirs in ((one, other), (other, one)):
        if mine.parts.key in theirs.former:
            telling = len(mine.parts.key) >= TELLING and one.kind == other.kind
            return Reason("former_name", Strength.STRONG if telling else Strength.WEAK, mine.parts.key)
        if theirs.short_key and theirs.short_key in (mine.parts.key, mine.short_key):
            return Reason("short_name", Strength.WEAK, theirs.short_key)
    return None


def _by_part(one: Likeness, other: Likeness) -> Reason | None:
    short, long = sorted((one.parts.key, other.parts.key), key=len)
    if len(short) >= 3 and short in long and (len(short) >= TELLING or long.startswith(short)):
        return Reason("name_contained", Strength.WEAK, short)
    if not regions_differ(one.parts, other.parts) and nearly_same(short, long):
        return Reason("similar_name", Strength.WEAK, long)
    return None


def nearly_same(one: str, other: str) -> bool:
    """Whether two keys differ by a slip of the pen: one character wrong, missing, too many, or two exchanged.

    Long names may have two of these. Numbers and directions are meant, and letters in a Chinese name: 第一医院 is not
    第二医院, A座 not B座.
    """
    most = 2 if min(len(one), len(other)) >= VERY_LONG_NAME else 1
    if max(len(one), len(other)) < LONG_NAME or abs(len(one) - len(other)) > most:
        return False
    if OSA.distance(one, other, score_cutoff=most) > most:
        return False
    differing = set(one) ^ set(other)
    return not _COUNTED & differing and (one.isascii() or not _LETTERS & differing)
