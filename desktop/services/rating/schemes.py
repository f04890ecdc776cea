"""分级方案: those that come with the program and those of the office, with their versions and which one leads."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import SchemeVersion, TierScheme
from db.queries.custom import custom_fields
from db.queries.office import policy
from db.queries.schemes import KeptScheme, is_used, kept_schemes, version_content
from db.undo import delete_with_children
from db.vocabulary import CustomKind, RoundEvery
from desktop.rules.errors import RuleBroken
from desktop.rules.rating.builtin import BUILT_IN, MAIN
from desktop.rules.rating.builtin import BY_KEY as BUILT_IN_BY_KEY
from desktop.rules.rating.checks import checked
from desktop.rules.rating.levers import class_codes
from desktop.rules.rating.metrics import Metric, catalogue, custom_metric
from desktop.rules.rating.scheme import Scheme, as_json, scheme_of
from desktop.rules.tiers import POLICY as TIERS_POLICY
from desktop.rules.tiers import RANKS, Tier, with_tiers
from desktop.services.offices import set_policy

MAIN_POLICY = "tiers.main"
EVERY = RoundEvery.QUARTERLY  # how often the leading scheme falls due until the office says otherwise
_KINDS = (CustomKind.NUMBER, CustomKind.MONEY, CustomKind.CHOICE, CustomKind.YES_NO)


@dataclass(frozen=True, slots=True)
class OfficeScheme:
    """One scheme as the office has it. `id` None: built in, neither changed nor used yet; `number` 0 then.

    `leads`: its published rounds give the cards their value tier. `built_in`: there is an original to go back to.
    """

    scheme: Scheme
    id: int | None = None
    version_id: int | None = None
    number: int = 0
    every: RoundEvery = RoundEvery.NEVER
    active: bool = True
    leads: bool = False
    built_in: bool = False

    @property
    def key(self) -> str:
        """Its sign, which never changes."""
        return self.scheme.key

    @property
    def codes(self) -> tuple[str, ...]:
        """Its classes, best first."""
        return class_codes(self.scheme)


def schemes(session: Session, *, active_only: bool = False) -> list[OfficeScheme]:
    """All schemes: the leading one first, then the built-in ones in their order, then those of the office's own."""
    kept = {one.key: one for one in kept_schemes(session)}
    leading = main_key(session)
    found = [_built_in(one, kept.pop(one.key, None), leading) for one in BUILT_IN]
    found += [_own(one, leading) for one in kept.values()]
    found.sort(key=lambda one: not one.leads)  # stable
    return [one for one in found if one.active or one.leads or not active_only]


def main_key(session: Session) -> str:
    """The key of the scheme that gives the value tiers."""
    return str(policy(session, MAIN_POLICY, MAIN))


def _built_in(original: Scheme, kept: KeptScheme | None, leading: str) -> OfficeScheme:
    leads = original.key == leading
    if kept is None:
        return OfficeScheme(original, every=EVERY if leads else RoundEvery.NEVER, leads=leads, built_in=True)
    return replace(_own(kept, leading), built_in=True)


def _own(kept: KeptScheme, leading: str) -> OfficeScheme:
    scheme = replace(scheme_of(kept.content), key=kept.key, name=kept.name)
    return OfficeScheme(
        scheme, kept.id, kept.version_id, kept.number, kept.every, kept.active, leads=kept.key == leading
    )


def scheme_named(session: Session, key: str) -> OfficeScheme:
    """The scheme with this key. RuleBroken("no_such_scheme")."""
    for one in schemes(session):
        if one.key == key:
            return one
    raise RuleBroken("no_such_scheme", "scheme", scheme=key)


def scheme_of_version(session: Session, version_id: int) -> Scheme | None:
    """The scheme as it was in a version; None where that is gone."""
    content = version_content(session, version_id)
    return None if content is None else scheme_of(content)


def metrics_of(session: Session) -> dict[str, Metric]:
    """{key: metric} of all that can be asked here, the office's own number and choice fields among them."""
    added = [
        custom_metric(
            one.id,
            one.title,
            choice=one.kind in (CustomKind.CHOICE, CustomKind.YES_NO),
            money=one.kind is CustomKind.MONEY,
            options=one.options or (("yes", "no") if one.kind is CustomKind.YES_NO else ()),
        )
        for one in custom_fields(session)
        if one.kind in _KINDS
    ]
    return catalogue(added)


def save_scheme(session: Session, wanted: OfficeScheme) -> OfficeScheme:
    """Write a scheme; a changed content is a new version, so that published rounds keep theirs. Checked first."""
    known = metrics_of(session)
    scheme = checked(replace(wanted.scheme, name=wanted.scheme.name.strip()), known)
    rivals = {one.key: one.scheme.name for one in schemes(session) if one.key != scheme.key}
    if scheme.name.casefold() in {name.casefold() for name in rivals.values()}:
        raise RuleBroken("name_taken", "name", name=scheme.name)
    row = _row(session, replace(wanted, scheme=scheme))
    row.name, row.every, row.active = scheme.name, wanted.every, wanted.active
    version = _version(session, row, scheme)
    if wanted.leads:
        _follow(session, scheme)
    return replace(wanted, scheme=scheme, id=row.id, version_id=version.id, number=version.number)


def _row(session: Session, wanted: OfficeScheme) -> TierScheme:
    row = session.scalars(select(TierScheme).where(TierScheme.key == wanted.key)).first()
    if row is None:
        place = next((at for at, one in enumerate(BUILT_IN) if one.key == wanted.key), 1000)
        row = TierScheme(key=wanted.key, name=wanted.scheme.name, position=place, every=wanted.every, active=True)
        session.add(row)
        session.flush()
    return row


def _version(session: Session, row: TierScheme, scheme: Scheme) -> SchemeVersion:
    text = json.dumps(as_json(scheme), ensure_ascii=False)
    query = select(SchemeVersion).where(SchemeVersion.scheme_id == row.id).order_by(SchemeVersion.number.desc())
    newest = session.scalars(query).first()
    if newest is not None and newest.content == text:
        return newest
    made = SchemeVersion(scheme_id=row.id, number=1 if newest is None else newest.number + 1, content=text)
    session.add(made)
    session.flush()
    return made


def ready(session: Session, key: str) -> OfficeScheme:
    """The scheme with its row and version in the file, written now where it was only built in. For a write."""
    found = scheme_named(session, key)
    return found if found.version_id is not None else save_scheme(session, found)


def new_key(session: Session) -> str:
    """A key for a scheme of the office's own."""
    taken = {one.key for one in schemes(session)}
    return next(f"own-{number}" for number in range(1, len(taken) + 2) if f"own-{number}" not in taken)


def lead(session: Session, key: str) -> None:
    """Let this scheme's published rounds give the value tiers; the office's tiers become its classes."""
    chosen = ready(session, key)
    set_policy(session, MAIN_POLICY, key)
    _follow(session, chosen.scheme)
    if chosen.every is RoundEvery.NEVER:
        save_scheme(session, replace(chosen, every=EVERY, leads=True))


def _follow(session: Session, scheme: Scheme) -> None:
    """Make the classes of the leading scheme tiers of the office; tiers that customers are in stay, after them."""
    from desktop.services.tiers import customers_per_tier, tiers

    used, before = customers_per_tier(session), tiers(session)
    wanted = tiers_of_scheme(scheme)
    codes = {one.code for one in wanted}
    kept = [one for one in before if one.code not in codes and used.get(one.code)]
    set_policy(session, TIERS_POLICY, with_tiers(policy(session, TIERS_POLICY, None), [*wanted, *kept]))


def tiers_of_scheme(scheme: Scheme) -> list[Tier]:
    """The classes of a scheme as value tiers, in their colours."""
    if not scheme.classes:
        return [Tier(code, "", min(at, RANKS - 1)) for at, code in enumerate(class_codes(scheme))]
    return [Tier(one.code, one.name, min(at, RANKS - 1)) for at, one in enumerate(scheme.classes)]


def remove_scheme(session: Session, key: str) -> None:
    """Remove a scheme of the office's own, or bring a built-in one back to its original.

    RuleBroken("scheme_leads"), or ("scheme_used") for one by which a round was published: it can be put aside instead.
    """
    found = scheme_named(session, key)
    if found.leads:
        raise RuleBroken("scheme_leads", "scheme", name=found.scheme.name)
    if found.id is None:
        return
    if is_used(session, found.id):
        raise RuleBroken("scheme_used", "scheme", name=found.scheme.name)
    delete_with_children(session, TierScheme.metadata.tables["tier_scheme"], [found.id])


def take_back(session: Session, key: str) -> OfficeScheme:
    """Bring a built-in scheme back to how it came: its row goes, or, where it leads or was used, a new version says so.

    RuleBroken("no_such_scheme") for one of the office's own: it has no original.
    """
    found, original = scheme_named(session, key), original_of(key)
    if original is None:
        raise RuleBroken("no_such_scheme", "scheme", scheme=found.scheme.name)
    if found.leads or (found.id is not None and is_used(session, found.id)):
        return save_scheme(session, replace(found, scheme=original))
    remove_scheme(session, key)
    return scheme_named(session, key)


def original_of(key: str) -> Scheme | None:
    """How a built-in scheme came; None for one of the office's own."""
    return BUILT_IN_BY_KEY.get(key)
