"""What tests of the understanding may ask for by name."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from knowledge import Knowledge
from knowledge.understanding.lexicon import Lexicon, compile_lexicon, read_languages


@pytest.fixture(scope="session")
def knowledge(real: Knowledge) -> Knowledge:
    """The knowledge that comes with the bot."""
    return real


@pytest.fixture(scope="session")
def lexicons() -> Mapping[str, Lexicon]:
    """The words that each of the bot's languages asks with, by language."""
    return {name: compile_lexicon(name, content) for name, content in read_languages().items()}
