"""Pages of foreign PDFs, drawn by a child: what it answers, and what becomes of files made to do harm."""

from __future__ import annotations

import io
import subprocess

import pytest
from reportlab.lib import pdfencrypt
from reportlab.pdfgen.canvas import Canvas

from desktop import paths
from desktop.documents.page_images import NotDrawn, PageImage, answered, asked


def pdf(pages: int = 3, **given: object) -> bytes:
    """A PDF whose page n is filled with another grey."""
    target = io.BytesIO()
    canvas = Canvas(target, pagesize=(300, 400), **given)
    for number in range(1, pages + 1):
        canvas.setFillGray(number / 10)
        canvas.rect(0, 0, 300, 400, stroke=0, fill=1)
        canvas.showPage()
    canvas.save()
    return target.getvalue()


def drawn(data: bytes, page: int = 1, room: int = 200) -> PageImage:
    done = subprocess.run(
        [*paths.own_command(), *asked(page, room)], input=data, capture_output=True, cwd=paths.checkout(), check=False
    )
    return answered(done.stdout)


def code(data: bytes) -> str:
    with pytest.raises(NotDrawn) as caught:
        drawn(data)
    return caught.value.code


@pytest.mark.parametrize(("asked_for", "number"), [(1, 1), (3, 3), (9, 3), (0, 1)])
def test_the_page_that_is_asked_for(asked_for: int, number: int) -> None:
    image = drawn(pdf(), asked_for)
    assert (image.page, image.pages, image.width, image.height) == (number, 3, 150, 200)
    grey = image.pixels[(100 * 150 + 75) * 4]
    assert abs(grey - round(number / 10 * 255)) <= 1


def test_what_cannot_be_drawn_says_why() -> None:
    assert code(pdf(encrypt=pdfencrypt.StandardEncryption("geheim", canPrint=0))) == "locked"
    assert code(b"%PDF-1.7\nnothing of the kind") == "damaged"
    assert code(b"") == "damaged"
    assert code(pdf()[:700]) == "damaged"


def test_broken_files_of_others_never_hang_and_never_crash_us() -> None:
    whole = pdf()
    for at in range(40, len(whole), max(1, len(whole) // 6)):
        spoilt = whole[:at] + b"\xff\x00<<>>" + whole[at + 6 :]
        try:
            image = drawn(spoilt)
        except NotDrawn as refusal:
            found = refusal.code
        else:
            found = "drawn" if len(image.pixels) == image.width * image.height * 4 else "short"
        assert found in ("damaged", "empty", "drawn")


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"no line",
        b"[]\n",
        b'{"page": 1}\n',
        b'{"page": 1, "pages": 1, "width": 2, "height": 2}\nshort',
        b'{"page": 1, "pages": 1, "width": 99999999, "height": 99999999}\n',
        b'{"page": "x", "pages": 1, "width": 1, "height": 1}\n1234',
        b"x" * 5000 + b"\n",
    ],
)
def test_an_answer_that_is_none_of_ours_is_refused(answer: bytes) -> None:
    with pytest.raises(NotDrawn, match="damaged"):
        answered(answer)
