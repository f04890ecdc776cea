"""What the program takes a file for: which sheet, where its header is, what its rows and columns are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from db.vocabulary import CustomerKind
from desktop.documents.sheets.book import Book, Sheet
from desktop.rules.errors import RuleBroken
from desktop.rules.imports.conditions import Condition, parse_condition
from desktop.rules.imports.custom_fields import KINDS, PREFIX, CustomTarget, claimed
from desktop.rules.imports.fields import ImportKind
from desktop.rules.imports.headers import HeaderGuess, check_table, choose_sheet, find_header, header_texts
from desktop.rules.imports.mapping import ColumnMatch, propose
from desktop.rules.imports.profile import Profile, columns_of
from desktop.rules.imports.sheet_kinds import check_columns, customer_kind_of_sheet, guess_kind_of_sheet

SAMPLE = 200  # rows looked at for guessing


class WithAlike(StrEnum):
    """What becomes of a new customer who looks like one already there."""

    CREATE = "create"  # a card of its own, with a remark
    SKIP = "skip"
    UPDATE = "update"  # fill in what is blank on the card already there


@dataclass(frozen=True, slots=True)
class Proposal:
    """How a sheet is to be imported. The window shows it and lets the user change it with `changed`."""

    kind: ImportKind
    sheet: int  # index in the book
    header: tuple[str, ...] | None
    header_row: int | None  # index among the sheet's rows
    first_data: int
    matches: tuple[ColumnMatch, ...]
    customer_kind: CustomerKind | None = None
    where: tuple[Condition, ...] = ()
    match_keys: tuple[str, ...] = ()
    custom: tuple[CustomTarget, ...] = ()  # the fields of the office a column may be given to
    let_erased: bool = False  # rows of people who asked to be erased come in all the same
    with_alike: WithAlike = WithAlike.CREATE

    def fields(self) -> set[str]:
        """The fields that have a column."""
        return {match.field for match in self.matches if match.field}


def propose_import(
    book: Book,
    *,
    profile: Profile | None = None,
    kind: ImportKind | None = None,
    where: Sequence[str] = (),
    custom: Sequence[CustomTarget] = (),
) -> Proposal:
    """The proposal for `book`; a profile, a kind or conditions asked for come before what the program finds out.

    Raises RuleBroken: no_table, not_a_table, unknown_kind (the rows could be anything: say what they are), missing_…
    (a column without which nothing can be imported), unknown_column, bad_condition.
    """
    asked = profile or Profile()
    at = _sheet(book, asked)
    return propose_sheet(book.sheets[at], at, asked, kind or asked.kind, (*asked.where, *where), tuple(custom))


def _sheet(book: Book, profile: Profile) -> int:
    if len(book.sheets) == 1:  # the reader was asked for one sheet, or there is no other
        return 0
    names = [sheet.name for sheet in book.sheets]
    if isinstance(profile.sheet, int) and profile.sheet <= len(names):
        return profile.sheet - 1
    if isinstance(profile.sheet, str) and profile.sheet in names:
        return names.index(profile.sheet)
    return choose_sheet([(sheet.name, sheet.rows[:SAMPLE]) for sheet in book.sheets])


def propose_sheet(
    sheet: Sheet,
    at: int,
    profile: Profile,
    kind: ImportKind | None,
    where: Sequence[str],
    custom: tuple[CustomTarget, ...] = (),
) -> Proposal:
    """The proposal for one sheet of a book."""
    guess = _header(sheet, profile)
    header = header_texts(sheet.rows, guess)
    sample = sheet.rows[guess.first_data_row : guess.first_data_row + SAMPLE]
    if not profile.columns:
        check_table(sheet.rows, guess)
    found = kind or (guess_kind_of_sheet(header, sample) if not profile.columns else _kind_of_fields(profile))
    if found is None:
        raise RuleBroken("unknown_kind")
    matches = columns_of(profile, header, sheet.width) if profile.columns else propose(found, header, sample)
    if found in KINDS:
        matches = claimed(matches, custom)
    check_custom(matches, custom)
    proposal = Proposal(
        found, at, header, guess.row_index, guess.first_data_row, matches, match_keys=profile.match, custom=custom
    )
    check_columns(found, proposal.fields())
    conditions = tuple(parse_condition(one, header, sheet.width) for one in where)
    return replace(proposal, where=conditions, customer_kind=customer_kind_of_sheet(matches, sample))


def check_custom(matches: Sequence[ColumnMatch], custom: Sequence[CustomTarget]) -> None:
    """Raises RuleBroken("profile_unknown_field") for a field of an office that this one does not have."""
    known = {one.key for one in custom}
    for match in matches:
        if match.field and match.field.startswith(PREFIX) and match.field not in known:
            raise RuleBroken("profile_unknown_field", match.field, key=match.field)


def _header(sheet: Sheet, profile: Profile) -> HeaderGuess:
    if profile.header is None:
        return find_header(sheet.rows)
    if profile.header == 0:
        return HeaderGuess(None, False, "none")
    index = profile.header - sheet.first_row
    if not 0 <= index < len(sheet.rows):
        raise RuleBroken("no_such_header_row", row=profile.header)
    return replace(find_header(sheet.rows), row_index=index, second_header=False)


def _kind_of_fields(profile: Profile) -> ImportKind:
    owners = {key.partition(".")[0] for key in profile.columns}
    if owners & {"order", "line"}:
        return ImportKind.PAYMENTS if "payment" in owners else ImportKind.ORDERS
    if "payment" in owners:
        return ImportKind.PAYMENTS
    return ImportKind.FOLLOWUPS if "followup" in owners else ImportKind.CUSTOMERS
