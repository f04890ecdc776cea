"""附件: chosen or dropped, seen small, opened as a copy, saved, thrown away and brought back."""

from __future__ import annotations

import io
import stat
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from reportlab.pdfgen.canvas import Canvas

from db.store import Doing
from desktop.rules.errors import RuleBroken
from desktop.services.attachments import attach, attachments, is_runnable
from desktop.ui.office import Office
from desktop.ui.screens.customers.attachments import AttachmentsTab
from desktop.ui.screens.customers.preview import small_image
from desktop.ui.screens.customers.viewing import ViewedCopies, safe_name
from tests.ui import card_samples as samples
from tests.ui.card_driving import last, shown, tab, undo_by_notice


def names(office: Office, customer_id: int) -> list[str]:
    with office.store.read() as session:
        return [row.name for row in attachments(session, customer_id)]


def settled(office: Office) -> None:
    office.jobs.wait_idle()
    QApplication.processEvents()


def drop(page: AttachmentsTab, *paths: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    copy, none = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    entering = QDragEnterEvent(page.rect().center(), copy, data, Qt.MouseButton.LeftButton, none)
    QApplication.sendEvent(page, entering)
    assert entering.isAccepted()
    QApplication.sendEvent(page, QDropEvent(QPointF(page.rect().center()), copy, data, Qt.MouseButton.LeftButton, none))


def test_files_are_dropped_on_the_card(qtbot: QtBot, office: Office, tmp_path: Path) -> None:
    customer_id = samples.plain(office)
    view = shown(qtbot, office, customer_id)
    page = tab(view, "attachments", AttachmentsTab)
    (tmp_path / "合同.pdf").write_bytes(b"%PDF-1.4 x")
    (tmp_path / "名片.png").write_bytes(samples.picture(900, 600))
    drop(page, tmp_path / "合同.pdf", tmp_path / "名片.png")
    settled(office)
    assert names(office, customer_id) == ["名片.png", "合同.pdf"]
    assert (last(office).kind, office.notice.text) == ("attachment.add", "Attached: 合同.pdf, 名片.png")
    page.view.go_to(page.model.ids[0])
    image = page.beside.preview.image
    assert image is not None
    assert max(image.width(), image.height()) <= 560
    page.view.go_to(page.model.ids[1])
    assert page.beside.preview.image is None
    undo_by_notice(office)
    assert names(office, customer_id) == []


def test_what_cannot_be_kept_is_said_and_does_not_stop_the_rest(qtbot: QtBot, office: Office, tmp_path: Path) -> None:
    customer_id = samples.plain(office)
    view = shown(qtbot, office, customer_id)
    page = tab(view, "attachments", AttachmentsTab)
    (tmp_path / "病毒.exe").write_bytes(b"MZ")
    (tmp_path / "空.txt").write_bytes(b"")
    (tmp_path / "好.txt").write_bytes(b"ok")
    office.ask.answers[:] = [tmp_path / "好.txt"]  # type: ignore[attr-defined]
    page.add.click()
    settled(office)
    page.attach([tmp_path / "病毒.exe", tmp_path / "空.txt", tmp_path / "没有.txt", tmp_path])
    settled(office)
    assert names(office, customer_id) == ["好.txt"]
    (told,) = office.ask.asked[1:]  # type: ignore[attr-defined]
    assert all(name in told for name in ("病毒.exe", "空.txt", "没有.txt", tmp_path.name))


def test_a_copy_is_opened_for_reading_only(qtbot: QtBot, office: Office) -> None:
    view = shown(qtbot, office, samples.rich(office))
    page = tab(view, "attachments", AttachmentsTab)
    opened: list[Path] = []

    def note(path: Path) -> bool:
        opened.append(path)
        return True

    page.open_copy = note
    page.view.go_to(page.model.ids[2])
    page.buttons["open"].click()
    page.buttons["open"].click()
    path, again = opened
    assert path == again
    assert path.name == "营业执照.png"
    assert path.read_bytes() == samples.picture(480, 320)
    assert not path.stat().st_mode & (stat.S_IWUSR | stat.S_IRWXG | stat.S_IRWXO)
    assert stat.S_IMODE(path.parent.parent.stat().st_mode) == 0o700
    page.copies.clear()
    assert not path.parent.parent.exists()


def test_nothing_opens_it(qtbot: QtBot, office: Office) -> None:
    view = shown(qtbot, office, samples.rich(office))
    page = tab(view, "attachments", AttachmentsTab)
    page.open_copy = lambda path: False
    page.buttons["open"].click()
    assert "报价单2026-10.xlsx" in office.notice.text
    page.copies.clear()


def test_a_copy_is_saved_where_the_user_says(qtbot: QtBot, office: Office, tmp_path: Path) -> None:
    view = shown(qtbot, office, samples.rich(office))
    page = tab(view, "attachments", AttachmentsTab)
    office.ask.answers[:] = [tmp_path / "out.xlsx", None, tmp_path / "no folder" / "x.xlsx"]  # type: ignore[attr-defined]
    for _ in range(3):
        page.buttons["save"].click()
    assert (tmp_path / "out.xlsx").read_bytes().startswith(b"PK")
    assert len(office.ask.asked) == 4, "three choosers, and what is wrong with the folder"  # type: ignore[attr-defined]


def test_the_bin_gives_it_back(qtbot: QtBot, office: Office) -> None:
    customer_id = samples.rich(office)
    view = shown(qtbot, office, customer_id)
    page = tab(view, "attachments", AttachmentsTab)
    before = names(office, customer_id)
    page.buttons["delete"].click()
    assert names(office, customer_id) == before[1:]
    undo_by_notice(office)
    assert names(office, customer_id) == before


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("合同.pdf", "合同.pdf"),
        ("a/b\\c:d?.txt", "a_b_c_d_.txt"),
        ("con.txt", "_con.txt"),
        (" .. ", "_"),
        ("photo\u202egnp.exe", "photognp.exe"),
        ("x" * 300 + ".pdf", "x" * 120 + ".pdf"),
        ("README", "README"),
    ],
)
def test_names_are_safe_on_every_system(name: str, safe: str) -> None:
    assert safe_name(name) == safe


@pytest.mark.parametrize(
    "data", [b"", b"not a picture", b"\x89PNG\r\n\x1a\n broken", b"<svg xmlns='http://www.w3.org/2000/svg'/>"]
)
@pytest.mark.usefixtures("qapp")
def test_what_is_no_picture_has_none(data: bytes) -> None:
    assert small_image(data, 100) is None


def test_copies_of_one_name_do_not_meet() -> None:
    copies = ViewedCopies()
    first, second = copies.copy(1, "a.txt", b"1"), copies.copy(2, "a.txt", b"2")
    assert (first.read_bytes(), second.read_bytes()) == (b"1", b"2")
    copies.clear()
    copies.clear()
    assert not first.exists()


def pdf_of(pages: int) -> bytes:
    target = io.BytesIO()
    canvas = Canvas(target, pagesize=(595, 842))
    for number in range(pages):
        canvas.drawString(100, 700, f"page {number + 1}")
        canvas.showPage()
    canvas.save()
    return target.getvalue()


def test_a_pdf_is_leafed_through(qtbot: QtBot, office: Office, tmp_path: Path) -> None:
    view = shown(qtbot, office, samples.plain(office))
    page = tab(view, "attachments", AttachmentsTab)
    (tmp_path / "合同.pdf").write_bytes(pdf_of(3))
    page.attach([tmp_path / "合同.pdf"])
    settled(office)
    pane = page.beside
    qtbot.waitUntil(lambda: pane.preview.image is not None, timeout=20_000)
    assert (pane.where.text(), pane.back.isEnabled(), pane.on.isEnabled()) == ("Page 1 of 3", False, True)
    first = pane.preview.image
    pane.on.click()
    qtbot.waitUntil(lambda: not pane.reader.busy, timeout=20_000)
    QTest.keyClick(pane.preview, Qt.Key.Key_PageDown)
    qtbot.waitUntil(lambda: not pane.reader.busy, timeout=20_000)
    assert (pane.where.text(), pane.on.isEnabled()) == ("Page 3 of 3", False)
    assert pane.preview.image != first


def test_a_pdf_that_is_none_says_so(qtbot: QtBot, office: Office, tmp_path: Path) -> None:
    view = shown(qtbot, office, samples.plain(office))
    page = tab(view, "attachments", AttachmentsTab)
    (tmp_path / "坏.pdf").write_bytes(b"%PDF-1.4 nothing")
    page.attach([tmp_path / "坏.pdf"])
    settled(office)
    qtbot.waitUntil(page.beside.why.isVisible, timeout=20_000)
    assert "damaged" in page.beside.why.text()


def test_a_copied_picture_is_pasted(qtbot: QtBot, office: Office, tmp_path: Path) -> None:
    customer_id = samples.plain(office)
    view = shown(qtbot, office, customer_id)
    page = tab(view, "attachments", AttachmentsTab)
    clipboard = QApplication.clipboard()
    clipboard.clear()
    page.paste.click()
    assert names(office, customer_id) == []
    clipboard.setImage(QImage.fromData(samples.picture(300, 200)))
    page.add.setFocus()
    QTest.keyClick(page.add, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    (name,) = names(office, customer_id)
    assert name.startswith("Picture 2")
    assert name.endswith(".png")
    image = page.beside.preview.image
    assert image is not None
    assert (image.width(), image.height()) == (300, 200)
    (tmp_path / "表.txt").write_text("x")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "表.txt"))])
    clipboard.setMimeData(data)
    page.paste.click()
    settled(office)
    assert names(office, customer_id) == ["表.txt", name]


@pytest.mark.parametrize("name", ["a.exe", "a.pdf.EXE", "a.exe.", "a.exe . ", "a.ex\u200be", "发票.lnk", "x.PS1"])
def test_no_name_hides_a_program(name: str) -> None:
    assert is_runnable(name)


@pytest.mark.parametrize("name", ["合同.pdf", "exe", "说明", "a.exe.pdf", "表.xlsm"])
def test_what_is_no_program_by_its_name(name: str) -> None:
    assert not is_runnable(name)


@pytest.mark.parametrize("data", [b"MZ\x90\x00", b"\x7fELF\x02", b"#!/bin/sh\nrm -rf ~"])
def test_a_program_under_another_name_is_refused(office: Office, data: bytes) -> None:
    customer_id = samples.plain(office)
    with pytest.raises(RuleBroken, match="attachment_runnable"), office.store.write(Doing("x")) as session:
        attach(session, customer_id, "照片.jpg", data)
