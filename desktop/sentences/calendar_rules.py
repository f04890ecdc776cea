"""What is said of rules of recurrence and of calendars of other programs."""

from __future__ import annotations

from desktop.words import N_

CALENDAR_RULES: dict[str, str] = {
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
    # Calendars of other programs
    "ics_not_calendar": N_("This is no calendar (.ics), or one that is damaged beyond reading."),
    "ics_not_text": N_("This is no calendar (.ics): it holds signs of no known writing."),
    "ics_too_large": N_("The calendar is too large: at most {limit} MB can be read. Export a shorter span of time."),
    "ics_too_many": N_("The calendar has too many events: at most {limit} can be read. Export a shorter span of time."),
    "ics_no_events": N_("There are no events in this calendar."),
    "ics_journal": N_("A journal note; it plans nothing."),
    "ics_not_an_event": N_("Not an event ({kind})."),
    "ics_cut_off": N_("Cut off: its end is missing in the file."),
    "ics_todo_done": N_("A task that is done already."),
    "ics_no_start": N_("It does not say when it begins."),
    "ics_bad_date": N_("{part} is no day or time: “{text}”."),
    "ics_zone_unknown": N_("Its time zone “{zone}” is known neither to this computer nor to the file."),
    "ics_end_first": N_("Ends before it begins."),
    "ics_rules_many": N_("It has several rules of recurrence, which is no longer allowed."),
    "ics_exrule": N_("It has a rule of exceptions (EXRULE), which is no longer allowed."),
    "ics_this_and_future": N_("It changes a series from an occurrence on; change the series by hand."),
    "ics_twice": N_("The file has another event of the same name (UID); the last one counts."),
    "ics_same": N_("Nothing changed."),
    "ics_changes": N_("Changes: {fields}"),
    "ics_cancels": N_("Cancelled in that calendar: the plan is cancelled here."),
    "ics_ends": N_("Over or cancelled in that calendar: the series is stopped here."),
    "ics_other_shape": N_("It recurs there and not here, or the other way round; change it by hand."),
    "ics_done": N_("Done already; what was done is not changed."),
    "ics_cancelled_here": N_("Cancelled here; it stays cancelled."),
    "ics_cancelled_there": N_("Cancelled in that calendar."),
    "ics_series_ended": N_("The series was stopped here; it stays stopped."),
    "ics_over": N_("It is over."),
    "ics_key_date": N_("A key date; it is kept on the card."),
    "ics_which_customer": N_("Which customer?"),
    "ics_several": N_("Several customers are called “{text}”. Which one?"),
    "ics_by_name": N_("Known by the name “{text}”."),
    "ics_by_phone": N_("Known by the phone number {text}."),
    "ics_by_mail": N_("Known by the mail address {text}."),
    "ics_by_hand": N_("The customer was chosen by hand."),
    "ics_left_out": N_("It was left out by hand."),
    "ics_with_series": N_("One occurrence of the series above."),
    "ics_no_such_occurrence": N_("The series has no such occurrence here."),
    "no_such_rep": N_("There is no one called “{name}” in this file. There are: {names}."),
}
