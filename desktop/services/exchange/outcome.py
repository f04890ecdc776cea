"""What becomes of each row of an import, and the report of all of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any


class Outcome(StrEnum):
    """What became, or would become, of a row."""

    CREATED = "created"
    UPDATED = "updated"
    SKIPPED = "skipped"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Said:
    """A reason: its code, the facts of its sentence, and the field or column header it is about."""

    code: str
    facts: Mapping[str, object] = field(default_factory=dict)
    about: str = ""


@dataclass(slots=True)
class Results:
    """Outcome and reason of every data row, by its place among the checked rows."""

    outcomes: list[Outcome | None]
    reasons: dict[int, Said] = field(default_factory=dict)
    remarks: dict[int, list[Said]] = field(default_factory=dict)

    def decide(self, at: int, outcome: Outcome, reason: Said | None = None) -> None:
        """Say what becomes of row `at`; a row already refused stays so."""
        if self.outcomes[at] is Outcome.REFUSED:
            return
        self.outcomes[at] = outcome
        if reason is not None:
            self.reasons[at] = reason

    def remark(self, at: int, said: Said) -> None:
        """Something the user should know of a row that is imported all the same."""
        self.remarks.setdefault(at, []).append(said)


@dataclass(frozen=True, slots=True)
class RowReport:
    """One line of the report; `number` is the row in the file."""

    number: int
    outcome: Outcome
    reason: Said | None
    remarks: tuple[Said, ...]
    what: str  # the row's name: customer, order number


@dataclass(frozen=True, slots=True)
class ImportReport:
    """Counts of rows per outcome (they add up to `rows`), reasons of the rows not imported, and records made.

    `remarks` counts what was remarked of rows that were imported, by code; `unused` are the headers of the columns
    with values that were not imported.
    """

    kind: str
    rows: int
    counts: Mapping[Outcome, int]
    reasons: Mapping[str, int]
    remarks: Mapping[str, int]
    records: Mapping[str, int]
    unused: tuple[str, ...]
    action_id: int | None
    numbers: list[int]
    names: Callable[[int], str]
    results: Results

    def line(self, at: int) -> RowReport:
        """What became of the data row at place `at`, counted from 0."""
        outcome = self.results.outcomes[at] or Outcome.SKIPPED
        remarks = tuple(self.results.remarks.get(at, ()))
        return RowReport(self.numbers[at], outcome, self.results.reasons.get(at), remarks, self.names(at))

    def lines(self) -> Iterator[RowReport]:
        """All rows in their order. Made when asked for: a report of a hundred thousand rows is seldom read whole."""
        return (self.line(at) for at in range(self.rows))

    def as_json(self) -> dict[str, Any]:
        """{"rows", "created", "updated", "skipped", "refused", "reasons": {code: rows}}."""
        counts = {outcome.value: self.counts.get(outcome, 0) for outcome in Outcome}
        return {"rows": self.rows, **counts, "reasons": dict(self.reasons)}


def report_of(
    kind: str,
    numbers: list[int],
    names: Callable[[int], str],
    results: Results,
    records: Mapping[str, int],
    unused: tuple[str, ...],
    action_id: int | None,
) -> ImportReport:
    """The report of finished `results`."""
    return ImportReport(
        kind,
        len(numbers),
        Counter(one or Outcome.SKIPPED for one in results.outcomes),
        Counter(said.code for said in results.reasons.values()),
        Counter(said.code for remarks in results.remarks.values() for said in remarks),
        records,
        unused,
        action_id,
        numbers,
        names,
        results,
    )
