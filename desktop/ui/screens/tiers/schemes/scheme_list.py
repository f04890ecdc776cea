"""All schemes of the office in a list: which leads, which is in use, its version and its rounds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from db.vocabulary import RoundEvery
from desktop.services.rating.schemes import OfficeScheme
from desktop.ui.kit.table import Column
from desktop.ui.screens.tiers.schemes.scheme_doings import name_of
from desktop.ui.wording import day
from desktop.ui.words import tr
from desktop.words import N_


@dataclass(frozen=True, slots=True)
class SchemeLine:
    """One scheme in the list. `id` is its place, counted from 1; `last` the day of its last round."""

    id: int
    scheme: OfficeScheme
    last: date | None = None
    faulty: bool = False  # it asks for what is no longer there


def state_words(line: SchemeLine) -> str:
    """Whether a scheme leads, is in use or put aside, or wants mending first."""
    if line.faulty:
        return tr("to be mended")
    if line.scheme.leads:
        return tr("leads")
    return tr("in use") if line.scheme.active else tr("put aside")


def _icon(line: SchemeLine) -> str:
    if line.faulty:
        return "alert-triangle"
    return "star" if line.scheme.leads else "circle-check" if line.scheme.active else "circle-dashed"


def _colour(line: SchemeLine) -> str | None:
    return "red" if line.faulty else None if line.scheme.active or line.scheme.leads else "muted"


def _next(line: SchemeLine) -> str:
    """How often, in one word: the column is narrow."""
    return {
        RoundEvery.NEVER: "",
        RoundEvery.MONTHLY: tr("monthly"),
        RoundEvery.QUARTERLY: tr("quarterly"),
        RoundEvery.YEARLY: tr("yearly"),
    }[line.scheme.every]


def scheme_columns() -> tuple[Column[SchemeLine], ...]:
    """The columns of the list."""
    return (
        Column("name", N_("Scheme"), lambda line: name_of(line.scheme), 120, fixed=True, icon=_icon, colour=_colour,
               tip=lambda line: name_of(line.scheme)),
        Column("state", N_("State"), state_words, 64, colour=_colour),
        Column("version", N_("Version"), lambda line: str(line.scheme.number or ""), 66, "right"),
        Column("every", N_("Rounds"), _next, 72),
        Column("last", N_("Last round"), lambda line: day(line.last), 88),
    )  # fmt: skip
