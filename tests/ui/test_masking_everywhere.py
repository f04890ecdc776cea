"""With numbers hidden no screen shows one: every place, every tab, every tip, what is read aloud, what is copied."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from db.queries.card import ContactDraft, CustomerDraft, ReachDraft
from db.store import Doing, Who
from db.vocabulary import CustomerKind, ReachKind
from desktop.paths import resources
from desktop.rules.privacy import Masking, PersonRecord, PrivacyRules
from desktop.services.customers import NewCustomer, create_customer, save_contact, save_reaches
from desktop.services.followups import DoneDraft, PlanDraft, log, plan
from desktop.services.privacy import save_record
from desktop.services.privacy_rules import save_privacy_rules
from desktop.services.unclear import save_contact_id_number, save_customer_id_number
from desktop.ui import words
from desktop.ui.kit import theme
from desktop.ui.kit.list_copy import copied
from desktop.ui.kit.list_view import ListView
from desktop.ui.kit.table import ListModel
from desktop.ui.office import Office
from desktop.ui.screens import PLACES
from desktop.ui.screens.customers.place import CustomersPlace
from desktop.ui.screens.customers.tabs_of_card import TABS as CARD_TABS
from desktop.ui.screens.file.place import TABS as FILE_TABS
from desktop.ui.screens.file.place import FilePlace
from desktop.ui.screens.settings.place import SettingsPlace
from desktop.ui.screens.today.place import TodayPlace
from desktop.ui.screens.today.sections import SECTIONS
from desktop.ui.top_line import TopLine
from desktop.ui.window import Window
from desktop.words import Catalogue
from tests.ui import card_samples as samples

MOBILE, LANDLINE, PLAIN = "13798765432", "021-61239876", "13655554444"
ID, ID_OF_CONTACT = "330106198503071235", "110101199003071233"
NUMBERS = {re.sub(r"\D", "", one) for one in (MOBILE, LANDLINE, PLAIN)} | {ID, ID_OF_CONTACT}
Look = Literal["light", "dark"]
ROLES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)


@pytest.fixture
def customer(office: Office) -> int:
    """A customer of another rep, his numbers in every place that can hold one."""
    mine, other = samples.reps(office)
    with office.store.write(Doing("customer.create", {"name": "单晓燕"})) as session:
        draft = CustomerDraft(
            kind=CustomerKind.PERSON, name="单晓燕", owner_id=other, note=f"家里 {LANDLINE}", family=f"夫 {PLAIN}"
        )
        twin = CustomerDraft(kind=CustomerKind.PERSON, name="单晓雁", owner_id=other)
        reaches = (ReachDraft(value=MOBILE), ReachDraft(kind=ReachKind.PHONE, value=LANDLINE, extension="8"))
        contact = ContactDraft(
            name="单父", reaches=(ReachDraft(value=PLAIN), ReachDraft(kind=ReachKind.WECHAT, value=PLAIN))
        )
        one = create_customer(session, NewCustomer(draft, reaches, contact))
        create_customer(session, NewCustomer(twin, (ReachDraft(value=MOBILE),)))
    with office.store.write(Doing("contact.edit", {"name": "单晓燕"})) as session:
        second = save_contact(session, one, ContactDraft(name="单母", note=f"打 {MOBILE}"))
        save_reaches(session, one, second, [ReachDraft(value=PLAIN)])
        save_customer_id_number(session, one, ID)
        save_contact_id_number(session, second, ID_OF_CONTACT)
        save_record(session, one, None, PersonRecord(source=f"来电 {MOBILE}", keep_until=office.today()))
        log(session, DoneDraft(one, done_on=office.today(), result=f"改打 {MOBILE}"))
        plan(session, PlanDraft(one, planned_on=office.today(), purpose=f"打 {LANDLINE}"))
    with office.store.write(Doing("contact.edit", {"name": "单晓燕"})) as session:
        save_reaches(session, one, second, [ReachDraft(value=MOBILE)])
    office.store.who = Who(mine, "王丽")
    return one


def mask(office: Office, masking: Masking, *, copying: bool = False) -> None:
    with office.store.write(Doing("policy.edit")) as session:
        save_privacy_rules(session, PrivacyRules(masking=masking, copying=copying))


def texts(top: QWidget) -> Iterator[tuple[str, str]]:
    """Everything that can be read, pointed at or read aloud below a widget: (where, text)."""
    for widget in [top, *top.findChildren(QWidget)]:
        where = type(widget).__name__
        yield where, widget.toolTip()
        yield where, widget.accessibleName()
        yield where, widget.accessibleDescription()
        if isinstance(widget, QLabel | QAbstractButton | QLineEdit):
            yield where, widget.text()
        if isinstance(widget, QAbstractItemView) and widget.model() is not None:
            yield from ((f"{where} {widget.accessibleName()}", text) for text in _cells(widget.model()))
        if isinstance(widget, ListView):
            model = widget.model()
            if isinstance(model, ListModel):
                data = copied(model.columns, model.rows(model.ids.tolist()))
                yield f"copied from {where}", data.text() + data.html()


def _cells(model: QAbstractItemModel) -> Iterator[str]:
    for row in range(min(model.rowCount(), 200)):
        # A plain list has one column, and its model does not tell.
        for column in range(1 if isinstance(model, QAbstractListModel) else model.columnCount()):
            for role in ROLES:
                value = model.index(row, column).data(role)
                if isinstance(value, str):
                    yield value


def shown_in(top: QWidget) -> list[str]:
    """The numbers that can be read in full."""
    found = []
    for where, text in texts(top):
        digits = re.sub(r"(?<=\d)[ \-](?=\d)", "", text)
        found += [f"{where}: {text[:80]}" for number in NUMBERS if number in digits]
    return sorted(set(found))


def every_section(office: Office, screen: TodayPlace) -> Iterator[tuple[str, QWidget]]:
    """The sections of the whole office's day, and the keying back of its sheet."""
    screen.whose.setCurrentIndex(screen.whose.findData(0))
    screen.whose.turned.emit()
    office.jobs.wait_idle()
    for section in SECTIONS:
        screen.visit(section.key)
        yield f"today {section.key}", screen
    screen.start_keying(None)
    yield "today keying", screen


def every_view(qtbot: QtBot, office: Office, customer: int) -> Iterator[tuple[str, QWidget]]:
    """Every place with its tabs, pages and the tabs of the card, one after the other."""
    for place in PLACES:
        screen = place.build(office)
        qtbot.addWidget(screen)
        screen.resize(1300, 700)
        with qtbot.waitExposed(screen):
            screen.show()
        if isinstance(screen, CustomersPlace):
            screen.list.go_to(customer)
            screen.card.show_customer(customer)
            for tab in CARD_TABS:
                screen.card.go_to_tab(tab.key)
                QApplication.processEvents()
                yield f"card {tab.key}", screen
        elif isinstance(screen, FilePlace):
            for key in FILE_TABS:
                screen.visit(key)
                office.jobs.wait_idle()
                for view in screen.findChildren(ListView):
                    model = view.model()
                    for number in list(model.ids)[:6] if isinstance(model, ListModel) else []:
                        view.go_to(number)
                        yield f"file {key}", screen
        elif isinstance(screen, TodayPlace):
            yield from every_section(office, screen)
        elif isinstance(screen, SettingsPlace):
            continue  # what stands there is the office's own
        else:
            yield place.key, screen
        screen.hide()
    top = TopLine(office)
    qtbot.addWidget(top)
    for typed in ("单", MOBILE[-6:], LANDLINE[-5:]):
        hits = top._find(typed)
        label = QLabel("\n".join(f"{hit.title} {hit.detail}" for hit in hits))
        qtbot.addWidget(label)
        yield f"search {typed}", label


@pytest.mark.parametrize("masking", [Masking.ALWAYS, Masking.OTHERS])
def test_no_number_is_read_in_full(qtbot: QtBot, office: Office, customer: int, masking: Masking) -> None:
    mask(office, masking)
    found = {name: numbers for name, view in every_view(qtbot, office, customer) if (numbers := shown_in(view))}
    assert found == {}


def test_without_masking_they_are_all_there(qtbot: QtBot, office: Office, customer: int) -> None:
    """The search finds: else the test above would show nothing."""
    names = {name for name, view in every_view(qtbot, office, customer) if shown_in(view)}
    assert {"card overview", "card basic", "card contacts", "card timeline", "card history"} <= names
    assert {"today day", "today keying"} <= names
    assert {"file actions", f"search {MOBILE[-6:]}"} <= names


def test_a_rep_sees_his_own_and_a_supervisor_all(office: Office, customer: int) -> None:
    mask(office, Masking.OTHERS)
    mine, other = office.me.rep_id, None
    assert office.veil.hides(10**9)
    assert not office.veil.hides(mine)
    assert not office.veil.hides(other)
    assert office.veil.phone("138 0013 8000", 10**9) == "138 **** 8000"


def test_copying_may_be_allowed(qtbot: QtBot, office: Office, customer: int) -> None:
    from desktop.ui.screens.customers.card import CardView

    for copying, expected in ((True, PLAIN), (False, "136 **** 4444")):
        mask(office, Masking.ALWAYS, copying=copying)
        card = CardView(office)
        qtbot.addWidget(card)
        card.show_customer(customer)
        card.head.phone.copy()
        assert QApplication.clipboard().text() == expected
        assert card.head.phone.button.text() == "136 **** 4444"


@pytest.mark.parametrize(("tongue", "look"), [("zh_CN", "light"), ("en", "dark")])
def test_pictures(
    qtbot: QtBot,
    qapp: QApplication,
    office: Office,
    customer: int,
    shots: Path,
    tongue: str,
    look: Literal["light", "dark"],
) -> None:
    before = words.current()
    words.install(Catalogue.load(tongue, resources() / "i18n"))
    theme.apply(qapp, look)
    mask(office, Masking.OTHERS)
    window = Window(office)
    qtbot.addWidget(window)
    window.resize(1366, 768)
    with qtbot.waitExposed(window):
        window.show()
    for tab in ("overview", "basic", "contacts", "timeline"):
        office.show_customer(customer, tab)
        qtbot.wait(200)
        window.grab().save(str(shots / f"masked_{tab}_{tongue}_{look}.png"))
    with office.store.write(Doing("policy.edit")) as session:  # the window is built anew under the hand of the user
        save_privacy_rules(session, PrivacyRules())
    qtbot.wait(200)
    assert not office.veil.down
    window.leave()
    words.install(before)
