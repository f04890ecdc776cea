"""What a kind of record is to the pane that shows it: declared as data, one module per kind."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from desktop.rules.dates import Lean
from desktop.ui.kit.actions import Action
from desktop.ui.kit.fields import FormField, Option
from desktop.ui.kit.form import Form
from desktop.ui.kit.table import Column
from desktop.ui.office import Office
from desktop.ui.screens.customers.tab import Seen

if TYPE_CHECKING:
    from desktop.ui.screens.customers.desk import Desk
    from desktop.ui.screens.customers.service.pane import RecordPane

Names = Callable[[], Sequence[Option]]


def _same(row: Any, _office: Office) -> Any:
    return row


def _nothing(_pane: RecordPane) -> tuple[Action, ...]:
    return ()


def _plain(_form: Form[Any], _session: Any) -> None:
    """Nothing to add to the editors."""


@dataclass(frozen=True, slots=True)
class RecordKind:
    """One kind of record around the card; texts are English marked with N_.

    `rows` reads those of a customer as frozen rows with an id, `form` makes the frozen draft that `fields` show, `save`
    writes what `read` makes of it and returns the id. `action` is the first half of the journal's kind: "promise" of
    promise.edit.
    """

    key: str
    title: str
    new: str
    nothing: str
    keep: str
    icon: str
    action: str
    fill: str
    columns: Callable[[Office], tuple[Column[Any], ...]]
    fields: Callable[[Names, Names], tuple[FormField, ...]]  # of the contacts and the people of the office
    rows: Callable[[Any, int, Office], Sequence[Any]]
    blank: Callable[[Seen, Office], Any]
    save: Callable[[Any, int, Any, Office], int]
    delete: Callable[[Any, int], None]
    named: Callable[[Any], str]  # what a row is called above its form
    foot: Callable[[Sequence[Any], Office], str]
    open: Callable[[Any], bool] = lambda _: True  # which rows are counted at the tab
    form: Callable[[Any, Office], Any] = _same
    read: Callable[[Any, Office], Any] = _same  # what `save` takes from what was typed; Unreadable names the fields
    actions: Callable[[RecordPane], tuple[Action, ...]] = _nothing
    prepare: Callable[[Form[Any], Any], None] = _plain  # when the editors have appeared
    lean: Lean = Lean.BACKWARD
    pane: Callable[[Desk, RecordKind], RecordPane] | None = None  # where list and form alone do not do
