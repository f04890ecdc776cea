"""What the fields of the calendar's and the desk's records are called, for the window and for paper."""

from __future__ import annotations

from collections.abc import Mapping

from desktop.words import N_

# {table: {field: English title}}
CALENDAR_TITLES: Mapping[str, Mapping[str, str]] = {
    "follow_up_person": {"follow_up_id": N_("Follow-up")},
    "follow_up_move": {
        "follow_up_id": N_("Follow-up"),
        "moved_on": N_("Moved on"),
        "from_on": N_("From"),
        "to_on": N_("To"),
        "reason": N_("Reason"),
    },
    "follow_up_comment": {
        "follow_up_id": N_("Follow-up"),
        "at": N_("Written at"),
        "text": N_("Text"),
        "must_answer": N_("Must be answered"),
        "answers_id": N_("Answers"),
    },
    "callback": {"follow_up_id": N_("Follow-up"), "asked_on": N_("Asked on"), "verdict": N_("Finding")},
    "follow_up_series": {
        "kind": N_("Way"),
        "purpose": N_("Purpose"),
        "place": N_("Where"),
        "at": N_("Time"),
        "minutes": N_("Duration"),
        "remind_minutes": N_("Remind before"),
        "calendar": N_("Kind of calendar"),
        "rule": N_("How often"),
        "starts_on": N_("First day"),
        "shift": N_("On days off"),
        "made_until": N_("Laid out until"),
        "ended_on": N_("Ended on"),
        "uid": N_("Name in another calendar"),
    },
    "follow_up_sequence": {
        "key": N_("Sign"),
        "name": N_("Name"),
        "trigger": N_("Started by"),
        "automatic": N_("Starts by itself"),
        "automatic_since": N_("By itself since"),
        "active": N_("In use"),
        "content": N_("Steps"),
    },
    "sequence_run": {
        "sequence_id": N_("Follow-up sequence"),
        "anchor_on": N_("Anchor date"),
        "begun_on": N_("Begun on"),
        "state": N_("State"),
        "contract_id": N_("Contract"),
        "key_date_id": N_("Key date"),
    },
    "contract": {
        "number": N_("Contract number"),
        "title": N_("Contract"),
        "signed_on": N_("Signed on"),
        "starts_on": N_("Begins on"),
        "ends_on": N_("Ends on"),
        "closed_on": N_("Closed on"),
        "amount": N_("Amount"),
    },
    "card_check": {
        "week_on": N_("Week from"),
        "drawn_on": N_("Drawn on"),
        "checker_id": N_("Checked by"),
        "checked_on": N_("Checked on"),
        "passed": N_("In order"),
        "remark": N_("Remark"),
    },
    "loan": {"lent_on": N_("Taken out on"), "due_on": N_("Back by"), "returned_on": N_("Returned on")},
    "cadence_exception": {
        "ideal": N_("Ideal days"),
        "maximum": N_("Maximum days"),
        "reason": N_("Reason"),
        "made_on": N_("Made on"),
        "until": N_("Until"),
        "lifted_on": N_("Lifted on"),
    },
    "recall_exemption": {
        "reason": N_("Reason"),
        "made_on": N_("Made on"),
        "until": N_("Until"),
        "lifted_on": N_("Lifted on"),
    },
}
