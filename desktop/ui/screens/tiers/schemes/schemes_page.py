"""分级方案: all schemes on the left, the chosen one read, edited and tried on the right."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from db.queries.schemes import last_days, versions_of
from desktop.rules.rating.checks import faults
from desktop.rules.rating.metrics import Metric
from desktop.rules.rating.rating_words import METHODS
from desktop.rules.rating.scheme import Method
from desktop.services.rating.schemes import OfficeScheme, metrics_of, schemes
from desktop.ui.kit import theme
from desktop.ui.kit.actions import Action
from desktop.ui.kit.buttons import button
from desktop.ui.kit.fill import Fill
from desktop.ui.kit.labels import SectionHeader
from desktop.ui.kit.list_panel import ListPanel
from desktop.ui.kit.list_view import ListView
from desktop.ui.kit.splitter import split
from desktop.ui.kit.table import ListModel
from desktop.ui.office import Office
from desktop.ui.screen import Screen
from desktop.ui.screens.tiers.choice import SchemeChoice
from desktop.ui.screens.tiers.schemes import scheme_doings as doings
from desktop.ui.screens.tiers.schemes.scheme_list import SchemeLine, scheme_columns
from desktop.ui.screens.tiers.schemes.scheme_pane import SchemePane, Shown
from desktop.ui.words import current, tr
from desktop.words import N_


class SchemesPage(Screen):
    """`visit(key)` shows the scheme of that key."""

    SHOWS = frozenset({"tier_scheme", "scheme_version", "rating_round", "policy", "custom_field"})

    def __init__(self, office: Office, choice: SchemeChoice) -> None:
        super().__init__(office)
        self._choice = choice
        self._lines: dict[int, SchemeLine] = {}
        self._known: dict[str, Metric] = {}
        self._fresh: OfficeScheme | None = None
        self.model: ListModel[SchemeLine] = ListModel(scheme_columns(), self._fetch)
        self.view = ListView(self.model, "tier_schemes", office.seen, actions=self._actions())
        self.view.setSelectionMode(ListView.SelectionMode.SingleSelection)
        self.view.setAccessibleName(tr("Schemes"))
        self.panel = ListPanel(self.view)
        self.pane = SchemePane(office)
        self.new = button(tr("New scheme"), None, icon="plus")
        self.new.setMenu(self._new_menu())
        self.new.setDisabled(office.store.read_only)
        self.lead = button(tr("Use as the leading one"), lambda: self._lead(self._ids()), icon="star", look="quiet")
        self.more = button(tr("More"), None, look="quiet")
        self.more.setMenu(QMenu(self.more))
        self.more.menu().aboutToShow.connect(self._fill_more)
        self._lay_out()
        self.view.current_changed.connect(self._show)
        self.view.opened.connect(lambda _: self.pane.edit())
        self.pane.saved.connect(self._saved)
        self.pane.left.connect(self._left)
        self.pane.told.connect(self._tell)

    def _lay_out(self) -> None:
        head = SectionHeader(tr("Schemes"))
        for made in (self.lead, self.more, self.new):
            head.add(made)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(theme.px(12), theme.px(4), 0, theme.px(8))
        column.setSpacing(theme.px(4))
        column.addWidget(head)
        column.addWidget(self.panel, 1)
        left.setMinimumWidth(theme.px(300))
        self._fill = Fill(self.view, "name")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(split(left, self.pane, "tier_schemes", self.office.seen, (21, 29)))

    def _actions(self) -> tuple[Action, ...]:
        return (
            Action("edit", N_("Edit"), lambda _: self.pane.edit(), "pencil", "F2", (1, 1), self._writable),
            Action("copy_scheme", N_("Duplicate"), self._duplicate, "copy", "Ctrl+D", (1, 1), self._writable),
            Action("lead", N_("Use as the leading scheme"), self._lead, "star", "", (1, 1), self._may_lead, apart=True),
            Action("aside", N_("Put aside"), self._put_aside, "minus", "", (1, 1), self._may_aside),
            Action("use", N_("Take into use"), self._take_up, "check", "", (1, 1), self._may_use),
            Action("original", N_("Back to the original"), self._to_original, "restore", "", (1, 1),
                   self._has_original, apart=True),
            Action("remove", N_("Remove"), self._remove, "trash", "Del", (1, 1), self._removable, danger=True),
        )  # fmt: skip

    def _new_menu(self) -> QMenu:
        menu = QMenu(self.new)
        menu.addAction(tr("A copy of the chosen one"), lambda _=False: self._duplicate(self._ids()))
        menu.addSeparator()
        for method in Method:
            text = current().text(METHODS[method])
            menu.addAction(text, lambda _=False, method=method: self._by_method(method))
        return menu

    def _fill_more(self) -> None:
        """The same as the menu of the list, for whoever does not look for one there."""
        menu, fresh = self.more.menu(), self.view.menu()
        menu.clear()
        for entry in fresh.actions():
            entry.setParent(menu)
            menu.addAction(entry)
        fresh.deleteLater()

    # Showing

    def reload(self) -> None:
        with self.office.store.read() as session:
            found, last = schemes(session), last_days(session)
            self._known = metrics_of(session)
        self._lines = {
            at: SchemeLine(at, one, last.get(one.key), bool(faults(one.scheme, self._known)))
            for at, one in enumerate(found, 1)
        }
        key = self.pane.key or self._choice.key
        self.model.set_ids(self._lines)
        used = sum(1 for one in found if one.active or one.leads)
        self.panel.foot.say(tr("{count} schemes, {used} in use", count=len(found), used=used))
        if self.pane.editing and (self.pane.dirty or self._same(key)):
            self._point_at(key)  # what is being typed stays
            return
        self.go_to(key)

    def _same(self, key: str) -> bool:
        """Whether the file has nothing new to say of the scheme in the form."""
        shown = self.pane.shown
        now = next((line.scheme for line in self._lines.values() if line.scheme.key == key), None)
        return shown is not None and shown.scheme == now and shown.known == self._known

    def visit(self, what: object) -> None:
        self.reload_if_stale()
        if isinstance(what, str) and self.may_leave():
            self.go_to(what)

    def go_to(self, key: str) -> None:
        """Show the scheme of that key; the first where there is none."""
        at = next((line.id for line in self._lines.values() if line.scheme.key == key), 1)
        self._point_at(self._lines[at].scheme.key)
        self._read(at)

    def _point_at(self, key: str) -> None:
        at = next((line.id for line in self._lines.values() if line.scheme.key == key), None)
        self.view.blockSignals(True)
        self.view.go_to(at)
        self.view.blockSignals(False)

    def _fetch(self, ids: Sequence[int]) -> list[SchemeLine]:
        return [self._lines[one] for one in ids if one in self._lines]

    def _show(self, at: int | None) -> None:
        """Another line has the cursor."""
        line = self._lines.get(at or 0)
        if line is None or (line.scheme.key == self.pane.key and not self._fresh):
            return
        if not self.pane.may_leave():
            self._point_at(self.pane.key)
            return
        self._fresh = None
        self.go_to(line.scheme.key)

    def _read(self, at: int) -> None:
        line = self._lines[at]
        versions = []
        if line.scheme.id is not None:
            with self.office.store.read() as session:
                versions = versions_of(session, line.scheme.id)
        self.pane.show_scheme(Shown(line.scheme, versions, self._known))

    def _tell(self) -> None:
        self.lead.setEnabled(self._may_lead(self._ids()) and not self.pane.editing)
        self.more.setEnabled(not self.pane.editing)

    def may_leave(self) -> bool:
        if not self.pane.may_leave():
            return False
        if self._fresh is not None:
            self._left()
        return True

    # Which one

    def _ids(self) -> list[int]:
        return self.view.chosen()

    def _of(self, ids: Sequence[int]) -> OfficeScheme | None:
        line = self._lines.get(ids[0]) if len(ids) == 1 else None
        return line.scheme if line else None

    def _names(self) -> set[str]:
        return {doings.name_of(line.scheme) for line in self._lines.values()}

    def _writable(self, _: Sequence[int] = ()) -> bool:
        return not self.office.store.read_only

    def _may_lead(self, ids: Sequence[int]) -> bool:
        """A scheme that cannot be rated by gives no tiers."""
        line = self._lines.get(ids[0]) if len(ids) == 1 else None
        return line is not None and self._writable() and not line.scheme.leads and not line.faulty

    def _may_aside(self, ids: Sequence[int]) -> bool:
        one = self._of(ids)
        return one is not None and self._writable() and one.active and not one.leads

    def _may_use(self, ids: Sequence[int]) -> bool:
        one = self._of(ids)
        return one is not None and self._writable() and not one.active

    def _has_original(self, ids: Sequence[int]) -> bool:
        one = self._of(ids)
        return one is not None and self._writable() and doings.changed_from_original(one)

    def _removable(self, ids: Sequence[int]) -> bool:
        one = self._of(ids)
        return one is not None and self._writable() and doings.removable(self.office, one)

    # Doing

    def _duplicate(self, ids: Sequence[int]) -> None:
        one = self._of(ids)
        if one is not None and self._writable():
            self._begin(doings.copy_of(self.office, one.scheme, self._names()))

    def _by_method(self, method: Method) -> None:
        self._begin(doings.by_method(self.office, method, self._names()))

    def _begin(self, made: OfficeScheme) -> None:
        """Open the form of a scheme that is not in the file yet."""
        if self.pane.may_leave():
            self._fresh = made
            self.pane.show_scheme(Shown(made, (), self._known, fresh=True))
            self.pane.edit()
            self.view.clearSelection()

    def _saved(self, key: str) -> None:
        self._fresh = None
        self.reload()
        self.go_to(key)
        self.view.setFocus()

    def _left(self) -> None:
        """The form was closed; a scheme that never came into the file is gone with it."""
        fresh, self._fresh = self._fresh, None
        self.go_to(self._choice.key if fresh is not None else self.pane.key)
        self.view.setFocus()

    def _lead(self, ids: Sequence[int]) -> None:
        one = self._of(ids)
        if one is not None and self.pane.may_leave() and doings.let_lead(self.office, one):
            self.office.notice.say(tr("The value tiers come from {name} now", name=doings.name_of(one)))

    def _put_aside(self, ids: Sequence[int]) -> None:
        one = self._of(ids)
        if one is not None and self.pane.may_leave() and doings.put_aside(self.office, one, active=False):
            self.office.notice.say(tr("Put aside: {name}", name=doings.name_of(one)))

    def _take_up(self, ids: Sequence[int]) -> None:
        one = self._of(ids)
        if one is not None and self.pane.may_leave() and doings.put_aside(self.office, one, active=True):
            self.office.notice.say(tr("In use again: {name}", name=doings.name_of(one)))

    def _to_original(self, ids: Sequence[int]) -> None:
        one = self._of(ids)
        if one is not None and self.pane.may_leave() and doings.to_original(self.office, one):
            self.office.notice.say(tr("As it came again: {name}", name=doings.name_of(one)))

    def _remove(self, ids: Sequence[int]) -> None:
        one = self._of(ids)
        if one is not None and self.pane.may_leave() and doings.remove(self.office, one):
            self.office.notice.say(tr("Removed: scheme {name}", name=doings.name_of(one)))
