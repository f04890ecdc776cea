"""评定表 on paper: a round in the words of its reader, as one PDF."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from db.store import Store
from desktop.documents.rating_sheet import PROPOSAL, Shape, rating_document
from desktop.progress import Progress
from desktop.rules.moments import local
from desktop.rules.money import show_money
from desktop.rules.rating import rating_words as said
from desktop.rules.rating.levers import class_codes
from desktop.rules.rating.outcome import NEVER_BOUGHT, UNRATED, Part
from desktop.rules.rating.scheme import Method
from desktop.services.rating.rating_sheet import RatingSheet, SheetLine, What, rating_sheet
from desktop.services.sheets import Sheets, count_pages
from desktop.words import Catalogue

HUNDRED = Decimal(100)


def rating_pdf(store: Store, what: What, words: Catalogue, *, today: date, progress: Progress) -> Sheets:
    """The rating sheet as a PDF. Raises Cancelled; RuleBroken("gone"), ("nothing_to_print") where nobody is in it."""
    from desktop.documents.pdf.render import render_pdf

    sheet = rating_sheet(store, what, progress)
    progress.step("drawing")
    data = render_pdf(
        rating_document(shape_of(sheet, words)),
        [paper_record(sheet, words)] if sheet.lines else [],
        words,
        printed_on=today,
        office={"name": sheet.office},
        progress=progress,
    )
    return Sheets(data, len(sheet.lines), count_pages(data))


def shape_of(sheet: RatingSheet, words: Catalogue) -> Shape:
    """What the paper looks like for this scheme."""
    scheme, counts = sheet.scheme, sheet.counts()
    lists = [
        (code, words.text("{class_} · customers: {count}", class_=said.class_title(scheme, code, words),
                          count=f"{counts[code]:,}"))
        for code in sheet.codes if code != UNRATED
    ]  # fmt: skip
    crossed = scheme.criteria if scheme.method is Method.GRID else ()
    return Shape(
        lists,
        words.text(sheet.amount_metric.title),
        words.text(said.score_title(scheme)) if said.score_title(scheme) else "",
        segments=scheme.method is Method.RFM,
        limits=scheme.method in (Method.SHARES, Method.SCORE),
        telling=scheme.method is Method.SCORE and len(scheme.criteria) > 1,
        criteria=[words.text(sheet.metrics[one.metric].title) for one in crossed],
        wide=any(len(said.class_sign(scheme, one, words)) > said.SHORT for one in class_codes(scheme)),
        compared=sheet.last is not None,
        published=sheet.published_at is not None,
    )


def paper_record(sheet: RatingSheet, words: Catalogue) -> dict[str, Any]:
    """What `rating_document` is filled from."""
    return {
        "round": _round(sheet, words),
        "classes": _classes(sheet, words),
        "up": [_row(sheet, line, words) for line in sheet.moved("up")],
        "down": [_row(sheet, line, words) for line in sheet.moved("down", "out")],
        "by_hand": [_by_hand(sheet, line, words) for line in sheet.lines if line.by_hand is not None],
        "unrated": [_unrated(sheet, line, words) for line in sheet.lines if line.code == UNRATED],
        "customers": [_told(sheet, line, words) for line in sheet.lines if line.code != UNRATED],
    }


def _round(sheet: RatingSheet, words: Catalogue) -> dict[str, Any]:
    published = sheet.published_at
    return {
        "scheme": words.text(sheet.scheme.name),
        "version": version_words(sheet, words),
        "as_of": sheet.as_of,
        "day": sheet.as_of.isoformat(),
        "window": said.window_words(sheet.windows, words),
        "n": words.text("{count} customers", count=f"{sheet.n:,}"),
        "published": words.text(PROPOSAL) if published is None else f"{local(published):%Y-%m-%d %H:%M}",
        "who": sheet.who,
        "last": sheet.last.as_of.isoformat() if sheet.last else words.text("none: this is the first round"),
        "moves": moves_words(sheet, words),
        "remarks": " ".join(words.text(said.NOTES[one]) for one in sheet.notes if one in said.NOTES),
        "note": sheet.note,
    }


def version_words(sheet: RatingSheet, words: Catalogue) -> str:
    """Which version of the scheme was used."""
    return words.text("No. {number}", number=sheet.number) if sheet.number else words.text("as delivered")


def moves_words(sheet: RatingSheet, words: Catalogue) -> str:
    """How many rose, fell, stayed, came and went; "" where there is no round to compare with."""
    if sheet.last is None:
        return ""
    counts = dict.fromkeys(("up", "down", "same", "new", "out"), 0)
    for line in sheet.lines:
        counts[line.moved] += 1
    facts = {how: f"{count:,}" for how, count in counts.items()}
    return words.text("{up} risen, {down} fallen, {same} as before, {new} new, {out} no longer in any class", **facts)


def _classes(sheet: RatingSheet, words: Catalogue) -> list[dict[str, Any]]:
    counts, sums = sheet.counts(), sheet.sums()
    classed = class_codes(sheet.scheme)
    people, money = sum(counts[one] for one in classed), sum((sums[one] for one in classed), Decimal(0))
    last = sheet.last
    found = []
    for code in sheet.codes:
        row: dict[str, Any] = {
            "class": said.class_title(sheet.scheme, code, words),
            "limit": said.limit_of(sheet.scheme, code, words) if code in classed else "",
            "count": f"{counts[code]:,}",
            "amount": sums[code],
        }
        if code in classed:
            row |= {"share": _share(counts[code], people), "amount_share": _share(sums[code], money)}
        if last is not None:
            row["change"] = _more(counts[code] - last.counts.get(code, 0))
            row["amount_change"] = _signed(sums[code] - last.amounts.get(code, Decimal(0)))
        found.append(row)
    total = {"class": words.text("Together, in a class"), "count": f"{people:,}", "amount": money}
    if last is not None:
        total["change"] = _more(people - sum(last.counts.get(one, 0) for one in classed))
        before = sum((last.amounts.get(one, Decimal(0)) for one in classed), Decimal(0))
        total["amount_change"] = _signed(money - before)
    found.insert(len(classed), total)
    return found


def _share(part: Decimal | int, whole: Decimal | int) -> str:
    return said.percent(HUNDRED * part / whole) if whole else ""


def _more(count: int) -> str:
    return f"{count:+,}" if count else "0"


def _signed(amount: Decimal) -> str:
    return f"+{show_money(amount)}" if amount > 0 else show_money(amount)


def _row(sheet: RatingSheet, line: SheetLine, words: Catalogue) -> dict[str, Any]:
    return {
        "number": line.number,
        "name": line.name,
        "code": line.code,
        "class": said.class_sign(sheet.scheme, line.code, words),
        "last": said.class_sign(sheet.scheme, line.previous, words),
        "score": said.score_words(sheet.scheme, line.score),
        "amount": line.amount,
    }


def _told(sheet: RatingSheet, line: SheetLine, words: Catalogue) -> dict[str, Any]:
    """One line of the list of all customers, with what tells most of him."""
    row = _row(sheet, line, words)
    if line.code == NEVER_BOUGHT:
        return row
    row["segment"] = words.text(line.segment) if line.segment else ""
    if sheet.scheme.method is Method.SCORE and len(sheet.scheme.criteria) > 1:
        strong, weak = said.telling_parts(sheet.parts_of(line))
        row |= {"strong": _named(sheet, strong, words), "weak": _named(sheet, weak, words)}
    if sheet.scheme.method is Method.GRID:
        told = [_value(sheet, one, words) for one in sheet.parts_of(line)]
        row |= dict(zip(("first", "second"), told, strict=False))
    return row


def _named(sheet: RatingSheet, parts: Sequence[Part], words: Catalogue) -> str:
    """Criteria with their points, in one line."""
    told = [f"{words.text(sheet.metrics[one.metric].title)} {said.plain(one.points or Decimal(0))}" for one in parts]
    return ("、" if words.language.startswith("zh") else ", ").join(told)


def _value(sheet: RatingSheet, part: Part, words: Catalogue) -> str:
    known = part.word if part.word is not None else part.value
    return said.value_words(sheet.metrics[part.metric], known, words)


def _by_hand(sheet: RatingSheet, line: SheetLine, words: Catalogue) -> dict[str, Any]:
    hand = line.by_hand
    assert hand is not None
    return {
        **_row(sheet, line, words),
        "computed": said.class_sign(sheet.scheme, line.computed, words),
        "reason": hand.reason,
        "approver": hand.approver,
        "until": hand.until.isoformat() if hand.until else words.text("until lifted"),
    }


def _unrated(sheet: RatingSheet, line: SheetLine, words: Catalogue) -> dict[str, Any]:
    return {**_row(sheet, line, words), "why": said.why_unrated(sheet.parts_of(line), sheet.metrics, words)}
