"""What the program says about problems, broken rules and actions: the same for the window and the batch commands.

English here, Chinese from the catalogue. A test holds the tables against the codes that the program can raise.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from desktop.sentences.actions import ACTIONS
from desktop.sentences.broken_rules import RULES
from desktop.sentences.problems import PROBLEMS
from desktop.words import Catalogue

__all__ = ["ACTIONS", "PROBLEMS", "RULES", "action", "problem", "reason", "rule"]


def problem(words: Catalogue, code: str, facts: Mapping[str, object]) -> tuple[str, str]:
    """What is wrong and what to do, for a StoreProblem's code and facts."""
    wrong, remedy = PROBLEMS[code]
    known = _Known(facts)
    return words.text(wrong).format_map(known), words.text(remedy).format_map(known)


# Actions and broken rules whose "name" may be one that came with the program.
NAMED_BY_US = frozenset(
    {
        "scheme.edit", "scheme.delete", "scheme.main", "round.publish", "scheme_changed", "scheme_leads", "scheme_used",
        "name_taken", "sequence.edit", "sequence.delete", "sequence_used", "sequence_name_taken",
    }
)  # fmt: skip


def _named(words: Catalogue, what: str, facts: Mapping[str, object]) -> Mapping[str, object]:
    """The facts with a name of ours in the words' language; what the office named itself passes unchanged."""
    name = facts.get("name")
    return {**facts, "name": words.text(name)} if what in NAMED_BY_US and isinstance(name, str) else facts


def rule(words: Catalogue, code: str, facts: Mapping[str, object]) -> str:
    """The sentence for a RuleBroken's code and facts; a code may have a closer one for its `why`."""
    sentence = RULES.get(f"{code}.{facts.get('why', '')}") or RULES[code]
    facts = _named(words, code, facts)
    return words.text(sentence).format_map(_Known(facts))


def reason(words: Catalogue, code: str) -> str:
    """The sentence of a reason counted over many rows: one without facts, or its facts left open."""
    return words.text(RULES.get(f"{code}.counted") or RULES[code]).format_map(_Open())


def action(words: Catalogue, kind: str, facts: Mapping[str, Any]) -> str:
    """What an action did, "导入 312 位客户"."""
    if kind == "undo":
        return words.text(ACTIONS[kind], action=action(words, facts["kind"], facts["facts"]))
    facts = _named(words, kind, facts)
    return words.text(ACTIONS.get(kind, "{kind}")).format_map(_Known({"kind": kind, **facts}))


def kind_of_action(words: Catalogue, kind: str) -> str:
    """What actions of a kind do, the facts left open: "导入 … 位客户"."""
    if kind == "undo":
        return words.text(ACTIONS[kind], action="…")
    return words.text(ACTIONS.get(kind, kind)).format_map(_Open())


class _Known(dict[str, object]):
    """Facts with "?" for what nobody knows: a sentence must never fail over a missing fact."""

    def __missing__(self, key: str) -> str:
        return "?"


class _Open(dict[str, object]):
    """Every fact as "…"."""

    def __missing__(self, key: str) -> str:
        return "…"
