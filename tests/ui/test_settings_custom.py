"""The custom fields in the settings: defined, changed, ordered, removed and brought back."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db.queries.custom import Answer, custom_fields, custom_values
from db.queries.journal import last_action
from db.store import open_store
from db.vocabulary import CardPart, CustomKind
from desktop.services.undoing import undo
from desktop.ui.kit import theme
from desktop.ui.office import Office
from desktop.ui.screens.settings.custom_fields import CustomFieldsPage
from desktop.ui.screens.settings.place import SettingsPlace
from tests.ui import card_samples, custom_samples


@pytest.fixture
def page(office: Office, qtbot: QtBot) -> CustomFieldsPage:
    made = CustomFieldsPage(office)
    qtbot.addWidget(made)
    made.resize(1080, 640)
    made.show()
    return made


def titles(office: Office) -> list[str]:
    with office.store.read() as session:
        return [one.title for one in custom_fields(session)]


def told(office: Office, customer_id: int) -> dict[int, Answer]:
    with office.store.read() as session:
        return custom_values(session, customer_id)


def answer(office: Office, *answers: object) -> None:
    office.ask.answers += answers  # type: ignore[attr-defined]


def test_a_field_is_defined(page: CustomFieldsPage, office: Office) -> None:
    page.new.click()
    editor = page.editor
    editor.form.editor("title").put("规模 <b>&")
    editor.form.editor("kind").put(CustomKind.CHOICE)
    editor.preview()
    assert not editor.form._cells["options"].isHidden()
    editor.save.click()
    assert editor.editing, "options are missing"
    editor.form.editor("options").put("大\n小")
    editor.form.editor("part").put(CardPart.TRAITS)
    editor.save.click()
    assert page.editor.form.draft.title == "规模 <b>&"
    with office.store.read() as session:
        (field,) = custom_fields(session)
    assert (field.title, field.kind, field.options, field.part) == ("规模 <b>&", "choice", ("大", "小"), "traits")
    assert page.view.current_id() == field.id
    assert editor.form.draft.title == "规模 <b>&"


def test_what_is_typed_is_asked_about(page: CustomFieldsPage, office: Office) -> None:
    page.new.click()
    page.editor.form.editor("title").put("口味")
    answer(office, "", "drop")
    assert not page.may_leave()
    assert page.may_leave()
    assert titles(office) == []


@pytest.mark.parametrize(("reply", "kept"), [("", "恒远系"), ("leave", "恒远系"), ("rename", "恒远集团")])
def test_renaming_a_choice_offers_the_answers(page: CustomFieldsPage, office: Office, reply: str, kept: str) -> None:
    customer_id = card_samples.plain(office)
    ids = custom_samples.define_all(office)
    custom_samples.answer_all(office, customer_id, ids)
    page.view.go_to(ids[CustomKind.CHOICE])
    page.editor.edit()
    page.editor.form.editor("options").put("恒远集团\n新创系\n无")
    answer(office, reply)
    page.editor.save.click()
    assert page.editor.editing is (reply == "")
    assert told(office, customer_id)[ids[CustomKind.CHOICE]] == kept


def test_a_kind_that_would_lose_answers_is_refused_at_its_field(page: CustomFieldsPage, office: Office) -> None:
    customer_id = card_samples.plain(office)
    ids = custom_samples.define_all(office)
    custom_samples.answer_all(office, customer_id, ids)
    page.view.go_to(ids[CustomKind.LONG_TEXT])
    page.editor.edit()
    page.editor.form.editor("kind").put(CustomKind.NUMBER)
    page.editor.save.click()
    assert page.editor.editing
    assert "新创" in page.editor.form._cells["kind"]._error.text()


def test_fields_move_and_keep_their_row(page: CustomFieldsPage, office: Office) -> None:
    ids = list(custom_samples.define_all(office).values())
    page.view.go_to(ids[0])
    assert not page.up.isEnabled()
    page.down.click()
    assert list(page.model.ids)[:2] == [ids[1], ids[0]]
    assert page.view.current_id() == ids[0]
    page.up.click()
    assert list(page.model.ids)[:2] == ids[:2]


def test_removing_says_how_many_answers_go_and_brings_them_back(page: CustomFieldsPage, office: Office) -> None:
    customer_id = card_samples.plain(office)
    ids = custom_samples.define_all(office)
    custom_samples.answer_all(office, customer_id, ids)
    before = told(office, customer_id)
    page.view.go_to(ids[CustomKind.MONEY])
    answer(office, True)
    page.remove.click()
    assert ids[CustomKind.MONEY] not in told(office, customer_id)
    with office.store.read() as session:
        last = last_action(session)
    assert last is not None
    assert last.kind == "custom.delete"
    assert last.facts == {"title": "年度采购预算", "count": 1}
    undo(office.store, last.id)
    assert told(office, customer_id) == before
    assert list(page.model.ids) == list(ids.values())


def test_a_file_for_reading_offers_nothing_to_do(
    kezha_file: Path, office: Office, qtbot: QtBot, tmp_path: Path
) -> None:
    custom_samples.define_all(office)
    office.store.close()
    office.store = open_store(kezha_file, version="test", backups=tmp_path, read_only=True)
    page = CustomFieldsPage(office)
    qtbot.addWidget(page)
    page.show()
    page.view.go_to(page.model.ids[0])
    assert not page.new.isEnabled()
    assert not page.remove.isEnabled()
    page.editor.edit()
    assert not page.editor.editing


@pytest.mark.parametrize("language", ["zh_CN", "en"], indirect=True)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_settings_pictures(
    qtbot: QtBot, qapp: QApplication, office: Office, shots: Path, language: str, scheme: str
) -> None:
    theme.apply(qapp, "dark" if scheme == "dark" else "light")
    place = SettingsPlace(office)
    qtbot.addWidget(place)
    place.resize(1290, 660)
    place.show()
    place.visit("custom")
    qtbot.wait(30)
    assert place.grab().save(str(shots / f"custom_settings_empty_{language}_{scheme}.png"))
    customer_id = card_samples.plain(office)
    ids = custom_samples.define_all(office)
    custom_samples.answer_all(office, customer_id, ids)
    page = place.page("custom")
    assert isinstance(page, CustomFieldsPage)
    page.view.go_to(ids[CustomKind.CHOICES])
    qtbot.wait(60)
    assert place.grab().save(str(shots / f"custom_settings_read_{language}_{scheme}.png"))
    page.editor.edit()
    qtbot.wait(60)
    assert place.grab().save(str(shots / f"custom_settings_edit_{language}_{scheme}.png"))
    page.editor.may_leave()
