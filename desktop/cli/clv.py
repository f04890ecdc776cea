"""The command that says what is ahead of an office's customers, by BG/NBD and Gamma-Gamma."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from desktop.cli.speaking import DONE, FILE, HELP, JSON, commands, opened, say
from desktop.words import N_, Catalogue

if TYPE_CHECKING:
    from desktop.rules.value.forecast import Forecast
    from desktop.rules.value.purchases import Purchases
    from desktop.rules.value.spend import Spend

HALF_YEAR = 26  # weeks of the forecast in the object of --json, whatever --weeks says
LONGEST = 260  # weeks; nobody knows more than five years ahead


@commands.command(
    "clv", add_help_option=False, help=N_("Forecast what the customers of FILE will buy, and what that is worth.")
)
@FILE
@click.option(
    "--until",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="YYYY-MM-DD",
    required=True,
    help=N_("The last day that is looked at; later orders do not count."),
)
@click.option(
    "--weeks",
    type=click.IntRange(1, LONGEST),
    metavar=f"1–{LONGEST}",
    default=HALF_YEAR,
    help=N_("How many weeks to look ahead; 26 if not given, and always 26 with --json."),
)
@JSON
@HELP
@click.pass_obj
def clv(words: Catalogue, file: Path, until: Any, weeks: int, as_json: bool) -> int:
    """Forecast what customers will buy."""
    from desktop.progress import Progress
    from desktop.services.rating.outlook import outlook

    weeks = HALF_YEAR if as_json else weeks
    with opened(file, read_only=True) as store:
        found = outlook(store, until.date(), Progress(), horizon_weeks=weeks, anyway=True)
    say(as_object(found), as_json=as_json, text="" if as_json else told(words, found, until.date(), weeks))
    return DONE


def as_object(found: Forecast) -> dict[str, Any]:
    """All keys whatever was found, null where nothing was fitted; `found` looks 26 weeks ahead."""
    expected = found.expected
    return {
        "customers": found.customers,
        "repeat": found.repeaters,
        "bgnbd": _parameters(found.purchases, ("r", "alpha", "a", "b", "log_likelihood")),
        "gamma_gamma": _parameters(found.spend, ("p", "q", "gamma", "log_likelihood")),
        "flat": found.purchases is not None and found.purchases.flat,
        "forecast_26_weeks": None if expected is None else round(expected, 4),
        "offered": not found.why,
        "why": found.why,
    }


def _parameters(model: Purchases | Spend | None, names: tuple[str, ...]) -> dict[str, float | None]:
    known = {} if model is None else asdict(model)
    return {name: known.get(name) for name in names}


def told(words: Catalogue, found: Forecast, until: date, weeks: int) -> str:
    """The same for people, with a sentence on what it means."""
    counts = {"customers": f"{found.customers:,}", "repeat": f"{found.repeaters:,}"}
    lines = [words.text("{customers} customers bought, {repeat} of them on more than one day.", **counts)]
    if found.expected is not None:
        lines += _ahead(words, found, until, weeks)
        lines.append(_shown("BG/NBD", found.purchases, ("r", "alpha", "a", "b")))
        lines.append(_shown("Gamma-Gamma", found.spend, ("p", "q", "gamma")))
    if found.purchases is not None and found.purchases.flat:
        lines.append(
            words.text(
                "Leaving cannot be seen: these purchases do not tell who has left from who only pauses. "
                "No forecast is given."
            )
        )
    if found.why == "few_repeaters":
        lines.append(_too_few(words, found))
    return "\n".join(line for line in lines if line)


def _ahead(words: Catalogue, found: Forecast, until: date, weeks: int) -> list[str]:
    from desktop.rules.money import show_money

    worth = [one.clv for one in found.outlooks.values() if one.clv is not None]
    figures = {
        "weeks": weeks,
        "day": until.isoformat(),
        "days": f"{found.expected:,.1f}",
        "alive": f"{sum(one.alive for one in found.outlooks.values()):,.0f}",
    }
    said = [
        words.text(
            "In the {weeks} weeks after {day} they will probably buy on {days} days, all customers taken together; "
            "about {alive} of them have not left.",
            **figures,
        )
    ]
    if worth:
        said.append(words.text("Worth today: {money}.", money=show_money(sum(worth, Decimal(0)))))
    said.append(
        words.text(
            "This is what customers with such pasts do on average: "
            "good for all of them together, rough for a single one."
        )
    )
    return said


def _shown(name: str, model: Purchases | Spend | None, parameters: tuple[str, ...]) -> str:
    if model is None or model.flat:
        return ""
    numbers = ", ".join(f"{one} {getattr(model, one):.4f}" for one in parameters)
    return f"{name}: {numbers}; log-likelihood {model.log_likelihood:,.3f}"


def _too_few(words: Catalogue, found: Forecast) -> str:
    from desktop.rules.value.forecast import FEWEST_REPEATERS

    return words.text(
        "Not enough data: a forecast to rely on needs {fewest} customers who bought on more than one day; "
        "here are {repeat}.",
        fewest=FEWEST_REPEATERS,
        repeat=f"{found.repeaters:,}",
    )
