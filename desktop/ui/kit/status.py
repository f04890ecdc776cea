"""What the lower line of the window says: success, and how far the work is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Literal

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QSizePolicy, QWidget

from desktop.ui.kit import icons, theme
from desktop.ui.kit.buttons import button, tool
from desktop.ui.kit.empty import Picture
from desktop.ui.kit.jobs import Jobs
from desktop.ui.kit.labels import ElidedLabel
from desktop.ui.words import current, tr

_SHOWN_FOR = 8000  # ms; long enough to read a sentence and press its button


class Notice(QWidget):
    """A short line instead of a box to click away; goes by itself."""

    _LOOKS = {"good": ("circle-check", "green"), "info": ("info-circle", "muted"), "bad": ("alert-triangle", "red")}

    def __init__(self) -> None:
        super().__init__()
        self._icon = Picture("circle-check", "green", 16)
        self._words = ElidedLabel()
        self._words.setSizePolicy(
            QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred
        )  # the button stands beside
        self._do: Callable[[], object] = lambda: None
        self._button = button("", self._on_button, look="quiet")
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.clear)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(6))
        row.addWidget(self._icon)
        row.addWidget(self._words)
        row.addWidget(self._button)
        row.addStretch(1)
        self.clear()

    @property
    def text(self) -> str:
        """What it says now."""
        return self._words.whole

    def say(
        self,
        text: str,
        kind: Literal["good", "info", "bad"] = "good",
        action: str = "",
        do: Callable[[], object] = lambda: None,
    ) -> None:
        """Say `text`, with an optional button such as "撤销" or "打开文件夹"."""
        self._icon.show_icon(*self._LOOKS[kind])
        self._words.say(text)
        self._do = do
        self._button.setText(action)
        self._icon.show()
        self._button.setVisible(bool(action))
        self._timer.start(_SHOWN_FOR * (2 if action or kind == "bad" else 1))

    def clear(self) -> None:
        """Say nothing."""
        self._timer.stop()
        self._words.say("")
        self._icon.hide()
        self._button.hide()

    def _on_button(self) -> None:
        do = self._do
        self.clear()
        do()


class ProgressStrip(QWidget):
    """Name, bar and cancel button of the running job; away while there is none."""

    def __init__(self, jobs: Jobs, steps: Mapping[str, str] | None = None) -> None:
        """`steps` words the step codes of the work, English marked with N_."""
        super().__init__()
        self._jobs, self._steps, self._name = jobs, dict(steps or {}), ""
        self._words = QLabel()
        self._words.setProperty("look", "muted")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(theme.px(160))
        self._bar.setAccessibleName(tr("Progress"))
        self._cancel = tool("x", tr("Cancel this work"), self._stop)
        icons.put(self._cancel, "x", size=14)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        for widget in (self._words, self._bar, self._cancel):
            row.addWidget(widget)
        # Work that is over at once would only flicker.
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(200)
        self._late.timeout.connect(self.show)
        jobs.started.connect(self._on_started)
        jobs.stepped.connect(self._on_stepped)
        jobs.idle.connect(self._on_idle)
        self.hide()
        if jobs.busy:  # a window built anew while work goes on
            self._on_started(jobs.running)

    def _on_started(self, name: str) -> None:
        self._name = name
        self._words.setText(name)
        self._bar.setRange(0, 0)
        self._cancel.setEnabled(True)
        if self.isHidden():
            self._late.start()

    def _on_stepped(self, done: int, total: int, step: str) -> None:
        # Thousandths, because Qt's bar counts with 31 bits.
        self._bar.setRange(0, 1000 if total else 0)
        self._bar.setValue(round(1000 * done / total) if total else 0)
        said = current().text(self._steps[step]) if step in self._steps else ""
        count = f"{done:,} / {total:,}" if total else ""
        self._words.setText("  ".join(filter(None, (self._name, said, count))))

    def _on_idle(self) -> None:
        self._late.stop()
        self.hide()

    def _stop(self) -> None:
        self._cancel.setEnabled(False)
        self._words.setText(tr("Stopping…"))
        self._jobs.cancel()
