"""The field of key dates, for the forms of customers and of contacts."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.ui.kit.fields import FormField, Reading
from desktop.words import N_


def _editor(what: FormField, reading: Reading) -> object:
    from desktop.ui.screens.customers.key_day_editor import KeyDayEditor

    return KeyDayEditor(what, reading)


def _told(value: object, reading: Reading) -> Sequence[tuple[str, str]]:
    from desktop.ui.screens.customers.key_day_lines import told

    return told(value, reading)


KEY_DATES = FormField(
    "key_dates",
    N_("Key dates"),
    "made",
    span=2,
    help=N_(
        "3-5, 1980-3-5, 农历八月十五: the year may be left out. A day of a leap month is kept in the ordinary month in "
        "years without that leap month, a lunar 30th on the 29th of a short month, 29 February on the 28th."
    ),
    make=_editor,
    told=_told,
)
