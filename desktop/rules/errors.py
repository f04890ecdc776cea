"""A broken rule the user can act on."""

from __future__ import annotations


class RuleBroken(Exception):
    """Raised by rules and services when the user can put it right: the window shows it at `field`.

    `code` names the rule (worded by the window and the batch commands), `facts` are the values its sentence needs.
    """

    def __init__(self, code: str, field: str | None = None, **facts: object) -> None:
        super().__init__(code)
        self.code = code
        self.field = field
        self.facts = facts
