"""A card as the forms of its parts show it, and the way back into the file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from db.queries.card import CUSTOMER_FIELDS, Card, CustomerDraft, KeyDateDraft, customer_draft
from desktop.rules.credit_code import normal_code
from desktop.rules.divisions import NOWHERE, Region
from desktop.rules.errors import RuleBroken
from desktop.services.customers import save_customer, save_key_dates, save_reaches
from desktop.services.unclear import save_customer_id_number
from desktop.ui.kit.fields import Entry
from desktop.ui.screens.customers.readings import reach_drafts, reach_entries
from desktop.ui.screens.customers.tab import Seen

REGION_COLUMNS = ("province", "city", "district")
_BESIDE = ("reaches", "key_dates", "region", "id_number")


@dataclass(frozen=True, slots=True)
class PartDraft(CustomerDraft):
    """The columns of a customer, and beside them what the forms show in another shape."""

    reaches: tuple[Entry, ...] = ()
    key_dates: tuple[KeyDateDraft, ...] = ()
    region: Region = NOWHERE
    id_number: str | None = None


def part_draft(card: Card) -> PartDraft:
    """What the forms of a card show."""
    columns = {name: getattr(card.customer, name) for name in CUSTOMER_FIELDS}
    return PartDraft(
        **columns,
        reaches=reach_entries(card.reaches),
        key_dates=tuple(_own(card)),
        region=Region(*(columns[name] or "" for name in REGION_COLUMNS)),
        id_number=card.id_numbers.get(None),
    )


def _own(card: Card) -> list[KeyDateDraft]:
    """The key dates of the customer itself; those of a contact stand with the contact, a custom field's with it."""
    return [one for one in card.key_dates if one.contact_id is None and one.field_id is None]


def save_part(session: Any, seen: Seen, changed: Mapping[str, Any]) -> None:
    """Only what was changed in this part is written over what the file says now."""
    columns = {key: value for key, value in changed.items() if key not in _BESIDE}
    if "intent" in columns and "expects_on" not in columns:  # told by hand now: the day would speak louder
        columns["expects_on"] = None
    if "region" in changed:
        columns |= {name: value or None for name, value in zip(REGION_COLUMNS, changed["region"].levels, strict=True)}
    if "id_number" in changed:
        save_customer_id_number(session, seen.id, changed["id_number"])
    if "key_dates" in changed:
        others = [one for one in seen.card.key_dates if one.contact_id is not None]
        save_key_dates(session, seen.id, [*others, *changed["key_dates"]])
    if "reaches" in changed:
        save_reaches(session, seen.id, None, reach_drafts(changed["reaches"], seen.card.reaches))
    if columns.get("credit_code"):
        columns["credit_code"] = normal_code(columns["credit_code"])
    now = customer_draft(session, seen.id)
    if now is None:
        raise RuleBroken("gone")
    save_customer(session, replace(now, **columns))
