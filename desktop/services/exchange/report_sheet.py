"""The report of an import as a workbook: every row with its outcome and the reason, for the one who mends the list."""

from __future__ import annotations

from decimal import Decimal
from io import BytesIO
from pathlib import Path

from db.produce import produce
from desktop import sentences
from desktop.documents.sheets.writing import write_table
from desktop.documents.values import Format, text_of
from desktop.rules.imports.fields import FIELDS
from desktop.rules.labels import TITLES
from desktop.services.exchange.outcome import ImportReport, Outcome, RowReport, Said
from desktop.words import N_, Catalogue

HEADER = (N_("Row"), N_("Outcome"), N_("What"), N_("Reason"), N_("Remarks"))
OUTCOMES = {
    Outcome.CREATED: N_("created"),
    Outcome.UPDATED: N_("updated"),
    Outcome.SKIPPED: N_("skipped"),
    Outcome.REFUSED: N_("refused"),
}


def write_report(path: Path, report: ImportReport, words: Catalogue) -> None:
    """Write the report to `path` (.xlsx), whole or not at all."""
    target = BytesIO()
    titles = [words.text(title) for title in HEADER]
    write_table(target, words.text("Import report"), titles, (_row(line, words) for line in report.lines()))
    produce(path, target.getvalue())


def _row(line: RowReport, words: Catalogue) -> tuple[str | int, ...]:
    remarks = "\n".join(said(one, words) for one in line.remarks)
    reason = said(line.reason, words) if line.reason else ""
    return line.number, words.text(OUTCOMES[line.outcome]), line.what, reason, remarks


def said(one: Said, words: Catalogue) -> str:
    """A reason as a sentence, with the column it is about."""
    sentence = sentences.rule(words, one.code, {name: _shown(fact, words) for name, fact in one.facts.items()})
    about = _title(one.about, words)
    return words.text("{column}: {sentence}", column=about, sentence=sentence) if about else sentence


def _shown(fact: object, words: Catalogue) -> str:
    return text_of(fact, words, Format.MONEY if isinstance(fact, Decimal) else Format.AUTO)


def _title(about: str, words: Catalogue) -> str:
    """What a reason is about, as people call it: the header of the sheet, or the title of the field."""
    if about in FIELDS:
        return words.text(FIELDS[about].title)
    record, _, field = about.partition(".")
    return words.text(TITLES[record][field]) if field in TITLES.get(record, {}) else about
