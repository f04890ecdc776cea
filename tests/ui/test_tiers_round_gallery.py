"""Rating rounds and the why of a customer as pictures for human eyes: the sample office, rated before."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from db.store import open_store
from desktop.progress import Progress
from desktop.services.rating.schemes import scheme_named
from desktop.services.samples import make_sample, sample_source
from desktop.ui.kit import theme
from desktop.ui.office import Office, Why
from desktop.ui.screens.tiers.choice import SchemeChoice
from desktop.ui.screens.tiers.hand_box import HandBox
from desktop.ui.screens.tiers.reasons.why_page import WhyPage
from desktop.ui.screens.tiers.rounds.round_page import RoundPage
from tests.services.rating import small_office as small
from tests.ui.tiers_samples import office_over

DAY = date(2026, 11, 20)
SIZES = {"1366": (1270, 610), "1920": (1824, 910)}  # what a window of that width leaves to a page
DRAWN = ("1366", pytest.param("1920", marks=pytest.mark.nightly))
SCHEMES = ("abc-70-90", "rfm", "score", "membership")

Page = TypeVar("Page", bound=QWidget)


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample office with two rounds and an exception in each scheme, made once."""
    path = tmp_path_factory.mktemp("rounds") / "示例办公室.kezha"
    make_sample(path, DAY, "test", Progress(), sample_source())
    store = open_store(path, version="test", backups=path.parent)
    for key in SCHEMES:
        small.published(store, date(2026, 5, 31), key)
        found = small.proposed(store, DAY, key)
        who, best = in_the_midst(found.proposal.customers), found.scheme.codes[0]
        small.by_hand(store, who, best, key=key, on=date(2026, 9, 3), until=date(2027, 6, 30), why="新厂投产，全年框架")
        small.published(store, date(2026, 8, 31), key)
    store.close()
    return path


def in_the_midst(ids: Sequence[int]) -> int:
    """One of them."""
    return ids[len(ids) // 2]


@pytest.mark.parametrize("size", DRAWN)
@pytest.mark.parametrize("look", ["light", "dark"])
def test_rounds_and_reasons_are_drawn(
    qtbot: QtBot, qapp: QApplication, sample: Path, tmp_path: Path, shots: Path, language: str, look: str, size: str
) -> None:
    theme.apply(qapp, look)  # type: ignore[arg-type]
    path = tmp_path / sample.name
    shutil.copy(sample, path)

    def shoot(what: QWidget, name: str) -> None:
        assert what.grab().save(str(shots / f"rounds_{name}_{language}_{look}_{size}.png"))

    with office_over(path, DAY) as office:
        choice = SchemeChoice(office)
        choice.read()
        page = placed(qtbot, RoundPage(office, choice), size)
        for key in SCHEMES:
            choice.choose(key)
            page.bar.ask_to_rate()
            settle(qtbot, office)
            shoot(page, key)
            page.show_rounds()
            shoot(page, f"{key}_list")
        page.list.opened.emit(next(iter(page.list.rounds)))
        settle(qtbot, office)
        shoot(page, "past")
        ids = small.proposed(office.store, DAY, "score").proposal.customers
        for key in SCHEMES:
            why = placed(qtbot, WhyPage(office, choice, Why(in_the_midst(ids), key)), size)
            settle(qtbot, office)
            shoot(why, f"why_{key}")
        with office.store.read() as session:
            scheme = scheme_named(session, "abc-70-90")
        box = HandBox(office, scheme, ["杭州瑞桥包装材料有限公司", "上海锦澜文化用品有限公司"], "B")
        qtbot.addWidget(box)
        box.show()
        box.accept()
        shoot(box, "hand")
    theme.apply(qapp, "light")


def placed(qtbot: QtBot, page: Page, size: str) -> Page:
    """A page at the size it has in the window."""
    qtbot.addWidget(page)
    page.resize(*SIZES[size])
    page.show()
    return page


def settle(qtbot: QtBot, office: Office) -> None:
    """Wait for what a page reads beside the window."""
    office.jobs.wait_idle()
    qtbot.wait(20)
