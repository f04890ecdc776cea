"""What is loaded when the window is first painted, and when the list is: each library costs the start its time."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from db.queries.card import CustomerDraft
from db.store import Doing, create_file, open_store
from desktop.services.customers import NewCustomer, create_customer
from desktop.services.followups import PlanDraft, plan

ROOT = Path(__file__).resolve().parents[2]
CHILD = """
import json, os, sys
from pathlib import Path
from desktop.ui.start import begin

file = Path(sys.argv[1])
beginning = begin(file)
assert beginning.frame is not None and beginning.frame.isVisible()
frame = sorted(sys.modules)

from desktop.app import run
from desktop.ui.kit.list_view import ListView

paint = ListView.paintEvent

def painted(self, event):
    paint(self, event)
    if self.rows.ids:
        print(json.dumps({"frame": frame, "rows": sorted(sys.modules)}), flush=True)
        self.window().leave()

ListView.paintEvent = painted
run([str(file)], beginning)
"""

# The file's library and the window are all that is wanted; these come when somebody prints, imports, writes a name …
NEVER_AT_FIRST = {
    "PIL", "PySide6.QtNetwork", "PySide6.QtPrintSupport", "alembic", "charset_normalizer", "click", "lxml", "mako",
    "multiprocessing", "numpy", "openpyxl", "pypinyin", "python_calamine", "reportlab", "sqlite3", "xml.dom",
    "xml.etree", "desktop.cli", "desktop.documents", "desktop.ui.welcome",
    "desktop.ui.screens.customers.card", "desktop.ui.screens.file", "desktop.ui.screens.settings",
}  # fmt: skip
NOT_IN_THE_FRAME = NEVER_AT_FIRST | {"sqlalchemy", "sqlcipher3", "filelock", "asyncio", "db.models", "db.store"}


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> dict[str, set[str]]:
    """The modules there were in a real start: at the first paint, and when the list showed its rows."""
    folder = tmp_path_factory.mktemp("start")
    file = folder / "office.kezha"
    create_file(file)
    store = open_store(file, version="test", backups=folder)
    with store.write(Doing("customer.new")) as session:
        one = create_customer(session, NewCustomer(CustomerDraft(name="Ltd")))
        plan(session, PlanDraft(one, planned_on=date.today()))  # the first start opens the day: it has a line
    store.close()
    folders = {name: str(folder / name) for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME")}
    ended = subprocess.run(
        [sys.executable, "-c", CHILD, str(file)],
        cwd=ROOT,
        env={**os.environ, **folders, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr
    return {what: set(names) for what, names in json.loads(ended.stdout).items()}


def test_the_frame_is_painted_before_the_files_library_is_loaded(loaded: dict[str, set[str]]) -> None:
    assert not NOT_IN_THE_FRAME & loaded["frame"]


def test_the_list_is_painted_before_anything_else_is_loaded(loaded: dict[str, set[str]]) -> None:
    assert "sqlalchemy.orm" in loaded["rows"]
    # The day is read in a job; meanwhile the painted window listens for a second start.
    assert not (NEVER_AT_FIRST - {"PySide6.QtNetwork"}) & loaded["rows"]
