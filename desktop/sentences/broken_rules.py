"""What is said of broken rules, by their codes."""

from __future__ import annotations

from desktop.words import N_

RULES: dict[str, str] = {
    "name_missing": N_("Please give a name."),
    "view_name_missing": N_("Please give the view a name."),
    "view_name_taken": N_("There is a view “{name}” already."),
    "value_missing": N_("Please say what it should become."),
    "number_taken": N_("The number {number} is taken."),
    "out_of_range": N_("Must be between {low} and {high}."),
    "times_not_growing": N_("Must be more than {least}, the limit before it."),
    "too_many_decimals": N_("At most {most} digits behind the point."),
    "below_zero": N_("Must not be below zero."),
    "too_long": N_("Too long: {length} characters, at most {longest}."),
    "person_there": N_("{name} is a contact of that customer already."),
    "merge_too_few": N_("To merge, choose two or more different customers."),
    "gone": N_("This record was deleted in the meantime."),
    "date_missing": N_("Please give a day."),
    "result_missing": N_("Please write what came of it, or mark it as not effective."),
    "next_before_done": N_("The next step lies before the day of this follow-up."),
    "bad_day": N_("There is no day {day} in month {month}."),
    "why_missing": N_("Please write the reason."),
    "nothing_chosen": N_("Nothing is chosen."),
    "in_the_past": N_("That day is over."),
    "cost_negative": N_("Costs cannot be below zero."),
    "until_before_start": N_("Ends before it begins."),
    "lasts_too_long": N_("A follow-up lasts {days} days at most; plan the rest as another one."),
    "not_planned": N_("This follow-up is not planned any more: it was done or cancelled meanwhile."),
    "promise_missing": N_("Please write what was promised."),
    "due_before_made": N_("Due before it was promised."),
    "settled_before_made": N_("Settled before it was promised."),
    "subject_missing": N_("Please write in a few words what it is about."),
    "in_the_future": N_("That lies in the future."),
    "before_opening": N_("That lies before the case was opened."),
    "survey_empty": N_("Please give the satisfaction or how likely they would recommend us."),
    "care_missing": N_("Please write what was given or done."),
    "event_missing": N_("Please write what happened."),
    "competitor_taken": N_("There is a competitor {name} already."),
    "competitor_missing": N_("Please name the competitor."),
    "closes_before_opens": N_("The office must close after it opens."),
    "half_a_lunch": N_("A lunch break has a beginning and an end; leave both empty for none."),
    "lunch_outside": N_("The lunch break must lie within the office hours, its end after its beginning."),
    "solved_before_answered": N_("The solution cannot be due before the first answer."),
    "cells_missing": N_("Every cell needs a class, and all rows the same number of cells."),
    "choice_gone": N_("There is no choice “{choice}” in this field any more."),
    "choices_missing": N_("Say how many points each choice is worth."),
    "classes_missing": N_("A scheme needs at least two classes."),
    "criteria_missing": N_("A scheme of this kind needs at least {least} criteria."),
    "criteria_too_many": N_("A scheme of this kind has at most {most} criteria."),
    "four_thresholds": N_("Four thresholds part five scores."),
    "limit_missing": N_("Say where class {tier} ends."),
    "limit_out_of_range": N_("The limit of class {tier} must be more than 0 and at most {most}."),
    "limits_overlap": N_("The limit of class {tier} overlaps that of the class before it."),
    "metric_gone": N_("A criterion asks for a field that was removed ({metric}). Edit the scheme before rating by it."),
    "metric_not_money": N_("Shares can only be taken of amounts of money."),
    "neutral_in_grid": N_("A grid has no middle place: say that nothing known is the first place, or cannot be rated."),
    "points_beyond_cells": N_("Places of a grid are whole numbers from 0 to {most}."),
    "points_out_of_range": N_("Points go from 0 to 100."),
    "quantiles_in_grid": N_("A grid takes its places by fixed values, not by equal parts."),
    "scores_out_of_range": N_("Segment {name}: scores go from 1 to 5, the lower one first."),
    "scores_without_segment": N_("{count} combinations of scores are in no segment, {scores} for one."),
    "steps_missing": N_("Say from which value on how many points are given."),
    "steps_not_rising": N_("The steps must rise."),
    "steps_overlap": N_("Two steps begin at {value}."),
    "thresholds_overlap": N_("Thresholds overlap: each must be better than the one before it."),
    "weights_not_100": N_("The weights come to {total} %, not 100 %."),
    "name_taken": N_("There is a scheme “{name}” already."),
    "no_such_scheme": N_("There is no tier scheme {scheme}."),
    "nobody_to_rate": N_("There are no customers to rate."),
    "plan_under_way": N_("A promotion plan for this customer is under way already."),
    "reason_missing": N_("Please give the reason; it stands on the rating sheet."),
    "scheme_changed": N_("The scheme {name} was changed since this proposal was made. Please rate again."),
    "scheme_leads": N_("{name} gives the value tiers. Let another scheme do that first."),
    "scheme_used": N_("A round was published by {name}. It can be put aside, but not removed."),
    "plan_settled": N_("This plan is settled already; open it again first."),
    "step_after_end": N_("A step lies after the end of the plan."),
    "target_not_better": N_("{tier} is no better than the class the customer is in."),
    "until_passed": N_("That day has passed."),
    "undo_conflict": N_("{count} pieces have been changed since and cannot be taken back."),
    "never_undone": N_("This cannot be undone: the values are no longer in the file."),
    "ends_before_start": N_("The end of keeping lies before the day the person was told."),
    "keep_in_the_past": N_("Give a day to come: until when is it kept?"),
    "erase_no_person": N_("A company is no person. Erase its contacts instead."),
    "erased_person": N_("This person asked to be erased ({on})."),
    "erased_person.counted": N_("The person asked to be erased."),
    "already_undone": N_("This has been undone already."),
    "attachment_empty": N_("{name} is empty."),
    "attachment_too_large": N_("{name} is larger than {limit} MB."),
    "attachment_runnable": N_("{name} is a program and is not kept on a card."),
    "no_tiers": N_("An office needs at least one value tier."),
    "tier_without_code": N_("Give the tier a short sign, such as A."),
    "tier_twice": N_("There are two tiers “{tier}”. Each needs a sign of its own."),
    "tier_in_use": N_("{count} customers are in tier “{tier}”. Put them into another one first."),
    "no_such_tier": N_("There is no value tier “{tier}” any more. Choose another one."),
    "ideal_over_maximum": N_("The ideal of {ideal} days is more than the most of {maximum}."),
    "visits_by_nobody": N_(
        "Nobody visits them, yet {visits} visits a year are asked for. Say who visits, or ask for 0."
    ),
    # Custom fields
    "title_missing": N_("Please give the field a title."),
    "title_taken": N_("There is a field “{title}” already."),
    "options_missing": N_("Please write down what can be chosen, one a line."),
    "option_twice": N_("“{option}” is there twice."),
    "kind_fixed": N_("{count} customers have an answer of this kind, and it cannot be turned into another."),
    "kind_loses": N_("The answer “{value}” of {name} would be lost."),
    "not_unique_yet": N_("Several customers share the answer “{value}”. Make them differ first."),
    "not_unique": N_("“{value}” is the answer of {name} already, and no two may have the same."),
    "not_unique.counted": N_("Another customer has the same answer, and no two may have it."),
    "answer_missing": N_("“{title}” must be filled in."),
    "too_precise": N_("At most {places} decimals."),
    "control_sign": N_("There is an invisible control character or a line break in it."),
    # Cells of a sheet
    "relation_missing": N_("To whom? Find a customer or contact, or write a name."),
    "relation_itself": N_("Nobody has a relation to himself: {name}."),
    "relation_known": N_("This relation to {name} is noted already."),
    "relation_gone": N_("{name} is not in the file any more. Find somebody else, or keep the name alone."),
    "bad_date": N_("“{text}” is not a date that can be read."),
    "bad_date.no_such_day": N_("There is no such day: “{text}”."),
    "bad_date.ambiguous": N_("“{text}” could be more than one day. Write the year first: 2026-03-05."),
    "bad_date.year_needed": N_("“{text}”: to be kept by both calendars a day needs its solar date with the year."),
    "bad_date.differ": N_("“{text}”: the lunar day is not that of the solar date."),
    "bad_date.no_year": N_("“{text}” has no year."),
    "bad_email": N_("“{text}” is not an e-mail address."),
    "bad_money": N_("“{text}” is not an amount of money."),
    "bad_number": N_("“{text}” is not a number."),
    "bad_time": N_("“{text}” is not a time of day."),
    "bad_whole_number": N_("“{text}” is not a whole number."),
    "credit_code_check": N_("The unified credit code is mistyped: its last character does not fit the others."),
    "credit_code_length": N_("A unified credit code has 18 characters; this one has {length}."),
    "id_number_length": N_("An ID number has 18 characters, or 15 on old papers; this one has {length}."),
    "id_number_sign": N_("An ID number is made of digits; only the last may be an X."),
    "id_number_day": N_("The ID number is mistyped: there is no day {text}."),
    "id_number_future": N_("The ID number is mistyped: {text} cannot be a birthday."),
    "id_number_check": N_("The ID number is mistyped: its last character does not fit the others."),
    "text_nul": N_("The text has a sign in it that no file can keep (NUL, sign {place}). Take it out, or retype it."),
    "text_broken": N_("The text has half of a sign in it (sign {place}), torn in copying. Take it out, or retype it."),
    "credit_code_sign": N_("“{sign}” never occurs in a unified credit code."),
    "digits_lost": N_(
        "“{text}” has lost its last digits: it was typed as a number. Format the column as text and retype."
    ),
    "discount_unclear": N_("It is not clear how much the discount “{text}” takes off. Write 0.15, 15% or 8.5折."),
    "foreign_currency": N_("“{text}” is in a foreign currency. Amounts are kept in yuan."),
    "line_without_amount": N_("There is neither an amount nor a unit price."),
    "money_too_large": N_("The amount “{text}” is too large."),
    "not_yes_or_no": N_("“{text}” is neither yes nor no."),
    "unknown_choice": N_("“{text}” is not one of the words used here."),
    # Rows of a sheet: why they were not imported
    "known_order": N_("Order {number} is in the file already."),
    "known_order.counted": N_("The order is in the file already."),
    "known_order_differs": N_(
        "Order {number} is in the file already, with {kept}; the sheet says {sheet}. The file was left as it is."
    ),
    "no_amount": N_("There is no amount."),
    "no_customer": N_("The row does not say whose it is."),
    "no_date": N_("There is no date."),
    "no_name": N_("The row has no name."),
    "nothing_new": N_("Everything in it is in the file already."),
    "several_customers": N_("{count} customers fit. Give the customer number to say which one is meant."),
    "several_customers.counted": N_("More than one customer fits. Give the customer number to say which one is meant."),
    "sum_row": N_("A sum, not a record."),
    "unknown_customer": N_("There is no customer “{who}” in the file. Import the customers first."),
    "unknown_customer.counted": N_("The customer is not in the file. Import the customers first."),
    "unknown_order": N_("There is no order {number} of this customer in the file."),
    "where": N_("Left out by the conditions."),
    # Rows of a sheet: what should be known of them
    "looks_like": N_("Looks like {name}, who is in the file already: {value}."),
    "looks_like.counted": N_("Looks like a customer who is in the file already."),
    "figures_disagree": N_("Quantity and price do not make this amount; the amount was taken."),
    "kept": N_("The card keeps {kept}; the sheet says {sheet}."),
    "kept.counted": N_("The card keeps what it said; the sheet says something else."),
    "order_number_shared": N_("{count} customers have an order {number}: each keeps an order of its own."),
    "order_number_shared.counted": N_("Several customers share an order number: each keeps an order of its own."),
    "shortened": N_("Shortened to {longest} characters from {length}."),
    "shortened.counted": N_("Shortened to what a field holds."),
    "tag_too_long": N_("Longer than the {longest} characters of a tag: put in the note."),
    "unknown_rep": N_("Nobody in the office is called {name}: put in the note."),
    "unknown_rep.counted": N_("The rep is nobody of this office: put in the note."),
    # A sheet as a whole
    "bad_condition": N_("“{text}” is not a condition. Examples: Amount > 0, Customer ID is set, not Invoice starts C."),
    "missing_amount": N_("No column has amounts or unit prices."),
    "missing_content": N_("No column says what was done."),
    "missing_customer": N_("No column says which customer a row belongs to: name, number, phone or credit code."),
    "missing_date": N_("No column has dates."),
    "missing_name": N_("No column has names. Say which column is the name."),
    "no_such_customer": N_("There is no customer with the number {number}."),
    "no_such_header_row": N_("There is no row {row} in the sheet."),
    "no_table": N_("There are no rows of data in the sheet."),
    "not_an_order_list": N_("This is not a list of orders: customer, date and amount are needed in every row."),
    "nothing_to_print": N_("Nothing to print."),
    "profile_bad_value": N_("In the mapping file “{key}” cannot be “{value}”."),
    "profile_field_not_of_kind": N_("The field “{key}” in the mapping file does not belong to this kind of import."),
    "profile_match": N_("The mapping file matches by “{key}”, which has no column or cannot tell records apart."),
    "profile_not_found": N_("The mapping file {path} is not there or cannot be opened."),
    "profile_no_text": N_("The mapping file {path} is not text in UTF-8."),
    "profile_unknown_field": N_("In the mapping file there is no field “{key}” to import into."),
    "profile_unknown_key": N_("The mapping file has an unknown key “{key}”."),
    "profile_unreadable": N_("The mapping file cannot be read: {detail}"),
    "unknown_column": N_("There is no column “{column}” in the sheet."),
    "unknown_kind": N_(
        "Nothing in the sheet tells what its rows are. Say whether they are customers, contacts, orders, payments or "
        "follow-ups."
    ),
    # A foreign file that cannot be read
    "bad_delimiter": N_(
        "“{delimiter}” cannot separate columns. Choose a comma, semicolon, tab, space or another single character."
    ),
    "cell_too_long": N_(
        "Row {row} of {file} has a cell of more than {limit} characters. Usually a quotation mark before it "
        "is never closed; correct it and try again."
    ),
    "damaged": N_(
        "{file} is damaged and cannot be read whole. Open it in Excel or WPS, save it again as .xlsx, and "
        "try that file."
    ),
    "empty": N_("There is nothing in {file}."),
    "no_access": N_(
        "{file} cannot be opened. Close it in Excel or WPS if it is open there, or ask for the right to read it."
    ),
    "no_such_sheet": N_("{file} has no sheet “{sheet}”. It has: {sheets}."),
    "not_a_file": N_("{file} is not a file that can be read. Choose a spreadsheet or a text file."),
    "not_a_table": N_("This is not a list: its rows have different shapes, or there is no table in it."),
    "not_found": N_("{file} is not there. It may have been moved or renamed."),
    "open_quote": N_("Row {row} of {file} opens a quotation mark that is never closed. Correct it and try again."),
    "password_protected": N_(
        "{file} is protected by a password. Open it in Excel or WPS, save a copy without the password, and "
        "try that file."
    ),
    "reader_died": N_(
        "{file} could not be read: it made the reader stop. Nothing was imported. Save it again as .xlsx or "
        ".csv and try that file."
    ),
    "timeout": N_("Reading {file} took more than {limit} seconds and was stopped. Divide it into smaller files."),
    "too_large": N_("{file} is too large: {size} MB, at most {limit} MB can be read."),
    "too_many_cells": N_(
        "{file} has too many cells: at most {limit} can be read, empty ones between the first and the last "
        "included. Remove empty columns and rows, or divide the file."
    ),
    "too_many_columns": N_(
        "{file} has too many columns: at most {limit} can be read. Look for something written far to the right."
    ),
    "too_many_rows": N_(
        "{file} has too many rows: at most {limit} can be read. Look for something written far below, or "
        "divide the file."
    ),
    "too_much_memory": N_(
        "Reading {file} needs more than {limit} MB of memory and was stopped. Divide it into smaller files."
    ),
    "unknown_encoding": N_("“{encoding}” is not a text encoding this program knows."),
    "unknown_format": N_(
        "{file} is not a spreadsheet, text or web page that can be read. Save it as .xlsx or .csv and try that file."
    ),
    "unpacked_too_large": N_("{file} holds too much: unpacked it is more than {limit} MB."),
    "unsafe": N_("{file} holds instructions that no honest spreadsheet has, and was not read."),
    "zip_bomb": N_(
        "{file} is packed in a way that could overwhelm this computer, and was not read. It is damaged or "
        "made to do harm."
    ),
    # The sheet of the day, keyed back
    "not_on_sheet": N_("“{text}” is no number of this sheet and no customer number."),
    "settled_meanwhile": N_("This follow-up was settled meanwhile: it is planned no more. Nothing was changed."),
    "sheet_code_unknown": N_("The code {text} stands for something that is not in this file."),
    "sheet_code_unreadable": N_("“{text}” is not a code of a follow-up sheet. Scan it again, or type the number."),
    # The supervisor's desk
    "comment_missing": N_("Please write what you want to say."),
    "ends_before_begins": N_("The period ends before it begins."),
    "period_too_long": N_("At most {days} days at a time."),
    "note_missing": N_("Please write what is different."),
    "not_done": N_("This has not taken place yet: there is nothing to verify."),
    "nothing_to_draw": N_("No card can be drawn: no active rep has customers."),
    "remark_missing": N_("Please write what has to be put right on this card."),
    "nothing_chosen": N_("Please choose at least one customer."),
    "rep_missing": N_("Please say who takes the cards."),
    "due_before_lent": N_("Due before the cards are taken out."),
    "card_not_out": N_("No card “{text}” is out: neither a number, a name nor a code fits."),
    # Holidays from a file
    "holidays_too_large": N_("This file has {size} KB; a table of holidays has at most {limit} KB."),
    "holidays_unreadable": N_("This is no table of holidays: neither the JSON of holiday-cn nor a calendar (ICS)."),
    "holidays_year": N_("A day of this file is in the year {year}; only {low} to {high} are taken."),
    "holidays_twice": N_("This file says both off and worked of {day}."),
    "holidays_none": N_("Nothing in this file says of a day that it is off or worked."),
    # Rules of recurrence
    "rule_too_long": N_("The rule of recurrence is too long: at most {longest} characters."),
    "rule_unreadable": N_("The rule of recurrence cannot be read: “{text}”."),
    "rule_part_unknown": N_("The rule of recurrence has a part nobody knows: {part}."),
    "rule_twice": N_("The rule of recurrence says {part} twice."),
    "rule_out_of_range": N_("{part} of the rule of recurrence must be between {low} and {high}, not {text}."),
    "rule_every_second": N_("A follow-up cannot recur every second."),
    "rule_count_and_until": N_("A rule of recurrence ends after a number of times or on a day, not both."),
    "rule_setpos_alone": N_("BYSETPOS of the rule of recurrence chooses among days that no other part names."),
    "rule_not_with": N_("{part} and {other} cannot stand together in a rule of recurrence."),
    "rule_within_day": N_("A series of follow-ups comes once a day at most; this rule comes more often."),
    "rule_not_lunar": N_(
        "By the moon a series comes monthly or yearly on days of the moon; this rule says something else."
    ),
}
