"""The one place that opens boxes and file choosers. Tests replace it by an object that answers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QInputDialog, QLineEdit, QMessageBox, QPushButton, QWidget

from desktop.ui.kit import theme
from desktop.ui.words import tr

if TYPE_CHECKING:
    from desktop.ui.kit.search_box import Hit


@dataclass(frozen=True, slots=True)
class Verb:
    """A button of a question: its key comes back, its text says what will happen. Texts are already translated."""

    key: str
    text: str
    danger: bool = False


@dataclass(frozen=True, slots=True)
class FileKind:
    """A line of a file chooser: "Excel", ("xlsx", "xls"). The text is already translated."""

    text: str
    endings: tuple[str, ...]

    @property
    def filter(self) -> str:
        """As Qt's chooser wants it."""
        return f"{self.text} ({' '.join(f'*.{ending}' for ending in self.endings)})"


class Ask:
    """Questions to the user. Every text handed in is already translated; None or False means: left undecided."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self.parent = parent

    def confirm(self, question: str, detail: str = "", *, yes: str, no: str = "", danger: bool = False) -> bool:
        """Ask before what cannot be undone. `yes` is the verb ("Delete 3 customers"), never "OK"."""
        stay = no or tr("Leave it")
        return self.choose(question, [Verb("yes", yes, danger), Verb("", stay)], detail) == "yes"

    def choose(self, question: str, verbs: Sequence[Verb], detail: str = "") -> str:
        """The key of the button pressed; "" for the last one, for Esc and for closing the box.

        The first verb is the one that Enter takes, unless it is dangerous.
        """
        box = QMessageBox(self.parent)
        box.setWindowTitle(tr("Kezha"))
        box.setTextFormat(Qt.TextFormat.PlainText)  # names of the file stand in it
        box.setText(question)
        box.setInformativeText(detail)
        box.setIcon(QMessageBox.Icon.NoIcon)
        role = QMessageBox.ButtonRole
        buttons: dict[QPushButton, str] = {}
        for verb in verbs:
            button = box.addButton(verb.text, role.AcceptRole if verb.key else role.RejectRole)
            theme.set_look(button, "danger" if verb.danger else "")
            buttons[button] = verb.key
        made = list(buttons)
        box.setDefaultButton(made[-1] if verbs[0].danger else made[0])
        box.setEscapeButton(made[-1])
        box.exec()
        clicked = box.clickedButton()
        return next((key for button, key in buttons.items() if button is clicked), "")

    def tell(self, sentence: str, detail: str = "", more: str = "") -> None:
        """Say what went wrong and what to do; `more` (the technical part) opens on demand and can be copied."""
        box = QMessageBox(self.parent)
        box.setWindowTitle(tr("Kezha"))
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(sentence)
        box.setInformativeText(detail)
        box.setDetailedText(more)
        box.addButton(tr("Close"), QMessageBox.ButtonRole.AcceptRole)
        box.exec()

    def text(
        self, question: str, initial: str = "", *, yes: str = "", title: str = "", hidden: bool = False
    ) -> str | None:
        """One line of text, blanks around it cut off; None if left undecided. `hidden` for pass phrases."""
        box = QInputDialog(self.parent)
        box.setWindowTitle(title or tr("Kezha"))
        box.setLabelText(question)
        box.setTextValue(initial)
        box.setTextEchoMode(QLineEdit.EchoMode.Password if hidden else QLineEdit.EchoMode.Normal)
        box.setOkButtonText(yes or tr("Take it over"))
        box.setCancelButtonText(tr("Leave it"))
        return box.textValue().strip() if box.exec() else None

    def pick(self, question: str, find: Callable[[str], Sequence[Hit]], *, yes: str, typed: str = "") -> object:
        """The key of one of the hits that `find` gives for what is typed; None if left undecided."""
        from desktop.ui.kit.picker import Picker

        box = Picker(question, find, yes, self.parent, typed)
        return box.picked if box.exec() else None

    def open_file(self, title: str, kinds: Sequence[FileKind], folder: Path | None = None) -> Path | None:
        """A file that exists."""
        path, _ = QFileDialog.getOpenFileName(self.parent, title, str(folder or ""), _filters(kinds, tr("All files")))
        return Path(path) if path else None

    def open_files(self, title: str, kinds: Sequence[FileKind], folder: Path | None = None) -> list[Path]:
        """Any number of files that exist."""
        found, _ = QFileDialog.getOpenFileNames(self.parent, title, str(folder or ""), _filters(kinds, tr("All files")))
        return [Path(path) for path in found]

    def save_file(self, title: str, suggested: Path, kinds: Sequence[FileKind]) -> Path | None:
        """Where to write; the chooser has asked before an existing file is taken. The first kind's ending is added."""
        path, _ = QFileDialog.getSaveFileName(self.parent, title, str(suggested), _filters(kinds, ""))
        if not path:
            return None
        chosen = Path(path)
        endings = [ending for kind in kinds for ending in kind.endings]
        if endings and chosen.suffix.lower().lstrip(".") not in endings:
            chosen = chosen.with_name(f"{chosen.name}.{endings[0]}")
            replaces = tr("“{name}” exists already. Replace it?", name=chosen.name)
            if chosen.exists() and not self.confirm(replaces, yes=tr("Replace the file"), danger=True):
                return None
        return chosen

    def folder(self, title: str, start: Path | None = None) -> Path | None:
        """A folder that exists."""
        path = QFileDialog.getExistingDirectory(self.parent, title, str(start or ""))
        return Path(path) if path else None


def _filters(kinds: Sequence[FileKind], everything: str) -> str:
    lines = [kind.filter for kind in kinds]
    return ";;".join([*lines, f"{everything} (*)"] if everything else lines)
