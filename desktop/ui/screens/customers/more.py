"""What else can be done with a card: its tags, and the recycle bin."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QMenu, QWidget

from db.queries.card import all_tags
from db.store import Doing
from desktop.services.customers import delete_customers, set_tags
from desktop.ui.kit import icons
from desktop.ui.office import Doubles
from desktop.ui.screens.customers.desk import Desk
from desktop.ui.screens.customers.tab import Seen
from desktop.ui.words import current, tr

MOST_TAGS = 40


def more_menu(desk: Desk, seen: Seen | None, parent: QWidget) -> QMenu:
    """The menu behind the dots at the head of the card."""
    menu = QMenu(parent)
    if seen is None:
        return menu
    tags = tags_menu(desk, seen, menu)
    tags.setTitle(tr("Tags"))
    icons.put(tags.menuAction(), "tag")
    menu.addMenu(tags)
    note = note_menu(desk, menu)
    menu.addMenu(note)
    alike = menu.addAction(tr("Look for duplicates"), lambda: desk.office.go("file", Doubles(seen.id)))
    icons.put(alike, "copy")
    lend = menu.addAction(tr("Take out this card…"), lambda: _lend(desk, seen.id, parent))
    icons.put(lend, "upload")
    menu.addSeparator()
    delete = menu.addAction(tr("Put in the recycle bin"), lambda: delete_card(desk, seen.id))
    icons.put(delete, "trash", "red")
    for entry in (tags.menuAction(), note.menuAction(), lend, delete):
        entry.setDisabled(bool(desk.why_not))
    return menu


def _lend(desk: Desk, customer_id: int, parent: QWidget) -> None:
    from desktop.ui.loan_box import ask_lend

    ask_lend(desk.office, [customer_id], parent)


def note_menu(desk: Desk, parent: QWidget) -> QMenu:
    """Begin a new promise, case, survey, … from anywhere on the card."""
    from desktop.ui.screens.customers.service.tab import KINDS

    menu = QMenu(tr("Write down"), parent)
    icons.put(menu.menuAction(), "notes")
    for kind in KINDS:
        entry = menu.addAction(current().text(kind.new))
        icons.put(entry, kind.icon)
        entry.triggered.connect(lambda _=False, key=kind.key: desk.wanted.emit("service", f"{key}:new"))
    return menu


def tags_menu(desk: Desk, seen: Seen, parent: QWidget) -> QMenu:
    """The tags of the office to be put on or taken off, and a way to a new one."""
    menu = QMenu(parent)
    with desk.office.store.read() as session:
        known = all_tags(session)
    has = list(seen.card.tags)
    for name in dict.fromkeys([*has, *known][:MOST_TAGS]):
        entry = menu.addAction(name.replace("&", "&&"))
        entry.setCheckable(True)
        entry.setChecked(name in has)
        wanted = [one for one in has if one != name] if name in has else [*has, name]
        entry.triggered.connect(lambda _=False, wanted=wanted: keep_tags(desk, seen.id, wanted))
    menu.addSeparator()
    new = menu.addAction(tr("New tag…"), lambda: _new_tag(desk, seen))
    icons.put(new, "plus")
    return menu


def _new_tag(desk: Desk, seen: Seen) -> None:
    name = desk.office.ask.text(tr("New tag for {name}", name=desk.name), yes=tr("Put it on"))
    if name:
        keep_tags(desk, seen.id, [*seen.card.tags, name])


def keep_tags(desk: Desk, customer_id: int, names: list[str]) -> bool:
    """Give the customer exactly these tags."""
    return desk.keep(
        "tags.edit", lambda session: set_tags(session, customer_id, names), tr("Tags saved: {name}", name=desk.name)
    )


def delete_card(desk: Desk, customer_id: int) -> None:
    """Put the customer with all that belongs to it in the recycle bin; the notice brings it back."""
    office, name = desk.office, desk.name

    def work(_progress: Any) -> None:
        with office.store.write(Doing("customer.delete", {"name": name})) as session:
            delete_customers(session, [customer_id])

    before = desk.last()
    said = tr("In the recycle bin: {name}", name=name)
    office.jobs.run(tr("Deleting {name}", name=name), work, lambda _: desk.say_done(said, before))
