"""One kind of record of a customer: the list above, the chosen one below, read as text and written in place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from desktop.ui.kit.actions import Action
from desktop.ui.kit.binder import Unreadable
from desktop.ui.kit.buttons import button, tool
from desktop.ui.kit.empty import EmptyState
from desktop.ui.kit.fields import Option
from desktop.ui.kit.fill import Fill
from desktop.ui.kit.form import Form
from desktop.ui.kit.labels import SectionHeader
from desktop.ui.kit.list_panel import ListPanel
from desktop.ui.kit.list_view import ListView
from desktop.ui.kit.scroll import Page
from desktop.ui.kit.splitter import split
from desktop.ui.kit.table import ListModel, veiled
from desktop.ui.screens.customers.desk import Desk
from desktop.ui.screens.customers.edit_bar import EditBar
from desktop.ui.screens.customers.readings import reading
from desktop.ui.screens.customers.service.kinds import RecordKind
from desktop.ui.screens.customers.tab import Seen
from desktop.ui.words import current, tr
from desktop.words import N_


class RecordPane(QWidget):
    """List above, form below; what is particular to the kind is declared in its RecordKind."""

    dirty_changed = Signal(bool)

    def __init__(self, desk: Desk, kind: RecordKind) -> None:
        super().__init__()
        self.desk, self.kind = desk, kind
        self._seen: Seen | None = None
        self.rows: dict[int, Any] = {}
        self._turning = False
        self._actions = self._declare()
        self.model: ListModel[Any] = ListModel(
            veiled(kind.columns(desk.office), desk.veil), lambda ids: [self.rows[i] for i in ids if i in self.rows]
        )
        self.view = ListView(self.model, f"service.{kind.key}", desk.office.seen, actions=self._actions)
        Fill(self.view, kind.fill)
        self.panel = ListPanel(self.view, EmptyState())
        self.form: Form[Any] = Form(
            kind.fields(self._contacts, self.reps), reading(desk.office, kind.lean, lambda: desk.owner_id)
        )
        self.head = SectionHeader("")
        self.bar = EditBar(current().text(kind.keep), self.keep, self.ask_to_drop)
        self.buttons = self._buttons()
        self.pencil = tool("pencil", tr("Edit this entry (F2)"), self.edit)
        self.pencil.setDisabled(bool(desk.why_not))
        self.head.add(self.pencil)
        self._lay_out()
        self.view.current_changed.connect(self._turn_to)
        self.view.opened.connect(lambda _: self.edit())
        self.form.edit_requested.connect(self.edit)
        self.form.save_requested.connect(self.keep)
        self.form.cancel_requested.connect(self.ask_to_drop)
        self.form.dirty_changed.connect(self.dirty_changed)

    def _declare(self) -> tuple[Action, ...]:
        edit, delete, one = N_("Edit"), N_("Delete"), (1, 1)
        return (
            Action("new", self.kind.new, lambda _: self.add(), "plus", "Ins", (0, None), self.may),
            Action("edit", edit, lambda _: self.edit(), "pencil", "F2", one, self.may),
            *self.kind.actions(self),
            Action("delete", delete, self._delete, "trash", "Del", one, self.may, danger=True, apart=True),
        )

    def _buttons(self) -> dict[str, QPushButton]:
        """What is particular to the kind, at the head of the chosen one; hidden where it cannot be done."""
        made = {}
        for action in self._actions:
            if action.key not in ("new", "edit", "delete"):
                one = button(current().text(action.text), icon=action.icon)
                one.clicked.connect(lambda _=False, action=action: self._do(action))
                one.hide()
                self.head.add(one)
                made[action.key] = one
        return made

    def _do(self, action: Action) -> None:
        wanted = self.view.current_id()
        if wanted is not None and action.possible([wanted]):
            action.do([wanted])

    def _lay_out(self) -> None:
        self.page = page = Page()
        page.box.addWidget(self.head)
        page.box.addWidget(self.form)
        self.below = QWidget()
        box = QVBoxLayout(self.below)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(page, 1)
        box.addWidget(self.bar)
        self.bar.hide()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        name = f"service.{self.kind.key}"
        outer.addWidget(split(self.panel, self.below, name, self.desk.office.seen, (3, 5), upright=True))

    def _contacts(self) -> list[Option]:
        people = self._seen.card.contacts if self._seen else ()
        return [Option(one.id, one.name if one.active else tr("{name} (left)", name=one.name)) for one in people]

    def reps(self) -> list[Option]:
        """The people of the office that the form offers."""
        now = getattr(self.form.draft, "rep_id", None) if self._seen else None
        return [
            Option(one.id, one.name) for one in (self._seen.reps if self._seen else ()) if one.active or one.id == now
        ]

    # Showing

    def show_card(self, seen: Seen, rows: Sequence[Any]) -> None:
        """Show the records of this customer; what is being typed for the same customer stays."""
        same = self._seen is not None and self._seen.id == seen.id
        self._seen = seen
        self.rows = {row.id: row for row in rows}
        self._turning = True
        self.model.set_ids(self.rows)
        if not same or self.view.current_id() is None:
            self.view.go_to(next(iter(self.rows), None))
        self._turning = False
        self.panel.foot.say(self.kind.foot(rows, self.desk.office) if rows else "")
        why, nothing = self.desk.why_not, current().text(self.kind.nothing)
        self.panel.empty.say(self.kind.icon, nothing, "" if why else current().text(self.kind.new), self.add)
        if not (same and self.form.editing):
            self._show(self.view.current_id())

    def _show(self, record_id: int | None) -> None:
        row = self.rows.get(record_id or 0)
        self.below.setVisible(row is not None or self.form.editing)
        if row is None:
            return
        self.form.put(self.kind.form(row, self.desk.office))
        self.head.title.setText(self.desk.veil(self.kind.named(row)))
        self.page.verticalScrollBar().setValue(0)
        for action in self._actions:
            if action.key in self.buttons:
                self.buttons[action.key].setVisible(action.possible([row.id]))

    def _turn_to(self, record_id: int | None) -> None:
        if self._turning:
            return
        if self.dirty and not self._settle():
            self._turning = True
            self.view.go_to(self.form.draft.id)
            self._turning = False
            return
        self._flip(on=False)
        self._show(record_id)

    def go_to(self, record_id: int) -> None:
        """Choose a record of the list."""
        self.view.go_to(record_id)

    # Editing

    def may(self, _ids: Sequence[int] = ()) -> bool:
        """Whether anything can be changed."""
        return not self.desk.why_not

    @property
    def writing(self) -> bool:
        """Whether the form is open."""
        return self.form.editing

    @property
    def dirty(self) -> bool:
        """Whether something was typed that is not kept."""
        return self.form.dirty

    def add(self) -> None:
        """Begin a new record."""
        if self._seen is None or self.desk.why_not or (self.dirty and not self._settle()):
            return
        self._flip(on=False)
        self.below.show()
        self.form.put(self.kind.blank(self._seen, self.desk.office))
        self.head.title.setText(current().text(self.kind.new))
        self._flip(on=True)

    def edit(self, field: str = "") -> None:
        """Turn the chosen record into editors."""
        if self.desk.why_not:
            self.desk.office.notice.say(self.desk.why_not, "info")
        elif self.view.current_id() is not None and not self.form.editing:
            self._flip(on=True, field=field)

    def _flip(self, *, on: bool, field: str = "") -> None:
        focused = self.focusWidget()
        inside = focused is not None and focused.hasFocus() and not self.view.hasFocus()
        self.form.edit(on, field)
        self.bar.setVisible(on)
        if inside and not on:  # what had the focus goes away: it stays with the record
            self.view.setFocus()
        self.bar.say(tr("Editing: {part}", part=self.head.title.text()) if on else "")
        self.pencil.setVisible(not on)
        for one in self.buttons.values():
            one.setHidden(True)
        if on:
            with self.desk.office.store.read() as session:
                self.kind.prepare(self.form, session)

    def drop(self) -> None:
        """Forget what was typed."""
        self._flip(on=False)
        self._show(self.view.current_id())

    def ask_to_drop(self) -> None:
        """Close the form; asks only when something was typed."""
        if not self.dirty or self._settle():
            self.drop()

    def _settle(self) -> bool:
        """Ask what becomes of what was typed; False where it goes on."""
        answer = self.desk.ask_about_typed(current().text(self.kind.keep))
        if answer == "keep":
            return self.keep()
        if answer == "drop":
            self.drop()
        return answer == "drop"

    def keep(self) -> bool:
        """Keep the record; what is wrong is said at its field."""
        if not self.form.editing or self._seen is None:
            return True
        customer_id, office = self._seen.id, self.desk.office
        try:
            taken = self.form.taken()
            values = self.kind.read(taken, office)
        except Unreadable as problem:
            for field, sentence in problem.fields.items():
                self.form.show_error(field, sentence)
            self.form.focus(next(iter(problem.fields)))
            return False
        if taken == self.form.draft and taken.id:
            self.drop()
            return True
        saved: list[int] = []

        def work(session: Any) -> None:
            saved.append(self.kind.save(session, customer_id, values, office))

        kept = self.write(work, tr("Saved for {name}", name=self.desk.name), lambda: self._flip(on=False))
        if kept and saved:
            self.view.go_to(saved[0])
            self._show(saved[0])
        return kept

    def write(self, work: Callable[[Any], object], said: str, after: Callable[[], object] = lambda: None) -> bool:
        """Change something as one action of this kind of record."""
        return self.desk.keep(f"{self.kind.action}.edit", work, said, forms=[self.form], after=after)

    def _delete(self, ids: Sequence[int]) -> None:
        said = tr("In the recycle bin: {name}", name=self.kind.named(self.rows[ids[0]]))
        self.desk.keep(f"{self.kind.action}.delete", lambda session: self.kind.delete(session, ids[0]), said)
