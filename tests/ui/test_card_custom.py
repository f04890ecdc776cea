"""Custom fields on the card: read, edited in place, refused at their field, and in pictures."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db.queries.custom import Answer, Named, custom_values
from db.vocabulary import CustomKind
from desktop.ui.kit import theme
from desktop.ui.kit.editors import ChoiceEditor
from desktop.ui.kit.fields import Pick
from desktop.ui.kit.pick_editors import ChoicesEditor, NamedEditor
from desktop.ui.office import Office
from desktop.ui.screens.customers.parts import PartTab
from tests.ui import card_samples, custom_samples
from tests.ui.card_driving import now, save, shown, tab, undo_by_notice, write


def told(office: Office, customer_id: int) -> dict[int, Answer]:
    with office.store.read() as session:
        return custom_values(session, customer_id)


@pytest.mark.parametrize(
    ("kind", "part", "typed", "kept"),
    [
        (CustomKind.TEXT, "basic", "A&<b>7", "A&<b>7"),
        (CustomKind.CHOICE, "basic", None, "新创系"),
        (CustomKind.PERSON, "basic", "某人", Named(None, "某人")),
        (CustomKind.PHONE, "basic", "138 0013 8000", "13800138000"),
        (CustomKind.NUMBER, "traits", "1,200.5", Decimal("1200.5")),
        (CustomKind.MONEY, "traits", "1.2万", Decimal("12000.00")),
        (CustomKind.DATE, "dealings", "2027-3-1", date(2027, 3, 1)),
        (CustomKind.LONG_TEXT, "dealings", "一\n二", "一\n二"),
    ],
)
def test_each_kind_is_edited_in_its_part(
    qtbot: QtBot, office: Office, kind: CustomKind, part: str, typed: str | None, kept: Answer
) -> None:
    customer_id = card_samples.plain(office)
    ids = custom_samples.define_all(office)
    view = shown(qtbot, office, customer_id)
    page = tab(view, part, PartTab)
    view.start("edit")
    key = f"custom_{ids[kind]}"
    editor = page._form_of(key).editor(key)
    if typed is None:
        editor.put(kept)
    else:
        write(editor, typed)
    assert page.dirty
    save()
    assert not page.writing
    assert told(office, customer_id) == {ids[kind]: kept}
    undo_by_notice(office)
    assert told(office, customer_id) == {}


def test_choices_are_ticked_with_the_keyboard(qtbot: QtBot, office: Office) -> None:
    customer_id = card_samples.plain(office)
    ids = custom_samples.define_all(office)
    view = shown(qtbot, office, customer_id)
    page = tab(view, "basic", PartTab)
    view.start("edit")
    key = f"custom_{ids[CustomKind.CHOICES]}"
    editor = page._form_of(key).editor(key)
    assert isinstance(editor, ChoicesEditor)
    editor.input.tick(3)
    editor.input.tick(0)
    assert editor.get() == ("数控车床", "R&D 定制")
    editor.input.tick(3)
    save()
    assert told(office, customer_id) == {ids[CustomKind.CHOICES]: ("数控车床",)}


def test_a_day_of_the_moon_is_typed(qtbot: QtBot, office: Office) -> None:
    customer_id = card_samples.plain(office)
    ids = custom_samples.define_all(office)
    view = shown(qtbot, office, customer_id)
    page = tab(view, "basic", PartTab)
    view.start("edit")
    key = f"custom_{ids[CustomKind.KEY_DATE]}"
    write(page._form_of(key).editor(key), "三十三号")
    save()
    assert page.writing
    page._form_of(key).keep_as_written(key)  # until somebody clears it up
    save()
    assert told(office, customer_id) == {}
    assert now(office, customer_id).unclear_of(None) == {key: "三十三号"}
    view.start("edit")
    write(page._form_of(key).editor(key), "农历八月十五")
    save()
    assert now(office, customer_id).unclear_of(None) == {}
    answer = told(office, customer_id)[ids[CustomKind.KEY_DATE]]
    assert (answer.month, answer.day, answer.calendar, answer.label) == (8, 15, "lunar", "开业纪念日")  # type: ignore[union-attr]


def test_two_with_one_answer_are_told_who_has_it(qtbot: QtBot, office: Office) -> None:
    ids = custom_samples.define_all(office)
    first = card_samples.plain(office, "恒远")
    custom_samples.answer_all(office, first, ids)
    view = shown(qtbot, office, card_samples.plain(office, "新创"))
    page = tab(view, "basic", PartTab)
    view.start("edit")
    key = f"custom_{ids[CustomKind.TEXT]}"
    write(page._form_of(key).editor(key), "SUP-0098")
    save()
    assert page.writing
    assert "恒远" in page._form_of(key)._cells[key]._error.text()


def test_a_file_is_attached_on_the_way(qtbot: QtBot, office: Office, tmp_path: Path) -> None:
    customer_id = card_samples.plain(office)
    ids = custom_samples.define_all(office)
    path = tmp_path / "执照.pdf"
    path.write_bytes(b"%PDF-1.4")
    view = shown(qtbot, office, customer_id)
    page = tab(view, "basic", PartTab)
    view.start("edit")
    key = f"custom_{ids[CustomKind.FILE]}"
    editor = page._form_of(key).editor(key)
    assert isinstance(editor, ChoiceEditor)
    office.ask.answers += [None, path]  # type: ignore[attr-defined]
    editor.add.click()
    assert editor.get() is None
    editor.add.click()
    assert page.writing
    save()
    answer = told(office, customer_id)[ids[CustomKind.FILE]]
    assert isinstance(answer, Named)
    assert answer.name == "执照.pdf"


def test_a_person_is_a_contact_or_a_name(qtbot: QtBot, office: Office) -> None:
    from desktop.ui.kit.fields import FormField, Option

    picks = (Pick(1, "王丽"), Pick(2, "王丽"), Pick(3, "赵国强"))
    editor = NamedEditor(FormField("who", "谁", "named", [Option(pick, pick.text) for pick in picks]))
    qtbot.addWidget(editor)
    for value in (None, picks[1], Pick(None, "外人"), Pick(9, "已离职")):
        editor.put(value)
        assert editor.get() == value
    editor.input.setEditText("赵国强")
    assert editor.get() == picks[2]
    editor.input.setEditText("  ")
    assert editor.get() is None


@pytest.mark.parametrize("language", ["zh_CN", "en"], indirect=True)
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_pictures(qtbot: QtBot, qapp: QApplication, office: Office, shots: Path, language: str, scheme: str) -> None:
    theme.apply(qapp, "dark" if scheme == "dark" else "light")
    customer_id = card_samples.plain(office)
    ids = custom_samples.define_all(office)
    custom_samples.answer_all(office, customer_id, ids)
    view = shown(qtbot, office, customer_id)
    for part in ("basic", "traits"):
        page = tab(view, part, PartTab)
        bar = page.page.verticalScrollBar()
        for mode in ("read", "edit"):
            if mode == "edit":
                view.start("edit")
            qtbot.wait(30)
            bar.setValue(bar.maximum())
            qtbot.wait(30)
            assert view.grab().save(str(shots / f"custom_card_{part}_{mode}_{language}_{scheme}.png"))
        if part == "basic":
            key = f"custom_{ids[CustomKind.CHOICES]}"
            editor = page._form_of(key).editor(key)
            assert isinstance(editor, ChoicesEditor)
            editor.input.showPopup()
            qtbot.wait(30)
            assert editor.input.view().window().grab().save(str(shots / f"custom_card_popup_{language}_{scheme}.png"))
            editor.input.hidePopup()
        page.drop()
