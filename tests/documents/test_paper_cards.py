"""The customer card as a file: what is on it, how many pages, and that hostile text is only text."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import fields, is_dataclass, replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from db.vocabulary import CustomerKind
from desktop.documents.cards import CUSTOMER_CARD, CUSTOMER_CARD_TO_FILL
from desktop.documents.declared import Blanks, Column, Document, Field, Signatures, Table
from desktop.documents.pdf.lines import clean
from desktop.documents.pdf.render import render_pdf
from desktop.progress import Progress
from desktop.rules.labels import TITLES, title
from desktop.words import Catalogue
from tests.documents import paper_samples as samples
from tests.documents.paper_reading import CHINESE, ENGLISH, Sample, card, pages_of, run_together, with_

GOLDEN = Path(__file__).resolve().parent.parent / "golden"


@pytest.mark.parametrize("words", [CHINESE, ENGLISH], ids=["zh_CN", "en"])
@pytest.mark.parametrize(
    ("name", "sample", "document", "pages"),
    [
        ("company", samples.company, CUSTOMER_CARD, 2),
        ("ordinary", samples.ordinary, CUSTOMER_CARD, 1),
        ("person", samples.person, CUSTOMER_CARD, 1),
        ("sparse", samples.sparse, CUSTOMER_CARD, 1),
        ("rich", samples.rich, CUSTOMER_CARD, 2),
        ("sparse_to_fill", samples.sparse, CUSTOMER_CARD_TO_FILL, 2),
    ],
)
def test_cards_read_as_they_did(
    name: str, sample: Callable[[], Sample], document: Document, pages: int, words: Catalogue
) -> None:
    """After a wanted change: KEZHA_WRITE_GOLDEN=1 pytest tests/documents, look at the difference, commit it."""
    found = pages_of(card(sample(), words=words, document=document))
    if (name, words.language) not in {("ordinary", "en"), ("rich", "en")}:  # English labels take more room
        assert len(found) == pages
    lines = [" ".join(line.split()) for page in found for line in [*page.splitlines(), "--- end of page ---"]]
    text = "\n".join(lines) + "\n"
    golden = GOLDEN / f"customer_card.{name}.{words.language}.txt"
    if os.environ.get("KEZHA_WRITE_GOLDEN"):
        golden.write_text(text, "utf-8")
    assert text == golden.read_text("utf-8")


def printed_values(record: Sample) -> list[str]:
    """Every text of a record that the card prints as it is."""
    found: list[str] = []
    for name, part in record.items():
        rows = part if isinstance(part, list) else [part]
        for row in rows[:6] if name == "follow_ups" else rows:
            assert isinstance(row, dict)
            found += [value for value in row.values() if type(value) is str and name != "reaches"]
    return found


@pytest.mark.parametrize("sample", [samples.company, samples.person, samples.rich], ids=lambda sample: sample.__name__)
def test_every_value_can_be_found_in_the_text(sample: Callable[[], Sample]) -> None:
    text = run_together("".join(pages_of(card(sample()))))
    missing = [value for value in printed_values(sample()) if run_together(value) not in text]
    assert missing == []


def test_further_pages_repeat_whose_card_it_is() -> None:
    second = pages_of(card(samples.rich()))[1]
    assert "客户资料卡（续）" in second
    assert "KH-0023" in second
    assert "资料版本：37" in second


def test_a_person_and_a_company_have_their_own_fields() -> None:
    person, company = pages_of(card(samples.person()))[0], pages_of(card(samples.ordinary()))[0]
    assert "禁忌" in person
    assert "信用代码" not in person
    assert "信用代码" in company
    assert "禁忌" not in company
    assert "农历1988年腊月三十" in person


def test_only_the_last_five_follow_ups_are_shown_and_the_next_step_leads() -> None:
    text = "".join(pages_of(card(samples.company())))
    assert "2026-11-25 09:30" in text
    assert "开学季补货" in text
    assert "新店开业" not in text


def test_a_form_has_places_to_write_and_words_to_tick() -> None:
    text = "".join(pages_of(card(samples.sparse(), document=CUSTOMER_CARD_TO_FILL)))
    assert "□ 转介绍" in text
    assert "年 ___ 月" in text
    assert CUSTOMER_CARD_TO_FILL.blanks is Blanks.BOX


def test_empty_rows_make_way_only_where_a_page_is_saved() -> None:
    assert "曾用名" in pages_of(card(samples.sparse()))[0], "a nearly empty card is a whole form"
    hidden = card(samples.sparse(), document=replace(CUSTOMER_CARD, blanks=Blanks.HIDE))
    assert "曾用名" not in pages_of(hidden)[0]


HOSTILE = [
    "<b>粗体</b>",
    "A & B &amp; &#60;",
    "</para><font size=90>",
    "阳光🌞小李👨‍👩‍👧",
    "\ud800\udfff\ud83d",
    "\x00\x07\x1b[31m",
    "\u202eevil\u202c",
    "العربية ไทย",
    "x" * 5000,
    "长" * 500,
    "第一行\n\n\n\n第二行\r\n第三行",
    "{name} %s \\n (paren) [br] /Slash",
    "）" * 200,
    "　 ",
]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_is_only_text_wherever_it_stands(text: str) -> None:
    record = with_(samples.sparse(), **{name: text for name in TITLES["customer"] if name not in {"kind"}})
    record = {
        **record,
        "contacts": [{"name": text, "title": text, "note": text}],
        "reaches": [{"kind": "wechat", "value": text, "label": text}],
        "follow_ups": [{"state": "done", "done_on": date(2026, 1, 1), "result": text}, {"state": "planned"}],
        "computed": dict.fromkeys(TITLES["computed"], text),
    }
    pdf = render_pdf(
        CUSTOMER_CARD, [record], CHINESE, printed_on=samples.TODAY, office={"name": text}, progress=Progress()
    )
    pages = pages_of(pdf)
    wanted = run_together(clean(text))[:40]
    if "العربية" not in text:  # readers reverse what is written from right to left
        assert wanted in run_together("".join(pages))


FIELDS = [
    item.path for block in CUSTOMER_CARD.blocks for item in getattr(block, "fields", ()) if "customer." in item.path
]
# Readers put letters from right to left, and loose accents, into an order of their own.
LETTERS = st.characters(exclude_categories=["Mn", "Mc", "Me", "Cn", "Co"]).filter(
    lambda char: unicodedata.bidirectional(char) not in {"R", "AL", "AN"}
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(FIELDS), st.text(LETTERS, min_size=1, max_size=40))
@example("customer.name", "<b>&amp;</b>\\")
def test_any_text_in_any_field_is_printed_and_found(path: str, text: str) -> None:
    company = with_(samples.sparse(), **{path.removeprefix("customer."): text})
    person = with_(company, kind=CustomerKind.PERSON)
    found = [run_together("".join(pages_of(card(record)))) for record in (company, person)]
    assert any(run_together(clean(text)) in each for each in found)


KNOWN_ELSEWHERE = {"reach", "key_date", "relation", "next_step", "print", "office"}


def declared_texts(part: object) -> list[str]:
    """Every English text of a document, wherever it stands in the declaration."""
    if isinstance(part, tuple):
        return [text for each in part for text in declared_texts(each)]
    if isinstance(part, Signatures):
        return list(part.labels)
    if not is_dataclass(part) or isinstance(part, type):
        return []
    found = [getattr(part, name) for name in ("title", "subtitle", "note") if getattr(part, name, "")]
    return found + [text for each in fields(part) for text in declared_texts(getattr(part, each.name))]


def test_declared_documents_name_fields_that_exist_and_words_that_are_translated() -> None:
    untranslated = [text for text in declared_texts(CUSTOMER_CARD) if CHINESE.text(text) == text]
    assert untranslated == []
    for block in CUSTOMER_CARD.blocks:
        items: Sequence[Field] = getattr(block, "fields", ())
        for item in items:
            for path in (item.path, *item.more):
                if path.split(".")[0] not in KNOWN_ELSEWHERE:
                    assert title(path)
            assert item.title or title(item.path)
        if isinstance(block, Table):
            columns: Sequence[Column] = block.columns
            assert all(column.title or title(f"{block.record}.{column.path}") for column in columns)
