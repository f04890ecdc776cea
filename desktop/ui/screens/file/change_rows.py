"""What one action did, line by line in words; beside the list of actions and beside the recycle bin."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout

from db.queries.actions import ChangedField, changed_fields
from db.queries.card import customer_draft
from db.queries.journal import NEVER_UNDONE, ActionRow
from db.queries.names import record_names, target_of
from db.vocabulary import ChangeKind
from desktop import sentences
from desktop.ui.changes import field_words, pointed_words, record_words, value_words
from desktop.ui.kit import theme
from desktop.ui.kit.actions import Action
from desktop.ui.kit.fill import Fill
from desktop.ui.kit.labels import SectionHeader
from desktop.ui.kit.list_panel import ListPanel
from desktop.ui.kit.list_view import ListView
from desktop.ui.kit.table import Column, ListModel, veiled
from desktop.ui.office import Office
from desktop.ui.words import current, tr
from desktop.words import N_

SHOWN = 1000
Names = Mapping[tuple[str, int], str]


def words_of_action(row: ActionRow) -> str:
    """What the action did, in words."""
    return sentences.action(current(), row.kind, row.facts)


def undoable(row: ActionRow) -> bool:
    """Whether an undo would do anything."""
    return not row.undone and row.kind not in NEVER_UNDONE - {"sample.load"}


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """One line, all texts as they are read."""

    id: int
    record: str
    whose: str
    field: str
    old: str
    new: str
    customer_id: int | None = None


def _referred(changes: Sequence[ChangedField]) -> Iterator[tuple[str, int]]:
    for change in changes:
        yield change.table, change.record_id
        if change.subject_id is not None:
            yield "customer", change.subject_id
        target = target_of(change.table, change.field) if change.field else None
        if target is not None:
            yield from ((target, value) for value in (change.old, change.new) if isinstance(value, int))


def _row(number: int, change: ChangedField, names: Names) -> ChangeRow:
    record = record_words(change.table)
    name = names.get((change.table, change.record_id), "")
    whose = names.get(("customer", change.subject_id), "") if change.subject_id and change.table != "customer" else ""
    shown = " · ".join(filter(None, (record, name)))
    if not change.field:
        return ChangeRow(number, shown, whose, _whole(change), "", "", change.subject_id)
    old, new = (_told(change, value, names) for value in (change.old, change.new))
    return ChangeRow(number, shown, whose, field_words(change.table, change.field), old, new, change.subject_id)


def _whole(change: ChangedField) -> str:
    if change.count > 1:
        return tr("{count} created", count=f"{change.count:,}")
    return tr("created") if change.kind is ChangeKind.CREATED else tr("deleted")


def _told(change: ChangedField, value: object, names: Names) -> str:
    target = target_of(change.table, change.field)
    if target is not None and isinstance(value, int):
        return pointed_words(target, value, names)
    return " ".join(value_words(change.table, change.field, value).split())


def _columns(*, values: bool) -> tuple[Column[ChangeRow], ...]:
    before_after: tuple[Column[ChangeRow], ...] = (
        Column("old", N_("Before"), lambda row: row.old, 100, colour=lambda _: "muted", tip=lambda row: row.old),
        Column("new", N_("After"), lambda row: row.new, 100, tip=lambda row: row.new),
    )
    return (
        Column("record", N_("Record"), lambda row: row.record, 150, fixed=True, tip=lambda row: row.record),
        Column("whose", N_("Customer"), lambda row: row.whose, 110, tip=lambda row: row.whose),
        Column("field", N_("Field"), lambda row: row.field, 96, fixed=True),
        *(before_after if values else ()),
    )


class ChangesPanel(QFrame):
    """What one action did, under its name; `undo` is the button beside the name."""

    def __init__(self, office: Office, undo: QPushButton, *, values: bool = True) -> None:
        """`undo` takes the action back; `values` shows before and after."""
        super().__init__()
        self.office = office
        self.setProperty("look", "pane")
        self._rows: dict[int, ChangeRow] = {}
        self.head = SectionHeader("")
        self.undo = undo
        self.head.add(self.undo)
        self.head.setContentsMargins(theme.px(8), 0, theme.px(8), 0)
        self.model: ListModel[ChangeRow] = ListModel(
            veiled(_columns(values=values), office.veil.anyone),
            lambda ids: [self._rows[one] for one in ids if one in self._rows],
        )
        card = Action("card", N_("Open card"), self._open_card, "cards", "", (1, 1), self._has_card)
        self.view = ListView(self.model, "changes" if values else "deleted", office.seen, actions=(card,))
        self.view.opened.connect(lambda number: self._open_card([number]))
        Fill(self.view, "record")
        self.panel = ListPanel(self.view)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.head)
        box.addWidget(self.panel, 1)

    def _has_card(self, ids: Sequence[int]) -> bool:
        return bool(ids) and ids[0] in self._rows and self._rows[ids[0]].customer_id is not None

    def _open_card(self, ids: Sequence[int]) -> None:
        customer_id = self._rows[ids[0]].customer_id if self._has_card(ids) else None
        if customer_id is None:
            return
        with self.office.store.read() as session:
            there = customer_draft(session, customer_id) is not None
        if there:
            self.office.show_customer(customer_id)
        else:
            self.office.notice.say(tr("This customer is no longer there."), "info")

    def put(self, row: ActionRow | None) -> None:
        """Show an action, or nothing."""
        found: list[ChangedField] = []
        names: Names = {}
        if row is not None:
            with self.office.store.read() as session:
                found = changed_fields(session, row.id, limit=SHOWN)
                names = record_names(session, _referred(found))
        self._rows = {number: _row(number, change, names) for number, change in enumerate(found)}
        self.head.title.setText("" if row is None else words_of_action(row))
        self.undo.setVisible(row is not None and undoable(row) and not self.office.store.read_only)
        self.model.set_ids(self._rows)
        shown = tr("{count} changes", count=f"{len(found):,}")
        if row is not None and len(found) >= SHOWN:
            shown = tr("the first {count} changes", count=f"{SHOWN:,}")
        self.panel.foot.say(shown if row is not None else "")
        self.panel.empty.say("history", tr("This action changed no fields.") if row is not None else "")
