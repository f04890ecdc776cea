"""个人信息: all that the office holds on one person, as paper for him.

Its record is {"customer": {"name"}, "print": …, and one list for each of SECTIONS with rows {"what", "value"}}.
"""

from __future__ import annotations

from desktop.documents.declared import Blanks, Column, Document, Field, Footer, Head, Table
from desktop.words import N_

# key of the list in the record: its title on paper
SECTIONS: dict[str, str] = {
    "card": N_("What the card says"),
    "privacy": N_("Why it is held, and until when"),
    "reaches": N_("Ways to be reached"),
    "key_dates": N_("Key dates"),
    "relations": N_("Relations"),
    "custom_values": N_("Fields of this office"),
    "follow_ups": N_("Follow-ups"),
    "series": N_("Recurring"),
    "sequences": N_("Follow-up sequences"),
    "comments": N_("Comments"),
    "moves": N_("Follow-ups moved"),
    "callbacks": N_("Callbacks"),
    "promises": N_("Promises"),
    "cases": N_("Complaints and requests"),
    "surveys": N_("Satisfaction surveys"),
    "care": N_("Care"),
    "orders": N_("Orders and payments"),
    "contracts": N_("Contracts"),
    "cadence": N_("Exceptions from the cadence"),
    "exemptions": N_("Exemptions from recall"),
    "card_checks": N_("Card checks"),
    "loans": N_("Cards on loan"),
    "attachments": N_("Attachments"),
    "journal": N_("Who wrote it, and when"),
}


def _table(key: str, title: str) -> Table:
    columns = (Column("what", 0.26, N_("Entry")), Column("value", 0.74, N_("Details")))
    return Table(key, "person_data", columns, title)


PERSON_DATA = Document(
    key="person_data",
    title=N_("Personal data held by this office"),
    blocks=(
        Head(
            N_("Personal data held by this office"),
            line=(
                Field("customer.name", N_("Name of the person")),
                Field("customer.at", N_("At")),
                Field("print.date", N_("As of")),
            ),
            again=(Field("customer.name", N_("Name of the person")),),
        ),
        *(_table(key, title) for key, title in SECTIONS.items()),
    ),
    footer=Footer(fields=(Field("office.name", N_("Office")),)),
    blanks=Blanks.HIDE,
)
