"""Why something stands on the list of a day: a code with its facts, and how it is said."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from desktop.rules.cadence import Cadence, CadenceState, Standing
from desktop.rules.labels import word
from desktop.rules.money import show_money
from desktop.words import N_, Catalogue

Fact = int | str | date | Decimal | tuple[StrEnum, ...]  # several words of the vocabulary


@dataclass(frozen=True, slots=True)
class Reason:
    """Why. `facts` go by the names that the sentence of `code` uses."""

    code: str
    facts: Mapping[str, Fact] = field(default_factory=dict)


REASONS: Mapping[str, str] = {
    "overdue": N_("planned for {day}, {days} days overdue"),
    "overdue_moved": N_("planned for {day}, {days} days overdue, put off {times} times"),
    "planned": N_("planned for today"),
    "planned_days": N_("planned from {day} to {until}"),
    "done": N_("done today"),
    "done_without_effect": N_("done today, without effect"),
    "promise_today": N_("promised for today"),
    "promise_late": N_("promised for {day}, {days} days late"),
    "owed_today": N_("due today: {amount}"),
    "owed": N_("due since {day}, {days} days late: {amount}"),
    "key_date_today": N_("today"),
    "key_date": N_("on {day}, in {days} days"),
    "contract_today": N_("ends today"),
    "contract_ends": N_("ends on {day}, in {days} days"),
    "contract_ended": N_("ended on {day}, {days} days ago, neither renewed nor closed"),
    "case_answer": N_("not answered by {moment}"),
    "case_solve": N_("not solved by {moment}"),
    "round": N_("last round as of {day}"),
    "round_never": N_("never rated yet"),
    "warned": N_("may be leaving: {causes}"),
    "never": N_("never contacted"),
    "late": N_("{days} days since the last contact, {late} days past the maximum of {maximum}"),
    "due": N_("{days} days since the last contact, due after {ideal}, {left} days left"),
    "fresh": N_("{days} days since the last contact, {left} days left"),
}


def contact_reason(standing: Standing, cadence: Cadence) -> Reason:
    """Why a customer is to be contacted, or not yet."""
    facts: dict[str, Fact] = {}
    if standing.state is not CadenceState.NEVER:
        facts = {"days": standing.days, "left": standing.left, "ideal": cadence.ideal, "maximum": cadence.maximum}
    if standing.state is CadenceState.LATE:
        facts["late"] = -standing.left
    return Reason(standing.state.value, facts)


def say_reason(reason: Reason, words: Catalogue) -> str:
    """The sentence."""
    return words.text(REASONS[reason.code], **{name: _shown(value, words) for name, value in reason.facts.items()})


def _shown(value: Fact, words: Catalogue) -> str:
    if isinstance(value, Decimal):
        return show_money(value)
    if isinstance(value, tuple):
        return ("、" if words.language.startswith("zh") else ", ").join(words.text(word(one)) for one in value)
    return value.isoformat() if isinstance(value, date) else f"{value:,}" if isinstance(value, int) else value
