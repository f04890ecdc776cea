"""What can be done with whole schemes: made, copied, let lead, put aside, removed; each is one action to be undone."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from db.queries.schemes import is_used
from db.store import Doing
from desktop.rules.rating.builtin import BY_KEY
from desktop.rules.rating.checks import LONGEST_NAME
from desktop.rules.rating.rating_words import METHODS
from desktop.rules.rating.scheme import Method, Scheme
from desktop.services.rating.schemes import (
    OfficeScheme,
    lead,
    new_key,
    original_of,
    remove_scheme,
    save_scheme,
    take_back,
    tiers_of_scheme,
)
from desktop.ui.keeping import keep
from desktop.ui.kit.ask import Verb
from desktop.ui.kit.fields import in_one_line
from desktop.ui.office import Office
from desktop.ui.words import current, tr

# What a new scheme of a method begins with: a built-in one to be changed.
PATTERNS = {Method.SHARES: "abc-70-90", Method.RFM: "rfm", Method.SCORE: "score", Method.GRID: "attitude"}


def name_of(one: OfficeScheme) -> str:
    """Its name as it is read."""
    return current().text(one.scheme.name)


def copy_of(office: Office, scheme: Scheme, taken: set[str]) -> OfficeScheme:
    """A new scheme like `scheme`, not in the file yet, under a name that nobody has."""
    with office.store.read() as session:
        key = new_key(session)
    name = tr("Copy of {name}", name=current().text(scheme.name))
    return OfficeScheme(replace(scheme, key=key, name=_free(name, taken)))


def by_method(office: Office, method: Method, taken: set[str]) -> OfficeScheme:
    """A new scheme of a method, filled like the built-in one of that method, to be changed."""
    with office.store.read() as session:
        key = new_key(session)
    name = tr("New: {method}", method=current().text(METHODS[method]))
    return OfficeScheme(replace(BY_KEY[PATTERNS[method]], key=key, name=_free(name, taken)))


def _free(name: str, taken: set[str]) -> str:
    """The name, or with a number behind it."""
    used = {one.casefold() for one in taken}
    for number in range(1, len(used) + 2):
        tail = "" if number == 1 else f" {number}"
        made = f"{name[: LONGEST_NAME - len(tail)]}{tail}"
        if made.casefold() not in used:
            return made
    return name[:LONGEST_NAME]


def let_lead(office: Office, one: OfficeScheme) -> bool:
    """Ask once, say what it means, and let the scheme give the value tiers."""
    name = name_of(one)
    signs = in_one_line(tier.code for tier in tiers_of_scheme(one.scheme))
    detail = tr(
        "The value tiers of the cards become its classes: {tiers}. Customers keep the tier they have until a round is "
        "published by it; tiers somebody is in stay in the list. What each tier means (contacts, care, discount) "
        "begins with the usual values for its place. It can be undone.",
        tiers=signs,
    )
    verbs = [Verb("lead", tr("Use it as the leading scheme")), Verb("", tr("Leave it"))]
    if office.ask.choose(tr("Let “{name}” give the value tiers?", name=name), verbs, detail) != "lead":
        return False
    return keep(office, Doing("scheme.main", {"name": name}), lambda session: lead(session, one.key))


def put_aside(office: Office, one: OfficeScheme, *, active: bool) -> bool:
    """Take a scheme into use, or put it aside."""
    doing = Doing("scheme.edit", {"name": name_of(one)})
    return keep(office, doing, lambda session: save_scheme(session, replace(one, active=active)))


def removable(office: Office, one: OfficeScheme) -> bool:
    """Whether a scheme of the office's own can go: it does not lead, and no round used it."""
    if one.built_in or one.leads or one.id is None:
        return False
    with office.store.read() as session:
        return not is_used(session, one.id)


def changed_from_original(one: OfficeScheme) -> bool:
    """Whether a built-in scheme is other than it came."""
    original = original_of(one.key)
    return original is not None and one.scheme != original


def remove(office: Office, one: OfficeScheme) -> bool:
    """Remove a scheme of the office's own; the journal brings it back."""

    def work(session: Any) -> None:
        remove_scheme(session, one.key)

    return keep(office, Doing("scheme.delete", {"name": name_of(one)}), work)


def to_original(office: Office, one: OfficeScheme) -> bool:
    """Bring a built-in scheme back to how it came."""
    original = original_of(one.key)
    name = current().text(original.name) if original else name_of(one)
    return keep(office, Doing("scheme.edit", {"name": name}), lambda session: take_back(session, one.key))
