"""How the tests of the card look at it and type into it, as a user would."""

from __future__ import annotations

from typing import Any, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from db.queries.card import Card, card
from db.queries.journal import ActionRow, actions
from db.queries.timeline import FollowUpRow, follow_ups
from desktop.ui.office import Office
from desktop.ui.screens.customers.card import CardView
from desktop.ui.screens.customers.tab import CardTab

Tab = TypeVar("Tab", bound=CardTab)


def shown(qtbot: QtBot, office: Office, customer_id: int | None) -> CardView:
    """A card on screen, at the size it has beside the list."""
    view = CardView(office)
    qtbot.addWidget(view)
    view.resize(794, 690)
    view.show_customer(customer_id)
    with qtbot.waitActive(view):
        view.show()
        view.activateWindow()
    return view


def tab(view: CardView, key: str, kind: type[Tab]) -> Tab:
    """A tab, brought to the front."""
    view.go_to_tab(key)
    page = view.tabs.page(key)
    assert isinstance(page, kind)
    return page


def write(widget: QWidget, text: str) -> None:
    """Put `text` in place of what stands in the field, as an input method does."""
    inner: Any = widget.focusProxy() or widget
    inner.setFocus()
    inner.clear()
    event = QInputMethodEvent("", [])
    event.setCommitString(text)
    QApplication.sendEvent(inner, event)


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key where the focus is."""
    focused = QApplication.focusWidget()
    assert focused is not None, "nothing has the focus"
    QTest.keyClick(focused, key, modifier)


def save() -> None:
    """Ctrl+S where the focus is."""
    press(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)


def now(office: Office, customer_id: int) -> Card:
    """What the file says."""
    with office.store.read() as session:
        found = card(session, customer_id)
    assert found is not None
    return found


def steps(office: Office, customer_id: int) -> list[FollowUpRow]:
    """The follow-ups in the file."""
    with office.store.read() as session:
        return follow_ups(session, customer_id)


def last(office: Office) -> ActionRow:
    """The newest action."""
    with office.store.read() as session:
        return actions(session, limit=1)[0]


def undo_by_notice(office: Office) -> None:
    """Press the button of the notice and wait for the work."""
    office.notice._on_button()
    office.jobs.wait_idle()
