"""完整度排行: the reps, and the customers behind each figure."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.progress import Progress
from desktop.services.samples import make_sample_office, sample_source
from desktop.ui.kit import theme
from desktop.ui.office import Office, Visit
from desktop.ui.screens.file.completeness_page import FULL, GAPS, WITHOUT, CompletenessPage


def settled(office: Office) -> None:
    for _ in range(3):
        office.jobs.wait_idle()
        QApplication.processEvents()


def page(office: Office, qtbot: QtBot) -> CompletenessPage:
    made = CompletenessPage(office)
    qtbot.addWidget(made)
    made.resize(1180, 640)
    made.show()
    settled(office)
    return made


def pick(made: CompletenessPage, office: Office, figure: str) -> int:
    made.figure.setCurrentIndex(made.figure.findData(figure))
    settled(office)
    return len(made.cards.ids)


def test_every_figure_leads_to_its_customers(office: Office, qtbot: QtBot) -> None:
    make_sample_office(office.store, sample_source(), office.today(), Progress())
    made = page(office, qtbot)
    rows = [made.model.row(at) for at in range(made.model.rowCount())]
    assert rows[0] is not None
    assert rows[0].rep == "Everybody"
    assert rows[0].standing.customers == 300
    means = [row.standing.mean for row in rows[1:] if row]
    assert means == sorted(means, reverse=True)
    for row in rows:
        assert row is not None
        made.view.go_to(row.id)
        settled(office)
        one = row.standing
        assert pick(made, office, GAPS) == one.customers - one.full
        assert pick(made, office, FULL) == one.full
        assert pick(made, office, WITHOUT) == one.missing_count
    wanted: list[tuple[str, object]] = []
    office.bus.wanted.connect(lambda place, what: wanted.append((place, what)))
    made.list.opened.emit(made.cards.ids[0])
    assert wanted == [("customers", Visit(made.cards.ids[0]))]


def test_one_tier_alone_is_ranked(office: Office, qtbot: QtBot) -> None:
    make_sample_office(office.store, sample_source(), office.today(), Progress())
    made = page(office, qtbot)
    made.tier.setCurrentIndex(made.tier.findText("A"))
    settled(office)
    first = made.model.row(0)
    assert first is not None
    assert first.standing.customers == 22
    rows = list(made.cards.rows(list(made.cards.ids)))
    assert rows
    assert {row.value_tier for row in rows} == {"A"}


def test_an_empty_file_says_so(office: Office, qtbot: QtBot) -> None:
    made = page(office, qtbot)
    assert made.model.rowCount() == 0
    assert made.panel.empty.isVisible()
    assert not made.figure.isVisible()


@pytest.mark.parametrize("language", ["zh_CN", "en"], indirect=True)
@pytest.mark.parametrize("look", ["light", "dark"])
def test_pictures(office: Office, qapp: QApplication, qtbot: QtBot, shots: Path, language: str, look: str) -> None:
    theme.apply(qapp, look, 100)  # type: ignore[arg-type]
    make_sample_office(office.store, sample_source(), office.today(), Progress())
    made = page(office, qtbot)
    qtbot.wait(40)
    assert made.grab().save(str(shots / f"completeness_{language}_{look}.png"))
