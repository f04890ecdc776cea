"""What the office holds on a person, on paper that names the office."""

from __future__ import annotations

from desktop.documents.pdf.render import render_pdf
from desktop.documents.person import PERSON_DATA
from desktop.progress import Progress
from tests.documents.paper_reading import CHINESE, pages_of
from tests.documents.paper_samples import OFFICE, TODAY


def test_the_foot_names_the_office() -> None:
    record = {"customer": {"name": "周小雨"}, "card": [{"what": "手机", "value": "136 0013 6003"}]}
    pdf = render_pdf(PERSON_DATA, [record], CHINESE, printed_on=TODAY, office=OFFICE, progress=Progress())
    (page,) = pages_of(pdf)
    assert f"办公室：{OFFICE['name']}" in page
    assert "136 0013 6003" in page
