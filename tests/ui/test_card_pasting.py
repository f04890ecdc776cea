"""粘贴识别 in the form for a new customer, on the card and at the contacts; and hostile texts in their fields."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from db.models import Customer
from db.vocabulary import CustomerKind, ReachKind
from desktop.ui.office import Office
from desktop.ui.screens.customers.contacts import ContactsTab
from desktop.ui.screens.customers.new_customer import NewCustomerForm
from desktop.ui.screens.customers.parts import PartTab
from desktop.ui.screens.customers.paste_box import PasteBox
from tests.ui import card_samples as samples
from tests.ui.card_driving import now, save, shown, tab, write

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
TEXT = "杭州西湖电子有限公司 李总 138-0013-8000 微信同号 杭州市西湖区文三路100号 310012 li@example.com"


@pytest.fixture
def new(qtbot: QtBot, office: Office) -> NewCustomerForm:
    form = NewCustomerForm(office)
    qtbot.addWidget(form)
    form.resize(900, 700)
    form.show()
    form.start()
    office.jobs.wait_idle()
    return form


def box_of(widget: QWidget) -> PasteBox:
    QApplication.processEvents()
    return next(one for one in widget.findChildren(PasteBox) if one.isVisible())


def made(office: Office) -> int:
    with office.store.read() as session:
        return session.scalars(select(Customer.id).order_by(Customer.id.desc())).first() or 0


def test_a_pasted_line_becomes_a_customer(office: Office, new: NewCustomerForm) -> None:
    QGuiApplication.clipboard().setText(TEXT)
    new.paste()
    box = box_of(new)
    assert box.text.toPlainText() == TEXT
    box.take()
    new.save()
    card = now(office, made(office))
    assert (card.customer.name, card.customer.kind) == ("杭州西湖电子有限公司", CustomerKind.COMPANY)
    assert (card.customer.province, card.customer.city, card.customer.district) == ("浙江省", "杭州市", "西湖区")
    assert (card.customer.address, card.customer.postcode) == ("文三路100号", "310012")
    assert [one.name for one in card.contacts] == ["李总"]
    assert {(one.kind, one.value) for one in card.contacts[0].reaches} == {
        (ReachKind.MOBILE, "13800138000"), (ReachKind.WECHAT, "13800138000"), (ReachKind.EMAIL, "li@example.com"),
    }  # fmt: skip


def test_a_person_alone_becomes_a_person(office: Office, new: NewCustomerForm) -> None:
    QGuiApplication.clipboard().setText("张三 13800138000 浙江省杭州市西湖区文三路 100 号 3 幢 301 310012")
    new.paste()
    box_of(new).take()
    new.save()
    card = now(office, made(office))
    assert (card.customer.name, card.customer.kind) == ("张三", CustomerKind.PERSON)
    assert [one.value for one in card.reaches] == ["13800138000"]


def test_a_paragraph_in_the_name_offers_itself(office: Office, new: NewCustomerForm) -> None:
    write(new.form.editor("name"), "杭州西湖电子有限公司")
    assert not any(one.text() == "Understand it" and not one.isHidden() for one in new.findChildren(QPushButton))
    write(new.form.editor("name"), TEXT)
    next(one for one in new.findChildren(QPushButton) if one.text() == "Understand it").click()
    box_of(new).take()
    assert new.form.taken().name == "杭州西湖电子有限公司"


def test_what_was_understood_may_be_corrected(office: Office, new: NewCustomerForm) -> None:
    QGuiApplication.clipboard().setText("朝阳区建国路88号 赵敏 13800138000")
    new.paste()
    box = box_of(new)
    next(one for one in box.findChildren(QPushButton) if one.text() == "Next").click()
    write(box.form.editor("name"), "赵小敏")
    box.take()
    taken = new.form.taken()
    assert (taken.name, taken.region.city) == ("赵小敏", "长春市")


def test_nothing_pasted_can_not_be_taken(office: Office, new: NewCustomerForm) -> None:
    QGuiApplication.clipboard().clear()
    new.paste()
    box = box_of(new)
    assert not box.yes.isEnabled()
    box.reject()


def test_an_address_is_pasted_into_the_card(qtbot: QtBot, office: Office) -> None:
    customer_id = samples.rich(office, 1, 1)
    before = now(office, customer_id)
    view = shown(qtbot, office, customer_id)
    page = tab(view, "basic", PartTab)
    QGuiApplication.clipboard().setText("上海市浦东新区科苑路88号 201203 021-61234567转801")
    page.paste()
    box_of(page).take()
    assert page.keep()
    card = now(office, customer_id)
    assert (card.customer.province, card.customer.district, card.customer.address) == (
        "上海市",
        "浦东新区",
        "科苑路88号",
    )
    assert card.customer.postcode == "201203"
    assert len(card.reaches) == len(before.reaches) + 1
    assert any((one.value, one.extension) == ("021-61234567", "801") for one in card.reaches)


def test_a_pasted_person_becomes_a_contact(qtbot: QtBot, office: Office) -> None:
    customer_id = samples.plain(office)
    view = shown(qtbot, office, customer_id)
    page = tab(view, "contacts", ContactsTab)
    QGuiApplication.clipboard().setText("姓名：周杰\n职务：采购经理\n手机：13957412345\n微信：zhou_jie88")
    page.paste()
    box_of(page).take()
    assert page.keep()
    contact = next(one for one in now(office, customer_id).contacts if one.name == "周杰")
    assert contact.title == "采购经理"
    assert {one.value for one in contact.reaches} == {"13957412345", "zhou_jie88"}


@pytest.mark.parametrize("text", ["张三\u202e李四", "喜 🎉👨‍👩‍👧 乐", "a\x1b[31mb", "\u200f\u200e名"])
def test_odd_signs_are_kept_whole(qtbot: QtBot, office: Office, text: str) -> None:
    customer_id = samples.plain(office)
    view = shown(qtbot, office, customer_id)
    page = tab(view, "basic", PartTab)
    page.edit("short_name")
    page._form_of("short_name").fill("short_name", text)
    save()
    assert now(office, customer_id).customer.short_name == text
    view.grab()
