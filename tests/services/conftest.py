"""What the tests of the services share: the sample office as its file holds it, and laid out in a real file."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date
from decimal import Decimal
from itertools import zip_longest
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from db.models import Base
from db.store import Store, create_file, open_store
from desktop.progress import Progress
from desktop.services.samples import make_sample, sample_source

Rows = list[dict[str, Any]]


@pytest.fixture(scope="session")
def sample_day() -> date:
    """The day the sample is opened: a Monday, so that yesterday was a Sunday."""
    return date(2027, 3, 1)


@pytest.fixture(scope="session")
def sample_tables() -> dict[str, Rows]:
    """The tables of the sample's file, as lists of {column: value}."""
    sample = json.loads(sample_source().read_text("utf-8"), parse_float=Decimal)
    return {
        name: [dict(zip_longest(table["columns"], row)) for row in table["rows"]]
        for name, table in sample["tables"].items()
    }


@pytest.fixture(scope="session")
def sample_path(tmp_path_factory: pytest.TempPathFactory, sample_day: date) -> Path:
    """The sample office laid out; read only, for all tests."""
    path = tmp_path_factory.mktemp("sample") / "示例办公室.kezha"
    make_sample(path, sample_day, "0.1.0", Progress())
    return path


@pytest.fixture
def sample_store(sample_path: Path) -> Iterator[Store]:
    """The sample office, open for reading."""
    with closing(open_store(sample_path, version="0.1.0", backups=sample_path.parent, read_only=True)) as store:
        yield store


@pytest.fixture
def sample_rows(sample_store: Store) -> Callable[[str], Rows]:
    """The rows of a table of the sample office."""

    def read(name: str) -> Rows:
        with sample_store.read() as session:
            return [dict(row._mapping) for row in session.execute(select(Base.metadata.tables[name]))]

    return read


@pytest.fixture
def empty_file(tmp_path: Path) -> Path:
    """A file of ours with nothing in it."""
    made = tmp_path / "客户.kezha"
    create_file(made)
    return made


@pytest.fixture
def empty_store(empty_file: Path) -> Iterator[Store]:
    """The same, open for writing."""
    with closing(open_store(empty_file, version="0.1.0", backups=empty_file.parent / "backups")) as store:
        yield store
