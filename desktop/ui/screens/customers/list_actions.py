"""What can be done with the customers chosen in the list: print, give to a rep, change a field of all, delete."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from db.queries.customers import customer_rows
from db.queries.journal import last_action
from db.store import Doing
from desktop.services.bulk_edit import Edit
from desktop.ui.kit.actions import Action
from desktop.ui.office import Merging, Office
from desktop.ui.screens.customers.filters import Known
from desktop.ui.top_line import take_back
from desktop.ui.words import tr
from desktop.words import N_

EDIT_KEY = "Ctrl+E"


class ListActions:
    """`open_card` and `print_cards` are the place's affair; everything else is one action with its undo."""

    def __init__(
        self,
        office: Office,
        parent: QWidget,
        known: Callable[[], Known],
        open_card: Callable[[int], None],
        print_cards: Callable[[Sequence[int], bool], None],
    ) -> None:
        self._office, self._parent, self._known = office, parent, known
        self._open, self._print = open_card, print_cards

    def all(self) -> tuple[Action, ...]:
        """As the menu of the list shows them."""
        writable = not self._office.store.read_only

        def may(_: Sequence[int]) -> bool:
            return writable

        return (
            Action("open", N_("Open card"), lambda ids: self._open(ids[0]), "eye", needs=(1, 1)),
            Action("print", N_("Print card"), lambda ids: self._print(ids, False), "printer", "Ctrl+P"),
            Action(
                "print_blanks", N_("Print card with boxes to fill in"), lambda ids: self._print(ids, True), "pencil"
            ),
            Action("lend", N_("Take out cards…"), self.lend, "upload", allowed=may),
            Action("sequence", N_("Start a sequence…"), self.start_sequence, "stack-2", allowed=may),
            Action("assign", N_("Give to a rep…"), self.assign, "users", apart=True, allowed=may),
            Action("edit", N_("Change a field of all chosen…"), self.edit, "adjustments", EDIT_KEY, allowed=may),
            Action("merge", N_("Merge…"), self.merge, "arrow-merge", needs=(2, 8), allowed=may),
            Action("delete", N_("Delete"), self.delete, "trash", "Del", danger=True, apart=True, allowed=may),
        )

    def merge(self, ids: Sequence[int]) -> None:
        """Make one customer of several."""
        self._office.go("file", Merging(tuple(ids)))

    def assign(self, ids: Sequence[int]) -> None:
        """Give customers to another rep."""
        self.change(ids, "owner_id")

    def lend(self, ids: Sequence[int]) -> None:
        """Write down who takes the printed cards of these customers."""
        from desktop.ui.loan_box import ask_lend

        ask_lend(self._office, ids, self._parent)

    def start_sequence(self, ids: Sequence[int]) -> None:
        """Start a follow-up sequence for each of these customers."""
        from desktop.ui.sequence_box import start_sequence

        if ids:
            start_sequence(self._office, ids, parent=self._parent)

    def edit(self, ids: Sequence[int]) -> None:
        """Change one field of many customers."""
        self.change(ids, "stage")

    def change(self, ids: Sequence[int], field: str) -> None:
        """Ask what becomes of which field, shown beforehand, and do it in a job: it may be all customers."""
        if not ids or self._office.store.read_only:
            return
        from desktop.ui.screens.customers.bulk_box import ask_edit

        edit = ask_edit(self._office, self._known().office, ids, field, self._parent)
        if edit is not None:
            self._apply(list(ids), edit)

    def _apply(self, ids: list[int], edit: Edit) -> None:
        from desktop.progress import Progress
        from desktop.services.bulk_edit import apply

        office = self._office
        kind = "customers.assign" if edit.field == "owner_id" else "customers.edit"

        def work(progress: Progress) -> int:
            with office.store.write(Doing(kind, {"count": len(ids)})) as session:
                return apply(session, ids, edit, progress)

        def done(count: int) -> None:
            self._said(tr("Changed: {count} customers", count=f"{count:,}"))

        office.jobs.run(tr("Changing customers"), work, done, owner=self._parent)

    def delete(self, ids: Sequence[int]) -> None:
        """Put customers in the recycle bin."""
        from desktop.services.customers import delete_customers

        chosen = list(ids)
        if self._office.store.read_only or not chosen:
            return
        kind, facts = (
            ("customer.delete", {"name": self._name(chosen[0])})
            if len(chosen) == 1
            else ("customers.delete", {"count": len(chosen)})
        )
        with self._office.store.write(Doing(kind, {**facts, "ids": chosen[:20]})) as session:
            delete_customers(session, chosen)
        self._said(tr("Put in the recycle bin: {count} customers", count=len(chosen)))

    def _name(self, customer_id: int) -> str:
        with self._office.store.read() as session:
            rows = customer_rows(session, [customer_id])
        return rows[0].name if rows else ""

    def _said(self, sentence: str) -> None:
        with self._office.store.read() as session:
            last = last_action(session)
        if last is not None:
            self._office.notice.say(sentence, "good", tr("Undo"), lambda: take_back(self._office, last.id))
