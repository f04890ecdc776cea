"""Why two customers may be one, and why a column was taken for a field: the reasons of rules, worded once."""

from __future__ import annotations

from collections.abc import Mapping

from desktop.words import N_

# Why a customer may already be there: {code of likeness.Reason: English}, the fact is value.
LIKENESS: Mapping[str, str] = {
    "same_credit_code": N_("Same unified credit code {value}"),
    "same_phone": N_("Same number {value}"),
    "same_phone_tail": N_("Same number {value}, one of them without area code"),
    "same_address": N_("Same e-mail or account {value}"),
    "same_name": N_("Same name: {value}"),
    "same_name_elsewhere": N_("Same name, another region: {value}"),
    "same_person_name": N_("Same personal name {value}"),
    "same_birthday": N_("Same birthday {value}"),
    "same_employer": N_("Same employer {value}"),
    "former_name": N_("Former name {value}"),
    "short_name": N_("Short name {value}"),
    "name_contained": N_("One name contains the other: {value}"),
    "similar_name": N_("Similar name: {value}"),
}

# Why a column was taken for a field, or for none: {ColumnMatch.why: English}.
COLUMN_REASONS: Mapping[str, str] = {
    "header": N_("by its header"),
    "header_part": N_("by part of its header"),
    "content": N_("by what its cells hold"),
    "asked": N_("as you said"),
    "not_asked": N_("not in the mapping file"),
    "taken": N_("another column was taken for this"),
    "content_differs": N_("its cells do not hold what its header says"),
    "unknown": N_("not known"),
    "empty": N_("empty"),
}
