"""业务员日/周/月: what each rep did in a period, held against the one before, and the whole office together."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy.orm import Session

from db.queries.desk import Days, Figures, figures
from db.queries.office import reps
from db.vocabulary import RepRole
from desktop.rules.periods import Period

EVERYBODY = 0  # no key of a rep


@dataclass(frozen=True, slots=True)
class RepFigures:
    """One line: `now` of the period, `before` of the equal one before. `rep_id` None is work nobody is named for."""

    rep_id: int | None
    rep: str
    active: bool
    now: Figures
    before: Figures


def days_of(period: Period, today: date) -> Days:
    """The period as it is asked for."""
    return Days(period.first, period.last, today)


def rep_figures(session: Session, period: Period, today: date) -> list[RepFigures]:
    """A line for each active rep, and for everybody else who did something in the period or the one before.

    Reps by name first, then other people of the office, then those who left, then what nobody is named for.
    """
    now, before = figures(session, days_of(period, today)), figures(session, days_of(period.before(), today))
    lines = []
    for one in sorted(reps(session), key=lambda rep: (not rep.active, rep.role is not RepRole.REP, rep.name)):
        if one.id in now or one.id in before or (one.active and one.role is RepRole.REP):
            held = now.get(one.id, Figures()), before.get(one.id, Figures())
            lines.append(RepFigures(one.id, one.name, one.active, *held))
    if None in now or None in before:
        lines.append(RepFigures(None, "", True, now.get(None, Figures()), before.get(None, Figures())))
    return lines


def together(lines: Iterable[RepFigures]) -> RepFigures:
    """All of them in one line, as EVERYBODY."""
    held = list(lines)
    return RepFigures(EVERYBODY, "", True, _sum(one.now for one in held), _sum(one.before for one in held))


def _sum(many: Iterable[Figures]) -> Figures:
    held = list(many)
    sums: dict[str, Any] = {
        one.name: sum((getattr(row, one.name) for row in held), getattr(Figures(), one.name)) for one in fields(Figures)
    }
    return Figures(**sums)


def share(part: int, whole: int) -> Decimal | None:
    """`part` of `whole` in per cent with one decimal; None where there is no whole: nothing was due, not 0 %."""
    return (Decimal(100 * part) / whole).quantize(Decimal("0.1")) if whole else None
