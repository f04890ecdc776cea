"""How the list is looked at just now: what a view gives to it, what was changed since, and what is kept of it."""

from __future__ import annotations

import json

from PySide6.QtCore import QObject, QTimer, Signal

from db.queries.list_columns import MONEY
from desktop.rules.condition_words import sentence
from desktop.rules.views import View
from desktop.ui.kit.list_head import ListHead
from desktop.ui.office import Office
from desktop.ui.screens.customers.filters import ALL, Filters
from desktop.ui.screens.customers.list_content import ListContent
from desktop.ui.screens.customers.view_chooser import view_key
from desktop.ui.screens.customers.view_keeping import ViewKeeping
from desktop.ui.words import current

LAST_VIEW, OWN_COLUMNS = "customers.view", "customers.own_columns"
USUAL_SUMS = ("purchases",)
SETTLE = 300  # ms after a column was moved or made wider
LONGEST_SUGGESTED = 40


class ViewState(QObject):
    """Between the filters, which know what is asked, and the head of the list, which knows columns and order."""

    sums_changed = Signal()

    def __init__(self, office: Office, filters: Filters, head: ListHead, content: ListContent) -> None:
        super().__init__(filters)
        self._office, self._filters, self._head, self._content = office, filters, head, content
        self.keeping = ViewKeeping(office)
        self.sums: tuple[str, ...] = USUAL_SUMS
        self._kept: View | None = None  # as the list was when the office's own view was taken
        filters.view_taken.connect(self._take)
        filters.views.asked.connect(self._do)
        filters.views.sum_asked.connect(self._turn_sum)
        self._settle = QTimer(self, singleShot=True, interval=SETTLE)
        self._settle.timeout.connect(self.say)
        for moved in (head.sectionMoved, head.sectionResized):
            moved.connect(lambda *_: self._settle.start())
        head.choice_changed.connect(self._settle.start)

    def recall(self) -> None:
        """Look at the list as it was left on this machine."""
        key = self._office.seen.get(LAST_VIEW, ALL)
        known = {view_key(row.id) for row in self._filters.known.views}
        if key != ALL and (key in known or not key.startswith("view:")):
            self._filters.choose(key)
        self.say()

    def now(self) -> View:
        """The view as the list stands."""
        filters = self._filters
        return View(filters.where, self._head.layout_now(), self._head.sorted_by, filters.group, self.sums)

    @property
    def changed(self) -> bool:
        """Whether something is not as the view says."""
        filters = self._filters
        if self._kept is not None and filters.views.row is not None:
            return self.now() != self._kept
        return (filters.where, filters.group) != (filters.base.where, filters.base.group)

    def say(self) -> None:
        """Show the name of the view, and whether it was changed."""
        filters = self._filters
        filters.views.key, filters.views.rows = filters.key, filters.known.views
        filters.say_view(self.sums, changed=self.changed)
        self._office.seen[LAST_VIEW] = filters.key

    def _take(self, view: View) -> None:
        """Columns, order, groups and sums of a view; a view without columns leaves those one had before."""
        seen = self._office.seen
        if view.columns:
            if not seen.get(OWN_COLUMNS):
                seen[OWN_COLUMNS] = json.dumps(self._head.layout_now())
            self._head.lay_out(view.columns)
        elif seen.get(OWN_COLUMNS):
            self._head.lay_out(_layout(seen[OWN_COLUMNS]))
            seen[OWN_COLUMNS] = ""
        if view.sort is not None:
            self._head.sort_shown(*view.sort)
        self._content.closed.clear()
        self.sums = tuple(key for key in view.sums if key in MONEY) if view.columns else USUAL_SUMS
        self._kept = self.now() if view.columns else None

    def _turn_sum(self, key: str) -> None:
        self.sums = tuple(one for one in MONEY if (one in self.sums) != (one == key))
        self.say()
        self.sums_changed.emit()

    def _do(self, verb: str) -> None:
        filters, row = self._filters, self._filters.views.row
        if verb == "keep":
            office = filters.known.office
            suggested = sentence(filters.where, office.fields, office.name, current())[:LONGEST_SUGGESTED]
            made = self.keeping.keep(self.now(), suggested)
            if made is not None:
                filters.choose(view_key(made))
        elif row is None:
            return
        elif verb == "save":
            self._kept = self.now()
            self.keeping.overwrite(row, self._kept)
        elif verb == "rename":
            self.keeping.rename(row)
        elif verb == "share":
            self.keeping.share(row)
        elif verb in ("up", "down"):
            self.keeping.move(row, -1 if verb == "up" else 1)
        elif verb == "delete" and self.keeping.delete(row):
            filters.choose(ALL)
        self.say()


def _layout(kept: str) -> list[tuple[str, int]]:
    try:
        return [(str(key), int(width)) for key, width in json.loads(kept)]
    except (ValueError, TypeError):
        return []
