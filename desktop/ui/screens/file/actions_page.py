"""Who did what: every action of the file, what it changed, and the way back."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from db.queries.actions import ChangedField, action_ids, action_rows, changed_fields
from db.queries.journal import NEVER_UNDONE, ActionRow
from db.vocabulary import ChangeKind
from desktop import sentences
from desktop.ui.changes import field_words, moment, record_words, value_words
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
from desktop.ui.top_line import take_back
from desktop.ui.words import current, tr
from desktop.words import N_

SHOWN_CHANGES = 1000


def words_of_action(row: ActionRow) -> str:
    """What the action did, in words."""
    return sentences.action(current(), row.kind, row.facts)


ACTION_COLUMNS: tuple[Column[ActionRow], ...] = (
    Column("at", N_("When"), lambda row: moment(row.at), 140, fixed=True),
    Column(
        "what",
        N_("What"),
        words_of_action,
        320,
        fixed=True,
        icon=lambda row: "arrow-back-up" if row.undoes_id else None,
        colour=lambda row: "muted" if row.undone else None,
    ),
    Column("who", N_("Who"), lambda row: row.who, 120),
    Column("records", N_("Records"), lambda row: f"{row.records:,}", 90, "right"),
    Column("undone", N_("State"), lambda row: tr("undone") if row.undone else "", 90, badge=lambda _: "grey"),
)


class ActionsPage(Screen):
    """The list on the left, the fields changed by the current action on the right."""

    SHOWS = frozenset({"action"})

    def __init__(self, office: Office) -> None:
        super().__init__(office)
        self.model: ListModel[ActionRow] = ListModel(ACTION_COLUMNS, self._fetch)
        undo = Action("undo", N_("Undo this action"), self._undo, "arrow-back-up", needs=(1, 1), allowed=self._can_undo)
        self.view = ListView(self.model, "actions", office.seen, actions=(undo,))
        self.panel = ListPanel(self.view)
        self.panel.empty.say("history", tr("Nothing was done in this file yet."))
        self.detail = ChangesPanel(office)
        self.detail.undo.clicked.connect(lambda: self._undo(self.view.chosen()[:1]))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(split(self.panel, self.detail, "actions", office.seen, (3, 2)))
        self.view.current_changed.connect(self._show)

    def reload(self) -> None:
        with self.office.store.read() as session:
            ids = action_ids(session)
        self.model.set_ids(ids)
        self.panel.foot.say(tr("{count} actions", count=f"{len(ids):,}"))
        if ids and self.view.current_id() is None:
            self.view.go_to(ids[0])
        self._show(self.view.current_id())

    def _fetch(self, ids: Sequence[int]) -> list[ActionRow]:
        with self.office.store.read() as session:
            return action_rows(session, ids)

    def _show(self, action_id: object) -> None:
        rows = self._fetch([action_id]) if isinstance(action_id, int) else []
        self.detail.put(rows[0] if rows else None)

    def _can_undo(self, ids: Sequence[int]) -> bool:
        return not self.office.store.read_only and all(undoable(row) for row in self._fetch(ids))

    def _undo(self, ids: Sequence[int]) -> None:
        if ids:
            take_back(self.office, ids[0])


def undoable(row: ActionRow) -> bool:
    """Whether an undo would do anything."""
    return not row.undone and row.kind not in NEVER_UNDONE


class ChangeRow:
    """A changed field with the number the list knows it by."""

    __slots__ = ("change", "id")

    def __init__(self, number: int, change: ChangedField) -> None:
        self.id, self.change = number, change


def _record(row: ChangeRow) -> str:
    change = row.change
    name = change.subject or (str(change.old) if not change.field and change.old else "")
    return " · ".join(filter(None, (record_words(change.table), name)))


def _what(row: ChangeRow) -> str:
    change = row.change
    if change.count > 1:
        return tr("{count} created", count=f"{change.count:,}")
    if change.kind is ChangeKind.CREATED:
        return tr("created")
    return tr("deleted") if change.kind is ChangeKind.DELETED else field_words(change.table, change.field)


CHANGE_COLUMNS: tuple[Column[ChangeRow], ...] = (
    Column("record", N_("Record"), _record, 180, fixed=True),
    Column("field", N_("Field"), _what, 130, fixed=True),
    Column("old", N_("Before"), lambda row: _value(row, row.change.old), 140),
    Column("new", N_("After"), lambda row: _value(row, row.change.new), 140),
)


def _value(row: ChangeRow, value: object) -> str:
    return value_words(row.change.table, row.change.field, value) if row.change.field else ""


class ChangesPanel(QWidget):
    """What one action did."""

    def __init__(self, office: Office) -> None:
        super().__init__()
        self.office = office
        self._rows: dict[int, ChangeRow] = {}
        self.head = SectionHeader("")
        self.undo = button(tr("Undo this action"), icon="arrow-back-up", look="quiet")
        self.head.add(self.undo)
        self.model: ListModel[ChangeRow] = ListModel(
            CHANGE_COLUMNS, lambda ids: [self._rows[one] for one in ids if one in self._rows]
        )
        self.panel = ListPanel(ListView(self.model, "changes", office.seen))
        box = QVBoxLayout(self)
        box.setContentsMargins(theme.px(8), 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.head)
        box.addWidget(self.panel, 1)

    def put(self, row: ActionRow | None) -> None:
        """Show an action, or nothing."""
        found: list[ChangedField] = []
        if row is not None:
            with self.office.store.read() as session:
                found = changed_fields(session, row.id, limit=SHOWN_CHANGES)
        self._rows = {number: ChangeRow(number, change) for number, change in enumerate(found)}
        self.head.title.setText("" if row is None else words_of_action(row))
        self.undo.setVisible(row is not None and undoable(row) and not self.office.store.read_only)
        self.model.set_ids(self._rows)
        shown = tr("{count} changes", count=f"{len(found):,}")
        if row is not None and len(found) >= SHOWN_CHANGES:
            shown = tr("the first {count} changes", count=f"{SHOWN_CHANGES:,}")
        self.panel.foot.say(shown)
        self.panel.empty.say("history", tr("This action changed no fields."))
