"""Keeps a process to loopback: a connection, a datagram or a look-up beyond it is refused.

Importing it is enough. Python itself does so at its start where this folder is on PYTHONPATH, so
that it holds in the processes that tests start too, whatever they run; it needs nothing of ours.
"""

from __future__ import annotations

import sys
from ipaddress import ip_address
from socket import AF_INET, AF_INET6
from typing import Any

REACHING = frozenset({"socket.connect", "socket.sendto", "socket.sendmsg"})
LOOKING_UP = frozenset({"socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr"})
REFUSED = "beyond loopback"
refused: list[str] = []
"""What was refused so far, for who swallows the error."""


class BeyondLoopbackError(RuntimeError):
    """Something tried to reach the network; no OSError, which would pass for trouble with it."""


def _keep_to_loopback(event: str, arguments: tuple[Any, ...]) -> None:
    if event in LOOKING_UP:
        host = arguments[0]
    elif event in REACHING and arguments[0].family in (AF_INET, AF_INET6) and arguments[1]:
        host = arguments[1][0]
    else:
        return
    if not _is_loopback(host):
        told = f"{event} {REFUSED}: {host!r}"
        refused.append(told)
        sys.stderr.write(f"{told}\n")
        raise BeyondLoopbackError(told)


def _is_loopback(host: str | bytes | None) -> bool:
    if isinstance(host, bytes):
        host = host.decode()
    if not host or host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


# Of all ways to the network, connect_ex and the event loop's among them, and cheap: a library
# that replaces socket.connect sees fewer, and none in another process.
sys.addaudithook(_keep_to_loopback)
