"""What the check of a file has found: one sentence where all is well, what to do where it is not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPlainTextEdit, QVBoxLayout

from desktop.ui.kit import theme
from desktop.ui.kit.buttons import tool
from desktop.ui.kit.empty import Picture
from desktop.ui.words import tr


class Finding(QFrame):
    """Hidden until `say`; can be put away."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "sheet")
        self.picture = Picture("circle-check", "green", 24)
        self.words = QLabel()
        self.words.setProperty("look", "section")
        self.detail = QLabel()
        self.detail.setProperty("look", "muted")
        self.list = QPlainTextEdit()
        self.list.setReadOnly(True)
        self.list.setMaximumHeight(theme.px(120))
        self.list.setAccessibleName(tr("What was found"))
        for label in (self.words, self.detail):
            label.setWordWrap(True)
        column = QVBoxLayout()
        column.setSpacing(theme.px(4))
        for widget in (self.words, self.detail, self.list):
            column.addWidget(widget)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(12), theme.px(8), theme.px(8), theme.px(8))
        row.setSpacing(theme.px(12))
        row.addWidget(self.picture)
        row.addLayout(column, 1)
        row.addWidget(tool("x", tr("Close"), self.hide))
        self.hide()

    def say(self, findings: Sequence[str], numbers: Mapping[str, int]) -> None:
        """Show the outcome of a check; `numbers` as `db.queries.office.counts` gives them."""
        if findings:
            self.picture.show_icon("alert-triangle", "red")
            self.words.setText(tr("The file is damaged in {count} places.", count=len(findings)))
            self.detail.setText(
                tr("Do not go on working in it. Open the newest backup, and keep this file for whoever may repair it.")
            )
            self.list.setPlainText("\n".join(findings))
        else:
            self.picture.show_icon("circle-check", "green")
            self.words.setText(tr("The file is sound."))
            self.detail.setText(
                tr(
                    "Every page, index and reference was checked: {customers} customers, {contacts} contacts, "
                    "{orders} orders, {followups} follow-ups.",
                    **{name: f"{count:,}" for name, count in numbers.items()},
                )
            )
        self.list.setVisible(bool(findings))
        self.show()
