"""Who may already be there: asked while a customer is typed, of a card, and of the whole file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from sqlalchemy.orm import Session

from db.models import NotDuplicate
from db.queries.duplicates import Clues, Known, candidates, crowds, everyone, in_full, known, not_duplicates
from db.search.terms import fold
from db.store import Store
from db.vocabulary import CustomerKind
from desktop.progress import Progress
from desktop.rules.errors import RuleBroken
from desktop.rules.han_forms import other_writings
from desktop.rules.likeness import Likeness, Reason, duplicate_reasons, is_strong, likeness
from desktop.rules.lookalikes import CROWD, Lookalikes, Pair
from desktop.rules.names import name_parts, names_in

MOST = 6
_LATIN_WORD = re.compile(r"[0-9a-z]{3,}")
_OF_EVERY_FIRM = frozenset({"ltd", "inc", "corp", "llc", "company", "limited", "gmbh", "group", "trading"})


@dataclass(frozen=True, slots=True)
class Suspect:
    """A customer that may be the same, and why."""

    customer: Known
    reasons: tuple[Reason, ...]

    @property
    def strong(self) -> bool:
        """Whether the reasons name the same customer."""
        return is_strong(self.reasons)


def likely_duplicates(
    session: Session,
    *,
    name: str,
    kind: CustomerKind = CustomerKind.COMPANY,
    short_name: str = "",
    phones: Sequence[str] = (),
    credit_code: str = "",
    addresses: Sequence[str] = (),
    but: int | None = None,
) -> list[Suspect]:
    """At most six customers that may be the one being typed, the surest first; `but` leaves the customer itself out."""
    typed = likeness(
        name, kind=kind, short_name=short_name, phones=phones, credit_code=credit_code, addresses=addresses
    )
    found = _suspects(session, typed, (name, short_name), but)[:MOST]
    people = in_full(session, [one.customer for one in found])
    return [Suspect(person, one.reasons) for person, one in zip(people, found, strict=True)]


def duplicates_of(session: Session, customer_id: int) -> list[Pair]:
    """The pairs of one customer with those that may be the same, the surest first; without those found different."""
    own = known(session, [customer_id])
    if not own:
        raise RuleBroken("gone")
    names = (own[0].name, own[0].short_name or "", *names_in(own[0].former_names))
    apart = _apart(session)
    found = _suspects(session, as_likeness(own[0]), names, customer_id)
    pairs = [_pair(customer_id, one.customer.id, one.reasons) for one in found]
    return [pair for pair in pairs if (pair.one, pair.other) not in apart]


def scan(store: Store, progress: Progress) -> list[Pair]:
    """Every pair in the file that may be one customer, without those found to be different.

    Strong ones first, those of one customer together. About a second for twenty thousand customers; the file is only
    read in the beginning.
    """
    progress.step("reading")
    with store.read() as session:
        everybody, apart = everyone(session), _apart(session)
    progress.step("comparing")
    known = Lookalikes([(one.id, as_likeness(one)) for one in progress.over(everybody)])
    pairs = [pair for pair in known.pairs(progress) if (pair.one, pair.other) not in apart]
    return sorted(pairs, key=lambda pair: (not pair.strong, pair.one, pair.other))


def mark_different(session: Session, pairs: Sequence[tuple[int, int]]) -> None:
    """Remember that these customers are not one; who is marked already stays so."""
    apart = _apart(session)
    for one, other in {(min(pair), max(pair)) for pair in pairs} - apart:
        session.add(NotDuplicate(customer_id=one, other_id=other))


def forget_difference(session: Session, mark_ids: Sequence[int]) -> None:
    """Take marks of `mark_different` back: these customers may be found to be one again."""
    for one in mark_ids:
        mark = session.get(NotDuplicate, one)
        if mark is not None:
            session.delete(mark)


def as_likeness(one: Known) -> Likeness:
    """A customer of the file as it is compared."""
    return likeness(
        one.name,
        kind=one.kind,
        short_name=one.short_name or "",
        former_names=names_in(one.former_names),
        phones=one.phones,
        credit_code=one.credit_code or "",
        addresses=one.addresses,
        employer=one.employer or "",
        birthday=one.birthday,
    )


def _apart(session: Session) -> set[tuple[int, int]]:
    return {(one, other) for _, one, other in not_duplicates(session)}


def _pair(one: int, other: int, reasons: tuple[Reason, ...]) -> Pair:
    return Pair(min(one, other), max(one, other), reasons, is_strong(reasons))


def _suspects(session: Session, typed: Likeness, names: Sequence[str], but: int | None) -> list[Suspect]:
    clues = Clues(
        tuple(filter(None, names)),
        tuple(dict.fromkeys(group for name in names if name for group in _terms(name))),
        tuple(typed.phones),
        tuple(typed.addresses),
        typed.credit_code,
    )
    crowded = crowds(session, typed.phones, most=CROWD)
    found = candidates(session, clues, but=but)
    suspects = [Suspect(one, tuple(duplicate_reasons(typed, as_likeness(one), crowded))) for one in found]
    kept = [one for one in suspects if one.reasons]
    return sorted(kept, key=lambda one: (not one.strong, -len(one.reasons)))


def _terms(name: str) -> Iterator[tuple[str, ...]]:
    """What the index is asked for: each pair of neighbouring characters in all its writings, and Latin words."""
    key = name_parts(name).key
    for at in range(max(len(key) - 1, 1)):
        pair = key[at : at + 2]
        if not any(sign.isascii() for sign in pair):
            yield tuple("".join(one) for one in product(*((sign, *other_writings(sign)) for sign in pair)))
    for word in _LATIN_WORD.findall(fold(name)):
        if word not in _OF_EVERY_FIRM:
            yield (f"w{word}",)
