"""The schema follows its own rules: what has no name cannot be migrated, what has no index is searched row by row."""

from __future__ import annotations

import pytest
from sqlalchemy import CheckConstraint, ForeignKeyConstraint, PrimaryKeyConstraint, Table, UniqueConstraint

from db.journal import JOURNAL_TABLES
from db.models import Base
from db.models.base import Exact, Words

TABLES = Base.metadata.sorted_tables
PREFIXES = {PrimaryKeyConstraint: "pk", UniqueConstraint: "uq", ForeignKeyConstraint: "fk", CheckConstraint: "ck"}


@pytest.mark.parametrize("table", TABLES, ids=str)
def test_every_constraint_and_index_has_a_name_of_its_kind(table: Table) -> None:
    for constraint in table.constraints:
        assert str(constraint.name).startswith(f"{PREFIXES[type(constraint)]}_{table.name}"), constraint
    assert all(str(index.name).startswith(f"ix_{table.name}_") for index in table.indexes)


def test_names_are_used_once_and_fit_every_server() -> None:
    names = [str(one.name) for table in TABLES for one in table.constraints]
    names += [str(one.name) for table in TABLES for one in table.indexes]
    assert sorted(names) == sorted(set(names))
    assert max(map(len, names)) <= 63  # PostgreSQL cuts longer ones


@pytest.mark.parametrize("table", TABLES, ids=str)
def test_every_foreign_key_can_be_looked_up_and_waits_for_the_commit(table: Table) -> None:
    first = {index.columns.keys()[0] for index in table.indexes}
    for key in table.foreign_keys:
        assert key.parent.name in first
        assert key.deferrable
        assert key.initially == "DEFERRED"
        assert key.ondelete is None, "deleting is the program's work, or the journal would not see it"


@pytest.mark.parametrize("table", TABLES, ids=str)
def test_the_key_is_id_and_drawn_by_us(table: Table) -> None:
    assert [column.name for column in table.primary_key] == ["id"]
    assert table.c.id.autoincrement is False


def test_words_and_amounts_are_never_plain_text_or_floats() -> None:
    kinds = {type(column.type).__name__ for table in TABLES for column in table.c}
    assert kinds.isdisjoint({"Float", "Numeric", "Double", "Enum", "DateTime", "JSON"})
    assert any(isinstance(column.type, (Words, Exact)) for table in TABLES for column in table.c)


def test_what_is_derived_has_a_value_before_it_is_derived() -> None:
    """An undo brings a row back without it; the refresh of the same write fills it."""
    derived = [column for table in TABLES for column in table.c if "derived" in column.info]
    assert derived
    assert all(column.default is not None or column.nullable for column in derived)


def test_the_journal_points_at_no_record() -> None:
    """Or a deleted record could not go."""
    for table in TABLES:
        for key in table.foreign_keys:
            assert (table.name in JOURNAL_TABLES) == (key.column.table.name in JOURNAL_TABLES)
