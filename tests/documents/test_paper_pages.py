"""How rows are dealt out to pages."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from desktop.documents.pdf.fonts import fonts
from desktop.documents.pdf.grid import Cell, Row, Tone, paginate
from desktop.documents.pdf.lines import Lines

PAD = 2.0
LINE = 11.6


def row(*texts: str, keep: bool = False, head: Row | None = None, opens: bool = False) -> Row:
    lines = Lines(texts, fonts().regular, 9.0, LINE)
    label = Lines(("标签",), fonts().regular, 8.5, 10.2)
    cells = (Cell(0.0, 40.0, label, tone=Tone.LABEL), Cell(40.0, 100.0, lines))
    return Row(cells, keep=keep, head=head, opens=opens)


def texts(page: list[Row]) -> list[str]:
    return [text for each in page for text in (each.cells[1].lines.texts if each.cells[1].lines else ())]


HEIGHT = row("x").height(PAD)


def test_rows_fill_the_first_page_and_then_the_others() -> None:
    rows = [row(str(n)) for n in range(7)]
    pages = paginate(rows, 2.5 * HEIGHT, 3.5 * HEIGHT, PAD)
    assert [len(page) for page in pages] == [2, 3, 2]


def test_a_heading_never_ends_a_page() -> None:
    rows = [row("a"), row("b"), row("Heading", keep=True), row("c")]
    pages = paginate(rows, 3.5 * HEIGHT, 9 * HEIGHT, PAD)
    assert [texts(page) for page in pages] == [["a", "b"], ["Heading", "c"]]


def test_the_head_of_a_table_is_repeated() -> None:
    head = row("Head", keep=True)
    pages = paginate([head, *(row(str(n), head=head) for n in range(5))], 3 * HEIGHT, 3 * HEIGHT, PAD)
    assert [texts(page)[0] for page in pages] == ["Head"] * 3
    assert [text for page in pages for text in texts(page)[1:]] == list("01234")


def test_a_tall_row_is_divided_between_its_lines_and_keeps_its_label() -> None:
    tall = row(*(str(n) for n in range(40)))
    pages = paginate([row("before"), tall], 10 * HEIGHT, 10 * HEIGHT, PAD)
    assert [text for page in pages for text in texts(page)] == ["before", *(str(n) for n in range(40))]
    assert all(part.cells[0].lines == tall.cells[0].lines for page in pages for part in page if part.cells[0].lines)
    assert all(sum(each.height(PAD) for each in page) <= 10 * HEIGHT for page in pages)


def test_a_section_that_would_open_late_opens_on_the_next_page() -> None:
    rows = [row(str(n)) for n in range(6)] + [row("Section", keep=True, opens=True), row("x"), row("y"), row("z")]
    late, plain = (paginate(rows, 9 * HEIGHT, 9 * HEIGHT, PAD, late) for late in (4 * HEIGHT, 0.0))
    assert [len(page) for page in late] == [6, 4]
    assert [len(page) for page in plain] == [9, 1]


@given(
    st.lists(st.tuples(st.integers(1, 60), st.booleans()), min_size=1, max_size=40),
    st.floats(60, 600),
    st.floats(60, 600),
)
def test_nothing_is_lost_and_no_page_overflows(shapes: list[tuple[int, bool]], first: float, later: float) -> None:
    rows = [
        row(*(f"{n}.{m}" for m in range(count)), keep=keep and count == 1) for n, (count, keep) in enumerate(shapes)
    ]
    rows.append(row("end"))
    pages = paginate(rows, first, later, PAD)
    assert [text for page in pages for text in texts(page)] == [text for each in rows for text in texts([each])]
    # Only a chain of headings may be higher than a page: there is no good place to part it.
    if not any(each.keep for each in rows):
        for number, page in enumerate(pages):
            assert sum(each.height(PAD) for each in page) <= (later if number else first) + 0.01
