"""领卡: the box that asks who takes which printed cards, until when; what speaks against it is said, not forbidden."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from db.queries.briefs import Brief, briefs
from db.queries.journal import last_action
from db.queries.office import reps
from db.store import Doing
from desktop.services.desk.loans import LoanDoubt, LoanDraft, LoanWarning, due_day, lend, lending_doubts
from desktop.ui.form_box import FormBox, run
from desktop.ui.keeping import keep
from desktop.ui.kit.fields import FormField, Option
from desktop.ui.kit.form import Form
from desktop.ui.office import Office
from desktop.ui.top_line import take_back
from desktop.ui.wording import day
from desktop.ui.words import tr
from desktop.words import N_

NAMED = 8  # as many cards are named; of more than that the first
DOUBTS = 6


def ask_lend(
    office: Office, customer_ids: Sequence[int], parent: QWidget | None = None, rep_id: int | None = None
) -> bool:
    """Ask who takes the cards of these customers and keep it; False where it was left undecided."""
    with office.store.read() as session:
        found = briefs(session, customer_ids)
    return bool(found) and run(LoanBox(office, found, rep_id, parent))


class LoanBox(FormBox):
    """Rep, day taken, day due, note. Who sits at the keyboard is proposed, else the rep of the customers."""

    def __init__(
        self, office: Office, cards: Sequence[Brief], rep_id: int | None = None, parent: QWidget | None = None
    ) -> None:
        self._ids = tuple(one.id for one in cards)
        super().__init__(
            office, tr("Take out cards"), _names(office, cards), _fields(office), _first(office, cards, rep_id),
            tr("Take them out"), self._lend, focus="rep_id", parent=parent,
        )  # fmt: skip
        self.doubts = QLabel()
        self.doubts.setTextFormat(Qt.TextFormat.PlainText)
        self.doubts.setProperty("look", "warn")
        self.doubts.setWordWrap(True)
        self.box.insertWidget(self.box.count() - 1, self.doubts)
        self.form.editor("rep_id").edited.connect(self._doubt)
        self._doubt()

    def _doubt(self) -> None:
        """Say what speaks against it, as far as is known who takes the cards."""
        rep_id = self.form.editor("rep_id").get()
        found: list[LoanWarning] = []
        if isinstance(rep_id, int):
            with self.office.store.read() as session:
                found = lending_doubts(session, self._ids, rep_id)
        lines = [doubt_words(one) for one in found[:DOUBTS]]
        if len(found) > DOUBTS:
            lines.append(tr("and {count} more", count=len(found) - DOUBTS))
        self.doubts.setText("\n".join(lines))
        self.doubts.setVisible(bool(lines))
        self.fit()

    def _lend(self, draft: LoanDraft, form: Form[Any]) -> bool:
        made: list[int] = []
        with self.office.store.read() as session:
            name = next((one.name for one in reps(session) if one.id == draft.rep_id), "")
        doing = Doing("loan.out", {"count": len(self._ids), "name": name})
        if not keep(self.office, doing, lambda session: made.extend(lend(session, draft)), [form]):
            return False
        self._say(len(made), name)
        return True

    def _say(self, made: int, name: str) -> None:
        office = self.office
        with office.store.read() as session:
            last = last_action(session)
        if not made or last is None:
            office.notice.say(tr("{name} has these cards already.", name=name))
            return
        said = tr("Taken out by {name}: {count} cards", name=name, count=made)
        office.notice.say(said, "good", tr("Undo"), lambda: take_back(office, last.id))


def _fields(office: Office) -> tuple[FormField, ...]:
    with office.store.read() as session:
        people = [Option(one.id, one.name) for one in reps(session)]
    return (
        FormField("rep_id", N_("Taken by"), "choice", options=people, required=True),
        FormField("lent_on", N_("Taken out on"), "date", required=True),
        FormField("due_on", N_("Due back"), "date", blank=None, help=N_("Empty: as the office does")),
        FormField("note", N_("Note")),
    )


def _first(office: Office, cards: Sequence[Brief], rep_id: int | None) -> LoanDraft:
    owners = {one.owner_id for one in cards}
    own = next(iter(owners)) if len(owners) == 1 else None
    today = office.today()
    with office.store.read() as session:
        due_on = due_day(session, today)
    return LoanDraft(tuple(one.id for one in cards), rep_id or own or office.me.rep_id, today, due_on)


def doubt_words(one: LoanWarning) -> str:
    """What speaks against lending a card."""
    if one.doubt is LoanDoubt.LEFT:
        return tr("{rep} does not work here any more.", rep=one.rep)
    if one.doubt is LoanDoubt.OUT:
        return tr("{name} is out already: with {rep} since {day}.", name=one.customer, rep=one.rep, day=day(one.since))
    return tr("{name} is a customer of {rep}.", name=one.customer, rep=one.rep)


def _names(office: Office, cards: Sequence[Brief]) -> str:
    shown = "、".join(f"{one.name} ({one.number})" if one.number else one.name for one in cards[:NAMED])
    if len(cards) > NAMED:
        shown = tr("{names} and {count} more", names=shown, count=len(cards) - NAMED)
    return office.veil.anyone(shown)
