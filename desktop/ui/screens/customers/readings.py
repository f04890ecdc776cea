"""How the card reads what is typed into its forms, and shows it again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, time
from decimal import Decimal

from db.queries.card import ReachDraft
from db.vocabulary import ReachKind
from desktop.rules.dates import Lean, read_date
from desktop.rules.errors import RuleBroken
from desktop.rules.money import FEN, read_money
from desktop.rules.phones import read_phones, show_phone
from desktop.rules.times import read_time
from desktop.ui.kit.fields import Entry, NotUnderstood, Reading
from desktop.ui.office import Office
from desktop.ui.veil import Veil
from desktop.ui.wording import day, money
from desktop.ui.words import tr

CALLED = (ReachKind.PHONE, ReachKind.MOBILE, ReachKind.FAX)


def reading(office: Office, lean: Lean = Lean.NEAREST, owner: Callable[[], int | None] = lambda: None) -> Reading:
    """The reading of a form; `lean` says which year a day without one means, `owner` whose customer is shown."""

    def read(text: str) -> date:
        return _date(text, office.today(), lean)

    return Reading(
        read_date=read,
        show_date=day,
        today=office.today,
        read_money=_money,
        show_money=money,
        show_entry=lambda entry: veiled_entry(entry, office.veil, owner()),
        copy_entry=lambda entry: copied_entry(entry, office.veil, owner()),
        veil=lambda text: office.veil.text(text, owner()),
        hidden=lambda: office.veil.hides(owner()),
        may_copy=lambda: office.veil.may_copy(owner()),
    )


def veiled_entry(entry: Entry, veil: Veil, owner_id: int | None) -> str:
    """A way to reach somebody as it may be read."""
    shown = show_entry(entry)
    return veil.phone(shown, owner_id) if entry.kind in CALLED else veil.text(shown, owner_id)


def copied_entry(entry: Entry, veil: Veil, owner_id: int | None) -> str:
    """What the copy button of a way to reach somebody takes: the bare value, where the office allows that."""
    return entry.value if veil.may_copy(owner_id) else veiled_entry(entry, veil, owner_id)


def _date(text: str, today: date, lean: Lean) -> date:
    try:
        found = read_date(text, today, lean)
    except RuleBroken as broken:
        if broken.facts.get("why") == "no_such_day":
            raise NotUnderstood(tr("There is no day “{text}”.", text=text)) from None
        found = None
    if found is None:
        raise NotUnderstood(tr("“{text}” is not a day: type it like 3-5, 2026-03-05 or next Tuesday.", text=text))
    return found


def _money(text: str) -> Decimal:
    try:
        amount = read_money(text)
    except RuleBroken:
        amount = None
    if amount is None:
        raise NotUnderstood(tr("“{text}” is not an amount: type it like 1234.50 or 1.2万.", text=text))
    if amount != amount.quantize(FEN):
        raise NotUnderstood(tr("An amount has at most two decimals"))
    return amount.quantize(FEN)


def time_of(text: str) -> time | None:
    """The time typed, None for none; NotUnderstood with a sentence for anything else."""
    try:
        return read_time(text)
    except ValueError:
        raise NotUnderstood(tr("“{text}” is not a time: type it like 14:30.", text=text)) from None


def show_time(at: time | None) -> str:
    """ "14:30", "" for none."""
    return "" if at is None else at.strftime("%H:%M")


def show_entry(entry: Entry) -> str:
    """A way to reach somebody as it is read."""
    if entry.kind not in CALLED:
        return entry.value
    value, extension = _number(entry.value)
    return show_phone(value, extension or "")


def reach_entries(reaches: Sequence[ReachDraft]) -> tuple[Entry, ...]:
    """Ways to reach somebody as the lines of a form; an extension stands behind its number."""
    return tuple(Entry(one.kind, _whole(one), one.label or "", one.id) for one in reaches)


def _whole(reach: ReachDraft) -> str:
    return f"{reach.value}-{reach.extension}" if reach.extension else reach.value


def reach_drafts(entries: Sequence[Entry], before: Sequence[ReachDraft]) -> tuple[ReachDraft, ...]:
    """The lines of a form as ways to reach somebody; a line nobody touched is what it was."""
    known = {one.id: one for one in before}
    drafts = []
    for entry in entries:
        kind = ReachKind(str(entry.kind))
        old = known.get(entry.id) if entry.id is not None else None
        if old is not None and _whole(old) == entry.value:
            value, extension = old.value, old.extension
        else:
            value, extension = _number(entry.value) if kind in CALLED else (entry.value, None)
        drafts.append(ReachDraft(entry.id, kind, value, extension, entry.label or None))
    return tuple(drafts)


def _number(text: str) -> tuple[str, str | None]:
    """One number tidied, with its extension; what is no single number stays as it was typed."""
    found = read_phones(text)
    if len(found) != 1:
        return text, None
    return found[0].value, found[0].extension or None
