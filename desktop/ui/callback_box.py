"""回访核实: the box in which is written what the customer said when he was asked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from db.queries.card import card
from db.store import Doing
from db.vocabulary import Verdict
from desktop.services.desk.callbacks import CallbackDraft, save_callback
from desktop.services.desk.inbox import Told, told
from desktop.ui.form_box import FormBox, run
from desktop.ui.keeping import keep
from desktop.ui.kit.fields import FormField, Option
from desktop.ui.kit.form import Form
from desktop.ui.office import Office
from desktop.ui.wording import day, words_of
from desktop.ui.words import tr
from desktop.words import N_


def ask_callback(office: Office, follow_up_id: int, parent: QWidget | None = None) -> bool:
    """Ask what was found of a done follow-up, and keep it; False where it was left undecided."""
    box = callback_box(office, follow_up_id, parent)
    return box is not None and run(box)


def callback_box(office: Office, follow_up_id: int, parent: QWidget | None = None) -> CallbackBox | None:
    """The box for a follow-up; None where it is gone. Who left meanwhile can be named where he was met or asked."""
    with office.store.read() as session:
        about = told(session, follow_up_id)
        found = None if about is None else card(session, about.line.row.customer_id)
    if about is None or found is None:
        return None
    last = about.line.callback
    named = {about.line.row.contact_id, last.contact_id if last else None}
    contacts = [Option(one.id, one.name) for one in found.contacts if one.active or one.id in named]
    return CallbackBox(office, about, contacts, parent)


class CallbackBox(FormBox):
    """Verdict, who was asked, and a note; what is wrong is said at its field. A verdict there is already is changed."""

    def __init__(self, office: Office, about: Told, contacts: Sequence[Option], parent: QWidget | None = None) -> None:
        self._name = about.line.row.customer
        super().__init__(
            office, tr("Verify with the customer"), _about(office, about), _fields(contacts), _first(about),
            tr("Keep the verdict"), self._verify, parent=parent,
        )  # fmt: skip

    def _verify(self, draft: CallbackDraft, form: Form[Any]) -> bool:
        office, doing = self.office, Doing("callback.save", {"name": self._name})

        def work(session: Any) -> None:
            save_callback(session, draft, rep_id=office.me.rep_id, today=office.today())

        if not keep(office, doing, work, [form]):
            return False
        said = tr("Verified: {name}, {verdict}", name=self._name, verdict=words_of(draft.verdict))
        office.notice.say(said, "good")
        return True


def _fields(contacts: Sequence[Option]) -> tuple[FormField, ...]:
    verdicts = tuple(Option(one, words_of(one)) for one in Verdict)
    return (
        FormField("verdict", N_("Verdict"), "choice", options=verdicts, required=True),
        FormField("contact_id", N_("Who was asked"), "choice", options=(Option(None, N_("nobody named")), *contacts)),
        FormField("note", N_("Note"), "lines", lines=3, help=N_("What is different, or what else the customer said")),
    )


def _first(about: Told) -> CallbackDraft:
    row, last = about.line.row, about.line.callback
    if last is not None:
        return CallbackDraft(row.id, last.verdict, last.note or "", last.contact_id, last.id)
    return CallbackDraft(row.id, Verdict.CONFIRMED, "", row.contact_id)


def _about(office: Office, about: Told) -> str:
    row = about.line.row
    first = " · ".join(filter(None, (row.customer, words_of(row.kind), day(row.day), row.rep)))
    return office.veil.anyone("\n".join(filter(None, (first, row.result or ""))))
