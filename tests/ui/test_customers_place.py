"""The customers' place on a real file: list, filters, search, the form for a new customer, printing, undo."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from db.models import Contact, Customer, FollowUp, Reach, Rep
from db.queries.card import customer_draft
from db.store import Doing
from db.vocabulary import FollowUpKind, FollowUpState, ReachKind, Stage
from desktop.ui.office import Office, Start, Visit
from desktop.ui.screens.customers.place import CustomersPlace
from desktop.ui.top_line import TopLine, take_back


@pytest.fixture
def people(office: Office) -> dict[str, int]:
    """A few customers that differ in what the list shows; {name: id}."""
    made: dict[str, int] = {}
    today = office.today()
    with office.store.write(Doing("customer.create", {"name": "样本"})) as session:
        rep = Rep(name="林晓")
        session.add(rep)
        for number, (name, stage) in enumerate(
            (
                ("单记茶庄", Stage.WON),
                ("长乐文具有限公司", Stage.POTENTIAL),
                ("曾国华", Stage.LOST),
                ("青禾超市", Stage.WON),
            )
        ):
            row = Customer(number=f"K{number + 1:04}", name=name, stage=stage, owner_id=rep.id if number else None)
            session.add(row)
            made[name] = row.id
        session.add(Contact(customer_id=made["青禾超市"], name="尉迟小满"))
        session.add(Reach(customer_id=made["青禾超市"], kind=ReachKind.MOBILE, value="138 0013 8000"))
        late = {"kind": FollowUpKind.VISIT, "state": FollowUpState.PLANNED, "planned_on": today - timedelta(days=2)}
        session.add(FollowUp(customer_id=made["单记茶庄"], **late))
    return made


@pytest.fixture
def place(qtbot: QtBot, office: Office, people: dict[str, int], light: None) -> CustomersPlace:
    made = CustomersPlace(office)
    made.resize(1280, 720)
    qtbot.addWidget(made)
    made.show()
    return made


def shown(place: CustomersPlace) -> list[str]:
    model = place.list.model
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def say(widget: QWidget, text: str) -> None:
    """Type as an input method does."""
    event = QInputMethodEvent("", [])
    event.setCommitString(text)
    QApplication.sendEvent(widget, event)


def focused(within: QWidget) -> QWidget:
    """The field the cursor is in."""
    found = within.focusWidget()
    assert found is not None
    return found


def test_the_list_is_in_the_order_of_pinyin(place: CustomersPlace) -> None:
    assert shown(place) == ["长乐文具有限公司", "青禾超市", "单记茶庄", "曾国华"]  # chang, qing, shan, zeng


def test_filters_narrow_the_list(qtbot: QtBot, place: CustomersPlace) -> None:
    filters = place.list.filters
    for typed, found in (("qhcs", ["青禾超市"]), ("尉迟", ["青禾超市"]), ("0138", ["青禾超市"]), ("没有的", [])):
        filters.text.setText(typed)
        qtbot.waitUntil(lambda found=found: shown(place) == found)  # type: ignore[misc]
    filters.clear()
    filters.choose("overdue")
    assert shown(place) == ["单记茶庄"]
    filters.choose("unplanned")
    assert "单记茶庄" not in shown(place)
    filters.clear()
    filters.narrow({"stage": frozenset({Stage.WON.value})})
    assert shown(place) == ["青禾超市", "单记茶庄"]


def test_a_visit_shows_the_customer_though_the_filter_hides_him(place: CustomersPlace, people: dict[str, int]) -> None:
    place.list.filters.narrow({"stage": frozenset({Stage.LOST.value})})
    place.visit(Visit(people["青禾超市"]))
    assert place.card.customer_id == people["青禾超市"]
    assert place.list.view.current_id() == people["青禾超市"]


def test_delete_and_undo(qtbot: QtBot, office: Office, place: CustomersPlace, people: dict[str, int]) -> None:
    place.list.view.go_to(people["青禾超市"])
    place.list.deeds.delete([people["青禾超市"]])
    assert "青禾超市" not in shown(place)
    from db.queries.journal import last_action

    with office.store.read() as session:
        last = last_action(session)
    assert last is not None
    take_back(office, last.id)
    office.jobs.wait_idle()
    qtbot.waitUntil(lambda: "青禾超市" in shown(place))


def test_a_new_customer_is_warned_of_its_double_and_saved(
    qtbot: QtBot, office: Office, place: CustomersPlace, people: dict[str, int]
) -> None:
    place.visit(Start.NEW)
    form = place.form
    assert form is not None
    form.form.focus("name")
    say(focused(form), "福建长乐文具有限公司")
    form.look_for_duplicates()
    texts = [label.text() for label in form._warning.findChildren(QWidget) if hasattr(label, "text")]
    assert any("长乐文具有限公司" in text for text in texts)
    form.form.editor("phone").put("13800138000")
    form.look_for_duplicates()
    texts = [label.text() for label in form._warning.findChildren(QWidget) if hasattr(label, "text")]
    assert any("青禾超市" in text for text in texts)
    form.form.editor("contact").put("仇小雨")
    with qtbot.waitSignal(form.made):
        form.save()
    assert "福建长乐文具有限公司" in shown(place)
    with office.store.read() as session:
        made = customer_draft(session, place.card.customer_id or 0)
    assert made is not None
    assert (made.name, made.number) == ("福建长乐文具有限公司", "K0005")


def test_what_is_wrong_is_said_at_its_field(office: Office, place: CustomersPlace) -> None:
    place.visit(Start.NEW)
    assert place.form is not None
    place.form.form.editor("number").put("K0001")
    place.form.form.editor("name").put("新客户")
    place.form.save()
    with office.store.read() as session:
        assert session.query(Customer).count() == 4
    assert place.right.currentWidget() is place.form


def test_a_doubtful_code_is_said_once_and_then_stands(office: Office, place: CustomersPlace) -> None:
    place.visit(Start.NEW)
    assert place.form is not None
    place.form.form.editor("name").put("新客户")
    place.form.form.editor("credit_code").put("91330000MA27XXXX00")
    place.form.save()
    assert place.right.currentWidget() is place.form
    place.form.save()
    assert place.right.currentWidget() is place.card


def test_the_search_box_opens_cards_and_starts_commands(
    qtbot: QtBot, office: Office, people: dict[str, int], light: None
) -> None:
    top = TopLine(office)
    qtbot.addWidget(top)
    top.show()
    asked: list[tuple[str, object]] = []
    office.bus.wanted.connect(lambda key, what: asked.append((key, what)))
    for typed, expected in (("青禾", people["青禾超市"]), ("yuchi", people["青禾超市"]), ("ceng", people["曾国华"])):
        top.search.setText(typed)
        top.search.look_up()
        QTest.keyClick(top.search, Qt.Key.Key_Return)
        assert asked.pop() == ("customers", Visit(expected))
    top.search.setText("xjkh")
    top.search.look_up()
    QTest.keyClick(top.search, Qt.Key.Key_Return)
    assert asked.pop() == ("customers", Start.NEW)


def test_undo_names_the_action_and_takes_it_back(
    qtbot: QtBot, office: Office, people: dict[str, int], light: None
) -> None:
    top = TopLine(office)
    qtbot.addWidget(top)
    top.show()
    with office.store.write(Doing("customer.edit", {"name": "A&B"})) as session:
        row = session.get(Customer, people["青禾超市"])
        assert row is not None
        row.note = "改过"
    qtbot.waitUntil(lambda: "A&&B" in top.undo.text())
    QTest.mouseClick(top.undo, Qt.MouseButton.LeftButton)
    office.jobs.wait_idle()
    with office.store.read() as session:
        draft = customer_draft(session, people["青禾超市"])
    assert draft is not None
    assert draft.note is None


def test_cards_are_printed_to_a_pdf(
    monkeypatch: pytest.MonkeyPatch, answers: object, office: Office, place: CustomersPlace, tmp_path: Path
) -> None:
    import pypdfium2

    from desktop.ui.screens.customers import sheets

    opened: list[Path] = []
    monkeypatch.setattr(sheets, "_open", opened.append)  # the system's viewer is not ours to start in a test
    target = tmp_path / "卡.pdf"
    office.ask = answers(target)  # type: ignore[operator]
    place.list.view.selectAll()
    place.list._print(place.list.view.chosen(), False)
    office.jobs.wait_idle(30)
    document = pypdfium2.PdfDocument(target)
    try:
        text = "".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()
    assert "青禾超市" in text
    assert "尉迟小满" in text
    assert opened == [target]
