"""Every code the program can raise has its sentence, and every action its name, in both languages."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest

from db.problems import CODES
from desktop import sentences
from desktop.documents.sheets.unreadable import CODES as SHEET_CODES
from desktop.paths import resources
from desktop.rules.imports.fields import ImportKind
from desktop.rules.rating.scheme import Missing
from desktop.words import Catalogue

ROOT = Path(__file__).resolve().parent.parent
RAISED = ("RuleBroken", "Said", "UnreadableSheet")
ACTION = re.compile(
    r"(file|sample|customers?|contact|followup|attachment|tags|import|office|rep|policy)"
    r"\.(new|load|create|edit|delete|assign|log|plan|cancel|add)"
)


def calls() -> Iterator[tuple[str, str]]:
    """(name called, literal first argument) of every call in the program."""
    for path in sorted((ROOT / "desktop").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant):
                name = str(getattr(node.func, "id", None) or getattr(node.func, "attr", ""))
                if isinstance(node.args[0].value, str):
                    yield name, node.args[0].value


def texts() -> Iterator[str]:
    """Every text in the program's code."""
    for folder in ("desktop/ui", "desktop/services", "desktop/cli", "desktop/app.py"):
        for path in [ROOT / folder] if folder.endswith(".py") else sorted((ROOT / folder).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                if isinstance(node, ast.Constant) and isinstance(node.value, str):
                    yield node.value


def test_every_problem_of_the_file_has_its_sentences() -> None:
    assert set(sentences.PROBLEMS) == set(CODES)


def test_every_broken_rule_has_its_sentence() -> None:
    raised = {code for name, code in calls() if name in RAISED} | SHEET_CODES
    raised |= {text for text in texts() if re.fullmatch(r"missing_[a-z]+", text)}
    raised -= {f"missing_{one}" for one in Missing}  # notes of a rating
    assert raised - set(sentences.RULES) == set()


def test_every_action_has_its_name() -> None:
    done = {text for text in texts() if ACTION.fullmatch(text)}
    done |= {code for name, code in calls() if name == "Doing"}
    done |= {f"import.{kind.value}" for kind in ImportKind}
    assert {"customer.edit", "rep.edit", "attachment.add", "customers.delete"} <= done
    assert done - set(sentences.ACTIONS) == set()


def test_a_sentence_never_fails_over_a_missing_fact() -> None:
    words = Catalogue("en", {})
    for code in sentences.RULES:
        assert sentences.rule(words, code, {})
        assert sentences.reason(words, code)
    for code in sentences.PROBLEMS:
        assert all(sentences.problem(words, code, {}))
    for kind in sentences.ACTIONS:
        assert sentences.action(words, kind, {"kind": "customer.edit", "facts": {}})
    assert sentences.action(words, "of.later", {}) == "of.later"


def test_a_closer_sentence_is_taken_where_the_reason_is_known() -> None:
    words = Catalogue("en", {})
    closer = sentences.rule(words, "bad_date", {"text": "2-30", "why": "no_such_day"})
    assert "2-30" in closer
    assert closer != sentences.rule(words, "bad_date", {"text": "2-30", "why": "unreadable"})


@pytest.fixture(scope="module")
def chinese() -> Catalogue:
    return Catalogue.load("zh_CN", resources() / "i18n")


def test_the_chinese_sentences_name_the_same_facts(chinese: Catalogue) -> None:
    everything = [*sentences.RULES.values(), *sentences.ACTIONS.values()]
    everything += [text for pair in sentences.PROBLEMS.values() for text in pair]
    for text in everything:
        told = chinese.text(text)
        assert {name for _, name, _, _ in Formatter().parse(told) if name} <= {
            name for _, name, _, _ in Formatter().parse(text) if name
        }, text


def test_names_that_came_with_the_program_are_said_in_the_words_of_the_moment() -> None:
    chinese = Catalogue.load("zh_CN", resources() / "i18n")
    facts = {"name": "Value score card", "day": "2026-11-30"}
    assert sentences.action(chinese, "round.publish", facts) == "发布评定 客户价值评分卡（2026-11-30）"
    assert "客户价值评分卡" in sentences.rule(chinese, "scheme_leads", facts)
    assert "我们自己的" in sentences.action(chinese, "scheme.edit", {"name": "我们自己的"})
    assert sentences.action(chinese, "customer.edit", {"name": "Value score card"}).endswith("Value score card")
