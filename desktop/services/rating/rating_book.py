"""评定表 as a workbook: five sheets to sort and count on with, numbers as numbers and days as days."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from io import BytesIO

from db.store import Store
from desktop.documents.sheets.writing import COUNT, DAY, MONEY, SHARE, Heading, Tab, Value, write_book
from desktop.progress import Progress
from desktop.rules.errors import RuleBroken
from desktop.rules.moments import local
from desktop.rules.rating import rating_words as said
from desktop.rules.rating.levers import class_codes
from desktop.rules.rating.metrics import Metric, Unit
from desktop.rules.rating.outcome import Part
from desktop.rules.rating.scheme import Criterion, Method
from desktop.services.rating.rating_paper import moves_words, version_words
from desktop.services.rating.rating_sheet import RatingSheet, SheetLine, What, rating_sheet
from desktop.words import Catalogue

HUNDRED = Decimal(100)
NARROW, NAME, LONG = 11, 30, 44  # widths in characters
_FORMATS = {Unit.MONEY: MONEY, Unit.COUNT: COUNT, Unit.DAYS: COUNT, Unit.CHANCE: SHARE}


def rating_xlsx(store: Store, what: What, words: Catalogue, *, progress: Progress) -> bytes:
    """The workbook of a round. Raises Cancelled; RuleBroken("gone"), ("nothing_to_print") where nobody is in it."""
    sheet = rating_sheet(store, what, progress)
    if not sheet.lines:
        raise RuleBroken("nothing_to_print")
    progress.step("writing")
    target = BytesIO()
    write_book(target, tabs_of(sheet, words, progress))
    return target.getvalue()


def tabs_of(sheet: RatingSheet, words: Catalogue, progress: Progress) -> list[Tab]:
    """The five sheets."""
    return [_summary(sheet, words), _customers(sheet, words, progress), _moves(sheet, words), _by_hand(sheet, words),
            _scheme(sheet, words)]  # fmt: skip


def _summary(sheet: RatingSheet, words: Catalogue) -> Tab:
    amount = words.text(sheet.amount_metric.title)
    columns = [
        Heading(words.text("Class"), NAME),
        Heading(words.text("Limit"), NAME),
        Heading(words.text("Customer count"), NARROW, COUNT),
        Heading(words.text("Share"), NARROW, SHARE),
        Heading(words.text("More or less"), NARROW, "+#,##0;-#,##0;0"),
        Heading(amount, 18, MONEY),
        Heading(words.text("Share"), NARROW, SHARE),
        Heading(words.text("More or less"), 18, "+#,##0.00;-#,##0.00;0.00"),
    ]
    return Tab(words.text("Summary"), columns, [*_class_rows(sheet, words), (), *_facts(sheet, words)])


def _class_rows(sheet: RatingSheet, words: Catalogue) -> Iterator[tuple[Value, ...]]:
    counts, sums, last = sheet.counts(), sheet.sums(), sheet.last
    classed = class_codes(sheet.scheme)
    people, money = sum(counts[one] for one in classed), sum((sums[one] for one in classed), Decimal(0))
    for code in sheet.codes:
        inside = code in classed
        yield (
            said.class_title(sheet.scheme, code, words),
            said.limit_of(sheet.scheme, code, words) if inside else None,
            counts[code],
            _part(counts[code], people) if inside else None,
            None if last is None else counts[code] - last.counts.get(code, 0),
            sums[code],
            _part(sums[code], money) if inside else None,
            None if last is None else sums[code] - last.amounts.get(code, Decimal(0)),
        )


def _part(part: Decimal | int, whole: Decimal | int) -> Decimal | None:
    return (Decimal(part) / whole).quantize(Decimal("0.0001")) if whole else None


def _facts(sheet: RatingSheet, words: Catalogue) -> list[tuple[Value, ...]]:
    """What stands in the head of the paper, a line each."""
    published = sheet.published_at
    found: list[tuple[Value, ...]] = [
        (words.text("Office"), sheet.office),
        (words.text("Tier scheme"), words.text(sheet.scheme.name)),
        (words.text("Version"), version_words(sheet, words)),
        (words.text("As of"), sheet.as_of),
        (words.text("Window"), said.window_words(sheet.windows, words)),
        (words.text("Compared"), sheet.n),
        (words.text("Published"), words.text("Proposal, not published") if published is None
         else f"{local(published):%Y-%m-%d %H:%M}"),
        (words.text("Published by"), sheet.who),
        (words.text("Last round"), sheet.last.as_of if sheet.last else None),
        (words.text("Movement"), moves_words(sheet, words)),
        (words.text("Note"), sheet.note),
    ]  # fmt: skip
    return found + [(words.text("To note"), words.text(said.NOTES[one])) for one in sheet.notes if one in said.NOTES]


def _customers(sheet: RatingSheet, words: Catalogue, progress: Progress) -> Tab:
    rfm, score = sheet.scheme.method is Method.RFM, said.score_title(sheet.scheme)
    columns = [
        *_who(words),
        Heading(words.text("Class"), NARROW),
        Heading(words.text("Class name"), NAME),
        Heading(words.text("Computed"), NARROW),
        Heading(words.text("Last class"), NARROW),
        Heading(words.text("Movement"), NARROW),
    ]
    if score:
        columns.append(Heading(words.text(score), NARROW, SHARE if sheet.scheme.method is Method.SHARES else ""))
    columns.append(Heading(words.text(sheet.amount_metric.title), 16, MONEY))
    if rfm:
        columns.append(Heading(words.text("Segment"), 22))
    for part in sheet.parts_of(sheet.lines[0]):
        metric = sheet.metrics[part.metric]
        title = words.text(metric.title)
        columns += [Heading(title, 16, _FORMATS.get(metric.unit, "")),
                    Heading(words.text("{criterion}: points", criterion=title), 16)]  # fmt: skip

    def rows() -> Iterator[tuple[Value, ...]]:
        for line in progress.over(sheet.lines):
            cells: list[Value] = [*_named(line), *_class(sheet, line, words), said.move_words(line.moved, words)]
            cells += [line.score] if score else []
            cells += [line.amount, *([words.text(line.segment) if line.segment else None] if rfm else [])]
            for part in sheet.parts_of(line):
                cells += [_value(sheet.metrics[part.metric], part, words), part.points]
            yield tuple(cells)

    return Tab(words.text("Customers"), columns, rows())


def _who(words: Catalogue) -> list[Heading]:
    return [Heading(words.text("Number"), 14), Heading(words.text("Customer"), NAME)]


def _named(line: SheetLine) -> tuple[str, str]:
    return line.number, line.name


def _class(sheet: RatingSheet, line: SheetLine, words: Catalogue) -> tuple[Value, ...]:
    scheme = sheet.scheme
    name = next((words.text(one.name) for one in scheme.classes if one.code == line.code), "")
    signs = (line.code, line.computed, line.previous)
    now, computed, last = (said.class_sign(scheme, one, words) for one in signs)
    return now, name, computed, last


def _value(metric: Metric, part: Part, words: Catalogue) -> Value:
    """A number as a number; a choice in words."""
    return part.value if part.word is None else said.value_words(metric, part.word, words)


def _moves(sheet: RatingSheet, words: Catalogue) -> Tab:
    columns = [
        *_who(words),
        Heading(words.text("Movement"), NARROW),
        Heading(words.text("Last class"), NARROW),
        Heading(words.text("Class"), NARROW),
        Heading(words.text(sheet.amount_metric.title), 16, MONEY),
    ]
    rows = [
        (*_named(line), said.move_words(line.moved, words), said.class_sign(sheet.scheme, line.previous, words),
         said.class_sign(sheet.scheme, line.code, words), line.amount)
        for how in ("up", "down", "out", "new") if how != "new" or sheet.last is not None
        for line in sheet.moved(how)
    ]  # fmt: skip
    return Tab(words.text("Rises and falls"), columns, rows)


def _by_hand(sheet: RatingSheet, words: Catalogue) -> Tab:
    columns = [
        *_who(words),
        Heading(words.text("Computed"), NARROW),
        Heading(words.text("Given"), NARROW),
        Heading(words.text("Reason"), LONG),
        Heading(words.text("Approved by"), 16),
        Heading(words.text("Holds until"), 14, DAY),
    ]
    rows = [
        (*_named(line), said.class_sign(sheet.scheme, line.computed, words),
         said.class_sign(sheet.scheme, line.code, words), line.by_hand.reason, line.by_hand.approver,
         line.by_hand.until)
        for line in sheet.lines if line.by_hand is not None
    ]  # fmt: skip
    return Tab(words.text("Classes given by hand"), columns, rows)


def _scheme(sheet: RatingSheet, words: Catalogue) -> Tab:
    """How the scheme came to its classes: each of its parts a line."""
    scheme = sheet.scheme
    columns = [
        Heading(words.text("Element"), 16), Heading(words.text("Called"), NAME), Heading(words.text("Value"), LONG),
        Heading(words.text("Window"), 18), Heading(words.text("Weight, %"), NARROW),
    ]  # fmt: skip
    rows: list[tuple[Value, ...]] = [
        (words.text("Tier scheme"), words.text(scheme.name), words.text(said.METHODS[scheme.method])),
        (words.text("Version"), version_words(sheet, words)),
    ]
    rows += [
        (words.text("Class"), said.class_title(scheme, code, words), said.limit_of(scheme, code, words))
        for code in class_codes(scheme)
    ]
    for one in scheme.criteria:
        metric = sheet.metrics[one.metric]
        window = said.window_words([one.window], words) if metric.windowed else None
        weight = one.weight if scheme.method is Method.SCORE else None
        rows.append((words.text("Criterion"), words.text(metric.title), _steps(one, metric, words),
                     window, weight))  # fmt: skip
    rows += [
        (words.text("Segment"), words.text(one.name), f"R {_span(one.r)}  F {_span(one.f)}  M {_span(one.m)}",
         said.class_sign(scheme, one.code, words) if one.code else None)
        for one in scheme.segments
    ]  # fmt: skip
    return Tab(words.text("The scheme"), columns, rows)


def _steps(one: Criterion, metric: Metric, words: Catalogue) -> str:
    """From which value on how many points are given."""
    told = [f"≥ {said.value_words(metric, step.least, words)}: {said.plain(step.points)}" for step in one.steps]
    told += [f"{said.value_words(metric, word, words)}: {said.plain(points)}" for word, points in one.choices]
    if one.quantiles:
        told.insert(0, words.text("{count} equal parts, from 50 customers on", count=one.quantiles))
    return "; ".join(told)


def _span(span: tuple[int, int]) -> str:
    return str(span[0]) if span[0] == span[1] else f"{span[0]}–{span[1]}"
