"""What several views of the structure say."""

from __future__ import annotations

from desktop.rules.rating.structure import Figures
from desktop.ui.screens.tiers.views.classes import percent
from desktop.ui.words import tr


def unknown_words(figures: Figures) -> str:
    """How much of the purchases has no known cost; "" for nothing."""
    if not figures.unknown:
        return ""
    if figures.unknown == 1:
        return tr("The cost of no purchase is known, so nothing is said of profit.")
    return tr(
        "The cost of {share} of the net purchases is not known; profit leaves them out.", share=percent(figures.unknown)
    )
