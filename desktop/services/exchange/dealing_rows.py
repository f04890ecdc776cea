"""The rows of a list of payments or follow-ups, each as the records it makes of its customer."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from sqlalchemy import select
from sqlalchemy.orm import Session

from db import journal
from db.models import Contact
from db.vocabulary import FollowUpKind, FollowUpState, PaymentMethod
from desktop.services.exchange.check import Checked, cell_text
from desktop.services.exchange.fitting import fit
from desktop.services.exchange.outcome import Said
from desktop.services.exchange.people import person_key
from desktop.services.exchange.reps import Reps

Record = dict[str, Any]
EXTRA = ("place", "minutes", "cost")  # of a follow-up, besides what makes it one


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose a row is: a customer of the file and, where the row names one of his, the order."""

    customer: int
    order: int | None = None


class RecordReader(Protocol):
    """Makes the records of one row."""

    def records(self, at: int, owner: Owner) -> list[Record] | Said:
        """The records of row `at`, the first one first, or why there are none."""


class _Cells:
    """The values of a sheet's columns of one owner ("payment"), by the names of their fields."""

    def __init__(self, checked: Checked, owner: str) -> None:
        self._checked, self._owner = checked, owner
        self._columns: dict[str, list[Any]] = {}
        self._headers: dict[str, str] = {}
        self._texts: dict[str, list[list[Any]]] = {}
        for column in checked.columns:
            if column.field.key.startswith(f"{owner}."):
                name = column.field.key.partition(".")[2]
                self._columns.setdefault(name, column.values)
                self._headers.setdefault(name, column.header or column.field.key)
                self._texts.setdefault(name, []).append(column.values)

    def value(self, name: str, at: int) -> Any:
        column = self._columns.get(name)
        return None if column is None else column[at]

    def joined(self, name: str, at: int) -> str | None:
        return "\n".join(column[at] for column in self._texts.get(name, ()) if column[at]) or None

    def unread(self, at: int) -> dict[str, str]:
        """{field: line for the note} of the cells of a row that are kept as they are because they cannot be read."""
        found = {}
        for column in self._checked.columns:
            if at in column.faults and column.field.key.startswith(f"{self._owner}."):
                name = column.field.key.partition(".")[2]
                found[name] = self.line(name, cell_text(self._checked, at, column))
        return found

    def line(self, name: str, text: str) -> str:
        """A line for the note: the header of the field, and what stood there."""
        return f"{self._headers[name]}：{text}"

    @property
    def headers(self) -> Mapping[str, str]:
        """{field: header of its column}."""
        return self._headers

    def say(self, at: int, said: Said) -> None:
        """Remark something on row `at`."""
        self._checked.results.remark(at, said)

    def remark(self, at: int, code: str, name: str, facts: Mapping[str, object]) -> None:
        self._checked.results.remark(at, Said(code, facts, self._headers[name]))


class PaymentReader:
    """One payment for each row."""

    def __init__(self, checked: Checked) -> None:
        self._cells, self._orders = _Cells(checked, "payment"), checked.column("order.number")
        self._checked = checked

    def records(self, at: int, owner: Owner) -> list[Record] | Said:
        """The payment of row `at`."""
        cells = self._cells
        paid_on, amount = cells.value("paid_on", at), cells.value("amount", at)
        if paid_on is None:
            return Said("no_date", {}, "payment.paid_on")
        if amount is None:
            return Said("no_amount", {}, "payment.amount")
        unread = cells.unread(at)
        notes = [cells.joined("note", at), *unread.values()]
        order = self._orders[at] if self._orders else None
        if order is not None and owner.order is None:
            self._checked.results.remark(at, Said("unknown_order", {"number": order}, "order.number"))
            notes.append(str(order))
        values = {
            "customer_id": owner.customer,
            "order_id": owner.order,
            "paid_on": paid_on,
            "amount": amount,
            "method": PaymentMethod.OTHER if "method" in unread else cells.value("method", at),
            "note": "\n".join(filter(None, notes)) or None,
        }
        return [fit("payment", values, {}).values]


class FollowUpReader:
    """A follow-up for each row, and the next step planned in it."""

    def __init__(self, session: Session, checked: Checked, customers: Collection[int]) -> None:
        self._cells, self._reps = _Cells(checked, "followup"), Reps(session)
        self._names = checked.column("contact.name")
        self._people: dict[tuple[int, str], int] = {}
        if self._names is not None:
            for chunk in journal.chunks(sorted(customers)):
                query = select(Contact.customer_id, Contact.name, Contact.id).where(Contact.customer_id.in_(chunk))
                for customer, name, key in session.execute(query):
                    self._people.setdefault((customer, person_key(name)), key)

    def records(self, at: int, owner: Owner) -> list[Record] | Said:
        """What row `at` says was done or planned, then its next step."""
        cells = self._cells
        done_on, planned_on, next_on = (cells.value(name, at) for name in ("done_on", "planned_on", "next_on"))
        if done_on is None and planned_on is None and next_on is None:
            return Said("no_date", {}, "followup.done_on")
        shared = {"customer_id": owner.customer, **self._who(at, owner.customer)}
        notes = [shared.pop("note"), cells.joined("note", at), *cells.unread(at).values()]
        shared["kind"] = cells.value("kind", at) or FollowUpKind.CALL
        extra = self._extra(at, notes)
        purpose = cells.joined("next_purpose", at)
        if purpose and next_on is None:
            notes.append(cells.line("next_purpose", purpose))
        found = []
        if done_on is not None or planned_on is not None:
            found.append({**shared, **extra, **self._done_or_planned(at, done_on, planned_on)})
        if next_on is not None:
            step = {"planned_on": next_on, "planned_time": None, "purpose": purpose}
            found.append({**shared, **dict.fromkeys(EXTRA), **step, "state": FollowUpState.PLANNED, "effective": False})
            found[-1] |= {"done_on": None, "result": None}
        for record in found:
            record["note"] = None
        found[0]["note"] = "\n".join(filter(None, notes)) or None
        return found

    def _extra(self, at: int, notes: list[str]) -> dict[str, Any]:
        """Where it was, how long it took and what it cost; what does not fit becomes a line of the notes."""
        cells = self._cells
        values = {"place": cells.joined("place", at)} | {name: cells.value(name, at) for name in ("minutes", "cost")}
        said_so = {name: value for name, value in values.items() if value is not None}
        fitted = fit("follow_up", said_so, cells.headers)
        for said in fitted.remarks:
            cells.say(at, said)
        notes += fitted.notes
        return dict.fromkeys(EXTRA) | fitted.values

    def _who(self, at: int, customer: int) -> dict[str, Any]:
        """The rep and the contact of a row; the names of others as a line for the note."""
        cells, notes = self._cells, []
        rep_name, name = cells.value("rep", at), self._names[at] if self._names else None
        rep = self._reps.find(rep_name) if rep_name else None
        if rep_name and rep is None:
            cells.remark(at, "unknown_rep", "rep", {"name": rep_name})
            notes.append(cells.line("rep", rep_name))
        contact = self._people.get((customer, person_key(name))) if name else None
        if name and contact is None and person_key(name):
            notes.append(name)
        return {"rep_id": rep, "contact_id": contact, "note": "\n".join(notes)}

    def _done_or_planned(self, at: int, done_on: Any, planned_on: Any) -> Record:
        cells = self._cells
        result, effective = cells.joined("result", at), cells.value("effective", at)
        state = cells.value("state", at) or (FollowUpState.DONE if done_on else FollowUpState.PLANNED)
        done = state is FollowUpState.DONE
        return {
            "state": state,
            "planned_on": planned_on if done else planned_on or done_on,
            "planned_time": cells.value("planned_time", at),
            "purpose": cells.joined("purpose", at),
            "done_on": (done_on or planned_on) if done else None,
            "result": result,
            "effective": done and (bool(result) if effective is None else effective),
        }
