"""今日跟进单: the customers of a day with what one must know of each, and empty boxes for what becomes of it.

Its record is {"sheet": {"rep", "date", "day", "counts", "code"}, "lines": […]}; a line has "place" (its running
number), "name", "about" (number and tier), "when", "who", "phone", "purpose", "last", "promise", "owed" and "code",
everything in words already. The numbers run through all pages: what was written is keyed back by them, or by scanning
the codes.
"""

from __future__ import annotations

from desktop.documents.declared import Align, Blanks, Document, Field, Footer, Head, Signatures, Slips, Slot
from desktop.words import N_

DAY_SHEET = Document(
    key="day_sheet",
    title=N_("Follow-up sheet"),
    blocks=(
        Head(
            N_("Follow-up sheet"),
            "",
            (
                Field("sheet.rep", N_("Rep")),
                Field("sheet.day", N_("Day")),
                Field("sheet.counts", N_("To do")),
            ),
            (Field("sheet.rep", more=("sheet.date",)),),
            code="sheet.code",
        ),
        Slips(
            "lines",
            "line",
            (
                (
                    Slot("place", 0.055, align=Align.CENTRE, strong=True),
                    Slot("name", 0.395, more=("about",), strong=True),
                    Slot("when", 0.22),
                    Slot("who", 0.33, more=("phone",)),
                ),
                (Slot("purpose", 0.5, N_("Purpose")), Slot("last", 0.5, N_("Last"))),
                (Slot("promise", 0.62, N_("Promised")), Slot("owed", 0.38, N_("Not yet paid"))),
                (
                    Slot("", 0.37, N_("Result"), box=True),
                    Slot("", 0.1, choices=(N_("Effective"), N_("No effect"))),
                    Slot("", 0.16, N_("Next time"), box=True),
                    Slot("", 0.28, N_("Next content"), box=True),
                    Slot("code", 0.09, code=True),
                ),
            ),
        ),
        Signatures((N_("Rep"), N_("Checked by"), N_("Date"))),
    ),
    footer=Footer(fields=(Field("office.name", N_("Office")),), note=N_("Key back by number or code")),
    blanks=Blanks.HIDE,
    about=("sheet.rep", "sheet.date"),
)
