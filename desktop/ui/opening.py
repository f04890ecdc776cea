"""Opening a file when something stands in the way: the other window, the other computer, a damaged file."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from db.problems import StoreProblem
from desktop import sentences
from desktop.ui.kit.ask import Ask, FileKind, Verb
from desktop.ui.welcome import Opening
from desktop.ui.words import current, tr

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer

# What may help where a file cannot be opened: beside these, another file can always be chosen.
READING_HELPS = frozenset({"in_use", "in_use_elsewhere", "read_only_place", "no_permission", "busy"})


def ask_how(ask: Ask, opening: Opening, problem: StoreProblem) -> Opening | None:
    """Say what is wrong and offer the ways on; None where the user leaves it."""
    wrong, remedy = sentences.problem(current(), problem.code, problem.facts)
    verbs = []
    if problem.code in READING_HELPS and not opening.read_only:
        verbs.append(Verb("read", tr("Open for reading only")))
    if problem.code == "in_use_elsewhere":
        verbs.append(Verb("take", tr("Take it over"), danger=True))
    verbs += [Verb("other", tr("Choose another file…")), Verb("", tr("Leave it"))]
    answer = ask.choose(wrong, verbs, remedy)
    if answer == "read":
        return replace(opening, read_only=True)
    if answer == "take":
        return replace(opening, take_over=True)
    if answer == "other":
        path = ask.open_file(
            tr("Open a Kezha file"), [FileKind(tr("Kezha files"), ("kezha",))], str(opening.path.parent)
        )
        return None if path is None else Opening(path)
    return None


def _name(path: Path) -> str:
    return "kezha-" + hashlib.sha256(str(path.resolve()).encode()).hexdigest()[:24]


def raise_other(path: Path) -> bool:
    """Ask the window that has `path` open to come to the front; False where none answers."""
    from PySide6.QtNetwork import QLocalSocket

    socket = QLocalSocket()
    socket.connectToServer(_name(path))
    if not socket.waitForConnected(500):
        return False
    socket.write(b"raise\n")
    socket.waitForBytesWritten(500)
    socket.disconnectFromServer()
    return True


def listen(path: Path, window: QWidget) -> QLocalServer:
    """Let a second start of the program on the same file raise `window` instead."""
    from PySide6.QtNetwork import QLocalServer

    server = QLocalServer(window)
    QLocalServer.removeServer(_name(path))
    server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
    server.newConnection.connect(lambda: _raise(server, window))
    server.listen(_name(path))
    return server


def _raise(server: QLocalServer, window: QWidget) -> None:
    socket = server.nextPendingConnection()
    if socket is not None:
        socket.deleteLater()
    window.setWindowState(window.windowState() & ~window.windowState().WindowMinimized)
    window.raise_()
    window.activateWindow()
