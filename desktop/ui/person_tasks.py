"""What a person may ask the office for: all data on him in one file, and to be erased. Asked for at several places."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from db.erasure import Person
from desktop.progress import Progress
from desktop.rules.errors import RuleBroken
from desktop.services.erasing import ErasureList, erase_person, erasure_list
from desktop.ui import failures
from desktop.ui.backups import newest_backup
from desktop.ui.changes import record_words
from desktop.ui.kit.ask import FileKind, Verb
from desktop.ui.office import Office
from desktop.ui.words import current, tr

NOT_SAID = frozenset({"attachment_content"})  # goes with the attachment that is said


def erase_person_asked(office: Office, person: Person, done: Callable[[], None] = lambda: None) -> None:
    """Say exactly what goes and what stays, ask, and erase the person in a job."""
    if office.store.read_only:
        office.notice.say(tr("The file is open for reading only."), "info")
        return
    try:
        with office.store.read() as session:
            less = erasure_list(session, person, keep_business=True)
            more = erasure_list(session, person, keep_business=False)
    except RuleBroken as broken:
        failures.tell(office.ask, broken)
        return
    business = less.is_customer and bool(less.orders or less.payments)
    if business:
        verbs = [
            Verb("keep", tr("Erase, keep orders without a name"), danger=True),
            Verb("all", tr("Erase with all orders"), danger=True),
        ]
    else:
        verbs = [Verb("keep" if not less.is_customer else "all", tr("Erase for good"), danger=True)]
    detail = what_goes_words(less if business else more, office)
    answer = office.ask.choose(tr("Erase {name} for good?", name=less.name), [*verbs, Verb("", tr("Leave it"))], detail)
    if answer:
        _erase(office, person, answer == "keep", less.is_customer, done)


def what_goes_words(going: ErasureList, office: Office) -> str:
    """The list under the question: what goes, what stays, where he is still to be found."""
    parts = [
        tr("{what}: {count}", what=record_words(table), count=count)
        for table, count in going.records.items()
        if table not in NOT_SAID
    ]
    lines = [tr("This goes: {list}.", list=tr(", ").join(parts))]
    if going.deleted_before:
        lines.append(tr("Records in the recycle bin, deleted earlier: {count}.", count=going.deleted_before))
    lines.append(
        tr("The journal forgets the values of {count} changes; who did what and when stays.", count=going.changes)
    )
    lines.append(
        tr("Names and numbers of the person in notes and follow-ups here are written over; texts on other cards stay.")
    )
    if going.named_after:
        lines.append(tr("The customer keeps its name: {names}.", names=tr(", ").join(going.named_after)))
    if going.orders or going.payments:
        said = tr("Orders: {orders}, payments: {payments}.", orders=going.orders, payments=going.payments)
        lines.append(said + " " + tr("The accounts need them; they can stay under a customer without a name."))
    lines.append("")
    lines.append(tr("This cannot be undone."))
    lines.append(_about_backups(office))
    return "\n".join(lines)


def _about_backups(office: Office) -> str:
    said = tr("Backups, exports and printed cards made before now still hold this person; delete those yourself.")
    path = office.store.path
    known = newest_backup(office.seen, path, path.parent)
    return said if known is None else said + " " + tr("The newest backup known here: {path}", path=str(known))


def _erase(office: Office, person: Person, keep: bool, is_customer: bool, done: Callable[[], None]) -> None:
    store, today = office.store, office.today()
    customer, contact = tr("Erased personal customer #{number}"), tr("Erased contact #{number}")

    def called(number: int) -> str:
        return (customer if is_customer else contact).format(number=number)

    def work(progress: Progress) -> int:
        return erase_person(store, person, keep_business=keep, called=called, today=today, progress=progress)

    def said(number: int) -> None:
        office.notice.say(tr("Erased for good: {name}", name=called(number)), "good")
        done()

    office.jobs.run(tr("Erasing a person"), work, said)


def may_keep_erased(office: Office, on: date) -> bool:
    """Whether somebody who asked to be erased is written down again: a decision, so it is asked."""
    return office.ask.confirm(
        tr("This person asked to be erased ({day}).", day=on.isoformat()),
        tr(
            "Write the person down again only with a new reason, such as a new consent. "
            "The mark fits others too, seldom."
        ),
        yes=tr("Write down all the same"),
        danger=True,
    )


def export_person_asked(office: Office, person: Person, name: str) -> None:
    """Ask where the file is to lie, and write all data on the person into it in a job."""
    from desktop.services.person_export import export_person
    from desktop.ui.screens.customers.viewing import safe_name

    kept = office.seen.get("person.folder", "")
    folder = Path(kept) if kept and Path(kept).is_dir() else Path.home()
    suggested = folder / safe_name(tr("Personal data {name} {day}", name=name, day=office.today().isoformat()) + ".zip")
    path = office.ask.save_file(tr("Save all data of this person"), suggested, [FileKind("ZIP", ("zip",))])
    if path is None:
        return
    store, words, today = office.store, current(), office.today()

    def said(_done: object) -> None:
        office.seen["person.folder"] = str(path.parent)
        office.notice.say(tr("Saved with a PDF and a JSON file: {name}", name=path.name), "good")

    def work(progress: Progress) -> None:
        export_person(store, person, path, words, today=today, progress=progress)

    office.jobs.run(tr("Collecting the data of a person"), work, said)
