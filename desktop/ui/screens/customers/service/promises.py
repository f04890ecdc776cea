"""承诺 as the card shows them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from db.queries.service import PromiseRow, promises
from db.vocabulary import PromiseBy, PromiseState
from desktop.rules.dates import Lean
from desktop.rules.labels import title
from desktop.services.promises import delete_promise, save_promise, settle_promise
from desktop.ui.case_words import promise_state, promise_when
from desktop.ui.kit.actions import Action
from desktop.ui.kit.fields import FormField
from desktop.ui.kit.table import Column
from desktop.ui.office import Office
from desktop.ui.screens.customers.forms_data import LINE, options_of
from desktop.ui.screens.customers.service.kinds import Names, RecordKind
from desktop.ui.screens.customers.tab import Seen
from desktop.ui.wording import STATE_COLOURS, STATE_ICONS, day, words_of
from desktop.ui.words import current, tr
from desktop.words import N_

if TYPE_CHECKING:
    from desktop.ui.screens.customers.service.pane import RecordPane

OPEN, KEPT, BROKEN = PromiseState.OPEN, PromiseState.KEPT, PromiseState.BROKEN
_SETTLED_ICONS = {KEPT: "check", BROKEN: "circle-x"}


def _columns(office: Office) -> tuple[Column[PromiseRow], ...]:
    def icon(row: PromiseRow) -> str:
        return _SETTLED_ICONS.get(row.state) or STATE_ICONS[promise_state(row, office.today())]

    def colour(row: PromiseRow) -> str:
        return "muted" if row.state is not OPEN else STATE_COLOURS[promise_state(row, office.today())]

    def quiet(row: PromiseRow) -> str | None:
        return None if row.state is OPEN else "muted"

    return (
        Column(
            "when", N_("State"), lambda row: promise_when(row, office.today()), 140, icon=icon, colour=colour,
            tip=lambda row: day(row.due_on), fixed=True,
        ),
        Column("by", N_("Who promised"), lambda row: words_of(row.by), 116, colour=quiet),
        Column("text", N_("What was promised"), lambda row: " ".join(row.text.split()), 220, colour=quiet,
               tip=lambda row: row.text),
        Column("due", N_("Due on"), lambda row: day(row.due_on), 92, colour=quiet),
        Column("contact", N_("Contact"), lambda row: row.contact or "", 72, colour=quiet),
        Column("rep", N_("Rep"), lambda row: row.rep or "", 72, colour=quiet, shown=False),
    )  # fmt: skip


def _fields(contacts: Names, reps: Names) -> tuple[FormField, ...]:
    return (
        FormField("text", title("promise.text"), "lines", span=2, lines=2, required=True),
        FormField("by", title("promise.by"), "choice", options=options_of(PromiseBy), required=True),
        FormField("due_on", title("promise.due_on"), "date", help=N_("3-5, tomorrow, next Tuesday")),
        FormField("state", title("promise.state"), "choice", options=options_of(PromiseState), required=True),
        FormField("settled_on", title("promise.settled_on"), "date"),
        FormField("contact_id", title("promise.contact_id"), "choice", options=contacts),
        FormField("rep_id", title("promise.rep_id"), "choice", options=reps),
        FormField("made_on", title("promise.made_on"), "date"),
        FormField("note", title("promise.note"), limit=LINE, blank=None),
    )


def _blank(seen: Seen, office: Office) -> PromiseRow:
    rep = office.me.rep_id or seen.card.customer.owner_id
    return PromiseRow(made_on=office.today(), rep_id=rep, contact_id=seen.first_contact_id)


def _save(session: Any, customer_id: int, draft: PromiseRow, office: Office) -> int:
    return save_promise(session, customer_id, draft, office.today())


def _foot(rows: Sequence[PromiseRow], office: Office) -> str:
    still = [row for row in rows if row.state is OPEN]
    late = sum(row.due_on is not None and row.due_on < office.today() for row in still)
    broken = sum(row.state is BROKEN for row in rows)
    parts = [tr("{count} open", count=len(still))]
    parts += [tr("{count} overdue", count=late)] if late else []
    parts += [tr("{count} kept", count=sum(row.state is KEPT for row in rows))]
    parts += [tr("{count} broken", count=broken)] if broken else []
    return " · ".join(parts)


def _actions(pane: RecordPane) -> tuple[Action, ...]:
    def settle(state: PromiseState, said: str) -> Any:
        def do(ids: Sequence[int]) -> None:
            today = pane.desk.office.today()
            pane.write(lambda session: settle_promise(session, ids[0], state, today), current().text(said))

        return do

    def when(*states: PromiseState) -> Any:
        return lambda ids: pane.may() and all(pane.rows[one].state in states for one in ids if one in pane.rows)

    one = (1, 1)
    return (
        Action("kept", N_("Mark as kept"), settle(KEPT, N_("Promise kept")), "check", "", one, when(OPEN)),
        Action("broken", N_("Mark as broken"), settle(BROKEN, N_("Promise broken")), "circle-x", "", one, when(OPEN)),
        Action(
            "again", N_("Open again"), settle(OPEN, N_("Promise open again")), "arrow-back-up", "", one,
            when(KEPT, BROKEN),
        ),
    )  # fmt: skip


PROMISES = RecordKind(
    key="promises",
    title=N_("Promises"),
    new=N_("New promise"),
    nothing=N_("No promise yet: what we promised, and what the customer promised us."),
    keep=N_("Save promise"),
    icon="heart-handshake",
    action="promise",
    fill="text",
    columns=_columns,
    fields=_fields,
    rows=lambda session, customer_id, _office: promises(session, customer_id),
    blank=_blank,
    save=_save,
    delete=delete_promise,
    named=lambda row: " ".join(row.text.split()),
    foot=_foot,
    open=lambda row: row.state is OPEN,
    actions=_actions,
    lean=Lean.FORWARD,
)
