"""The customers' place: the list on the left, the card or the form for a new one on the right.

At the start the list comes first: the card is loaded and built once it is painted, or as soon as one is asked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from desktop.ui.kit.splitter import split
from desktop.ui.office import Office, Start, Visit
from desktop.ui.screen import Screen
from desktop.ui.screens.customers.customer_list import CustomerList

if TYPE_CHECKING:
    from desktop.ui.screens.customers.card import CardView
    from desktop.ui.screens.customers.new_customer import NewCustomerForm

LIST_PAINTED = 40  # ms; the desktop paints within some 5 ms of the last change
LAST_CUSTOMER = "customers.last"


class CustomersPlace(Screen):
    """List and card side by side."""

    def __init__(self, office: Office) -> None:
        super().__init__(office)
        self.list = CustomerList(office)
        self._card: CardView | None = None
        self.form: NewCustomerForm | None = None
        self.right = QStackedWidget()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(split(self.list, self.right, "customers", office.seen, (5, 8)))
        self.list.current_changed.connect(self._show)
        self.list.opened.connect(lambda _: self.card.setFocus())
        self.list.new_wanted.connect(self.new_customer)
        self.list.import_wanted.connect(lambda: office.go("file", "import"))
        self.list.print_wanted.connect(lambda ids, blanks: self._print(ids, blanks=blanks))
        QShortcut(QKeySequence.StandardKey.New, self).activated.connect(self.new_customer)

    def reload(self) -> None:
        self.list.reload_if_stale()
        QTimer.singleShot(LIST_PAINTED, self, self._return)

    @property
    def card(self) -> CardView:
        """The card, built when it is first asked for."""
        if self._card is None:
            from desktop.ui.screens.customers.card import CardView

            self._card = CardView(self.office)
            self._card.print_wanted.connect(lambda one: self._print([one]))
            self.right.insertWidget(0, self._card)
        return self._card

    def _return(self) -> None:
        """Go back to the customer of last time, if nobody has been chosen meanwhile."""
        last = self.office.seen.get(LAST_CUSTOMER, "")
        if self.list.view.current_id() is None and last.isdigit():
            self.list.go_to(int(last))
        if self.form is None:
            self._turn_to_card()

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
        return self._card is None or self._card.may_leave()

    def new_customer(self) -> None:
        """Begin a new card on the right."""
        if self.office.store.read_only or not self.may_leave():
            return
        if self.form is None:
            from desktop.ui.screens.customers.new_customer import NewCustomerForm

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

    def _print(self, ids: list[int], *, blanks: bool = False) -> None:
        from desktop.ui.screens.customers.sheets import print_sheets

        print_sheets(self.office, ids, blanks=blanks)

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
