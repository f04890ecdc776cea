"""What the steps of an import share."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame

from desktop.ui.screens.file.import_run import ImportRun


class StepPanel(QFrame):
    """One step on the page. `put` shows how the run stands now."""

    def __init__(self, run: ImportRun) -> None:
        super().__init__()
        self.run = run
        self.setProperty("look", "pane")

    def put(self) -> None:
        """Show the run as it stands."""
        raise NotImplementedError
