"""个人信息复核: whose data the office must look at again: keep it, or erase it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout

from db.erasure import Person
from db.queries.privacy import PrivacyRow, privacy_rows, unrecorded_count
from db.store import Doing
from desktop.rules.dates import Lean, read_date
from desktop.rules.errors import RuleBroken
from desktop.rules.privacy import Standing
from desktop.services.privacy import keep_people, next_end, standing_of, up_for_review
from desktop.ui.keeping import keep
from desktop.ui.kit import theme
from desktop.ui.kit.actions import Action
from desktop.ui.kit.buttons import button
from desktop.ui.kit.fill import Fill
from desktop.ui.kit.list_panel import ListPanel
from desktop.ui.kit.list_view import ListView
from desktop.ui.kit.table import Column, ListModel
from desktop.ui.office import Office
from desktop.ui.person_tasks import erase_person_asked, export_person_asked
from desktop.ui.screen import Screen
from desktop.ui.wording import STANDING_TONES, day, standing_words
from desktop.ui.words import tr
from desktop.words import N_


class ReviewPage(Screen):
    """The gravest first. Enter opens the card; several can be kept at once."""

    SHOWS = frozenset({"privacy_record", "contact", "customer", "policy"})

    def __init__(self, office: Office) -> None:
        super().__init__(office)
        self.model: ListModel[PrivacyRow] = ListModel(self._columns(), self._fetch)
        self.view = ListView(self.model, "review", office.seen, actions=self._actions())
        Fill(self.view, "purpose")
        self.panel = ListPanel(self.view)
        self.panel.empty.say(
            "user-shield", tr("Nobody is up for review. Persons come here when the end of keeping is near.")
        )
        self.keep_all = button(tr("Keep all…"), lambda: self._keep(self.model.ids.tolist()), icon="check", look="quiet")
        hint = QLabel(
            tr("Kept until a day that is past or within 30 days, consent withdrawn, or not looked at for a year.")
        )
        hint.setProperty("look", "muted")
        head = QHBoxLayout()
        head.setContentsMargins(theme.px(16), theme.px(8), theme.px(12), theme.px(8))
        head.addWidget(hint, 1)
        head.addWidget(self.keep_all)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(head)
        box.addWidget(self.panel, 1)
        self.view.opened.connect(lambda one: self._open([one]))

    def _columns(self) -> tuple[Column[PrivacyRow], ...]:
        def stands(row: PrivacyRow) -> Standing:
            return standing_of(row, self.office.today())

        def red(row: PrivacyRow) -> str | None:
            return "red" if row.keep_until is not None and row.keep_until <= self.office.today() else None

        veil = self.office.veil.anyone
        return (
            Column("person", N_("Person"), lambda row: row.person, 120, icon=lambda _: "user", fixed=True),
            Column(
                "standing",
                N_("State"),
                lambda row: standing_words(stands(row)),
                150,
                badge=lambda row: STANDING_TONES[stands(row)],
            ),
            Column("until", N_("Keep until"), lambda row: day(row.keep_until), 100, colour=red),
            Column("reviewed", N_("Last review"), lambda row: day(row.reviewed_on), 100),
            Column("customer", N_("Customer"), lambda row: row.customer, 200, tip=lambda row: row.customer),
            Column(
                "purpose",
                N_("Purpose of keeping"),
                lambda row: veil(row.purpose or ""),
                160,
                tip=lambda row: veil(row.purpose or ""),
            ),
            Column("source", N_("Source of data"), lambda row: veil(row.source or ""), 130),
            Column("owner", N_("Rep"), lambda row: row.owner or "", 72),
        )

    def _actions(self) -> tuple[Action, ...]:
        one = (1, 1)
        return (
            Action("open", N_("Open card"), self._open, "eye", "", one),
            Action("keep", N_("Keep…"), self._keep, "check", "Ctrl+Return", allowed=self._may),
            Action("export", N_("Export all data of this person…"), self._export, "download", "", one),
            Action(
                "erase", N_("Erase this person…"), self._erase, "trash", "Del", one, self._may, danger=True, apart=True
            ),
        )

    def reload(self) -> None:
        today = self.office.today()
        with self.office.store.read() as session:
            ids = up_for_review(session, today)
            unrecorded = unrecorded_count(session)
        self.model.set_ids(ids)
        without = [tr("{count} persons without a record", count=f"{unrecorded:,}")] if unrecorded else []
        self.panel.foot.say(" · ".join([tr("{count} persons up for review", count=f"{len(ids):,}"), *without]))
        self.keep_all.setEnabled(bool(ids) and not self.office.store.read_only)
        if ids and self.view.current_id() is None:
            self.view.go_to(ids[0])

    def _fetch(self, ids: Sequence[int]) -> list[PrivacyRow]:
        with self.office.store.read() as session:
            return privacy_rows(session, list(ids))

    def _may(self, _ids: Sequence[int]) -> bool:
        return not self.office.store.read_only

    def _row(self, ids: Sequence[int]) -> PrivacyRow | None:
        return next(iter(self._fetch(ids[:1])), None) if ids else None

    def _open(self, ids: Sequence[int]) -> None:
        row = self._row(ids)
        if row is not None:
            self.office.show_customer(row.customer_id, "basic" if row.contact_id is None else "contacts")

    def _keep(self, ids: Sequence[int]) -> None:
        if not ids or not self._may(ids):
            return
        today = self.office.today()
        with self.office.store.read() as session:
            proposed = next_end(session, today)
        question = tr("Keep {count} persons until when?", count=len(ids))
        typed = self.office.ask.text(question, day(proposed), yes=tr("Keep them"))
        if not typed:
            return
        try:
            until = read_date(typed, today, Lean.FORWARD)
        except RuleBroken:
            until = None
        if until is None:
            self.office.notice.say(tr("“{text}” is not a day.", text=typed), "bad")
            return
        doing = Doing("privacy.keep", {"count": len(ids)})
        if keep(self.office, doing, lambda session: keep_people(session, list(ids), until, today)):
            self.office.notice.say(tr("Kept until {day}: {count} persons", day=day(until), count=len(ids)), "good")

    def _export(self, ids: Sequence[int]) -> None:
        row = self._row(ids)
        if row is not None:
            export_person_asked(self.office, Person(row.customer_id, row.contact_id), row.person)

    def _erase(self, ids: Sequence[int]) -> None:
        row = self._row(ids)
        if row is not None:
            erase_person_asked(self.office, Person(row.customer_id, row.contact_id))
