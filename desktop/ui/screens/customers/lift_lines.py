"""提升计划 on the card: the plans under way for the customer, each leading to its page.

Most customers have none: what plans and schemes need is loaded when there is one.
"""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from db.queries.plans import PlanRow, open_plans_of, plan_of_step
from desktop.ui.kit import theme
from desktop.ui.kit.buttons import button
from desktop.ui.kit.empty import Picture
from desktop.ui.kit.labels import ElidedLabel
from desktop.ui.office import Planning
from desktop.ui.screens.customers.desk import Desk
from desktop.ui.screens.customers.tab import Seen
from desktop.ui.words import tr


def lift_words(desk: Desk, follow_up_id: int) -> str:
    """Of which promotion plan a follow-up is a step; "" for one of none."""
    with desk.office.store.read() as session:
        found = plan_of_step(session, follow_up_id)
        if found is None:
            return ""
        from desktop.services.rating.schemes import scheme_named
        from desktop.ui.screens.tiers.plans.plan_words import step_words

        key, from_code, target = found
        return tr("Promotion plan {step}", step=step_words(scheme_named(session, key).scheme, from_code, target))


def lift_lines(desk: Desk, seen: Seen) -> list[QWidget]:
    """A line for each plan under way: its step between classes, days left, steps done."""
    today = desk.office.today()
    with desk.office.store.read() as session:
        found = open_plans_of(session, seen.id, today)
        if not found:
            return []
        from desktop.services.rating.schemes import scheme_named
        from desktop.ui.screens.tiers.plans.plan_words import step_words

        schemes = {one.key: scheme_named(session, one.key).scheme for one in found}
    return [_line(desk, one, step_words(schemes[one.key], one.from_code, one.target_code)) for one in found]


def _line(desk: Desk, one: PlanRow, step: str) -> QWidget:
    from desktop.ui.screens.tiers.plans.plan_words import left_words, steps_words

    today = desk.office.today()
    late = one.overdue(today)
    head = tr("Promotion plan {step}", step=step)
    steps = tr("steps {steps}", steps=steps_words(one)) if one.steps else ""
    words = ElidedLabel(" · ".join(filter(None, (head, left_words(one, today), steps))), "bad" if late else "")
    lead = button(tr("Show"), lambda: desk.office.go("tiers", Planning(plan_id=one.id)), look="quiet")
    lead.setToolTip(tr("Go to the plan"))
    lead.setAccessibleName(f"{lead.text()}: {head}")
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(theme.px(6))
    row.addWidget(Picture("alert-triangle" if late else "target-arrow", "red" if late else "muted", 16))
    row.addWidget(words, 1)
    row.addWidget(lead)
    return made
