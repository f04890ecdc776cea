"""Rows of new customers that look like somebody already in the file, and what the user wants done with them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy.orm import Session

from db.queries.duplicates import everyone
from desktop.progress import Progress
from desktop.rules.likeness import Likeness, likeness
from desktop.rules.lookalikes import Lookalikes
from desktop.rules.names import names_in
from desktop.services.duplicates import as_likeness
from desktop.services.exchange.customer_rows import Row
from desktop.services.exchange.outcome import Said
from desktop.services.exchange.people import Way


@dataclass(frozen=True, slots=True)
class Alike:
    """Who a row looks like, for reasons that would convince a careful clerk; `value` is what they share."""

    customer_id: int
    name: str
    number: str | None
    value: str

    @property
    def said(self) -> Said:
        """The reason as the report has it."""
        told = " ".join(filter(None, (self.number, self.name)))
        return Said("looks_like", {"name": told, "value": self.value})


def alikes_of(session: Session, rows: Iterable[Row], progress: Progress) -> dict[int, Alike]:
    """{place of the row: who it looks like} of those rows that strongly look like one customer of the file."""
    wanted = list(rows)
    known = everyone(session) if wanted else []
    people = {one.id: one for one in known}
    looks = Lookalikes([(one.id, as_likeness(one)) for one in known])
    found: dict[int, Alike] = {}
    for row in progress.over(wanted) if known else ():
        suspects = looks.strongly_like(_likeness(row))
        if suspects:
            one, reasons = max(suspects, key=lambda suspect: len(suspect[1]))
            found[row.at] = Alike(one, people[one].name, people[one].number, reasons[0].value)
    return found


def _likeness(row: Row) -> Likeness:
    def text(name: str) -> str:
        return str(row.values.get(name) or "")

    ways: list[Way] = [*row.ways, *(row.person.ways if row.person else ())]
    return likeness(
        text("name"),
        kind=row.kind,
        short_name=text("short_name"),
        former_names=names_in(text("former_names")),
        phones=[way.digits for way in ways if way.digits],
        credit_code=text("credit_code"),
        addresses=[way.value for way in ways if way.kind in ("email", "wechat", "qq")],
        employer=text("employer"),
    )
