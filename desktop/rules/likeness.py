"""Why a customer being entered may already be there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from db.vocabulary import CustomerKind
from desktop.rules.names import NameParts, name_parts, regions_differ
from desktop.rules.phone_numbers import digits_of


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
    addresses: frozenset[str] = field(default_factory=frozenset)


# Shared by half the town: the switchboard of a bank says nothing about who calls.
SHORTEST_PHONE = 7
NEAR = 0.75  # of their pairs of neighbouring characters


def likeness(
    name: str,
    *,
    kind: CustomerKind = CustomerKind.COMPANY,
    short_name: str = "",
    former_names: Iterable[str] = (),
    phones: Iterable[str] = (),
    credit_code: str = "",
    addresses: Iterable[str] = (),
) -> Likeness:
    """What `duplicate_reasons` compares. `phones` in any writing; `addresses` are e-mail, WeChat and QQ."""
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
    )


def duplicate_reasons(candidate: Likeness, existing: Likeness) -> list[Reason]:
    """Every reason to think that both are one customer, the strongest first; [] if there is none.

    same_credit_code, same_phone, same_address and same_name are strong; same_phone_tail (one without area code),
    same_name_elsewhere (other region), same_person_name, former_name, short_name, name_contained and similar_name weak.
    Different credit codes on both sides make a shared name weak. One reason about the name at most.
    """
    reasons: list[Reason] = []
    if candidate.credit_code and candidate.credit_code == existing.credit_code:
        reasons.append(Reason("same_credit_code", Strength.STRONG, candidate.credit_code))
    reasons += _by_phone(candidate.phones, existing.phones)
    for address in sorted(candidate.addresses & existing.addresses):
        reasons.append(Reason("same_address", Strength.STRONG, address))
    by_name = _by_name(candidate, existing)
    if by_name:
        reasons.append(by_name)
    return sorted(reasons, key=lambda reason: reason.strength is Strength.WEAK)


def _by_phone(ours: frozenset[str], theirs: frozenset[str]) -> list[Reason]:
    found = [Reason("same_phone", Strength.STRONG, number) for number in sorted(ours & theirs) if len(number) >= 9]
    found += [Reason("same_phone", Strength.WEAK, number) for number in sorted(ours & theirs) if len(number) < 9]
    for short, long in ((ours, theirs), (theirs, ours)):
        for number in sorted(short - long):
            if len(number) <= 8 and any(other[0] == "0" and other.endswith(number) for other in long):
                found.append(Reason("same_phone_tail", Strength.WEAK, number))
    return found


def _by_name(one: Likeness, other: Likeness) -> Reason | None:
    both_persons = one.kind is CustomerKind.PERSON and other.kind is CustomerKind.PERSON
    if not one.parts.key or not other.parts.key:
        return None
    if one.name == other.name or one.parts.key == other.parts.key:
        # A hundred thousand share the name 张伟: between persons a name only asks for a look.
        return Reason("same_person_name", Strength.WEAK, one.parts.key) if both_persons else _same_name(one, other)
    if both_persons or _distinct(one, other):
        return None
    return _other_name(one, other) or _by_part(one.parts.key, other.parts.key)


def _distinct(one: Likeness, other: Likeness) -> bool:
    return bool(one.credit_code and other.credit_code and one.credit_code != other.credit_code)


def _same_name(one: Likeness, other: Likeness) -> Reason:
    key = one.parts.key
    written_alike = one.name == other.name
    if not written_alike and regions_differ(one.parts, other.parts):
        return Reason("same_name_elsewhere", Strength.WEAK, key)
    # Without its region a name of two characters is anybody's.
    telling = written_alike or one.parts.region == other.parts.region or len(key) > 2
    return Reason("same_name", Strength.STRONG if telling and not _distinct(one, other) else Strength.WEAK, key)


def _other_name(one: Likeness, other: Likeness) -> Reason | None:
    for mine, theirs in ((one, other), (other, one)):
        if mine.parts.key in theirs.former:
            return Reason("former_name", Strength.WEAK, mine.parts.key)
        if theirs.short_key and theirs.short_key in (mine.parts.key, mine.short_key):
            return Reason("short_name", Strength.WEAK, theirs.short_key)
    return None


def _by_part(key: str, other_key: str) -> Reason | None:
    short, long = sorted((key, other_key), key=len)
    if len(short) >= 3 and short in long:
        return Reason("name_contained", Strength.WEAK, short)
    if len(short) >= 4 and _shared_pairs(short, long) >= NEAR:
        return Reason("similar_name", Strength.WEAK, long)
    return None


def _shared_pairs(one: str, other: str) -> float:
    """Dice's coefficient over pairs of neighbouring characters, 0 to 1."""
    ours = {one[place : place + 2] for place in range(len(one) - 1)}
    theirs = {other[place : place + 2] for place in range(len(other) - 1)}
    return 2 * len(ours & theirs) / (len(ours) + len(theirs))
