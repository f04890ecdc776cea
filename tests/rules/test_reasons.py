"""Every reason that rules give has words."""

from __future__ import annotations

import re
from pathlib import Path
from string import Formatter

import desktop.rules
from desktop.rules.likeness import Strength
from desktop.rules.reasons import COLUMN_REASONS, LIKENESS

RULES = Path(desktop.rules.__file__).parent


def test_every_reason_for_a_likeness_and_for_a_column_has_words() -> None:
    reasons = re.findall(r'Reason\(\s*"([a-z_]+)"', (RULES / "likeness.py").read_text("utf-8"))
    assert set(reasons) == LIKENESS.keys()
    assert Strength.STRONG.value == "strong"
    mapping = "".join((RULES / "imports" / f"{name}.py").read_text("utf-8") for name in ("mapping", "profile"))
    assert all(f'"{code}"' in mapping for code in COLUMN_REASONS)


def test_likenesses_name_the_shared_value_only() -> None:
    for sentence in LIKENESS.values():
        assert {name for _, name, _, _ in Formatter().parse(sentence) if name} <= {"value"}
