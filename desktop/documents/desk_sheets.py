"""Papers of the supervisor's desk: the check list of a week, the register of lent cards, the appraisal.

Records: {"list": {…}, "cards": […]} for check lists, one record for each rep; {"register": {…}, "loans": […]};
{"table": {…}, "reps": […], "parts": […]} for the appraisal. What needs thought stands there in words already.
"""

from __future__ import annotations

from collections.abc import Sequence

from desktop.documents.declared import (
    Align,
    Blanks,
    Column,
    Document,
    Field,
    Fields,
    Footer,
    Head,
    Page,
    Signatures,
    Table,
)
from desktop.documents.values import Format
from desktop.words import N_

RIGHT, CENTRE = Align.RIGHT, Align.CENTRE
_FOOT = Footer(fields=(Field("office.name", N_("Office")),))

CHECK_LIST = Document(
    key="card_check_list",
    title=N_("Card check list"),
    blocks=(
        Head(
            N_("Card check list"),
            line=(
                Field("list.rep", N_("Rep")),
                Field("list.week", N_("Week from")),
                Field("print.date", N_("Printed on")),
            ),
            again=(Field("list.rep", more=("list.week",)),),
        ),
        Table(
            "cards",
            "card_check",
            (
                Column("place", 0.05, N_("No."), align=RIGHT),
                Column("number", 0.1, N_("Number")),
                Column("customer", 0.2, N_("Customer")),
                Column("tier", 0.06, N_("Tier"), align=CENTRE),
                Column("percent", 0.08, N_("Filled"), align=RIGHT),
                Column("missing", 0.23, N_("Missing")),
                Column("passed", 0.1, N_("Passed"), align=CENTRE),
                Column("remark", 0.18, N_("Remark")),
            ),
        ),
        Signatures((N_("Rep"), N_("Checker"), N_("Date"))),
    ),
    footer=_FOOT,
    blanks=Blanks.KEEP,
    about=("list.rep", "list.week"),
)

REGISTER = Document(
    key="loan_register",
    title=N_("Register of lent cards"),
    blocks=(
        Head(
            N_("Register of lent cards"),
            line=(
                Field("register.period", N_("Period")),
                Field("register.out", N_("Still out")),
                Field("print.date", N_("Printed on")),
            ),
            again=(Field("register.period"),),
        ),
        Table(
            "loans",
            "loan",
            (
                Column("lent_on", 0.12, N_("Taken out"), format=Format.DATE),
                Column("number", 0.1, N_("Number")),
                Column("customer", 0.26, N_("Customer")),
                Column("rep", 0.1, N_("Taken by")),
                Column("due_on", 0.12, N_("Due back"), format=Format.DATE),
                Column("returned", 0.13, N_("Came back on")),
                Column("late", 0.08, N_("Late"), align=RIGHT),
                Column("signed", 0.09, N_("Signature")),
            ),
            dense=True,
        ),
        Signatures((N_("Keeper of the cards"), N_("Supervisor"), N_("Date"))),
    ),
    footer=_FOOT,
    blanks=Blanks.KEEP,
    about=("register.period",),
)


_EACH_PART = Table(
    "parts",
    "appraisal",
    (
        Column("rep", 0.16, N_("Rep")),
        Column("part", 0.2, N_("Part of the score")),
        Column("why", 0.34, N_("Measured")),
        Column("percent", 0.1, N_("Per cent"), align=RIGHT),
        Column("weight", 0.1, N_("Weight"), align=RIGHT),
        Column("points", 0.1, N_("Points"), align=RIGHT),
    ),
    N_("Each part"),
    dense=True,
)


def appraisal_document(parts: Sequence[tuple[str, str]]) -> Document:
    """The appraisal; `parts` are key and title of the columns between the rep and his score, in words already."""
    share = 0.72 / max(len(parts), 1)
    columns = (
        Column("rep", 0.12, N_("Rep")),
        *(Column(key, share, title, align=RIGHT) for key, title in parts),
        Column("score", 0.08, N_("Score"), align=RIGHT),
        Column("signed", 0.08, N_("Signature")),
    )
    line = (
        Field("table.period", N_("Period")),
        Field("table.working_days", N_("Working days")),
        Field("print.date", N_("Printed on")),
    )
    rule = (Field("table.rule", N_("How it is reckoned")), Field("table.note", N_("To note")))
    return Document(
        key="appraisal",
        title=N_("Appraisal"),
        blocks=(
            Head(N_("Appraisal"), line=line, again=(Field("table.period"),)),
            Table("reps", "appraisal", columns),
            Fields(rule, columns=1),
            _EACH_PART,
            Signatures((N_("Supervisor"), N_("Date"))),
        ),
        footer=_FOOT,
        page=Page(width=297.0, height=210.0),
        blanks=Blanks.HIDE,
        about=("table.period",),
    )
