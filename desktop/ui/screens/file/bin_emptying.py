"""清空回收站: ask what of the recycle bin is to go for good, and let it go in a job."""

from __future__ import annotations

from desktop.progress import Progress
from desktop.services.erasing import bin_size, empty_recycle_bin
from desktop.ui.kit.ask import Verb
from desktop.ui.office import Office
from desktop.ui.words import tr

DAYS = 30


def empty_bin_asked(office: Office) -> None:
    """Ask: all of it, or only what is older than 30 days. Nothing happens where there is nothing."""
    if office.store.read_only:
        office.notice.say(tr("The file is open for reading only."), "info")
        return
    now = office.store.clock()
    with office.store.read() as session:
        everything, older = bin_size(session, None, now), bin_size(session, DAYS, now)
    if not everything:
        office.notice.say(tr("The recycle bin is empty."), "info")
        return
    verbs = [Verb("all", tr("Empty all: {count}", count=everything), danger=True)]
    if 0 < older < everything:
        verbs.append(Verb("older", tr("Only what is older than {days} days: {count}", days=DAYS, count=older)))
    detail = tr(
        "What was deleted cannot be put back after this, and the journal forgets its values. That somebody deleted "
        "something, and when, stays. This cannot be undone. Backups made before now still hold it."
    )
    answer = office.ask.choose(tr("Empty the recycle bin for good?"), [*verbs, Verb("", tr("Leave it"))], detail)
    if not answer:
        return
    store, days, called = office.store, DAYS if answer == "older" else None, tr("(erased)")

    def work(progress: Progress) -> int:
        return empty_recycle_bin(store, days, called, progress)

    office.jobs.run(
        tr("Emptying the recycle bin"),
        work,
        lambda count: office.notice.say(tr("Gone for good: {count} deletions", count=count), "good"),
    )
