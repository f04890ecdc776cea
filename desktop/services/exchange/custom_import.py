"""Answers to custom fields out of a sheet: held against the cards, kept unique, written in one go."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from db import journal
from db.keys import new_block
from db.models import CustomValue, KeyDate
from db.queries.card import KeyDateDraft
from db.queries.custom import Answer, Named, custom_fields, custom_values_of
from db.vocabulary import CustomKind, KeyDateKind
from desktop.rules.custom_values import Plain, custom_text
from desktop.rules.imports.custom_fields import CustomTarget
from desktop.rules.key_days import KeyDay
from desktop.services.custom_answers import columns_of, day_answer, plain_of, printed
from desktop.services.exchange.cards import Card
from desktop.services.exchange.outcome import Said

Answers = Mapping[int, Plain]


def custom_targets(session: Session) -> tuple[CustomTarget, ...]:
    """The custom fields a sheet can fill: all but files."""
    return tuple(
        CustomTarget(one.id, one.kind, one.title, one.options, one.is_unique)
        for one in custom_fields(session)
        if one.kind is not CustomKind.FILE
    )


class CustomAnswers:
    """What the cards answer, and what rows of a sheet add. `remark(at, said)` is told what a card keeps."""

    def __init__(self, session: Session, targets: Sequence[CustomTarget], remark: Callable[[int, Said], None]) -> None:
        self._session, self._remark = session, remark
        self._targets = {one.id: one for one in targets}
        self._known: dict[int, Mapping[int, Answer]] = {}
        self._new: dict[int, tuple[Card, dict[int, Plain]]] = {}  # by the object of the card
        self._holders = {one.id: self._held(one) for one in targets if one.is_unique}

    def _held(self, target: CustomTarget) -> dict[str, object]:
        """{answer as text: the customer that has it}; of rows of this sheet the card itself."""
        value = CustomValue
        query = select(value.customer_id, value.text, value.number, value.day).where(value.field_id == target.id)
        rows = self._session.execute(query).all()
        return {custom_text(plain_of(target.kind, *row[1:])): row[0] for row in rows}

    def refusal(self, card: Card | None, answers: Answers) -> Said | None:
        """Why a row cannot be put on `card` (None: a new one): an answer that only one may have is another's."""
        for field_id, answer in answers.items():
            holder = self._holders.get(field_id, {}).get(custom_text(answer))
            if holder is not None and holder is not card and (card is None or card.id is None or holder != card.id):
                target = self._targets[field_id]
                said = {"value": custom_text(answer), "name": self._name(holder)}
                return Said("not_unique", said, target.title)
        return None

    def _name(self, holder: object) -> str:
        if isinstance(holder, Card):
            return str(holder.now("name"))
        table = journal.table_named("customer")
        return str(self._session.scalar(select(table.c.name).where(table.c.id == holder)) or "")

    def fill(self, at: int, card: Card, answers: Answers, *, sure: bool) -> bool:
        """Put the answers of a row on its card: blanks are filled, others replaced only where it is surely the card."""
        if not answers:
            return False
        before = self._before(card)
        _, new = self._new.setdefault(id(card), (card, {}))
        changed = False
        for field_id, answer in answers.items():
            now = new.get(field_id, before.get(field_id))
            if now == answer:
                continue
            if now is None or (sure and field_id not in new):
                new[field_id] = answer
                changed = True
                if field_id in self._holders:
                    self._holders[field_id][custom_text(answer)] = card
            else:
                facts = {"kept": custom_text(now), "sheet": custom_text(answer)}
                self._remark(at, Said("kept", facts, self._targets[field_id].title))
        return changed

    def _before(self, card: Card) -> dict[int, Plain]:
        if card.id is None:
            return {}
        if card.id not in self._known:
            self._known |= {card.id: {}, **custom_values_of(self._session, [card.id], list(self._targets))}
        return {key: printed(value) for key, value in self._known[card.id].items()}

    def load(self, customer_ids: Sequence[int]) -> None:
        """Read the answers of many cards at once, before row after row asks for them."""
        if self._targets:
            self._known |= {one: {} for one in customer_ids}
            self._known |= custom_values_of(self._session, customer_ids, list(self._targets))

    # Writing, when the cards have their ids

    def write(self, session: Session) -> int:
        """Write the answers; returns how many."""
        found = [(card, field, answer) for card, new in self._new.values() for field, answer in new.items()]
        days = [one for one in found if isinstance(one[2], KeyDay)]
        values = [one for one in found if not isinstance(one[2], KeyDay)]
        self._write(session, "custom_value", values, self._value)
        self._write(session, "key_date", days, self._day)
        return len(found)

    def _value(self, card: Card, field_id: int, answer: Plain) -> dict[str, Any]:
        kind = self._targets[field_id].kind
        if kind is CustomKind.PERSON:
            side = next((one for one in card.people.values() if one.now("name") == answer), None)
            return columns_of(kind, Named(None if side is None else side.id, str(answer)))
        return columns_of(kind, answer)

    def _day(self, _card: Card, field_id: int, answer: Any) -> dict[str, Any]:
        draft = day_answer(answer)
        names = ("calendar", "year", "month", "day", "leap")
        said = {"kind": KeyDateKind.OTHER, "label": self._targets[field_id].title}
        return {**said, **{name: getattr(draft, name) for name in names}}

    def _write(
        self,
        session: Session,
        name: str,
        found: Sequence[tuple[Card, int, Any]],
        columns: Callable[[Card, int, Any], dict[str, Any]],
    ) -> None:
        """Change the rows there are, make the others in bulk."""
        model: Any = KeyDate if name == "key_date" else CustomValue
        table = journal.table_named(name)
        there: dict[tuple[int, int], int] = {}
        for chunk in journal.chunks([card.id for card, _, _ in found if card.id in self._known]):
            query = select(model.customer_id, model.field_id, model.id).where(
                model.customer_id.in_(chunk), model.field_id.is_not(None)
            )
            there |= {(row[0], row[1]): row[2] for row in session.execute(query)}
        changes: dict[int, dict[str, Any]] = {}
        rows: list[dict[str, Any]] = []
        more = {"lead_days": KeyDateDraft().lead_days} if name == "key_date" else {}
        for card, field_id, answer in found:
            made = columns(card, field_id, answer)
            known = there.get((card.id or 0, field_id))
            if known is None:
                rows.append({**more, "customer_id": card.id, "field_id": field_id, **made})
            else:
                changes[known] = made
        journal.bulk_change(session, table, changes)
        keys = new_block(len(rows))
        journal.bulk_create(session, table, [{"id": key, **row} for key, row in zip(keys, rows, strict=True)])
