"""关系 as the card shows them: who of this card, how, to whom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from db.queries.relations import RelationRow, relations
from desktop.rules.labels import title
from desktop.rules.relations import Way, say_way, way_of
from desktop.services.relations import Party, RelationDraft, delete_relation, save_relation
from desktop.ui.kit.actions import Action
from desktop.ui.kit.fields import FormField, Option
from desktop.ui.kit.table import Column
from desktop.ui.office import Office
from desktop.ui.screens.customers.forms_data import LINE
from desktop.ui.screens.customers.party_editor import PartyEditor, party_note
from desktop.ui.screens.customers.service.kinds import Names, RecordKind
from desktop.ui.screens.customers.tab import Seen
from desktop.ui.wording import day
from desktop.ui.words import current, tr
from desktop.words import N_

if TYPE_CHECKING:
    from desktop.ui.screens.customers.service.pane import RecordPane

ITSELF = 0  # the customer, among the contacts to choose from


def relation_words(row: RelationRow) -> str:
    """ "是李总（恒远）的秘书": how it stands to the other party."""
    return say_way(way_of(row.kind, row.reverse), row.other, current())


def whole_words(row: RelationRow, itself: str = "") -> str:
    """ "陈晓敏 是李总（恒远）的秘书"; `itself` is said for the customer."""
    return " ".join(filter(None, (row.contact or itself, relation_words(row))))


def relations_kind(office: Office) -> RecordKind:
    """The relations of a customer; the other party is looked for in this office's file."""

    def fields(contacts: Names, _reps: Names) -> tuple[FormField, ...]:
        return _fields(contacts, office)

    return RecordKind(
        key="relations",
        title=N_("Relations"),
        new=N_("New relation"),
        nothing=N_("No relation yet: whose secretary, spouse or friend, introduced by whom, of which group."),
        keep=N_("Save relation"),
        icon="users",
        action="relation",
        fill="words",
        columns=_columns,
        fields=fields,
        rows=lambda session, customer_id, _office: relations(session, customer_id),
        blank=_blank,
        save=lambda session, customer_id, draft, _office: save_relation(session, customer_id, draft),
        delete=delete_relation,
        named=whole_words,
        foot=lambda rows, _office: tr("{count} relations", count=len(rows)),
        form=_form,
        read=_read,
        actions=_actions,
    )


def _columns(_office: Office) -> tuple[Column[RelationRow], ...]:
    return (
        Column("who", N_("Who of them"), lambda row: row.contact or tr("the customer itself"), 140,
               colour=lambda row: None if row.contact else "muted", fixed=True),
        Column("words", N_("Relation"), relation_words, 300, tip=relation_words,
               icon=lambda row: "external-link" if row.other_customer_id else "user"),
        Column("since", N_("Since"), lambda row: day(row.since), 92),
        Column("note", N_("Note"), lambda row: " ".join((row.note or "").split()), 160, tip=lambda row: row.note or ""),
    )  # fmt: skip


def _fields(contacts: Names, office: Office) -> tuple[FormField, ...]:
    def people() -> list[Option]:
        return [Option(ITSELF, N_("the customer itself")), *contacts()]

    def ways() -> list[Option]:
        return [Option(way, say_way(way, "…", current())) for way in Way]

    return (
        FormField("contact_id", title("relation.contact_id"), "choice", options=people, required=True),
        FormField("way", title("relation.kind"), "choice", options=ways, required=True),
        FormField(
            "other", title("relation.other_name"), "made", span=2, required=True,
            make=lambda what, _reading: PartyEditor(what, office), told=lambda value, _reading: _told(value),
        ),
        FormField("since", title("relation.since"), "date"),
        FormField("note", title("relation.note"), limit=LINE, blank=None),
    )  # fmt: skip


def _told(value: object) -> Sequence[tuple[str, str]]:
    return [(value.name, party_note(value))] if isinstance(value, Party) and value.name else []


def _blank(_seen: Seen, _office: Office) -> RelationDraft:
    return RelationDraft(contact_id=ITSELF, way=Way.INTRODUCED_BY)


def _form(row: RelationRow, _office: Office) -> RelationDraft:
    other = Party(row.other, row.other_customer_id, row.other_contact_id)
    return RelationDraft(row.id, way_of(row.kind, row.reverse), row.contact_id or ITSELF, other, row.since, row.note)


def _read(draft: RelationDraft, _office: Office) -> RelationDraft:
    return replace(draft, contact_id=draft.contact_id or None)


def _actions(pane: RecordPane) -> tuple[Action, ...]:
    def has_card(ids: Sequence[int]) -> bool:
        return all(pane.rows[one].other_customer_id is not None for one in ids if one in pane.rows)

    def go(ids: Sequence[int]) -> None:
        show_other(pane.desk.office, pane.rows[ids[0]])

    return (Action("go", N_("Show the other card"), go, "external-link", "Ctrl+O", (1, 1), has_card),)


def show_other(office: Office, row: Any) -> None:
    """Go to the card of the other party, at its relations."""
    if row.other_customer_id is not None:
        office.show_customer(row.other_customer_id, "relations")
