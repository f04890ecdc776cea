"""What stands in the customer list: which ids in which order, in which groups, and what they add up to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from db.queries.customers import CustomerFilter, customer_ids, narrowed, wanted_ids
from db.queries.groups import groups_of
from db.queries.list_columns import amounts
from db.store import Store
from desktop.rules.grouping import GroupKey, IdGroup, grouped, laid_out
from desktop.services.views import OfficeWords
from desktop.ui.kit.table import GroupHead
from desktop.ui.office import Office
from desktop.ui.screens.customers.group_words import group_name, group_rank
from desktop.ui.screens.customers.view_chooser import SUM_TITLES
from desktop.ui.wording import whole_money
from desktop.ui.words import current, tr


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines of the list: ids, and below zero those of groups with what they say. `count` customers in all."""

    ids: Sequence[int]
    heads: Mapping[int, GroupHead]
    count: int


class ListContent:
    """Asks the file, and keeps what is costly until the file changes: the order of all, the view, the amounts."""

    def __init__(self, office: Office) -> None:
        self._office = office
        self._order: tuple[tuple[Any, ...], list[int]] | None = None
        self._view: tuple[tuple[Any, ...], list[int]] | None = None
        self._keys: tuple[tuple[Any, ...], dict[int, GroupKey]] | None = None
        self._amounts: dict[str, dict[int, int]] = {}
        self._found: Sequence[int] = ()
        self._groups: tuple[IdGroup, ...] = ()
        self.by = ""
        self.closed: set[GroupKey] = set()

    @property
    def _store(self) -> Store:
        return self._office.store

    def forget(self) -> None:
        """The file has changed."""
        self._order = self._view = self._keys = None
        self._amounts = {}

    def find(self, wanted: CustomerFilter, sort: str, *, descending: bool) -> None:
        """Look the wanted customers up, in this order. A text narrows what was found before it, key by key."""
        bare = replace(wanted, text="")
        with self._store.read() as session:
            asked = (bare, sort, descending)
            if self._view is None or self._view[0] != asked:
                # The order of all is kept: to sort what a view finds takes longer than to walk through all in order.
                ordering = (sort, descending, wanted.frame)
                if self._order is None or self._order[0] != ordering:
                    everyone = CustomerFilter(frame=wanted.frame)
                    order = customer_ids(session, everyone, sort, descending=descending).tolist()
                    self._order = (ordering, order)
                order = self._order[1]
                if wanted.where.parts or wanted.also.parts:
                    order = list(filter(wanted_ids(session, bare).__contains__, order))
                self._view = (asked, order)
            self._found = narrowed(session, self._view[1], wanted.text)
            if self.by:
                grouping = (bare.where, bare.also, bare.frame, self.by)
                if self._keys is None or self._keys[0] != grouping:
                    self._keys = (grouping, groups_of(session, bare, self.by, self._office.today()))

    def lines(self, words: OfficeWords, sums: Sequence[str]) -> Lines:
        """What was found, line by line. `sums` are said at the groups as far as they are known."""
        if not self.by or self._keys is None:
            self._groups = ()
            return Lines(self._found, {}, len(self._found))
        self._groups = grouped(self._found, self._keys[1], lambda key: group_rank(self.by, key, words))
        return Lines(laid_out(self._groups, self.closed), self.heads(words, sums), len(self._found))

    def heads(self, words: OfficeWords, sums: Sequence[str]) -> dict[int, GroupHead]:
        """What the lines of the groups say now."""
        known = [(key, self._amounts[key]) for key in sums if key in self._amounts]
        heads = {}
        for group in self._groups:
            said = [tr("{count} customers", count=f"{len(group.ids):,}")]
            said += [
                f"{sum_title(key)} {total(group.ids, of)}" for key, of in known if any(of.get(i) for i in group.ids)
            ]
            name = group_name(self.by, group.key, words)
            heads[group.head] = GroupHead(name, " · ".join(said), group.key not in self.closed)
        return heads

    def toggle(self, head: int) -> None:
        """Open or close the group of this line."""
        key = next((group.key for group in self._groups if group.head == head), None)
        self.closed ^= {key}

    def close_all(self) -> None:
        """Close every group."""
        self.closed = {group.key for group in self._groups}

    def reveal(self, customer_id: int) -> bool:
        """Open the group of a customer; False where it was open already, or he is in none."""
        for group in self._groups:
            if group.key in self.closed and customer_id in group.ids:
                self.closed.discard(group.key)
                return True
        return False

    def sums(self, keys: Sequence[str], of: Iterable[int] | None = None) -> list[tuple[str, str]]:
        """(what, how much) of all that was found, or of some of them. Asks the file for what is not yet known."""
        missing = [key for key in keys if key not in self._amounts]
        if missing:
            with self._store.read() as session:
                self._amounts |= {key: amounts(session, key) for key in missing}
        ids = self._found if of is None else list(of)
        return [(sum_title(key), total(ids, self._amounts[key])) for key in keys]


def sum_title(key: str) -> str:
    """What a sum is called, in the window's language."""
    return current().text(SUM_TITLES[key])


def total(ids: Iterable[int], of: Mapping[int, int]) -> str:
    """The sum of some customers' amounts, as the list shows money."""
    fen = sum(of.get(one, 0) for one in ids)
    return whole_money(Decimal(fen).scaleb(-2)) or "￥0"
