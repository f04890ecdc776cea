"""The overview: what one wants to know before picking up the phone."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from db.queries.card import ContactDraft
from db.queries.timeline import FollowUpRow
from desktop.rules.next_step import due_on, next_state
from desktop.ui.kit import theme
from desktop.ui.kit.buttons import button, tool
from desktop.ui.kit.cards import KeyValueCard, Sheet
from desktop.ui.kit.empty import Picture
from desktop.ui.kit.field_view import CopyLine, ValueLabel
from desktop.ui.kit.fields import Entry
from desktop.ui.kit.labels import Badge, ElidedLabel
from desktop.ui.kit.scroll import Page
from desktop.ui.kit.tips import plain_tip
from desktop.ui.screens.customers.desk import Desk
from desktop.ui.screens.customers.figure_strip import figure_pairs
from desktop.ui.screens.customers.gaps import Gaps
from desktop.ui.screens.customers.key_day_lines import DayLine, day_lines
from desktop.ui.screens.customers.lift_lines import lift_lines
from desktop.ui.screens.customers.matters import care_pairs, matter_lines
from desktop.ui.screens.customers.more import tags_menu
from desktop.ui.screens.customers.outlook_sheet import OutlookSheet
from desktop.ui.screens.customers.readings import copied_entry, reach_entries, veiled_entry
from desktop.ui.screens.customers.relation_lines import relation_lines
from desktop.ui.screens.customers.standing import standing_pairs, warning_lines
from desktop.ui.screens.customers.tab import CardTab, Seen
from desktop.ui.screens.customers.tier_plan import TierPlan
from desktop.ui.screens.customers.visit_hours import hours_words
from desktop.ui.wording import STATE_COLOURS, STATE_ICONS, day, near_day, next_words, words_of
from desktop.ui.words import tr

MOST_PEOPLE = 4  # contacts shown in short
FOLD = 620  # px at 100 %: narrower than this, the sheets stand below each other


class OverviewTab(CardTab):
    """Sheets in two columns; each leads to the tab that has the whole."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.page = Page()
        self.steps = Sheet(tr("Next step and last contacts"))
        self.plan = TierPlan(desk)
        self.matters = Sheet(tr("Warnings, promises and cases"))
        self.people = Sheet(tr("Contacts"))
        self.relations = Sheet(tr("Relations"))
        self.reaches = Sheet(tr("How to reach them"))
        self.figures = KeyValueCard(tr("Figures"))
        self.outlook = OutlookSheet(desk)
        self.days = Sheet(tr("Key dates"))
        self.tags = Sheet(tr("Tags"))
        self.missing = Gaps(desk)
        left, right = QVBoxLayout(), QVBoxLayout()
        for column, sheets in (
            (left, (self.steps, self.matters, self.plan, self.people, self.relations, self.tags, self.missing)),
            (right, (self.reaches, self.figures, self.outlook, self.days)),
        ):
            column.setSpacing(theme.px(8))
            for sheet in sheets:
                column.addWidget(sheet)
            column.addStretch(1)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(theme.px(8))
        self._columns.addLayout(left, 3)
        self._columns.addLayout(right, 2)
        self.page.box.addLayout(self._columns)
        self.outer.addWidget(self.page)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        way = QBoxLayout.Direction
        self._columns.setDirection(way.TopToBottom if self.width() < theme.px(FOLD) else way.LeftToRight)

    def show_card(self, seen: Seen) -> None:
        bar = self.page.verticalScrollBar()
        at = bar.value()
        self._say_steps(seen)
        related = relation_lines(self.desk, seen)
        self.relations.setVisible(bool(related))
        self._fill(self.relations, related)
        lines = [*warning_lines(self.desk, seen), *matter_lines(self.desk, seen), *lift_lines(self.desk, seen)]
        self.matters.setVisible(bool(lines))
        self._fill(self.matters, lines)
        self.plan.put(seen)
        self._say_people(seen)
        self._fill(self.reaches, self._reach_lines(seen), tr("No phone or address yet"))
        self._say_figures(seen)
        self.outlook.put(seen)
        self._fill(self.days, self._day_lines(seen), tr("None yet"))
        self._say_tags(seen)
        self.missing.put(seen)
        bar.setValue(at)

    def _fill(self, sheet: Sheet, lines: Sequence[QWidget], nothing: str = "") -> None:
        """Put new lines under the title of a sheet."""
        while sheet.box.count() > 1:
            item = sheet.box.takeAt(1)
            old = item.widget() if item is not None else None
            if old is not None:
                old.hide()
                old.deleteLater()
        if not lines and nothing:
            quiet = QLabel(nothing)
            quiet.setProperty("look", "muted")
            lines = [quiet]
        for line in lines:
            sheet.box.addWidget(line)

    # Steps

    def _say_steps(self, seen: Seen) -> None:
        lines = [self._planned_line(step) for step in seen.recent.planned[:2]]
        if not lines:
            lines = [self._nothing_planned(seen)]
        lines += [self._done_line(row) for row in seen.recent.done]
        self._fill(self.steps, lines)

    def _nothing_planned(self, seen: Seen) -> QWidget:
        words = tr("Nothing planned") if seen.recent.contacted else tr("Never contacted, nothing planned")
        plan = button(tr("Plan"), lambda: self.desk.wanted.emit("timeline", "plan"), icon="calendar-plus", look="quiet")
        plan.setDisabled(bool(self.desk.why_not))
        return _line(Picture("circle-dashed", "muted", 16), _muted(words), plan)

    def _planned_line(self, step: FollowUpRow) -> QWidget:
        today = self.desk.office.today()
        due = due_on(step.planned_on, step.until_on, today)
        state = next_state(due, today)
        when = QLabel(next_words(due, step.kind, today))
        when.setProperty("look", {"red": "bad", "amber": "warn", "green": "good"}.get(STATE_COLOURS[state], "muted"))
        when.setToolTip(day(step.planned_on))
        what = ElidedLabel(self.desk.veil(" · ".join(filter(None, (step.contact, step.purpose)))))
        done = button(tr("Done…"), lambda: self.desk.wanted.emit("timeline", f"done:{step.id}"), look="quiet")
        done.setToolTip(self.desk.why_not or tr("Write down what came of it"))
        done.setDisabled(bool(self.desk.why_not))
        return _line(Picture(STATE_ICONS[state], STATE_COLOURS[state], 16), when, what, done)

    def _done_line(self, row: FollowUpRow) -> QWidget:
        head = " · ".join(filter(None, (words_of(row.kind), row.contact, row.rep)))
        when = near_day(row.done_on, self.desk.office.today()) if row.done_on else ""
        first = _line(Picture("check" if row.effective else "minus", "muted", 16), _muted(f"{when} · {head}"))
        text = ValueLabel(self.desk.veil(row.result or row.note or ""))
        text.setContentsMargins(theme.px(24), 0, 0, theme.px(4))
        around = QWidget()
        box = QVBoxLayout(around)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(first)
        box.addWidget(text)
        return around

    # People and how to reach them

    def _say_people(self, seen: Seen) -> None:
        active = [one for one in seen.card.contacts if one.active]
        lines: list[QWidget] = [self._person(one) for one in active[:MOST_PEOPLE]]
        if len(active) > MOST_PEOPLE:
            more = tr("All {count} contacts", count=len(active))
            lines.append(button(more, lambda: self.desk.wanted.emit("contacts", "show"), look="quiet"))
        self._fill(self.people, lines, tr("No contact yet"))

    def _person(self, contact: ContactDraft) -> QWidget:
        name = QLabel(contact.name)
        name.setTextFormat(Qt.TextFormat.PlainText)
        what = ElidedLabel(" · ".join(filter(None, (contact.title, words_of(contact.role)))), "muted")
        entry = next(iter(reach_entries(contact.reaches)), None)
        parts: list[QWidget] = [name, what]
        if contact.is_primary:
            star = Picture("star", "accent", 14)
            star.setToolTip(tr("Main contact"))
            parts.insert(0, star)
        if entry is not None:
            parts.append(self._reach(entry))
        return _line(*parts)

    def _reach(self, entry: Entry, note: str = "") -> CopyLine:
        veil, owner = self.desk.office.veil, self.desk.owner_id
        return CopyLine(veiled_entry(entry, veil, owner), copied_entry(entry, veil, owner), note)

    def _reach_lines(self, seen: Seen) -> list[QWidget]:
        customer = seen.card.customer
        kinds = {
            entry.id: words_of(reach.kind)
            for entry, reach in zip(reach_entries(seen.card.reaches), seen.card.reaches, strict=True)
        }
        lines: list[QWidget] = [
            self._reach(entry, " · ".join(filter(None, (kinds[entry.id], entry.label))))
            for entry in reach_entries(seen.card.reaches)
        ]
        region = "".join(dict.fromkeys(filter(None, (customer.province, customer.city, customer.district))))
        where = region + (customer.address or "")
        if where:
            lines.append(ValueLabel(where))
        hours = hours_words(customer.visit_from, customer.visit_to)
        if hours:
            lines.append(_line(Picture("clock", "muted", 16), ValueLabel(hours)))
        if customer.website and customer.website not in {one.value for one in seen.card.reaches}:
            lines.append(CopyLine(customer.website))
        return lines

    # Figures, days, tags, gaps

    def _say_figures(self, seen: Seen) -> None:
        pairs = figure_pairs(seen.figures)
        pairs = pairs or [(tr("Purchases"), tr("none yet"), "muted")]
        self.figures.put([*standing_pairs(seen), *pairs, *care_pairs(seen, self.desk.office.today())])

    def _day_lines(self, seen: Seen) -> list[QWidget]:
        people: dict[int | None, str] = {one.id: one.name for one in seen.card.contacts}
        return [_day_line(one) for one in day_lines(seen.card.key_dates, people, self.desk.office.today())]

    def _say_tags(self, seen: Seen) -> None:
        around = QWidget()
        row = QHBoxLayout(around)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(4))
        for name in seen.card.tags:
            row.addWidget(Badge(name, "ink"))
        add = tool("plus", self.desk.why_not or tr("Put on tags or take them off"))
        add.setDisabled(bool(self.desk.why_not))
        add.clicked.connect(lambda: self._pop_up_tags(add, seen))
        row.addWidget(add)
        row.addStretch(1)
        self._fill(self.tags, [around])

    def _pop_up_tags(self, below: QWidget, seen: Seen) -> None:
        menu = tags_menu(self.desk, seen, self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(below.mapToGlobal(below.rect().bottomLeft()))


def _day_line(one: DayLine) -> QWidget:
    """What day it is, and below it when it comes round."""
    when = QLabel(one.when)
    when.setTextFormat(Qt.TextFormat.PlainText)
    when.setWordWrap(True)
    when.setProperty("look", "warn" if one.soon else "small")
    around = QWidget()
    around.setToolTip(plain_tip(one.tip))
    box = QVBoxLayout(around)
    box.setContentsMargins(0, 0, 0, theme.px(4))
    box.setSpacing(0)
    picture = Picture("cake" if one.soon else "calendar", "amber" if one.soon else "muted", 16)
    head = _line(picture, ValueLabel(one.head))
    if (row := head.layout()) is not None:
        row.setAlignment(picture, Qt.AlignmentFlag.AlignTop)
    box.addWidget(head)
    when.setContentsMargins(theme.px(22), 0, 0, 0)
    box.addWidget(when)
    return around


def _muted(words: str) -> QLabel:
    return ElidedLabel(words, "muted")


def _line(*widgets: QWidget) -> QWidget:
    """Widgets beside each other, the last elastic one taking what room is left."""
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(theme.px(6))
    for widget in widgets:
        elastic = isinstance(widget, ElidedLabel | ValueLabel)
        row.addWidget(widget, 1 if elastic else 0, Qt.AlignmentFlag(0))
    if not any(isinstance(widget, ElidedLabel | ValueLabel) for widget in widgets):
        row.addStretch(1)
    return made
