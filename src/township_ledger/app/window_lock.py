"""One window a home, by `QLockFile`; and the path of a file handed to the window that is open already.

The lock names its computer. One left by a process of this computer that is gone is taken over at once; one left by
another computer only after the clerk has confirmed that the program is closed there (a home on a moved disk).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLockFile, QObject, QSysInfo, Signal

from township_ledger.domain.faults import WorldFault

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtNetwork import QLocalServer, QLocalSocket

LOCK = "window.lock"
MOST_BYTES = 4096
"""Longest message between two windows: one path."""

_PATIENCE_MS = 1_000


class WindowLock:
    """The lock of one home at a time."""

    def __init__(self, confirm: Callable[[str], bool]) -> None:
        """`confirm(computer)` asks the clerk whether the program is closed on another computer."""
        self._confirm = confirm
        self._lock: QLockFile | None = None

    def take(self, home: Path) -> None:
        """Lock a home and let go of the one before.

        Raises:
            WorldFault: `window.open_here`, `window.open_elsewhere` or `window.no_lock`.
        """
        lock = QLockFile(str(home / LOCK))
        lock.setStaleLockTime(0)
        if not lock.tryLock(0) and not (self._taken_over(lock) and lock.tryLock(0)):
            raise self._fault(lock)
        self.release()
        self._lock = lock

    def release(self) -> None:
        """Let go."""
        if self._lock is not None:
            self._lock.unlock()
            self._lock = None

    def _taken_over(self, lock: QLockFile) -> bool:
        computer = _other_computer(lock)
        return bool(computer) and self._confirm(computer) and lock.removeStaleLockFile()

    @staticmethod
    def _fault(lock: QLockFile) -> WorldFault:
        if lock.error() == QLockFile.LockError.PermissionError:
            return WorldFault("window.no_lock")
        computer = _other_computer(lock)
        return (
            WorldFault("window.open_elsewhere", computer=computer)
            if computer
            else WorldFault("window.open_here")
        )


def _other_computer(lock: QLockFile) -> str:
    """Return the name of the computer that holds the lock, "" when it is this one or nobody knows."""
    _, computer, _ = lock.getLockInfo()
    return "" if computer == QSysInfo.machineHostName() else computer


def server_name(home: Path) -> str:
    """Return the name under which the window of a home can be spoken to; it tells nothing about the folder."""
    import hashlib

    digest = hashlib.sha256(str(home.absolute()).encode()).hexdigest()
    return f"township-ledger-{digest[:24]}"


def hand_over(home: Path, file: Path | None) -> bool:
    """Give a path to the window that has this home open; returns whether there is one. An empty path only raises it."""
    from PySide6.QtNetwork import QLocalSocket

    socket = QLocalSocket()
    socket.connectToServer(server_name(home))
    if not socket.waitForConnected(_PATIENCE_MS):
        return False
    socket.write((str(file.absolute()) if file else "").encode()[:MOST_BYTES] + b"\n")
    socket.waitForBytesWritten(_PATIENCE_MS)
    socket.disconnectFromServer()
    return True


class FileInbox(QObject):
    """Listens for paths that later starts of the program hand over.

    Signals:
        arrived(path): the text of one path, or "" when the window is only to come to the front.
    """

    arrived = Signal(str)

    def __init__(self, home: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        from PySide6.QtNetwork import QLocalServer

        self._server: QLocalServer = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        QLocalServer.removeServer(server_name(home))
        self._server.listen(server_name(home))
        self._server.newConnection.connect(self._connected)

    def close(self) -> None:
        """Stop listening."""
        self._server.close()

    def _connected(self) -> None:
        socket = self._server.nextPendingConnection()
        if socket is not None:
            socket.readyRead.connect(self._read)
            socket.disconnected.connect(socket.deleteLater)

    def _read(self) -> None:
        socket: QLocalSocket | None = self.sender()  # type: ignore[assignment]
        if socket is None or not socket.canReadLine():
            return
        line = bytes(socket.readLine(MOST_BYTES + 1).data())
        socket.disconnectFromServer()
        try:
            self.arrived.emit(line.decode().rstrip("\n"))
        except UnicodeDecodeError:
            return
