"""The customers' place: the list on the left, the card or the form for a new one on the right."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from desktop.ui.kit.splitter import split
from desktop.ui.office import Office, Start, Visit
from desktop.ui.screen import Screen
from desktop.ui.screens.customers.card import CardView
from desktop.ui.screens.customers.customer_list import CustomerList
from desktop.ui.screens.customers.new_customer import NewCustomerForm
from desktop.ui.screens.customers.sheets import print_sheets

LAST_CUSTOMER = "customers.last"


class CustomersPlace(Screen):
    """List and card side by side."""

    def __init__(self, office: Office) -> None:
        super().__init__(office)
        self.list = CustomerList(office)
        self.card = CardView(office)
        self.form: NewCustomerForm | None = None
        self.right = QStackedWidget()
        self.right.addWidget(self.card)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(split(self.list, self.right, "customers", office.seen, (5, 8)))
        self.list.current_changed.connect(self._show)
        self.list.opened.connect(lambda _: self.card.setFocus())
        self.list.new_wanted.connect(self.new_customer)
        self.list.import_wanted.connect(lambda: office.go("file", "import"))
        self.list.print_wanted.connect(lambda ids, blanks: print_sheets(office, ids, blanks=blanks))
        self.card.print_wanted.connect(lambda one: print_sheets(office, [one]))
        QShortcut(QKeySequence.StandardKey.New, self).activated.connect(self.new_customer)

    def reload(self) -> None:
        self.list.reload_if_stale()
        last = self.office.seen.get(LAST_CUSTOMER, "")
        if self.list.view.current_id() is None and last.isdigit():
            self.list.go_to(int(last))

    def visit(self, what: object) -> None:
        if what is Start.NEW:
            self.new_customer()
        if isinstance(what, Visit) and self.may_leave():
            self._turn_to_card()
            if not self.list.go_to(what.customer_id):
                self.card.show_customer(what.customer_id)
            if what.tab:
                self.card.go_to_tab(what.tab)
            if what.do:
                self.card.start(what.do)

    def may_leave(self) -> bool:
        if self.form is not None and self.right.currentWidget() is self.form:
            return self.form.may_leave()
        return self.card.may_leave()

    def new_customer(self) -> None:
        """Begin a new card on the right."""
        if self.office.store.read_only or not self.may_leave():
            return
        if self.form is None:
            self.form = NewCustomerForm(self.office)
            self.right.addWidget(self.form)
            self.form.made.connect(self._made)
            self.form.cancelled.connect(self._turn_to_card)
            self.form.other_wanted.connect(self._made)
        self.right.setCurrentWidget(self.form)
        self.form.start()

    def _made(self, customer_id: int) -> None:
        self._turn_to_card()
        if not self.list.go_to(customer_id):
            self.card.show_customer(customer_id)

    def _turn_to_card(self) -> None:
        self.right.setCurrentWidget(self.card)

    def _show(self, customer_id: int | None) -> None:
        if customer_id == self.card.customer_id:
            return
        if not self.may_leave():
            if self.card.customer_id is not None:
                self.list.view.go_to(self.card.customer_id)
            return
        self._turn_to_card()
        self.card.show_customer(customer_id)
        if customer_id is not None:
            self.office.seen[LAST_CUSTOMER] = str(customer_id)
