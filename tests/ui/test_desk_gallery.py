"""The supervisor's desk drawn with the sample office, for human eyes: every tab, the boxes, the rules."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from db.queries.briefs import briefs, by_name
from db.vocabulary import Verdict
from desktop.progress import Progress
from desktop.services.desk.inbox import inbox
from desktop.services.samples import make_sample
from desktop.ui.callback_box import callback_box
from desktop.ui.kit import theme
from desktop.ui.loan_box import LoanBox
from desktop.ui.office import Office
from desktop.ui.screens.desk.inbox.read_marks import KEY
from desktop.ui.screens.desk.pages import KEYS
from desktop.ui.screens.desk.place import DeskPlace
from desktop.ui.screens.settings.desk import DeskPage

USUAL = (1366, 768)
SUNDAY = date(2026, 11, 22)  # the day of the fixture `office`


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample office, made once."""
    path = tmp_path_factory.mktemp("desk_gallery") / "示例办公室.kezha"
    make_sample(path, SUNDAY, "test", Progress())
    return path


@pytest.fixture
def kezha_file(sample: Path, tmp_path: Path) -> Path:
    """The file of the fixture `office`: a copy of the sample."""
    return Path(shutil.copy(sample, tmp_path / sample.name))


@dataclass
class Drawing:
    """Grabs a widget at a size, without the rail, the head and the foot of the window."""

    folder: Path
    look: str
    size: tuple[int, int]

    def grab(self, widget: QWidget, name: str, *, whole: bool = True) -> None:
        if whole:
            widget.resize(self.size[0] - 76, self.size[1] - 72)
        for _ in range(4):  # a page of the card finds its heights one after the other
            QApplication.processEvents()
        picture = widget.grab()
        assert not picture.isNull()
        assert picture.save(str(self.folder / f"desk_{name}_{self.look}_{self.size[1]}.png"))


def drawn(qtbot: QtBot, office: Office, drawing: Drawing) -> None:
    office.seen[KEY] = f'{{"since": "{office.today() - timedelta(days=6)}", "ids": []}}'
    place = DeskPlace(office)
    qtbot.addWidget(place)
    place.show()
    for key in sorted(KEYS):
        place.visit(key)
        office.jobs.wait_idle(60)
        drawing.grab(place, key)
        assert place.tabs.page(key).isVisible()
    with office.store.read() as session:
        done = inbox(session, office.today() - timedelta(days=13), office.today())
        cards = briefs(session, by_name(session)[:3])
    verdict, lending = callback_box(office, done[0].id), LoanBox(office, cards)
    assert verdict is not None
    for box in (verdict, lending):
        qtbot.addWidget(box)
        box.show()
    verdict.form.editor("verdict").put(Verdict.DIFFERS)
    verdict.accept()  # says at its field what is missing
    assert verdict.isVisible()
    drawing.grab(verdict, "verify", whole=False)
    office.ask.answers.append("yes")  # type: ignore[attr-defined]  # what was typed is dropped
    verdict.reject()
    drawing.grab(lending, "lend", whole=False)
    rules = DeskPage(office)
    qtbot.addWidget(rules)
    rules.show()
    drawing.grab(rules, "rules")


@pytest.mark.parametrize("language", ["en", "zh_CN"], indirect=True)
@pytest.mark.parametrize("look", ["light", "dark"])
def test_the_desk_is_drawn(
    qtbot: QtBot, qapp: QApplication, office: Office, shots: Path, language: str, look: str
) -> None:
    theme.apply(qapp, look, 100)  # type: ignore[arg-type]
    drawn(qtbot, office, Drawing(shots, f"{language}_{look}", USUAL))
    theme.apply(qapp, "light", 100)


@pytest.mark.nightly
@pytest.mark.parametrize("language", ["en", "zh_CN"], indirect=True)
def test_the_desk_is_drawn_large(qtbot: QtBot, qapp: QApplication, office: Office, shots: Path, language: str) -> None:
    drawn(qtbot, office, Drawing(shots, f"{language}_light", (1920, 1080)))
