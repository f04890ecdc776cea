"""Start to a painted window with a file of 20,000 customers, in turns with a bare PySide6 window.

Uses the measuring tool beside the checkout (an Xvfb of its own, what is really on its screen); skips where it is not.
`painted` is the window with its frame; `rows` is our own stamp: the list painted with its first customers.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from tests.bench.ledger import Ledger

ROOT = Path(__file__).resolve().parents[2]
TOOL = ROOT.parent / "shared" / "tools" / "measure_start.py"
BARE = [sys.executable, str(ROOT / "tests" / "bench" / "bare_window.py")]
WARM, COLD = 7, 3


def measured(command: list[str], home: Path, *, cold: bool) -> dict[str, Any]:
    """One start through the tool."""
    if not TOOL.is_file() or shutil.which("Xvfb") is None:
        pytest.skip("the start is measured with ../shared/tools/measure_start.py and Xvfb")
    home.mkdir(exist_ok=True)
    flags = ["--cold"] if cold else []
    tool = [
        sys.executable,
        str(TOOL),
        "-n",
        "1",
        "--warmup",
        "0",
        "--settle",
        "2",
        "--home",
        str(home),
        "--json",
        *flags,
    ]
    environment = {key: value for key, value in os.environ.items() if key != "QT_QPA_PLATFORM"}
    environment["PYTHONPATH"] = str(ROOT)
    done = subprocess.run([*tool, "--", *command], capture_output=True, text=True, check=True, env=environment)
    found = json.loads(done.stdout)
    return {key: found[key]["median"] for key in ("painted_ms", "rss_mb")}


@pytest.mark.parametrize("cold", [False, True], ids=["warm", "cold"])
def test_start(usual_file: Path, tmp_path: Path, ledger: Ledger, cold: bool) -> None:
    if cold and (not hasattr(os, "geteuid") or os.geteuid() != 0):
        pytest.skip("only root can drop the page cache")
    ours = [sys.executable, "-m", "desktop", str(usual_file)]
    for command, home in ((BARE, "bare"), (ours, "kezha")):  # first runs make folders
        measured(command, tmp_path / home, cold=False)
    floor, taken, memory = [], [], []
    for _ in range(COLD if cold else WARM):
        floor.append(measured(BARE, tmp_path / "bare", cold=cold)["painted_ms"])
        found = measured(ours, tmp_path / "kezha", cold=cold)
        taken.append(found["painted_ms"])
        memory.append(found["rss_mb"])
    how = "cold" if cold else "warm"
    ledger.put(f"start, {how}: painted window", taken, floor, most_ratio=2 if cold else 1.8)
    if not cold:
        ledger.put("memory after the start", memory, unit="MB", most=150)


@pytest.mark.parametrize(("place", "first"), [("customers", "customers"), ("today", "lines of the day")])
def test_start_to_rows(usual_file: Path, tmp_path: Path, ledger: Ledger, place: str, first: str) -> None:
    """Without a screen, so that it runs anywhere: our own stamps, until the first rows of a place are painted."""
    rows, frame = [], []
    for _ in range(WARM):
        home = {name: str(tmp_path) for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME")}
        stamps = {"KEZHA_STARTED": repr(time.time()), "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
        stamps["KEZHA_PLACE"] = place
        process = subprocess.Popen(
            [sys.executable, str(ROOT / "tests" / "bench" / "traced_start.py"), str(usual_file)],
            env={**os.environ, **home, **stamps},
            stderr=subprocess.PIPE,
            text=True,
        )
        assert process.stderr is not None
        seen: dict[str, float] = {}
        for line in process.stderr:
            name, *figures = line.split()
            if figures and name in ("frame", "rows"):
                seen[name] = float(figures[0])
            if name == "rows":
                break
        process.terminate()
        process.wait()
        process.stderr.close()
        rows.append(seen["rows"])
        frame.append(seen["frame"])
    ledger.put(f"start into {place}, warm: frame painted (offscreen)", frame)
    ledger.put(f"start into {place}, warm: first {first} painted (offscreen)", rows)
