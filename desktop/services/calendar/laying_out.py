"""What goes on by itself, as actions of their own: nothing is written where nothing is due."""

from __future__ import annotations

from datetime import date

from db.store import Doing, Store
from desktop.services.calendar import series, starting
from desktop.words import Catalogue


def lay_out(store: Store, today: date, words: Catalogue) -> int:
    """Let series go on and start what events ask for; returns how many sequences were started. Raises StoreProblem."""
    with store.read() as session:
        short, due = series.is_short(session, today), starting.is_due(session, today)
    if short:
        with store.write(Doing(series.KIND)) as session:
            series.continue_all(session, today)
    if not due:
        return 0
    with store.write(Doing(starting.KIND)) as session:
        return starting.start_due(session, today, words)
