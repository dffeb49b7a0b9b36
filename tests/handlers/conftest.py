"""What the tests of the handlers share: a desk over an invented article."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import cast

import pytest

from handlers.conversations import Conversations
from handlers.desk import Desk
from handlers.reception import Reception
from knowledge import Knowledge
from tests.handlers.recorded_calls import RecordedCalls
from tests.handlers.talks import Talk
from tests.invented_knowledge import InventedKnowledge


@pytest.fixture
def knowledge() -> InventedKnowledge:
    """The invented article's knowledge."""
    return InventedKnowledge()


@pytest.fixture
def desk(knowledge: InventedKnowledge) -> Desk:
    """The desk that answers from it."""
    return Desk(cast(Knowledge, knowledge))


@pytest.fixture
def reception(desk: Desk) -> Reception:
    """The reception before that desk, with nothing remembered."""
    return Reception(desk, Conversations())


@pytest.fixture
async def talk(desk: Desk) -> AsyncIterator[Talk]:
    """A talk with the bot."""
    made = Talk(RecordedCalls(), desk)
    async with made.application:
        yield made
