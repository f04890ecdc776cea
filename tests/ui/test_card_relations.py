"""关系 on the card: found as one types, told on both cards, and the group of companies."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from db.queries.card import CustomerDraft
from db.queries.relations import RelationRow, relations
from db.store import Doing, open_store
from desktop.paths import resources
from desktop.rules.relations import Way
from desktop.services.customers import NewCustomer, create_customer
from desktop.services.relations import Party, RelationDraft, save_relation
from desktop.ui import words
from desktop.ui.kit import theme
from desktop.ui.kit.labels import ElidedLabel
from desktop.ui.office import Office, Visit
from desktop.ui.screens.customers.overview import OverviewTab
from desktop.ui.screens.customers.party_editor import PartyEditor
from desktop.ui.screens.customers.relations_tab import RelationsTab
from desktop.words import Catalogue
from tests.ui import card_samples as samples
from tests.ui.card_driving import last, now, press, save, shown, tab, undo_by_notice, write


def company(office: Office, name: str) -> int:
    with office.store.write(Doing("customer.create", {"name": name})) as session:
        return create_customer(session, NewCustomer(CustomerDraft(name=name)))


def relate(office: Office, customer_id: int, way: Way, other: Party, contact_id: int | None = None) -> int:
    with office.store.write(Doing("relation.edit", {"name": samples.NAME})) as session:
        return save_relation(session, customer_id, RelationDraft(0, way, contact_id, other))


def told(office: Office, customer_id: int) -> list[RelationRow]:
    with office.store.read() as session:
        return relations(session, customer_id)


def party(page: RelationsTab) -> PartyEditor:
    editor = page.pane.form.editor("other")
    assert isinstance(editor, PartyEditor)
    return editor


def test_the_other_party_is_found_as_one_types(qtbot: QtBot, office: Office) -> None:
    customer_id, other = samples.rich(office), company(office, "昆山华工机床厂")
    view = shown(qtbot, office, customer_id)
    page = tab(view, "relations", RelationsTab)
    page.new.click()
    page.pane.form.editor("way").put(Way.SUPPLIED_BY)
    box = party(page).box
    box.setFocus()
    QTest.keyClicks(box, "kshg")
    qtbot.waitUntil(lambda: [hit.title for hit in box.hits] == ["昆山华工机床厂"])
    press(Qt.Key.Key_Return)
    assert (box.text(), box.hits) == ("昆山华工机床厂", [])
    save()
    (row,) = told(office, customer_id)
    assert (row.other_customer_id, row.other, row.reverse) == (other, "昆山华工机床厂", True)
    assert last(office).kind == "relation.edit"
    assert told(office, other)[0].other == samples.NAME
    undo_by_notice(office)
    assert told(office, customer_id) == []


def test_contacts_are_found_too_and_a_name_may_stand_alone(qtbot: QtBot, office: Office) -> None:
    customer_id, other = samples.rich(office), company(office, "昆山华工机床厂")
    boss = now(office, customer_id).contacts[0]
    view = shown(qtbot, office, other)
    page = tab(view, "relations", RelationsTab)
    page.begin("new")
    box = party(page).box
    write(box, boss.name)
    qtbot.waitUntil(lambda: len(box.hits) == 2)
    assert [(hit.title, hit.icon) for hit in box.hits] == [(samples.NAME, "building"), (boss.name, "user")]
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    assert page.keep()
    assert told(office, other)[0].other_contact_id == boss.id
    page.begin("new")
    write(party(page).box, "商会张会长")
    assert "without a card" in party(page).said.text()
    assert page.keep()
    assert [row.other_customer_id for row in told(office, other)] == [customer_id, None]


def test_typing_on_after_a_find_makes_it_a_name(qtbot: QtBot, office: Office) -> None:
    customer_id = samples.plain(office)
    other = company(office, "昆山华工机床厂")
    view = shown(qtbot, office, customer_id)
    page = tab(view, "relations", RelationsTab)
    page.begin("new")
    editor = party(page)
    editor.put(Party("昆山华工机床厂", other))
    editor.box.setFocus()
    editor.box.end(False)
    QTest.keyClicks(editor.box, "x")
    assert editor.get() == Party("昆山华工机床厂x")


def test_nobody_named_is_said_at_the_field(qtbot: QtBot, office: Office) -> None:
    view = shown(qtbot, office, samples.plain(office))
    page = tab(view, "relations", RelationsTab)
    page.begin("new")
    assert not page.keep()
    assert page.pane.form._cells["other"]._error.text()
    assert page.writing


def test_the_other_card_is_a_click_away(qtbot: QtBot, office: Office) -> None:
    customer_id, other = samples.rich(office), company(office, "昆山华工机床厂")
    made = relate(office, customer_id, Way.SUBSIDIARY_OF, Party(customer_id=other))
    wanted: list[tuple[str, object]] = []
    office.bus.wanted.connect(lambda place, what: wanted.append((place, what)))
    view = shown(qtbot, office, customer_id)
    page = tab(view, "relations", RelationsTab)
    page.begin(str(made))
    page.pane.buttons["go"].click()
    links = [one for one in page.group.findChildren(QPushButton) if one.isEnabled()]
    assert [one.text() for one in links] == ["昆山华工机床厂"]
    links[0].click()
    assert wanted == [("customers", Visit(other, "relations"))] * 2


def test_the_overview_tells_relations(qtbot: QtBot, office: Office) -> None:
    customer_id = samples.rich(office)
    view = shown(qtbot, office, customer_id)
    sheet = tab(view, "overview", OverviewTab).relations
    assert not sheet.isVisible()
    boss = now(office, customer_id).contacts[0]
    for number in range(7):
        relate(office, customer_id, Way.FRIEND_OF, Party(f"友{number}"), boss.id)
    texts = dict.fromkeys(one.whole for one in sheet.findChildren(ElidedLabel))  # the lines before are going still
    assert list(texts) == [f"{boss.name} is a friend of 友{number}" for number in range(5)]


def test_nothing_can_be_written_into_a_file_that_is_only_read(qtbot: QtBot, office: Office, tmp_path: Path) -> None:
    customer_id = samples.plain(office)
    relate(office, customer_id, Way.OTHER, Party("商会"))
    office.store.close()
    office.store = open_store(office.store.path, version="test", backups=tmp_path / "backups", read_only=True)
    view = shown(qtbot, office, customer_id)
    page = tab(view, "relations", RelationsTab)
    assert not page.new.isEnabled()
    page.begin("")
    assert not page.writing


@pytest.mark.parametrize("language", ["zh_CN", "en"])
@pytest.mark.parametrize("look", ["light", "dark"])
def test_relations_are_drawn(
    qtbot: QtBot, qapp: QApplication, office: Office, shots: Path, language: str, look: Literal["light", "dark"]
) -> None:
    before = words.current()
    words.install(Catalogue.load(language, resources() / "i18n"))
    theme.apply(qapp, look)
    customer_id = samples.rich(office)
    top, low = company(office, "恒远控股集团有限公司"), company(office, "恒远精密（昆山）有限公司")
    boss = now(office, customer_id).contacts[0]
    relate(office, customer_id, Way.SUBSIDIARY_OF, Party(customer_id=top))
    relate(office, customer_id, Way.PARENT_OF, Party(customer_id=low))
    relate(office, customer_id, Way.SPOUSE_OF, Party("王老师"), boss.id)
    relate(office, top, Way.INTRODUCED, Party(contact_id=boss.id))
    view = shown(qtbot, office, customer_id)
    page = tab(view, "relations", RelationsTab)
    for name, what in (("relations", "show"), ("relations_edit", ""), ("relations_new", "new")):
        page.begin(what)
        qtbot.wait(120)
        assert view.grab().save(str(shots / f"{name}_{language}_{look}.png"))
        page.drop()
    view.go_to_tab("overview")
    qtbot.wait(120)
    assert view.grab().save(str(shots / f"relations_overview_{language}_{look}.png"))
    words.install(before)


def test_a_large_group_shows_what_is_near(qtbot: QtBot, office: Office) -> None:
    top = company(office, "总公司")
    ids = [company(office, f"第{number}分公司") for number in range(12)]
    for one in ids:
        relate(office, one, Way.SUBSIDIARY_OF, Party(customer_id=top))
    view = shown(qtbot, office, ids[6])
    page = tab(view, "relations", RelationsTab)
    names = [one.text() for one in page.group.findChildren(QPushButton)]
    assert (len(names), "第6分公司" in names) == (8, True)
    assert [one.isEnabled() for one in page.group.findChildren(QPushButton) if one.text() == "第6分公司"] == [False]
