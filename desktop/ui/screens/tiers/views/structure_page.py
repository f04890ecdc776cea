"""结构: how the office is built of its customers, seen three ways: by classes, by how few bring most, one by one."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from desktop.progress import Progress
from desktop.services.rating.structure import Structure, structure
from desktop.ui.kit.tabs import TabPage, Tabs
from desktop.ui.screens.tiers.views.read_page import BASIS, ReadPage
from desktop.ui.screens.tiers.views.structure_pareto import Pareto
from desktop.ui.screens.tiers.views.structure_pyramid import Pyramid
from desktop.ui.screens.tiers.views.structure_scatter import CostCustomers
from desktop.ui.words import tr
from desktop.words import N_


class StructurePage(ReadPage[Structure]):
    """Three views of the same figures, which are read once."""

    SHOWS = BASIS | {"order_line", "follow_up", "care_record", "service_case"}

    def content(self) -> QWidget:
        office = self.office
        self._fresh: set[str] = set()  # views that show what was read last
        self.tabs = Tabs(
            (
                TabPage("pyramid", N_("Pyramid"), lambda: Pyramid(office)),
                TabPage("pareto", N_("80/20"), lambda: Pareto(office)),
                TabPage("scatter", N_("Profit and cost customers"), lambda: CostCustomers(office)),
            )
        )
        self.tabs.changed.connect(lambda _: self._show())
        return self.tabs

    def reading(self) -> Callable[[Progress], Structure]:
        store, key, today = self.office.store, self.choice.key, self.office.today()
        return lambda progress: structure(store, key, today, progress)

    def put(self, seen: Structure) -> None:
        if not seen.figures.customers:
            self.say_nothing("users", tr("There are no customers yet."))
            return
        self._fresh.clear()
        self._show()

    def _show(self) -> None:
        """Show the view in front what it does not show yet: the others wait until they are looked at."""
        key = self.tabs.key
        page = self.tabs.page(key)
        if self.seen is not None and key not in self._fresh and isinstance(page, Pyramid | Pareto | CostCustomers):
            self._fresh.add(key)
            page.put(self.seen)
