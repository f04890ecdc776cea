"""The sections of the day, in the order in which one works them off."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.words import N_


@dataclass(frozen=True, slots=True)
class Section:
    """One section: `none` is what is said where nothing stands in it; `pressing` ones show their count in red."""

    key: str
    title: str
    icon: str
    none: str
    pressing: bool = False


SECTIONS = (
    Section("day", N_("Plan of the day"), "list", N_("Nothing is planned for today, and nothing is overdue.")),
    Section("overdue", N_("Overdue"), "alert-triangle", N_("Nothing is overdue."), pressing=True),
    Section("planned", N_("Due today"), "clock", N_("Nothing is planned for today.")),
    Section("ours", N_("We promised"), "heart-handshake", N_("No promise of ours is due.")),
    Section("theirs", N_("Customers promised"), "user-share", N_("No promise of a customer is due.")),
    Section("never", N_("Never contacted"), "circle-dashed", N_("Every customer was contacted at least once.")),
    Section("late", N_("To be contacted"), "phone", N_("By their cadence nobody has to be contacted now.")),
    Section("owed", N_("Payments due"), "cash", N_("No payment with an agreed term has fallen due.")),
    Section("days", N_("Birthdays and days"), "cake", N_("No birthday and no key date is near.")),
    Section("contracts", N_("Contracts ending"), "file-check", N_("No contract ends in these weeks.")),
    Section("warnings", N_("Churn warnings"), "alert-circle", N_("No customer gives reason to worry.")),
    Section("cases", N_("Cases past their limit"), "message-report", N_("No case is past its limit."), pressing=True),
    Section("rounds", N_("Rounds due"), "target-arrow", N_("No rating is due.")),
    Section("done", N_("Done today"), "circle-check", N_("Nothing was written down today yet.")),
)
TITLES = {one.key: one for one in SECTIONS}
