"""Language, colours and text size of this machine, put on the whole program."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from desktop.memory import Memory
from desktop.paths import resources
from desktop.ui import words
from desktop.ui.kit import theme
from desktop.words import LANGUAGES, Catalogue

SCHEMES = ("system", "light", "dark")


class Dressing:
    """Puts on what is remembered; again after each change. Windows are built anew afterwards, by whoever owns them."""

    def __init__(self, qt: QApplication, memory: Memory) -> None:
        self._qt, self._memory = qt, memory
        self._translator: QTranslator | None = None
        self._worn: tuple[str, int] | None = None

    def put_on(self) -> None:
        """Words, theme and text size as remembered."""
        of = self._memory.of
        language = of.language if of.language in LANGUAGES else system_language()
        words.install(Catalogue.load(language, resources() / "i18n"))
        self._speak(language)
        scheme = of.scheme if of.scheme in SCHEMES else "system"
        if self._worn != (scheme, of.text_percent):  # dressing touches every widget there is
            self._worn = (scheme, of.text_percent)
            theme.apply(self._qt, cast("theme.Scheme", scheme), of.text_percent)

    def _speak(self, language: str) -> None:
        """Qt's own words: file choosers, context menus of text fields."""
        if self._translator is not None:
            self._qt.removeTranslator(self._translator)
            self._translator = None
        if language != "en":
            self._translator = QTranslator(self._qt)
            folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
            if self._translator.load(f"qtbase_{language}", folder):
                self._qt.installTranslator(self._translator)


def system_language() -> str:
    """Chinese where the machine speaks Chinese, or does not say; English elsewhere."""
    name = QLocale.system().name()
    return "zh_CN" if name.startswith("zh") or name == "C" else "en"
