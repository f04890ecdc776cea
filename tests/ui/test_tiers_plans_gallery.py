"""提升计划 as pictures for human eyes, in both languages and looks."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.progress import Progress
from desktop.services.samples import make_sample_office, sample_source
from desktop.ui.kit import theme
from desktop.ui.office import Office
from desktop.ui.screens.tiers.plans.plans_page import PlansPage
from tests.ui import plan_samples
from tests.ui.plan_driving import (
    begun,
    opened,
    settled,
)


@pytest.mark.parametrize("look", ["light", "dark"])
def test_the_plans_are_drawn(
    qtbot: QtBot, qapp: QApplication, office: Office, shots: Path, language: str, look: str
) -> None:
    theme.apply(qapp, look)  # type: ignore[arg-type]
    make_sample_office(office.store, sample_source(), office.today(), Progress())
    rest = [one.id for one in plan_samples.laid_out(office.store, office.today())]
    for width, height in ((1186, 690), (1740, 920)):
        page = opened(qtbot, office, width, height)

        def shoot(name: str, page: PlansPage = page, width: int = width) -> None:
            settled(office)
            qtbot.wait(40)  # a layout inside layouts settles in several turns of the event loop
            assert page.grab().save(str(shots / f"plans_{name}_{language}_{look}_{width}.png"))

        worked_at = next(one for one in page.plans._rows.values() if one.done)
        page.plans.go_to(worked_at.id)
        shoot("list")
        page.plans.detail.steps.begin()
        page.plans.detail.edit()
        shoot("edit")
        page.plans.detail.edit_end(on=False)
        page.tabs.go_to("movers")
        shoot("movers")
        begun(page, *rest[:1])
        shoot("form")
        page.form.drop()
        begun(page, *rest[:6])
        shoot("forms")
        page.form.drop()
        page.close()
