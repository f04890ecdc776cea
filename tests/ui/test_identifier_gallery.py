"""The identifiers, the region and the pasted text on screen, in both languages and both themes, for human eyes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from desktop.paths import resources
from desktop.ui import words
from desktop.ui.kit import theme
from desktop.ui.office import Office
from desktop.ui.screens.customers.new_customer import NewCustomerForm
from desktop.ui.screens.customers.parts import PartTab
from desktop.ui.screens.customers.paste_box import PasteBox
from desktop.words import Catalogue
from tests.ui import card_samples as samples
from tests.ui.card_driving import shown, tab, write

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
LOOKS = [(language, scheme) for language in ("zh_CN", "en") for scheme in ("light", "dark")]


@pytest.fixture(params=LOOKS, ids=["_".join(one) for one in LOOKS])
def look(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[str]:
    language, scheme = request.param
    words.install(Catalogue.load(language, resources() / "i18n"))
    theme.apply(qapp, scheme=scheme)
    yield f"{language}_{scheme}"
    words.install(Catalogue.load("en", resources() / "i18n"))
    theme.apply(qapp, scheme="light")


def test_the_card_with_doubts_is_drawn(qtbot: QtBot, office: Office, look: str, shots: Path) -> None:
    view = shown(qtbot, office, samples.person(office))
    page = tab(view, "basic", PartTab)
    qtbot.wait(100)
    page.edit("id_number")
    for field, text in (("id_number", "11010519491231002X"), ("partner_since", "2月30日"), ("region", "朝阳区")):
        write(page._form_of(field).editor(field), text)
    page.keep()
    qtbot.wait(100)
    view.grab().save(str(shots / f"identifiers_editing_{look}.png"))
    next(one for one in page.findChildren(QPushButton) if one.text() in ("Keep as written", "按原样保留")).click()
    assert page.keep()
    page.page.verticalScrollBar().setValue(0)
    qtbot.wait(100)
    view.grab().save(str(shots / f"identifiers_read_{look}.png"))
    view.go_to_tab("overview")
    qtbot.wait(100)
    view.grab().save(str(shots / f"identifiers_overview_{look}.png"))


def test_a_new_customer_from_pasted_text_is_drawn(qtbot: QtBot, office: Office, look: str, shots: Path) -> None:
    form = NewCustomerForm(office)
    qtbot.addWidget(form)
    form.resize(1160, 700)
    form.show()
    form.start()
    office.jobs.wait_idle()
    QGuiApplication.clipboard().setText(
        "杭州西湖电子有限公司 李总 138-0013-8000 微信同号 0571-87654321转801 朝阳区建国路88号 910000 门口有保安"
    )
    form.paste()
    box = next(one for one in form.findChildren(PasteBox))
    qtbot.wait(100)
    box.grab().save(str(shots / f"paste_box_{look}.png"))
    box.take()
    write(form.form.editor("credit_code"), "91340600MA2PBM9HX0")
    form.form.fill("name", "张三 13800138000 杭州西湖文三路 100 号")
    qtbot.wait(100)
    form.grab().save(str(shots / f"paste_new_{look}.png"))
