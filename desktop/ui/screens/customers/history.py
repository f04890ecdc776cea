"""To come."""

from __future__ import annotations

from desktop.ui.screens.customers.tab import CardTab


class HistoryTab(CardTab):
    """To come."""
