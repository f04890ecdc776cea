"""发布评定: a proposal frozen as a round, with its inputs; the value tiers follow the leading scheme."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy.orm import Session

from db import journal
from db.keys import new_block
from db.models import RatingRound
from db.queries.rounds import OverrideRow, RoundRow, customers_there, last_round, overrides_of, rounds, tiers_in_force
from db.store import Doing, Store
from db.vocabulary import RoundEvery
from desktop.progress import Progress
from desktop.rules.errors import RuleBroken
from desktop.rules.rating.outcome import UNCLASSED
from desktop.services.rating.plans import judge_plans
from desktop.services.rating.proposing import DOWN, UP, Proposed, with_window
from desktop.services.rating.schemes import (
    OfficeScheme,
    main_key,
    metrics_of,
    ready,
    save_scheme,
    scheme_named,
    schemes,
)
from desktop.services.tiers import put_tiers

PAGE = 5_000
COLUMNS = (
    "id", "round_id", "customer_id", "code", "computed", "previous", "segment", "score", "amount", "parts", "reason",
    "approver", "until",
)  # fmt: skip
MONTHS = {RoundEvery.MONTHLY: 1, RoundEvery.QUARTERLY: 3, RoundEvery.YEARLY: 12}


def publish(store: Store, proposed: Proposed, progress: Progress, *, note: str = "", window: int | None = None) -> int:
    """Freeze a proposal; returns the round. One action, undone whole. Raises Cancelled, StoreProblem.

    `window`: as it was proposed with; such a round has a version of its own, and the scheme stays as it was.
    RuleBroken: nobody_to_rate; scheme_changed where the scheme was edited since the proposal was made.
    """
    facts = {"name": proposed.scheme.scheme.name, "day": proposed.as_of.isoformat()}
    progress.step("publishing")
    with store.write(Doing("round.publish", facts)) as session:
        if not proposed.proposal.customers:
            raise RuleBroken("nobody_to_rate")
        chosen = _version(session, ready(session, proposed.scheme.key), window)
        if _plain(chosen) != _plain(proposed.scheme):
            raise RuleBroken("scheme_changed", name=chosen.scheme.name)
        leads = chosen.key == main_key(session) and not is_overtaken(session, proposed)
        tiers = tiers_to_write(session, proposed) if leads else {}
        there = customers_there(session)
        places = [at for at, one in enumerate(proposed.proposal.customers) if one in there]
        row = RatingRound(
            scheme_id=chosen.id,
            version_id=chosen.version_id,
            rep_id=store.who.rep_id,
            who=store.who.name or None,
            as_of=proposed.as_of,
            published_at=store.clock(),
            sets_tiers=leads,
            customers=len(places),
            note=note.strip() or None,
            content=json.dumps(sums_of(proposed, places), ensure_ascii=False),
        )
        session.add(row)
        session.flush()
        _freeze(session, row.id, proposed, places, progress)
        put_tiers(session, tiers)
        judge_plans(session, chosen, row.id, proposed)
        return row.id


def _version(session: Session, kept: OfficeScheme, window: int | None) -> OfficeScheme:
    """The version a round is published by: the newest, or one with another window, behind which the newest is put
    again, so that it holds for the next round."""
    scheme = kept.scheme if window is None else with_window(kept.scheme, window, metrics_of(session))
    if scheme == kept.scheme:
        return kept
    used = save_scheme(session, replace(kept, scheme=scheme))
    save_scheme(session, kept)
    return used


def _plain(scheme: OfficeScheme) -> Any:
    return replace(scheme.scheme, name="", note="")


def sums_of(proposed: Proposed, places: Sequence[int]) -> dict[str, Any]:
    """What a round keeps of the customers at these places together: JSON's own kinds, money as text.

    The name of the scheme is kept too: it may be called otherwise later.
    """
    codes = [proposed.codes[place] for place in places]
    moves = [proposed.moved(place) for place in places]
    counts = {**dict.fromkeys(proposed.scheme.codes, 0), **Counter(codes)}
    amounts = dict.fromkeys(proposed.scheme.codes, Decimal(0))
    for place, code in zip(places, codes, strict=True):
        amounts[code] = amounts.get(code, Decimal(0)) + proposed.proposal.amounts[place]
    return {
        "name": proposed.scheme.scheme.name,
        "classes": list(proposed.scheme.codes),
        "counts": counts,
        "amounts": {code: str(amount) for code, amount in amounts.items()},
        "n": proposed.proposal.n,
        "notes": list(proposed.proposal.notes),
        "cuts": {key: [str(one) for one in values] for key, values in proposed.proposal.cuts.items()},
        "overridden": sum(proposed.proposal.customers[place] in proposed.overrides for place in places),
        "up": moves.count(UP),
        "down": moves.count(DOWN),
    }


def _freeze(session: Session, round_id: int, proposed: Proposed, places: Sequence[int], progress: Progress) -> None:
    """Write the ratings at these places, a page at a time."""
    ids = new_block(len(places)) if places else ()
    table = journal.table_named("rating")
    for start in range(0, len(places), PAGE):
        progress.at(start, len(places))
        page = places[start : start + PAGE]
        rows = list(_rows(proposed, round_id, zip(ids[start : start + PAGE], page, strict=True)))
        journal.bulk_create_stored(session, table, COLUMNS, rows)
    progress.at(len(places), len(places))


def _rows(proposed: Proposed, round_id: int, pairs: Any) -> Iterator[tuple[Any, ...]]:
    """Ratings as they are stored: amounts in fen, scores in ten-thousandths, days as text."""
    found = proposed.proposal
    for key, at in pairs:
        one = found.customers[at]
        made = proposed.overrides.get(one)
        parts = [[_told(column.values[at]), _told(column.points[at])] for column in found.columns]
        score = found.scores[at]
        yield (
            key,
            round_id,
            one,
            proposed.codes[at],
            found.codes[at],
            proposed.previous.get(one),
            found.segments[at] or None if found.segments else None,
            None if score is None else int(score.scaleb(4).to_integral_value()),
            int(found.amounts[at].scaleb(2)),
            json.dumps(parts, ensure_ascii=False, separators=(",", ":")),
            made.reason if made else None,
            made.approver if made else None,
            made.until.isoformat() if made and made.until else None,
        )


def _told(value: Decimal | str | None) -> str | None:
    return None if value is None else value if isinstance(value, str) else f"{value:f}"


def tiers_to_write(session: Session, proposed: Proposed) -> dict[int, str | None]:
    """{customer: value tier} where it changes. One without a class keeps what was given by hand, and loses only what
    the last round gave him, or an exception that has ended: a potential customer may well be thought of as B.

    A round of a day that a later one has left behind changes none, nor does any round an exception made since its day.
    """
    if is_overtaken(session, proposed):
        return {}
    found: dict[int, str | None] = {}
    now = tiers_in_force(session)
    ended: dict[int, str] = {}
    for made in _exceptions(session, proposed):
        if made.made_on > proposed.as_of:
            now.pop(made.customer_id, None)
        elif made.until is not None and made.until < proposed.as_of:
            ended.setdefault(made.customer_id, made.code)
    for at, one in enumerate(proposed.proposal.customers):
        if one not in now:
            continue
        code = proposed.codes[at]
        if code not in UNCLASSED:
            if now[one] != code:
                found[one] = code
        elif now[one] is not None and now[one] in (proposed.previous.get(one), ended.get(one)):
            found[one] = None
    return found


def _exceptions(session: Session, proposed: Proposed) -> list[OverrideRow]:
    """All that nobody lifted, those that have ended too, the newest first."""
    scheme_id = scheme_named(session, proposed.scheme.key).id
    made = overrides_of(session, scheme_id=scheme_id) if scheme_id is not None else []
    return [one for one in made if one.lifted_on is None]


def is_overtaken(session: Session, proposed: Proposed) -> bool:
    """Whether a round of a later day was published by the same scheme."""
    newest = last_round(session, proposed.scheme.key)
    return newest is not None and newest.as_of > proposed.as_of


def next_day(row: RoundRow | None, every: RoundEvery) -> date | None:
    """When the next round of a scheme falls due: at once where there was none, never where none is wanted."""
    if every is RoundEvery.NEVER:
        return None
    if row is None:
        return date.min
    months = row.as_of.month - 1 + MONTHS[every]
    year, month = row.as_of.year + months // 12, months % 12 + 1
    following = date(year + month // 12, month % 12 + 1, 1)
    last = (following - date.resolution).day
    return date(year, month, min(row.as_of.day, last))


def rounds_due(session: Session, today: date) -> list[tuple[OfficeScheme, date | None]]:
    """Schemes whose next round is due, each with the day of its last one (None: it was never applied)."""
    newest: dict[str, RoundRow] = {}
    for row in rounds(session):
        newest.setdefault(row.key, row)
    found = []
    for one in schemes(session, active_only=True):
        last = newest.get(one.key)
        due = next_day(last, one.every)
        if due is not None and due <= today:
            found.append((one, last.as_of if last else None))
    return found
