"""The command that rates the customers of a file by a scheme."""

from __future__ import annotations

from collections import Counter
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from desktop.cli.speaking import DONE, FILE, HELP, JSON, WrongUse, apart, commands, opened, say
from desktop.words import N_, Catalogue

if TYPE_CHECKING:
    from db.store import Store
    from desktop.services.rating.proposing import Proposed

MOST_DAYS = 36_500
ENDINGS = (".xlsx", ".pdf")
# What can be wrong with a scheme (rules/rating/checks.py): by such a one nobody can be rated, whatever the file.
FAULTS = frozenset(
    {
        "cells_missing", "choice_gone", "choices_missing", "classes_missing", "criteria_missing", "criteria_too_many",
        "four_thresholds", "limit_missing", "limit_out_of_range", "limits_overlap", "metric_gone", "metric_not_money",
        "name_missing", "neutral_in_grid", "no_such_tier", "out_of_range", "points_beyond_cells", "points_out_of_range",
        "quantiles_in_grid", "scores_out_of_range", "scores_without_segment", "steps_missing", "steps_not_rising",
        "steps_overlap", "thresholds_overlap", "tier_twice", "tier_without_code", "too_long", "weights_not_100",
    }
)  # fmt: skip


@commands.command("rate", add_help_option=False, help=N_("Rate the customers of FILE by a tier scheme."))
@FILE
@click.option(
    "--scheme",
    "keys",
    required=True,
    multiple=True,
    metavar="NAME",
    help=N_("The scheme: abc-70-90, abc-80-95, rfm, score, … or one of the office's own; may be repeated."),
)
@click.option(
    "--as-of",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="YYYY-MM-DD",
    help=N_("The day rated as of, that day included; today if not given."),
)
@click.option(
    "--window",
    type=click.IntRange(0, MOST_DAYS),
    metavar=f"0–{MOST_DAYS}",
    help=N_("Days to look back; 0 for everything before. As the scheme says if not given."),
)
@click.option("--publish", "publishing", is_flag=True, help=N_("Keep the result in FILE as a published round."))
@click.option("--out", type=click.Path(path_type=Path), help=N_("Write the rating sheet to this .xlsx or .pdf."))
@JSON
@HELP
@click.pass_obj
def rate(
    words: Catalogue,
    file: Path,
    keys: tuple[str, ...],
    as_of: Any,
    window: int | None,
    publishing: bool,
    out: Path | None,
    as_json: bool,
) -> int:
    """Rate customers by one scheme or several. One who cannot be rated is a result and no refusal."""
    from desktop.progress import Progress
    from desktop.services.rating.proposing import propose_all
    from desktop.services.rating.publishing import publish

    if out is not None and len(keys) > 1:
        raise WrongUse(words.text("A rating sheet is of one scheme: give --scheme once."))
    if out is not None and out.suffix.lower() not in ENDINGS:
        raise WrongUse(words.text("{file}: only .xlsx and .pdf can be written.", file=out.name))
    apart(words, out, file)
    today = date.today()  # noqa: DTZ011 - the office's own calendar day
    with opened(file, read_only=not publishing) as store:
        found = propose_all(
            store, list(dict.fromkeys(keys)), as_of.date() if as_of else today, Progress(), window=window
        )
        published = [publish(store, one, Progress(), window=window) if publishing else None for one in found]
        if out is not None:
            _write(store, found[0] if published[0] is None else published[0], out, words, today)
    objects = [{**as_object(one), "published": made} for one, made in zip(found, published, strict=True)]
    pairs = zip(found, published, strict=True)
    text = "" if as_json else "\n\n".join(told(words, one, made, out) for one, made in pairs)
    say(objects[0] if len(objects) == 1 else {"rounds": objects}, as_json=as_json, text=text)
    return DONE


def _write(store: Store, what: Proposed | int, out: Path, words: Catalogue, today: date) -> None:
    from db.produce import produce
    from desktop.progress import Progress
    from desktop.services.rating.rating_book import rating_xlsx
    from desktop.services.rating.rating_paper import rating_pdf

    if out.suffix.lower() == ".xlsx":
        produce(out, rating_xlsx(store, what, words, progress=Progress()))
    else:
        produce(out, rating_pdf(store, what, words, today=today, progress=Progress()).data)


def as_object(found: Proposed) -> dict[str, Any]:
    """The object of --json without "published". Codes and names are the scheme's own, in no language but theirs.

    Every class and segment is there, those of nobody too; who is in no class is counted beside them.
    """
    from desktop.rules.rating.outcome import NEVER_BOUGHT, UNRATED
    from desktop.rules.rating.scheme import Method

    counts, sums, proposal = found.counts(), found.sums(), found.proposal
    rfm = found.scheme.scheme.method is Method.RFM
    segments = {one.name: 0 for one in found.scheme.scheme.segments} if rfm else {}
    segments |= Counter(name for name in proposal.segments if name)
    scores = dict(zip("rfm", proposal.columns, strict=True)) if rfm else {}
    return {
        "scheme": found.scheme.key,
        "n": proposal.n,
        "as_of": found.as_of.isoformat(),
        "tiers": {code: counts[code] for code in found.scheme.codes},
        "amount": {code: float(round(sums[code], 2)) for code in found.scheme.codes},
        "segments": segments,
        **{key: _by_score(scores[key].points) if rfm else {} for key in "rfm"},
        "never_bought": counts.get(NEVER_BOUGHT, 0),
        "unrated": counts.get(UNRATED, 0),
        "notes": list(proposal.notes),
    }


def _by_score(points: Any) -> dict[str, int]:
    counted = Counter(points)
    return {str(score): counted[Decimal(score)] for score in range(1, 6)}


def told(words: Catalogue, found: Proposed, published: int | None, out: Path | None) -> str:
    """The same for people: a line for each class, then what is to be known of it."""
    from desktop.rules.money import show_money
    from desktop.rules.rating.rating_words import NOTES, class_title, window_words

    scheme, counts, sums = found.scheme.scheme, found.counts(), found.sums()
    known = [one.window for one in found.proposal.columns]
    lines = [
        words.text(
            "{scheme}, as of {day}, window: {window}; compared: {n}.",
            scheme=words.text(scheme.name),
            day=found.as_of.isoformat(),
            window=window_words(known, words),
            n=f"{found.proposal.n:,}",
        )
    ]
    lines += [
        f"  {counts[code]:>7,}  {show_money(sums[code]):>18}  {class_title(scheme, code, words)}"
        for code in (*found.scheme.codes, *(one for one in ("-", "") if counts.get(one)))
    ]
    lines += [words.text(NOTES[one]) for one in found.proposal.notes if one in NOTES]
    if published is not None:
        lines.append(words.text("Published."))
    if out is not None:
        lines.append(words.text("Rating sheet written: {file}", file=out))
    return "\n".join(lines)
