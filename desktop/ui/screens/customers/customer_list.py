"""The customer list: ids in order from the file, rows a page at a time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from db.queries.custom import CustomFieldRow, custom_fields
from db.queries.customers import CustomerFilter, CustomerRow, customer_ids, customer_rows, narrowed, purchases_of
from db.queries.office import reps
from db.store import Doing
from desktop.ui.kit import theme
from desktop.ui.kit.actions import Action
from desktop.ui.kit.ask import Verb
from desktop.ui.kit.buttons import button
from desktop.ui.kit.list_panel import ListPanel
from desktop.ui.kit.list_view import ListView
from desktop.ui.kit.table import Column, ListModel
from desktop.ui.office import Merging, Office
from desktop.ui.screen import Screen
from desktop.ui.screens.customers.columns import asked_fields, columns, custom_columns
from desktop.ui.screens.customers.filters import Filters
from desktop.ui.top_line import take_back
from desktop.ui.wording import whole_money
from desktop.ui.words import tr
from desktop.words import N_

ADD_UP = 300  # ms after the last key or click; a sum over many customers would be felt between two keys


class CustomerList(Screen):
    """`current_changed(id)` when another row becomes current, `opened(id)` on Enter or double click."""

    SHOWS = frozenset(
        {"customer", "contact", "reach", "follow_up", "sales_order", "rep", "custom_field", "custom_value"}
    )
    current_changed = Signal(object)
    opened = Signal(object)
    new_wanted = Signal()
    import_wanted = Signal()
    print_wanted = Signal(object, bool)  # list of ids; whether blanks become boxes to fill in

    def __init__(self, office: Office) -> None:
        super().__init__(office)
        self.filters = Filters(office)
        self._custom = self._fields()
        self.model: ListModel[CustomerRow] = ListModel(self._columns(), self._fetch)
        self.view = ListView(self.model, "customers", office.seen, actions=self._actions())
        self.panel = ListPanel(self.view)
        self.new = button(tr("New customer"), self.new_wanted.emit, icon="plus", look="primary", tip="Ctrl+N")
        self.bring = button(tr("Import…"), self.import_wanted.emit, icon="file-spreadsheet")
        for made in (self.new, self.bring):
            made.setDisabled(office.store.read_only)
        head = QHBoxLayout()
        head.setContentsMargins(theme.px(8), theme.px(8), theme.px(8), 0)
        head.setSpacing(theme.px(6))
        head.addWidget(self.new)
        head.addWidget(self.bring)
        head.addWidget(self.filters.text, 1)
        line = QVBoxLayout()
        line.setContentsMargins(theme.px(8), theme.px(6), theme.px(8), theme.px(6))
        line.addWidget(self.filters)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(head)
        box.addLayout(line)
        box.addWidget(self.panel, 1)
        # The list without the text filter, and what was asked for to get it: a text narrows it key by key.
        self._whole: tuple[tuple[CustomerFilter, str, bool], list[int]] | None = None
        self._sums: list[tuple[str, str]] = []
        self._adding = QTimer(self, singleShot=True, interval=ADD_UP)
        self._adding.timeout.connect(self._add_up)
        self.filters.changed.connect(self._ask_again)
        self.view.sort_wanted.connect(lambda *_: self._ask_again())
        self.view.head.shown_changed.connect(self.model.refresh)
        self.view.current_changed.connect(self.current_changed)
        self.view.opened.connect(self.opened)

    def _actions(self) -> tuple[Action, ...]:
        writable = not self.office.store.read_only
        return (
            Action("open", N_("Open card"), lambda ids: self.opened.emit(ids[0]), "eye", needs=(1, 1)),
            Action("print", N_("Print card"), lambda ids: self._print(ids, False), "printer", "Ctrl+P"),
            Action(
                "print_blanks", N_("Print card with boxes to fill in"), lambda ids: self._print(ids, True), "pencil"
            ),
            Action("assign", N_("Give to a rep…"), self._assign, "users", allowed=lambda _: writable),
            Action("merge", N_("Merge…"), self._merge, "arrow-merge", needs=(2, 8), allowed=lambda _: writable),
            Action(
                "delete",
                N_("Delete"),
                self._delete,
                "trash",
                "Del",
                danger=True,
                apart=True,
                allowed=lambda _: writable,
            ),
        )

    def _fields(self) -> tuple[CustomFieldRow, ...]:
        with self.office.store.read() as session:
            return custom_fields(session)

    def _columns(self) -> tuple[Column[CustomerRow], ...]:
        veil = self.office.veil
        return (*columns(self.office.today, veil), *custom_columns(self._custom, veil))

    def reload(self) -> None:
        with self.office.store.read() as session:
            self.filters.put_reps(reps(session))
        custom = self._fields()
        if custom != self._custom:
            self._custom = custom
            self.view.set_columns(self._columns())
        self._whole = None
        self._ask_again()

    def _ask_again(self) -> None:
        sort, descending = self.view.head.sorted_by or ("name", False)
        wanted = self.filters.filter()
        asked = (replace(wanted, text=""), sort, descending)
        with self.office.store.read() as session:
            if self._whole is None or self._whole[0] != asked:
                self._whole = (asked, customer_ids(session, asked[0], sort, descending=descending).tolist())
            ids = narrowed(session, self._whole[1], wanted.text)
        self._advise()
        self.model.set_ids(ids)
        self._say_foot()
        self._adding.start()

    def _add_up(self) -> None:
        """The sum in the foot follows the rows: nobody waits for it."""
        if not self.isVisible():  # also while the window closes, and the file with it
            return
        with self.office.store.read() as session:
            bought = purchases_of(session, self.filters.filter())
        self._sums = [(tr("Purchases"), whole_money(bought) or "￥0")]
        self._say_foot()

    def _say_foot(self) -> None:
        self.panel.foot.say(tr("{count} customers", count=f"{len(self.model.ids):,}"), self._sums)

    def _advise(self) -> None:
        if self.filters.narrowed():
            self.panel.empty.say("search", tr("No customer fits this."), tr("Show all"), self.filters.clear)
        elif self.office.store.read_only:
            self.panel.empty.say("users", tr("No customers yet."))
        else:
            sentence = tr("No customers yet. Bring your list in from Excel, or write the first card.")
            self.panel.empty.say("users", sentence, tr("Import from Excel…"), self.import_wanted.emit)

    def _fetch(self, ids: Sequence[int]) -> list[CustomerRow]:
        shown = asked_fields(column.key for column in self.view.head.shown())
        with self.office.store.read() as session:
            return customer_rows(session, ids, shown)

    def go_to(self, customer_id: int) -> bool:
        """Make a customer the current row; clears the filter where it hides him."""
        self.reload_if_stale()
        if self.view.go_to(customer_id):
            return True
        if self.filters.narrowed():
            self.filters.clear()
            self._ask_again()
            return bool(self.view.go_to(customer_id))
        return False

    def _print(self, ids: Sequence[int], blanks: bool) -> None:
        self.print_wanted.emit(list(ids), blanks)

    def _name(self, customer_id: int) -> str:
        rows = self._fetch([customer_id])
        return rows[0].name if rows else ""

    def _delete(self, ids: Sequence[int]) -> None:
        from desktop.services.customers import delete_customers

        chosen = list(ids)
        one = len(chosen) == 1
        kind, facts = (
            ("customer.delete", {"name": self._name(chosen[0])})
            if one
            else ("customers.delete", {"count": len(chosen)})
        )
        with self.office.store.write(Doing(kind, {**facts, "ids": chosen[:20]})) as session:
            delete_customers(session, chosen)
        self._said(tr("Put in the recycle bin: {count} customers", count=len(chosen)))

    def _merge(self, ids: Sequence[int]) -> None:
        self.office.go("file", Merging(tuple(ids)))

    def _assign(self, ids: Sequence[int]) -> None:
        with self.office.store.read() as session:
            people = reps(session, active_only=True)
        verbs = [*(Verb(str(rep.id), rep.name) for rep in people), Verb("", tr("Leave it"))]
        answer = self.office.ask.choose(tr("Give {count} customers to whom?", count=len(ids)), verbs)
        if answer:
            from desktop.services.customers import set_owner

            with self.office.store.write(Doing("customers.assign", {"count": len(ids)})) as session:
                set_owner(session, list(ids), int(answer))
            self._said(tr("Given to another rep: {count} customers", count=len(ids)))

    def _said(self, sentence: str) -> None:
        from db.queries.journal import last_action

        with self.office.store.read() as session:
            last = last_action(session)
        if last is not None:
            self.office.notice.say(sentence, "good", tr("Undo"), lambda: take_back(self.office, last.id))
