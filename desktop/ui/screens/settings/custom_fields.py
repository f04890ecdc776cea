"""The fields the office adds to its cards: listed in their order, each with its form and how it looks on a card."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from db.queries.custom import CustomFieldRow, answer_counts, custom_fields
from db.store import Doing
from db.vocabulary import CustomerKind, CustomKind
from desktop.services.custom import order_fields, remove_field
from desktop.ui.keeping import keep
from desktop.ui.kit import theme
from desktop.ui.kit.actions import Action
from desktop.ui.kit.buttons import button
from desktop.ui.kit.labels import SectionHeader
from desktop.ui.kit.list_panel import ListPanel
from desktop.ui.kit.list_view import ListView
from desktop.ui.kit.splitter import split
from desktop.ui.kit.table import Column, ListModel
from desktop.ui.office import Office
from desktop.ui.screen import Screen
from desktop.ui.screens.settings.custom_editor import FieldEditor
from desktop.ui.wording import words_of
from desktop.ui.words import tr
from desktop.words import N_

ICONS = {
    CustomKind.TEXT: "text-size",
    CustomKind.LONG_TEXT: "notes",
    CustomKind.NUMBER: "chart-line",
    CustomKind.MONEY: "coins",
    CustomKind.DATE: "calendar",
    CustomKind.KEY_DATE: "cake",
    CustomKind.CHOICE: "circle-check",
    CustomKind.CHOICES: "list",
    CustomKind.YES_NO: "check",
    CustomKind.PHONE: "phone",
    CustomKind.PERSON: "user",
    CustomKind.FILE: "paperclip",
}


@dataclass(frozen=True, slots=True)
class FieldLine:
    """One field in the list, and how many customers answer it."""

    field: CustomFieldRow
    answers: int

    @property
    def id(self) -> int:
        return self.field.id


def _marks(line: FieldLine) -> str:
    required, unique = line.field.required, line.field.is_unique
    return " · ".join(filter(None, (tr("required") if required else "", tr("unique") if unique else "")))


def _whom(only: CustomerKind | None) -> str:
    return tr("all") if only is None else words_of(only)


class CustomFieldsPage(Screen):
    """The list on the left, the chosen field on the right."""

    SHOWS = frozenset({"custom_field", "custom_value", "key_date"})

    def __init__(self, office: Office) -> None:
        super().__init__(office)
        self._lines: dict[int, FieldLine] = {}
        self.model: ListModel[FieldLine] = ListModel(_columns(), self._fetch)
        self.view = ListView(self.model, "custom_fields", office.seen, actions=self._actions())
        self.panel = ListPanel(self.view)
        self.editor = FieldEditor(office)
        self.new = button(tr("New field"), self._new, icon="plus", look="primary")
        self.up = button(tr("Up"), lambda: self._move(-1), icon="chevron-up", look="quiet", tip="Alt+Up")
        self.down = button(tr("Down"), lambda: self._move(1), icon="chevron-down", look="quiet", tip="Alt+Down")
        self.remove = button(tr("Remove"), lambda: self._remove(self.view.chosen()), icon="trash", look="quiet")
        self.new.setDisabled(office.store.read_only)
        head = SectionHeader(tr("Custom fields"))
        for made in (self.up, self.down, self.remove, self.new):
            head.add(made)
        note = QLabel(tr("Fields of your own: on the card, on paper, in lists, filters and imports, like any other."))
        note.setProperty("look", "muted")
        note.setWordWrap(True)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, theme.px(8), 0)
        column.setSpacing(theme.px(8))
        column.addWidget(head)
        column.addWidget(note)
        column.addWidget(self.panel, 1)
        paper = QFrame()
        paper.setProperty("look", "pane")
        box = QVBoxLayout(paper)
        box.setContentsMargins(theme.px(16), theme.px(8), theme.px(16), theme.px(16))
        box.addWidget(split(left, self.editor, "custom_fields.split", office.seen, (3, 2)))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(paper)
        self.view.current_changed.connect(self._show)
        self.view.chosen_changed.connect(self._on_chosen)
        self.view.opened.connect(lambda _: self.editor.edit())
        self.editor.saved.connect(self._saved)
        self._on_chosen()

    def _actions(self) -> tuple[Action, ...]:
        def writable(_: Sequence[int]) -> bool:
            return not self.office.store.read_only

        return (
            Action("edit", N_("Change"), lambda _: self.editor.edit(), "pencil", "F2", (1, 1), writable),
            Action("up", N_("Up"), lambda _: self._move(-1), "chevron-up", "Alt+Up", (1, 1), writable),
            Action("down", N_("Down"), lambda _: self._move(1), "chevron-down", "Alt+Down", (1, 1), writable),
            Action(
                "remove", N_("Remove"), self._remove, "trash", "Del", (1, 1), writable, danger=True, apart=True
            ),
        )  # fmt: skip

    # Showing

    def reload(self) -> None:
        with self.office.store.read() as session:
            counts = answer_counts(session)
            self._lines = {one.id: FieldLine(one, counts.get(one.id, 0)) for one in custom_fields(session)}
        sentence = tr("None yet. What your office asks of its customers and no other does belongs here.")
        if self.office.store.read_only:
            self.panel.empty.say("columns", sentence)
        else:
            self.panel.empty.say("columns", sentence, tr("Add the first field"), self._new)
        self.model.set_ids(self._lines)
        self.panel.foot.say(tr("{count} fields", count=len(self._lines)))
        if not self.editor.editing:
            self._show(self.view.current_id())
        self._on_chosen()

    def _fetch(self, ids: Sequence[int]) -> list[FieldLine]:
        return [self._lines[one] for one in ids if one in self._lines]

    def _on_chosen(self) -> None:
        ids = self.view.chosen()
        places = list(self._lines)
        one = len(ids) == 1 and ids[0] in self._lines and not self.office.store.read_only
        self.remove.setEnabled(one)
        self.up.setEnabled(one and places[0] != ids[0])
        self.down.setEnabled(one and places[-1] != ids[0])

    def _show(self, field_id: int | None) -> None:
        now = self.editor.field_id
        if self.editor.editing and (field_id == now or not self.editor.may_leave()):
            if field_id != now and now:
                self.view.go_to(now)
            return
        line = self._lines.get(field_id or 0)
        self.editor.show_field(None if line is None else line.field)

    def may_leave(self) -> bool:
        return self.editor.may_leave()

    # Doing

    def _new(self) -> None:
        if not self.office.store.read_only and self.editor.may_leave():
            self.editor.show_field(CustomFieldRow())
            self.editor.edit()

    def _saved(self, field_id: int) -> None:
        self.reload()
        self.view.go_to(field_id)
        self._show(field_id)

    def _move(self, step: int) -> None:
        ids, places = self.view.chosen(), list(self._lines)
        if len(ids) != 1 or ids[0] not in places or self.office.store.read_only:
            return
        at = places.index(ids[0])
        if not 0 <= at + step < len(places):
            return
        places[at], places[at + step] = places[at + step], places[at]
        if keep(self.office, Doing("custom.order"), lambda session: order_fields(session, places)):
            self.view.go_to(ids[0])
            self._on_chosen()

    def _remove(self, ids: Sequence[int]) -> None:
        line = self._lines.get(ids[0]) if len(ids) == 1 else None
        if line is None or self.office.store.read_only or not self.editor.may_leave():
            return
        title, count = line.field.title, line.answers
        detail = tr("{count} answers go to the recycle bin with it, and come back with it.", count=f"{count:,}")
        question = tr("Remove the field “{title}”?", title=title)
        if count and not self.office.ask.confirm(question, detail, yes=tr("Remove the field"), danger=True):
            return
        doing = Doing("custom.delete", {"title": title, "count": count})
        if keep(self.office, doing, lambda session: remove_field(session, line.id)):
            self.office.notice.say(tr("In the recycle bin: {title}, {count} answers", title=title, count=count))


def _columns() -> tuple[Column[FieldLine], ...]:
    return (
        Column("title", N_("Field"), lambda line: line.field.title, 160, fixed=True,
               icon=lambda line: ICONS[line.field.kind], tip=lambda line: line.field.title),
        Column("kind", N_("Holds"), lambda line: words_of(line.field.kind), 104),
        Column("part", N_("Part"), lambda line: words_of(line.field.part), 76),
        Column("only", N_("Cards"), lambda line: _whom(line.field.only), 76),
        Column("marks", N_("Rules"), _marks, 112),
        Column("answers", N_("Answers"), lambda line: f"{line.answers:,}", 72, "right"),
    )  # fmt: skip
