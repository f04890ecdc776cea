"""The customer list: ids in order from the file, rows a page at a time, looked at through views and groups."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from db.conditions import CUSTOM
from db.queries.custom import custom_fields
from db.queries.customers import CustomerRow, customer_rows
from db.queries.list_columns import MORE
from db.queries.views import saved_views
from desktop.rules.views import PLACE
from desktop.services import views as view_service
from desktop.ui.kit import theme
from desktop.ui.kit.buttons import button
from desktop.ui.kit.list_panel import ListPanel
from desktop.ui.kit.list_view import ListView
from desktop.ui.kit.table import Column, ListModel
from desktop.ui.office import Office
from desktop.ui.screen import Screen
from desktop.ui.screens.customers.columns import columns
from desktop.ui.screens.customers.coming_days import ComingDays
from desktop.ui.screens.customers.filters import Filters, Known
from desktop.ui.screens.customers.list_actions import ListActions
from desktop.ui.screens.customers.list_content import ListContent
from desktop.ui.screens.customers.side_column import SideColumn
from desktop.ui.screens.customers.view_state import ViewState
from desktop.ui.words import tr

ADD_UP = 300  # ms after the last key or click; a sum over many customers would be felt between two keys
ADD_UP_CHOSEN = 120  # ms after the last choice


class CustomerList(Screen):
    """`current_changed(id)` when another row becomes current, `opened(id)` on Enter or double click."""

    SHOWS = frozenset(
        {"customer", "contact", "reach", "follow_up", "sales_order", "payment", "rep", "tag", "customer_tag"}
        | {"key_date", "custom_field", "custom_value", "saved_view", "policy", "service_case", "survey"}
        | {"cadence_exception"}
    )
    current_changed = Signal(object)
    opened = Signal(object)
    new_wanted = Signal()
    import_wanted = Signal()
    print_wanted = Signal(object, bool)  # list of ids; whether blanks become boxes to fill in

    def __init__(self, office: Office) -> None:
        super().__init__(office)
        self._fields: tuple[object, ...] = ()
        self.filters = Filters(office, self._known())
        self.content = ListContent(office)
        self.deeds = ListActions(office, self, lambda: self.filters.known, self.opened.emit, self._print)
        self.model: ListModel[CustomerRow] = ListModel(self._columns(), self._fetch)
        self.view = ListView(self.model, "customers", office.seen, actions=self.deeds.all())
        self.panel = ListPanel(self.view)
        self.state = ViewState(office, self.filters, self.view.head, self.content)
        self.side = SideColumn(office, self.filters)
        self.new = button(tr("New customer"), self.new_wanted.emit, icon="plus", look="primary", tip="Ctrl+N")
        self.bring = button(tr("Import…"), self.import_wanted.emit, icon="file-spreadsheet")
        for made in (self.new, self.bring):
            made.setDisabled(office.store.read_only)
        self.days = ComingDays(office)
        self._lay_out()
        self._sums: list[tuple[str, str]] = []
        self._adding = QTimer(self, singleShot=True, interval=ADD_UP)
        self._adding.timeout.connect(self._add_up)
        self._choosing = QTimer(self, singleShot=True, interval=ADD_UP_CHOSEN)
        self._choosing.timeout.connect(self._add_up_chosen)
        self._connect()
        self.state.recall()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(theme.px(8), theme.px(8), theme.px(8), 0)
        head.setSpacing(theme.px(6))
        head.addWidget(self.new)
        head.addWidget(self.bring)
        head.addWidget(self.filters.text, 1)
        head.addWidget(self.days)
        line = QVBoxLayout()
        line.setContentsMargins(theme.px(8), theme.px(6), theme.px(8), theme.px(6))
        line.addWidget(self.filters)
        list_box = QVBoxLayout()
        list_box.setSpacing(0)
        list_box.addLayout(head)
        list_box.addLayout(line)
        list_box.addWidget(self.panel, 1)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.side)
        box.addLayout(list_box, 1)

    def _connect(self) -> None:
        self.filters.add_shortcuts(self)
        self.filters.changed.connect(self._ask_again)
        self.filters.grouped.connect(self._group_by)
        self.filters.groups_opened.connect(self._open_groups)
        self.filters.column_wanted.connect(self.side.turn)
        self.side.panel.narrowed.connect(self.filters.narrow)
        self.state.sums_changed.connect(self._adding.start)
        self.view.head_toggled.connect(self._toggle)
        self.view.head.choice_changed.connect(self.model.refresh)
        self.view.sort_wanted.connect(lambda *_: self._ask_again())
        self.view.current_changed.connect(self.current_changed)
        self.view.opened.connect(self.opened)
        self.view.chosen_changed.connect(self._choosing.start)
        self.office.bus.became.connect(self._on_became)

    def _known(self) -> Known:
        me = self.office.me.rep_id
        with self.office.store.read() as session:
            return Known(
                view_service.office_of(session),
                view_service.frame(session, self.office.today(), me, self.office.now()),
                saved_views(session, PLACE, me),
            )

    def _columns(self) -> tuple[Column[CustomerRow], ...]:
        with self.office.store.read() as session:
            fields = custom_fields(session)
        self._fields = (fields, self.filters.known.office.tiers)
        return columns(self.office.today, self.office.veil, self.filters.known.office.tiers, fields)

    def reload(self) -> None:
        self.filters.put(self._known())
        before = self._fields
        made = self._columns()
        if self._fields != before:  # fields or tiers of the office were changed
            self.view.set_columns(made)
        self.content.forget()
        self.side.put(self.filters.known.office)
        self._ask_again()

    def _on_became(self) -> None:
        """Another person sees other views, and other customers are his."""
        self._on_changed(frozenset({"saved_view"}))

    # What stands in the list

    def _ask_again(self) -> None:
        sort, descending = self.view.head.sorted_by or ("name", False)
        self.content.by = self.filters.group
        self.content.find(self.filters.filter(), sort, descending=descending)
        self._advise()
        self._show()
        self._adding.start()

    def _show(self) -> None:
        lines = self.content.lines(self.filters.known.office, self.state.sums)
        self.model.set_ids(lines.ids, lines.heads)
        self._say_foot(lines.count)
        self.state.say()
        self.side.refresh()

    def _say_foot(self, count: int) -> None:
        text = tr("{count} customers", count=f"{count:,}")
        self._count = count
        self.panel.foot.say(text, self._sums)
        if self.filters.panel is not None:
            self.filters.panel.say_count(text)

    def _add_up(self) -> None:
        """The sums in the foot follow the rows: nobody waits for them."""
        if not self.isVisible():  # also while the window closes, and the file with it
            return
        self._sums = self.content.sums(self.state.sums)
        if self.model.heads:
            self.model.set_heads(self.content.heads(self.filters.known.office, self.state.sums))
        self._say_foot(self._count)
        self._add_up_chosen()

    def _add_up_chosen(self) -> None:
        """Of several rows that are chosen the foot says what they come to."""
        chosen = self.view.chosen()
        if self.isVisible() and len(chosen) > 1:
            self.panel.foot.say_chosen(len(chosen), self.content.sums(self.state.sums, chosen))

    def _group_by(self, _by: str) -> None:
        self.content.closed.clear()
        self._ask_again()

    def _toggle(self, head: int) -> None:
        self.content.toggle(head)
        self._show()

    def _open_groups(self, on: bool) -> None:
        self.content.closed.clear()
        if not on:
            self.content.close_all()
        self._show()

    def _advise(self) -> None:
        if self.filters.narrowed():
            self.panel.empty.say("search", tr("No customer fits this."), tr("Show all"), self.filters.clear)
        elif self.office.store.read_only:
            self.panel.empty.say("users", tr("No customers yet."))
        else:
            sentence = tr("No customers yet. Bring your list in from Excel, or write the first card.")
            self.panel.empty.say("users", sentence, tr("Import from Excel…"), self.import_wanted.emit)

    def _fetch(self, ids: Sequence[int]) -> list[CustomerRow]:
        shown = {column.key for column in self.view.head.shown()}
        keys = {key for key in shown if key in MORE or key.startswith(CUSTOM)}
        with self.office.store.read() as session:
            return customer_rows(session, ids, keys, self.filters.known.frame)

    def go_to(self, customer_id: int) -> bool:
        """Make a customer the current row; opens the group, or clears the filter, that hides him."""
        self.reload_if_stale()
        if self.content.reveal(customer_id):
            self._show()
        if self.view.go_to(customer_id):
            return True
        if self.filters.narrowed():
            self.filters.clear()
            self._ask_again()
            if self.content.reveal(customer_id):
                self._show()
            return bool(self.view.go_to(customer_id))
        return False

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.side.recall()

    def _print(self, ids: Sequence[int], blanks: bool) -> None:
        self.print_wanted.emit(list(ids), blanks)
