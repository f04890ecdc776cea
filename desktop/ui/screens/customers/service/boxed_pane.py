"""A pane whose records are begun and changed in a box of their own: below the list they are only read."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget

from desktop.ui.office import Office
from desktop.ui.screens.customers.desk import Desk
from desktop.ui.screens.customers.service.kinds import RecordKind
from desktop.ui.screens.customers.service.pane import RecordPane

Begin = Callable[[Office, int, QWidget], bool]  # of the customer
Change = Callable[[Office, int, QWidget], bool]  # of the record


class BoxedPane(RecordPane):
    """`begin` asks for a new record of the customer, `change` for what can be changed of one; both keep it."""

    def __init__(self, desk: Desk, kind: RecordKind, begin: Begin, change: Change) -> None:
        self._begin, self._change = begin, change
        super().__init__(desk, kind)

    def add(self) -> None:
        if self._seen is not None and not self.desk.why_not and self._begin(self.desk.office, self._seen.id, self):
            self.desk.settled.emit()

    def edit(self, field: str = "") -> None:  # noqa: ARG002 - nothing is typed into the form here
        wanted = self.view.current_id()
        if self.desk.why_not:
            self.desk.office.notice.say(self.desk.why_not, "info")
        elif wanted is not None and self._change(self.desk.office, wanted, self):
            self.desk.settled.emit()


def never_saved(_session: Any, _customer_id: int, draft: Any, _office: Office) -> int:
    """Nothing is typed into the form of such a pane."""
    return int(draft.id)
