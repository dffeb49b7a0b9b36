"""The updates that Telegram has handed over and was not yet told to forget."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256


@dataclass(frozen=True, slots=True)
class Naming:
    """What a poll tells Telegram: to forget all before `offset`, which are the `done` ones."""

    offset: int | None
    done: tuple[int, ...]


def made_up(content: str) -> int:
    """An id for an update that came without one: the same whenever the same one comes again."""
    return -1 - int.from_bytes(sha256(content.encode()).digest()[:7])


def is_made_up(update: int) -> bool:
    """Whether the id is none of Telegram's, which are positive: as an offset it'd mean others."""
    return update <= 0


class Window:
    """Updates in the order that Telegram gave them; those before the first unfinished can go.

    Ids are told apart, never compared, since Telegram starts at a random one after a quiet week.
    """

    def __init__(self) -> None:
        """Nothing is in hand; Telegram knows where we were."""
        self._taken: dict[int, bool] = {}
        self._done: dict[int, None] = {}
        self._offset: int | None = None

    @property
    def in_hand(self) -> int:
        """Updates that aren't finished."""
        return sum(not finished for finished in self._taken.values())

    @property
    def confirmable(self) -> int:
        """Updates that the next poll would confirm."""
        return len(self._done)

    def take(self, update: int) -> bool:
        """Take `update` in hand; False where it already is, or is done but not confirmed yet."""
        if update in self._taken or update in self._done:
            return False
        self._taken[update] = False
        return True

    def finish(self, update: int) -> None:
        """`update` is answered and noted, so that Telegram may forget it."""
        self._taken[update] = True
        for first in list(self._taken):
            if not self._taken[first]:
                break
            del self._taken[first]
            if is_made_up(first):
                continue
            self._done[first] = None
            self._offset = first + 1

    def name(self) -> Naming:
        """What to tell Telegram now; hand it back to `confirmed` once it has answered."""
        return Naming(self._offset, tuple(self._done))

    def confirmed(self, naming: Naming, given: Iterable[int]) -> None:
        """Telegram has answered a poll that named this, with the updates `given`."""
        for update in naming.done:
            self._done.pop(update, None)
        if not self._taken and not self._done and not any(True for _ in given):
            # Nothing is left to confirm, so the next poll may start wherever Telegram does.
            self._offset = None
