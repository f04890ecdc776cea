"""One follow-up whole, below the list of them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QLabel

from db.queries.happenings import Happening
from db.queries.timeline import FollowUpRow
from db.vocabulary import FollowUpState
from desktop.ui.kit import theme
from desktop.ui.kit.field_view import ValueLabel
from desktop.ui.kit.labels import ElidedLabel
from desktop.ui.kit.scroll import Page
from desktop.ui.screens.customers.happening_words import exactly, kind_words, what_words
from desktop.ui.screens.customers.readings import show_time
from desktop.ui.wording import day, words_of
from desktop.ui.words import tr


def _names() -> dict[str, str]:
    return {"purpose": tr("Purpose"), "result": tr("Result"), "promise": tr("Promise"), "note": tr("Note")}


class Detail(Page):
    """One follow-up whole."""

    def __init__(self, veil: Callable[[str], str]) -> None:
        super().__init__()
        self.veil = veil
        self.head = ElidedLabel(look="section")
        self.texts: dict[str, tuple[QLabel, ValueLabel]] = {}
        for key, name in _names().items():
            label = QLabel(name)
            label.setProperty("look", "label")
            label.setFixedWidth(theme.px(72))
            value = ValueLabel()
            row = QHBoxLayout()
            row.setSpacing(theme.px(8))
            row.addWidget(label)
            row.addWidget(value, 1)
            self.box.addLayout(row)
            self.texts[key] = (label, value)

    def show_row(self, row: FollowUpRow, promised: str = "", lift: str = "") -> None:
        """Show a follow-up, with what was promised in it, and the promotion plan it is a step of."""
        self.verticalScrollBar().setValue(0)
        on = row.planned_on if row.state is FollowUpState.PLANNED else row.done_on or row.planned_on
        at = row.planned_time if row.state is FollowUpState.PLANNED else row.done_time
        took = tr("{minutes} min", minutes=row.minutes) if row.minutes else ""
        parts = (
            words_of(row.kind),
            words_of(row.state),
            f"{day(on)} {show_time(at)}".strip(),
            took,
            row.contact,
            row.rep,
            lift,
        )
        self.head.say(" · ".join(filter(None, parts)))
        for key, (label, value) in self.texts.items():
            text = self.veil(promised if key == "promise" else getattr(row, key) or "")
            value.say(text)
            for widget in (label, value):  # what is empty takes no room
                widget.setVisible(bool(text))

    def show_happening(self, one: Happening) -> None:
        """Show what is no follow-up."""
        self.verticalScrollBar().setValue(0)
        self.head.say(" · ".join(filter(None, (kind_words(one), exactly(one), one.contact, one.rep))))
        for label, value in self.texts.values():
            label.hide()
            value.hide()
        value = self.texts["note"][1]
        value.say(self.veil(what_words(one)))
        value.show()
