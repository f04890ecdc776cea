"""Key dates on the card: typed as one speaks, turned by the choosers, said back, and how they come round."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Literal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from db.queries.card import KeyDateDraft
from db.vocabulary import CalendarKind, KeyDateKind
from desktop.paths import resources
from desktop.ui import words
from desktop.ui.kit import theme
from desktop.ui.office import Office
from desktop.ui.screens.customers.contacts import ContactsTab
from desktop.ui.screens.customers.key_day_editor import KeyDayEditor, KeyDayLine
from desktop.ui.screens.customers.overview import OverviewTab
from desktop.ui.screens.customers.parts import PartTab
from desktop.words import Catalogue
from tests.ui import card_samples as samples
from tests.ui.card_driving import last, now, save, shown, tab, undo_by_notice, write

LUNAR, BOTH = CalendarKind.LUNAR, CalendarKind.BOTH


BOTH_SAID = """1984-11-26（农历闰十月初四） · 属鼠
公历下次：还有 4 天 · 11月26日 周四 · 满 42 岁
农历下次：还有 344 天 · 2027年11月1日 周一 · 满 43 岁
那年没有这个闰月，按平月过"""


@pytest.fixture
def chinese() -> Iterator[None]:
    before = words.current()
    words.install(Catalogue.load("zh_CN", resources() / "i18n"))
    yield
    words.install(before)


def editing(qtbot: QtBot, office: Office, customer_id: int) -> tuple[PartTab, KeyDayEditor]:
    """The part with the key dates, opened for writing. The card must outlive it: it is the parent of the tab."""
    view = shown(qtbot, office, customer_id)
    page = tab(view, "basic", PartTab)
    page.edit("key_dates")
    form = next(form for form in page.forms if "key_dates" in form._cells)
    editor = form.editor("key_dates")
    assert isinstance(editor, KeyDayEditor)
    page.setProperty("held", view)
    return page, editor


def typed(editor: KeyDayEditor, text: str) -> KeyDayLine:
    """A new line with what was typed into it."""
    editor.add.click()
    write(editor.lines[-1].value, text)
    return editor.lines[-1]


def choose(line: KeyDayLine, calendar: CalendarKind) -> None:
    """Choose a calendar as a user does."""
    box = line.calendar.input
    box.setCurrentIndex(list(CalendarKind).index(calendar))
    box.activated.emit(box.currentIndex())


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("农历八月十五", "下次：还有 297 天 · 2027年9月15日 周三"),
        ("3-5", "03-05 · 下次：还有 103 天 · 2027年3月5日 周五"),
        (
            "1962年腊月廿三",
            "农历1962年腊月廿三 · 1963-01-18 · 属虎 · 下次：还有 69 天 · 2027年1月30日 周六 · 满 64 岁",
        ),
        ("闰四月初八", "农历闰四月初八 · 下次：还有 172 天 · 2027年5月13日 周四\n那年没有这个闰月，按平月过"),
        ("除夕", "农历腊月三十 · 下次：还有 75 天 · 2027年2月5日 周五\n那个月只有廿九天，提前到廿九过"),
        ("1984-11-26 双历", BOTH_SAID),
        ("1962年闰四月初八", "农历1962年没有这一天。"),
        ("13-45", "没有这一天：“13-45”。"),
    ],
)
def test_what_is_typed_is_said_back(qtbot: QtBot, office: Office, chinese: None, text: str, said: str) -> None:
    _page, editor = editing(qtbot, office, samples.plain(office))
    line = typed(editor, text)
    heard = "\n".join(filter(None, (line.said.text(), line.bent.text())))
    assert heard.endswith(said)
    assert line.value.accessibleDescription()


def test_the_choosers_follow_what_is_typed_and_turn_it(qtbot: QtBot, office: Office, chinese: None) -> None:
    _page, editor = editing(qtbot, office, samples.plain(office))
    line = typed(editor, "闰四月初八")
    assert (line.calendar.get(), line.leap.isChecked(), line.unknown.isChecked()) == (LUNAR, True, True)
    QTest.keyClick(line.leap, Qt.Key.Key_Space)
    assert line.value.text() == "农历四月初八"
    choose(line, CalendarKind.SOLAR)
    assert (line.value.text(), line.leap.isEnabled()) == ("04-08", False)
    choose(line, BOTH)
    assert (line.calendar.get(), "1980-3-5" in line.said.text()) == (CalendarKind.SOLAR, True)
    write(line.value, "1984-11-26")
    choose(line, BOTH)
    assert line.value.text() == "1984-11-26（农历闰十月初四）"
    line.unknown.click()
    assert (line.value.text(), line.calendar.get()) == ("11-26", CalendarKind.SOLAR)
    line.unknown.click()
    assert line.value.text() == "1984-11-26（农历闰十月初四）"


def test_a_year_nobody_knows_cannot_be_conjured_up(qtbot: QtBot, office: Office, chinese: None) -> None:
    _page, editor = editing(qtbot, office, samples.plain(office))
    line = typed(editor, "3-5")
    line.unknown.click()
    assert line.unknown.isChecked()
    assert "年份写在日子前面" in line.said.text()


def test_lunar_chosen_before_anything_is_typed(qtbot: QtBot, office: Office, chinese: None) -> None:
    _page, editor = editing(qtbot, office, samples.plain(office))
    editor.add.click()
    line = editor.lines[-1]
    choose(line, LUNAR)
    QTest.keyClicks(line.value, "8-15")
    assert line.draft() == KeyDateDraft(calendar=LUNAR, month=8, day=15)


def test_what_no_solar_month_has_may_be_a_day_of_the_moon(qtbot: QtBot, office: Office, chinese: None) -> None:
    _page, editor = editing(qtbot, office, samples.plain(office))
    line = typed(editor, "2-30")
    assert "2-30" in line.said.text()
    choose(line, LUNAR)
    assert line.value.text() == "农历二月三十"


def test_key_dates_are_kept_and_taken_back(qtbot: QtBot, office: Office) -> None:
    customer_id = samples.plain(office)
    page, editor = editing(qtbot, office, customer_id)
    line = typed(editor, "lunar 8/15")
    line.kind.put(KeyDateKind.ANNIVERSARY)
    line.lead.put(14)
    write(line.remark, "祭祖")
    typed(editor, "1984-11-26 双历")
    assert page.dirty
    line.value.setFocus()
    save()
    found = [replace(one, id=None) for one in now(office, customer_id).key_dates]
    assert found == [
        KeyDateDraft(kind=KeyDateKind.ANNIVERSARY, label="祭祖", calendar=LUNAR, month=8, day=15, lead_days=14),
        KeyDateDraft(calendar=BOTH, year=1984, month=11, day=26),
    ]
    assert last(office).kind == "customer.edit"
    undo_by_notice(office)
    assert now(office, customer_id).key_dates == ()


def test_a_key_date_that_is_no_day_stays_to_be_mended(qtbot: QtBot, office: Office) -> None:
    page, editor = editing(qtbot, office, samples.plain(office))
    typed(editor, "3-5")
    line = typed(editor, "13-45")
    assert not page.keep()
    form = next(form for form in page.forms if "key_dates" in form._cells)
    assert "13-45" in form._cells["key_dates"]._error.text()
    assert (line.value.text(), line.value.property("wrong")) == ("13-45", True)
    assert not editor.lines[0].value.property("wrong")
    write(line.value, "")
    assert page.keep(), "an empty line is no key date"


def test_what_was_not_touched_is_what_it_was(qtbot: QtBot, office: Office) -> None:
    """A day of both calendars from before the table cannot be read back as one: untouched it stays."""
    customer_id = samples.plain(office)
    page, editor = editing(qtbot, office, customer_id)
    old = KeyDateDraft(calendar=BOTH, year=1880, month=5, day=1)
    editor.put((old,))
    typed(editor, "3-5")
    assert page.keep()
    assert {one.calendar for one in now(office, customer_id).key_dates} == {BOTH, CalendarKind.SOLAR}


def test_the_overview_says_when_key_dates_come(qtbot: QtBot, office: Office, chinese: None) -> None:
    view = shown(qtbot, office, samples.rich(office))
    sheet = tab(view, "overview", OverviewTab).days
    texts = [label.text() for label in sheet.findChildren(QLabel) if label.text()]
    assert texts[1:3] == ["生日 · 陈晓敏 · 1984-11-26 · 属鼠", "还有 4 天 · 11月26日 周四 · 满 42 岁"]
    assert "生日 · 老夫人 · 农历1946年腊月三十 · 属狗" in texts
    assert "还有 75 天 · 2027年2月5日 周五 · 满 80 岁" in texts
    assert sum("千金" in text for text in texts) == 2, "once by the sun and once by the moon"


@pytest.mark.parametrize("language", ["zh_CN", "en"])
@pytest.mark.parametrize("look", ["light", "dark"])
def test_the_editor_is_drawn(
    qtbot: QtBot, qapp: QApplication, office: Office, shots: Path, language: str, look: Literal["light", "dark"]
) -> None:
    before = words.current()
    words.install(Catalogue.load(language, resources() / "i18n"))
    theme.apply(qapp, look)
    page, editor = editing(qtbot, office, samples.rich(office))
    typed(editor, "闰四月初八")
    typed(editor, "13-45")
    view = page.property("held")
    view.resize(794, 1500)
    for name in ("basic_edit", "basic", "overview"):
        if name != "basic_edit":
            page.drop()
            view.go_to_tab(name)
        qtbot.wait(150)
        assert view.grab().save(str(shots / f"days_{name}_{language}_{look}.png"))
    contacts = tab(view, "contacts", ContactsTab)
    contacts.edit("key_dates")
    qtbot.wait(150)
    assert view.grab().save(str(shots / f"days_contact_{language}_{look}.png"))
    words.install(before)
