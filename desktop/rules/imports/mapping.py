"""Proposing what each column of a sheet is: by its header, by its neighbours and by what its cells look like."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from desktop.rules.cells import Cell, text_of
from desktop.rules.imports import contents
from desktop.rules.imports.contents import Column, column_of, fit, share
from desktop.rules.imports.field_kinds import ImportField, ImportKind
from desktop.rules.imports.fields import FIELDS, WEAK, Hint, hints, is_not_ours
from desktop.rules.imports.name_columns import Layout, NameColumns, name_columns, role_known


@dataclass(frozen=True, slots=True)
class ColumnMatch:
    """What one column is taken for.

    `field` is the key of an ImportField, None if the column is not imported. `confidence` 0 to 1. `why` is a code
    worded by the window: header, header_part, content, asked; and where there is no field: taken (by column `rival`),
    content_differs, unknown, empty. Columns count from 0.
    """

    column_index: int
    header: str
    field: str | None
    confidence: float
    why: str
    rival: int | None = None


@dataclass(frozen=True, slots=True)
class _Candidate:
    field: ImportField
    score: float
    why: str


CERTAIN_ENOUGH = 0.35
BY_CONTENT = 0.5


def propose(
    kind: ImportKind, header: Sequence[Cell] | None, sample_rows: Sequence[Sequence[Cell]]
) -> tuple[ColumnMatch, ...]:
    """What each column is, for an import of this kind; one ColumnMatch per column, in their order.

    `header` is None where the sheet has none. A field that holds one value gets one column: the surest, then the first;
    the next column goes to its second meaning or stays unmapped ("taken"). No column is guessed from its name against
    what its cells hold. The first 200 rows are enough.
    """
    width = max([len(header or ()), *(len(row) for row in sample_rows[: contents.SAMPLE])], default=0)
    headers = [text_of(header[index]) if header and index < len(header) else "" for index in range(width)]
    columns = [column_of(sample_rows, index) for index in range(width)]
    names = name_columns(kind, headers, columns)
    wishes = {
        index: _candidates(kind, headers[index], columns[index], names)
        for index in range(width)
        if index not in names.columns
    }
    owners = {column.field: index for index, column in names.columns.items()}
    given = _assign(wishes, owners)
    matches = []
    for index in range(width):
        named, candidate = names.columns.get(index), given.get(index)
        if named:
            why = "content" if named.by_content else "header"
            matches.append(ColumnMatch(index, headers[index], named.field, named.confidence, why))
        elif candidate:
            score = round(candidate.score, 2)
            matches.append(ColumnMatch(index, headers[index], candidate.field.key, score, candidate.why))
        else:
            rival = next((owners[wish.field.key] for wish in wishes[index]), None)
            if rival is None and role_known(headers[index]):  # 名字 beside 显示名称
                rival = next(iter(names.columns), None)
            why = _why_not(kind, headers[index], columns[index], names) if rival is None else "taken"
            matches.append(ColumnMatch(index, headers[index], None, 0.0, why, rival))
    return tuple(matches)


def _why_not(kind: ImportKind, header: str, column: Column, names: NameColumns) -> str:
    """Why a column has no field, where none has taken it from it."""
    if not column.cells:
        return "empty"
    meant = any(_preference(hint.field, names) > 0 for hint in hints(header, kind))
    return "content_differs" if meant else "unknown"


def _candidates(kind: ImportKind, header: str, column: Column, names: NameColumns) -> list[_Candidate]:
    """The fields a column may be, the best first."""
    wanted = [
        _Candidate(hint.field, score, "header" if hint.strength >= WEAK else "header_part")
        for hint in hints(header, kind)
        if (score := _score(hint, column, names)) >= CERTAIN_ENOUGH
    ]
    if not wanted and not hints(header, kind) and not is_not_ours(header):
        wanted = [_Candidate(field, BY_CONTENT, "content") for field in _by_content(kind, column, names)]
    return sorted(wanted, key=lambda candidate: -candidate.score)


def _score(hint: Hint, column: Column, names: NameColumns) -> float:
    fitting = fit(hint.field, column)
    # A blank column may be right (a template), but one with values in it is the better column.
    content = 0.8 if fitting is None else min(1.0, 0.25 + 1.5 * fitting)
    return hint.strength * content * _preference(hint.field, names)


# Beside 联系人 these are his; 电话, 传真 and 邮箱 stay with the customer.
_HIS = frozenset({"mobile", "wechat", "qq", "title", "department", "role", "gender", "birthday", "is_primary", "note"})
_THEIRS = frozenset({"address", "fax", "web"})
# What a company has no column of its own for, once its people are contacts.
_OF_PERSONS = frozenset({"customer.gender", "customer.birthday", "customer.occupation", "customer.employer"})


def _preference(field: ImportField, names: NameColumns) -> float:
    """1 where the layout speaks for the owner of the field, less where for the other one, 0 where there is no owner."""
    name = field.key.rpartition(".")[2]
    if names.layout in (Layout.CUSTOMERS, Layout.UNNAMED):
        return 0.0 if field.owner == "contact" else 1.0
    if field.key in _OF_PERSONS:
        return 0.5
    his = name in _HIS if names.layout is Layout.WITH_CONTACT else name not in _THEIRS
    if field.owner == "contact":
        return 1.0 if his else 0.9
    shared = f"contact.{name}" in FIELDS
    return 0.9 if his and shared else 1.0


_Test = Callable[[Cell], bool]
_LOOKS: tuple[tuple[str, _Test], ...] = (
    ("mobile", contents.holds_mobile),
    ("email", contents.holds_email),
    ("credit_code", contents.holds_credit_code),
    ("phone", contents.holds_landline),
    ("address", contents.holds_address),
)


def _by_content(kind: ImportKind, column: Column, names: NameColumns) -> Iterable[ImportField]:
    """What an unnamed column shows itself to be."""
    with_contact = names.layout in (Layout.WITH_CONTACT, Layout.PEOPLE_OF)
    for name, test in _LOOKS:
        if share(column, test) < 0.6:
            continue
        owners = ("contact", "customer") if with_contact and name in ("mobile", "email") else ("customer",)
        for owner in owners:
            field = FIELDS.get(f"{owner}.{name}")
            if field and kind in field.kinds:
                yield field


def _assign(wishes: dict[int, list[_Candidate]], taken: dict[str, int]) -> dict[int, _Candidate]:
    """Each column its best field that is still free; `taken` {field: column} grows on the way."""
    given: dict[int, _Candidate] = {}
    order = sorted(
        ((candidate.score, -index, rank) for index, wished in wishes.items() for rank, candidate in enumerate(wished)),
        key=lambda entry: (-entry[0], -entry[1], entry[2]),
    )
    for _, minus_index, rank in order:
        candidate = wishes[-minus_index][rank]
        if -minus_index in given or (candidate.field.key in taken and not candidate.field.many):
            continue
        given[-minus_index] = candidate
        taken.setdefault(candidate.field.key, -minus_index)
    return given
