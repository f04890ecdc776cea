"""The sentence for every code by which the readers of cells and sheets refuse, explain or find a likeness."""

from __future__ import annotations

from collections.abc import Mapping

from desktop.words import N_

# {code of RuleBroken: English with its facts}. "bad_date.ambiguous" is for the fact why=ambiguous.
REFUSALS: Mapping[str, str] = {
    "digits_lost": N_(
        "“{text}” has lost its last digits: it was typed as a number. Format the column as text and retype."
    ),
    "bad_date": N_("“{text}” is not a date that can be read."),
    "bad_date.unreadable": N_("“{text}” is not a date that can be read."),
    "bad_date.no_such_day": N_("There is no such day: “{text}”."),
    "bad_date.ambiguous": N_("“{text}” could be more than one day. Write the year first: 2026-03-05."),
    "bad_date.no_year": N_("“{text}” has no year."),
    "bad_time": N_("“{text}” is not a time of day."),
    "bad_number": N_("“{text}” is not a number."),
    "bad_whole_number": N_("“{text}” is not a whole number."),
    "bad_money": N_("“{text}” is not an amount of money."),
    "foreign_currency": N_("“{text}” is in a foreign currency. Amounts are kept in yuan."),
    "money_too_large": N_("The amount “{text}” is too large."),
    "discount_unclear": N_("It is not clear how much the discount “{text}” takes off. Write 0.15, 15% or 8.5折."),
    "line_without_amount": N_("There is neither an amount nor a unit price."),
    "bad_email": N_("“{text}” is not an e-mail address."),
    "not_yes_or_no": N_("“{text}” is neither yes nor no."),
    "unknown_choice": N_("“{text}” is not one of the words used here."),
    "credit_code_length": N_("A unified credit code has 18 characters; this one has {length}."),
    "credit_code_sign": N_("“{sign}” never occurs in a unified credit code."),
    "credit_code_check": N_("The unified credit code is mistyped: its last character does not fit the others."),
    "no_table": N_("There are no rows of data in the sheet."),
    "not_a_table": N_("The sheet is not a list: its rows have different shapes and there is no header."),
    "missing_name": N_("No column has names. Say which column is the name."),
    "missing_customer": N_("No column says which customer a row belongs to."),
    "missing_date": N_("No column has dates."),
    "missing_amount": N_("No column has amounts or unit prices."),
    "not_an_order_list": N_("This is not a list of orders: customer, date and amount are needed in every row."),
    "unknown_column": N_("There is no column “{column}” in the sheet."),
    "bad_condition": N_("“{text}” is not a condition. Examples: Amount > 0, Customer ID is set, not Invoice starts C."),
    "profile_unreadable": N_("The mapping file cannot be read: {detail}"),
    "profile_unknown_key": N_("The mapping file has an unknown key “{key}”."),
    "profile_bad_value": N_("In the mapping file “{key}” cannot be “{value}”."),
    "profile_unknown_field": N_("In the mapping file there is no field “{key}” to import into."),
    "profile_field_not_of_kind": N_("The field “{key}” in the mapping file does not belong to this kind of import."),
}

# Why a customer may already be there: {code of likeness.Reason: English}, the fact is value.
LIKENESS: Mapping[str, str] = {
    "same_credit_code": N_("Same unified credit code {value}"),
    "same_phone": N_("Same number {value}"),
    "same_phone_tail": N_("Same number {value}, one of them without area code"),
    "same_address": N_("Same e-mail or account {value}"),
    "same_name": N_("Same name: {value}"),
    "same_name_elsewhere": N_("Same name, another region: {value}"),
    "same_person_name": N_("Same personal name {value}"),
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


def refusal_sentence(code: str, facts: Mapping[str, object]) -> str | None:
    """The English sentence for a RuleBroken of these readers, its {places} unfilled; None for a code of others."""
    return REFUSALS.get(f"{code}.{facts.get('why')}") or REFUSALS.get(code)
