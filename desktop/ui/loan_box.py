"""领卡: the box that asks who takes which printed cards, until when; what speaks against it is said, not forbidden."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from db.queries.briefs import Brief, briefs
from db.queries.journal import last_action
from db.queries.office import reps
from db.store import Doing
from desktop.rules.dates import Lean
from desktop.services.desk.loans import LoanDoubt, LoanDraft, LoanWarning, due_day, lend, lending_doubts
from desktop.ui.keeping import keep
from desktop.ui.kit import theme
from desktop.ui.kit.binder import Unreadable
from desktop.ui.kit.buttons import button
from desktop.ui.kit.fields import FormField, Option
from desktop.ui.kit.form import Form
from desktop.ui.office import Office
from desktop.ui.screens.customers.readings import reading
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
    if not found:
        return False
    box = LoanBox(office, found, rep_id, parent)
    try:
        return bool(box.exec())
    finally:
        box.deleteLater()


class LoanBox(QDialog):
    """Rep, day taken, day due, note. Who sits at the keyboard is proposed, else the rep of the customers."""

    def __init__(
        self, office: Office, cards: Sequence[Brief], rep_id: int | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.office, self._cards = office, cards
        self._ids = tuple(one.id for one in cards)
        self.setWindowTitle(tr("Take out cards"))
        self.setMinimumWidth(theme.px(500))
        head = QLabel(_names(office, cards))
        head.setTextFormat(Qt.TextFormat.PlainText)
        head.setWordWrap(True)
        self.doubts = QLabel()
        self.doubts.setTextFormat(Qt.TextFormat.PlainText)
        self.doubts.setProperty("look", "warn")
        self.doubts.setWordWrap(True)
        self.form: Form[LoanDraft] = Form(self._fields(), reading(office, Lean.FORWARD), columns=1)
        self.form.put(self._first(rep_id))
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(button(tr("Leave it"), self.reject))
        foot.addWidget(button(tr("Take them out"), self.accept, look="primary", tip="Ctrl+S"))
        box = QVBoxLayout(self)
        box.setContentsMargins(theme.px(16), theme.px(16), theme.px(16), theme.px(12))
        box.setSpacing(theme.px(12))
        for widget in (head, self.form, self.doubts):
            box.addWidget(widget)
        box.addLayout(foot)
        self.form.save_requested.connect(self.accept)
        self.form.cancel_requested.connect(self.reject)
        self.form.edit(True, "rep_id")
        self.form.editor("rep_id").edited.connect(self._doubt)
        self._doubt()

    def _fields(self) -> tuple[FormField, ...]:
        with self.office.store.read() as session:
            people = [Option(one.id, one.name) for one in reps(session)]
        return (
            FormField("rep_id", N_("Taken by"), "choice", options=people, required=True),
            FormField("lent_on", N_("Taken out on"), "date", required=True),
            FormField("due_on", N_("Due back"), "date", blank=None, help=N_("Empty: as the office does")),
            FormField("note", N_("Note")),
        )

    def _first(self, rep_id: int | None) -> LoanDraft:
        owners = {one.owner_id for one in self._cards}
        own = next(iter(owners)) if len(owners) == 1 else None
        today = self.office.today()
        with self.office.store.read() as session:
            due_on = due_day(session, today)
        return LoanDraft(self._ids, rep_id or own or self.office.me.rep_id, today, due_on)

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

    def accept(self) -> None:
        """Lend them, if nothing is wrong."""
        try:
            draft = self.form.taken()
        except Unreadable:
            return
        made: list[int] = []
        with self.office.store.read() as session:
            name = next((one.name for one in reps(session) if one.id == draft.rep_id), "")
        doing = Doing("loan.out", {"count": len(self._ids), "name": name})
        if not keep(self.office, doing, lambda session: made.extend(lend(session, draft)), [self.form]):
            return
        self._say(len(made), name)
        super().accept()

    def _say(self, made: int, name: str) -> None:
        office = self.office
        with office.store.read() as session:
            last = last_action(session)
        if not made or last is None:
            office.notice.say(tr("{name} has these cards already.", name=name))
            return
        said = tr("Taken out by {name}: {count} cards", name=name, count=made)
        office.notice.say(said, "good", tr("Undo"), lambda: take_back(office, last.id))


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
