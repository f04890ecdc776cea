"""What the follow-up form offers for one customer: people of both sides, places, plans, habits of the office."""

from __future__ import annotations

from datetime import date

from db.queries.follow_up_parts import PersonRow, attached, participants, places_used
from db.queries.office import reps
from db.queries.timeline import FollowUpRow, planned
from desktop.rules.calendar_policy import CalendarPolicy
from desktop.rules.next_step import due_on
from desktop.rules.work_calendar import ANNOUNCED
from desktop.services.calendar.days import work_calendar
from desktop.services.calendar.policy import calendar_policy
from desktop.services.followups import Others
from desktop.ui.kit.fields import Option, Pick
from desktop.ui.screens.customers.desk import Desk
from desktop.ui.screens.customers.forms_data import LINE
from desktop.ui.screens.customers.tab import Seen
from desktop.ui.wording import next_words
from desktop.ui.words import tr

NEVER = -1  # minutes before the time: no reminder
REMINDERS = (0, 5, 15, 30, 60, 1440, NEVER)
MOST_PLANS = 20  # offered to be completed


class Around:
    """Read anew each time the form begins; its methods are the options of the fields."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.seen: Seen | None = None
        self.plans: tuple[FollowUpRow, ...] = ()
        self.policy = CalendarPolicy()
        self.calendar = ANNOUNCED
        self.others = Others()
        self.attached: tuple[str, ...] = ()
        self._places: tuple[str, ...] = ()
        self._people: list[Option] = []
        self._wanted: int | None = None
        self._remind: int | None = None  # of the follow-up that is shown: offered, whatever it is

    def read(self, seen: Seen, row: FollowUpRow | None) -> None:
        """Read what belongs to this customer, and to the follow-up that is completed, corrected or changed."""
        self.seen = seen
        ids = [] if row is None else [row.id]
        with self.desk.office.store.read() as session:
            self.plans = tuple(planned(session, seen.id))
            self._places = places_used(session, seen.id)
            self._people = [Option(one.id, one.name) for one in reps(session, active_only=True)]
            self.policy, self.calendar = calendar_policy(session), work_calendar(session)
            self.others = _others(participants(session, ids).get(row.id, ()) if row else ())
            self.attached = attached(session, ids).get(row.id, ()) if row else ()
        self._remind = row.remind_minutes if row else None
        self._wanted = row.id if row else None
        gone = {*self.others.rep_ids, row.rep_id if row else None} - {one.value for one in self._people} - {None}
        self._people += [Option(one.id, one.name) for one in seen.reps if one.id in gone]

    def others_of(self, follow_up_id: int) -> Others:
        """Who takes part in another planned one."""
        with self.desk.office.store.read() as session:
            return _others(participants(session, [follow_up_id]).get(follow_up_id, ()))

    def contacts(self) -> list[Option]:
        """The people of the customer."""
        people = self.seen.card.contacts if self.seen else ()
        return [Option(one.id, one.name if one.active else tr("{name} (left)", name=one.name)) for one in people]

    def people(self) -> list[Option]:
        """The people of the office who are there, and whoever took part."""
        return self._people

    def places(self) -> list[Option]:
        """The address of the customer, and where one met before."""
        found = dict.fromkeys((self._address(), *self._places))
        return [Option(Pick(None, place), place) for place in found if place]

    def _address(self) -> str:
        if self.seen is None:
            return ""
        who = self.seen.card.customer
        region = "".join(dict.fromkeys(filter(None, (who.province, who.city, who.district))))
        return " ".join((who.address or region).split())[:LINE]

    def reminders(self) -> list[Option]:
        """How long before the time one is reminded; None as the office does."""
        usual = tr("Usual: {when}", when=remind_words(self.policy.remind_minutes))
        more = () if self._remind is None or self._remind in REMINDERS else (self._remind,)
        return [Option(None, usual), *(Option(one, remind_words(one)) for one in (*REMINDERS, *more))]

    def to_complete(self) -> list[Option]:
        """The planned ones that come next, and the one that is wanted, as one line each."""
        today = self.desk.office.today()
        near = [step for number, step in enumerate(self.plans) if number < MOST_PLANS or step.id == self._wanted]
        return [Option(step.id, self._line(step, today)) for step in near]

    def _line(self, step: FollowUpRow, today: date) -> str:
        texts = (
            next_words(due_on(step.planned_on, step.until_on, today), step.kind, today),
            self.desk.veil(step.purpose or ""),
        )
        return " · ".join(filter(None, texts))


def remind_words(minutes: int) -> str:
    """不提醒, 准时, 提前 15 分钟, 提前 1 天."""
    if minutes < 0:
        return tr("No reminder")
    if minutes == 0:
        return tr("At the time")
    if minutes % 1440 == 0:
        return tr("{days} days before", days=minutes // 1440)
    return tr("{minutes} min before", minutes=minutes)


def _others(people: tuple[PersonRow, ...]) -> Others:
    contact_ids = tuple(one.contact_id for one in people if one.contact_id is not None)
    return Others(contact_ids, tuple(one.rep_id for one in people if one.rep_id is not None))
