from __future__ import annotations

import re
from pathlib import Path
from string import Formatter

import desktop.rules
from desktop.rules.likeness import Strength
from desktop.rules.refusals import COLUMN_REASONS, LIKENESS, REFUSALS, refusal_sentence

RULES = Path(desktop.rules.__file__).parent
READERS = ("cells", "credit_code", "dates", "figures", "import_dates", "key_days", "likeness", "money", "phones")
PATHS = [*(RULES / f"{name}.py" for name in READERS), *(RULES / "imports").glob("*.py")]
SOURCES = {path: path.read_text("utf-8") for path in PATHS}


def test_every_code_raised_by_the_readers_has_a_sentence() -> None:
    codes = {code for text in SOURCES.values() for code in re.findall(r'RuleBroken\(\s*"([a-z_]+)"', text)}
    imports = "".join(text for path, text in SOURCES.items() if path.name == "sheet_kinds.py")
    codes |= set(re.findall(r'"(missing_[a-z]+)"', imports))
    assert codes - REFUSALS.keys() == set()


def test_every_reason_for_a_likeness_and_for_a_column_has_words() -> None:
    reasons = re.findall(r'Reason\(\s*"([a-z_]+)"', SOURCES[RULES / "likeness.py"])
    assert set(reasons) == LIKENESS.keys()
    assert Strength.STRONG.value == "strong"
    mapping = SOURCES[RULES / "imports/mapping.py"] + SOURCES[RULES / "imports/profile.py"]
    assert all(f'"{code}"' in mapping for code in COLUMN_REASONS)


def test_a_reason_within_a_code_has_its_own_sentence() -> None:
    assert refusal_sentence("bad_date", {"why": "ambiguous"}) == REFUSALS["bad_date.ambiguous"]
    assert refusal_sentence("bad_date", {}) == REFUSALS["bad_date"]
    assert refusal_sentence("bad_money", {}) == REFUSALS["bad_money"]
    assert refusal_sentence("somebody_elses", {}) is None


def test_sentences_name_their_facts_only() -> None:
    known = {"text", "length", "sign", "column", "detail", "key", "value"}
    for sentence in (*REFUSALS.values(), *LIKENESS.values()):
        assert {name for _, name, _, _ in Formatter().parse(sentence) if name} <= known
