"""跟进方案 in the settings: changed in place, tried on a day, copied, put aside, brought back."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db.vocabulary import Trigger
from desktop.services.calendar.sequences import OfficeSequence, sequence_named
from desktop.ui.kit import theme
from desktop.ui.office import Office
from desktop.ui.screens.settings.sequences import SequencesPage
from tests.ui.conftest import Answers


def page(qtbot: QtBot, office: Office, key: str = "new-customer") -> SequencesPage:
    """The page at the size it has in a window of 1366 × 768."""
    made = SequencesPage(office)
    qtbot.addWidget(made)
    made.resize(1080, 690)
    made.reload()
    made.visit(key)
    made.show()
    return made


def now(office: Office, key: str) -> OfficeSequence:
    with office.store.read() as session:
        return sequence_named(session, key)


def test_steps_are_changed_in_place_and_what_is_wrong_is_told_there(qtbot: QtBot, office: Office) -> None:
    made = page(qtbot, office)
    assert not made.dirty
    assert not made.save.isEnabled()
    steps = made.editor.steps
    steps.lines[0].days.setValue(2)
    steps.lines[0].at.setText("0930x")
    assert len(made.editor.days.text().splitlines()) == 3
    assert not made._save()
    assert "Step 1" in steps.problem.text()
    steps.lines[0].at.setText("9:30")
    steps.append()
    assert not made._save()
    assert "Step 4" in steps.problem.text()
    steps.lines[3].purpose.setText("再访")
    made.editor.automatic.setChecked(True)
    assert made._save()
    kept = now(office, "new-customer")
    assert [step.days for step in kept.plan.steps] == [2, 7, 30, 37]
    assert (kept.automatic, kept.automatic_since) == (True, office.today())
    assert kept.plan.steps[1].purpose == "Send what fits their need", "what nobody touched stays in the catalogue"
    assert "itself since" in made.running.text()
    office.ask = Answers(True)
    made._remove()
    assert now(office, "new-customer").id is None


def test_one_of_its_own_is_copied_put_aside_and_removed(qtbot: QtBot, office: Office) -> None:
    made = page(qtbot, office, "birthday")
    made._copy()
    assert made.dirty, "not kept yet"
    made.editor.name.setText("司庆前三天")
    for box in made.editor.kinds:
        box.setChecked(False)
    assert not made._save()
    assert made.editor.problem.isVisible()
    made.editor.kinds[1].setChecked(True)
    assert made._save()
    assert now(office, "own-1").plan.trigger is Trigger.KEY_DATE
    made._put_aside()
    assert not now(office, "own-1").active
    made._put_aside()
    made.editor.name.setText("改了名")
    office.ask = Answers("", "save")
    made.list.setCurrentRow(0)
    assert made.list.currentItem().text() == "司庆前三天", "one goes on"
    made.list.setCurrentRow(0)
    assert now(office, "own-1").name == "改了名"
    assert made.editor.name.text().startswith("New customer")
    made.visit("own-1")
    office.ask = Answers(True)
    made._remove()
    assert "own-1" not in {one.key for one in made._all}
    made._new()
    made.editor.name.setText("")
    assert not made._save()
    office.ask = Answers("drop")
    assert made.may_leave()


@pytest.mark.parametrize("look", ["light", "dark"])
def test_the_page_is_drawn(
    qtbot: QtBot, qapp: QApplication, office: Office, shots: Path, language: str, look: str
) -> None:
    theme.apply(qapp, look)  # type: ignore[arg-type]
    for key in ("contract-end", "birthday"):
        made = page(qtbot, office, key)
        qtbot.wait(60)  # a layout inside layouts settles in several turns of the event loop
        assert made.grab().save(str(shots / f"settings_sequences_{key}_{language}_{look}.png"))
