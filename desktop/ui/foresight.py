"""What is ahead of the customers, worked out once for all cards that ask: in a job, and again when orders changed."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.ui.words import tr

if TYPE_CHECKING:
    from desktop.progress import Progress
    from desktop.rules.value.forecast import Forecast
    from desktop.ui.office import Office

ORDERS = frozenset({"sales_order"})
PATIENCE = 2500  # milliseconds: at a start and after a save the screen comes first


class Foresight(QObject):
    """The purchase model of the open file. `told` is emitted when it is there, or is known anew."""

    told = Signal()

    def __init__(self, office: Office) -> None:
        super().__init__()
        self._office = office
        self._found: Forecast | None = None
        self._day: date | None = None
        self._asked = self._stale = False
        self.patience = PATIENCE
        office.bus.changed.connect(self._on_changed)

    @property
    def forecast(self) -> Forecast | None:
        """What is known so far; one of before the last orders until the new one is there. None: nothing yet."""
        return self._found

    def ask(self) -> None:
        """See to it that it is known as of today; `told` says when."""
        today = self._office.today()
        if self._asked or (self._found is not None and not self._stale and self._day == today):
            return
        self._asked, self._stale, self._day = True, False, today
        if self.patience:
            QTimer.singleShot(self.patience, self, self._start)
        else:
            self._start()

    def _start(self) -> None:
        store, today = self._office.store, self._office.today()
        if self._office.jobs.closed:
            return

        def work(progress: Progress) -> Forecast:
            from desktop.services.rating.outlook import outlook

            return outlook(store, today, progress)

        self._office.jobs.run(
            tr("Working out what customers will buy"), work, self._keep, cancelled=self._give_up, owner=self
        )

    def _keep(self, found: Forecast) -> None:
        self._asked = False
        self._found = found
        self.told.emit()

    def _give_up(self) -> None:
        self._asked, self._stale = False, True

    def _on_changed(self, tables: frozenset[str]) -> None:
        if ORDERS & tables:
            self._stale = True
