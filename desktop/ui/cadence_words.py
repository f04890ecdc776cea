"""How the last contact stands against 跟进频度, as signs and words that need no colour."""

from __future__ import annotations

from db.cadence import CadenceState
from db.queries.cadence import ExceptionRow
from desktop.rules.cadence import Standing
from desktop.ui.kit.palettes import Tone
from desktop.ui.wording import day
from desktop.ui.words import tr

# Icon, its colour and the look of the words; never contacted presses as much as late does.
SIGNS = {
    CadenceState.NEVER: ("alert-circle", "red", "bad"),
    CadenceState.LATE: ("alert-triangle", "red", "bad"),
    CadenceState.DUE: ("clock", "amber", "warn"),
    CadenceState.FRESH: ("circle-check", "green", "good"),
}
TONES: dict[CadenceState, Tone] = {
    CadenceState.NEVER: "red",
    CadenceState.LATE: "red",
    CadenceState.DUE: "amber",
    CadenceState.FRESH: "grey",
}


def short_words(standing: Standing) -> str:
    """How it stands, for a chip: "9 days late", "due, 3 days left"."""
    if standing.state is CadenceState.NEVER:
        return tr("never contacted")
    if standing.state is CadenceState.LATE:
        return tr("contact {days} days late", days=-standing.left)
    if standing.state is CadenceState.DUE:
        return tr("contact due, {days} days left", days=standing.left)
    return tr("contact in {days} days at the latest", days=standing.left)


def standing_words(standing: Standing) -> str:
    """How the last effective contact stands, in words that need no colour."""
    if standing.state is CadenceState.NEVER:
        return tr("Never contacted")
    if standing.state is CadenceState.LATE:
        return tr("{days} days since the last contact, {late} days too late", days=standing.days, late=-standing.left)
    if standing.state is CadenceState.DUE:
        return tr(
            "{days} days since the last contact, due now ({left} days left)", days=standing.days, left=standing.left
        )
    return tr("{days} days since the last contact ({left} days left)", days=standing.days, left=standing.left)


def exception_words(one: ExceptionRow) -> str:
    """Why this customer has a cadence of his own, and until when."""
    reason = " ".join(one.reason.split())
    if one.until is None:
        return tr("Exception: {reason}", reason=reason)
    return tr("Exception until {day}: {reason}", day=day(one.until), reason=reason)
