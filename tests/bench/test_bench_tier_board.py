"""The board of tiers with 20,000 customers: from the making of the page until its first cards have been painted."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from db.store import open_store
from desktop.memory import Memory
from desktop.paths import resources
from desktop.progress import Progress
from desktop.services.rating.proposing import propose
from desktop.services.rating.publishing import publish
from desktop.ui import failures, words
from desktop.ui.kit import theme
from desktop.ui.kit.ask import Ask
from desktop.ui.kit.board import Board
from desktop.ui.kit.board_cards import BoardCard, BoardColumn
from desktop.ui.kit.board_list import CardList
from desktop.ui.kit.jobs import Jobs
from desktop.ui.kit.status import Notice
from desktop.ui.office import Bus, Office
from desktop.ui.screens.tiers.choice import SchemeChoice
from desktop.ui.screens.tiers.views.board_page import BoardPage
from desktop.words import Catalogue
from tests.bench.conftest import USUAL
from tests.bench.ledger import Ledger, milliseconds
from tests.bench.make_file import TODAY
from tests.bench.painting import PATIENCE

ROUNDS = 7
MAIN = "abc-70-90"


class FirstCards(QObject):
    """Knows whether a column with cards has been painted."""

    seen = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and not self.seen:
            parent = watched.parent()
            self.seen = isinstance(parent, CardList) and bool(parent.rows.ids)
        return False


def until_cards(qtbot: QtBot, make: Callable[[], QWidget]) -> float:
    """Milliseconds from the making of a board until its first cards have been painted."""
    watch = FirstCards()
    application = QApplication.instance()
    assert application is not None
    application.installEventFilter(watch)
    made: list[QWidget] = []

    def whole() -> None:
        end = time.monotonic() + PATIENCE
        made.append(make())
        made[0].resize(1280, 660)
        made[0].show()
        while not watch.seen:
            QApplication.processEvents()
            assert time.monotonic() < end, "no cards were painted"

    taken = milliseconds(whole)
    application.removeEventFilter(watch)
    made[0].hide()
    qtbot.addWidget(made[0])
    return taken


@pytest.fixture(scope="module")
def rated_office(usual_file: Path, qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """20,000 customers, rated a quarter ago and today."""
    theme.apply(qapp, "light", 100)
    words.install(Catalogue.load("zh_CN", resources() / "i18n"))
    folder = tmp_path_factory.mktemp("board")
    store = open_store(usual_file, version="bench", backups=folder)
    for ago in (91, 0):
        publish(store, propose(store, MAIN, TODAY - timedelta(ago), Progress()), Progress())
    ask, bus = Ask(), Bus()
    jobs = Jobs(lambda error: failures.tell(ask, error))
    yield Office(store, jobs, bus, ask, Notice(), Memory(folder / "memory.json"), lambda: TODAY)
    jobs.close()
    store.close()
    words.install(Catalogue("en", {}))


def bare(columns: Sequence[BoardColumn], ids: dict[str, list[int]]) -> Board:
    """The floor: the same board over cards that are ready, in columns that are ready."""

    def ready(wanted: Sequence[int]) -> Iterable[BoardCard]:
        return [BoardCard(one, f"杭州华东 {one}", ("王芳", "浙江省 杭州市 · 成交"), "￥12,300") for one in wanted]

    made = Board(ready)
    made.put(columns, ids)
    return made


def test_the_board_opens(qtbot: QtBot, rated_office: Office, ledger: Ledger) -> None:
    def page() -> BoardPage:
        choice = SchemeChoice(rated_office)
        choice.read()
        return BoardPage(rated_office, choice)

    first = page()
    qtbot.addWidget(first)
    first.reload()
    rated_office.jobs.wait_idle()
    assert first.seen is not None
    ids = {code: list(found) for code, found in first.seen.columns.items()}
    assert sum(map(len, ids.values())) >= USUAL
    columns = [BoardColumn(code, code or "–", "￥1,234", number) for number, code in enumerate(ids)]
    ours, floor = [], []
    for _ in range(ROUNDS):
        floor.append(until_cards(qtbot, lambda: bare(columns, ids)))
        ours.append(until_cards(qtbot, page))
        rated_office.jobs.wait_idle()
    ledger.put("board of tiers, 20,000 customers: first cards", ours, floor, most=1000)


def test_the_window_is_not_held(qtbot: QtBot, rated_office: Office, ledger: Ledger) -> None:
    """What the page does on the window's thread once everything is read: nothing there may take 200 ms."""
    choice = SchemeChoice(rated_office)
    choice.read()
    page = BoardPage(rated_office, choice)
    qtbot.addWidget(page)
    page.resize(1280, 660)
    page.show()
    rated_office.jobs.wait_idle()
    seen = page.seen
    assert seen is not None
    shown = [milliseconds(lambda: page.put(seen)) for _ in range(ROUNDS)]
    ledger.put("board of tiers: showing what was read", shown, most=200)
    narrowed = []
    for number in range(ROUNDS):
        page.bar.text.setText("东" if number % 2 else "有限公司")
        narrowed.append(milliseconds(page.bar.changed.emit))
    ledger.put("board of tiers: narrowing by a text", narrowed, most=200)
