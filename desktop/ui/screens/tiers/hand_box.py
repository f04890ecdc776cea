"""人工定级: the box that asks for class, reason, approver and end, and the one way to keep or lift it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget

from db.queries.journal import last_action
from db.queries.office import reps
from db.store import Doing
from db.vocabulary import RepRole
from desktop.services.rating.overrides import LONGEST_NAME, OverrideDraft, checked, lift_override, set_override
from desktop.services.rating.schemes import OfficeScheme
from desktop.ui.form_box import AskBox, ask
from desktop.ui.keeping import keep
from desktop.ui.kit.fields import FormField, Option
from desktop.ui.office import Office
from desktop.ui.screens.tiers.metric_words import class_meaning, class_words
from desktop.ui.top_line import take_back
from desktop.ui.words import current, tr
from desktop.words import N_

NAMES = 3  # of those whose class is set, as many are named


def ask_by_hand(
    office: Office, scheme: OfficeScheme, names: Sequence[str], code: str = "", parent: QWidget | None = None
) -> OverrideDraft | None:
    """What is to be set by hand for these customers, `code` proposed; None if left undecided."""
    taken: OverrideDraft | None = ask(HandBox(office, scheme, names, code, parent))
    return taken


class HandBox(AskBox):
    """What is wrong is said at its field; `taken` is what was asked for, after it was accepted."""

    def __init__(
        self, office: Office, scheme: OfficeScheme, names: Sequence[str], code: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            office, tr("Set the class by hand"), _about(office, scheme, names), _fields(scheme),
            first_draft(office, code), tr("Set the class"), lambda draft: checked(scheme, draft, office.today()),
            focus="reason" if code else "code", parent=parent,
        )  # fmt: skip


def first_draft(office: Office, code: str) -> OverrideDraft:
    """The box as it opens: approved by the supervisor, or by whoever sits here, for a year."""
    with office.store.read() as session:
        people = reps(session, active_only=True)
    chief = next((one.name for one in people if one.role is RepRole.SUPERVISOR), office.me.name or "")
    return OverrideDraft(code, "", chief, in_a_year(office.today()))


def in_a_year(today: date) -> date:
    """The same day next year; 28 February for the 29th."""
    leap = today.month == 2 and today.day == 29
    return today.replace(year=today.year + 1, day=28 if leap else today.day)


def _fields(scheme: OfficeScheme) -> tuple[FormField, ...]:
    options = tuple(Option(code, class_meaning(scheme.scheme, code)) for code in scheme.codes)
    return (
        FormField("code", N_("Class"), "choice", options=options, required=True),
        FormField("reason", N_("Reason"), "lines", required=True, lines=3),
        FormField("approver", N_("Approved by"), limit=LONGEST_NAME),
        FormField("until", N_("Valid until"), "date", blank=None, help=N_("Empty: until it is lifted")),
    )


def _about(office: Office, scheme: OfficeScheme, names: Sequence[str]) -> str:
    shown = office.veil.anyone(names_words(names))
    lines = [tr("{names} · {scheme}", names=shown, scheme=current().text(scheme.scheme.name))]
    if scheme.leads:
        lines.append(tr("The value tier on the card changes at once; the reason stands on the rating sheet."))
    else:
        lines.append(tr("It holds from the next round on; the reason stands on the rating sheet."))
    return "\n".join(lines)


def names_words(names: Sequence[str]) -> str:
    """The first few of them, and how many more there are."""
    shown = "、".join(names[:NAMES])
    return shown if len(names) <= NAMES else tr("{names} and {count} more", names=shown, count=len(names) - NAMES)


def set_by_hand(
    office: Office, scheme: OfficeScheme, ids: Sequence[int], names: Sequence[str], draft: OverrideDraft
) -> bool:
    """Keep it as one action and say so, with a way back; False where it was refused, after saying why."""
    tier = class_words(scheme.scheme, draft.code)
    doing = Doing("override.set.many", {"count": len(ids), "tier": tier})
    if len(ids) == 1:
        doing = Doing("override.set", {"name": names[0], "tier": tier})
    today, rep_id = office.today(), office.me.rep_id

    def work(session: Any) -> None:
        set_override(session, scheme.key, ids, draft, today=today, rep_id=rep_id)

    said = tr("Set by hand: {names} → {tier}", names=office.veil.anyone(names_words(names)), tier=tier)
    return keep(office, doing, work) and _say(office, said)


def lift_by_hand(office: Office, scheme: OfficeScheme, ids: Sequence[int], names: Sequence[str]) -> bool:
    """Let the computed class of these customers hold again."""
    today = office.today()

    def work(session: Any) -> None:
        lift_override(session, scheme.key, ids, today)

    shown = names_words(names)
    said = tr("The computed class holds again: {names}", names=office.veil.anyone(shown))
    return keep(office, Doing("override.lift", {"name": shown}), work) and _say(office, said)


def _say(office: Office, sentence: str) -> bool:
    with office.store.read() as session:
        last = last_action(session)
    if last is not None:
        office.notice.say(sentence, "good", tr("Undo"), lambda: take_back(office, last.id))
    return True
