"""What is done with a view of the list: kept, renamed, shared, moved, deleted; each one action with its undo."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from db.problems import StoreProblem
from db.queries.journal import last_action
from db.queries.views import ViewRow
from db.store import Doing
from desktop.rules.errors import RuleBroken
from desktop.rules.views import View
from desktop.services import views
from desktop.ui import failures
from desktop.ui.kit.ask import Verb
from desktop.ui.office import Office
from desktop.ui.top_line import take_back
from desktop.ui.words import tr


class ViewKeeping:
    """The office's views, on behalf of who sits at the keyboard. Each gives the id of the view to show, None: none."""

    def __init__(self, office: Office) -> None:
        self._office = office

    def keep(self, view: View, suggested: str) -> int | None:
        """Keep a new view under a name that is asked for."""
        office = self._office
        name = office.ask.text(tr("What shall this view be called?"), suggested, yes=tr("Keep the view"))
        if not name:
            return None
        rep_id = None
        if office.me.rep_id is not None:
            verbs = [Verb("me", tr("For me")), Verb("all", tr("For the whole office")), Verb("", tr("Leave it"))]
            answer = office.ask.choose(tr("Who shall see the view “{name}”?", name=name), verbs)
            if not answer:
                return None
            rep_id = office.me.rep_id if answer == "me" else None
        made: list[int] = []
        done = self._write(
            "view.save",
            name,
            lambda session: made.append(views.save_view(session, name, view, rep_id=rep_id)),
            tr("Kept: view “{name}”", name=name),
        )
        return made[0] if done else None

    def overwrite(self, row: ViewRow, view: View) -> None:
        """Keep what the view asks and shows now."""
        self._write(
            "view.save",
            row.name,
            lambda session: views.save_view(session, row.name, view, rep_id=row.rep_id, view_id=row.id),
            tr("Kept: view “{name}”", name=row.name),
        )

    def rename(self, row: ViewRow) -> None:
        """Ask for another name."""
        name = self._office.ask.text(tr("What shall this view be called?"), row.name, yes=tr("Rename the view"))
        if name and name != row.name:
            said = tr("Renamed: view “{name}”", name=name)
            self._write("view.rename", name, lambda session: views.rename_view(session, row.id, name), said)

    def share(self, row: ViewRow) -> None:
        """Give a view of one's own to the office, or keep the office's to oneself."""
        me = self._office.me.rep_id
        if row.rep_id is None and me is None:
            self._office.ask.tell(tr("Choose who you are first (top right): then a view can be yours alone."))
            return
        said = tr("Shared: view “{name}”", name=row.name) if row.rep_id else tr("Yours: view “{name}”", name=row.name)
        to = None if row.rep_id is not None else me
        self._write("view.share", row.name, lambda session: views.share_view(session, row.id, to), said)

    def move(self, row: ViewRow, step: int) -> None:
        """Put it a place up or down."""
        me = self._office.me.rep_id
        said = tr("Moved: view “{name}”", name=row.name)
        self._write("view.move", row.name, lambda session: views.move_view(session, row.id, step, me), said)

    def delete(self, row: ViewRow) -> bool:
        """Put it in the recycle bin: no question, for it can be undone."""
        said = tr("Deleted: view “{name}”", name=row.name)
        return self._write("view.delete", row.name, lambda session: views.delete_view(session, row.id), said)

    def _write(self, kind: str, name: str, work: Callable[[Any], object], said: str) -> bool:
        office = self._office
        try:
            with office.store.write(Doing(kind, {"name": name})) as session:
                work(session)
        except (RuleBroken, StoreProblem) as problem:
            failures.tell(office.ask, problem)
            return False
        with office.store.read() as session:
            last = last_action(session)
        if last is not None:
            office.notice.say(said, "good", tr("Undo"), lambda: take_back(office, last.id))
        return True
