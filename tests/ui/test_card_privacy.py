"""个人信息 on the card: the record of a person, all data in one file, and erasing."""

from __future__ import annotations

import json
import zipfile
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Literal

import pypdfium2
import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from db.erasure import Person
from db.models import Action, Contact, Contract, Customer, FollowUp, FollowUpComment, FollowUpPerson, Tombstone
from db.queries.card import ContactDraft, ReachDraft
from db.queries.journal import last_action
from db.queries.privacy import privacy_of
from db.store import Doing, quick_check
from db.vocabulary import FollowUpKind, FollowUpState, PrivacyBasis
from desktop.rules.privacy import PersonRecord, PrivacyRules
from desktop.services.customers import save_contact
from desktop.services.person_data import person_data
from desktop.services.person_export import paper_record
from desktop.services.privacy import save_record
from desktop.services.privacy_rules import save_privacy_rules
from desktop.ui.kit import theme
from desktop.ui.kit.ask import Ask
from desktop.ui.office import Office
from desktop.ui.person_tasks import erase_person_asked, export_person_asked, what_goes_words
from desktop.ui.screens.customers.contacts import ContactsTab
from desktop.ui.screens.customers.parts import PartTab
from desktop.ui.screens.customers.privacy_form import PrivacyForm
from desktop.words import Catalogue
from tests.ui import card_samples as samples
from tests.ui.card_driving import now, shown, tab


def record(office: Office, customer_id: int, contact_id: int | None = None) -> None:
    values = PersonRecord(
        source="交换名片",
        purpose="联系与售后服务",
        basis=PrivacyBasis.CONSENT,
        noticed_on=date(2026, 3, 1),
        consent_on=date(2026, 3, 2),
        consent_how="微信回复",
        keep_until=date(2029, 3, 1),
    )
    with office.store.write(Doing("privacy.edit", {"name": "x"})) as session:
        save_record(session, customer_id, contact_id, values)


def test_a_record_is_written_in_its_box(qtbot: QtBot, office: Office) -> None:
    customer = samples.person(office)
    with office.store.write(Doing("policy.edit")) as session:
        save_privacy_rules(session, PrivacyRules(purpose="销售与服务", basis=PrivacyBasis.CONTRACT, years=2))
    form = PrivacyForm(office, customer, None, "单晓燕")
    qtbot.addWidget(form)
    form.form.editor("source").put("展会")
    form.form.editor("noticed_on").put(date(2026, 11, 1))
    form.fill_in()
    form.accept()
    with office.store.read() as session:
        row = privacy_of(session, customer)[None]
    assert (row.source, row.purpose, row.basis) == ("展会", "销售与服务", PrivacyBasis.CONTRACT)
    assert (row.noticed_on, row.keep_until) == (date(2026, 11, 1), date(2028, 11, 22))


def test_an_end_before_the_beginning_is_said_at_its_field(qtbot: QtBot, office: Office) -> None:
    customer = samples.person(office)
    form = PrivacyForm(office, customer, None, "单晓燕")
    qtbot.addWidget(form)
    form.form.editor("noticed_on").put(date(2026, 11, 1))
    form.form.editor("keep_until").put(date(2026, 10, 1))
    form.accept()
    assert form.form.editing
    with office.store.read() as session:
        assert privacy_of(session, customer) == {}


def test_how_a_person_stands_is_read_on_his_card(qtbot: QtBot, office: Office) -> None:
    customer = samples.person(office)
    card = shown(qtbot, office, customer)
    page = tab(card, "basic", PartTab)
    assert page.privacy is not None
    assert page.privacy.isVisible()
    assert page.privacy.badge.text == "not recorded"
    record(office, customer)
    assert page.privacy.badge.text == "agreed"


def test_a_company_has_no_personal_data_of_its_own(qtbot: QtBot, office: Office) -> None:
    card = shown(qtbot, office, samples.plain(office))
    page = tab(card, "basic", PartTab)
    assert page.privacy is not None
    assert not page.privacy.isVisible()


def test_a_contact_is_erased_after_the_exact_list(qtbot: QtBot, office: Office) -> None:
    customer = samples.rich(office)
    card = shown(qtbot, office, customer)
    page = tab(card, "contacts", ContactsTab)
    contact = now(office, customer).contacts[0]
    assert contact.id is not None
    office.ask.answers = ["keep"]  # type: ignore[attr-defined]
    page.privacy._erase()
    office.jobs.wait_idle()
    assert contact.name not in [one.name for one in now(office, customer).contacts]
    with office.store.read() as session:
        assert session.get(Contact, contact.id) is None
        assert session.scalars(select(Tombstone)).all()
        done = session.scalars(select(Action).where(Action.kind == "privacy.erase")).one()
        assert contact.name not in done.facts
        last = last_action(session)
    assert last is None or last.kind != "privacy.erase"
    assert quick_check(office.store.path) == []


def test_leaving_it_erases_nothing(office: Office) -> None:
    customer = samples.person(office)
    office.ask.answers = [""]  # type: ignore[attr-defined]
    erase_person_asked(office, Person(customer))
    assert now(office, customer).customer.name == "单晓燕"


def test_the_question_says_what_goes_and_that_backups_still_hold_him(office: Office) -> None:
    from desktop.services.erasing import erasure_list

    customer = samples.person(office)
    record(office, customer)
    with office.store.read() as session:
        going = erasure_list(session, Person(customer), keep_business=False)
    said = what_goes_words(going, office)
    assert going.records == {"customer": 1, "reach": 2, "privacy_record": 1}
    assert "Phone or address: 2" in said
    assert "cannot be undone" in said
    assert "Backups" in said


def test_a_customer_with_orders_is_kept_without_a_name_where_that_is_chosen(office: Office) -> None:
    from datetime import timedelta
    from decimal import Decimal

    from db.models import Order

    customer = samples.person(office)
    with office.store.write(Doing("x")) as session:
        day = office.today() - timedelta(days=9)
        session.add(Order(customer_id=customer, ordered_on=day, amount=Decimal(5)))
    office.ask.answers = ["keep"]  # type: ignore[attr-defined]
    erase_person_asked(office, Person(customer))
    office.jobs.wait_idle()
    with office.store.read() as session:
        assert session.get_one(Customer, customer).name == "Erased personal customer #1"


def test_all_data_of_a_person_in_one_file(office: Office, tmp_path: Path) -> None:
    customer = samples.person(office)
    record(office, customer)
    target = tmp_path / "单晓燕.zip"
    office.ask.answers = [target]  # type: ignore[attr-defined]
    export_person_asked(office, Person(customer), "单晓燕")
    office.jobs.wait_idle()
    with zipfile.ZipFile(target) as packed:
        assert sorted(packed.namelist()) == ["person.json", "person.pdf"]
        told = json.loads(packed.read("person.json"))
        paper = pypdfium2.PdfDocument(packed.read("person.pdf"))
    assert told["format"] == 1
    assert told["card"]["name"] == told["person"]["name"] == "单晓燕"
    assert {one["value"] for one in told["reaches"]} == {"13912345678", "xiaoyan_design"}
    assert told["privacy"][0]["purpose"] == "联系与售后服务"
    assert {line["who"] for line in told["journal"]} == {office.me.name}
    text = "".join(page.get_textpage().get_text_range() for page in paper)
    paper.close()
    for word in ("单晓燕", "13912345678", "联系与售后服务", "Consent"):
        assert word in text
    with office.store.read() as session:
        done = session.scalars(select(Action).where(Action.kind == "privacy.export")).one()
        assert done.facts == "{}"


def test_the_data_of_a_contact_names_his_customer(office: Office, tmp_path: Path) -> None:
    customer = samples.rich(office)
    contact = now(office, customer).contacts[0]
    target = tmp_path / "x.zip"
    office.ask.answers = [target]  # type: ignore[attr-defined]
    export_person_asked(office, Person(customer, contact.id), contact.name)
    office.jobs.wait_idle()
    with zipfile.ZipFile(target) as packed:
        told = json.loads(packed.read("person.json"))
    assert told["person"] == {"name": contact.name, "customer": samples.NAME}
    assert told["follow_ups"]
    assert "orders" not in told


def test_what_the_calendar_and_the_desk_keep_is_told(office: Office) -> None:
    customer, day = samples.rich(office), date(2026, 3, 4)
    ours, other, third = (one.id for one in now(office, customer).contacts[:3])
    visit = FollowUp(customer_id=customer, contact_id=other, kind=FollowUpKind.VISIT, state=FollowUpState.DONE,
                     done_on=day, result="两个人都在")  # fmt: skip
    own = {"customer_id": customer, "follow_up_id": visit.id}
    with office.store.write(Doing("follow_up.done", {"name": "x"})) as session:
        session.add_all(
            [visit, FollowUpPerson(**own, contact_id=ours), Contract(customer_id=customer, title="供货合同")]
        )
        session.add(FollowUpComment(**own, at=datetime(2026, 3, 5, tzinfo=UTC), text="价格谈了吗？"))
    with office.store.read() as session:
        his, whole, nobodys = (
            person_data(session, Person(customer, one), "", day) for one in (ours, None, third)
        )  # fmt: skip
    assert [one["id"] for one in his["part_in"]] == [one["id"] for one in whole["part_in"]]
    assert "两个人都在" in [one["result"] for one in his["follow_ups"]], "he took part in it"
    assert [one["text"] for one in his["comments"]] == ["价格谈了吗？"]
    assert "contracts" not in his
    assert "供货合同" in [one["title"] for one in whole["contracts"]]
    assert nobodys["comments"] == nobodys["part_in"] == []
    paper = paper_record(whole, Catalogue("en", {}))
    assert "价格谈了吗？" in paper["comments"][0]["value"]
    assert [one["what"] for one in paper["contracts"]] == ["供货合同"]
    told = json.dumps(paper, ensure_ascii=False)
    assert "_id" not in told
    assert str(visit.id) not in told, "the number of a record tells him nothing"


@pytest.mark.parametrize("language", ["zh_CN", "en"], indirect=True)
@pytest.mark.parametrize("look", ["light", "dark"])
def test_pictures(
    qtbot: QtBot,
    qapp: QApplication,
    office: Office,
    shots: Path,
    language: str,
    look: Literal["light", "dark"],
    tmp_path: Path,
) -> None:
    theme.apply(qapp, look)
    customer = samples.person(office)
    record(office, customer)
    with office.store.write(Doing("contact.edit", {"name": "x"})) as session:
        save_contact(session, customer, now_contact())
    card = shown(qtbot, office, customer)
    page = tab(card, "basic", PartTab)
    assert page.privacy is not None
    qtbot.wait(60)
    page.page.verticalScrollBar().setValue(10_000)
    qtbot.wait(60)
    card.grab().save(str(shots / f"privacy_card_{language}_{look}.png"))
    people = tab(card, "contacts", ContactsTab)
    qtbot.wait(60)
    people.page.verticalScrollBar().setValue(10_000)
    qtbot.wait(60)
    card.grab().save(str(shots / f"privacy_contact_{language}_{look}.png"))
    form = PrivacyForm(office, customer, None, "单晓燕", card)
    form.show()
    qtbot.wait(60)
    form.grab().save(str(shots / f"privacy_form_{language}_{look}.png"))
    form.form.edit(False)
    form.close()
    target = tmp_path / "a.zip"
    office.ask.answers = [target]  # type: ignore[attr-defined]
    export_person_asked(office, Person(customer), "单晓燕")
    office.jobs.wait_idle()
    with zipfile.ZipFile(target) as packed:
        (shots / f"privacy_paper_{language}.pdf").write_bytes(packed.read("person.pdf"))


def now_contact() -> ContactDraft:
    return ContactDraft(name="单父", title="父亲", reaches=(ReachDraft(value="13700001111"),))


@pytest.mark.parametrize("language", ["zh_CN", "en"], indirect=True)
@pytest.mark.parametrize("look", ["light", "dark"])
def test_the_question_as_a_picture(
    qtbot: QtBot, qapp: QApplication, office: Office, shots: Path, language: str, look: Literal["light", "dark"]
) -> None:
    theme.apply(qapp, look)
    customer = samples.rich(office)
    contact = now(office, customer).contacts[0]
    window = shown(qtbot, office, customer)
    office.ask = Ask(window)
    seen: list[bool] = []

    def look_at_it() -> None:
        box = QApplication.activeModalWidget()
        assert box is not None
        seen.append(box.grab().save(str(shots / f"privacy_question_{language}_{look}.png")))
        QTest.keyClick(box, Qt.Key.Key_Escape)

    QTimer.singleShot(300, look_at_it)
    erase_person_asked(office, Person(customer, contact.id))
    assert seen == [True]
    assert now(office, customer).contacts[0].name == contact.name
