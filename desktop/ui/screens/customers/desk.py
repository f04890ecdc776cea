"""What the tabs of a card share: whose card it is, and one way to keep a change."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QObject, Signal

from db.problems import StoreProblem
from db.queries.journal import ActionRow, last_action
from db.store import Doing
from desktop.rules.errors import RuleBroken
from desktop.ui import failures
from desktop.ui.kit.ask import Verb
from desktop.ui.kit.form import Form
from desktop.ui.office import Office
from desktop.ui.top_line import take_back
from desktop.ui.words import tr


class Desk(QObject):
    """The desk a card lies on. `settled` after each change that was kept here: the card shows the file anew."""

    settled = Signal()
    wanted = Signal(str, str)  # a tab of the card, and the field or the task to begin with there

    def __init__(self, office: Office, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.office = office
        self.customer_id = 0
        self.name = ""
        self.owner_id: int | None = None  # the rep of the customer: his numbers may be hidden from others
        self.writing = False  # a change is on its way into the file: what is typed must not be shown over

    def veil(self, text: str) -> str:
        """A text of the card as it may be read."""
        return self.office.veil.text(text, self.owner_id)

    @property
    def why_not(self) -> str:
        """Why nothing can be changed, "" where it can."""
        return tr("The file is open for reading only.") if self.office.store.read_only else ""

    def keep(
        self,
        kind: str,
        work: Callable[[Any], object],
        said: str,
        *,
        facts: Mapping[str, object] | None = None,
        forms: Sequence[Form[Any]] = (),
        after: Callable[[], object] = lambda: None,
    ) -> bool:
        """Run `work(session)` as one action and say `said` with an undo button; False where it was refused.

        What is wrong is said at its field, if one of `forms` has it. `facts` are kept with the
        action for its sentence. `after` turns the forms back into text, before
        the card shows the file anew.
        """
        before = self.last()
        self.writing = True
        try:
            with self.office.store.write(Doing(kind, {"name": self.name, **(facts or {})})) as session:
                work(session)
        except RuleBroken as broken:
            self._refuse(broken, forms)
            return False
        except StoreProblem as problem:
            failures.tell(self.office.ask, problem)
            return False
        finally:
            self.writing = False
        after()
        self.settled.emit()
        self.say_done(said, before)
        return True

    def say_done(self, sentence: str, before: ActionRow | None) -> None:
        """Say what was done, with a button that undoes it; nothing where no action has come since `before`."""
        last = self.last()
        if last is not None and (before is None or last.id != before.id):
            self.office.notice.say(sentence, "good", tr("Undo"), lambda: take_back(self.office, last.id))

    def ask_about_typed(self, save_text: str) -> str:
        """Ask what becomes of what was typed: "keep", "drop", or "" to go on."""
        verbs = [
            Verb("keep", save_text),
            Verb("drop", tr("Drop what was typed"), danger=True),
            Verb("", tr("Go on editing")),
        ]
        return self.office.ask.choose(tr("Keep what was typed for {name}?", name=self.name), verbs)

    def _refuse(self, broken: RuleBroken, forms: Sequence[Form[Any]]) -> None:
        sentence = failures.sentence(broken)
        for form in forms:
            if broken.field and form.show_error(broken.field, sentence):
                form.focus(broken.field)
                return
        failures.tell(self.office.ask, broken)

    def last(self) -> ActionRow | None:
        """The last action that can be undone."""
        with self.office.store.read() as session:
            return last_action(session)
