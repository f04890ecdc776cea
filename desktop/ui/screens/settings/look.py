"""Language, colours and text size of this machine: they take effect as soon as they are chosen."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QRadioButton, QWidget

from desktop.ui.kit import theme
from desktop.ui.kit.labels import SectionHeader
from desktop.ui.kit.scroll import Page, page_in
from desktop.ui.office import Office
from desktop.ui.screen import Screen
from desktop.ui.words import current, tr
from desktop.words import LANGUAGES, N_

SCHEMES = (("system", N_("As the computer")), ("light", N_("Light")), ("dark", N_("Dark")))


class LookPage(Screen):
    """Three questions with radio buttons; an answer is kept and shown at once."""

    def __init__(self, office: Office) -> None:
        super().__init__(office)
        page = page_in(self)
        of = office.memory.of
        languages = [("", tr("As the computer")), *LANGUAGES.items()]
        self.language = _question(page, tr("Language"), languages, of.language)
        schemes = [(key, current().text(text)) for key, text in SCHEMES]
        self.scheme = _question(page, tr("Colours"), schemes, of.scheme)
        sizes = [(str(percent), f"{percent} %") for percent in theme.TEXT_PERCENTS]
        self.text = _question(page, tr("Text size"), sizes, str(of.text_percent))
        note = QLabel(tr("These are kept on this computer, not in the file: each colleague has his own."))
        note.setProperty("look", "muted")
        note.setWordWrap(True)
        page.box.addSpacing(theme.px(8))
        page.box.addWidget(note)
        for group in (self.language, self.scheme, self.text):
            group.buttonToggled.connect(lambda _, on: self._take() if on else None)

    def _take(self) -> None:
        of = self.office.memory.of
        of.language = _answer(self.language)
        of.scheme = _answer(self.scheme)
        of.text_percent = int(_answer(self.text))
        self.office.memory.keep()
        # Not from inside the click: this very page is thrown away and built anew.
        QTimer.singleShot(0, self.office.bus.worded.emit)


def _question(page: Page, title: str, answers: list[tuple[str, str]], now: str) -> QButtonGroup:
    """A header with one radio button for each answer, side by side."""
    group = QButtonGroup(page)
    row = QHBoxLayout()
    row.setContentsMargins(0, theme.px(4), 0, theme.px(12))
    row.setSpacing(theme.px(24))
    for number, (key, text) in enumerate(answers):
        choice = QRadioButton(text)
        choice.setProperty("answer", key)
        choice.setAccessibleName(f"{title}: {text}")
        choice.setChecked(key == now)
        group.addButton(choice, number)
        row.addWidget(choice)
    row.addStretch(1)
    if group.checkedButton() is None:
        group.buttons()[0].setChecked(True)
    box = QWidget()
    box.setLayout(row)
    page.box.addWidget(SectionHeader(title))
    page.box.addWidget(box, 0, Qt.AlignmentFlag.AlignTop)
    return group


def _answer(group: QButtonGroup) -> str:
    return str(group.checkedButton().property("answer"))
