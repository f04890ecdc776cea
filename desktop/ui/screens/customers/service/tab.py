"""服务与客情: promises, cases, sequences and series, surveys, care, events and competitors of a customer."""

from __future__ import annotations

from functools import partial

from desktop.ui.kit import theme
from desktop.ui.kit.buttons import button
from desktop.ui.kit.tabs import TabPage, Tabs
from desktop.ui.screens.customers.desk import Desk
from desktop.ui.screens.customers.service.care import CARE
from desktop.ui.screens.customers.service.cases import CASES
from desktop.ui.screens.customers.service.competitors import COMPETITORS
from desktop.ui.screens.customers.service.events import EVENTS
from desktop.ui.screens.customers.service.kinds import RecordKind
from desktop.ui.screens.customers.service.pane import RecordPane
from desktop.ui.screens.customers.service.promises import PROMISES
from desktop.ui.screens.customers.service.sequences import SEQUENCES
from desktop.ui.screens.customers.service.series import SERIES
from desktop.ui.screens.customers.service.surveys import SURVEYS
from desktop.ui.screens.customers.tab import CardTab, Seen
from desktop.ui.words import current

KINDS: tuple[RecordKind, ...] = (PROMISES, CASES, SEQUENCES, SERIES, SURVEYS, CARE, EVENTS, COMPETITORS)


class ServiceTab(CardTab):
    """A row of kinds with how many there are of each, and the pane of the chosen one."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._seen: Seen | None = None
        self.kinds = Tabs([TabPage(kind.key, kind.title, partial(self._build, kind)) for kind in KINDS])
        self.new = button("", self.add, icon="plus", tip="Ins")
        self.new.setDisabled(bool(desk.why_not))
        self.new.setToolTip(desk.why_not or "Ins")
        self.kinds.add_corner(self.new)
        self.kinds.setContentsMargins(0, theme.px(4), 0, 0)
        self.outer.addWidget(self.kinds)
        self.kinds.changed.connect(self._turned)
        self._turned(self.kinds.key)

    def _build(self, kind: RecordKind) -> RecordPane:
        pane = (kind.pane or RecordPane)(self.desk, kind)
        pane.dirty_changed.connect(lambda _: self.dirty_changed.emit(self.dirty))
        return pane

    def panes(self) -> list[RecordPane]:
        """The panes that were looked at so far."""
        return [page for page in self.kinds.built().values() if isinstance(page, RecordPane)]

    def pane(self, key: str = "") -> RecordPane:
        """The pane of a kind, "" the one in front."""
        page = self.kinds.page(key or self.kinds.key)
        assert isinstance(page, RecordPane)
        return page

    # Showing

    def show_card(self, seen: Seen) -> None:
        self._seen = seen
        office = self.desk.office
        with office.store.read() as session:
            rows = {kind.key: kind.rows(session, seen.id, office) for kind in KINDS}
        for kind in KINDS:
            count = sum(map(kind.open, rows[kind.key]))
            self.kinds.say(kind.key, str(count) if count else "")
        for pane in self.panes():
            pane.show_card(seen, rows[pane.kind.key])

    def _turned(self, key: str) -> None:
        kind = next(one for one in KINDS if one.key == key)
        self.new.setText(current().text(kind.new))
        pane = self.pane(key)
        if self._seen is not None and not pane.writing:
            office = self.desk.office
            with office.store.read() as session:
                rows = kind.rows(session, self._seen.id, office)
            pane.show_card(self._seen, rows)

    # Writing

    @property
    def writing(self) -> bool:
        return any(pane.writing for pane in self.panes())

    @property
    def dirty(self) -> bool:
        return any(pane.dirty for pane in self.panes())

    def add(self) -> None:
        """Begin a new record of the kind in front."""
        self.pane().add()

    def keep(self) -> bool:
        for pane in self.panes():
            if pane.writing and not pane.keep():
                self.kinds.go_to(pane.kind.key)
                return False
        return True

    def drop(self) -> None:
        for pane in self.panes():
            if pane.writing:
                pane.drop()

    def ask_to_drop(self) -> None:
        self.pane().ask_to_drop()

    def begin(self, what: str) -> None:
        """ "" edits what is chosen, "promises:new" begins a new one, "cases:17" shows that one, "care" that kind."""
        key, _, which = what.partition(":")
        if key:
            self.kinds.go_to(key)
        if which == "new":
            self.add()
        elif which:
            self.pane().go_to(int(which))
        elif not key:
            self.pane().edit()
