"""The columns of the customer list."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal

from db.conditions import CUSTOM
from db.queries.custom import CustomFieldRow
from db.queries.customers import CustomerRow
from db.queries.list_columns import created_on
from db.vocabulary import CustomerKind, CustomKind, Stage
from desktop.rules.labels import title
from desktop.rules.next_step import next_state
from desktop.rules.phones import show_phone
from desktop.rules.tiers import Tier, rank_of
from desktop.ui.cadence_words import SIGNS
from desktop.ui.churn_words import CAUSE_COLOURS, LIFECYCLE_TONES
from desktop.ui.kit.fields import in_one_line
from desktop.ui.kit.table import Column
from desktop.ui.screens.customers.custom_rows import told
from desktop.ui.veil import Veil
from desktop.ui.wording import STATE_COLOURS, STATE_ICONS, day, near_day, next_words, whole_money, words_of
from desktop.ui.words import tr
from desktop.words import N_

STAGE_TONES = {
    Stage.POTENTIAL: "grey",
    Stage.CONTACTED: "ink",
    Stage.INTERESTED: "amber",
    Stage.WON: "green",
    Stage.LOST: "grey",
}


def columns(
    today: Callable[[], date], veil: Veil, tiers: Sequence[Tier] = (), custom: Sequence[CustomFieldRow] = ()
) -> tuple[Column[CustomerRow], ...]:
    """The columns; what depends on the day asks for it when it is drawn. Numbers read, and are copied, as they may."""
    first = _first(today, veil)
    return (*first[:2], _tier(tiers), *first[2:], *_more(veil), *(_custom(one, veil) for one in custom))


def _tier(tiers: Sequence[Tier]) -> Column[CustomerRow]:
    return Column(
        "value_tier",
        N_("Tier"),
        lambda row: row.more.get("value_tier") or "",
        48,
        "centre",
        sort="value_tier",
        badge=lambda row: rank_of(tiers, row.more.get("value_tier") or ""),
    )


def _prose(veil: Veil, key: str, title: str, width: int, sort: str | None = None) -> Column[CustomerRow]:
    def shown(row: CustomerRow) -> str:
        line = " ".join(str(row.more.get(key) or "").split())
        return veil.text(line, row.owner_id)

    return Column(key, title, shown, width, sort=sort, shown=False)


def _words(key: str, title: str, width: int) -> Column[CustomerRow]:
    return Column(key, title, lambda row: words_of(row.more.get(key)), width, sort=key, shown=False)


def _figure(key: str, title: str, show: Callable[[CustomerRow], str]) -> Column[CustomerRow]:
    return Column(key, title, show, 92, "right", sort=key, shown=False, copy=lambda row: str(row.more.get(key) or ""))


def _money(key: str, title: str) -> Column[CustomerRow]:
    return _figure(key, title, lambda row: whole_money(row.more.get(key) or Decimal(0)))


def _number(key: str, title: str, unit: str = "") -> Column[CustomerRow]:
    return _figure(key, title, lambda row: "" if (known := row.more.get(key)) is None else f"{known:,}{unit}")


def _on(key: str, title: str) -> Column[CustomerRow]:
    return Column(key, title, lambda row: day(row.more.get(key)), 92, sort=key, shown=False)


def _more(veil: Veil) -> tuple[Column[CustomerRow], ...]:
    """Columns that are there for the asking: right-click on the head of the list."""
    return (
        _lifecycle(),
        _warning(),
        _cadence(),
        _days("silent_days", N_("Days silent")),
        _days("days_left", N_("Days left")),
        _words("intent", N_("Intent level"), 84),
        _on("expects_on", title("customer.expects_on")),
        _number("completeness", N_("Completeness"), "%"),
        _prose(veil, "last_result", N_("Last result"), 200),
        _money("owed", N_("Owed")),
        Column("tags", N_("Tags"), lambda row: in_one_line(row.more.get("tags", ())), 120, shown=False),
        Column("created", N_("Entered on"), lambda row: day(created_on(row.id)), 92, sort="created", shown=False),
        _words("source", N_("Customer source"), 92),
        _prose(veil, "industry", N_("Industry"), 100, "industry"),
        _prose(veil, "short_name", N_("Short name"), 100, "short_name"),
        _words("credit_grade", N_("Credit grade"), 84),
        _money("credit_limit", N_("Credit limit")),
        _number("credit_days", N_("Credit days")),
        _money("annual_revenue", N_("Annual revenue")),
        _number("headcount", N_("Headcount")),
        _on("partner_since", N_("Dealing with us since")),
        _on("founded_on", N_("Founded on")),
        _prose(veil, "address", N_("Address"), 180),
        _prose(veil, "note", N_("Note"), 180),
    )


def _lifecycle() -> Column[CustomerRow]:
    return Column(
        "lifecycle",
        title("computed.lifecycle"),
        lambda row: words_of(row.more.get("lifecycle")),
        116,
        "centre",
        sort="lifecycle",
        badge=lambda row: LIFECYCLE_TONES[row.more["lifecycle"]] if "lifecycle" in row.more else None,
        shown=False,
    )


def _cadence() -> Column[CustomerRow]:
    def sign(row: CustomerRow, at: int) -> str | None:
        return SIGNS[row.more["cadence"]][at] if "cadence" in row.more else None

    return Column(
        "cadence",
        title("computed.cadence"),
        lambda row: words_of(row.more.get("cadence")),
        148,
        sort="cadence",
        icon=lambda row: sign(row, 0),
        colour=lambda row: sign(row, 1),
        shown=False,
    )


def _days(key: str, title: str) -> Column[CustomerRow]:
    """A number of days; a dash where the customer was never contacted, which is no number."""

    def shown(row: CustomerRow) -> str:
        known = row.more.get(key)
        return "–" if known is None else f"{known:,}"

    return Column(key, title, shown, 92, "right", sort=key, shown=False)


def _warning() -> Column[CustomerRow]:
    def causes(row: CustomerRow) -> str:
        return in_one_line([words_of(cause) for cause in row.more.get("warning", ())])

    return Column(
        "warning",
        title("computed.warning"),
        causes,
        148,
        sort="warning",
        icon=lambda row: "alert-triangle" if row.more.get("warning") else None,
        colour=lambda row: CAUSE_COLOURS[row.more["warning"][0]] if row.more.get("warning") else None,
        tip=causes,
        shown=False,
    )


def _custom(field: CustomFieldRow, veil: Veil) -> Column[CustomerRow]:
    key = f"{CUSTOM}{field.id}"

    def text(row: CustomerRow) -> str:
        return veil.text(told(field, row.more.get(key)), row.owner_id)

    figures = field.kind in (CustomKind.NUMBER, CustomKind.MONEY)
    return Column(key, field.title, text, 120, "right" if figures else "left", sort=key, tip=text, shown=False)


def _first(today: Callable[[], date], veil: Veil) -> tuple[Column[CustomerRow], ...]:
    return (
        Column(
            "name",
            N_("Customer name"),
            lambda row: row.name,
            204,
            sort="name",
            icon=lambda row: "user" if row.kind is CustomerKind.PERSON else "building",
            fixed=True,
        ),
        Column(
            "next",
            N_("Next step"),
            lambda row: next_words(row.next_on, row.next_kind, today()),
            148,
            sort="next",
            icon=lambda row: STATE_ICONS[next_state(row.next_on, today())],
            colour=lambda row: STATE_COLOURS[next_state(row.next_on, today())],
            tip=lambda row: day(row.next_on),
            copy=lambda row: day(row.next_on),
        ),
        Column(
            "stage",
            N_("Stage"),
            lambda row: words_of(row.stage),
            84,
            "centre",
            sort="stage",
            badge=lambda row: STAGE_TONES[row.stage],
        ),
        Column("contact", N_("Contact"), lambda row: row.contact or "", 84),
        Column(
            "phone",
            N_("Phone"),
            lambda row: veil.phone(show_phone(row.phone or ""), row.owner_id),
            116,
            copy=lambda row: veil.phone(row.phone or "", row.owner_id),
        ),
        Column(
            "last",
            N_("Last contact"),
            lambda row: near_day(row.last_on, today()) if row.last_on else tr("never contacted"),
            92,
            sort="last",
            colour=lambda row: None if row.last_on else "muted",
            tip=lambda row: day(row.last_on),
            copy=lambda row: day(row.last_on),
        ),
        Column(
            "purchases",
            N_("Purchases"),
            lambda row: whole_money(row.purchases),
            92,
            "right",
            sort="purchases",
            copy=lambda row: str(row.purchases),
        ),
        Column("owner", N_("Rep"), lambda row: row.owner or "", 72, sort="owner"),
        Column("region", N_("Region"), lambda row: row.region, 140, sort="region"),
        Column("number", N_("Number"), lambda row: row.number or "", 80, sort="number"),
        Column("bought", N_("Last purchase"), lambda row: day(row.purchased_on), 92, shown=False),
    )
