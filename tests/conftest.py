"""What any test may ask for by name, and what is asked of every test."""

from __future__ import annotations

from collections.abc import AsyncIterator, Generator, Iterator

import pytest

from knowledge import Knowledge, open_knowledge
from tests.discretion import listening
from tests.loopback import PYTHON_PATH
from tests.loopback.sitecustomize import refused
from tests.telegram_double import TelegramDouble

WAITING = "tests/faults/"
"""Take longer than most, and much of it waiting."""


@pytest.hookimpl(wrapper=True, optionalhook=True)
def pytest_xdist_auto_num_workers() -> Generator[None, int, int]:
    """Let `-n auto` be one more than there are cores: a third of the time, tests only wait."""
    return (yield) + 1


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let one worker begin with what waits most.

    Each begins with its share of the list, in order. Who has nothing left takes from the end of
    another's share: there, tests are short, so that nobody is left alone with a long one.
    """
    items.sort(key=lambda item: not item.nodeid.startswith(WAITING))


@pytest.fixture(autouse=True)
def _nothing_is_given_away() -> Iterator[None]:
    """No line that is logged in any test, and no error for people, gives anybody away."""
    with listening() as listener:
        yield
    assert listener.heard == []


@pytest.fixture(autouse=True)
def _nothing_reaches_the_network(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Whatever tries is refused; here that's seen even where the error was swallowed."""
    monkeypatch.setenv("PYTHONPATH", PYTHON_PATH)
    refused.clear()
    yield
    assert refused == []


@pytest.fixture(scope="session")
def real() -> Knowledge:
    """The knowledge that comes with the bot, opened once: nobody can change it."""
    return open_knowledge()


@pytest.fixture
async def telegram() -> AsyncIterator[TelegramDouble]:
    """Telegram, listening on loopback; it fails the test on a call that it doesn't know."""
    async with TelegramDouble() as double:
        yield double
