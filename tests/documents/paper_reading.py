"""Printing samples and reading the files back, for the tests of paper."""

from __future__ import annotations

import re

import pypdfium2

from desktop.documents.cards import CUSTOMER_CARD
from desktop.documents.declared import Document
from desktop.documents.pdf.render import render_pdf
from desktop.paths import resources
from desktop.progress import Progress
from desktop.words import Catalogue
from tests.documents import paper_samples as samples

ENGLISH = Catalogue("en", {})
CHINESE = Catalogue.load("zh_CN", resources() / "i18n")
Sample = dict[str, object]


def card(*records: Sample, words: Catalogue = CHINESE, document: Document = CUSTOMER_CARD) -> bytes:
    return render_pdf(document, records, words, printed_on=samples.TODAY, office=samples.OFFICE, progress=Progress())


def pages_of(pdf: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [page.get_textpage().get_text_range().replace("\r\n", "\n") for page in document]
    finally:
        document.close()


def run_together(text: str) -> str:
    """Without white space, without hyphens (at the end of a line they divide a word), without signs of damage."""
    return re.sub(r"[\s\-\u00ad\u0002\ufffd-\uffff]", "", text)


def with_(record: Sample, **values: object) -> Sample:
    customer = record["customer"]
    assert isinstance(customer, dict)
    return {**record, "customer": {**customer, **values}}


def ink(pdf: bytes) -> int:
    """How many dark points the first page has."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return sum(point < 128 for point in bytes(document[0].render(scale=1, grayscale=True).buffer))
    finally:
        document.close()
