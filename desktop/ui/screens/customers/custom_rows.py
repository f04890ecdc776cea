"""Custom fields as rows of a form: declared from their definitions, their answers carried by its draft."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields, make_dataclass, replace
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any

from db.queries.custom import Answer, CustomFieldRow, Named
from db.vocabulary import CustomKind
from desktop.rules.custom_values import answer_key, read_custom, show_number
from desktop.rules.errors import RuleBroken
from desktop.rules.key_days import KeyDay
from desktop.rules.moon_words import show_key_day
from desktop.rules.phones import show_phone
from desktop.services.custom_answers import day_answer, key_day_of
from desktop.ui import failures
from desktop.ui.kit.fields import FormField, Kind, NotUnderstood, Option, Pick, in_one_line
from desktop.ui.wording import money
from desktop.ui.words import tr
from desktop.words import N_

Names = Callable[[], Sequence[Option]]  # the contacts, or the attachments, of the customer shown

_SHAPES: Mapping[CustomKind, Kind] = {
    CustomKind.LONG_TEXT: "lines",
    CustomKind.NUMBER: "parsed",
    CustomKind.PHONE: "parsed",
    CustomKind.KEY_DATE: "parsed",
    CustomKind.MONEY: "money",
    CustomKind.DATE: "date",
    CustomKind.CHOICE: "choice",
    CustomKind.CHOICES: "choices",
    CustomKind.YES_NO: "yes_no",
    CustomKind.PERSON: "named",
    CustomKind.FILE: "choice",
}
_PARSED: Mapping[CustomKind, Callable[[Any], str]] = {
    CustomKind.NUMBER: show_number,
    CustomKind.PHONE: show_phone,
    CustomKind.KEY_DATE: show_key_day,
}
_HELP = {
    CustomKind.KEY_DATE: N_("3-5, 1980-3-5, 农历八月十五: the year may be left out"),
    CustomKind.PERSON: N_("A contact, or any name"),
    CustomKind.FILE: N_("One of the attachments of the card, or a new one"),
}


def form_field(
    field: CustomFieldRow,
    people: Names = tuple,
    files: Names = tuple,
    attach: Callable[[], Option | None] | None = None,
) -> FormField:
    """The row of one custom field. Values: as `in_form` gives them. `attach` hangs a new file on the card."""
    options = {CustomKind.PERSON: people, CustomKind.FILE: files}.get(field.kind)
    shape = _SHAPES.get(field.kind, "text")
    made = FormField(
        answer_key(field.id),
        field.title,
        shape,
        options or tuple(Option(one, one) for one in field.options),
        help=field.help or _HELP.get(field.kind, ""),
        required=field.required and shape != "choice",  # a choice that is required would have no blank to begin with
        blank=None,
    )
    if field.kind in _PARSED:
        return replace(made, read=_reader(field), show=_PARSED[field.kind])
    if field.kind is CustomKind.LONG_TEXT:
        return replace(made, span=2, lines=2)
    if field.kind is CustomKind.FILE:
        return replace(made, show=lambda pick: pick.text, add=attach, add_tip=N_("Attach a file"))
    return made


def _reader(field: CustomFieldRow) -> Callable[[str], object]:
    def read(text: str) -> object:
        try:
            return read_custom(field.kind, field.options, text)
        except RuleBroken as broken:
            if field.kind is CustomKind.KEY_DATE:
                words = tr("“{text}” is not a day: type it like 3-5, 1980-3-5 or 农历八月十五.", text=text)
                raise NotUnderstood(words) from None
            raise NotUnderstood(failures.sentence(broken)) from None

    return read


def in_form(answer: Answer | None) -> object:
    """An answer as a form holds it: Pick for persons and files, KeyDay for key dates, everything else as it is."""
    if isinstance(answer, Named):
        return Pick(answer.id, answer.name)
    if answer is None or isinstance(answer, str | tuple | Decimal | date | bool):
        return answer
    return key_day_of(answer)


def from_form(value: Any, before: Answer | None) -> Answer | None:
    """The answer that a form holds; what a key date said besides its day stays."""
    if isinstance(value, Pick):
        return Named(value.id, value.text)
    if isinstance(value, KeyDay):
        return day_answer(value, before)
    answer: Answer | None = value
    return None if answer in ("", ()) else answer


def with_answers(draft: Any, custom: Sequence[CustomFieldRow], answers: Mapping[int, Answer]) -> Any:
    """`draft` with an attribute more for each custom field, named by `answer_key`; its class is made for them."""
    if not custom:
        return draft
    base: Any = type(draft)
    made = _draft_class(base, tuple(answer_key(one.id) for one in custom))
    values = {one.name: getattr(draft, one.name) for one in fields(draft)}
    return made(**values, **{answer_key(one.id): in_form(answers.get(one.id)) for one in custom})


@lru_cache(maxsize=64)
def _draft_class(base: Any, keys: tuple[str, ...]) -> Any:
    return make_dataclass(f"{base.__name__}Of{len(keys)}", [(key, object, None) for key in keys], bases=(base,),
                          frozen=True, slots=True)  # fmt: skip


def answer_words(answer: Answer | None) -> str:
    """An answer as a list shows it, in one line; "" for none."""
    value = in_form(answer)
    match value:
        case None:
            words = ""
        case bool():
            words = tr("Yes") if value else tr("No")
        case tuple():
            words = in_one_line(value)
        case Pick():
            words = value.text
        case KeyDay():
            words = show_key_day(value)
        case Decimal():
            words = show_number(value)
        case date():
            words = value.isoformat()
        case _:
            words = " ".join(str(value).split())
    return words


def told(field: CustomFieldRow, answer: Answer | None) -> str:
    """`answer_words` with money and phone numbers as they are written."""
    if field.kind is CustomKind.MONEY and isinstance(answer, Decimal):
        return money(answer)
    return show_phone(answer) if field.kind is CustomKind.PHONE and isinstance(answer, str) else answer_words(answer)
