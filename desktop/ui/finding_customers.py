"""Customers as the hits of a box that picks one."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from db.queries.customers import customer_rows
from db.queries.search import found_ids
from db.vocabulary import CustomerKind
from desktop.ui.kit.search_box import Hit
from desktop.ui.office import Office

MOST = 40


def customer_finder(office: Office, but: frozenset[int] = frozenset()) -> Callable[[str], Sequence[Hit]]:
    """A function that finds customers by what is typed, those of `but` left out; the keys are their ids."""

    def find(typed: str) -> list[Hit]:
        if not typed:
            return []
        with office.store.read() as session:
            ids = [one for one in found_ids(session, typed, MOST + len(but)) if one not in but][:MOST]
            rows = customer_rows(session, ids)
        return [
            Hit(
                row.id,
                row.name,
                " · ".join(filter(None, (row.number, row.region, row.owner))),
                "user" if row.kind is CustomerKind.PERSON else "building",
            )
            for row in rows
        ]

    return find
