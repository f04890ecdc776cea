"""个人信息 in its places: the settings, the list of those up for review, and emptying the recycle bin."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Literal

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from db.erasure import Person
from db.queries.actions import deletion_ids
from db.queries.card import ContactDraft
from db.queries.office import counts
from db.queries.privacy import privacy_of
from db.store import Doing
from db.vocabulary import PrivacyBasis
from desktop.rules.privacy import Masking, PersonRecord
from desktop.services.customers import delete_customers, save_contact
from desktop.services.privacy import save_record
from desktop.services.privacy_rules import privacy_rules
from desktop.ui.kit import theme
from desktop.ui.office import Office
from desktop.ui.person_tasks import erase_person_asked
from desktop.ui.screens.file.place import FilePlace
from desktop.ui.screens.file.recycle_bin import RecycleBin
from desktop.ui.screens.file.review import ReviewPage
from desktop.ui.screens.settings.place import SettingsPlace
from desktop.ui.screens.settings.privacy import PrivacyPage
from tests.ui import card_samples as samples


def people(office: Office) -> tuple[int, int]:
    """Three up for review, one not; the ids of the customers."""
    person, company = samples.person(office), samples.plain(office)
    today = office.today()
    with office.store.write(Doing("privacy.edit", {"name": "x"})) as session:
        save_record(
            session,
            person,
            None,
            PersonRecord(purpose="装修咨询", keep_until=today + timedelta(days=10), source="展会"),
        )
        for number, values in enumerate(
            (
                PersonRecord(consent_on=date(2026, 2, 1), withdrawn_on=date(2026, 11, 1), keep_until=date(2030, 1, 1)),
                PersonRecord(noticed_on=date(2025, 6, 1), purpose="报价与供货联系"),
                PersonRecord(noticed_on=date(2026, 9, 1)),
            )
        ):
            contact = save_contact(session, company, ContactDraft(name=f"联系人{number}"))
            save_record(session, company, contact, values)
    return person, company


def show(qtbot: QtBot, widget: QWidget) -> None:
    qtbot.addWidget(widget)
    widget.resize(1200, 680)
    with qtbot.waitExposed(widget):
        widget.show()


def test_the_gravest_stand_first_and_are_kept_together(qtbot: QtBot, office: Office) -> None:
    person, company = people(office)
    page = ReviewPage(office)
    show(qtbot, page)
    rows = list(page.model.rows(page.model.ids.tolist()))
    assert [row.person for row in rows] == ["联系人0", "单晓燕", "联系人1"]
    office.ask.answers = ["2028-1-31"]  # type: ignore[attr-defined]
    page._keep([row.id for row in rows])
    with office.store.read() as session:
        kept = privacy_of(session, person)[None]
    assert (kept.keep_until, kept.reviewed_on) == (date(2028, 1, 31), office.today())
    assert [row.person for row in page.model.rows(page.model.ids.tolist())] == ["联系人0"]
    assert company


def test_a_day_that_is_past_is_refused(qtbot: QtBot, office: Office) -> None:
    person, _ = people(office)
    page = ReviewPage(office)
    show(qtbot, page)
    office.ask.answers = ["2026-1-31"]  # type: ignore[attr-defined]
    page._keep(page.model.ids.tolist())
    with office.store.read() as session:
        assert privacy_of(session, person)[None].reviewed_on is None


def test_one_is_erased_from_the_list(qtbot: QtBot, office: Office) -> None:
    people(office)
    page = ReviewPage(office)
    show(qtbot, page)
    office.ask.answers = ["all"]  # type: ignore[attr-defined]
    page._erase([page.model.ids[1]])
    office.jobs.wait_idle()
    assert [row.person for row in page.model.rows(page.model.ids.tolist())] == ["联系人0", "联系人1"]


def test_opening_goes_to_the_card(qtbot: QtBot, office: Office) -> None:
    _, company = people(office)
    page = ReviewPage(office)
    show(qtbot, page)
    wanted: list[object] = []
    office.bus.wanted.connect(lambda _place, what: wanted.append(what))
    page._open([page.model.ids[0]])
    assert wanted[0].customer_id == company  # type: ignore[attr-defined]


def test_masking_is_kept_at_once(qtbot: QtBot, office: Office) -> None:
    page = PrivacyPage(office)
    show(qtbot, page)
    built: list[bool] = []
    office.bus.worded.connect(lambda: built.append(True))
    page.choices[Masking.ALWAYS].click()
    assert office.veil.rules.masking is Masking.ALWAYS
    qtbot.waitUntil(lambda: built == [True])
    page.copying.click()
    assert not office.veil.may_copy(None)


def test_what_is_usual_is_written_and_read_again(qtbot: QtBot, office: Office) -> None:
    page = PrivacyPage(office)
    show(qtbot, page)
    page.form.editor("purpose").put("供货联系")
    page.form.editor("basis").put(PrivacyBasis.CONTRACT)
    page.form.editor("years").put(5)
    assert page._save()
    page.apply.click()
    with office.store.read() as session:
        rules = privacy_rules(session)
    assert (rules.purpose, rules.basis, rules.years, rules.apply) == ("供货联系", PrivacyBasis.CONTRACT, 5, True)


def test_the_recycle_bin_is_emptied(qtbot: QtBot, office: Office) -> None:
    old, new = samples.plain(office, "旧"), samples.plain(office, "新")
    now = datetime.now(UTC)
    office.store.clock = lambda: now - timedelta(days=60)
    with office.store.write(Doing("customer.delete", {"name": "旧"})) as session:
        delete_customers(session, [old])
    office.store.clock = lambda: now
    with office.store.write(Doing("customer.delete", {"name": "新"})) as session:
        delete_customers(session, [new])
    page = RecycleBin(office)
    show(qtbot, page)
    assert len(page.model.ids) == 2
    office.ask.answers = ["older", "", "all"]  # type: ignore[attr-defined]
    for left in (1, 1, 0):
        page.empty.click()
        office.jobs.wait_idle()
        assert len(page.model.ids) == left
    assert not page.empty.isEnabled()
    with office.store.read() as session:
        assert deletion_ids(session) == []


@pytest.mark.parametrize("language", ["zh_CN", "en"], indirect=True)
@pytest.mark.parametrize("look", ["light", "dark"])
def test_pictures(
    qtbot: QtBot, qapp: QApplication, office: Office, shots: Path, language: str, look: Literal["light", "dark"]
) -> None:
    theme.apply(qapp, look)
    people(office)
    gone = samples.plain(office, "旧客户")
    with office.store.write(Doing("customer.delete", {"name": "旧客户"})) as session:
        delete_customers(session, [gone])
    settings, file = SettingsPlace(office), FilePlace(office)
    for widget, where, name in ((settings, "privacy", "settings"), (file, "review", "review"), (file, "bin", "bin")):
        if not widget.isVisible():
            show(qtbot, widget)
        widget.visit(where)
        qtbot.wait(250)
        widget.grab().save(str(shots / f"privacy_{name}_{language}_{look}.png"))


def test_who_asked_to_be_erased_is_asked_about_before_he_is_written_again(qtbot: QtBot, office: Office) -> None:
    from desktop.ui.screens.customers.new_customer import NewCustomerForm

    person = samples.person(office)
    office.ask.answers = ["all"]  # type: ignore[attr-defined]
    erase_person_asked(office, Person(person))
    office.jobs.wait_idle()
    form = NewCustomerForm(office)
    show(qtbot, form)
    form.start()
    form.form.editor("name").put("某人")
    form.form.editor("phone").put("139 1234 5678")
    form.look_for_duplicates()
    assert form._warning.isVisible()
    made: list[object] = []
    form.made.connect(made.append)
    office.ask.answers = [False, True]  # type: ignore[attr-defined]
    form.save()
    assert made == []
    form.save()
    assert len(made) == 1
    office.jobs.wait_idle()


def test_rows_held_back_are_let_through_on_purpose(qtbot: QtBot, office: Office, tmp_path: Path, shots: Path) -> None:
    person = samples.person(office)
    office.ask.answers = ["all"]  # type: ignore[attr-defined]
    erase_person_asked(office, Person(person))
    office.jobs.wait_idle()
    sheet = tmp_path / "名单.csv"
    sheet.write_text("客户名称,联系电话\n又一位,139 1234 5678\n苏州明达电气有限公司,13900139000\n", encoding="utf-8")
    place = FilePlace(office)
    show(qtbot, place)
    place.visit(sheet)
    office.jobs.wait_idle(60)
    page = place.page
    assert page is not None
    page.next.click()
    office.jobs.wait_idle()
    assert page.preview.coming_in() == 1
    assert page.preview.let_erased.isVisible()
    place.grab().save(str(shots / "privacy_import_en_light.png"))
    page.preview.let_erased.click()
    office.jobs.wait_idle()
    assert page.preview.coming_in() == 2
    page.preview.let_erased.click()
    office.jobs.wait_idle()
    page.next.click()
    office.jobs.wait_idle()
    with office.store.read() as session:
        assert counts(session)["customers"] == 1
