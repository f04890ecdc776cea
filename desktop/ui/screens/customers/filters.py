"""What narrows the list: a text, a view with its conditions, and what is chosen in the side column."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from db.conditions import Where
from db.queries.condition_columns import Frame
from db.queries.customers import CustomerFilter
from db.queries.groups import GROUPS
from db.queries.views import ViewRow
from desktop.rules.condition_words import sentence
from desktop.rules.conditions import without_unknown
from desktop.rules.views import BUILT_IN, View, read_view
from desktop.services.views import OfficeWords
from desktop.ui.kit import icons, theme
from desktop.ui.kit.buttons import tool
from desktop.ui.kit.inputs import Line
from desktop.ui.kit.labels import ElidedLabel
from desktop.ui.office import Office
from desktop.ui.screens.customers.condition_panel import ConditionPanel
from desktop.ui.screens.customers.group_words import GROUP_TITLES, facets_where
from desktop.ui.screens.customers.readings import reading
from desktop.ui.screens.customers.side_panel import Facets
from desktop.ui.screens.customers.view_chooser import ViewChooser, view_key
from desktop.ui.words import current, tr

ALL = "all"
CONDITIONS_KEY, VIEWS_KEY, COLUMN_KEY = "Ctrl+F", "F4", "F9"


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of the file when conditions are asked: its words, from where they are seen, and its views."""

    office: OfficeWords
    frame: Frame
    views: Sequence[ViewRow] = ()


class Filters(QWidget):
    """`changed` after each change of what is wanted, `grouped` when other groups are; `view_taken(View)` when a view
    was chosen, whose columns and order are for the list to take. The text field stands where its owner puts it.
    """

    changed = Signal()
    grouped = Signal(str)
    groups_opened = Signal(bool)  # all groups are to be open, or closed
    view_taken = Signal(object)
    column_wanted = Signal()

    def __init__(self, office: Office, known: Known) -> None:
        super().__init__()
        self.office, self.known = office, known
        self.key, self.base = ALL, View()
        self.where, self.facets, self.group = Where(), Facets(), ""
        self.unknown: tuple[str, ...] = ()
        self.text = Line()
        self.text.setPlaceholderText(tr("Filter the list"))
        self.text.setAccessibleName(tr("Filter the list"))
        self.text.setClearButtonEnabled(True)
        self.views = ViewChooser(self._why_not)
        self.views.chosen.connect(self.choose)
        self.asking = tool("filter", tr("Conditions ({key})", key=CONDITIONS_KEY), self.turn_panel)
        self.asking.setCheckable(True)
        self.grouping = tool("stack-2", tr("Group the list"))
        self.grouping.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._groups = QMenu(self.grouping)
        self._groups.aboutToShow.connect(self._fill_groups)
        self.grouping.setMenu(self._groups)
        self.column = tool(
            "layout-sidebar", tr("Counts by tier, stage, region ({key})", key=COLUMN_KEY), self.column_wanted.emit
        )
        self.panel: ConditionPanel | None = None
        self.said = ElidedLabel(look="muted")
        self.dropping = tool("filter-off", tr("Show all customers"), self.clear)
        self._lay_out()
        self._wait = QTimer(self, singleShot=True, interval=0)  # keys that came meanwhile are asked for together
        self._wait.timeout.connect(self.changed)
        self.text.textChanged.connect(lambda _: self._wait.start())
        self._show()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(theme.px(4))
        row.addWidget(self.views, 1)
        for widget in (self.asking, self.grouping, self.column):
            row.addWidget(widget)
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.said, 1)
        line.addWidget(self.dropping)
        self._line = QWidget()
        self._line.setLayout(line)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(theme.px(4))
        self._box.addLayout(row)
        self._box.addWidget(self._line)

    def add_shortcuts(self, on: QWidget) -> None:
        """Let the keys work in the whole place `on`."""
        for key, do in ((CONDITIONS_KEY, self.turn_panel), (VIEWS_KEY, self.views.showMenu)):
            QShortcut(QKeySequence(key), on).activated.connect(do)
        QShortcut(QKeySequence(COLUMN_KEY), on).activated.connect(self.column_wanted)

    def _why_not(self) -> str:
        return tr("The file is open for reading only.") if self.office.store.read_only else ""

    # What is wanted

    def filter(self) -> CustomerFilter:
        """What is wanted now."""
        return replace(self.unfaceted(), text=self.text.text(), also=facets_where(self.facets))

    def unfaceted(self) -> CustomerFilter:
        """What the view alone wants: what the side column counts."""
        frame = replace(self.known.frame, today=self.office.today(), me=self.office.me.rep_id)
        return CustomerFilter(where=self.where, frame=frame)

    def narrowed(self) -> bool:
        """Whether anything but everything is wanted."""
        return bool(self.text.text().strip() or self.where.parts or any(self.facets.values()))

    def clear(self) -> None:
        """Want everything."""
        self.text.clear()
        self.facets = {}
        self.choose(ALL)

    def put(self, known: Known) -> None:
        """Know the file anew; a view that was deleted or changed meanwhile is followed."""
        self.known = known
        row = next((one for one in known.views if view_key(one.id) == self.key), None)
        if self.key not in {one.key for one in BUILT_IN} and row is None:
            self.key, self.base = ALL, View()
        elif row is not None:
            before, self.base = self.base, read_view(row.content, known.office.fields).view
            if self.where == before.where != self.base.where:
                self.where = self.base.where
                self._put_panel()
        known_part = without_unknown(self.where, known.office.fields)
        if known_part != self.where:  # of a field that the office has removed meanwhile
            self.where = known_part
            self._put_panel()
        self._show()

    def narrow(self, facets: Facets) -> None:
        """Want only those in the facets."""
        self.facets = facets
        self._show()
        self.changed.emit()

    # Views

    def choose(self, key: str) -> None:
        """Look at the list as this view says."""
        row = next((one for one in self.known.views if view_key(one.id) == key), None)
        if row is not None:
            found = read_view(row.content, self.known.office.fields)
            view, self.unknown = found.view, found.unknown
        else:
            known = {one.key: one.view for one in BUILT_IN}
            key = key if key in known else ALL
            view, self.unknown = known[key], ()
        self.key, self.base = key, view
        self.where, self.group = view.where, view.group
        self._put_panel()
        self._show()
        self.view_taken.emit(view)
        self.changed.emit()
        if self.unknown:
            self.office.notice.say(
                tr("Left out of this view, because it is not known here: {parts}", parts=", ".join(self.unknown)), "bad"
            )

    def say_view(self, sums: Sequence[str], *, changed: bool) -> None:
        """Show the name of the view; `changed`: something about the list is not as it was kept."""
        self.views.say(self.known.views, self.key, sums, changed=changed)

    def _show(self) -> None:
        wheres = [self.where, facets_where(self.facets)]
        office = self.known.office
        said = [sentence(where, office.fields, office.name, current()) for where in wheres if where.parts]
        text = tr("{left}; {right}", left=said[0], right=said[1]) if len(said) > 1 else "".join(said)
        self.said.say(text)
        self._line.setVisible(bool(text))
        count = len(self.where.each())
        self.asking.setChecked(self.panel is not None and self.panel.isVisible())
        icons.put(self.asking, "filter", "accent" if count else None, size=18)
        icons.put(self.grouping, "stack-2", "accent" if self.group else None, size=18)

    # The panel of conditions

    def turn_panel(self) -> None:
        """Open the conditions, or close them."""
        if self.panel is not None and self.panel.isVisible():
            self.close_panel()
            return
        if self.panel is None:
            self.panel = ConditionPanel(self.known.office, reading(self.office), self._why_not())
            self.panel.changed.connect(self._on_panel)
            self.panel.closed.connect(self.close_panel)
            self.panel.keep_wanted.connect(lambda: self.views.asked.emit("keep"))
            self._box.insertWidget(1, self.panel)
        self._put_panel()
        self.panel.show()
        self.panel.begin()
        self._show()
        self.changed.emit()

    def close_panel(self) -> None:
        """Close the conditions; they hold on."""
        if self.panel is not None:
            self.panel.settle()
            self.panel.hide()
        self._show()

    def _put_panel(self) -> None:
        if self.panel is not None:
            self.panel.block.office = self.known.office
            self.panel.put(self.where)

    def _on_panel(self) -> None:
        assert self.panel is not None
        where = self.panel.where()
        if where != self.where:
            self.where = where
            self._show()
            self.changed.emit()

    # Groups

    def _fill_groups(self) -> None:
        menu = self._groups
        menu.clear()
        for by in ("", *GROUPS):
            entry = menu.addAction(current().text(GROUP_TITLES[by]) if by else tr("No groups"))
            entry.setCheckable(True)
            entry.setChecked(by == self.group)
            entry.triggered.connect(lambda _=False, by=by: self.group_by(by))
        if self.group:
            menu.addSeparator()
            menu.addAction(tr("Open all groups")).triggered.connect(lambda: self.groups_opened.emit(True))
            menu.addAction(tr("Close all groups")).triggered.connect(lambda: self.groups_opened.emit(False))

    def group_by(self, by: str) -> None:
        """Put the list into these groups, "" for none."""
        self.group = by
        self._show()
        self.grouped.emit(by)
