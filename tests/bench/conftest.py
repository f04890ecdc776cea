"""The table of all figures at the end, and the files they are taken on. `--strict` holds them to the aims."""

from __future__ import annotations

import gc
import os
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from db.store import Store, open_store
from desktop.memory import Memory
from desktop.paths import resources
from desktop.ui import failures, words
from desktop.ui.kit import theme
from desktop.ui.kit.ask import Ask
from desktop.ui.kit.jobs import Jobs
from desktop.ui.kit.status import Notice
from desktop.ui.office import Bus, Office
from desktop.words import Catalogue
from tests.bench.ledger import Ledger
from tests.bench.make_file import copy_of, office_of

LARGE, USUAL = 100_000, 20_000  # customers
_LEDGER = pytest.StashKey[Ledger]()


def pytest_configure(config: pytest.Config) -> None:
    config.stash[_LEDGER] = Ledger(strict=bool(config.getini("strict")))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    terminalreporter.section("figures, in ms unless said")
    for line in config.stash[_LEDGER].table():
        terminalreporter.write_line(line)
    load = " ".join(f"{one:.1f}" for one in os.getloadavg()) if hasattr(os, "getloadavg") else "unknown"
    terminalreporter.write_line(f"load average at the end: {load}; {os.cpu_count()} cores")


@pytest.fixture(scope="session")
def ledger(pytestconfig: pytest.Config) -> Ledger:
    """Where figures are entered."""
    return pytestconfig.stash[_LEDGER]


@pytest.fixture(scope="session")
def usual_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An office of 20,000 customers, to be opened for writing."""
    return copy_of(office_of(USUAL), tmp_path_factory.mktemp("usual"))


@pytest.fixture(scope="session")
def large_store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """An office of 100,000 customers, open."""
    folder = tmp_path_factory.mktemp("large")
    store = open_store(copy_of(office_of(LARGE), folder), version="bench", backups=folder)
    yield store
    store.close()
    shutil.rmtree(folder)


@pytest.fixture
def large_office(qapp: QApplication, large_store: Store, tmp_path: Path) -> Iterator[Office]:
    """The same as the screens see it: in Chinese, light, at 100 %."""
    theme.apply(qapp, "light", 100)
    words.install(Catalogue.load("zh_CN", resources() / "i18n"))
    ask, bus = Ask(), Bus()
    jobs = Jobs(lambda error: failures.tell(ask, error))
    gc.collect()
    gc.freeze()  # as the program does once it has started
    yield Office(large_store, jobs, bus, ask, Notice(), Memory(tmp_path / "memory.json"), lambda: date(2026, 11, 22))
    gc.unfreeze()
    jobs.close()
    words.install(Catalogue("en", {}))
