"""The first step: which file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout

from desktop.rules.errors import RuleBroken
from desktop.rules.imports.profile import Profile, read_profile
from desktop.ui import failures
from desktop.ui.dropping import SPREADSHEETS
from desktop.ui.kit import theme
from desktop.ui.kit.ask import FileKind
from desktop.ui.kit.buttons import button
from desktop.ui.kit.empty import Picture
from desktop.ui.screens.file.import_panel import StepPanel
from desktop.ui.screens.file.import_run import ImportRun
from desktop.ui.words import tr

FOLDER = "import.folder"


class ChooseStep(StepPanel):
    """A place to drop a file on, and a button for those who would rather choose."""

    def __init__(self, run: ImportRun) -> None:
        super().__init__(run)
        self.trouble = QLabel()
        self.trouble.setProperty("look", "bad")
        self.choose = button(tr("Choose a file…"), self._choose, icon="folder-open", look="primary")
        self.profile = button(tr("Choose a file, with a saved profile…"), self._with_profile, look="quiet")
        words = QLabel(tr("Drop a list here: Excel, WPS, CSV or the web page some programs export as Excel."))
        more = QLabel(
            tr(
                "Customers, contacts, orders, payments and follow-ups. The columns may stand in any order; "
                "before anything is written you see what becomes of each row."
            )
        )
        words.setProperty("look", "section")
        more.setProperty("look", "muted")
        zone = QFrame()
        zone.setProperty("look", "drop")
        zone.setMaximumWidth(theme.px(760))
        inside = QVBoxLayout(zone)
        inside.setContentsMargins(theme.px(40), theme.px(32), theme.px(40), theme.px(32))
        inside.setSpacing(theme.px(12))
        inside.addWidget(Picture("file-spreadsheet", "accent", 48), 0, Qt.AlignmentFlag.AlignHCenter)
        for label in (words, more, self.trouble):
            label.setWordWrap(True)
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            inside.addWidget(label)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.choose)
        row.addWidget(self.profile)
        row.addStretch(1)
        inside.addLayout(row)
        box = QVBoxLayout(self)
        box.addStretch(1)
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(zone, 4)
        across.addStretch(1)
        box.addLayout(across)
        box.addStretch(2)

    def put(self) -> None:
        """Show why the last file could not be read, if so."""
        self.trouble.setText(self.run.trouble)
        self.trouble.setVisible(bool(self.run.trouble))

    def _folder(self) -> Path:
        kept = self.run.office.seen.get(FOLDER, "")
        return Path(kept) if kept and Path(kept).is_dir() else Path.home()

    def _choose(self, asked: Profile | None = None) -> None:
        kinds = [FileKind(tr("Spreadsheets and lists"), (*SPREADSHEETS, "gz", "htm", "html"))]
        path = self.run.office.ask.open_file(tr("Choose the list to import"), kinds, self._folder())
        if path is not None:
            self.run.office.seen[FOLDER] = str(path.parent)
            self.run.read(path, asked)

    def _with_profile(self) -> None:
        kinds = [FileKind(tr("Import profiles"), ("toml",))]
        path = self.run.office.ask.open_file(tr("Choose the profile"), kinds, self._folder())
        if path is None:
            return
        try:
            asked = read_profile(path.read_text(encoding="utf-8-sig"))
        except RuleBroken as broken:
            failures.tell(self.run.office.ask, broken)
        except (OSError, UnicodeDecodeError) as error:
            detail = getattr(error, "strerror", None) or type(error).__name__
            failures.tell(self.run.office.ask, RuleBroken("profile_unreadable", detail=detail))
        else:
            self._choose(asked)
