"""A line that is only a line cites nothing, and leaves the conversation as it was."""

from __future__ import annotations

import pytest

from handlers.said import Said


def test_it_is_shown_as_it_is_and_changes_nothing() -> None:
    said = Said.in_a_line("I read <words> only.", "uk")
    assert (said.reply.text(), said.language) == ("I read <words> only.", "uk")
    assert said.reply.html() == "I read &lt;words&gt; only."
    assert (said.cited, said.near, said.exchange, said.buttons) == ((), (), None, ())
    assert (said.kind, said.declined, said.again) == (None, None, "")


def test_nothing_cannot_be_said() -> None:
    with pytest.raises(ValueError, match="at least one visible word"):
        Said.in_a_line("  ", "en")
