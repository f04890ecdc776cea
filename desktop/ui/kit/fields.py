"""The rows of a form as data, and how typed text becomes a value and back."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any, Literal

from desktop import sentences
from desktop.rules.texts import text_fault
from desktop.ui.words import current, tr

Kind = Literal[
    "text", "lines", "choice", "yes_no", "int", "date", "money", "entries", "parsed", "choices", "named", "made",
    "suggested", "masked",
]  # fmt: skip


class NotUnderstood(ValueError):
    """What was typed cannot be read; the argument is the sentence for the user."""


@dataclass(frozen=True, slots=True)
class Option:
    """One answer of a choice: the value that is kept and its text, English marked with N_ (or a name from the file)."""

    value: object
    text: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a list of numbers: `id` is the caller's own (None for a new line) and comes back untouched."""

    kind: object
    value: str
    label: str = ""
    id: int | None = None


@dataclass(frozen=True, slots=True)
class Pick:
    """One thing of a list by its id and name, or (`id` None) a name that is on no list."""

    id: int | None
    text: str


@dataclass(frozen=True, slots=True)
class Suggest:
    """How a field of kind `suggested` is typed: what is offered for some keys, and how a text is read and shown."""

    offer: Callable[[str], Sequence[object]]  # values, the likeliest first; asked at each key
    read: Callable[[str], object]
    show: Callable[[object], str]


@dataclass(frozen=True, slots=True)
class Remark:
    """Something said quietly under a field, with up to one thing it offers to do."""

    sentence: str
    look: Literal["warn", "muted", "good"] = "warn"
    offer: str = ""
    do: Callable[[], object] | None = None


Options = Sequence[Option] | Callable[[], Sequence[Option]]


@dataclass(frozen=True, slots=True)
class FormField:
    """One row of a form. `key` is the attribute of the draft; `title`, `unit` and `help` are English marked with N_.

    `choice` needs `options`; `entries` may have them for the kinds of its lines. `blank` is what an empty text means.
    `choices` are several options as a tuple of their values; `named` is a Pick of its options or a name typed freely;
    `parsed` is a line that `read` turns into a value (NotUnderstood where it is none) and `show` back into text.
    `made` is what a screen builds itself: `make` gives its Editor, `told` what is read, line by line as (text, note).
    """

    key: str
    title: str
    kind: Kind = "text"
    options: Options = ()
    span: Literal[1, 2] = 1
    help: str = ""
    required: bool = False
    limit: int = 0  # characters as people count them; 0 for none
    unit: str = ""
    lines: int = 3
    least: int | None = None
    most: int | None = None
    blank: Any = ""
    copy: bool = False  # a copy button beside the value when read
    make: Callable[[FormField, Reading], Any] | None = None
    told: Callable[[object, Reading], Sequence[tuple[str, str]]] | None = None
    suggest: Suggest | None = None
    mask: Callable[[str], str] | None = None  # of a `masked` text: what may be read over one's shoulder
    read_only: bool = False  # computed: shown as text while the others are edited
    read: Callable[[str], Any] = str
    show: Callable[[Any], str] | None = None
    add: Callable[[], Option | None] | None = None  # of a choice: makes a new option, by a button behind the field
    add_tip: str = ""  # what that button says

    def choices(self) -> Sequence[Option]:
        """The options, asked for now where they come from a function."""
        return self.options() if callable(self.options) else self.options


def _iso(text: str) -> date:
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        raise NotUnderstood(tr("“{text}” is not a date: type it like 2026-03-05", text=text)) from None


def plain(text: str) -> str:
    """Full-width digits, letters and signs in their ordinary form, blanks around cut off."""
    return unicodedata.normalize("NFKC", text).strip()


def storable(text: str, limit: int = 0) -> str:
    """`text`, if the file can keep it whole; NotUnderstood says why not. `limit` 0 is none."""
    fault = text_fault(text)
    if fault is not None:
        raise NotUnderstood(sentences.rule(current(), fault.code, fault.facts))
    if limit and len(text) > limit:
        raise NotUnderstood(tr("Too long: {length} characters, at most {longest}.", length=len(text), longest=limit))
    return text


def refusal(pasted: int) -> str:
    """What is said of a text that an editor does not take."""
    return tr(
        "{count} characters are too many for this field: nothing was pasted. Attach them as a file.",
        count=f"{pasted:,}",
    )


# 13 digits before the point: the file keeps hundredths in 63 bits.
_MONEY = re.compile(r"(-?)¥?(-?)([0-9]{1,13})?(?:\.([0-9]*))?元?")


def read_money(text: str) -> Decimal:
    """Yuan with at most two decimals from "￥1,234.5"; NotUnderstood otherwise."""
    found = _MONEY.fullmatch(plain(text).replace("−", "-").replace(",", "").replace(" ", ""))
    if not found or not (found[3] or found[4]) or (found[1] and found[2]):
        raise NotUnderstood(tr("“{text}” is not an amount: type it like 1234.50", text=text))
    decimals = (found[4] or "").rstrip("0")
    if len(decimals) > 2:
        raise NotUnderstood(tr("An amount has at most two decimals"))
    return Decimal(f"{found[1] or found[2]}{found[3] or 0}.{decimals:0<2}")


def show_money(amount: Decimal) -> str:
    """ "￥1,234.50"; a negative amount has its sign in front."""
    return f"{'-' if amount < 0 else ''}￥{abs(amount):,.2f}"


@dataclass(frozen=True, slots=True)
class Reading:
    """How this program reads and shows what is typed. The reading functions raise NotUnderstood with a sentence."""

    read_date: Callable[[str], date] = _iso
    show_date: Callable[[date], str] = field(default=date.isoformat)
    today: Callable[[], date] = field(default=date.today)
    read_money: Callable[[str], Decimal] = read_money
    show_money: Callable[[Decimal], str] = show_money
    show_entry: Callable[[Entry], str] = lambda entry: entry.value
    copy_entry: Callable[[Entry], str] = lambda entry: entry.value  # what the copy button of an entry takes
    veil: Callable[[str], str] = lambda text: text  # what may be read of a text
    hidden: Callable[[], bool] = lambda: False  # whether a masked value may not be shown on demand either
    may_copy: Callable[[], bool] = lambda: True  # whether a masked value may be copied whole

    def told(self, what: FormField, value: object) -> str:  # noqa: PLR0911 - a line per kind
        """A value as it is read, "" for nothing."""
        if value is None or value == "":
            return ""
        if what.show is not None:
            shown = what.show(value)
            return self.veil(shown) if isinstance(value, str) else shown
        if isinstance(value, Pick):
            return value.text
        if isinstance(value, tuple):
            return in_one_line(option_text(what.choices(), one) for one in value)
        if what.suggest is not None:
            return what.suggest.show(value)
        if what.kind == "choice":
            return option_text(what.choices(), value)
        if what.kind == "yes_no":
            return tr("Yes") if value else tr("No")
        if what.kind == "date" and isinstance(value, date):
            return self.show_date(value)
        if what.kind == "money" and isinstance(value, Decimal):
            return self.show_money(value)
        text = f"{value:,}" if isinstance(value, int) else str(value)
        if isinstance(value, str) and not what.copy:
            text = self.veil(text)
        return f"{text} {current().text(what.unit)}" if what.unit else text


def in_one_line(texts: Iterable[str]) -> str:
    """Texts as the language lists them."""
    return ("、" if current().language.startswith("zh") else ", ").join(texts)


def option_text(options: Sequence[Option], value: object) -> str:
    """The text of a value; the value itself where no option has it, so that nothing vanishes from the screen."""
    for option in options:
        if option.value == value:
            return current().text(option.text)
    return str(value)
