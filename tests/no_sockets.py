"""No test may open a socket to anywhere: the program makes no network connection, and this is how we know.

Python tells of every socket before it is made. Sockets within this computer (Unix) are let be: desktops need
them.
"""

import socket
import sys

LOCAL = {getattr(socket, "AF_UNIX", None)}
opened: list[str] = []
"""What the test now running tried."""

_TALKING = ("socket.connect", "socket.bind", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto")


class NetworkError(RuntimeError):
    """Something tried to reach the network."""


def watch() -> None:
    """Refuse sockets from now on, in this process; it cannot be undone."""
    sys.addaudithook(_look)


def _look(event: str, arguments: tuple[object, ...]) -> None:
    if event == "socket.__new__" and arguments[1] not in LOCAL:
        _refuse(f"{event} {arguments[1:]}")
    if event in _TALKING and getattr(arguments[0], "family", None) not in LOCAL:
        _refuse(f"{event} {arguments[1:]}")


def _refuse(what: str) -> None:
    opened.append(what)
    raise NetworkError(what)
