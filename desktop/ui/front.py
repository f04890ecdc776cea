"""One window for each file: a second start brings the first window to the front."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer

PATIENCE = 500  # ms; a window that is starting or busy answers later, and the question is asked instead


def _name(path: Path) -> str:
    return "kezha-" + hashlib.sha256(str(path.resolve()).encode()).hexdigest()[:24]


def raise_other(path: Path) -> bool:
    """Ask the window that has `path` open to come to the front; False where none answers."""
    from PySide6.QtNetwork import QLocalSocket

    socket = QLocalSocket()
    socket.connectToServer(_name(path))
    if not socket.waitForConnected(PATIENCE):
        return False
    socket.write(b"raise\n")
    socket.waitForBytesWritten(PATIENCE)
    socket.disconnectFromServer()
    return True


def listen(path: Path, window: QWidget) -> QLocalServer:
    """Let a second start of the program on the same file raise `window` instead, as long as the window lives."""
    from PySide6.QtNetwork import QLocalServer

    server = QLocalServer(window)
    # Only the owner of the file's lock listens: a socket that is left over is one of a crash.
    QLocalServer.removeServer(_name(path))
    server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
    server.newConnection.connect(lambda: _answer(server, window))
    server.listen(_name(path))
    return server


def _answer(server: QLocalServer, window: QWidget) -> None:
    while server.hasPendingConnections():
        socket = server.nextPendingConnection()
        socket.disconnected.connect(socket.deleteLater)
    to_front(window)


def to_front(window: QWidget) -> None:
    """Show, raise and activate `window`; where the desktop forbids that, its entry in the task bar lights up."""
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()
    QApplication.alert(window)
