"""The tabs of the tiers in their order. The module of each is loaded when it is first looked at."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from desktop.ui.kit.tabs import TabPage
from desktop.ui.office import Office
from desktop.ui.screens.tiers.choice import SchemeChoice
from desktop.words import N_

Build = Callable[[Office, SchemeChoice], QWidget]


def _board(office: Office, choice: SchemeChoice) -> QWidget:
    from desktop.ui.screens.tiers.views.board_page import BoardPage

    return BoardPage(office, choice)


def _structure(office: Office, choice: SchemeChoice) -> QWidget:
    from desktop.ui.screens.tiers.views.structure_page import StructurePage

    return StructurePage(office, choice)


def _matrix(office: Office, choice: SchemeChoice) -> QWidget:
    from desktop.ui.screens.tiers.views.matrix_page import MatrixPage

    return MatrixPage(office, choice)


def _movement(office: Office, choice: SchemeChoice) -> QWidget:
    from desktop.ui.screens.tiers.views.movement_page import MovementPage

    return MovementPage(office, choice)


def _rounds(office: Office, choice: SchemeChoice) -> QWidget:
    from desktop.ui.screens.tiers.rounds.round_page import RoundPage

    return RoundPage(office, choice)


def _plans(office: Office, choice: SchemeChoice) -> QWidget:
    from desktop.ui.screens.tiers.plans.plans_page import PlansPage

    return PlansPage(office, choice)


def _warnings(office: Office, _choice: SchemeChoice) -> QWidget:
    from desktop.ui.screens.tiers.warnings.warnings_page import WarningsPage

    return WarningsPage(office)


def _schemes(office: Office, choice: SchemeChoice) -> QWidget:
    from desktop.ui.screens.tiers.schemes.schemes_page import SchemesPage

    return SchemesPage(office, choice)


PAGES: tuple[tuple[str, str, Build], ...] = (
    ("board", N_("Board"), _board),
    ("structure", N_("Structure"), _structure),
    ("matrix", N_("Value and intent"), _matrix),
    ("movement", N_("Movement"), _movement),
    ("round", N_("Rating rounds"), _rounds),
    ("plans", N_("Promotion plans"), _plans),
    ("warnings", N_("Churn warnings"), _warnings),
    ("schemes", N_("Schemes"), _schemes),
)
KEYS = frozenset(key for key, _, _ in PAGES)


def pages(office: Office, choice: SchemeChoice) -> tuple[TabPage, ...]:
    """The tabs for one place."""
    return tuple(TabPage(key, title, partial(build, office, choice)) for key, title, build in PAGES)
