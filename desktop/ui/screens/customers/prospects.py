"""How near a customer is to buying, and that he is lost: set in the head of the card, each as one action."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from db.queries.card import CustomerDraft, customer_draft
from db.vocabulary import IntentLevel, Stage
from desktop.rules.dates import Lean, read_date
from desktop.rules.errors import RuleBroken
from desktop.rules.intent import Intent, intent_of
from desktop.services.customers import save_customer
from desktop.ui.screens.customers.desk import Desk
from desktop.ui.screens.customers.tab import Seen
from desktop.ui.wording import day
from desktop.ui.words import tr


def intent_now(customer: CustomerDraft, today: date) -> Intent:
    """The level that holds for the customer of a card."""
    return intent_of(customer.intent, customer.expects_on, today)


def intent_words(intent: Intent, today: date) -> str:
    """The level, and the day it follows from: "意向 B · 预计 02-15"."""
    if intent.level is None:
        return tr("intent unknown")
    level = tr("intent {level}", level=intent.level.value)
    on = intent.expects_on
    if on is None:
        return level
    short = day(on) if on.year != today.year else f"{on.month:02}-{on.day:02}"
    said = tr("expected {day}, passed", day=short) if intent.passed else tr("expected {day}", day=short)
    return f"{level} · {said}"


def set_intent(desk: Desk, seen: Seen | None, level: object) -> None:
    """Keep the level told by hand. The day of closing goes with it, for it would speak louder; that is said."""
    if seen is None or not (level is None or isinstance(level, IntentLevel)):
        return
    customer = seen.card.customer
    said = tr("Saved: {name}", name=customer.name)
    if customer.expects_on is not None:
        gone = day(customer.expects_on)
        said = tr("Saved: {name}. The expected day {day} was cleared.", name=customer.name, day=gone)
    _change(desk, seen, {"intent": level, "expects_on": None}, "customer.intent", said)


def ask_expected(desk: Desk, seen: Seen | None) -> None:
    """Ask for the day of closing; an empty answer clears it."""
    if seen is None:
        return
    customer, today = seen.card.customer, desk.office.today()
    question = tr("When will {name} probably close? The intent level follows from the day.", name=customer.name)
    typed = desk.office.ask.text(question, day(customer.expects_on), yes=tr("Save the day"))
    if typed is None:
        return
    try:
        on = read_date(typed, today, Lean.FORWARD) if typed else None
    except RuleBroken:
        on = None
    if typed and on is None:
        desk.office.notice.say(tr("“{text}” is not a day.", text=typed), "bad")
        return
    _change(desk, seen, {"expects_on": on}, "customer.intent", tr("Saved: {name}", name=customer.name))


def set_stage(desk: Desk, seen: Seen | None, stage: object) -> None:
    """Keep another stage; for 流失 the reason is asked first and kept on the card."""
    if seen is None or not isinstance(stage, Stage) or stage is seen.card.customer.stage:
        return
    customer, columns = seen.card.customer, {"stage": stage}
    if stage is not Stage.LOST:
        _change(desk, seen, columns, "customer.edit", tr("Saved: {name}", name=customer.name))
        return
    question = tr("Why did we lose {name}? The reason stands on the card. (may stay empty)", name=customer.name)
    reason = desk.office.ask.text(question, customer.lost_reason or "", yes=tr("Mark as lost"))
    if reason is not None:
        lost = {**columns, "lost_reason": reason or None}
        _change(desk, seen, lost, "customer.lost", tr("Marked as lost: {name}", name=customer.name))


def _change(desk: Desk, seen: Seen, columns: dict[str, Any], kind: str, said: str) -> None:
    customer = seen.card.customer
    if all(getattr(customer, key) == value for key, value in columns.items()):
        return

    def work(session: Any) -> None:
        now = customer_draft(session, seen.id)
        if now is None:
            raise RuleBroken("gone")
        save_customer(session, replace(now, **columns))

    desk.keep(kind, work, said)
