"""What is done with the rows of a round, and with a proposal as a whole."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from db.queries.journal import last_action
from db.queries.office import policy
from desktop.rules.rating.builtin import MAIN
from desktop.services.rating.proposing import Proposed
from desktop.services.rating.publishing import publish, tiers_to_write
from desktop.services.rating.schemes import MAIN_POLICY, OfficeScheme
from desktop.ui import failures
from desktop.ui.kit.actions import Action, Ids
from desktop.ui.office import Office, Planning, Why
from desktop.ui.screens.tiers.hand_box import ask_by_hand, lift_by_hand, set_by_hand
from desktop.ui.screens.tiers.rounds.round_view import RoundView
from desktop.ui.top_line import take_back
from desktop.ui.wording import day
from desktop.ui.words import current, tr
from desktop.words import N_


class RoundActions(QObject):
    """`scheme` gives the scheme that is looked at, `view` the table once it is there."""

    def __init__(self, office: Office, scheme: Callable[[], OfficeScheme], parent: QWidget) -> None:
        super().__init__(parent)
        self.office, self._scheme, self._parent = office, scheme, parent
        self.view: RoundView | None = None

    def declared(self) -> tuple[Action, ...]:
        """As menu, shortcuts and keys take them."""
        return (
            Action("why", N_("Why this class?"), lambda ids: self.why(ids[0]), "help-circle", "Ctrl+I", needs=(1, 1)),
            Action("card", N_("Open card"), self._open, "id", "Ctrl+Return", needs=(1, 1)),
            Action("hand", N_("Set by hand…"), self.by_hand, "pencil", "Ctrl+E", allowed=self._writable, apart=True),
            Action("plan", N_("Promotion plan…"), self.plan, "target-arrow", "Ctrl+G", allowed=self._writable),
            Action("lift", N_("Lift what was set by hand"), self.lift, "arrow-back-up", "Del", allowed=self._by_hand),
        )  # fmt: skip

    def _open(self, ids: Ids) -> None:
        self.office.show_customer(ids[0])

    def _writable(self, _ids: Ids) -> bool:
        return not self.office.store.read_only

    def _by_hand(self, ids: Ids) -> bool:
        table = self.view.table if self.view else None
        in_force = table.proposed.overrides if table is not None and table.proposed is not None else {}
        return self._writable(ids) and any(one in in_force for one in ids)

    def why(self, customer_id: object) -> None:
        """Go to the page that says why."""
        if isinstance(customer_id, int):
            self.office.go("tiers", Why(customer_id, self._scheme().key))

    def plan(self, ids: Ids) -> None:
        """Plan how these customers get into a better class."""
        self.office.go("tiers", Planning(tuple(ids), self._scheme().key))

    def by_hand(self, ids: Ids) -> None:
        """Ask for a class and its reason, for all these customers."""
        if not ids or self.view is None:
            return
        table, names = self.view.table, self.view.names(ids)
        code = table.codes[table.at[ids[0]]] if table is not None and len(ids) == 1 else ""
        scheme = self._scheme()
        draft = ask_by_hand(self.office, scheme, names, code if code in scheme.codes else "", self._parent)
        if draft is not None:
            set_by_hand(self.office, scheme, list(ids), names, draft)

    def lift(self, ids: Ids) -> None:
        """Let the computed classes hold again."""
        if self._by_hand(ids) and self.view is not None:
            lift_by_hand(self.office, self._scheme(), list(ids), self.view.names(ids))

    # The whole

    def publish(self, proposed: Proposed, done: Callable[[int], object]) -> None:
        """Say what will happen, ask for a note, and freeze the proposal in a job."""
        office = self.office
        question = self.consequences(proposed)
        note = office.ask.text(question, yes=tr("Publish the round"), title=tr("Publish"))
        if note is None:
            return
        said = tr(
            "Published: {scheme}, {day}", scheme=current().text(proposed.scheme.scheme.name), day=day(proposed.as_of)
        )

        def published(round_id: int) -> None:
            with office.store.read() as session:
                last = last_action(session)
            if last is not None:
                office.notice.say(said, "good", tr("Undo"), lambda: take_back(office, last.id))
            done(round_id)

        office.jobs.run(
            tr("Publishing the round"),
            lambda progress: publish(office.store, proposed, progress, note=note),
            published,
            failed=lambda error: failures.tell(office.ask, error),
            owner=self,
        )

    def consequences(self, proposed: Proposed) -> str:
        """What publishing will do, and the question for a note."""
        with self.office.store.read() as session:
            leads = policy(session, MAIN_POLICY, MAIN) == proposed.scheme.key
            changed = len(tiers_to_write(session, proposed)) if leads else 0
        name = current().text(proposed.scheme.scheme.name)
        count = f"{len(proposed.proposal.customers):,}"
        lines = [tr("{scheme} as of {day}: {count} customers.", scheme=name, day=day(proposed.as_of), count=count)]
        if leads:
            lines.append(
                tr("The value tier changes on {count} cards.", count=f"{changed:,}")
                if changed
                else tr("No value tier changes.")
            )
        else:
            lines.append(tr("The value tiers stay as they are: another scheme gives them."))
        lines.append(tr("The round is frozen with its inputs; it can be undone, but not changed."))
        lines.append(tr("A note on it, if you like:"))
        return "\n".join(lines)
