"""The relations of a customer on the overview of its card."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from db.queries.relations import RelationRow
from desktop.ui.kit import theme
from desktop.ui.kit.buttons import button, tool
from desktop.ui.kit.empty import Picture
from desktop.ui.kit.labels import ElidedLabel
from desktop.ui.screens.customers.desk import Desk
from desktop.ui.screens.customers.relation_kind import show_other, whole_words
from desktop.ui.screens.customers.tab import Seen
from desktop.ui.words import tr

MOST = 5


def relation_lines(desk: Desk, seen: Seen) -> list[QWidget]:
    """A line for each relation, with a way to the other card; beyond MOST a way to all of them."""
    lines: list[QWidget] = [_line(desk, row) for row in seen.relations[:MOST]]
    if len(seen.relations) > MOST:
        more = tr("All {count} relations", count=len(seen.relations))
        lines.append(button(more, lambda: desk.wanted.emit("relations", "show"), look="quiet"))
    return lines


def _line(desk: Desk, row: RelationRow) -> QWidget:
    made = QWidget()
    box = QHBoxLayout(made)
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(theme.px(6))
    words = desk.veil(whole_words(row))
    box.addWidget(Picture("users", "muted", 16))
    box.addWidget(ElidedLabel(words), 1)
    if row.other_customer_id is not None:
        link = tool("external-link", tr("Show this card"), lambda: show_other(desk.office, row))
        link.setAccessibleName(tr("Show the card: {name}", name=row.other))
        box.addWidget(link)
    return made
