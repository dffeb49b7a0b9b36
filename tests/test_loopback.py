"""No test reaches the network: what tries is refused, in the processes that tests start too."""

from __future__ import annotations

import asyncio
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

import pytest

from tests.bot.processes import BotProcess
from tests.loopback.sitecustomize import REFUSED, BeyondLoopbackError, refused
from tests.telegram_double import TelegramDouble

BEYOND = "192.0.2.1"
"""Kept for documentation by RFC 5737: nobody has it, should the refusal fail."""
BEYOND_6 = "2001:db8::1"
"""Likewise, by RFC 3849."""


@pytest.fixture(autouse=True)
def _forgiven() -> Iterator[None]:
    """These tests try on purpose."""
    yield
    refused.clear()


def tcp(family: socket.AddressFamily = socket.AF_INET) -> socket.socket:
    """A socket that would wait for nobody."""
    new = socket.socket(family, socket.SOCK_STREAM)
    new.settimeout(0.01)
    return new


def udp() -> socket.socket:
    """A socket for datagrams."""
    return socket.socket(socket.AF_INET, socket.SOCK_DGRAM)


@pytest.mark.parametrize(
    ("open_socket", "reach"),
    [
        (tcp, lambda one: one.connect((BEYOND, 9))),
        (tcp, lambda one: one.connect_ex((BEYOND, 9))),
        (lambda: tcp(socket.AF_INET6), lambda one: one.connect((BEYOND_6, 9))),
        (udp, lambda one: one.connect((BEYOND, 9))),
        (udp, lambda one: one.sendto(b"", (BEYOND, 9))),
        (udp, lambda one: one.sendmsg([b""], [], 0, (BEYOND, 9))),
    ],
    ids=["connect", "connect_ex", "connect over IPv6", "connect of UDP", "sendto", "sendmsg"],
)
def test_a_connection_or_a_datagram_beyond_loopback_is_refused(
    open_socket: Callable[[], socket.socket], reach: Callable[[socket.socket], object]
) -> None:
    with closing(open_socket()) as one, pytest.raises(BeyondLoopbackError):
        reach(one)


@pytest.mark.parametrize(
    "look_up",
    [
        lambda: socket.getaddrinfo("telegram.invalid", 443),
        lambda: socket.gethostbyname("telegram.invalid"),
        lambda: socket.gethostbyaddr(BEYOND),
        lambda: socket.create_connection((BEYOND, 9)),
        lambda: asyncio.run(asyncio.open_connection("telegram.invalid", 443)),
        lambda: asyncio.run(asyncio.open_connection(BEYOND, 9)),
    ],
)
def test_a_look_up_is_refused_and_so_is_what_begins_with_one(look_up: Callable[[], Any]) -> None:
    with pytest.raises(BeyondLoopbackError):
        look_up()


def test_who_swallows_the_error_is_known_all_the_same() -> None:
    with suppress(BeyondLoopbackError):
        socket.getaddrinfo("telegram.invalid", 443)
    assert refused == [f"socket.getaddrinfo {REFUSED}: 'telegram.invalid'"]


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
def test_loopback_is_let_through(host: str) -> None:
    with socket.create_server(("", 0)) as server:
        socket.create_connection((host, server.getsockname()[1])).close()
    with closing(udp()) as one:
        one.sendto(b"", (host, 9))


def test_loopback_of_ipv6_and_sockets_that_are_files_are_let_through(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    socket.getaddrinfo("::1", 9)
    monkeypatch.chdir(tmp_path)
    with socket.socket(socket.AF_UNIX) as server, socket.socket(socket.AF_UNIX) as client:
        server.bind("socket")
        server.listen()
        client.connect("socket")


def test_a_process_that_a_test_starts_is_refused_as_well() -> None:
    program = f"import socket; socket.create_connection(({BEYOND!r}, 9))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert done.returncode == 1
    assert f"{REFUSED}: {BEYOND!r}" in done.stderr


async def test_a_bot_that_swallows_it_in_its_own_process_fails_the_test(
    telegram: TelegramDouble, tmp_path: Path
) -> None:
    doctor = BotProcess(
        telegram,
        tmp_path,
        "doctor",
        module="tests.bot.invented_process",
        environment={"TELEGRAM_API_URL": f"http://{BEYOND}"},
    )
    with pytest.raises(AssertionError, match=f"socket.connect {REFUSED}"):
        async with doctor as bot:
            await bot.ended()
