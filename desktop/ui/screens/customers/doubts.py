"""What is said under the fields of identifiers while they are typed: doubts, hints, and what they offer to fill in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from db.queries.card import KeyDateDraft
from db.vocabulary import KeyDateKind, ReachKind
from desktop.rules.credit_code import LENGTH, code_fault, normal_code
from desktop.rules.divisions import Region
from desktop.rules.errors import RuleBroken
from desktop.rules.id_number import IdRead, normal_id, read_id
from desktop.rules.phones import Phone, read_phones
from desktop.rules.region_reading import read_region
from desktop.services.places import area_codes, divisions
from desktop.ui import failures
from desktop.ui.kit.fields import Entry, FormField, NotUnderstood, Remark
from desktop.ui.kit.form import Form
from desktop.ui.office import Office
from desktop.ui.wording import words_of
from desktop.ui.words import tr

_READABLE = ("date", "int", "money", "parsed")  # kinds whose text may be no value
_MOST_LOOKED_AT = 200  # signs: no identifier is longer


def may_stay_unclear(fields: Sequence[FormField]) -> tuple[str, ...]:
    """The columns whose text may be kept though it cannot be read; fields of the office's own refuse it."""
    columns = (one for one in fields if not one.key.startswith("custom_"))
    return tuple(one.key for one in columns if one.kind in _READABLE and not one.read_only and not one.required)


def watch(form: Form[Any], office: Office) -> None:
    """Let a form say what is to be said of its identifiers; fields it does not have are passed over."""
    form.watch("credit_code", code_remark)
    form.watch("invoice_tax_number", _tax_remark)
    form.watch("region", region_remark)
    form.watch("reaches", _reaches_remark)
    form.watch("phone", phone_remark)
    form.watch("id_number", lambda typed: _id_remark(typed, form, office))


def code_remark(typed: str | None) -> Remark | None:
    """Why a unified credit code cannot be right; nothing for a good one."""
    code = normal_code(typed[:_MOST_LOOKED_AT]) if typed else ""
    fault = code_fault(code) if code else None
    return Remark(failures.sentence(fault)) if fault else None


def _tax_remark(typed: str | None) -> Remark | None:
    """A tax number of 18 signs is a unified credit code; older ones have 15 to 20."""
    return code_remark(typed) if typed and len(normal_code(typed[:_MOST_LOOKED_AT])) == LENGTH else None


def region_remark(region: Region) -> Remark | None:
    """That a region is not in the table of divisions, or could be several."""
    if divisions().knows(region):
        return None
    read = read_region(divisions(), str(region))
    if len(read.found) > 1 and not read.rest:
        several = "、".join(str(one) for one in read.found[:4])
        return Remark(tr("Could be several: {places}", places=several))
    return Remark(tr("Not in the table of administrative divisions"))


def _reaches_remark(entries: tuple[Entry, ...]) -> Remark | None:
    numbers = [entry.value[:_MOST_LOOKED_AT] for entry in entries if entry.kind in (ReachKind.PHONE, ReachKind.FAX)]
    return _places([phone for number in numbers[:20] for phone in read_phones(number)])


def phone_remark(typed: str) -> Remark | None:
    """Where the area codes among the numbers typed belong."""
    return _places(read_phones(typed[:_MOST_LOOKED_AT])) if typed else None


def _places(phones: Sequence[Phone]) -> Remark | None:
    told = []
    for phone in phones:
        code = next((phone.digits[:length] for length in (4, 3) if phone.digits[:length] in area_codes()), "")
        if phone.kind is not ReachKind.MOBILE and code.startswith("0"):
            told.append(tr("{code}: {places}", code=code, places=area_codes()[code]))
    return Remark(" · ".join(dict.fromkeys(told)), "muted") if told else None


def _id_remark(typed: str | None, form: Form[Any], office: Office) -> Remark | None:
    number = normal_id(typed[:_MOST_LOOKED_AT]) if typed else ""
    if not number:
        return None
    try:
        read = read_id(number, office.today())
    except RuleBroken as fault:
        return Remark(failures.sentence(fault))
    return _told(read, form) if form.editing else None


def _told(read: IdRead, form: Form[Any]) -> Remark:
    """What a good number says; it is offered to fill in what is still blank."""
    region = divisions().of_code(read.region_code)
    words = [words_of(read.gender), read.birthday.isoformat(), str(region) if region else ""]
    if read.old:
        words.append(tr("old number of 15 digits"))
    if read.permit:
        words.append(tr("residence permit"))
    said = " · ".join(filter(None, words))
    blank_gender = form.has("gender") and form.editor("gender").raw() is None
    if not blank_gender and _days_without_birthday(form) is None:
        return Remark(said, "muted")

    def fill() -> None:
        if blank_gender:
            form.fill("gender", read.gender)
        days = _days_without_birthday(form)
        if days is not None:
            born = read.birthday
            form.fill("key_dates", (*days, KeyDateDraft(year=born.year, month=born.month, day=born.day)))
        form.look_again("id_number")

    return Remark(said, "muted", tr("Fill in birthday and gender"), fill)


def _days_without_birthday(form: Form[Any]) -> tuple[KeyDateDraft, ...] | None:
    """The key dates that stand in a form, if none of them is a birthday and all can be read."""
    if not form.has("key_dates"):
        return None
    try:
        days = form.editor("key_dates").get()
    except NotUnderstood:
        return None
    if not isinstance(days, tuple) or any(one.kind is KeyDateKind.BIRTHDAY for one in days):
        return None
    return days
