"""定期跟进 of a customer: what recurs, how often, what comes next; begun, changed and ended in its box."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from db.queries.series import SeriesRow, series_of
from db.vocabulary import DayShift
from desktop.rules.labels import title
from desktop.services.calendar.series import delete_series, end_series
from desktop.ui.kit.actions import Action
from desktop.ui.kit.fields import FormField
from desktop.ui.kit.table import Column
from desktop.ui.office import Office
from desktop.ui.screens.customers.forms_data import options_of
from desktop.ui.screens.customers.readings import show_time
from desktop.ui.screens.customers.service.boxed_pane import BoxedPane, never_saved
from desktop.ui.screens.customers.service.kinds import Names, RecordKind
from desktop.ui.screens.customers.service.pane import RecordPane
from desktop.ui.screens.customers.tab import Seen
from desktop.ui.screens.customers.timeline_reading import series_words
from desktop.ui.wording import day, near_day, words_of
from desktop.ui.words import tr
from desktop.words import N_


def _state(row: SeriesRow, office: Office) -> str:
    if row.ended_on is not None:
        return tr("ended {day}", day=day(row.ended_on))
    return tr("over") if row.next_on is None else near_day(row.next_on, office.today())


def _columns(office: Office) -> tuple[Column[SeriesRow], ...]:
    def quiet(row: SeriesRow) -> str | None:
        return "muted" if row.ended_on is not None or row.next_on is None else None

    return (
        Column("next", N_("Next time"), lambda row: _state(row, office), 130, colour=quiet, fixed=True),
        Column("kind", N_("Way"), lambda row: words_of(row.kind), 84, colour=quiet),
        Column("often", N_("How often"), series_words, 210, colour=quiet, tip=series_words),
        Column("purpose", N_("Purpose"), lambda row: " ".join((row.purpose or "").split()), 160, colour=quiet),
        Column("done", N_("Done so far"), lambda row: str(row.done or ""), 76, "right", colour=quiet),
        Column("rep", N_("Rep"), lambda row: row.rep or "", 72, colour=quiet, shown=False),
    )


def _fields(_contacts: Names, _reps: Names) -> tuple[FormField, ...]:
    return (
        FormField("kind", N_("Way"), show=words_of),
        FormField("contact", N_("Contact")),
        FormField("purpose", N_("Purpose"), span=2),
        FormField("starts_on", N_("First day"), "date"),
        FormField("at", N_("Time"), show=show_time),
        FormField("made_until", N_("Laid out until"), "date"),
        FormField("shift", N_("On days off"), "choice", options=options_of(DayShift)),
        FormField("place", title("follow_up.place")),
        FormField("rep", N_("Rep")),
    )


def _blank(seen: Seen, office: Office) -> SeriesRow:
    raise NotImplementedError  # begun in a box


def _foot(rows: Sequence[SeriesRow], _office: Office) -> str:
    going = sum(row.ended_on is None and row.next_on is not None for row in rows)
    return " · ".join((tr("{count} go on", count=going), tr("{count} over", count=len(rows) - going)))


def _actions(pane: RecordPane) -> tuple[Action, ...]:
    def goes_on(ids: Sequence[int]) -> bool:
        return pane.may() and all(pane.rows[one].ended_on is None for one in ids if one in pane.rows)

    def end(ids: Sequence[int]) -> None:
        today = pane.desk.office.today()
        said = tr("The series has ended. What was planned after today is taken back.")
        pane.desk.keep("series.end", lambda session: end_series(session, ids[0], today), said)

    def change(ids: Sequence[int]) -> None:
        pane.view.go_to(ids[0])
        pane.edit()

    one = (1, 1)
    return (
        Action("change", N_("Change the series…"), change, "refresh", "", one, goes_on),
        Action("end", N_("End it"), end, "ban", "", one, goes_on),
    )


def _begin(office: Office, customer_id: int, parent: QWidget) -> bool:
    from desktop.ui.series_box import start_box

    return start_box(office, customer_id, parent=parent)


def _change(office: Office, series_id: int, parent: QWidget) -> bool:
    from desktop.ui.series_box import edit_box

    return edit_box(office, series_id, parent=parent)


SERIES = RecordKind(
    key="series",
    title=N_("Recurring"),
    new=N_("Recurring follow-up…"),
    nothing=N_("Nothing recurs yet: every week, every month, on a day of the moon."),
    keep=N_("Save"),
    icon="refresh",
    action="series",
    fill="purpose",
    columns=_columns,
    fields=_fields,
    rows=lambda session, customer_id, _office: series_of(session, customer_id),
    blank=_blank,
    save=never_saved,
    delete=delete_series,
    named=lambda row: " · ".join(filter(None, (words_of(row.kind), series_words(row)))),
    foot=_foot,
    open=lambda row: row.ended_on is None and row.next_on is not None,
    actions=_actions,
    pane=lambda desk, kind: BoxedPane(desk, kind, _begin, _change),
)
