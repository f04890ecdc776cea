"""The tabs of a card in their order. The module of each is loaded when it is first looked at."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from desktop.ui.screens.customers.desk import Desk
from desktop.ui.screens.customers.forms_data import PARTS, Part
from desktop.ui.screens.customers.tab import CardTab
from desktop.words import N_


@dataclass(frozen=True, slots=True)
class TabOfCard:
    """`title` is English marked with N_."""

    key: str
    title: str
    build: Callable[[Desk], CardTab]


def _overview(desk: Desk) -> CardTab:
    from desktop.ui.screens.customers.overview import OverviewTab

    return OverviewTab(desk)


def _part(part: Part) -> TabOfCard:
    def build(desk: Desk) -> CardTab:
        from desktop.ui.screens.customers.parts import PartTab

        return PartTab(desk, part)

    return TabOfCard(part.key, part.title, build)


def _contacts(desk: Desk) -> CardTab:
    from desktop.ui.screens.customers.contacts import ContactsTab

    return ContactsTab(desk)


def _relations(desk: Desk) -> CardTab:
    from desktop.ui.screens.customers.relations_tab import RelationsTab

    return RelationsTab(desk)


def _timeline(desk: Desk) -> CardTab:
    from desktop.ui.screens.customers.timeline import TimelineTab

    return TimelineTab(desk)


def _service(desk: Desk) -> CardTab:
    from desktop.ui.screens.customers.service.tab import ServiceTab

    return ServiceTab(desk)


def _orders(desk: Desk) -> CardTab:
    from desktop.ui.screens.customers.orders import OrdersTab

    return OrdersTab(desk)


def _attachments(desk: Desk) -> CardTab:
    from desktop.ui.screens.customers.attachments import AttachmentsTab

    return AttachmentsTab(desk)


def _history(desk: Desk) -> CardTab:
    from desktop.ui.screens.customers.history import HistoryTab

    return HistoryTab(desk)


TABS = (
    TabOfCard("overview", N_("Overview"), _overview),
    *(_part(part) for part in PARTS),
    TabOfCard("contacts", N_("Contacts"), _contacts),
    TabOfCard("relations", N_("Relations"), _relations),
    TabOfCard("timeline", N_("Follow-ups"), _timeline),
    TabOfCard("service", N_("Service"), _service),
    TabOfCard("orders", N_("Orders"), _orders),
    TabOfCard("attachments", N_("Files"), _attachments),
    TabOfCard("history", N_("History"), _history),
)
