"""What can be made to go wrong between the bot and Telegram, on purpose and by a seed."""

from __future__ import annotations

import random
from collections.abc import Collection
from dataclasses import dataclass
from enum import Enum

SENDS = ("sendMessage", "sendPhoto")


class Break(Enum):
    """A connection that breaks, before or after Telegram took the call."""

    BEFORE = "before"
    AFTER = "after"


@dataclass
class Fault:
    """One kind of trouble, for the calls that it names."""

    methods: Collection[str] = SENDS
    chats: Collection[int] | None = None
    """`None`: any chat."""
    rate: float = 1.0
    times: int | None = None
    """How often it may still strike; `None`: for ever."""
    status: int | None = None
    description: str = "Internal Server Error"
    retry_after: float | None = None
    body: bytes | None = None
    """Sent instead of Telegram's JSON, with `status`."""
    location: str | None = None
    """Where `body` says that the answer is to be had."""
    breaks: Break | None = None
    delay: float = 0.0
    """Seconds; a fault with nothing but a delay lets the call pass."""
    holds: float = 0.0
    """Seconds between taking the call and answering it."""
    struck: int = 0


class Faults:
    """The faults in force; the first that strikes is the one."""

    def __init__(self, seed: int = 1) -> None:
        """No faults yet; `seed` decides where rates strike."""
        self._random = random.Random(seed)
        self._faults: list[Fault] = []

    def add(self, fault: Fault) -> Fault:
        """Put `fault` in force."""
        self._faults.append(fault)
        return fault

    def flood(self, retry_after: float, **where: object) -> Fault:
        """429 with that many seconds to wait."""
        return self.add(
            Fault(status=429, description=f"Too Many Requests: retry after {retry_after}",
                  retry_after=retry_after, **where)  # type: ignore[arg-type]
        )  # fmt: skip

    def clear(self) -> None:
        """Let all go well again."""
        self._faults.clear()

    def strike(self, method: str, chat: int | None) -> Fault | None:
        """The fault that this call meets, if any."""
        for fault in self._faults:
            if method not in fault.methods or fault.times == 0:
                continue
            if fault.chats is not None and chat not in fault.chats:
                continue
            if self._random.random() < fault.rate:
                fault.times = None if fault.times is None else fault.times - 1
                fault.struck += 1
                return fault
        return None
