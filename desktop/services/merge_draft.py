"""A merge while it is being decided: which card stays, whose value stays where, who is one person."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Text
from sqlalchemy.orm import Session

from db.journal import table_named
from db.queries.merging import FIELDS, cards_to_merge, custom_titles
from desktop.rules.errors import RuleBroken
from desktop.rules.labels import TITLES
from desktop.rules.merging import joined_text
from desktop.services.merging import Wish, default_choices, default_kept, former_names, same_persons

FORMER = "former_names"
KEPT_OWN = ("name", "number", "kind")


@dataclass(frozen=True, slots=True)
class MergeLine:
    """One line side by side: `column` of the card, or `field_id` of the office's own field, called `title`."""

    column: str
    field_id: int | None
    title: str
    values: tuple[Any, ...]  # one for each card

    @property
    def differs(self) -> bool:
        """Whether the cards do not all say the same."""
        return len({None if value == "" else value for value in self.values}) > 1


class MergeDraft:
    """Begins with the defaults; what the user says replaces them."""

    def __init__(self, session: Session, customer_ids: Sequence[int]) -> None:
        """Raises RuleBroken("merge_too_few") where fewer than two of the customers are there."""
        self.cards = cards_to_merge(session, customer_ids)
        if len(self.cards) < 2:
            raise RuleBroken("merge_too_few")
        self._titles = custom_titles(session)
        self._touched: set[str] = set()
        self._joined: set[str] = set()
        self.kept_id = default_kept(self.cards)
        self._choices = default_choices(self.cards, self.kept_id)
        self._answers = {one: self._first_answer(one) for one in self._titles}
        self.persons = same_persons(self.cards, self.kept_id)
        self.one_person = {place for place, one in enumerate(self.persons) if one.sure}

    def _first_answer(self, field_id: int) -> int:
        own = sorted(range(len(self.cards)), key=lambda at: self.cards[at].id != self.kept_id)
        return next((at for at in own if self.cards[at].answers.get(field_id)), 0)

    def keep(self, customer_id: int) -> None:
        """Let another card be the one that stays; what was chosen by hand is left as it is."""
        self.kept_id = customer_id
        fresh = default_choices(self.cards, customer_id)
        self._choices |= {name: fresh[name] for name in KEPT_OWN if name not in self._touched}
        sure = {(self.persons[at].stays.id, self.persons[at].goes.id) for at in self.one_person}
        sure |= {(goes, stays) for stays, goes in sure}
        self.persons = same_persons(self.cards, customer_id)
        self.one_person = {at for at, one in enumerate(self.persons) if (one.stays.id, one.goes.id) in sure}

    def lines(self) -> list[MergeLine]:
        """All lines of which any card says something, in the order of the card."""
        order = [*TITLES["customer"], *FIELDS]
        columns = sorted(FIELDS, key=order.index)
        lines = [
            MergeLine(name, None, f"customer.{name}", tuple(card.values[name] for card in self.cards))
            for name in columns
        ]
        lines += [
            MergeLine("", one, title, tuple(card.answers.get(one) for card in self.cards))
            for one, title in self._titles.items()
        ]
        return [line for line in lines if any(value not in (None, "") for value in line.values)]

    def chosen(self, line: MergeLine) -> int | None:
        """The place of the card whose value stays; None where it is made of several."""
        if line.field_id is not None:
            return self._answers[line.field_id]
        return None if line.column == FORMER or line.column in self._joined else self._choices[line.column]

    def choose(self, line: MergeLine, place: int) -> None:
        """Let the value of the card at `place` stay."""
        if line.field_id is not None:
            self._answers[line.field_id] = place
        elif line.column != FORMER:
            self._choices[line.column] = place
            self._touched.add(line.column)
            self._joined.discard(line.column)

    def can_join(self, line: MergeLine) -> bool:
        """Whether the texts of all cards may stand one below the other: only free text has the room."""
        kind = table_named("customer").c[line.column].type if line.field_id is None else None
        return isinstance(kind, Text) and line.differs

    def join(self, line: MergeLine, *, on: bool) -> None:
        """Keep the texts of all cards, or only the chosen one again."""
        if self.can_join(line):
            (self._joined.add if on else self._joined.discard)(line.column)

    def joined(self, line: MergeLine) -> bool:
        """Whether all texts stay."""
        return line.column in self._joined

    def result(self, line: MergeLine) -> Any:
        """What the card will say in this line."""
        if line.column == FORMER:
            return former_names(self.cards, self.kept_id, self.name)[0]
        place = self.chosen(line)
        return joined_text(line.values) if place is None else line.values[place]

    @property
    def name(self) -> str:
        """What the merged customer will be called."""
        return self.cards[self._choices["name"]].name

    def coming_along(self) -> dict[str, int]:
        """{table: number of records} that hang on the cards that go."""
        found: dict[str, int] = {}
        for card in self.cards:
            for table, count in card.hanging.items() if card.id != self.kept_id else ():
                found[table] = found.get(table, 0) + count
        return found

    def wish(self, heading: str = "") -> Wish:
        """What `merging.merge` is asked to do; for `heading` see there."""
        lines = [line for line in self.lines() if line.field_id is None and line.column != FORMER]
        people = [self.persons[place] for place in sorted(self.one_person)]
        return Wish(
            self.kept_id,
            tuple(card.id for card in self.cards if card.id != self.kept_id),
            {line.column: self.result(line) for line in lines},
            {one: self.cards[place].id for one, place in self._answers.items()},
            tuple((one.stays.id, one.goes.id) for one in people),
            heading,
        )
