"""The PDF as a file: readers, fonts, bookmarks, what it says of itself, cancelling."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pypdfium2
import pytest

from desktop.documents.cards import CUSTOMER_CARD
from desktop.documents.pdf.render import render_pdf
from desktop.progress import Cancelled, Progress
from desktop.rules.errors import RuleBroken
from tests.documents import paper_samples as samples
from tests.documents.paper_reading import CHINESE, ENGLISH, card, ink, pages_of, run_together, with_


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="pdftotext (poppler-utils) is not installed")
def test_another_reader_finds_rare_characters_too(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(card(with_(samples.company(), name="䶮㛃𬭎𫖯有限公司", note="阳光🌞小李")))
    text = subprocess.run(["pdftotext", "a.pdf", "-"], cwd=tmp_path, capture_output=True, check=True).stdout.decode()
    assert "䶮㛃𬭎𫖯有限公司" in text
    assert "阳光🌞小李" in text


@pytest.mark.skipif(not shutil.which("pdffonts"), reason="pdffonts (poppler-utils) is not installed")
def test_all_fonts_are_embedded_subsets_that_say_their_text(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(card(samples.company(), samples.person()))
    listing = subprocess.run(["pdffonts", "a.pdf"], cwd=tmp_path, capture_output=True, check=True, text=True).stdout
    fonts = listing.splitlines()[2:]
    assert fonts
    for line in fonts:
        assert re.search(r"\+NotoSansSC-(Regular|Bold) +TrueType +\w+ +yes yes yes ", line), line


@pytest.mark.skipif(not shutil.which("pdftoppm"), reason="pdftoppm (poppler-utils) is not installed")
def test_a_missing_glyph_is_a_box_with_its_code_not_an_empty_place(tmp_path: Path) -> None:
    """Many of them: more than one font of stand-ins holds."""
    text = "".join(chr(0x1F300 + n) for n in range(300))
    pdf = card(with_(samples.sparse(), note=text))
    assert run_together(text) in run_together("".join(pages_of(pdf)))
    (tmp_path / "a.pdf").write_bytes(pdf)
    drawn = subprocess.run(["pdftoppm", "-r", "40", "a.pdf", "a"], cwd=tmp_path, capture_output=True, check=True)
    assert drawn.stderr == b""
    assert ink(pdf) > ink(card(with_(samples.sparse(), note="　" * 300))) + 300


def test_the_same_values_give_the_same_bytes() -> None:
    assert card(samples.company(), samples.person()) == card(samples.company(), samples.person())


def test_the_file_says_what_it_is() -> None:
    document = pypdfium2.PdfDocument(card(samples.company()))
    try:
        facts = document.get_metadata_dict()
    finally:
        document.close()
    assert facts["Title"] == "客户资料卡 KH-0023 临江市青禾办公用品有限责任公司"
    assert facts["Author"] == samples.OFFICE["name"]
    assert "Kezha" in facts["Producer"]
    assert facts["CreationDate"].startswith("D:20261122")
    assert b"/Lang (zh-CN)" in card(samples.person())
    assert b"/Lang (en)" in card(samples.person(), words=ENGLISH)


def test_each_record_has_a_bookmark_and_its_own_page_numbers() -> None:
    pdf = card(samples.company(), samples.person(), samples.sparse())
    document = pypdfium2.PdfDocument(pdf)
    try:
        marks = [(mark.get_title(), mark.get_dest().get_index()) for mark in document.get_toc()]
    finally:
        document.close()
    assert [place for _, place in marks] == [0, 2, 3]
    assert marks[1][0] == "KH-0107 欧阳𬭎"
    pages = pages_of(pdf)
    assert ["第 1 页，共 2 页" in pages[0], "第 2 页，共 2 页" in pages[1], "第 1 页，共 1 页" in pages[2]] == [
        True
    ] * 3


def test_nothing_to_print_is_a_rule_not_an_empty_file() -> None:
    with pytest.raises(RuleBroken, match="nothing_to_print"):
        card()


def test_printing_can_be_cancelled() -> None:
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        render_pdf(CUSTOMER_CARD, [samples.person()], CHINESE, printed_on=samples.TODAY, office={}, progress=progress)


def test_progress_counts_records() -> None:
    said: list[tuple[int, int]] = []
    progress = Progress(lambda done, total, step: said.append((done, total)))
    render_pdf(CUSTOMER_CARD, [samples.person()] * 3, CHINESE, printed_on=samples.TODAY, office={}, progress=progress)
    assert said[-1] == (3, 3)
